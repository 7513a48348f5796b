"""Figures that no sentence prints, but that follow from two that are printed.

Last year's count is this year's less the stated rise. Such a cell is a cell like others, except
that it is worked out anew each time and can be no misprint.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from lkjip_analysis.binding.values import Values, printed_values
from lkjip_analysis.interval import Interval
from lkjip_analysis.printed import alike
from lkjip_analysis.reading.tables import Address
from lkjip_analysis.report import Report, rewrite
from lkjip_analysis.rules import Rule


def derived_cells(report: Report) -> frozenset[Address]:
    return frozenset(cell.address for cell in report.cells() if cell.derived)


def filled(report: Report, rules: Sequence[Rule]) -> Report:
    """The report with each derived figure as its rule gives it from the printed ones."""
    derived = derived_cells(report)
    if not derived:
        return report
    values = Values(printed_values(report.cells()))
    tables = dict(report.tables)
    for rule in rules:
        where = rule.result
        if where not in derived:
            continue
        implied = rule.implied(where, values)
        cell = tables[where.table].cells[where]
        if not isinstance(implied, Interval) or not implied.is_bounded or cell.printed is None:
            continue
        middle = (Fraction(implied.low) + Fraction(implied.high)) / 2
        fresh = replace(rewrite(cell, alike(cell.printed, middle)), derived=True)
        table = tables[where.table]
        tables[where.table] = replace(table, cells={**table.cells, where: fresh})
    return replace(report, tables=tables)
