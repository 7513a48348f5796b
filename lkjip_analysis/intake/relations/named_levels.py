"""Activities that every agency of a region has, by their names: the rows between two of them are
the parts of the first.

The names are those of Permendagri 90 of 2019; what an agency calls otherwise is no such activity.
The figures say whether the table adds up at all: most of these rows must, so that one may fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lkjip_analysis.intake.relations.coded_rows import adds_up, is_difference, says
from lkjip_analysis.intake.relations.families import LONG, family_relation, is_of_rows_in_a_row
from lkjip_analysis.intake.relations.figure_grid import Grid, value, whole_of
from lkjip_analysis.intake.relations.found_relation import FoundRelation
from lkjip_analysis.language import worded

NAMES = (
    "perencanaan penganggaran dan evaluasi kinerja perangkat daerah",
    "administrasi keuangan perangkat daerah",
    "administrasi barang milik daerah pada perangkat daerah",
    "administrasi pendapatan daerah kewenangan perangkat daerah",
    "administrasi kepegawaian perangkat daerah",
    "administrasi umum perangkat daerah",
    "pengadaan barang milik daerah penunjang urusan pemerintah daerah",
    "pengadaan barang milik daerah penunjang urusan pemerintahan daerah",
    "penyediaan jasa penunjang urusan pemerintahan daerah",
    "pemeliharaan barang milik daerah penunjang urusan pemerintahan daerah",
)
"""The activities of the programme that supports an agency, each with activities of its own."""
PROGRAM = re.compile(r"\W*(?:[\dIVX]{1,4}\W+)?program\b", re.IGNORECASE)
FEWEST = 3
"""So many of the activities must add up in a column, and twice as many as do not."""


def named_levels(grid: Grid) -> Iterator[FoundRelation]:
    """Each activity that fails in a column in which most activities add up."""
    told = _activities(grid)
    for column in grid.named(percent=False) if len(told) > FEWEST else ():
        asked = [row for row in told if says(grid, row, told[row], column)]
        kept = [row for row in asked if _holds(grid, row, told[row], column)]
        if len(kept) < FEWEST or len(kept) < 2 * (len(asked) - len(kept)):
            continue
        for row in asked:
            if row not in kept and _misses(grid, row, told[row], column):
                yield _relation(grid, row, column, told[row], (len(kept), len(asked)))


def _activities(grid: Grid) -> Mapping[str, Sequence[str]]:
    """Row -> the rows below it, down to the next activity, programme or total; nothing of the last
    one, whose end is not known."""
    found: dict[str, list[str]] = {}
    ended: set[str] = set()
    above = ""
    for key in grid.order:
        names = (grid.names.get(key, ""), *grid.also.get(key, ()))
        ends = key in grid.sums or any(map(PROGRAM.match, names))
        is_one = any(" ".join(re.findall(r"[a-z]+", name.casefold())) in NAMES for name in names)
        if ends or is_one:
            ended.add(above)
            above = key if is_one and not ends else ""
            if above:
                found[above] = []
        elif above:
            found[above].append(key)
    return {row: parts for row, parts in found.items() if row in ended and len(parts) > 1}


def _holds(grid: Grid, row: str, parts: Sequence[str], column: str) -> bool:
    shown = grid.rows[row][column]
    return abs(value(shown)) >= LONG * shown.step and adds_up(grid, row, parts, column)


def _misses(grid: Grid, row: str, parts: Sequence[str], column: str) -> bool:
    """Does an activity surely miss its parts, all of which were read? It is not by what each may
    have been rounded, nor by what rows one after another hold, and none is taken off."""
    if grid.is_partial or any(column not in grid.rows[part] for part in parts):
        return False
    cells, shown = grid.printed(parts, column), grid.rows[row][column]
    missed = abs(whole_of(cells) - value(shown))
    return (
        abs(value(shown)) >= LONG * shown.step
        and missed > len(cells) * shown.step
        and not is_of_rows_in_a_row(grid, column, missed)
        and not is_difference(grid, row, parts, column)
    )


def _relation(
    grid: Grid, row: str, column: str, parts: Sequence[str], support: tuple[int, int]
) -> FoundRelation:
    reason = worded(
        "{label}: baris ini adalah jumlah {count} baris di bawahnya; ditemukan dengan mencoba",
        label=grid.label,
        count=len(parts),
    )
    return family_relation(grid, row, column, parts, *support, reason)
