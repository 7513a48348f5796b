"""A whole told with those that do something and those that do not: the two make it up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.sentences.said_figures import SaidFigure, SaidRelation
from lkjip_analysis.numbers.exact import Fraction

LACKING = re.compile(
    r"[^.;]{0,40}\b(?:dan|sedangkan|sementara|serta|sisanya)\b[^.;]{0,40}?"
    r"\b(?:tidak|belum)\s+(?P<doing>[^\W\d]{4,})\b[^.;]{0,30}",
    re.IGNORECASE,
)
"""What stands between those that do something and those that do not."""
LONGEST = 120


def complement(figures: Sequence[SaidFigure], number: int, sentence: str) -> list[SaidRelation]:
    """ "1.363 km, yang beroperasi 993 km dan yang tidak beroperasi 370 km": whole, both parts."""
    if number < 2:
        return []
    whole, part, rest = figures[number - 2 : number + 1]
    between = LACKING.fullmatch(sentence[part.end : rest.start])
    before = sentence[whole.end : part.start]
    if not between or len(before) > LONGEST or "." in before:
        return []
    alike = {whole.kind, part.kind, rest.kind} == {whole.kind} and whole.kind != "persen"
    told = re.search(rf"\b{between['doing']}\b", before, re.IGNORECASE)
    if not alike or not told or re.search(r"\b(?:tidak|belum)\s*$", before[: told.start()]):
        return []
    return [
        SaidRelation(
            "jumlah",
            whole,
            (("bagian", (part, rest)),),
            Fraction(0),
            f"kalimatnya merinci {whole.text} dalam 2 bagian",
        )
    ]
