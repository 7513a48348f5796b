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


def scale_in(text: str) -> str:
    """The word by which the figures under a heading or title are counted; nothing where none is.

    >>> scale_in("Pagu (juta rupiah)"), scale_in("Realisasi (Rp 000)"), scale_in("Pagu (Rp)")
    ('juta', 'ribu', '')
    >>> scale_in("Angka kematian bayi per 1.000 KH"), scale_in("dalam jutaan")
    ('', 'juta')
    """
    told = " ".join(text.split())
    if _RATE.search(told):
        return ""
    if match := _SAID.search(told):
        words = (match[f"word{i}"] for i in ("", 2, 3, 4, 5))
        return next(word for word in words if word).casefold().replace("milyar", "miliar")
    if match := _NOUGHTS.search(told):
        return _BY_NOUGHTS[match["noughts"].count("000")]
    return ""


def doubtful(word: str, wholes: Iterable[int]) -> bool:
    """Are figures so large that they are hardly counted by this word?

    `wholes` are the whole parts of the figures: nothing an agency spends is a thousand billion
    times a thousand.
    """
    powers = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}
    # What is spent a year is below a trillion, save by a whole nation or a rich province: ask.
    largest: int = max((abs(whole) for whole in wholes), default=0)
    return largest * int(10 ** powers[word]) >= 10**12
