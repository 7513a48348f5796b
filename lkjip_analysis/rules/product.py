"""A product: so many of a thing, times what each is, costs or lasts."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis.numbers.interval import ANYTHING, Interval
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.base import Head, Part, cells_of, figure_of
from lkjip_analysis.rules.values import Values


@dataclass(frozen=True)
class Product:
    """result = first x second; either may be a plain number, such as the 365 days of a year."""

    head: Head
    result: Address
    first: Part
    second: Part

    @property
    def cells(self) -> tuple[Address, ...]:
        return cells_of(self.result, self.first, self.second)

    def implied(self, cell: Address, values: Values) -> Interval:
        first, second = (figure_of(part, values).interval for part in (self.first, self.second))
        if cell == self.result:
            return first * second
        other = second if cell == self.first else first
        # What is multiplied by nothing may have been anything.
        return ANYTHING if other.low <= 0 <= other.high else values.interval(self.result) / other

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return () if cell == self.result else (self.result,)
