"""The scale that a heading or a title tells: "(juta rupiah)", "Rp 000", "dalam ribuan"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = r"(?P<word>ribu|juta|mil[iy]ar|triliun)(?P<an>an)?"
_MONEY = r"(?:\brp(?![^\W\d_])\.?|\brupiah)"
_SAID = re.compile(
    rf"\b(?:dalam|dlm)\.?\s+(?:satuan\s+)?(?:{_MONEY}\s*)?{_WORD}\b"
    rf"|\b{_WORD.replace('word', 'word2').replace('<an>', '<an2>')}\s*{_MONEY}"
    rf"|{_MONEY}\s*[,.]?\s*\(?\s*{_WORD.replace('word', 'word3').replace('<an>', '<an3>')}\b"
    rf"|\(\s*{_WORD.replace('word', 'word4').replace('<an>', '<an4>')}(?:\s+[^\W\d]+)?\s*\)"
    r"|\b(?P<word5>ribu|juta|mil[iy]ar|triliun)an\b",
    re.IGNORECASE,
)
_NOUGHTS = re.compile(
    rf"(?:{_MONEY}|\bx|\()\s*[.,]?\s*(?:x\s*)?(?:{_MONEY}\s*)?(?P<one>1[.,]?)?"
    r"(?P<noughts>000(?:[.,]?000){0,3})(?![.,]?\d)",
    re.IGNORECASE,
)
_BY_NOUGHTS = {1: "ribu", 2: "juta", 3: "miliar", 4: "triliun"}
_RATE = re.compile(r"\bper\s*(?:1|10|100)?[.,]?000|\bper\s+(?:seribu|ribu|sejuta)", re.IGNORECASE)


_SHORT = {"rb": "ribu", "jt": "juta", "mlr": "miliar", "m": "miliar"}
_ABBREVIATED = re.compile(
    rf"(?P<money>{_MONEY}\s*)\(?(?P<short>rb|jt|mlr|m)\b\.?"
    r"|\b(?P<said>(?:dalam|dlm)\.?\s+)(?P<counted>rb|jt|mlr)\b\.?"  # "dalam m" are metres
    rf"|\((?P<alone>rb|jt|mlr)\.?(?=\s*(?:\)|{_MONEY}))",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"[x×*]\s*(?:rp\.?\s*)?1?\s*(?P<word>ribu|seribu|juta|sejuta|mil[iy]ar)\b", re.IGNORECASE
)
_SPELT = re.compile(r"\b(?P<start>mil|tril)l?(?:[iy]+ar|[iy]+un)(?P<an>an)?\b", re.IGNORECASE)


def spelled_out(text: str) -> str:
    """A heading whose scale is abbreviated or multiplied, as words: Rp. Jt, x Rp1 juta.

    >>> spelled_out("Pagu (Rp. Jt)"), spelled_out("Pagu (x Rp1 juta)"), spelled_out("Rp milliar")
    ('Pagu (Rp. juta)', 'Pagu (juta rupiah)', 'Rp miliar')
    """
    text = _SPELT.sub(lambda m: f"{SPELT[m['start'].casefold()]}{m['an'] or ''}", text)
    text = _TIMES.sub(lambda m: f"{m['word'].casefold().removeprefix('se')} rupiah", text)
    return _ABBREVIATED.sub(_in_full, text)


SPELT = {"mil": "miliar", "tril": "triliun"}


def _in_full(match: re.Match[str]) -> str:
    if match["alone"]:
        return f"({_SHORT[match['alone'].casefold()]}"
    told = match["money"] or match["said"]
    return f"{told}{_SHORT[(match['short'] or match['counted']).casefold()]}"


def scale_in(text: str) -> str:
    """The word by which the figures under a heading or title are counted; nothing where none is.

    >>> scale_in("Pagu (juta rupiah)"), scale_in("Realisasi (Rp 000)"), scale_in("Pagu (Rp)")
    ('juta', 'ribu', '')
    >>> scale_in("Angka kematian bayi per 1.000 KH"), scale_in("dalam jutaan")
    ('', 'juta')
    """
    told = spelled_out(" ".join(text.split()))
    if _RATE.search(told):
        return ""
    if match := _SAID.search(told):
        words = (match[f"word{i}"] for i in ("", 2, 3, 4, 5))
        return next(word for word in words if word).casefold().replace("milyar", "miliar")
    if match := _NOUGHTS.search(told):
        return _BY_NOUGHTS[match["noughts"].count("000")]
    return ""


_SCALE_LINE = re.compile(
    r"\(?\s*(?:(?:dalam|dlm|satuan|angka|nilai)\b)?[^()\d]{0,40}1?[.,]?(?:000[.,]?)*\W*",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"%|rp\.?|\(\s*(?:rp\.?|%|persen|[^\W\d]{1,10})\s*\)"
    r"|\(?\s*(?:(?:dalam|dlm)\.?\s+)?(?:rp\.?\s*)?(?:x\s*)?"
    r"(?:1?[.,]?000|(?:ribu|juta|mil[iy]ar)(?:an)?|jt|rb)\.?\s*(?:rupiah|rp\.?)?\W*",
    re.IGNORECASE,
)


def is_scale_line(text: str) -> bool:
    """Does a line say nothing but what the figures of a table count in?

    >>> is_scale_line("(dalam jutaan rupiah)"), is_scale_line("Realisasi 2024 (Rp juta)")
    (True, False)
    """
    return bool(_SCALE_LINE.fullmatch(text.strip()) and scale_in(text))


def is_unit_line(texts: Iterable[str]) -> bool:
    """Is this the line of units under the headings: (Rp juta), (Rp juta), (%)?"""
    told = [text.strip() for text in texts if text.strip()]
    return bool(told) and all(map(_UNIT.fullmatch, told))


def doubtful(word: str, wholes: Iterable[int]) -> bool:
    """Are figures so large that they are hardly counted by this word?

    `wholes` are the whole parts of the figures: nothing an agency spends is a thousand billion
    times a thousand.
    """
    powers = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}
    # What is spent a year is below a trillion, save by a whole nation or a rich province: ask.
    largest: int = max((abs(whole) for whole in wholes), default=0)
    return largest * int(10 ** powers[word]) >= 10**12
