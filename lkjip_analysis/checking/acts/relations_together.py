"""Two relations that hold, and what they say together without the figure that both hold.

A figure that follows an act is told by one relation and must fit the others: a row's total is told
by its parts, and a sentence repeats the total. Without the total, the parts add up to the sentence.
So an act that breaks this is none, which is seen at once and not after following it from figure
to figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from lkjip_analysis.checking.acts.quick_rejection import Rough, Sum, without
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Rule, Same
from lkjip_analysis.rules.values import Figure

MAX_CELLS = 60
"""Of longer relations nothing is told together: each of their figures may stand in others."""
MAX_BESIDE = 24
"""Of so many that say something of one figure the first are asked."""


@dataclass(frozen=True)
class Joint:
    """What two relations say of their figures but the one that both hold."""

    name: str
    sum: Sum

    @cached_property
    def cells(self) -> Set[Address]:
        return self.sum[3].keys()


@dataclass
class Together:
    """What the relations of a report that hold say two by two, worked out for the cells asked."""

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

    def _beside(self, cell: Address) -> Iterator[tuple[Rule, Rule, Address]]:
        """The relations of a cell, each with those that hold another of its figures."""
        for rule in filter(self._is_told, self.network.by_cell.get(cell, ())):
            for shared in rule.cells:
                for other in self.network.by_cell[shared] if shared != cell else ():
                    if other is not rule and self._is_told(other):
                        yield rule, other, shared

    def _joint(self, rule: Rule, other: Rule, shared: Address) -> Joint | None:
        """The two without a figure that one of them tells; None where they hold more in common."""
        first, second = sorted((rule, other), key=lambda one: one.head.name)
        pair = first.head.name, second.head.name
        if pair not in self.pairs:
            held = self.network.held_by
            is_only = held(rule) & held(other) == {shared}
            is_told = any(self._may_tell(one, shared) for one in (rule, other))
            self.pairs[pair] = (
                Joint(" ".join(pair), without(shared, self._sum(first), self._sum(second)))
                if is_only and is_told
                else None
            )
        return self.pairs[pair]

    def _may_tell(self, rule: Rule, cell: Address) -> bool:
        return isinstance(rule, Same) or self.network.reckoned(rule) == cell

    def _is_told(self, rule: Rule) -> bool:
        """Does a relation hold, and add up few figures or repeat one that is exact?"""
        if rule.head.name in self.network.failed or len(rule.cells) > MAX_CELLS:
            return False
        return isinstance(rule, Linear) or (isinstance(rule, Same) and self._is_exact(rule))

    def _is_exact(self, rule: Same) -> bool:
        """Are both copies exact, so that they print the same to the digit?"""
        values = (self.network.printed[cell] for cell in rule.cells)
        return all(isinstance(value, Figure) and value.is_exact for value in values)

    def _sum(self, rule: Rule) -> Sum:
        if isinstance(rule, Linear):
            return self.rough.sum_of(rule)
        first, second = rule.cells
        return self.rough.added({first: 1.0, second: -1.0}, 0.0)
