"""The kinds of rule. Each answers one question: given the other cells, where must this one lie?

`implied(cell, values)` gives an interval of true values, a set of labels, anything (a denominator
that may be 0) or nothing. Checking asks it of the reported cell; locating asks it of every cell.
Kinds are code, rules are data: `rulebook` reads them from laporan.yaml, the schemas and claims.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import ceil, floor
from typing import Literal, Protocol

from lkjip_analysis.interval import ANYTHING, NOTHING, Interval, Number, exactly
from lkjip_analysis.metrics import Band
from lkjip_analysis.printed import step
from lkjip_analysis.tables import Address
from lkjip_analysis.values import Figure, Labels, Value, Values, same_label

Basis = Literal["tercetak", "tafsir"]
Implied = Interval | Labels
ANY_LABEL: Labels = frozenset({"*"})


@dataclass(frozen=True)
class Head:
    """What a rule is called, its kind, whether the report prints the relation, and why it holds."""

    name: str
    kind: str
    basis: Basis
    reason: str


class Rule(Protocol):
    """What every kind offers. `result` is the cell that the others compute."""

    @property
    def head(self) -> Head: ...
    @property
    def cells(self) -> tuple[Address, ...]: ...
    @property
    def result(self) -> Address: ...

    def implied(self, cell: Address, values: Values) -> Implied: ...

    def followers(self, cell: Address) -> tuple[Address, ...]:
        """The cells that may have been computed or copied from `cell` through this rule."""
        ...


@dataclass(frozen=True)
class Linear:
    """weight x cell + weight x cell + ... + constant = 0: totals, differences, means, counts."""

    head: Head
    weights: Mapping[Address, Number]
    result: Address
    constant: Number = 0

    @property
    def cells(self) -> tuple[Address, ...]:
        return tuple(self.weights)

    def implied(self, cell: Address, values: Values) -> Interval:
        rest = _without(self._sum_as_printed(values), self._share(cell, values.printed))
        for other in values.changed:
            if other != cell and other in self.weights:
                rest = _without(rest, self._share(other, values.printed))
                rest += self._share(other, values.changed)
        weight = self.weights[cell]
        return -rest if weight == 1 else rest * (-1 / Fraction(weight))

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return () if cell == self.result else (self.result,)

    def _share(self, cell: Address, values: Mapping[Address, Value]) -> Interval:
        value = values[cell]
        assert isinstance(value, Figure)
        return value.interval * self.weights[cell]

    def _sum_as_printed(self, values: Values) -> Interval:
        if self.head.name not in values.sums:
            shares = (self._share(cell, values.printed) for cell in self.weights)
            values.sums[self.head.name] = reduce(Interval.__add__, shares, exactly(self.constant))
        return values.sums[self.head.name]


def _without(total: Interval, share: Interval) -> Interval:
    """What remains of a sum when one of its (bounded) shares is taken out again."""
    return Interval(total.low - share.low, total.high - share.high)


Formula2 = Callable[[Interval, Interval], Interval]


@dataclass(frozen=True)
class Quotient:
    """result = formula(first, second), with its solved forms: percentages, capaian, growth.

    With a `maximum`, the report cuts results down to it, so a result at the maximum says of the
    others only that they reach it.
    """

    head: Head
    result: Address
    first: Address
    second: Address
    formula: Formula2
    first_from: Formula2
    second_from: Formula2
    maximum: Fraction | None = None

    @property
    def cells(self) -> tuple[Address, ...]:
        return self.result, self.first, self.second

    def implied(self, cell: Address, values: Values) -> Interval:
        if cell == self.result:
            value = self.formula(values.interval(self.first), values.interval(self.second))
            return value if self.maximum is None else value.clip(self.maximum)
        result = values.interval(self.result)
        if self.maximum is not None and result.high >= self.maximum:
            result = Interval(result.low, ANYTHING.high)
        if cell == self.first:
            return self.first_from(result, values.interval(self.second))
        return self.second_from(result, values.interval(self.first))

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return () if cell == self.result else (self.result,)


@dataclass(frozen=True)
class Same:
    """One figure printed in two places, the second perhaps with fewer decimals.

    Two prints with equally many decimals must be equal to the digit; a shorter one must be a
    rounding, up or down, of the longer.
    """

    head: Head
    result: Address
    source: Address

    @property
    def cells(self) -> tuple[Address, ...]:
        return self.result, self.source

    def implied(self, cell: Address, values: Values) -> Interval:
        other = values.figure(self.source if cell == self.result else self.result)
        mine = values.figure(cell)
        if mine.decimals == other.decimals or (mine.is_exact and other.is_exact):
            return other.texts
        shorter = step(min(mine.decimals, other.decimals))
        # Rounding half-up or cutting off: long - short lies in -shorter/2 ... shorter. The
        # asker adds its own half again, so it is taken off here.
        below, above = shorter, shorter / 2
        if mine.decimals > other.decimals:
            below, above = above, below
        texts = other.texts
        return Interval(texts.low - below + mine.half, texts.high + above - mine.half)

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return (self.source,) if cell == self.result else (self.result,)


@dataclass(frozen=True)
class CountOutOf:
    """A percentage that must be some whole number out of a whole number.

    Source of the idea: the GRIM test (Brown and Heathers, 2017), here with the printed rounding.
    """

    head: Head
    result: Address
    whole: Address

    @property
    def cells(self) -> tuple[Address, ...]:
        return self.result, self.whole

    def implied(self, cell: Address, values: Values) -> Interval:
        if cell == self.whole:
            return Interval(1, ANYTHING.high)
        return self.counts(values.interval(self.result), values.interval(self.whole))

    def counts(self, percent: Interval, whole: Interval) -> Interval:
        """The percentages between 0 and 100 that a count can give, as near as one is known."""
        if whole.low != whole.high or not percent.is_bounded:
            return Interval(0, 100)
        size = whole.low
        below, above = ceil(percent.low * size / 100), floor(percent.high * size / 100)
        if below > above:
            return NOTHING
        return Interval(Fraction(below * 100, 1) / size, Fraction(above * 100, 1) / size)

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return ()


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


@dataclass(frozen=True)
class InBand:
    """A category that must be the class of its value on the printed scale."""

    head: Head
    result: Address
    value: Address
    bands: tuple[Band, ...]

    @property
    def cells(self) -> tuple[Address, ...]:
        return self.result, self.value

    def implied(self, cell: Address, values: Values) -> Implied:
        if cell == self.result:
            texts = values.figure(self.value).texts
            fitting = {
                same_label(band.nama)
                for band in self.bands
                if _band(band).meets(texts)
                and (texts.low != texts.high or band.holds(Fraction(texts.low)))
            }
            return frozenset(fitting) or ANY_LABEL
        names = values.labels(self.result)
        if names & ANY_LABEL:
            return ANYTHING
        held = (_band(band) for band in self.bands if same_label(band.nama) in names)
        return reduce(Interval.__or__, held, NOTHING)

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return (self.result,) if cell == self.value else ()


def _band(band: Band) -> Interval:
    low = ANYTHING.low if band.bawah is None else Fraction(band.bawah)
    high = ANYTHING.high if band.atas is None else Fraction(band.atas)
    return Interval(low, high)


@dataclass(frozen=True)
class NotAbove:
    """A part that cannot exceed its whole, such as spending above its ceiling."""

    head: Head
    result: Address
    whole: Address

    @property
    def cells(self) -> tuple[Address, ...]:
        return self.result, self.whole

    def implied(self, cell: Address, values: Values) -> Interval:
        if cell == self.result:
            return Interval(ANYTHING.low, values.interval(self.whole).high)
        return Interval(values.interval(self.result).low, ANYTHING.high)

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return ()
