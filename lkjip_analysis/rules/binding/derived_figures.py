"""Figures that no sentence prints, but that follow from two that are printed.

Last year's count is this year's less the stated rise. Such a cell is a cell like others, except
that it is worked out anew each time and can be no misprint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import permutations

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import alike
from lkjip_analysis.report.report import CLAIMS, Report, rewrite
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import Implied, Linear, Rule
from lkjip_analysis.rules.kinds import KINDS
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Figure, Value, Values, is_amount, printed_values


def derived_cells(report: Report) -> frozenset[Address]:
    return frozenset(cell.address for cell in report.cells() if cell.derived)


def signed(report: Report, rules: Sequence[Rule]) -> frozenset[Address]:
    """The figures that may be negative: differences, and those of a column that prints one.

    Of a difference whose minus sign is lost nothing but the rule tells that it may have one; nor
    of an amount that two come to less with than the other is alone. The only negative figure of a
    column says nothing of the others where a relation fails that it stands in: it may be the slip.
    """
    found = {rule.result for rule in rules if KINDS[rule.head.kind].may_be_negative}
    below = grouped((_column(c.address), c) for c in report.figures() if c.point < 0)
    alone = {c[0].address: c[0] for of, c in below.items() if len(c) == 1 and of[0] != CLAIMS}
    doubtful = _in_doubt(report, rules, alone.keys() - found)
    found |= {cell.address for cells in below.values() for cell in cells} - doubtful
    columns = {_column(where) for where in found if where.table != CLAIMS}
    beside = {c.address for c in report.figures() if _column(c.address) in columns}
    amounts = {cell.address: cell.point for cell in report.figures() if is_amount(cell)}
    sums = (rule for rule in rules if isinstance(rule, Linear) and amounts.keys() >= {*rule.cells})
    return frozenset(found | beside | {cell for rule in sums for cell in _taken(rule, amounts)})


def _column(where: Address) -> tuple[str, str]:
    return where.table, where.column


def _in_doubt(report: Report, rules: Sequence[Rule], cells: Set[Address]) -> set[Address]:
    """Those of these cells that stand in a relation that fails as it is printed."""
    near = [rule for rule in rules if not cells.isdisjoint(rule.cells)] if cells else []
    held = dict.fromkeys(cell for rule in near for cell in rule.cells)
    values = Values(printed_values(map(report.cell, held)))
    failing = (r for r in near if not _holds(r.implied(r.result, values), values[r.result]))
    return {cell for rule in failing for cell in rule.cells if cell in cells}


def _holds(implied: Implied, value: Value) -> bool:
    if isinstance(implied, Interval) and isinstance(value, Figure):
        return value.interval.meets(implied)
    return True


def _taken(rule: Linear, amounts: Mapping[Address, Fraction]) -> Iterator[Address]:
    """Of two amounts of money in a sum that is less than one of them, the other."""
    parts = [cell for cell in rule.cells if cell != rule.result]
    if len(parts) == 2 and rule.weights[parts[0]] == rule.weights[parts[1]]:
        for part, other in permutations(parts):
            if amounts[rule.result] < amounts[other]:
                yield part


def filled(report: Report, rules: Sequence[Rule]) -> Report:
    """The report with each derived figure as its rule gives it from the printed ones."""
    derived = derived_cells(report)
    if not derived:
        return report
    telling = [rule for rule in rules if rule.result in derived]
    held = dict.fromkeys(cell for rule in telling for cell in rule.cells)
    values = Values(printed_values(report.cell(cell) for cell in held))
    found: dict[Address, Cell] = {}
    for rule in telling:
        where = rule.result
        exact, cell = reckoned(rule, where, values), found.get(where, report.cell(where))
        if exact is not None and cell.printed is not None:
            found[where] = replace(rewrite(cell, alike(cell.printed, exact)), derived=True)
    return report.holding(found.values())
