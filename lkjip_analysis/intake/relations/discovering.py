"""All relations of a document's tables that their headings, total rows and figures betray."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.intake.relations.column_relations import column_relations
from lkjip_analysis.intake.relations.figure_grid import Grid
from lkjip_analysis.intake.relations.found_relation import FoundRelation
from lkjip_analysis.intake.relations.ranks import ranks
from lkjip_analysis.intake.relations.running_totals import running_totals
from lkjip_analysis.intake.relations.total_rows import total_rows
from lkjip_analysis.intake.relations.turned_tables import turned_relations


def discover(
    grids: Iterable[Grid], *, levels_known: bool = False, columns_known: bool = False
) -> tuple[FoundRelation, ...]:
    """The relations in these tables, each with how it was found and how well it is kept.

    `levels_known` and `columns_known` say that the tables' type has rules for its total rows, or
    between its columns, already.
    """
    found: list[FoundRelation] = []
    for grid in grids:
        found += (*total_rows(grid, levels_known), *running_totals(grid), *ranks(grid))
        found += turned_relations(grid)
        if grid.rows and not columns_known:
            found += column_relations(grid)
    return tuple({relation.name: relation for relation in found}.values())
