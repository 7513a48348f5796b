"""A budget before and after it was changed, and by how much: "penambahan Rp C, semula Rp A menjadi
Rp B", "semula Rp A dikurangi Rp C sehingga menjadi Rp B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.sentences.said_figures import SaidFigure, SaidRelation, difference
from lkjip_analysis.language import worded

MORE = re.compile(
    r"\b(?:(?:pen|di|me|men)?t?ambahan?|bertambah|percepatan|pencairan|kenaikan|naik|meningkat)\b",
    re.I,
)
FEWER = re.compile(
    r"\b(?:penghematan|pengurangan|berkurang|dikurangi|pemotongan|dipotong|refocusing|recofusing|"
    r"rasionalisasi|penurunan|turun)\b",
    re.IGNORECASE,
)
ONCE = re.compile(r"\b(?:semula|awalnya)\b[^.;,\d]{0,40}$", re.IGNORECASE)
NOW = re.compile(r"\bmenjadi\b[^;,\d]{0,30}$", re.IGNORECASE)
SPENT = re.compile(r"realisasi|terserap|serapan", re.IGNORECASE)
PARTLY = re.compile(r"\b(?:antara\s+lain|di\s*antaranya|termasuk|masing|sisa\s+anggaran)\b", re.I)
"""More may have been changed than the one amount told."""


def revised(figures: Sequence[SaidFigure], number: int, sentence: str) -> list[SaidRelation]:
    """The amount by which a budget changed, of a sentence that tells three amounts and no more."""
    amounts = [figure for figure in figures if figure.kind == "rupiah"]
    if len(amounts) != 3 or number != figures.index(amounts[-1]) or PARTLY.search(sentence):
        return []
    first, second, third = amounts
    found = [
        (change, once)
        for change, once in ((first, second), (second, first))
        if _is_revised(once, third, sentence)
    ]
    if len(found) != 1:
        return []
    (change, once), now = found[0], third
    start = max((figure.end for figure in figures if figure.end <= change.start), default=0)
    words = sentence[start : change.start]
    rose = bool(MORE.search(words))
    if rose == bool(FEWER.search(words)) or SPENT.search(words):
        return []
    large, small = (now, once) if rose else (once, now)
    why = worded(
        "kalimatnya menyebut perubahan {one} menjadi {other}", one=once.text, other=now.text
    )
    return [difference(change, large, small, why)]


def _is_revised(once: SaidFigure, now: SaidFigure, sentence: str) -> bool:
    """Are they told as what it was at first and what it became?"""
    told = ONCE.search(sentence[: once.start]) and NOW.search(sentence[once.end : now.start])
    return bool(told)
