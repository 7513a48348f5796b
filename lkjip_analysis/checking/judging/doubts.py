"""The figures that groups of failed rules doubt: to another group they do not testify."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from lkjip_analysis.checking.locating.exchanges import Group
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.values import Figure, Value, Values

POWERS = (-6, -3, -2, -1, 1, 2, 3, 6)
"""By so many zeros do figures of one table differ where some are in another unit."""

MAX_STATES = 200
"""So many states are tried; a report seldom has more than three groups that doubt one rate."""


class Doubts:
    """What every group doubts, gathered once: a report may have hundreds of groups."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = [(_names(rules), _doubted(rules, repairs)) for rules, repairs in groups]
        self._times = Counter(cell for _, cells in self._groups for cell in cells)
        self._all = frozenset(self._times)
        self._by_rule = grouped(
            (name, i) for i, (held, _) in enumerate(self._groups) for name in held
        )

    def of_others(self, own: Sequence[Rule]) -> Container[Address]:
        """The figures that groups doubt which hold another rule than these."""
        names = _names(own)
        near = {i for name in names for i in self._by_rule.get(name, ())}
        within = Counter(
            cell for i in near if self._groups[i][0] <= names for cell in self._groups[i][1]
        )
        own_doubts = {cell for cell, times in within.items() if times == self._times[cell]}
        return Without(self._all, frozenset(own_doubts))


@dataclass(frozen=True)
class Without:
    """Figures without some of them: asked of each group, so they are not gathered anew."""

    every: frozenset[Address]
    some: frozenset[Address]

    def __contains__(self, cell: object) -> bool:
        return cell in self.every and cell not in self.some


def later_states(
    sources: frozenset[Address], own: Sequence[Rule], groups: Sequence[Group]
) -> Iterator[Mapping[Address, Value]]:
    """What these figures, and all that follows them, may be by what fails apart from `own`.

    Of each group of failed rules one repair of them or none is taken, of all groups at once.
    """
    names = _names(own)
    found = []
    for rules, repairs in groups:
        ways = [one for one in repairs if len(one.roots) == 1 and one.roots[0] in sources]
        if ways and names.isdisjoint(_names(rules)):
            found.append([*(one.changes for one in ways), {}])
    for chosen in islice(product(*found), MAX_STATES):
        together = {cell: value for changes in chosen for cell, value in changes.items()}
        if together:
            yield together


def in_another_unit(
    repair: Repair, own: Sequence[Rule], groups: Sequence[Group], values: Values
) -> bool:
    """Is another figure of its column, by its only repair, as many times as large as it prints?

    Two slips of the fingers seldom are alike: one of two states of the column has another unit.
    """
    names, powers, root = _names(own), _powers(repair, values), repair.roots[0]
    others = (
        repairs[0]
        for rules, repairs in groups
        if len(repairs) == 1 and names.isdisjoint(_names(rules))
    )
    return bool(powers) and any(
        (one.roots[0].table, one.roots[0].column) == (root.table, root.column)
        and powers & _powers(one, values)
        for one in others
    )


def _powers(repair: Repair, values: Values) -> frozenset[int]:
    """By which powers of ten a repair by one figure would mend it."""
    root = repair.roots[0]
    printed, meant = values[root], repair.changes[root]
    if len(repair.roots) > 1 or not isinstance(printed, Figure) or not isinstance(meant, Figure):
        return frozenset()
    near = meant.texts.widen(step(printed.decimals) * Fraction(99, 100))  # its last digits fell off
    powers = (p for p in POWERS if near.contains(printed.texts.low * Fraction(10) ** p))
    return frozenset(powers) if printed.texts.low else frozenset()


def _names(rules: Iterable[Rule]) -> frozenset[str]:
    return frozenset(rule.head.name for rule in rules)


def _doubted(rules: Sequence[Rule], repairs: Sequence[Repair]) -> frozenset[Address]:
    """The roots of its repairs, and the results: each may be older than what it rests on."""
    doubted = [repair.roots for repair in repairs] or [rule.cells for rule in rules]
    return frozenset(rule.result for rule in rules).union(*doubted)
