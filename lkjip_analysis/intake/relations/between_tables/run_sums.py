"""Rows of one table that are the sums of rows that follow one another in another: programmes, and
the activities of each that a later table lists.

No name is asked: where most rows of a column are sums of such runs, and the runs lie beside one
another without a row in common, the rows left between two of them belong to the row between.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import prod

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, value
from lkjip_analysis.intake.relations.basis.found_relation import SELDOM, FoundRelation
from lkjip_analysis.intake.relations.between_tables.parts_elsewhere import sum_of_another_table
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.runs import Figures, Run

LEAST_ROWS, MOST_ROWS = 5, 400
"""A shorter table lists no parts of several; a longer one is not looked through."""
LARGE = 10_000
"""So large a figure is seldom the sum of some rows by accident."""
KEPT, JOINED, FAILING = 3, 2, 3
"""So many rows must be such sums, each of rows of its own; so many of them of more than one row;
and not more than one beside so many may miss."""


@dataclass(frozen=True)
class _Listed:
    """The figures of a column that lists parts, in their order."""

    grid: Grid
    column: str
    keys: tuple[str, ...]
    figures: Figures


@dataclass(frozen=True)
class _Parted:
    """A column of totals, the runs of those that are sums, and of those that should be."""

    listed: _Listed
    grid: Grid
    column: str
    kept: Mapping[str, Run]
    failing: Mapping[str, Run]
    chance: float


@dataclass(frozen=True)
class _Totals:
    """The figures of a column that may sum up others, by their rows."""

    grid: Grid
    column: str
    told: Mapping[str, Fraction]


def sums_of_runs(grids: Sequence[Grid]) -> Iterator[FoundRelation]:
    """Each row that sums up rows of another table, with those of its column that miss theirs."""
    columns = [_totals(grid, column) for grid in grids for column in grid.named(percent=False)]
    tried: dict[int, list[_Parted]] = {}
    for listed, place, runs in _summed([one for grid in grids for one in _lists(grid)], columns):
        if parted := _parted(listed, columns[place], runs):
            tried.setdefault(place, []).append(parted)
    for place in sorted(tried):
        yield from _relations(max(tried[place], key=lambda parted: len(parted.kept)))


def _totals(grid: Grid, column: str) -> _Totals:
    rows = [k for k in grid.order if k in grid.rows and column in grid.rows[k]]
    return _Totals(grid, column, {k: value(grid.rows[k][column]) for k in rows})


def _summed(
    lists: Sequence[_Listed], columns: Sequence[_Totals]
) -> Iterator[tuple[_Listed, int, Mapping[Fraction, Run]]]:
    """The lists with the places of columns of which they sum up some figures, and their runs.

    All figures are looked for at once: each list in each column would be tables times tables.
    """
    places = grouped(
        (figure, place)
        for place, column in enumerate(columns)
        for figure in column.told.values()
        if figure >= LARGE
    )
    for listed in lists:
        runs = listed.figures.shortest(places.keys())
        joined = (figure for figure, (first, end) in runs.items() if end - first > 1)
        times = Counter(place for figure in joined for place in places[figure])
        for place, count in sorted(times.items()):
            if count >= JOINED and columns[place].grid is not listed.grid:
                yield listed, place, runs


def _lists(grid: Grid) -> Iterator[_Listed]:
    """The columns of a table whose rows are no sums of one another, all of them read."""
    for column in grid.named(percent=False):
        keys = tuple(k for k in grid.order if k in grid.rows)
        is_whole = all(column in grid.rows[key] for key in keys)
        if not is_whole or grid.is_partial or not LEAST_ROWS <= len(keys) <= MOST_ROWS:
            continue
        figures = Figures([value(grid.rows[key][column]) for key in keys])
        if not _is_nested(figures):
            yield _Listed(grid, column, keys, figures)


def _is_nested(figures: Figures) -> bool:
    """Is one of the rows the sum of two or more that follow it?"""
    places = {total: place for place, total in enumerate(figures.above)}
    return any(
        shown >= LARGE and places.get(figures.above[row + 1] + shown, 0) > row + 2
        for row, shown in enumerate(figures.values)
    )


def _parted(listed: _Listed, totals: _Totals, runs: Mapping[Fraction, Run]) -> _Parted | None:
    """The rows of a column as sums of runs of a list; nothing where too few are."""
    told, rows = totals.told, list(totals.told)
    found = {k: runs[told[k]] for k in rows if told[k] in runs}
    once = Counter(found.values())
    kept = {k: run for k, run in found.items() if once[run] == 1}
    joined = sum(1 for first, end in kept.values() if end - first > 1)
    order = sorted(kept.values())
    apart = all(one[1] <= other[0] for one, other in pairwise(order))
    if len(kept) < KEPT or joined < JOINED or not apart:
        return None
    missing = len(rows) - len(kept)
    if missing * FAILING > len(kept):
        return None
    chance = prod(min(float(listed.figures.runs / told[k]), 1.0) for k in kept)
    between = _between(rows, kept, len(listed.keys))
    return _Parted(listed, totals.grid, totals.column, kept, between, chance)


def _between(rows: Sequence[str], kept: Mapping[str, Run], count: int) -> dict[str, Run]:
    """The rows that lie between two kept ones, with the run that is left between theirs."""
    covered = {row for first, end in kept.values() for row in range(first, end)}
    found = {}
    for place, key in enumerate(rows):
        before = kept.get(rows[place - 1]) if place else (0, 0)
        behind = kept.get(rows[place + 1]) if place + 1 < len(rows) else (count, count)
        if key in kept or before is None or behind is None:
            continue
        left = range(before[1], behind[0])
        if len(left) > 1 and not covered & set(left):
            found[key] = (left.start, left.stop)
    return found


def _relations(parted: _Parted) -> Iterator[FoundRelation]:
    if parted.chance > SELDOM:
        return
    listed, of = parted.listed, len(parted.kept) + len(parted.failing)
    for key, (first, end) in {**parted.kept, **parted.failing}.items():
        if end - first < 2:
            continue  # a copy, no sum
        yield sum_of_another_table(
            f"rincian_{listed.grid.name}_{parted.grid.name}_{key}_{parted.column}",
            (parted.grid, parted.grid.cell(key, parted.column)),
            (listed.grid, listed.grid.cells(listed.keys[first:end], listed.column)),
            (len(parted.kept), of, parted.chance),
            (parted.column, listed.column),
        )
