"""All relations of a document's tables that their headings, total rows and figures betray."""

from __future__ import annotations

from collections.abc import Container, Iterable

from lkjip_analysis.intake.relations.basis.figure_grid import Grid
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.intake.relations.between_tables.turned_tables import turned_relations
from lkjip_analysis.intake.relations.columns.column_relations import column_relations
from lkjip_analysis.intake.relations.columns.ranks import ranks
from lkjip_analysis.intake.relations.columns.running_totals import running_totals
from lkjip_analysis.intake.relations.rows.named_levels import named_levels
from lkjip_analysis.intake.relations.rows.total_rows import total_rows
from lkjip_analysis.language import worded

WIDEST = 150
"""So many columns of figures are tried on one another: the widest printed tables have sixty."""


def discover(
    grids: Iterable[Grid], *, levels_known: bool = False, known: Container[str] | None = None
) -> tuple[FoundRelation, ...]:
    """The relations in these tables, each with how it was found and how well it is kept.

    `levels_known` says that the tables' type has rules for its total rows already, `known` which
    columns its rules relate to others of their row; None of a table without such a type.
    """
    found: list[FoundRelation] = []
    for grid in grids:
        is_searched = len(grid.columns) <= WIDEST
        found += (*named_levels(grid), *total_rows(grid, levels_known))
        found += running_totals(grid) if is_searched else ()
        found += (*ranks(grid), *turned_relations(grid))
        if grid.rows and is_searched:
            found += column_relations(grid, known)
    return tuple({relation.name: relation for relation in found}.values())


def too_wide(label: str, columns: int) -> str:
    """What a reader is told of a table of too many columns of figures; else nothing."""
    if columns <= WIDEST:
        return ""
    return worded(
        "{label}: {count} kolom angka; hubungan antarkolomnya tidak dicari.",
        label=label,
        count=columns,
    )
