"""Relations that fail by a slip of the fingers: a digit, or two exchanged, make the result right.

A relation that was guessed wrongly is seldom off like that, so such a failure says nothing against
it. Prints of few digits tell nothing: many are a slip away from one another.
"""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.numbers.slips import is_slip
from lkjip_analysis.report.report import Report
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Values, printed_values

TELLING = 4
"""So many digits a print has at least."""


def by_a_slip(report: Report, failed: Iterable[Rule]) -> list[Rule]:
    """Those of the failed relations whose result is a slip away from what it should be."""
    values = Values(printed_values(report.cells()))
    return [rule for rule in failed if _is_slip(report, rule, values)]


def _is_slip(report: Report, rule: Rule, values: Values) -> bool:
    if not report.is_figure(rule.result) or any(cell not in values.printed for cell in rule.cells):
        return False
    right, printed = reckoned(rule, rule.result, values), report.cell(rule.result).printed
    if right is None or printed is None or sum(map(str.isdigit, printed.core)) < TELLING:
        return False
    return is_slip(printed, right)
