"""One unknown rate that several rows share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import ClassVar

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import ANYTHING, NOTHING, Interval
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.place_names import source
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.base import Head, Relation, Rule
from lkjip_analysis.rules.kind import FIGURES, Kind
from lkjip_analysis.rules.rule_draft import Draft
from lkjip_analysis.rules.values import Values


@dataclass(frozen=True)
class SharedRate(Relation):
    """Rows that share one unknown rate, such as the exchange rate behind two columns of values."""

    shape: ClassVar[str] = "rate"

    head: Head
    pairs: tuple[tuple[Address, Address], ...]

    @cached_property
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
        if key not in values.kept.sums:
            values.kept.sums[key] = values.interval(above) / values.interval(below)
        return values.kept.sums[key]

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

    def speaking_of(self, cell: Address) -> tuple[Address, ...]:
        """Of more than three rows each gives the rate alone, so only the partner can mislead."""
        return self.followers(cell) if len(self.pairs) > 3 else self.cells

    def told(self, report: Report, values: Values) -> str:
        rows = ((a, [Fraction(values.figure(c).texts.low) for c in (a, b)]) for a, b in self.pairs)
        shown = "; ".join(
            f"{report.tables[cell.table].row_name(cell.row)} "
            + (number(above / below, 2) if below else worded("tak terhingga"))
            for cell, (above, below) in rows
        )
        return worded(
            "{source}, {reason}: kurs tersirat tiap baris {shown}",
            source=source(report, self.result),
            reason=worded(self.head.reason),
            shown=shown,
        )


def _build(draft: Draft) -> Iterable[Rule]:
    pairs = draft.pairs("pembilang", "penyebut")
    if len(pairs) > 2:
        yield SharedRate(draft.head, tuple(pairs))


KIND = Kind("kurs", {"pembilang": FIGURES, "penyebut": FIGURES}, _build)
