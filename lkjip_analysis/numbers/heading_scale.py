"""The scale that a heading or a title tells: "(juta rupiah)", "Rp 000", "dalam ribuan"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"\b(ribu|juta|miliar|triliun)(an)?\b")
_CONTEXT = re.compile(r"\bdalam\b|\bdlm\b|\brp\b|rupiah|\bidr\b|\bus\s?\$")
_COUNTED = re.compile(
    r"(?:\d|\b(?:per|tiap|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|belas|puluh(?:an)?|"
    r"ratus(?:an)?|beberapa|setengah))[.,]?\s*$"
)
"""What stands before the word of an amount, of a rate, or of hundreds of it: no scale."""
_MONEY = r"(?:\brp(?![^\W\d_])\.?|\brupiah|\bidr)"
_ZEROS = re.compile(
    rf"(?:\bdalam\s+|\bdlm\.?\s+|{_MONEY}\s*[.,]?\s*\(?|[x×*]\s*|(?P<bare>\())(?:{_MONEY}\s*)?"
    r"(?:[x×*]\s*)?['’‘]?(?:1[.,]?)?(?P<zeros>000(?:[.,]?000)*)(?:[.,]00?)?(?![.,]?\d)"
    r"(?(bare)(?=[.,-]*\s*(?:\)|rp|rupiah)))"
)
_BY_NOUGHTS = {1: "ribu", 2: "juta", 3: "miliar", 4: "triliun"}


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
_SPELT = re.compile(r"\b(?P<start>mil|tril)l?(?:[iy]+ard?|[iy]+un)(?P<an>an)?\b", re.IGNORECASE)
_ENGLISH = {"thousand": "ribu", "million": "juta", "billion": "miliar", "trillion": "triliun"}


def spelled_out(text: str) -> str:
    """A heading whose scale is abbreviated or multiplied, as words: Rp. Jt, x Rp1 juta.

    >>> spelled_out("Pagu (Rp. Jt)"), spelled_out("Pagu (x Rp1 juta)"), spelled_out("Rp milliar")
    ('Pagu (Rp. juta)', 'Pagu (juta rupiah)', 'Rp miliar')
    """
    for foreign, word in _ENGLISH.items():
        text = re.sub(rf"\b{foreign}s?\b", word, text, flags=re.IGNORECASE)
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
    """The word by which the figures under a heading or title are counted; nothing where it names
    none, or several.

    >>> scale_in("Pagu (juta rupiah)"), scale_in("Realisasi (Rp 000)"), scale_in("Pagu (Rp)")
    ('juta', 'ribu', '')
    >>> scale_in("Angka kematian bayi per 1.000 KH"), scale_in("di atas 1 miliar rupiah")
    ('', '')
    """
    plain = spelled_out(" ".join(text.casefold().split()))
    found = {_BY_NOUGHTS.get(m["zeros"].count("000"), "") for m in _ZEROS.finditer(plain)}
    for word in _WORD.finditer(plain):
        before = plain[: word.start()]
        told = word[2] or _CONTEXT.search(plain) or before.count("(") > before.count(")")
        if told and not _COUNTED.search(before):
            found.add(word[1])
    found.discard("")
    return next(iter(found)) if len(found) == 1 else ""


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


LARGE, FAR_TOO_LARGE = 10**12, 10**14
"""Rupiah: a trillion is what a large government has, a hundred trillion what none but the state."""
FULL = 10**6
"""Amounts in full rupiah are mostly above a million."""


def doubtful(word: str, whole: int) -> bool:
    """Is a figure so large that it is hardly counted by this word?

    What is spent a year is below a trillion, save by a whole government: there it is asked where
    the figure could be in full rupiah. A hundred trillion is asked about always.

    >>> doubtful("juta", 50_000_000), doubtful("juta", 999_999), doubtful("miliar", 1_250)
    (True, False, False)
    """
    powers = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}
    amount: int = abs(whole) * int(10 ** powers[word])
    return amount >= FAR_TOO_LARGE or (amount >= LARGE and abs(whole) >= FULL)
