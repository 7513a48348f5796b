"""One unknown rate that several rows share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

from lkjip_analysis.numbers.interval import ANYTHING, NOTHING, Interval
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.base import Head
from lkjip_analysis.rules.values import Values


@dataclass(frozen=True)
class SharedRate:
    """Rows that share one unknown rate, such as the exchange rate behind two columns of values."""

    head: Head
    pairs: tuple[tuple[Address, Address], ...]

    @property
    def cells(self) -> tuple[Address, ...]:
        return tuple(cell for pair in self.pairs for cell in pair)

    @property
    def result(self) -> Address:
        return self.pairs[0][0]

    def rate(self, values: Values, without: Address | None = None) -> Interval:
        """The rates that all rows (but that of `without`) allow."""
        rates = (self._row(pair, values) for pair in self.pairs if without not in pair)
        return reduce(Interval.__and__, rates, ANYTHING)

    def _row(self, pair: tuple[Address, Address], values: Values) -> Interval:
        """The rate of one row; of a row as printed it is worked out once."""
        above, below = pair
        if above in values.changed or below in values.changed:
            return values.interval(above) / values.interval(below)
        key = f"{self.head.name}/{above}"
        if key not in values.sums:
            values.sums[key] = values.interval(above) / values.interval(below)
        return values.sums[key]

    def implied(self, cell: Address, values: Values) -> Interval:
        rate = self.rate(values, cell)
        if rate.is_empty:
            return NOTHING
        above, below = next(pair for pair in self.pairs if cell in pair)
        if cell == above:
            return rate * values.interval(below)
        return values.interval(above) / rate

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return next((b,) if cell == a else (a,) for a, b in self.pairs if cell in (a, b))
