"""Two sums that hold, and what they say together without the figure that both hold.

A figure that follows an act is told by one relation and must fit the others: staff by sex add up to
a total, and so do staff by schooling. Without the total, the ones add up to the others. An act that
breaks this is none, which is seen at once and not after following it from figure to figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeGuard

from lkjip_analysis.checking.acts.quick_rejection import Rough, Sum, without
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Rule

MAX_CELLS = 60
"""Of longer sums nothing is told together: each of their figures may stand in others."""
MAX_BESIDE = 24
"""Of so many that say something of one figure the first are asked."""


@dataclass(frozen=True)
class Joint:
    """What two sums say of their figures but the one that both hold."""

    name: str
    sum: Sum

    @cached_property
    def cells(self) -> Set[Address]:
        return self.sum[3].keys()


@dataclass
class Together:
    """What the sums of a report that hold say two by two, worked out for the cells asked."""

    network: Network
    rough: Rough
    known: dict[Address, Sequence[Joint]] = field(default_factory=dict)
    pairs: dict[tuple[str, str], Joint | None] = field(default_factory=dict)

    def around(self, cells: Mapping[Address, object]) -> list[Joint]:
        """What is said of any of these cells, each once."""
        found = {id(joint): joint for cell in cells for joint in self._of(cell)}
        return list(found.values())

    def _of(self, cell: Address) -> Sequence[Joint]:
        if cell not in self.known:
            every = (self._joint(*pair) for pair in self._beside(cell))
            told = [joint for joint in every if joint is not None and cell in joint.cells]
            self.known[cell] = told[:MAX_BESIDE]
        return self.known[cell]

    def _beside(self, cell: Address) -> Iterator[tuple[Linear, Linear, Address]]:
        """The sums of a cell, each with those that hold another of its figures."""
        for rule in filter(self._is_told, self.network.by_cell.get(cell, ())):
            for shared in rule.cells:
                for other in self.network.by_cell[shared] if shared != cell else ():
                    if other is not rule and self._is_told(other):
                        yield rule, other, shared

    def _joint(self, rule: Linear, other: Linear, shared: Address) -> Joint | None:
        """The two without a figure that one of them reckons; None where they share more."""
        first, second = sorted((rule, other), key=lambda one: one.head.name)
        pair = first.head.name, second.head.name
        if pair not in self.pairs:
            held, reckoned = self.network.held_by, map(self.network.reckoned, (rule, other))
            is_one = held(rule) & held(other) == {shared} and shared in reckoned
            sums = map(self.rough.sum_of, (first, second))
            self.pairs[pair] = Joint(" ".join(pair), without(shared, *sums)) if is_one else None
        return self.pairs[pair]

    def _is_told(self, rule: Rule) -> TypeGuard[Linear]:
        """Does a relation hold, and add up few figures?"""
        is_sum = isinstance(rule, Linear) and len(rule.cells) <= MAX_CELLS
        return is_sum and rule.head.name not in self.network.failed
