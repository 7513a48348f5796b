"""Where amounts of money may lie that were printed without their sen."""

from __future__ import annotations

from typing import TypeGuard

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, NotAbove, Rule
from lkjip_analysis.rules.values import Figure, Value, Values

HALF = Fraction(1, 2)


def without_sen(rule: Rule, cell: Address, values: Values) -> Interval | None:
    """Where a relation wants a cell if its amounts of money were printed without their sen.

    Rounded one by one they need not agree: half a unit of each is no error, that of the cell
    itself included. None where it has no such amounts, or only repeats or bounds them.
    """
    if not rule.may_be_rounded or isinstance(rule, NotAbove):
        return None
    if isinstance(rule, Linear):
        return _sum_without_sen(rule, cell, values)
    amounts = {one: value for one in rule.cells if _is_money(value := values[one])}
    if not amounts:
        return None
    before = {one: Figure(told.texts, HALF, told.decimals) for one, told in amounts.items()}
    implied = rule.implied(cell, values.changing(before))
    assert isinstance(implied, Interval)
    return implied.widen(HALF) if cell in amounts else implied


def _sum_without_sen(rule: Linear, cell: Address, values: Values) -> Interval | None:
    """The same of a sum, whose room is counted once however many rows it has."""
    if rule.head.name not in values.kept.sen:
        amounts = (w for one, w in rule.weights.items() if _is_money(values.printed[one]))
        values.kept.sen[rule.head.name] = sum((abs(Fraction(w)) for w in amounts), Fraction(0)) / 2
    slack = values.kept.sen[rule.head.name]
    changed = values.changed_among(rule.weights)
    finer = any(_is_money(values.printed[one]) and not _is_money(values[one]) for one in changed)
    if not slack or finer:
        return None
    return rule.implied(cell, values).widen(slack / abs(Fraction(rule.weights[cell])))


def _is_money(value: Value) -> TypeGuard[Figure]:
    """Is this an amount printed in whole units? It is exact, so that its sen are all its slack."""
    return isinstance(value, Figure) and value.money and value.is_exact
