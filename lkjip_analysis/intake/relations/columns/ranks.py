"""Columns that rank the rows by another one: 1 stands beside the largest, or the smallest.

Believed is an order that every row keeps, or every row but one. Where a rank is printed twice or
left out, a rank is wrong: each must be one more than that of the row before it in the order of the
figures. Where every rank is printed once and the order fails all the same, rather a figure is: none
may exceed that of the rank before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import factorial

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, value
from lkjip_analysis.intake.relations.basis.found_relation import RARE, FoundRelation
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction

HEADED = re.compile(r"\b(?:peringkat|ranking|rangking|rank|urutan)\b", re.IGNORECASE)
FEWEST = 5
"""In a table of fewer rows an order says little."""


@dataclass(frozen=True)
class _Order:
    """The rows in the order of a column of figures; `kept` of them have their ranks in it."""

    by: str
    falls: bool
    rows: tuple[str, ...]
    kept: int
    chance: float


def ranks(grid: Grid) -> Iterator[FoundRelation]:
    """The ranks of a table, where most rows have theirs by the figures of another column."""
    for column in grid.named():
        rows = [key for key in grid.rows if column in grid.rows[key]]
        told = {key: value(grid.rows[key][column]) for key in rows}
        if len(rows) < FEWEST or not HEADED.search(grid.column(column).head) or not _count(told):
            continue
        orders = [
            order
            for by in grid.named()
            if by != column and all(by in grid.rows[key] for key in rows)
            for falls in (True, False)
            if (order := _order(grid, told, by, falls))
        ]
        if orders:
            best = max(orders, key=lambda order: order.kept)
            yield from _relations(grid, column, told, best)


def _count(told: Mapping[str, Fraction]) -> bool:
    """Are these ranks: whole numbers, none larger than there are rows?"""
    return all(rank.denominator == 1 and 1 <= rank <= len(told) for rank in told.values())


def _order(grid: Grid, told: Mapping[str, Fraction], by: str, falls: bool) -> _Order | None:
    """The order by a column, if all rows but one at most keep it; rows that tie have none."""
    figures = {key: value(grid.rows[key][by]) for key in told}
    rows = tuple(sorted(figures, key=lambda key: figures[key], reverse=falls))
    if len(set(figures.values())) < len(figures):
        return None
    if all(told[key] == place for place, key in enumerate(rows, 1)):
        return _Order(by, falls, rows, len(rows), 0.0)
    if not any(_rises([told[key] for key in rows if key != odd]) for odd in rows):
        return None
    chance = 2 * len(grid.columns) * (len(rows) - 1) ** 2 / factorial(len(rows))
    return _Order(by, falls, rows, len(rows) - 1, chance) if chance <= RARE else None


def _rises(ranks: Sequence[Fraction]) -> bool:
    return all(a < b for a, b in pairwise(ranks))


def _relations(
    grid: Grid, column: str, told: Mapping[str, Fraction], order: _Order
) -> Iterator[FoundRelation]:
    once = len(set(told.values())) == len(told)
    if not once or order.kept == len(order.rows):
        for before, row in pairwise(order.rows):
            parts = f"{grid.cell(before, column)} + 1"
            yield _relation(grid, column, order, row, "jumlah",
                            {"hasil": grid.cell(row, column), "bagian": parts})  # fmt: skip
        return
    ranked = sorted(told, key=lambda key: told[key], reverse=not order.falls)
    for larger, smaller in pairwise(ranked):
        cells = (grid.cell(key, order.by) for key in (smaller, larger))
        entries = dict(zip(("hasil", "penyebut"), cells, strict=True))
        yield _relation(grid, column, order, smaller, "tidak_melebihi", entries)


def _relation(
    grid: Grid, column: str, order: _Order, row: str, kind: str, entries: Mapping[str, str]
) -> FoundRelation:
    return FoundRelation(
        f"peringkat_{grid.name}_{row}_{column}",
        kind,
        entries,
        "judul kolom",
        order.kept,
        len(order.rows),
        order.chance,
        worded(
            "{label}: {column} mengurutkan baris menurut {by}; cocok di {kept} dari {of} baris",
            label=grid.label,
            column=column,
            by=order.by,
            kept=order.kept,
            of=len(order.rows),
        ),
        frozenset((column, order.by)),
    )
