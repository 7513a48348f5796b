"""A first look in floats: could a relation hold with these figures, however they were rounded?

Tens of thousands of acts are thought of and nearly all are nothing. What passes here is reckoned
exactly; what is turned away misses by more than any reading of its figures could explain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Quotient, Rule
from lkjip_analysis.rules.base import Part
from lkjip_analysis.rules.values import Figure, Value

Span = tuple[float, float]
Sum = tuple[float, float, float, dict[Address, tuple[Span, float]]]
"""Where a sum lies as printed, its size, and each share of it with its weight."""

EPSILON = 1e-12
"""So small a part of all that is added up may floats miss by."""


@dataclass
class Rough:
    """The figures of a report as spans of floats, and how far each sum misses as printed."""

    printed: Mapping[Address, Value]
    sums: dict[str, Sum] = field(default_factory=dict)

    def may_hold(self, rule: Rule, changed: Mapping[Address, Value]) -> bool:
        """False only where the relation fails with these figures for certain."""
        if isinstance(rule, Linear):
            return adds_up(self.sum_of(rule), changed)
        if isinstance(rule, Quotient) and _is_known(rule):
            return self._divides(rule, changed)
        return True

    def sum_of(self, rule: Linear) -> Sum:
        """A sum as printed, prepared once."""
        if rule.head.name not in self.sums:
            weights = {cell: float(weight) for cell, weight in rule.weights.items()}
            shares = {
                cell: (_times(_reach(self.printed[cell]), w), w) for cell, w in weights.items()
            }
            constant = float(rule.constant)
            low = constant + sum(share[0] for share, _ in shares.values())
            high = constant + sum(share[1] for share, _ in shares.values())
            size = 1 + abs(constant) + sum(max(map(abs, share)) for share, _ in shares.values())
            self.sums[rule.head.name] = low, high, size, shares
        return self.sums[rule.head.name]

    def _divides(self, rule: Quotient, changed: Mapping[Address, Value]) -> bool:
        result, first, second = (
            self._part(part, changed) for part in (rule.result, rule.first, rule.second)
        )
        below = first if rule.form == "T/R" else second
        if below[0] <= 0 <= below[1]:
            return True
        ends = [_formula(rule, a, b) for a in first for b in second]
        slack = EPSILON * (1 + max(map(abs, ends)))
        return min(ends) - slack <= result[1] and result[0] <= max(ends) + slack

    def _part(self, part: Part, changed: Mapping[Address, Value]) -> Span:
        if not isinstance(part, Address):
            return float(part), float(part)
        return _reach(changed[part] if part in changed else self.printed[part])


def adds_up(told: Sum, changed: Mapping[Address, Value]) -> bool:
    """Could a sum be 0 with these figures?"""
    low, high, size, shares = told
    for cell, value in changed.items():
        if cell in shares:
            before, by = shares[cell]
            after = _reach(value) if by == 1 else _times(_reach(value), by)
            low, high = low - before[0] + after[0], high - before[1] + after[1]
            size += abs(after[0]) + abs(after[1])
    return low <= size * EPSILON and high >= -size * EPSILON


def without(cell: Address, one: Sum, other: Sum) -> Sum:
    """Two sums as one in which a figure of both cancels out, but for how it was rounded in each."""
    by = -one[3][cell][1] / other[3][cell][1]
    low, high = _times((other[0], other[1]), by)
    scaled = {at: (_times(share, by), w * by) for at, (share, w) in other[3].items()}
    shares = {at: told for at, told in (one[3] | scaled).items() if at != cell}
    return one[0] + low, one[1] + high, one[2] + abs(by) * other[2], shares


def _reach(value: Value) -> Span:
    assert isinstance(value, Figure)
    return value.reach


def _is_known(rule: Quotient) -> bool:
    is_bare = rule.maximum is None and rule.minimum is None
    return is_bare and (rule.per is not None or rule.form in ("T/R", "(2T-R)/T", "pertumbuhan"))


def _times(span: Span, by: float) -> Span:
    return (span[0] * by, span[1] * by) if by >= 0 else (span[1] * by, span[0] * by)


def _formula(rule: Quotient, a: float, b: float) -> float:
    if rule.form == "T/R":
        return b * 100 / a
    if rule.form == "(2T-R)/T":
        return 200 - a * 100 / b
    if rule.form == "pertumbuhan":
        return a * 100 / b - 100
    return a * (rule.per or 100) / b
