"""Rows that sum up the rows below them though nothing says so: a programme above its activities.

A row is taken for one where figures of many digits agree, for those do not by accident.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lkjip_analysis.intake.relations.figure_grid import Grid, near, value
from lkjip_analysis.intake.relations.found_relation import FoundRelation
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed

LONG, MEDIUM = 10**5, 10**3
"""One agreeing figure of so many units of its last digit tells a sum, or two of the second."""
ROWS = 400
"""More rows than any table of a report has; beyond, nothing is tried."""
Families = Mapping[str, Sequence[str]]


def families(grid: Grid) -> Families:
    """Row -> the rows right below it that it sums up, inner ones first."""
    keys = list(grid.rows)
    found: dict[str, Sequence[str]] = {}
    covered: set[str] = set()
    for place in range(len(keys) - 2, -1, -1) if len(keys) <= ROWS else ():
        below = [key for key in keys[place + 1 :] if key not in covered]
        if run := _run(grid, keys[place], below):
            found[keys[place]] = run
            covered |= set(run)
    return found


def _run(grid: Grid, parent: str, below: Sequence[str]) -> Sequence[str]:
    """The first rows below that add up to a row, in as many columns as any such run."""
    best: tuple[int, Sequence[str]] = (0, ())
    sums: dict[str, Fraction] = {}
    for size, key in enumerate(below, 1):
        for column in grid.named(percent=False):
            if column in grid.rows[key]:
                sums[column] = sums.get(column, Fraction(0)) + value(grid.rows[key][column])
        kept = [
            c for c in sums if c in grid.rows[parent] and _agrees(grid.rows[parent][c], sums[c])
        ]
        if len(kept) > best[0] and _tells(grid, parent, kept, alone=size == 1):
            best = (len(kept), below[:size])
    return best[1]


def _agrees(shown: Printed, told: Fraction) -> bool:
    return near(shown, told, [shown])


def _tells(grid: Grid, parent: str, kept: Sequence[str], alone: bool) -> bool:
    """Do the agreeing figures have so many digits that accident need not be feared?"""
    sizes = [abs(value(grid.rows[parent][c])) / grid.rows[parent][c].step for c in kept]
    medium, long = (sum(size >= least for size in sizes) for least in (MEDIUM, LONG))
    return long > 1 if alone else long > 0 or medium > 1


def tops(grid: Grid, told: Families) -> list[str]:
    """The rows that no other row sums up."""
    inner = {key for run in told.values() for key in run}
    return [key for key in grid.rows if key not in inner]


def family_relations(grid: Grid, told: Families) -> Iterator[FoundRelation]:
    """Each column of a row that sums up others, where a part of its figures agrees."""
    for parent, run in told.items():
        for column in grid.named(percent=False) if len(run) > 1 else ():
            rows = [key for key in run if grid.prints(key, column)]
            if column in grid.rows[parent] and len(rows) > 1:
                yield FoundRelation(
                    f"rincian_{grid.name}_{parent}_{column}",
                    "jumlah",
                    {"hasil": grid.cell(parent, column), "bagian": grid.cells(rows, column)},
                    "dicoba",
                    len(_kept(grid, parent, run)),
                    len(grid.named(percent=False)),
                    0.0,
                    worded(
                        "{label}: baris ini adalah jumlah {count} baris di bawahnya; ditemukan "
                        "dengan mencoba",
                        label=grid.label,
                        count=len(rows),
                    ),
                    frozenset((column,)),
                )


def _kept(grid: Grid, parent: str, run: Sequence[str]) -> list[str]:
    kept = []
    for column in grid.named(percent=False):
        cells = [grid.rows[key][column] for key in run if column in grid.rows[key]]
        if column in grid.rows[parent] and cells:
            whole = sum(map(value, cells), Fraction(0))
            kept += [column] if _agrees(grid.rows[parent][column], whole) else []
    return kept
