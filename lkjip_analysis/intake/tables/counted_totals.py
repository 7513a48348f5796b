"""A row that begins as totals do and says what it counts: "TOTAL KOPERASI AKTIF".

It may as well be one more item of the list. Among indicators it is one, as `lkjip import` takes
it; else it is the total where its figures are sums, or where all it counts heads the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.tables.place_totals import LEAST, adds_up
from lkjip_analysis.intake.tables.printed_rows import Row
from lkjip_analysis.intake.tables.printed_table import PrintedTable
from lkjip_analysis.report.row_names import begins_as_total, counts_something, joined

INDICATOR = re.compile(r"\bindikator\b", re.IGNORECASE)
MONEY = re.compile(r"\b(?:rp|rupiah|pagu|anggaran|belanja)\b", re.IGNORECASE)
OF_TOTALS = frozenset({"jumlah", "total", "jml", "grand", "sub", "subtotal", "seluruh", "semua"})


def with_counted_total(table: PrintedTable) -> PrintedTable:
    """The table, its last row told to be a total or an item where it says what it counts."""
    if not table.rows:
        return table
    *before, last = table.rows
    if not begins_as_total(last.named) or not counts_something(last.named):
        return table
    if _is_indicator(table, last):
        return _told(table, False)
    parts = [row for row in before if not (row.spans or row.is_summary)]
    summed = len(parts) >= LEAST and adds_up(last, parts)
    alone = not any(row.is_total for row in before)
    if summed or (alone and not last.is_listed and _heads_name(table, last)):
        return _told(table, True)
    return table


def _told(table: PrintedTable, whole: bool) -> PrintedTable:
    *before, last = table.rows
    return replace(table, rows=(*before, replace(last, whole=whole)))


def _is_indicator(table: PrintedTable, row: Row) -> bool:
    """Does it stand among indicators, in a table that is not about money?"""
    heads: Sequence[str] = [table.heading(number) for number in range(len(table.heads))]
    if row.wide or any(map(MONEY.search, heads)):
        return False
    return bool(INDICATOR.search(heads[row.texts.index(row.named)]))


def _heads_name(table: PrintedTable, row: Row) -> bool:
    """Do the headings or the title say all that this row counts?"""
    heads = " ".join(table.heading(number) for number in range(len(table.heads)))
    counted = words(joined(row.named)) - OF_TOTALS
    return bool(counted) and counted <= words(f"{heads} {table.title}")
