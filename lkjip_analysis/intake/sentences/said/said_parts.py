"""The parts that a sentence tells of a whole: "terdiri dari B dan C", "yaitu", a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from lkjip_analysis.intake.sentences.said_figures import (
    LONGEST_GAP,
    SaidFigure,
    SaidRelation,
    sum_of,
    units_of,
)
from lkjip_analysis.numbers.printed import read

PARTS = re.compile(
    r"\b(terdiri|yang\s+meliputi|dengan\s+rincian|rinciannya)\b(?:\s+(?:dari|atas))?\W*"
    r"(?:(?:[^\W\d]+|tahun\s+(?:19|20)\d\d)\W+){0,8}$",
    re.IGNORECASE,
)
NAMELY = re.compile(
    r"(?:\b(?:yaitu|yakni)\W+|(?<!lain)(?<!antaranya)(?<!misalnya):\s+)(?:[^\W\d]+\W+){0,3}$",
    re.IGNORECASE,
)
"""What may tell parts, or the same figure in other words: parts count what the whole counts."""
TOTALLED = re.compile(r"\b(?:berjumlah|keseluruhan|seluruh\w*|total)\b[^.;,]{0,40}$", re.IGNORECASE)


def parts_of(figures: Sequence[SaidFigure], sentence: str) -> list[SaidRelation]:
    """The whole, and the figures that follow "terdiri dari" up to a stop or a bracket.

    "12 jiwa, terdiri dari 7 jiwa laki-laki dan 5 jiwa perempuan, di 3 desa": no village is a part.
    """
    figures = _of_one_unit(figures, sentence)
    whole, parts = figures[0], list[SaidFigure]()
    for before, part in pairwise(figures):
        gap = sentence[before.end : part.start]
        again = parts and (len(gap) > LONGEST_GAP or not re.search(r",|\bdan\b|\bserta\b|/", gap))
        if again or part.kind != whole.kind or re.search(r"[(;:]", gap if parts else ""):
            break
        parts.append(part)
    if len(parts) < 2 or len(parts) + 1 < len(figures):
        return []
    names = [sentence[a.end : b.start] for a, b in pairwise([*parts, _end_of(sentence)])]
    if any(re.search(r"\b(program|kegiatan|bidang|seksi)\b", name) for name in names[:-1]):
        return []  # "3 bidang, 9 seksi": things of several levels
    for count in range(2, len(parts)):  # what follows them tells of the same things anew
        if sum(part.value for part in parts[:count]) == whole.value:
            parts = parts[:count]
            break
    return [sum_of(whole, parts)]


def _of_one_unit(figures: Sequence[SaidFigure], sentence: str) -> Sequence[SaidFigure]:
    """The first figures that count what the whole counts; all where fewer than three do."""
    units = units_of(figures, sentence)
    alike = sum(1 for _ in takewhile(lambda unit: unit and unit == units[0], units))
    return figures[:alike] if alike > 2 else figures


def parts_of_one_unit(figures: Sequence[SaidFigure], sentence: str) -> list[SaidRelation]:
    """ "158 orang, yaitu 110 orang laki-laki dan 48 orang perempuan": each counts the same."""
    units = units_of(figures, sentence)
    total = not units[0] and TOTALLED.search(sentence[: figures[0].start])
    alike = units[0] and set(units) == {units[0]}
    return parts_of(figures, sentence) if alike or (total and all(units[1:])) else []


def _end_of(sentence: str) -> SaidFigure:
    return SaidFigure("", read("0"), "", len(sentence), len(sentence))
