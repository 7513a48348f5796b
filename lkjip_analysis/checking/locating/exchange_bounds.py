"""Could a figure stand in another's place at all? A bound that is cheap, tried before the pair is.

Where even the loosest reading of every figure leaves no room for it, no rounding explains it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lkjip_analysis.checking.locating.dropped_sen import without_sen
from lkjip_analysis.checking.locating.rounding import loosest, rounded_target
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.numbers.interval import ANYTHING, Interval
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Quotient, Rule
from lkjip_analysis.rules.values import Figure, Value

LOOSEST = 5
"""No reading of a figure lies further from its print, in units of its last digit."""


@dataclass
class Reach:
    """How far the figures around each cell of a failed rule let its own lie; and how many pairs
    were looked at."""

    network: Network
    looked_at: int = 0
    known: dict[tuple[str, Address], Interval] = field(default_factory=dict)

    def may_swap(
        self, one: Address, other: Address, rules: Sequence[Rule], others: Sequence[Rule]
    ) -> bool:
        """Could each of the two figures mend a rule that failed around the other?"""
        self.looked_at += 1
        return self._admits(rules, one, other) and self._admits(others, other, one)

    def _admits(self, rules: Sequence[Rule], cell: Address, source: Address) -> bool:
        """Do those of the rules that only `cell` would change leave room for `source` in it?"""
        moved = self.network.values[source]
        assert isinstance(moved, Figure)
        held = self.network.values[cell]
        assert isinstance(held, Figure)
        unit = step(min(held.decimals, moved.decimals))
        span = moved.texts.widen(unit * LOOSEST) if held.half else moved.texts
        changed = {copy for one in (cell, source) for copy in self.network.copies_of(one)} - {cell}
        return all(
            changed.intersection(rule.cells) or span.meets(self._room(rule, cell)) for rule in rules
        )

    def _room(self, rule: Rule, cell: Address) -> Interval:
        place = rule.head.name, cell
        if place not in self.known:
            is_reckoned = isinstance(rule, Linear | Quotient)
            self.known[place] = self._worked_out(rule, cell) if is_reckoned else ANYTHING
        return self.known[place]

    def _worked_out(self, rule: Rule, cell: Address) -> Interval:
        """Where the cell may lie with every other figure of the rule read as loosely as any is."""
        loose = self.network.values.changing(dict(self._loosened(rule, cell)))
        room = rule.implied(cell, loose)
        assert isinstance(room, Interval)
        return room | (without_sen(rule, cell, loose) or room)

    def _loosened(self, rule: Rule, cell: Address) -> Mapping[Address, Value]:
        figures = self.network.values
        read = {other: loosest(figures[other]) for other in rule.cells if other != cell}
        found: dict[Address, Value] = {other: loose for other, loose in read.items() if loose}
        target = rounded_target(rule, figures)
        if target is not None and target != cell:
            told = figures.figure(target)
            found[target] = Figure(told.texts, step(told.decimals) / 2, told.decimals)
        return found
