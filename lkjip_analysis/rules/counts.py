"""A percentage that must be a count out of a whole number."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import ANYTHING, NOTHING, Interval
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.base import Head, Part, cells_of, figure_of
from lkjip_analysis.rules.values import Values


@dataclass(frozen=True)
class CountOutOf:
    """A percentage that must be some whole number out of a whole number.

    Source of the idea: the GRIM test (Brown and Heathers, 2017), here with the printed rounding.
    """

    head: Head
    result: Address
    whole: Part

    @property
    def cells(self) -> tuple[Address, ...]:
        return cells_of(self.result, self.whole)

    def implied(self, cell: Address, values: Values) -> Interval:
        if cell == self.whole:
            return Interval(1, ANYTHING.high)
        return self.counts(values.interval(self.result), figure_of(self.whole, values).interval)

    def counts(self, percent: Interval, whole: Interval) -> Interval:
        """The percentages between 0 and 100 that a count can give, as near as one is known."""
        if whole.contains(0):
            return ANYTHING
        if whole.low != whole.high or not percent.is_bounded:
            return Interval(0, 100)
        size = whole.low
        # No more than all of them, and no fewer than none: 104 % is no count out of a whole.
        below = max(ceil(percent.low * size / 100), 0)
        above = min(floor(percent.high * size / 100), floor(size))
        if below > above:
            return NOTHING
        return Interval(Fraction(below * 100, 1) / size, Fraction(above * 100, 1) / size)

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return ()
