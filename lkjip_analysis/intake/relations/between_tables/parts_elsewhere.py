"""Totals of one table whose parts another table prints: staff by status, and by education.

The columns of the one are run together from the first, the longest run that most rows keep being
meant. Only a column headed as a total is tried, and accident is counted by the size of the totals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, Row, value, whole_of
from lkjip_analysis.intake.relations.basis.found_relation import RARE, FoundRelation
from lkjip_analysis.intake.relations.between_tables.alike_rows import matched
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.report.row_names import is_total_name

FEWEST, LEAST = 3, 2
"""So many columns make up a whole, and so many rows must show it."""


@dataclass(frozen=True)
class _Parting:
    """A run of columns of one table that adds up to a column of another, row by row."""

    run: Sequence[str]
    total: str
    kept: tuple[str, ...]
    failing: tuple[str, ...]
    chance: float


def parts_of_totals(grids: Sequence[Grid]) -> Iterator[FoundRelation]:
    """The totals of tables that the columns of another table for the same rows add up to."""
    whole = [(grid, totals) for grid in grids if (totals := _totals(grid))]
    parts = [grid for grid in grids if len(grid.named(percent=False)) >= FEWEST]
    for one in parts:
        for other, totals in whole:
            if one is other or not (rows := matched(one, other)):
                continue
            for total in totals:
                if best := _best(one, other, rows, total):
                    yield from _relations(one, other, rows, best)


def _totals(grid: Grid) -> list[str]:
    return [
        c.name
        for c in grid.columns
        if not c.is_percent and c.head and is_total_name(c.head.split()[-1])
    ]


def _best(one: Grid, other: Grid, rows: Mapping[str, str], total: str) -> _Parting | None:
    columns = one.named(percent=False)
    runs = [columns[:size] for size in range(len(columns), FEWEST - 1, -1)]
    tried = [_tried(one, other, rows, run, total, len(runs)) for run in runs]
    believed = [
        p
        for p in tried
        if len(p.kept) >= LEAST and len(p.kept) > len(p.failing) and p.chance <= RARE
    ]
    return max(believed, key=lambda p: len(p.kept), default=None)


def _tried(
    one: Grid, other: Grid, rows: Mapping[str, str], run: Sequence[str], total: str, of: int
) -> _Parting:
    asked = [
        row
        for row, match in rows.items()
        if total in other.rows[match] and _parts(one.rows[row], run) >= LEAST
    ]
    shown = {row: value(other.rows[rows[row]][total]) for row in asked}
    kept = tuple(row for row in asked if _sum(one.rows[row], run) == shown[row])
    chance = of * prod(float(1 / max(abs(shown[row]), Fraction(2))) for row in kept)
    return _Parting(run, total, kept, tuple(row for row in asked if row not in kept), chance)


def _parts(row: Row, run: Sequence[str]) -> int:
    """How many columns of a run print more than nothing: a lone part is a copy, no sum."""
    return sum(bool(value(row[column])) for column in run if column in row)


def _sum(row: Row, run: Sequence[str]) -> Fraction:
    return whole_of(row[column] for column in run if column in row)


def _relations(
    one: Grid, other: Grid, rows: Mapping[str, str], parting: _Parting
) -> Iterator[FoundRelation]:
    """One relation for each row, and for the sums of both tables."""
    sums = {key: key for key in one.sums if key in other.sums and parting.total in other.sums[key]}
    told = {row: (one.rows[row], rows[row]) for row in (*parting.kept, *parting.failing)}
    told |= {key: (one.sums[key], key) for key in sums}
    of = len(parting.kept) + len(parting.failing)
    for row, (cells, match) in told.items():
        named = [c for c in parting.run if c in cells]
        yield sum_of_another_table(
            f"bagian_{one.name}_{other.name}_{match}_{parting.total}",
            (other, other.cell(match, parting.total)),
            (one, " + ".join(one.cell(row, column) for column in named)),
            (len(parting.kept), of, parting.chance),
            (parting.total, *named),
        )


def sum_of_another_table(
    name: str,
    whole: tuple[Grid, str],
    parts: tuple[Grid, str],
    support: tuple[int, int, float],
    columns: Iterable[str],
) -> FoundRelation:
    """A cell of one table as the sum of cells of another: kept, of how many, by what chance."""
    kept, of, chance = support
    why = worded(
        "{label} mencetak jumlah yang dirinci {other}; cocok di {kept} dari {of} baris",
        label=whole[0].label,
        other=parts[0].label,
        kept=kept,
        of=of,
    )
    entries = {"hasil": whole[1], "bagian": parts[1]}
    return FoundRelation(
        name, "jumlah", entries, "dicoba", kept, of, chance, why, frozenset(columns)
    )
