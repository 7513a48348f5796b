"""A first look in floats: could a relation hold with these figures, however they were rounded?

Tens of thousands of acts are thought of and nearly all are nothing. What passes here is reckoned
exactly; what is turned away misses by more than any reading of its figures could explain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Quotient, Rule
from lkjip_analysis.rules.base import Part
from lkjip_analysis.rules.values import Figure, Value

Span = tuple[float, float]
Sum = tuple[float, float, dict[Address, tuple[Span, float]]]

LOOSEST = 6
"""No reading of a figure lies further from its print, in units of its last digit."""
EPSILON = 1e-9


@dataclass
class Rough:
    """The figures of a report as spans of floats, and how far each sum misses as printed."""

    printed: Mapping[Address, Value]
    spans: dict[Address, Span] = field(default_factory=dict)
    sums: dict[str, Sum] = field(default_factory=dict)
    moves: dict[tuple[Address, Address], Span] = field(default_factory=dict)

    def span(self, cell: Address) -> Span:
        """Where the figure of a cell may lie, read as loosely as can be."""
        if cell not in self.spans:
            value = self.printed[cell]
            assert isinstance(value, Figure)
            self.spans[cell] = spread_of(value)
        return self.spans[cell]

    def moved(self, to: Address, source: Address) -> Span:
        """The figure of one cell in the place of another, rounded as that one prints."""
        if (to, source) not in self.moves:
            self.moves[to, source] = self._moved(to, source)
        return self.moves[to, source]

    def _moved(self, to: Address, source: Address) -> Span:
        held, other = self.printed[to], self.printed[source]
        assert isinstance(held, Figure) and isinstance(other, Figure)
        more = float(step(held.decimals)) if other.decimals > held.decimals else 0.0
        low, high = spread(held, float(other.texts.low), float(other.texts.high))
        return low - more, high + more

    def scaled(self, cell: Address, power: int) -> Span:
        """A figure as it was before it was written in another unit."""
        value = self.printed[cell]
        assert isinstance(value, Figure)
        by, unit = 10.0**power, float(step(value.decimals))
        more = unit * by if power > 0 else 0.0
        low, high = spread(value, float(value.texts.low) * by, float(value.texts.high) * by)
        return low - more, high + more

    def may_hold(self, rule: Rule, changed: Mapping[Address, Span]) -> bool:
        """False only where the relation fails with these figures for certain."""
        if isinstance(rule, Linear):
            return self._adds_up(rule, changed)
        if isinstance(rule, Quotient) and rule.maximum is None and _is_known(rule):
            return self._divides(rule, changed)
        return True

    def _sum(self, rule: Linear) -> Sum:
        """A sum as printed, prepared once: where it lies, and each share with its weight."""
        if rule.head.name not in self.sums:
            weights = {cell: float(weight) for cell, weight in rule.weights.items()}
            shares = {cell: (_times(self.span(cell), by), by) for cell, by in weights.items()}
            constant = float(rule.constant)
            low = constant + sum(share[0] for share, _ in shares.values())
            high = constant + sum(share[1] for share, _ in shares.values())
            self.sums[rule.head.name] = low, high, shares
        return self.sums[rule.head.name]

    def _adds_up(self, rule: Linear, changed: Mapping[Address, Span]) -> bool:
        low, high, shares = self._sum(rule)
        size = 1.0
        for cell, span in changed.items():
            if cell in shares:
                before, by = shares[cell]
                after = _times(span, by)
                low, high = low - before[0] + after[0], high - before[1] + after[1]
                size = max(size, abs(before[0]), abs(after[0]))
        slack = size * EPSILON
        return low - slack <= 0 <= high + slack

    def _divides(self, rule: Quotient, changed: Mapping[Address, Span]) -> bool:
        result, first, second = (
            self._part(part, changed) for part in (rule.result, rule.first, rule.second)
        )
        below = first if rule.form == "T/R" else second
        if below[0] <= 0 <= below[1]:
            return True
        ends = [_formula(rule, a, b) for a in first for b in second]
        slack = EPSILON * max(1.0, *map(abs, ends))
        return min(ends) - slack <= result[1] and result[0] <= max(ends) + slack

    def _part(self, part: Part, changed: Mapping[Address, Span]) -> Span:
        if not isinstance(part, Address):
            return float(part), float(part)
        return changed[part] if part in changed else self.span(part)


def _is_known(rule: Quotient) -> bool:
    return rule.per is not None or rule.form in ("T/R", "(2T-R)/T", "pertumbuhan")


def spread(value: Figure, low: float, high: float) -> Span:
    """Prints between these ends in this figure's place, each read as loosely as can be."""
    unit = float(step(value.decimals))
    is_loose = bool(value.half) or value.money or value.decimals > 0
    slack = unit * LOOSEST if is_loose else 0.0
    return low - slack, high + slack


def spread_of(value: Figure) -> Span:
    """Where a figure may lie, read as loosely as can be."""
    return spread(value, float(value.texts.low), float(value.texts.high))


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
