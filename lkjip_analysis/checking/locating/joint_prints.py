"""Prints that make a repair's relations hold together.

A repair bounds each figure alone: the root by what fails, each follower by what it follows. Each
bound can be met while no print meets them all: a denominator moves two figures alike, and their
quotient wants one of them moved alone. So a repair stands only by an example, root and followers
printed, with which every relation around them holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from math import ceil, floor

from lkjip_analysis.checking.locating.allowed_prints import allowed, on_grid
from lkjip_analysis.checking.locating.in_order import after_grounds
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import ANYTHING, Interval, exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Figure, Value, Values

MAX_TRIALS = 400
"""So many prints are tried before it is left open whether any would do."""

QUICK = 16
"""After so many prints in vain it is asked whether there can be any, and looked ahead for one."""

ROUNDS = 2
"""So often is each figure narrowed by what the relations leave of the others."""

FEW = 4
"""So many prints of one figure are all tried."""


@dataclass
class Witness:
    """The search for one example of one repair.

    `complete` stays true while no print was passed over: then none found means that none exists.
    """

    network: Network
    changes: Mapping[Address, Value]
    roots: tuple[Address, ...]
    failed: Sequence[Rule]
    proposed: Mapping[Address, Sequence[Fraction]] = field(default_factory=dict)
    trials: int = 0
    complete: bool = True
    looks_ahead: bool = False

    def found(self) -> Mapping[Address, Value] | None:
        """Root and followers as they could be printed together; None where no print would do.

        First each figure is bound by the relations whose other figures are chosen already. Where
        that finds nothing at once, by all its relations, with what is left to choose as wide as it
        may be: of figures each known to the thousand only few fit their shares and their sum.
        """
        found = self._completed(self.network.values, self._order())
        if found is not None or self.trials <= QUICK or self._is_hopeless:
            return found
        self.looks_ahead = True
        return self._completed(self.network.values.changing(self.changes), self._order())

    @cached_property
    def _is_hopeless(self) -> bool:
        """Is what some relations leave of a figure nothing that another could take?

        Then no print will do, and to try them one by one would only take longer.
        """
        state = self.network.values.changing(dict(self.changes))
        for _ in range(ROUNDS):
            for rule in self.rules:
                for cell in self._changed_in(rule):
                    wide, want = state[cell], allowed(rule, cell, state, False)
                    if not isinstance(wide, Figure) or not isinstance(want, Interval):
                        continue
                    left = on_grid(wide.texts & want, wide)
                    if left.is_empty:
                        return True
                    if left != wide.texts:
                        state = state.changing({cell: wide.printing(left)})
        return False

    def _changed_in(self, rule: Rule) -> list[Address]:
        """Those of the changed cells that a rule holds, in its order."""
        held = self.network.held_by(rule) & self.changes.keys()
        return sorted(held, key=rule.cells.index) if len(held) > 1 else list(held)

    def _order(self) -> list[Address]:
        """The roots, then what follows them, each after what it is worked out from."""
        follow = dict.fromkeys(cell for cell in self.changes if cell not in self.roots)
        grounds = grouped((rule.result, rule.cells) for rule in self.rules if rule.works_out)

        def among_them(cell: Address) -> Iterator[Address]:
            every = chain.from_iterable(grounds.get(cell, ()))
            return (ground for ground in every if ground in follow)

        return [*self.roots, *after_grounds(follow, among_them)]

    @cached_property
    def rules(self) -> list[Rule]:
        """What must hold: the rules that failed, and those that held around what changes."""
        around, failed = self.network.around(self.changes), self.network.failed
        return [*self.failed, *(rule for rule in around if rule.head.name not in failed)]

    def _completed(self, values: Values, left: list[Address]) -> Mapping[Address, Value] | None:
        """The prints of the cells that are left, given those of the others."""
        if not left:
            return values.changed
        cell, rest = left[0], left[1:]
        settled = [
            rule
            for rule in self.rules
            if cell in (held := self.network.held_by(rule))
            and (self.looks_ahead or held.isdisjoint(rest))
        ]
        for value in self._prints(cell, values, settled):
            self.trials += 1
            if self.trials > MAX_TRIALS:
                self.complete = False
            if self.trials > (MAX_TRIALS if self.looks_ahead else QUICK):
                return None
            state = values.changing({cell: value})
            if all(tolerable(rule, state) for rule in settled):
                found = self._completed(state, rest)
                if found is not None:
                    return found
        return None

    def _prints(self, cell: Address, values: Values, settled: Sequence[Rule]) -> Iterator[Value]:
        """The prints of a cell worth trying, the plainest first."""
        wide = self.changes[cell]
        if not isinstance(wide, Figure):
            yield wide
            return
        span = wide.texts
        for rule in settled:
            want = allowed(rule, cell, values.changing({cell: wide}), False)
            span = span & want if isinstance(want, Interval) else span
        seen = set[Fraction]()
        for point in self._points(cell, wide.printing(on_grid(span, wide)), values, settled):
            if point not in seen and wide.texts.contains(point):
                seen.add(point)
                yield wide.printing(exactly(point))

    def _points(
        self, cell: Address, figure: Figure, values: Values, settled: Sequence[Rule]
    ) -> Iterator[Fraction]:
        for point in self.proposed.get(cell, ()):
            yield half_up(point, figure.decimals)
        for rule in settled:
            exact = reckoned(rule, cell, values)
            if exact is not None:
                yield half_up(exact, figure.decimals)
        if not figure.texts.is_empty:
            yield from self._within(figure)

    def _within(self, figure: Figure) -> Iterator[Fraction]:
        """All prints of a narrow interval, else some spread over it, halves before quarters."""
        unit = step(figure.decimals)
        low, high = figure.texts.low, figure.texts.high
        if not figure.texts.is_bounded:
            self.complete = False
            ends = (Fraction(end) for end in (low, high) if abs(end) != ANYTHING.high)
            yield from ends
            return
        first, last = ceil(Fraction(low) / unit), floor(Fraction(high) / unit)
        many = last - first + 1
        if many > MAX_TRIALS:
            self.complete = False
        yield from (Fraction(first + at) * unit for at in _spread(many))


def _spread(many: int) -> Iterator[int]:
    """The places 0 ... many - 1: all of few, else the ends and a sample, coarse before fine."""
    if many <= FEW:
        yield from range(many)
        return
    yield from (0, many - 1)
    parts = 2
    while parts <= MAX_TRIALS:
        yield from sorted({many * part // parts for part in range(1, parts, 2)})
        parts *= 2
    yield from range(min(many, MAX_TRIALS))
