"""How a failed relation was reckoned: the figures themselves, as they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Quotient, Rule
from lkjip_analysis.rules.base import Part

MANY, FIRST, LAST = 14, 6, 2
"""Of more figures than these the first and the last are written down, and how many they are."""


def reckoning(report: Report, rule: Rule) -> str:
    """ "(20,5 + 30,5 + 39,0) : 3"; nothing where a relation is no sum, mean or share of cells."""
    if isinstance(rule, Linear) and not rule.constant:
        return _linear(report, rule)
    if isinstance(rule, Quotient) and rule.per:
        part, whole = _text(report, rule.first), _text(report, rule.second)
        per = f" × {rule.per}" if rule.per != 1 else ""
        return f"{part} : {whole}{per}" if part and whole else ""
    return ""


def _linear(report: Report, rule: Linear) -> str:
    sizes = {abs(weight) for cell, weight in rule.weights.items() if cell != rule.result}
    if len(sizes) != 1 or rule.weights[rule.result] != -1:
        return ""
    (size,) = sizes
    plus, less = (
        [text for cell in rule.inputs if (rule.weights[cell] > 0) is more
         and (text := _text(report, cell))] for more in (True, False)
    )  # fmt: skip
    count = len(plus) + len(less)
    if count < 2 or not plus or size not in (1, Fraction(1, count)):
        return ""
    told = " − ".join([_joined(plus), *less])
    return told if size == 1 else f"({told}) : {count}"


def _joined(texts: Sequence[str]) -> str:
    if len(texts) <= MANY:
        return " + ".join(texts)
    left_out = worded("… ({count} angka seluruhnya) …", count=len(texts))
    return " + ".join([*texts[:FIRST], left_out, *texts[-LAST:]])


def _text(report: Report, part: Part) -> str:
    """A figure as it is printed, on one line; a fixed number is no cell to look up."""
    if not isinstance(part, Address):
        return ""
    cell = report.cell(part)
    return cell.words if cell.is_figure else ""
