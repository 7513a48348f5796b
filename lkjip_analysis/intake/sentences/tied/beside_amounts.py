"""An amount beside one that names a row of a table: it is another amount of that row, misprinted.

"Anggaran Rp A dengan realisasi Rp B": where A stands in one row of a table only, B is of that row.
Where B begins as an amount of the row does and ends otherwise, it is that amount.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.tied.candidates import is_long
from lkjip_analysis.intake.sentences.tied.sentence_series import Said
from lkjip_analysis.numbers.grouping import grouped

NEAR = 160
"""So many letters at most stand between the two amounts."""
BEGIN, TELLING = 4, 7
"""So many first digits are the same, of amounts that have so many, zeros behind them apart."""


@dataclass(frozen=True)
class Beside:
    """A figure that no cell prints, with the cell of the row named by the amount beside it."""

    claim: int
    spot: Spot
    instead: str = ""
    """The cell that the figure repeats, though its sentence speaks of another."""
    by_year: bool = False
    """Do the row and the year of the sentence name the cell, and no amount beside it?"""


def beside_amounts(said: Sequence[Said], spots: Sequence[Spot]) -> Iterator[Beside]:
    """The amounts that no cell prints, each with the cell that it begins like."""
    money = [spot for spot in spots if spot.unit == "rupiah" and not spot.is_claim]
    rows = grouped(((spot.table, spot.key), spot) for spot in money)
    printed = grouped((spot.value, spot) for spot in money)
    told = [one for one in said if one.figure.kind == "rupiah" and is_long(one.figure)]
    beside = grouped((one.where.place, one) for one in told)
    for one in told:
        if one.figure.printed.value in printed:
            continue
        named = [n for n in beside[one.where.place] if n is not one and _is_near(one, n)]
        keys = {(s.table, s.key) for n in named for s in printed.get(n.value, ())}
        cells = [c for key in keys for c in rows[key] if _begins_alike(one, c)]
        if cells and len({cell.value for cell in cells}) == 1:
            told_of = words(one.since)
            yield Beside(one.claim, max(cells, key=lambda c: len(words(c.called) & told_of)))


def _is_near(one: Said, other: Said) -> bool:
    return abs(one.figure.start - other.figure.start) <= NEAR


def _begins_alike(one: Said, spot: Spot) -> bool:
    """Do an amount and a cell of as many digits begin with the same ones?"""
    mine, other = str(int(one.value)), str(int(spot.value))
    telling = min(len(mine.rstrip("0")), len(other.rstrip("0"))) >= TELLING
    return telling and len(mine) == len(other) and mine[:BEGIN] == other[:BEGIN]
