"""What fails around the cells of an act, and whether such figures could mend it at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from lkjip_analysis.checking.acts.quick_rejection import Rough, adds_up
from lkjip_analysis.checking.acts.relations_together import Joint, Together
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.values import Value

Sources = Sequence[tuple[Address, frozenset[Address]]]


@dataclass
class Failing:
    """The failed relations of a report, asked before an act is reckoned exactly.

    `onward`: may results have been reckoned with the figures of an act, and not only copied?
    """

    search: Search
    failed: Sequence[Rule]
    rough: Rough = field(init=False)
    following: dict[tuple[str, bool], Sources] = field(default_factory=dict)
    origins: dict[Address, frozenset[Address]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rough = Rough(self.search.network.printed)

    @cached_property
    def together(self) -> Together:
        return Together(self.search.network, self.rough)

    @cached_property
    def around(self) -> dict[Address, list[Rule]]:
        return grouped((cell, rule) for rule in self.failed for cell in rule.cells)

    @cached_property
    def by_table(self) -> dict[str, list[int]]:
        """The failed relations by the table of their results: their numbers, in order."""
        return grouped((rule.result.table, number) for number, rule in enumerate(self.failed))

    def near(self, cells: Iterable[Address]) -> list[Rule]:
        """The failed rules that hold one of these cells."""
        found = {rule.head.name: rule for cell in cells for rule in self.around.get(cell, ())}
        return list(found.values())

    @cached_property
    def upstream(self) -> frozenset[Address]:
        """The figures that stand in no failed rule, but from which one of its figures follows."""
        reached = (cell for rule in self.failed for cell in self.search.wishes.reaching(rule))
        return frozenset(reached) - self.around.keys()

    @cached_property
    def copied(self) -> frozenset[Address]:
        """The copies, in no failed rule, of figures that stand in one."""
        copies_of = self.search.network.copies_of
        return frozenset(c for cell in self.around for c in copies_of(cell)) - self.around.keys()

    def mended(
        self, own: Mapping[Address, Value], free: frozenset[Address], onward: bool
    ) -> Sequence[tuple[Rule, bool]] | None:
        """What fails around such figures, and any in free cells: could each hold with them?

        None where they mend nothing for certain: where one of these could not hold and no other
        figure of it follows them.
        """
        cells = own.keys() | free
        near = self.near(cells)
        if not near:
            reached = self.upstream if onward else self.copied
            return None if reached.isdisjoint(cells) else ()
        found = []
        for rule in near:
            may_hold = not free.isdisjoint(rule.cells) or self.rough.may_hold(rule, own)
            if not may_hold and self._stays(rule, own, cells, onward):
                return None
            found.append((rule, may_hold))
        return found

    def is_hopeless(
        self, own: Mapping[Address, Value], every: Set[Address], onward: bool = True
    ) -> bool:
        """Would such figures leave a relation failing, whatever else of `every` cell is changed?"""
        others = every - own.keys()
        return any(
            others.isdisjoint(rule.cells)
            and not self.rough.may_hold(rule, own)
            and self._stays(rule, own, every, onward)
            for rule in self.near(own)
        )

    def breaks(self, own: Mapping[Address, Value], onward: bool = True) -> bool:
        """Do such figures break what two sums say together, whatever follows them?"""
        return any(
            not adds_up(joint.sum, own) and self._stays(joint, own, own.keys(), onward)
            for joint in self.together.around(own)
        )

    def _stays(
        self, told: Rule | Joint, own: Mapping[Address, Value], cells: Set[Address], onward: bool
    ) -> bool:
        """Does none of the figures that relations speak of, changed ones apart, follow these?"""
        return all(c in own or of.isdisjoint(cells) for c, of in self._following(told, onward))

    def _following(self, told: Rule | Joint, onward: bool) -> Sources:
        """The figures of relations that were reckoned or copied from others, with those."""
        name = told.name if isinstance(told, Joint) else told.head.name
        asked, network = (name, onward), self.search.network
        if asked not in self.following:
            found = [
                (cell, self._origins(cell) if onward else frozenset(network.copies_of(cell)))
                for cell in told.cells
            ]
            self.following[asked] = [(cell, of) for cell, of in found if len(of) > 1]
        return self.following[asked]

    def _origins(self, cell: Address) -> frozenset[Address]:
        """What a figure was reckoned from, kept once for all relations that hold it."""
        if cell not in self.origins:
            self.origins[cell] = self.search.network.origins([cell])
        return self.origins[cell]
