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
from lkjip_analysis.numbers.interval import ANYTHING
from lkjip_analysis.numbers.written import alike
from lkjip_analysis.report.report import CLAIMS, Report, rewrite
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import Linear, Rule, Same, fits
from lkjip_analysis.rules.kinds import KINDS
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Values, is_amount, printed_values


def derived_cells(report: Report) -> frozenset[Address]:
    return frozenset(cell.address for cell in report.cells() if cell.derived)


def signed(report: Report, rules: Sequence[Rule]) -> frozenset[Address]:
    """The figures that may be negative: differences, what is reckoned or copied from them, and
    those of a column of differences or of one that prints a negative figure which was put in.

    Of a difference whose minus sign is lost nothing but the rule tells that it may have one; nor
    of an amount that two come to less with than the other is alone. That income less spending is
    below nothing, further down their own column, says nothing of spending; nor does the only
    negative figure of a column where a relation fails that it stands in: it may be the slip.
    """
    apart = [rule for rule in rules if KINDS[rule.head.kind].may_be_negative]
    below = {cell.address for cell in report.figures() if cell.point < 0}
    across = {_column(r.result) for r in apart if len({_column(c) for c in r.cells}) > 1}
    put_in = below - {rule.result for rule in rules if isinstance(rule, Linear)}
    by_column = grouped((_column(cell), cell) for cell in put_in)
    alone = {cells[0] for cells in by_column.values() if len(cells) == 1}
    doubtful = _in_doubt(report, rules, alone)
    columns = across | {_column(cell) for cell in put_in - doubtful}
    amounts = {cell.address: cell.point for cell in report.figures() if is_amount(cell)}
    sums = (rule for rule in rules if isinstance(rule, Linear) and amounts.keys() >= {*rule.cells})
    found = (below - doubtful).union(rule.result for rule in apart)
    found.update(cell for rule in sums for cell in _taken(rule, amounts))
    found.update(
        cell.address
        for cell in report.figures()
        if _column(cell.address) in columns and cell.address.table != CLAIMS
    )
    return frozenset(_carried_on(found, rules) | doubtful)


def _carried_on(found: set[Address], rules: Sequence[Rule]) -> set[Address]:
    """These figures with all that is summed up or copied from them, level by level."""
    while True:
        near = [r for r in rules if isinstance(r, Linear | Same) and not found.isdisjoint(r.cells)]
        fresh = {c for r in near for c in (r.cells if isinstance(r, Same) else (r.result,))} - found
        if not fresh:
            return found
        found |= fresh


def _column(where: Address) -> tuple[str, str]:
    return where.table, where.column


def _in_doubt(report: Report, rules: Sequence[Rule], cells: Set[Address]) -> set[Address]:
    """Those of these cells that stand in a relation that fails as it is printed."""
    near = [rule for rule in rules if not cells.isdisjoint(rule.cells)] if cells else []
    held = dict.fromkeys(cell for rule in near for cell in rule.cells)
    values = Values(printed_values(map(report.cell, held)))
    said = [(rule, rule.implied(rule.result, values)) for rule in near]
    failing = [r for r, told in said if told != ANYTHING and not fits(values[r.result], told)]
    return {cell for rule in failing for cell in rule.cells if cell in cells}


def _taken(rule: Linear, amounts: Mapping[Address, Fraction]) -> Iterator[Address]:
    """Of two amounts of money in a sum that is less than one of them, the other."""
    parts = rule.inputs
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
