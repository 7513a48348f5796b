"""The pages on which proposed tables are printed, where the document knows its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.blocks import Block, WordTable
from lkjip_analysis.intake.document.printed_places import pages_of
from lkjip_analysis.intake.proposal.proposal import ProposedTable


def with_pages(
    tables: Sequence[ProposedTable], blocks: Sequence[Block]
) -> tuple[ProposedTable, ...]:
    """The tables, each with a note that names the page of the file where it begins."""
    return tuple(_with_page(table, blocks[table.place]) for table in tables)


def _with_page(table: ProposedTable, block: Block) -> ProposedTable:
    if not isinstance(block, WordTable):
        return table
    places = [place for row in block.grid.rows for slot in row for place in slot.where]
    pages = pages_of(places)
    return replace(table, notes=(f"halaman {pages}", *table.notes)) if pages else table
