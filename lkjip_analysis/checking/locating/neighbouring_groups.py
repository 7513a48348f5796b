"""Which groups of failed rules have figures in one line, so that two may have been exchanged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import NotAbove, Rule

MAX_PAIRS = 400
"""Between two groups no more pairs of figures are tried."""


class Neighbours:
    """Groups by the lines that the figures of all their rules stand in; numbered as they came."""

    def __init__(self, groups: Iterable[Sequence[Rule]]) -> None:
        self.rules: list[Sequence[Rule]] = []
        self.held: list[list[Address]] = []
        self.gone: set[int] = set()
        self._bounds: list[bool] = []
        self._by_line: dict[tuple[object, bool], list[int]] = {}
        for rules in groups:
            self.add(rules)

    def add(self, rules: Sequence[Rule]) -> int:
        """One group more; its number."""
        number, held = len(self.rules), _in_all(rules)
        is_bound = all(isinstance(rule, NotAbove) for rule in rules)
        self.rules.append(rules)
        self.held.append(held)
        self._bounds.append(is_bound)
        for line in dict.fromkeys(line for cell in held for line in cell.lines):
            self._by_line.setdefault((line, is_bound), []).append(number)
        return number

    def after(self, number: int, before: int) -> list[int]:
        """The groups beyond `before` that may hold a figure of this one, in their order."""
        found = {k for numbers in self._lines(number) for k in numbers[_past(numbers, before) :]}
        return sorted(k for k in found if self._may_pair(number, k))

    def up_to(self, number: int, last: int) -> list[int]:
        """The same of the groups up to `last`."""
        found = {k for numbers in self._lines(number) for k in numbers[: _past(numbers, last)]}
        return sorted(k for k in found if self._may_pair(number, k))

    def left(self, number: int, other: int) -> list[int]:
        """The groups of which some pair comes no sooner than that of these two."""
        return [k for k in range(number, len(self.rules)) if self._has_pair(k, number, other)]

    def _has_pair(self, k: int, number: int, other: int) -> bool:
        past = other - 1 if k == number else number - 1 if k >= other else number
        return any(
            self._may_pair(k, one)
            for numbers in self._lines(k)
            for one in (numbers[place] for place in range(_past(numbers, past), len(numbers)))
        )

    def _lines(self, number: int) -> Iterator[list[int]]:
        """Who else stands in its lines; rows that exceed a bound do so each by itself."""
        kinds = (False,) if self._bounds[number] else (False, True)
        for line in dict.fromkeys(line for cell in self.held[number] for line in cell.lines):
            for kind in kinds:
                yield self._by_line.get((line, kind), [])

    def _may_pair(self, one: int, other: int) -> bool:
        if one == other or not self.gone.isdisjoint((one, other)):
            return False
        return len(self.held[one]) * len(self.held[other]) <= MAX_PAIRS


def _past(numbers: Sequence[int], last: int) -> int:
    return bisect_right(numbers, last)


def _in_all(rules: Sequence[Rule]) -> list[Address]:
    """The cells that stand in each of these rules."""
    shared = frozenset(rules[0].cells).intersection(*(rule.cells for rule in rules))
    return [cell for cell in rules[0].cells if cell in shared]
