"""Achievement of targets that are no single figure: a grade to reach, a range to stay in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import product
from typing import Any, ClassVar

from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import ANYTHING, NOTHING, Interval, exactly
from lkjip_analysis.numbers.ranges import Span
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.base import ANY_LABEL, Head, Implied, Relation
from lkjip_analysis.rules.values import Labels, Values

REACHED = exactly(100)
BETTER = Interval(100, ANYTHING.high)
WORSE = Interval(0, Fraction(9999, 100))
"""Below 100 by one unit of the second decimal, the last that reports print."""

OTHER: Labels = frozenset({"rentang lain"})


@dataclass(frozen=True)
class Graded(Relation):
    """An achievement whose target is a grade: 100 where it is reached, more or less beside it.

    How much more or less no rule says. `order` are the grades, worst first.
    Source: LKjIP Kota Palembang 2016 (an equal grade is 100).
    """

    shape: ClassVar[str] = "grade"
    works_out: ClassVar[bool] = True
    may_be_rounded: ClassVar[bool] = False

    head: Head
    result: Address
    reached: Address
    target: Address
    order: tuple[str, ...]

    @cached_property
    def cells(self) -> tuple[Address, ...]:
        return self.result, self.reached, self.target

    @property
    def worded(self) -> tuple[Address, ...]:
        return self.reached, self.target

    def implied(self, cell: Address, values: Values) -> Implied:
        if cell == self.result:
            pairs = product(values.labels(self.reached), values.labels(self.target))
            shares = (self._share(*pair) for pair in pairs)
            return reduce(Interval.__or__, shares, NOTHING)
        result, is_target = values.interval(self.result), cell == self.target
        others = values.labels(self.reached if is_target else self.target)
        return frozenset(
            grade
            for grade, other in product(self.order, others)
            if self._share(*((other, grade) if is_target else (grade, other))).meets(result)
        )

    def _share(self, reached: str, target: str) -> Interval:
        if {reached, target} & ANY_LABEL or not {reached, target} <= {*self.order}:
            return ANYTHING  # nothing is known of a grade that its order leaves out
        above = self.order.index(reached) - self.order.index(target)
        return REACHED if above == 0 else BETTER if above > 0 else WORSE

    def reckons(self, cell: Address) -> bool:
        return False  # beyond 100 it only bounds

    def certified(self) -> dict[str, Any]:
        return {"order": list(self.order)}


@dataclass(frozen=True)
class Ranged(Relation):
    """An achievement whose target is a range: 100 inside it, else against the nearer bound.

    What lies below, inside and above the range is reckoned apart; against a bound of 0 an
    achievement could be anything, as it could against a single target of 0.
    Source: Permen PANRB 8/2021, unverified (read only in a reprint).
    """

    shape: ClassVar[str] = "range"
    works_out: ClassVar[bool] = True

    head: Head
    result: Address
    realisasi: Address
    target: Address
    span: Span
    arah: metrics.Arah
    rumus: metrics.Rumus
    maximum: Fraction | None

    @cached_property
    def cells(self) -> tuple[Address, ...]:
        return self.result, self.realisasi, self.target

    @property
    def worded(self) -> tuple[Address, ...]:
        return self.realisasi, self.target

    def implied(self, cell: Address, values: Values) -> Implied:
        if cell == self.target:
            return self._target(values)
        if values.labels(self.target) != {str(self.span)}:
            # Another range allows anything that can be printed, and what is.
            return Interval(0, ANYTHING.high) | values.interval(cell)
        if cell == self.result:
            return self._capaian(values.interval(self.realisasi))
        return self._realisasi(values.interval(self.result))

    def _capaian(self, realisasi: Interval) -> Interval:
        low, high = self.span.low, self.span.high
        value = REACHED if realisasi.meets(Interval(low, high)) else NOTHING
        if realisasi.low < low:
            value |= self._against(low, Interval(realisasi.low, min(realisasi.high, low)))
        if realisasi.high > high:
            value |= self._against(high, Interval(max(realisasi.low, high), realisasi.high))
        return value if self.maximum is None else value.clip(self.maximum)

    def _against(self, bound: Fraction, realisasi: Interval) -> Interval:
        return metrics.capaian(realisasi, exactly(bound), self.arah, self.rumus)

    def _realisasi(self, result: Interval) -> Interval:
        if self.maximum is not None and result.high >= self.maximum:
            result = Interval(result.low, ANYTHING.high)
        low, high = self.span.low, self.span.high
        better, worse = result & BETTER, result & Interval(ANYTHING.low, 100)
        rises = self.arah == "naik" or self.rumus == "R/T"
        above, below = (better, worse) if rises else (worse, better)
        beyond = self._solved(above, high) & Interval(high, ANYTHING.high)
        short = self._solved(below, low) & Interval(ANYTHING.low, low)
        return beyond | short  # of 100 itself, the ends of the range and all between them

    def _solved(self, capaian: Interval, bound: Fraction) -> Interval:
        return metrics.realisasi_untuk(capaian, exactly(bound), self.arah, self.rumus)

    def _target(self, values: Values) -> Labels:
        printed = values.labels(self.target)
        fits = self._capaian(values.interval(self.realisasi)).meets(values.interval(self.result))
        return printed if fits else OTHER

    def certified(self) -> dict[str, Any]:
        span = {"low": str(self.span.low), "high": str(self.span.high), "label": str(self.span)}
        form = "persen" if self.arah == "naik" or self.rumus == "R/T" else self.rumus
        maximum = None if self.maximum is None else str(self.maximum)
        return {**span, "form": form, "max": maximum}
