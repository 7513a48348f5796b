"""Sums that fail because they count rows that they do not mean, rather than by a slip.

A total over programmes and their activities, or over rows that print the row above again, is read
otherwise than its table means it, and nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Set
from itertools import accumulate, pairwise

from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.intake.document.name_levels import level_of
from lkjip_analysis.intake.relations.rows.rates import make_a_whole
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed
from lkjip_analysis.numbers.slips import is_slip
from lkjip_analysis.output.examined.basis.taken_unasked import rule_name
from lkjip_analysis.report.report import Report
from lkjip_analysis.rules import Linear, Rule

TWICE = Fraction(3, 2)
"""Programmes added to their activities make twice the total; no slip of one figure is meant."""
TELLING = 6
"""Sums of fewer digits are a slip away from many others."""
MOST_ROWS = 500
REPEATED = 1_000
"""So many units of its last digit has a figure that stands twice because a row is a part."""


def added_up(report: Report, verification: Verification) -> frozenset[tuple[str, str]]:
    """The rows and columns of totals in which other sums hold: their parts are the right ones."""
    failed = {rule.head.name for rule in verification.failed}
    held = (
        rule
        for rule in verification.rules
        if rule.head.kind == "jumlah"
        and rule.head.name not in failed
        and report.is_figure(rule.result)
        and report.cell(rule.result).point
    )
    return frozenset(line for rule in held for line in _lines(rule))


def is_read_otherwise(
    report: Report, rule: Rule, sure: frozenset[tuple[str, str]], marked: Set[str]
) -> bool:
    """Does a sum that fails count rows that it does not mean, rather than show a slip?

    Of rows that are `marked` as its parts, where another column shows that they are, it means all.
    What is taken away from what was there and what came is no sum of others.
    """
    if isinstance(rule, Linear) and any(rule.weights[cell] != 1 for cell in rule.inputs):
        return False
    if _counts_repeats(report, rule) or _mixes_levels(report, rule) or _holds_without(report, rule):
        return True
    if rule_name(rule.head.name) in marked:
        return False
    cells = map(report.cell, rule.inputs)
    parts = [cell.printed for cell in cells if cell.is_figure and cell.printed]
    if not _sums_others(report, rule) or make_a_whole(parts):
        return False
    told = sure & _lines(rule) or _is_telling(report, rule) or _is_less_than_a_part(report, rule)
    return not (told and _is_one_slip(report, rule))


def _is_one_slip(report: Report, rule: Rule) -> bool:
    """Would one figure of a sum, printed a slip otherwise, make it hold?"""
    told = {a: report.cell(a) for a in rule.cells if report.cell(a).is_figure}
    shown = told.pop(rule.result, None)
    if shown is None:
        return False
    over = sum((cell.point for cell in told.values()), Fraction(0)) - shown.point
    needed = [(shown, shown.point + over), *((cell, cell.point - over) for cell in told.values())]
    return any(cell.printed and is_slip(cell.printed, right) for cell, right in needed)


def _is_less_than_a_part(report: Report, rule: Rule) -> bool:
    """Is a total below one of its parts? No total of rows in levels is."""
    parts = [report.cell(a).point for a in rule.inputs if report.is_figure(a)]
    return report.is_figure(rule.result) and 0 < report.cell(rule.result).point < max(parts)


def _is_telling(report: Report, rule: Rule) -> bool:
    """Has the sum so many digits that it is no slip away from another by accident?"""
    shown = report.cell(rule.result).printed
    return shown is not None and len(shown.core.replace(".", "").strip("0,")) >= TELLING


def _lines(rule: Rule) -> frozenset[tuple[str, str]]:
    """The row of a sum down a column, or the column of one along a row."""
    result, parts = rule.result, rule.inputs
    down = all((cell.table, cell.column) == (result.table, result.column) for cell in parts)
    return frozenset({(result.table, result.row if down else f".{result.column}")})


def _sums_others(report: Report, rule: Rule) -> bool:
    """Do the parts of a total come to so much more that some are parts of other parts, or to so
    much less that its table begins elsewhere? Parts of another table were counted when found."""
    if rule.head.kind != "jumlah" or any(a.table != rule.result.table for a in rule.cells):
        return False
    told = {a: report.cell(a).point for a in rule.cells if report.cell(a).is_figure}
    shown = told.pop(rule.result, Fraction(0))
    share = sum(told.values(), Fraction(0)) / shown if shown else Fraction(1)
    return share >= TWICE or share * TWICE <= 1


def _counts_repeats(report: Report, rule: Rule) -> bool:
    """Does a total hold without the rows that print the row above again, as its only part?"""
    if rule.head.kind != "jumlah":
        return False
    told = {a: cell for a in rule.cells if (cell := report.cell(a)).is_figure}
    shown = told.pop(rule.result, None)
    again = sum((one.point for above, one in pairwise(told.values())
                 if above.point == one.point and _is_long(one.printed)), Fraction(0))  # fmt: skip
    whole = sum((cell.point for cell in told.values()), Fraction(0))
    return shown is not None and again > 0 and whole - again == shown.point


def _holds_without(report: Report, rule: Rule) -> bool:
    """Does a total of many digits hold without rows right below another, which are its parts?

    Their own sum may miss that row by a slip; the total still is that of the rows above them.
    """
    if rule.head.kind != "jumlah" or not report.is_figure(rule.result):
        return False
    points = [report.cell(cell).point for cell in rule.inputs if report.is_figure(cell)]
    over = sum(points, Fraction(0)) - report.cell(rule.result).point
    if over <= 0 or not _is_long(report.cell(rule.result).printed):
        return False
    for first in range(1, min(len(points), MOST_ROWS)):
        for count, part in enumerate(accumulate(points[first:]), 1):
            if part >= over:
                if part == over and count > 1:
                    return True
                break
    return False


def _is_long(printed: Printed | None) -> bool:
    """Has a figure so many digits that neighbours print it twice by no accident?"""
    return printed is not None and abs(Fraction(printed.value or 0)) >= REPEATED * printed.step


def _mixes_levels(report: Report, rule: Rule) -> bool:
    """Are programmes and activities added up together, as the names of the rows tell?"""
    if rule.head.kind != "jumlah":
        return False
    levels = {level_of(report.tables[cell.table].row_name(cell.row)) for cell in rule.inputs}
    return len(levels - {None}) > 1
