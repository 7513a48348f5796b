"""Two figures that stand in each other's place, such as those of two rows of a table.

That is one slip, and a common one. In a column of yearly changes it looks exactly like a wrong
figure of the year between them, which two relations then seem to prove: so it is always looked for
beside the repairs by one figure, and nothing is proven where it would explain as much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from lkjip_analysis.checking.locating.exchange_bounds import Reach
from lkjip_analysis.checking.locating.neighbouring_groups import Neighbours
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.checking.locating.smallest_repairs import MAX_SEARCHED, Search
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Number, exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Rule
from lkjip_analysis.rules.values import Figure, Value

Group = tuple[tuple[Rule, ...], list[Repair]]
"""Failed rules with their smallest repairs; none where they are too entangled."""

MAX_LOOKED_AT = 100_000
"""Nor more than these between all groups of a report."""

MAX_TESTED = 200_000
"""So many relations are tested with two figures exchanged, in the whole of a report."""
MAX_ASKED = 300_000
"""So many pairs of groups are held against one another."""


def within(search: Search, rules: Sequence[Rule]) -> list[Repair]:
    """The exchanges that mend these failed rules; each rule holds one of the two figures."""
    smallest = min(rules, key=lambda rule: len(rule.cells))
    cells = [set(rule.cells) for rule in rules]
    weights = [rule.weights for rule in rules if isinstance(rule, Linear)]
    everyone, pairs = set.intersection(*cells), set()
    alike = _weighted_alike(everyone, weights)
    ones = smallest.cells if len(smallest.cells) <= MAX_SEARCHED else (smallest.result,)
    for one in ones:
        if one in everyone:
            others = alike
        else:
            rest = (held for held in cells if one not in held)
            others = _weighted_alike(set.intersection(*rest), weights)
        own = _weights_of(one, weights)
        for theirs, held in others.items():
            if all(mine != their for mine, their in zip(own, theirs, strict=True)):
                pairs |= {tuple(sorted((one, other))) for other in held if other != one}
    return _tried(search, rules, sorted(pairs), mixed=len(rules) > 1)


def _weights_of(cell: Address, weights: Sequence[Mapping[Address, Number]]) -> tuple[Number, ...]:
    return tuple(weight.get(cell, 0) for weight in weights)


def _weighted_alike(
    cells: Iterable[Address], weights: Sequence[Mapping[Address, Number]]
) -> dict[tuple[Number, ...], list[Address]]:
    """Cells by their weights: parts of a sum, weighted alike, may be exchanged without a trace."""
    return grouped((_weights_of(cell, weights), cell) for cell in cells)


def exchanged(search: Search, groups: Sequence[Group]) -> list[Group]:
    """The groups, two of them as one where an exchange mends both.

    Of groups whose pairs are too many to be looked at nothing is the only explanation.
    """
    pairing, row = Pairing(search, groups), 0
    while row < len(pairing.near.rules) and not pairing.is_over:
        pairing.hold_against_later(row)
        row += 1
    return list(pairing.groups.values())


class Pairing:
    """Groups held against one another, each two of them once; those joined come last."""

    def __init__(self, search: Search, groups: Sequence[Group]) -> None:
        self.search, self.reach = search, Reach(search.network)
        self.near = Neighbours(rules for rules, _ in groups)
        self.groups, self.is_over, self.asked = dict(enumerate(groups)), False, 0

    def hold_against_later(self, row: int) -> None:
        """Hold a group against those after it; what it is joined to against all before it."""
        for other in self.near.after(row, row) if row in self.groups else ():
            number = self._joined(row, other)
            if self.is_over:
                return
            if number is not None:
                self._hold_against_earlier(number, row)
                return

    def _hold_against_earlier(self, number: int | None, last: int) -> None:
        while number is not None:
            together, number = number, None
            for row in self.near.up_to(together, last):
                number = self._joined(row, together)
                if self.is_over or number is not None:
                    break

    def _joined(self, one: int, other: int) -> int | None:
        """The number of two groups that an exchange mends together; None where none does."""
        is_over = self.search.exchanges > MAX_TESTED
        if is_over or self.reach.looked_at > MAX_LOOKED_AT or self.asked > MAX_ASKED:
            self.is_over = True
            names = (r.head.name for k in self.near.left(one, other) for r in self.near.rules[k])
            self.search.open.update(names)
            return None
        self.asked += 1
        rules = (*self.groups[one][0], *self.groups[other][0])
        repairs = _tried(self.search, rules, self._pairs(one, other))
        if not repairs:
            return None
        del self.groups[one], self.groups[other]
        self.near.remove(one)
        self.near.remove(other)
        number = self.near.add(rules)
        self.groups[number] = rules, repairs
        return number

    def _pairs(self, one: int, other: int) -> Iterator[tuple[Address, Address]]:
        """Their figures of which each might stand in the other's place."""
        here, there = self.near.rules[one], self.near.rules[other]
        for first, second in product(self.near.held[one], self.near.held[other]):
            is_thinkable = _alike(self.reach.network, first, second, True)
            if is_thinkable and self.reach.may_swap(first, second, here, there):
                yield first, second


def _tried(
    search: Search, rules: Sequence[Rule], pairs: Iterable[tuple[Address, ...]], mixed: bool = True
) -> list[Repair]:
    """Those of the pairs that, exchanged with their copies, break no rule around them.

    Figures with other decimals only where `mixed`: for one rule alone some always would do. Where
    too many were tested already, `rules` that the others may explain are left open.
    """
    network, found = search.network, []
    for one, other in pairs:
        if search.exchanges > MAX_TESTED:
            search.open.update(rule.head.name for rule in rules)
            break
        if not _alike(network, one, other, mixed):
            continue
        changes = dict((*_moved(network, one, other), *_moved(network, other, one)))
        if _all_hold(search, changes):
            found.append(Repair((one, other), changes))
    return found


def _all_hold(search: Search, changes: Mapping[Address, Value]) -> bool:
    """Does every relation around these changes hold with them? Each that is asked is counted."""
    network, state = search.network, search.network.values.changing(changes)
    for cell in changes:
        for rule in network.by_cell[cell]:
            search.exchanges += 1
            if not tolerable(rule, state):
                return False
    return True


def _alike(network: Network, one: Address, other: Address, mixed: bool) -> bool:
    """Could the two have been exchanged: different figures of one column or row?"""
    in_line = one.table == other.table and (one.column == other.column or one.row == other.row)
    if not in_line or {one, other} & network.derived:
        return False
    here, there = network.printed[one], network.printed[other]
    if not isinstance(here, Figure) or not isinstance(there, Figure):
        return False
    return here.texts != there.texts and (mixed or here.decimals == there.decimals)


def _moved(network: Network, to: Address, source: Address) -> Iterator[tuple[Address, Value]]:
    """The figure of `source`, with its decimals, in another's place, and in that of its copies."""
    value = network.printed[source]
    assert isinstance(value, Figure)
    for cell in network.copies.get(network.witness.get(to, to), [to]):
        held = network.printed[cell]
        if not isinstance(held, Figure) or cell == source:
            continue
        places = value.decimals if cell == to else held.decimals
        # A 3 among figures of two decimals is a 3,00, not one that would be anything up to 3,5.
        finest = max(value.decimals, held.decimals)
        half = step(finest) / 2 if held.half else held.half
        meant = exactly(half_up(Fraction(value.texts.low), places))
        yield cell, replace(held, texts=meant, half=half, decimals=places)
