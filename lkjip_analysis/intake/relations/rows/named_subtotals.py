"""Rows within a table that begin as totals do: "Jumlah Belanja Langsung" above "Total Belanja".

They are rows like others until the figures tell: the total below is the sum of those that are named
so, and each of them that of the rows above it which are no parts of others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.relations.basis.figure_grid import Grid
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.intake.relations.rows.families import (
    families,
    family_relation,
    summed_columns,
    tops,
)
from lkjip_analysis.intake.relations.rows.marked_rows import marked_families
from lkjip_analysis.language import worded
from lkjip_analysis.report.row_names import begins_as_total


def named_subtotals(grid: Grid, rows: Sequence[str]) -> list[str]:
    """Those of the rows that begin as totals do."""
    return [key for key in rows if begins_as_total(grid.names[key])]


def subtotal_relations(grid: Grid, subtotals: Sequence[str]) -> Iterator[FoundRelation]:
    """Each of them as the sum of the rows above it, since the one before it."""
    ways = [tops(grid, told) for told in ({}, marked_families(grid), families(grid))]
    since = 0
    for subtotal in subtotals:
        end = grid.order.index(subtotal)
        above = set(grid.order[since:end])
        runs = ([key for key in top if key in above] for top in ways)
        run = next((r for r in runs if len(r) > 1 and summed_columns(grid, subtotal, r)), [])
        yield from _sums(grid, subtotal, run)
        since = end + 1


def _sums(grid: Grid, subtotal: str, run: Sequence[str]) -> Iterator[FoundRelation]:
    """Each column of a row that adds up the rows above it in one of them at least."""
    kept = len(summed_columns(grid, subtotal, run))
    columns = grid.named(percent=False)
    for column in columns if kept else ():
        rows = [key for key in run if grid.prints(key, column)]
        if column in grid.rows[subtotal] and len(rows) > 1 and not grid.is_partial:
            reason = worded(
                "{label}: baris ini disebut jumlah, dan menjumlahkan {count} baris di atasnya",
                label=grid.label,
                count=len(rows),
            )
            yield family_relation(grid, subtotal, column, rows, kept, len(columns), reason)
