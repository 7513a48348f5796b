"""Rows that call themselves a total or a mean and are held against nothing: said, not passed over.

Their parts may be of several kinds, stand in another table, or not all have been read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkjip_analysis.language import worded
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.row_names import is_mean_name, is_total_name
from lkjip_analysis.report.tables import Table
from lkjip_analysis.rules import Rule


def untested_totals(report: Report, rules: Iterable[Rule]) -> tuple[str, ...]:
    """A sentence for each such row that none of the relations in use reckons from other rows."""
    held = {
        (rule.result.table, rule.result.row)
        for rule in rules
        if any(cell.row != rule.result.row for cell in rule.cells)
    }
    return tuple(
        worded(
            "{label}, baris “{row}”: tidak diuji sebagai jumlah atau rata-rata, karena tidak pasti "
            "baris mana yang dihitungnya",
            label=table.label,
            row=table.row_name(row),
        )
        for table in report.tables.values()
        for row in _summaries(table)
        if (table.name, row) not in held
    )


def _summaries(table: Table) -> Iterator[str]:
    """The rows of a table that are called a total or a mean, and print a figure."""
    printed = {cell.address.row for cell in table if cell.is_figure and not cell.derived}
    for row in table.type.total:
        name = table.row_name(row) if row in printed else ""
        if is_total_name(name) or is_mean_name(name):
            yield row
