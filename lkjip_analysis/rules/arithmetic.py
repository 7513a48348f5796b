"""Rules of arithmetic: sums with weights, quotients of two figures, and copies of one figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import Any, ClassVar

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import ANYTHING, NOTHING, Interval, Number, exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.place_names import place, quoted
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.base import Head, Implied, Part, Relation, cells_of, figure_of
from lkjip_analysis.rules.values import Figure, Value, Values


@dataclass(frozen=True)
class Linear(Relation):
    """weight x cell + weight x cell + ... + constant = 0: totals, differences, means, counts.

    `leaves_rest`: is any of its figures read off by taking away the others? Of a mean none is.
    """

    shape: ClassVar[str] = "linear"
    works_out: ClassVar[bool] = True

    head: Head
    weights: Mapping[Address, Number]
    result: Address
    constant: Number = 0
    leaves_rest: bool = True

    @cached_property
    def cells(self) -> tuple[Address, ...]:
        return tuple(self.weights)

    def implied(self, cell: Address, values: Values) -> Interval:
        total, own = self._sum_as_printed(values), self._share(cell, values.printed)
        low, high = total.low - own.low, total.high - own.high
        for other in values.changed:
            if other != cell and other in self.weights:
                before = self._share(other, values.printed)
                after = self._share(other, values.changed)
                if after is NOTHING:
                    return NOTHING
                low, high = low - before.low + after.low, high - before.high + after.high
        rest, weight = Interval(low, high), self._whole[cell]
        if weight == -1:
            return rest
        return -rest if weight == 1 else rest * (-1 / Fraction(weight))

    def reckons(self, cell: Address) -> bool:
        return cell in self.weights if self.leaves_rest else cell == self.result

    def reckoned(self, cell: Address, values: Values) -> Fraction:
        """The figure of one cell where every other is known exactly.

        All prints together lie in the middle of their sum, for each may be rounded up as down.
        """
        printed = self._sum_as_printed(values)
        twice: Number = printed.low + printed.high
        for other in {cell, *values.changed_among(self.weights)}:
            before, after = values.printed[other], values[other]
            assert isinstance(before, Figure) and isinstance(after, Figure)
            moved = -before.texts.low if other == cell else after.texts.low - before.texts.low
            twice += 2 * self._whole[other] * moved
        return Fraction(twice) / Fraction(-2 * self._whole[cell])

    def certified(self) -> dict[str, Any]:
        weights = {str(cell): str(Fraction(weight)) for cell, weight in self.weights.items()}
        return {"weights": weights, "constant": str(self.constant), "result": str(self.result)}

    def _share(self, cell: Address, values: Mapping[Address, Value]) -> Interval:
        value = values[cell]
        assert isinstance(value, Figure)
        weight = self._whole[cell]
        if weight == 1:
            return value.interval
        return -value.interval if weight == -1 else value.interval * weight

    @cached_property
    def _whole(self) -> Mapping[Address, Number]:
        """Its weights, whole ones as integers: several times as fast to multiply by."""
        told = {cell: Fraction(weight) for cell, weight in self.weights.items()}
        return {cell: w.numerator if w.denominator == 1 else w for cell, w in told.items()}

    def _sum_as_printed(self, values: Values) -> Interval:
        sums = values.kept.sums
        if self.head.name not in sums:
            shares = (self._share(cell, values.printed) for cell in self.weights)
            sums[self.head.name] = reduce(Interval.__add__, shares, exactly(self.constant))
        return sums[self.head.name]


Formula2 = Callable[[Interval, Interval], Interval]
Form = str
"""What a quotient computes, as a certificate names it: persen, (2T-R)/T, T/R, pertumbuhan, or
"per 1000" and the like."""


@dataclass(frozen=True)
class OfTwo(Relation):
    """A result worked out from two figures, each a cell or a plain number."""

    works_out: ClassVar[bool] = True

    head: Head
    result: Address
    first: Part
    second: Part

    @cached_property
    def cells(self) -> tuple[Address, ...]:
        return cells_of(*self.parts)

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.result, self.first, self.second


@dataclass(frozen=True)
class Quotient(OfTwo):
    """result = formula(first, second), with its solved forms: percentages, capaian, growth.

    With a `maximum`, the report cuts results down to it, so a result at the maximum says of the
    others only that they reach it; with a `minimum` the same from below. `of_target`: the second
    is a target, which may have been rounded to its print.
    """

    shape: ClassVar[str] = "quotient"

    form: Form
    formula: Formula2
    first_from: Formula2
    second_from: Formula2
    maximum: Fraction | None = None
    of_target: bool = False
    minimum: Fraction | None = None

    @cached_property
    def per(self) -> int | None:
        """Of how many a share is told, 100 in percent; None where the result is no share."""
        word, _, many = self.form.partition(" ")
        return 100 if word == "persen" else int(many) if word == "per" else None

    def implied(self, cell: Address, values: Values) -> Interval:
        first, second = (figure_of(part, values).interval for part in (self.first, self.second))
        if cell == self.result:
            value = self.formula(first, second)
            value = value if self.minimum is None else value.raise_to(self.minimum)
            return value if self.maximum is None else value.clip(self.maximum)
        result = values.interval(self.result)
        if self.maximum is not None and result.high >= self.maximum:
            result = Interval(result.low, ANYTHING.high)
        if self.minimum is not None and result.low <= self.minimum:
            result = Interval(ANYTHING.low, result.high)
        if cell == self.first:
            return self.first_from(result, second)
        return self.second_from(result, first)

    def certified(self) -> dict[str, Any]:
        maximum = None if self.maximum is None else str(self.maximum)
        loose = self.of_target and isinstance(self.second, Address)
        rounded = {"rounded": str(self.second)} if loose else {}
        least = {} if self.minimum is None else {"min": str(self.minimum)}
        return {"form": self.form, "max": maximum, **least, **rounded}


@dataclass(frozen=True)
class Same(Relation):
    """One figure printed in two places, the second perhaps with fewer decimals.

    Two prints with equally many decimals must be equal to the digit; a shorter one must be a
    rounding, up or down, of the longer.
    """

    shape: ClassVar[str] = "same"
    may_be_rounded: ClassVar[bool] = False

    head: Head
    result: Address
    source: Address

    @cached_property
    def cells(self) -> tuple[Address, ...]:
        return self.result, self.source

    @property
    def worded(self) -> tuple[Address, ...]:
        return self.cells

    def implied(self, cell: Address, values: Values) -> Implied:
        beside = values[self.source if cell == self.result else self.result]
        if not isinstance(beside, Figure):
            return beside  # a grade or a range, repeated as it is
        return self._figures(cell, beside, values)

    def _figures(self, cell: Address, other: Figure, values: Values) -> Interval:
        mine = values.figure(cell)
        if mine.decimals == other.decimals or (mine.is_exact and other.is_exact):
            return other.texts
        shorter = step(min(mine.decimals, other.decimals))
        # Rounding half-up or cutting off toward zero: long - short lies in -shorter/2 ... shorter
        # (of a negative figure, the other way round; either way beside a short 0). The asker adds
        # its own half again.
        longer, texts = mine.decimals > other.decimals, other.texts
        below = shorter if (texts.low > 0) != longer else shorter / 2
        above = shorter if (texts.high < 0) != longer else shorter / 2
        return Interval(texts.low - below + mine.half, texts.high + above - mine.half)

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return (self.source,) if cell == self.result else (self.result,)

    def reckons(self, cell: Address) -> bool:
        return cell in self.cells

    def told(self, report: Report, values: Values) -> str:
        places = (
            worded(
                "{place} mencantumkan {quoted}",
                place=place(report, c),
                quoted=quoted(report.cell(c)),
            )
            for c in self.cells
        )
        return worded(", tetapi ").join(places)
