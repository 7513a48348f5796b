"""Activities that every agency of a region has, by their names: the rows between two of them are
the parts of the first.

The names are those of Permendagri 90 of 2019; what an agency calls otherwise is no such activity.
The figures say whether the table adds up at all: most of these rows must, so that one may fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lkjip_analysis.intake.relations.basis.figure_grid import Grid
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.intake.relations.rows.coded_rows import says
from lkjip_analysis.intake.relations.rows.families import family_relation, found_by_trying
from lkjip_analysis.intake.relations.rows.marked_rows import adds_up_long, surely_misses

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
        kept = [row for row in asked if adds_up_long(grid, row, told[row], column)]
        if len(kept) < FEWEST or len(kept) < 2 * (len(asked) - len(kept)):
            continue
        for row in asked:
            if row not in kept and surely_misses(grid, row, told[row], column):
                why = found_by_trying(grid, told[row])
                yield family_relation(grid, row, column, told[row], len(kept), len(asked), why)


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
