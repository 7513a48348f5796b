"""What is left, told behind "sisanya": of a whole that stands before it, or of 100 percent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.sentences.said_figures import OR, SaidFigure, SaidRelation, units_of
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction

REST = re.compile(r"\b(?:sisanya|selebihnya)\b[^.;:)\d]{0,60}$", re.IGNORECASE)
LEFT = re.compile(r"\b(?:tersisa|menyisakan|masih\s+sisa)\b[^.;:)\d]{0,60}$", re.IGNORECASE)
"""What is left of a stock, which may have been added to as well: of a whole and one part only."""
OF = re.compile(r"[^.;,\d]{0,30}\bdari\b[^.;,\d]{0,40}", re.IGNORECASE)
"""What stands between a part and the whole behind it."""
NO_REST = re.compile(
    r"\b(?:sebagian|antara\s+lain|di\s*antaranya|termasuk|yaitu\s+tahun|masing)\b", re.IGNORECASE
)
"""What tells some of the rest only, or the rest of each of several things."""
MIXED = re.compile(r"\b(?:rata\s*-?\s*rata|naik|turun|meningkat|menurun|tumbuh|target)\w*", re.I)
"""Percentages of other things than parts of one whole stand beside these words."""
WHOLE = 100


def rest_of(figures: Sequence[SaidFigure], number: int, sentence: str) -> list[SaidRelation]:
    """ "Dari 40 desa, 28 desa siaga dan sisanya 12 desa belum", "70 persen ..., sisanya 30 persen".

    A share in brackets behind the rest is the rest of the shares. Nothing where more of the same
    follows, which is a part of the rest.
    """
    if not _is_rest(figures, number, sentence):
        return []
    units = units_of(figures, sentence)
    rest = figures[number]
    alike = [
        i
        for i, figure in enumerate(figures)
        if figure.kind == rest.kind and (rest.kind != "bilangan" or units[i] == units[number])
    ]
    before = [figures[i] for i in alike if i < number]
    if alike[-1] != number or not (units[number] or rest.kind != "bilangan"):
        return []
    if LEFT.search(sentence[figures[number - 1].end : rest.start]) and len(before) != 2:
        return []
    return list(_readings(rest, _whole_first(before, sentence)))


def _is_rest(figures: Sequence[SaidFigure], number: int, sentence: str) -> bool:
    """Does "sisanya" stand before a figure, or before the count that it is the share of?"""
    if number < 1 or NO_REST.search(sentence) or MIXED.search(sentence):
        return False
    counted, figure = figures[number - 1 : number + 1]
    gap = sentence[counted.end : figure.start]
    if REST.search(gap) or LEFT.search(gap):
        return True
    before = sentence[figures[number - 2].end : counted.start] if number > 1 else ""
    share = figure.kind == "persen" != counted.kind and OR.fullmatch(gap)
    return bool(share and REST.search(before))


def _whole_first(before: Sequence[SaidFigure], sentence: str) -> Sequence[SaidFigure]:
    """ "28 dari 40 desa": the figures with the whole of the first pair before its part."""
    if len(before) < 2 or not OF.fullmatch(sentence, before[0].end, before[1].start):
        return before
    return [before[1], before[0], *before[2:]]


def _readings(rest: SaidFigure, before: Sequence[SaidFigure]) -> Iterator[SaidRelation]:
    """What the figures before may leave: the first of some of the others, or a hundred of them."""
    for first, whole in enumerate(before):
        parts = tuple(before[first + 1 :])
        if parts and sum(part.value for part in parts) < whole.value:
            roles = (("dari", (whole,)), ("kurang", parts))
            yield SaidRelation("selisih", rest, roles, _slack(rest, (whole, *parts)), _why(parts))
    if rest.kind == "persen":
        for first in range(len(before)):
            parts = tuple(before[first:])
            if sum(part.value for part in parts) < WHOLE:
                yield SaidRelation(
                    "sisa", rest, (("kurang", parts),), _slack(rest, parts), _why(parts)
                )


def _slack(rest: SaidFigure, others: Sequence[SaidFigure]) -> Fraction:
    """Half a unit of each share that was rounded; counts and amounts are as printed."""
    if rest.kind != "persen":
        return Fraction(0)
    return sum((figure.printed.step / 2 for figure in (rest, *others)), Fraction(0))


def _why(parts: Sequence[SaidFigure]) -> str:
    told = ", ".join(part.text for part in parts)
    return worded("kalimatnya menyebut sisa sesudah {told}", told=told)
