"""Where amounts of money may lie that were printed without their sen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import TypeGuard

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, NotAbove, Rule
from lkjip_analysis.rules.values import Figure, Value, Values

HALF = Fraction(1, 2)
MOST = Fraction(99, 100)
"""So much of an amount are its sen, where they were cut off and not rounded."""
NONE = Interval(0, 0)


def without_sen(rule: Rule, cell: Address, values: Values) -> Interval | None:
    """Where a relation wants a cell if its amounts of money were printed without their sen.

    Rounded one by one they need not agree: half a unit of each is no error, that of the cell
    itself included; nor are the sen that were cut off each, where the result lost its own so.
    None where it has no such amounts, or only repeats or bounds them.
    """
    if not rule.may_be_rounded or isinstance(rule, NotAbove):
        return None
    if isinstance(rule, Linear):
        return _sum_without_sen(rule, cell, values)
    amounts = {one: value for one in rule.cells if _is_money(value := values[one])}
    if not amounts:
        return None
    ways = (_rounded, _cut_off) if rule.result in amounts else (_rounded,)
    return reduce(Interval.__or__, (_told(rule, cell, amounts, lost, values) for lost in ways))


def _told(
    rule: Rule,
    cell: Address,
    amounts: Mapping[Address, Figure],
    lost: Callable[[Figure], Interval],
    values: Values,
) -> Interval:
    """Where the relation wants a cell if each of its amounts lost its sen in one way."""
    before = {one: _before(told, lost(told)) for one, told in amounts.items()}
    implied = rule.implied(cell, values.changing(before))
    assert isinstance(implied, Interval)
    return implied - lost(amounts[cell]) if cell in amounts else implied


def _before(told: Figure, lost: Interval) -> Figure:
    """The amount as it was before it lost its sen."""
    low, high = Fraction(lost.low), Fraction(lost.high)
    return Figure(told.texts + (low + high) / 2, (high - low) / 2, told.decimals)


def _rounded(told: Figure) -> Interval:
    return Interval(-HALF, HALF)


def _cut_off(told: Figure) -> Interval:
    return Interval(0, MOST) if told.texts.low >= 0 else Interval(-MOST, 0)


def _sum_without_sen(rule: Linear, cell: Address, values: Values) -> Interval | None:
    """The same of a sum, whose room is counted once however many rows it has."""
    if rule.head.name not in values.kept.sen:
        values.kept.sen[rule.head.name] = _room(rule, values)
    room = values.kept.sen[rule.head.name]
    changed = values.changed_among(rule.weights)
    finer = any(_is_money(values.printed[one]) and not _is_money(values[one]) for one in changed)
    if room == NONE or finer:
        return None
    return rule.implied(cell, values) - room * (1 / Fraction(rule.weights[cell]))


def _room(rule: Linear, values: Values) -> Interval:
    """By how much lost sen, also those hidden in a sheet, may move a sum, its result included."""
    if rule.head.name in values.kept.sheet:
        unit = step(values.figure(rule.result).decimals) * Fraction(rule.weights[rule.result])
        return Interval(-abs(unit), abs(unit))
    printed = values.printed
    amounts = {one: value for one in rule.weights if _is_money(value := printed[one])}
    rounded = _moved(rule, {one: _rounded(told) for one, told in amounts.items()})
    if rule.result not in amounts:
        return rounded
    return rounded | _moved(rule, {one: _cut_off(told) for one, told in amounts.items()})


def _moved(rule: Linear, lost: Mapping[Address, Interval]) -> Interval:
    shares: Iterable[Interval] = (lost[one] * Fraction(rule.weights[one]) for one in lost)
    return reduce(Interval.__add__, shares, NONE)


def _is_money(value: Value) -> TypeGuard[Figure]:
    """Is this an amount printed in whole units? It is exact, so that its sen are all its slack."""
    return isinstance(value, Figure) and value.money and value.is_exact
