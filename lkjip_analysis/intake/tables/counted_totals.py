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
    """The table, its last row told to be a total where it says what it counts, indicators none."""
    table = _without_indicators(table)
    if not table.rows or not _says_what(table.rows[-1]) or table.rows[-1].whole is False:
        return table
    *before, last = table.rows
    parts = [row for row in before if not (row.spans or row.is_summary)]
    summed = len(parts) >= LEAST and adds_up(last, parts)
    alone = not any(row.is_total for row in before)
    if summed or (alone and not last.is_listed and _heads_name(table, last)):
        return replace(table, rows=(*before, replace(last, whole=True)))
    return table


def _without_indicators(table: PrintedTable) -> PrintedTable:
    """The table, none of its indicators taken for a total, wherever they stand in it."""
    told = [_says_what(row) and _is_indicator(table, row) for row in table.rows]
    if not any(told):
        return table
    pairs = zip(table.rows, told, strict=True)
    return replace(
        table, rows=tuple(replace(r, whole=False) if is_one else r for r, is_one in pairs)
    )


def _says_what(row: Row) -> bool:
    return begins_as_total(row.named) and counts_something(row.named)


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
