"""Achievement of targets that are no single figure: a grade to reach, a range to stay in."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import product

from lkjip_analysis import metrics
from lkjip_analysis.binding.values import Labels, Values
from lkjip_analysis.interval import ANYTHING, NOTHING, Interval, Number, exactly
from lkjip_analysis.printed import Span
from lkjip_analysis.reading.tables import Address
from lkjip_analysis.rules.base import ANY_LABEL, Head, Implied

REACHED = exactly(100)
BETTER = Interval(100, ANYTHING.high)
WORSE = Interval(0, Fraction(9999, 100))
"""Below 100 by one unit of the second decimal, the last that reports print."""

OTHER: Labels = frozenset({"rentang lain"})


@dataclass(frozen=True)
class Graded:
    """An achievement whose target is a grade: 100 where it is reached, more or less beside it.

    How much more or less no rule says. `order` are the grades, worst first.
    Source: LKjIP Kota Palembang 2016 (an equal grade is 100).
    """

    head: Head
    result: Address
    reached: Address
    target: Address
    order: tuple[str, ...]

    @property
    def cells(self) -> tuple[Address, ...]:
        return self.result, self.reached, self.target

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
        if {reached, target} & ANY_LABEL:
            return ANYTHING
        above = self.order.index(reached) - self.order.index(target)
        return REACHED if above == 0 else BETTER if above > 0 else WORSE

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return () if cell == self.result else (self.result,)


@dataclass(frozen=True)
class Ranged:
    """An achievement whose target is a range: 100 inside it, else against the nearer bound.

    The achievement neither jumps nor turns, so the ends of an interval give the ends of the answer.
    Source: Permen PANRB 8/2021, unverified (read only in a reprint).
    """

    head: Head
    result: Address
    realisasi: Address
    target: Address
    span: Span
    arah: metrics.Arah
    rumus: metrics.Rumus
    maximum: Fraction | None = None

    @property
    def cells(self) -> tuple[Address, ...]:
        return self.result, self.realisasi, self.target

    def implied(self, cell: Address, values: Values) -> Implied:
        if cell == self.target:
            return self._target(values)
        if values.labels(self.target) != {str(self.span)}:
            return Interval(0, ANYTHING.high)  # another range allows anything that can be printed
        if cell == self.result:
            return self._capaian(values.interval(self.realisasi))
        return self._realisasi(values.interval(self.result))

    def _capaian(self, realisasi: Interval) -> Interval:
        ends = [self._at(end) for end in (realisasi.low, realisasi.high)]
        value = Interval(min(ends), max(ends))
        return value if self.maximum is None else value.clip(self.maximum)

    def _at(self, realisasi: Number) -> Number:
        if not exactly(realisasi).is_bounded:
            return realisasi if self.arah == "naik" else -realisasi
        exact = Fraction(realisasi)
        if self.span.low <= exact <= self.span.high:
            return 100
        bound = self.span.high if exact > self.span.high else self.span.low
        return metrics.capaian(exact, bound, self.arah, self.rumus)

    def _realisasi(self, result: Interval) -> Interval:
        if self.maximum is not None and result.high >= self.maximum:
            result = Interval(result.low, ANYTHING.high)
        rises = self.arah == "naik"
        low, high = (result.low, result.high) if rises else (result.high, result.low)
        return Interval(self._solved(low, lowest=True), self._solved(high, lowest=False))

    def _solved(self, capaian: Number, lowest: bool) -> Number:
        """The lowest or highest realisasi with this achievement."""
        if not exactly(capaian).is_bounded:
            return ANYTHING.low if lowest else ANYTHING.high
        if capaian == 100:
            return self.span.low if lowest else self.span.high
        above = (capaian > 100) == (self.arah == "naik")
        bound = self.span.high if above else self.span.low
        return metrics.realisasi_untuk(Fraction(capaian), bound, self.arah, self.rumus)

    def _target(self, values: Values) -> Labels:
        printed = values.labels(self.target)
        fits = self._capaian(values.interval(self.realisasi)).meets(values.interval(self.result))
        return printed if fits else OTHER

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return () if cell == self.result else (self.result,)
