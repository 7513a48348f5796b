"""Which prints of one cell a rule would hold with, given all others, however loosely it is read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lkjip_analysis.checking.locating.dropped_sen import without_sen
from lkjip_analysis.checking.locating.rounding import by_width, changed_in, loosest, meant
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import NOTHING, Interval, Number, exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Implied, Linear, NotAbove, Rule, Same
from lkjip_analysis.rules.bounds import ANY_SHARE
from lkjip_analysis.rules.values import Figure, Values

NONE = Fraction(0)


def allowed(rule: Rule, cell: Address, values: Values, strictly: bool = True) -> Implied:
    """The prints of `cell` with which the rule would hold; not strictly: by some rounding, too."""
    if isinstance(rule, Same):
        return _of_copy(rule, cell, values)
    asked = rule.head.name, changed_in(rule, values), cell, strictly
    if asked not in values.kept.allowed:
        values.kept.allowed[asked] = _worked_out(rule, cell, values, strictly)
    return values.kept.allowed[asked]


def _of_copy(rule: Same, cell: Address, values: Values) -> Implied:
    implied, value = rule.implied(cell, values), values[cell]
    if isinstance(implied, frozenset) or not isinstance(value, Figure):
        return implied
    (other,) = {*rule.cells} - {cell} or {cell}
    return implied.widen(value.half) | meant(other, values).widen(value.half)


def _worked_out(rule: Rule, cell: Address, values: Values, strictly: bool) -> Implied:
    implied, value = rule.implied(cell, values), values[cell]
    if isinstance(implied, frozenset) or not isinstance(value, Figure):
        return implied
    strictly = strictly or not rule.may_be_rounded
    # No rounding leads beyond a bound: at most 100 is no 100,01.
    nearest = strictly or isinstance(rule, NotAbove) or implied == ANY_SHARE
    prints = implied.widen(value.half * (1 if nearest else 3))
    if strictly:
        return prints
    if (spared := without_sen(rule, cell, values)) is not None:
        prints |= spared.widen(value.half)
    for other in _widening(rule, cell, values):
        loose = loosest(values[other])
        if loose and isinstance(rule, Linear):  # its reach moves both ends by so much
            moved = (loose.half - values.figure(other).half) * Fraction(rule.weights[other])
            prints |= implied.widen(abs(moved / Fraction(rule.weights[cell])) + value.half)
        elif loose:
            wider = rule.implied(cell, values.changing({other: loose}))
            assert isinstance(wider, Interval)
            prints |= wider.widen(value.half)
    return prints


def _widening(rule: Rule, cell: Address, values: Values) -> Iterator[Address]:
    """The other cells whose looser readings tell how far those of all reach.

    In a sum each moves both ends alike, so that of the unchanged cells the widest one tells.
    """
    if not isinstance(rule, Linear):
        yield from (other for other in rule.cells if other != cell)
        return
    yield from (other for other in values.changed if other in rule.weights and other != cell)
    unchanged = (o for o in by_width(rule, values) if o != cell and o not in values.changed)
    yield from islice(unchanged, 1)


def on_grid(texts: Interval, figure: Figure) -> Interval:
    """The part of `texts` that can be printed with the figure's decimals; empty where none can.

    Exact figures that are counts or amounts are not negative; differences may be, and so may any
    figure whose own minus sign is what is lost.
    """
    if texts.is_empty:
        return NOTHING
    unit = step(figure.decimals)
    low, high = texts.low, texts.high
    is_on = _is_on(low, unit)
    if not is_on:
        low = -_units(-low, unit) * unit
    if not (is_on and high is texts.low) and not _is_on(high, unit):
        high = _units(high, unit) * unit
    if figure.is_exact and figure.texts.low >= 0 and not figure.signed:
        if high < 0 and Interval(low, high).contains(-figure.texts.low):
            return exactly(-figure.texts.low)  # the minus sign is lost
        low = low if low >= 0 else NONE
    return Interval(low, high) if low <= high else NOTHING


def _units(end: Number, unit: Fraction) -> int:
    """How many whole units go into a number that is no infinity: `floor(end / unit)`, quickly."""
    assert not isinstance(end, float)
    return end.numerator * unit.denominator // (end.denominator * unit.numerator)


def _is_on(end: Number, unit: Fraction) -> bool:
    """Is this end of an interval a print with such units already, or no end at all?"""
    if isinstance(end, float):
        return True
    return unit.numerator == 1 and unit.denominator % end.denominator == 0
