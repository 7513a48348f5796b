"""Figures that follow one another, and which of them come to a sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import inf
from typing import Any

from lkjip_analysis.numbers.exact import Fraction

Run = tuple[int, int]
"""From the first figure to behind the last."""


@dataclass(frozen=True)
class Figures:
    """Figures in their order.

    >>> Figures([Fraction(2), Fraction(5), Fraction(1)]).run(Fraction(6))
    (1, 3)
    """

    values: Sequence[Fraction]

    @cached_property
    def above(self) -> Sequence[Fraction]:
        """The sum of the figures before each, and of all."""
        return tuple(accumulate(self.values, initial=Fraction(0)))

    @cached_property
    def _places(self) -> Mapping[Fraction, int]:
        """Before which figure a sum is reached first."""
        return {total: place for place, total in reversed(list(enumerate(self.above)))}

    @property
    def runs(self) -> int:
        """How many runs there are."""
        return len(self.values) * (len(self.values) + 1) // 2

    def run(self, total: Fraction) -> Run | None:
        """The shortest run that comes to a total."""
        found = [
            (first, end)
            for first, told in enumerate(self.above)
            if (end := self._places.get(told + total, 0)) > first
        ]
        return min(found, key=lambda run: run[1] - run[0], default=None)

    def shortest(self, totals: Set[Fraction]) -> dict[Fraction, Run]:
        """As `run` for each of many totals, where one comes to it: all runs are gone through once.

        >>> Figures([Fraction(2), Fraction(5), Fraction(1)]).shortest({Fraction(6), Fraction(4)})
        {Fraction(6, 1): (1, 3)}
        """
        found: dict[Fraction, Run] = {}
        ends = {_plain(total): place for total, place in self._places.items()}
        for first, told in enumerate(map(_plain, self.above)):
            for reached in totals & {total - told for total in ends}:
                end, total = ends[told + reached], Fraction(reached)
                if end > first and end - first < _length(found.get(total)):
                    found[total] = (first, end)
        return found

    def sum(self, run: Run) -> Fraction:
        """What a run comes to."""
        return self.above[run[1]] - self.above[run[0]]


def _plain(number: Fraction) -> Any:
    """A whole number as one, which is reckoned with and looked up far faster."""
    return number.numerator if number.denominator == 1 else number


def _length(run: Run | None) -> float:
    return run[1] - run[0] if run else inf
