"""A table that goes on over a page break: is it the same one, and both as one."""

from __future__ import annotations

from dataclasses import replace

from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.tables.printed_table import PrintedTable
from lkjip_analysis.language import worded


def goes_on(earlier: PrintedTable, table: PrintedTable, between: bool, again: bool) -> bool:
    if table.label and table.label != earlier.label and not again:
        return False
    same_width = len(table.heads) == len(earlier.heads)
    alike = same_width and not table.headless and _same_heads(earlier, table)
    if again or (table.label and table.label == earlier.label):
        return alike or (table.headless and same_width)
    return not between and (alike or (table.headless and same_width and not earlier.headless))


def _same_heads(one: PrintedTable, other: PrintedTable) -> bool:
    """Are the headings the same, in however many lines and pieces a narrow cell sets them?"""
    return all(
        _squeezed(one.heading(i)) == _squeezed(other.heading(i)) for i in range(len(one.heads))
    )


def _squeezed(heading: str) -> str:
    return plain_words(heading).replace(" ", "")


def joined(earlier: PrintedTable, table: PrintedTable) -> PrintedTable:
    how = (
        worded("tanpa judul kolom ulang") if table.headless else worded("dengan judul kolom ulang")
    )
    note = worded(
        "disambung dari halaman berikutnya ({how}) sesudah baris {row}",
        how=how,
        row=len(earlier.rows),
    )
    return replace(earlier, rows=(*earlier.rows, *table.rows), notes=(*earlier.notes, note))
