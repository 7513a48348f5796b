"""A cell reckoned forward: the one figure that the other prints of a relation give.

Intervals say where a figure may lie; a person who mends a table reckons with the figures as they
are printed. A repair proposes that figure, never the middle of what rounding would allow.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Rule, Same
from lkjip_analysis.rules.values import Figure, Value, Values


def reckoned(rule: Rule, cell: Address, values: Values) -> Fraction | None:
    """What the relation gives for `cell` with all other figures exactly as printed.

    None where it does not reckon the cell forward, or where another figure is known by bounds only.
    """
    if not rule.reckons(cell):
        return None
    if isinstance(rule, Linear):
        changed = values.changed.items()
        known = all(_is_point(v) for o, v in changed if o != cell and o in rule.weights)
        return rule.reckoned(cell, values) if known else None
    others = {other: values[other] for other in rule.cells if other != cell}
    if not all(map(_is_point, others.values())):
        return None
    if isinstance(rule, Same):
        (copied,) = others.values() or (None,)
        return Fraction(copied.texts.low) if isinstance(copied, Figure) else None
    exact = {other: _exactly(value) for other, value in others.items()}
    implied = rule.implied(cell, Values({cell: _exactly(values[cell]), **exact}))
    if not isinstance(implied, Interval) or not implied.is_bounded or implied.low != implied.high:
        return None
    return Fraction(implied.low)


def print_of(cell: Address, rules: Iterable[Rule], values: Values) -> Fraction | None:
    """The print that these relations reckon for `cell`; of several the most closely known.

    None where none reckons it forward, or where its print is none of those in `values`.
    """
    value = values[cell]
    if not isinstance(value, Figure):
        return None
    found: list[tuple[bool, Fraction, Fraction]] = []
    for rule in rules:
        exact = reckoned(rule, cell, values)
        implied = rule.implied(cell, values) if exact is not None else None
        if exact is None or not isinstance(implied, Interval) or not implied.is_bounded:
            continue
        printed = half_up(exact, value.decimals)
        if value.texts.contains(printed):
            width = Fraction(implied.high) - Fraction(implied.low)
            found.append((rule.result != cell, width, printed))
    return min(found)[2] if found else None


def _is_point(value: Value) -> bool:
    """Is it one print, or words?"""
    return not isinstance(value, Figure) or value.texts.low == value.texts.high


def _exactly(value: Value) -> Value:
    """A figure as it stands, without the rounding it may hide; of an open one its bounds."""
    if not isinstance(value, Figure) or not _is_point(value):
        return value
    return replace(value, half=Fraction(0))
