"""Could cells explain all that fails together? Asked of an act before anything is reckoned.

What mends only a part of a group of failed relations explains nothing. Each relation is a bit, so
that what a hundred cells could change is one number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule

Bits = int
"""Some of the failed relations: one bit each."""


class WholeGroups:
    """The failed relations of a report in their groups, and from which cells each can change.

    `onward`: by what was reckoned from a cell, too, and not only by its copies.
    """

    def __init__(self, network: Network, groups: Sequence[Sequence[Rule]]) -> None:
        self._network = network
        self._rules = [rule for group in groups for rule in group]
        bits = {rule.head.name: 1 << place for place, rule in enumerate(self._rules)}
        self._groups = [_together(bits[rule.head.name] for rule in group) for group in groups]

    def may_be_mended(self, cells: Iterable[Address], onward: bool) -> bool:
        """Could a change of these cells, or of some of them, mend any whole group?"""
        reached = self._reached(cells, onward)
        return any(group & reached == group for group in self._groups)

    def all_may_be_mended(self, cells: Iterable[Address], onward: bool) -> bool:
        """Could a change of all these cells mend each group that it touches, whole?"""
        cells = tuple(cells)
        near = _together(self._near.get(cell, 0) for cell in cells)
        touched = [group for group in self._groups if group & near]
        if not touched:
            return self.may_be_mended(cells, onward)
        reached = self._reached(cells, onward)
        return all(group & reached == group for group in touched)

    def _reached(self, cells: Iterable[Address], onward: bool) -> Bits:
        known = self._onward if onward else self._copied
        return _together(known.get(cell, 0) for cell in cells)

    @cached_property
    def _near(self) -> Mapping[Address, Bits]:
        found: dict[Address, Bits] = {}
        for place, rule in enumerate(self._rules):
            for cell in rule.cells:
                found[cell] = found.get(cell, 0) | 1 << place
        return found

    @cached_property
    def _onward(self) -> Mapping[Address, Bits]:
        return self._network.carried_back(self._near)

    @cached_property
    def _copied(self) -> Mapping[Address, Bits]:
        witness = self._network.witness
        alike = grouped((witness.get(cell, cell), bits) for cell, bits in self._near.items())
        return {
            copy: together
            for one, bits in alike.items()
            for together in (_together(bits),)
            for copy in self._network.copies_of(one)
        }


def _together(bits: Iterable[Bits]) -> Bits:
    found = 0
    for bit in bits:
        found |= bit
    return found
