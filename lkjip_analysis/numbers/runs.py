"""Figures that follow one another, and which of them come to a sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

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

    def sum(self, run: Run) -> Fraction:
        """What a run comes to."""
        return self.above[run[1]] - self.above[run[0]]
