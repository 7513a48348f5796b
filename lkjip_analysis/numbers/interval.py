"""Exact interval arithmetic: where a number may lie, given how it was printed.

The ends are exact (integers or fractions, never binary floats) or plus/minus infinity. There is
one empty interval, `NOTHING`: no number fits.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Any

from lkjip_analysis.numbers.exact import Fraction, quotient

Number = int | Fraction | float
"""An exact number, or plus/minus infinity as a float. No other float is ever stored."""


@dataclass(frozen=True, slots=True, init=False)
class Interval:
    """All numbers from `low` to `high`, both included."""

    low: Number
    high: Number

    def __init__(self, low: Number, high: Number) -> None:
        # As a frozen class writes its own fields, in two thirds of the time: a report is verified
        # by tens of thousands of intervals.
        _set_low(self, low)
        _set_high(self, high)

    def __eq__(self, other: object) -> bool:
        if type(other) is not Interval:
            return NotImplemented
        if self is other:
            return True
        if type(other.low) is float and type(self.low) is not float:
            return False  # an open end, as that of anything at all, beside a number
        return self.low == other.low and self.high == other.high

    @property
    def is_empty(self) -> bool:
        return self is NOTHING

    @property
    def is_bounded(self) -> bool:
        if self is NOTHING or (type(self.low) is float and self.low == -inf):
            return False
        return type(self.high) is not float or self.high != inf

    def meets(self, other: Interval) -> bool:
        return max(self.low, other.low) <= min(self.high, other.high)

    def contains(self, number: Number) -> bool:
        return self.low <= number <= self.high

    def widen(self, margin: Number) -> Interval:
        """Both ends moved outward by `margin`; an empty interval stays empty."""
        if not margin or self is NOTHING:
            return self
        return Interval(self.low - margin, self.high + margin)

    def clip(self, upper: Number) -> Interval:
        """What remains of the numbers after each is cut down to at most `upper`."""
        return Interval(min(self.low, upper), min(self.high, upper))

    def raise_to(self, lower: Number) -> Interval:
        """What remains of the numbers after each is raised to at least `lower`."""
        return Interval(max(self.low, lower), max(self.high, lower))

    def __and__(self, other: Interval) -> Interval:
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else NOTHING

    def __or__(self, other: Interval) -> Interval:
        """The smallest interval that holds both (the hull)."""
        if self is NOTHING:
            return other
        if other is NOTHING:
            return self
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def __neg__(self) -> Interval:
        return self if self is NOTHING else Interval(-self.high, -self.low)

    def __add__(self, other: Interval | Number) -> Interval:
        other = exactly(other)
        if self is NOTHING or other is NOTHING:
            return NOTHING
        return Interval(self.low + other.low, self.high + other.high)

    __radd__ = __add__

    def __sub__(self, other: Interval | Number) -> Interval:
        return self + -exactly(other)

    def __rsub__(self, other: Interval | Number) -> Interval:
        return exactly(other) + -self

    def __mul__(self, other: Interval | Number) -> Interval:
        if not isinstance(other, Interval):
            return self._times(other)
        if self is NOTHING or other is NOTHING:
            return NOTHING
        if self.low > 0 and other.low > 0:  # as most figures are: the products stand in order
            return Interval(self.low * other.low, self.high * other.high)
        ends = [_product(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    __rmul__ = __mul__

    def _times(self, factor: Number) -> Interval:
        if factor == 1 or self is NOTHING:
            return self
        low, high = _product(self.low, factor), _product(self.high, factor)
        return Interval(low, high) if factor >= 0 else Interval(high, low)

    def __truediv__(self, other: Interval | Number) -> Interval:
        """The quotient; anything at all where the denominator may be 0."""
        if not isinstance(other, Interval):
            return self._times(_reciprocal(other)) if other else ANYTHING
        if self is NOTHING or other is NOTHING:
            return NOTHING
        if self.low > 0 and other.low > 0 and type(other.high) is not float:
            # As most figures are: two quotients, without a reciprocal and a product for each.
            high = self.high if type(self.high) is float else quotient(self.high, other.low)
            return Interval(quotient(self.low, other.high), high)
        if other.contains(0):
            return ANYTHING
        return self * Interval(_reciprocal(other.high), _reciprocal(other.low))

    def __rtruediv__(self, other: Interval | Number) -> Interval:
        return exactly(other) / self


_fields: dict[str, Any] = dict(vars(Interval))
_set_low, _set_high = _fields["low"].__set__, _fields["high"].__set__


def _product(a: Number, b: Number) -> Number:
    # 0 times infinity is 0 here: an end that is exactly 0 stays 0 however far the other reaches.
    return a * b if a and b else 0


def _reciprocal(number: Number) -> Number:
    return 0 if type(number) is float else 1 / Fraction(number)


def exactly(number: Interval | Number) -> Interval:
    """The interval that holds just this number; an interval is returned as it is."""
    return number if isinstance(number, Interval) else Interval(number, number)


ANYTHING = Interval(-inf, inf)
NOTHING = Interval(inf, -inf)
