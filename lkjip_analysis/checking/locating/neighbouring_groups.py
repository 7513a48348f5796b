"""Which groups of failed rules have figures in one line, so that two may have been exchanged."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge

from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import NotAbove, Rule

MAX_PAIRS = 400
"""Between two groups no more pairs of figures are tried."""


class Neighbours:
    """Groups by the lines that the figures of all their rules stand in; numbered as they came."""

    def __init__(self, groups: Iterable[Sequence[Rule]]) -> None:
        self.rules: list[Sequence[Rule]] = []
        self.held: list[list[Address]] = []
        self._bounds: list[bool] = []
        self._gone: set[int] = set()
        self._by_line: dict[object, dict[tuple[bool, int], list[int]]] = {}
        for rules in groups:
            self.add(rules)

    def add(self, rules: Sequence[Rule]) -> int:
        """One group more; its number."""
        number = len(self.rules)
        self.rules.append(rules)
        self.held.append(_in_all(rules))
        self._bounds.append(all(isinstance(rule, NotAbove) for rule in rules))
        for line in self._lines_of(number):
            self._by_line.setdefault(line, {}).setdefault(self._kind(number), []).append(number)
        return number

    def remove(self, number: int) -> None:
        """A group that was joined to another is a neighbour no more."""
        self._gone.add(number)
        for line in self._lines_of(number):
            numbers = self._by_line[line][self._kind(number)]
            del numbers[bisect_left(numbers, number)]

    def after(self, number: int, before: int) -> Iterator[int]:
        """The groups beyond `before` that may hold a figure of this one, in their order."""
        ways = [(numbers, bisect_right(numbers, before)) for numbers in self._beside(number)]
        return self._in_order(number, ways, beyond=len(self.rules))

    def up_to(self, number: int, last: int) -> Iterator[int]:
        """The same of the groups up to `last`."""
        return self._in_order(number, [(one, 0) for one in self._beside(number)], last + 1)

    def left(self, number: int, other: int) -> list[int]:
        """The groups of which some pair comes no sooner than that of these two."""
        there = (k for k in range(number, len(self.rules)) if k not in self._gone)
        return [k for k in there if self._has_pair(k, number, other)]

    def _has_pair(self, k: int, number: int, other: int) -> bool:
        past = other - 1 if k == number else number - 1 if k >= other else number
        return next(self.after(k, past), None) is not None

    def _in_order(
        self, number: int, ways: Iterable[tuple[Sequence[int], int]], beyond: int
    ) -> Iterator[int]:
        """Those further on in each list, as they are asked for: seldom are all of them."""
        last = -1
        for k in merge(*(_further(numbers, start) for numbers, start in ways)):
            if k >= beyond:
                return
            if k not in (last, number):
                yield k
            last = k

    def _beside(self, number: int) -> Iterator[list[int]]:
        """Who else stands in its lines; rows that exceed a bound do so each by itself.

        Not those with so many figures that there were more pairs than are tried.
        """
        is_bound, many = self._kind(number)
        for line in self._lines_of(number):
            for (other_is_bound, others), numbers in self._by_line[line].items():
                if not (is_bound and other_is_bound) and many * others <= MAX_PAIRS:
                    yield numbers

    def _kind(self, number: int) -> tuple[bool, int]:
        """Is it a bound alone, and how many figures might be exchanged?"""
        return self._bounds[number], len(self.held[number])

    def _lines_of(self, number: int) -> dict[object, None]:
        return dict.fromkeys(line for cell in self.held[number] for line in cell.lines)


def _further(numbers: Sequence[int], start: int) -> Iterator[int]:
    """Those from a place on, which are not copied to be looked at."""
    return (numbers[at] for at in range(start, len(numbers)))


def _in_all(rules: Sequence[Rule]) -> list[Address]:
    """The cells that stand in each of these rules."""
    shared = frozenset(rules[0].cells).intersection(*(rule.cells for rule in rules))
    return [cell for cell in rules[0].cells if cell in shared]
