"""Which rows of a budget are spending: revenue may well be more than was planned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lkjip_analysis.report.tables import Table

REVENUE = re.compile(
    r"[\W\d]*(?:lain[\s-]*lain\s+)?(?:pendapatan|penerimaan|pajak|retribusi|pad)\b", re.IGNORECASE
)


OF_REVENUE = re.compile(r"\W*(?:jumlah|total)\s+(?:target\s+)?(?:pendapatan|penerimaan)\b", re.I)
"""What calls the sum of a table the sum of its revenue."""


def rows_of_spending(table: Table, rows: Iterable[str]) -> list[str]:
    """Those of the rows that are spent; a total is where none of its table's rows is revenue."""
    if _is_of_revenue(table):
        return []
    revenue = {key for key in table.keys if _is_revenue(table, key)}
    return [row for row in rows if not (revenue if row in table.type.total else row in revenue)]


def _is_of_revenue(table: Table) -> bool:
    """Does the sum of a table say that it adds up revenue, or do most of its rows and none is
    spending?"""
    totals = [key for key in table.keys if key in table.type.total]
    if any(OF_REVENUE.match(table.row_name(key)) for key in totals):
        return True
    spent = any("belanja" in table.row_name(key).casefold() for key in table.rows)
    return not spent and 2 * sum(_is_revenue(table, key) for key in table.rows) > len(table.rows)


def _is_revenue(table: Table, row: str) -> bool:
    """Does a row, or one that it is a part of (4 of 4.1), call itself revenue?"""
    return any(REVENUE.match(table.row_name(key)) for key in _with_wholes(row))


def _with_wholes(row: str) -> Iterator[str]:
    while row:
        yield row
        row = row.rpartition(".")[0]
