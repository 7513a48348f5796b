"""What a failed rule wants of a cell: the prints that would mend it, directly or through others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil, floor

from lkjip_analysis.checking.locating.allowed_prints import allowed, on_grid
from lkjip_analysis.checking.locating.rule_network import Network, Steps
from lkjip_analysis.checking.locating.two_ways import TwoWays
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import ANYTHING, NOTHING, Interval
from lkjip_analysis.numbers.printed import MAX_DIGITS, step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import ANY_LABEL, Implied, Rule
from lkjip_analysis.rules.values import Changed, Figure, Value, Values

MAX_TURNS = 40
"""What a followed cell may be narrows what its root may print, and that the cell again. It mostly
settles in two or three turns; where it creeps towards a limit, this ends it."""

FINE = 1000
"""To such a part of a print's last digit do two figures agree that were worked out in turn."""


@dataclass
class Wishes:
    """The wishes of the rules of one report, each kept for the figures it rests on."""

    network: Network
    reach: dict[str, Steps] = field(default_factory=dict)
    known: dict[tuple[Address, str, bool, Changed], Implied] = field(default_factory=dict)
    resting: dict[tuple[str, ...], tuple[frozenset[Address], ...]] = field(default_factory=dict)
    only_own: bool = False
    twice: TwoWays = field(init=False)

    def __post_init__(self) -> None:
        self.twice = TwoWays(self.network, self.path)

    def keep_to_own_cells(self) -> None:
        """From here on ask of a rule only its own cells: what all rest on is too much."""
        self.only_own = True
        self.reach.clear()

    def reaching(self, rule: Rule) -> Steps:
        if rule.head.name not in self.reach:
            own: Steps = dict.fromkeys(rule.cells)
            self.reach[rule.head.name] = own if self.only_own else self.network.reaching(rule)
        return self.reach[rule.head.name]

    def is_repair(self, wish: Implied, root: Address) -> bool:
        """Can `wish` be printed in the root's place, and does it leave out what is printed?"""
        value = self.network.printed[root]
        if not printable(wish, value):
            return False
        if isinstance(value, Figure):
            assert isinstance(wish, Interval)
            return not wish.contains(value.texts.low)
        return not wish & value  # type: ignore[operator]

    def path(self, root: Address, rule: Rule) -> list[tuple[Address, Rule]]:
        """The figures between `root` and a cell of `rule`, each with the rule it came through."""
        path = []
        step = self.reaching(rule)[root]
        while step is not None:
            path.append(step)
            step = self.reaching(rule)[step[0]]
        return path

    def wish(self, root: Address, rule: Rule, values: Values, strictly: bool) -> Implied:
        """The prints of `root` that mend `rule`, through the figures between them."""
        known = root, rule.head.name, strictly, self._changed(root, rule, values)
        if known not in self.known:
            self.known[known] = self._worked_out(root, rule, values, strictly)
        return self.known[known]

    def _changed(self, root: Address, rule: Rule, values: Values) -> Changed:
        """How the figures are changed that the wish of a rule is worked out from."""
        if not values.changed:
            return frozenset()
        rules = [rule, *(through for _, through in self.path(root, rule))]
        asked = tuple(one.head.name for one in rules)
        if asked not in self.resting:
            self.resting[asked] = tuple(self._resting_on(rules))
        changed = values.changed.items()
        return frozenset(
            [one for one in changed if any(one[0] in held for held in self.resting[asked])]
        )

    def resting_on(self, rules: Sequence[Rule]) -> frozenset[Address]:
        """The figures of these rules, and of those that show which prints have a zero added."""
        return frozenset().union(*self._resting_on(rules))

    def _resting_on(self, rules: Sequence[Rule]) -> Iterator[frozenset[Address]]:
        """The same rule by rule: the figures of a long sum are held once, whoever asks for them."""
        held = [self.network.held_by(rule) for rule in rules]
        yield from held
        kept = self.network.values.kept
        known = kept.padded.keys() | kept.cut.keys()
        for cell in frozenset().union(*(one.intersection(known) for one in held)):
            near = (r for copy in self.network.copies_of(cell) for r in self.network.by_cell[copy])
            yield from map(self.network.held_by, near)

    def _worked_out(self, root: Address, rule: Rule, values: Values, strictly: bool) -> Implied:
        path = self.path(root, rule)
        cell = path[-1][0] if path else root
        wish = allowed(rule, cell, values, strictly)
        sources = [root, *(target for target, _ in path)]
        for source, (target, through) in reversed(list(zip(sources, path, strict=False))):
            if not printable(wish, values[target]):
                return NOTHING if isinstance(values[root], Figure) else frozenset()
            state = values.changing({target: printed_as(values[target], wish)})
            wish = allowed(through, source, state, strictly)
        return wish

    def points(self, root: Address, failed: Sequence[Rule]) -> Iterator[Fraction]:
        """The single prints of a root that failed rules want, be it through others."""
        for rule in self._told_by(root, failed):
            want = self.wish(root, rule, self.network.values, True)
            if isinstance(want, Interval) and want.is_bounded and not want.is_empty:
                yield from dict.fromkeys((Fraction(want.low), Fraction(want.high)))

    def points_both_ways(self, root: Address, failed: Sequence[Rule]) -> Iterator[Fraction]:
        """The same of a root that reaches a rule in two ways, as a share and its whole."""
        for rule in self._told_by(root, failed):
            want = self.joint(root, rule, self.network.values)
            if isinstance(want, Interval) and want.is_bounded and not want.is_empty:
                low, high = Fraction(want.low), Fraction(want.high)
                yield from ((low + high) / 2, low, high)

    def _told_by(self, root: Address, failed: Sequence[Rule]) -> Iterator[Rule]:
        """Those of the failed rules that a figure reaches."""
        if isinstance(self.network.values[root], Figure):
            yield from (rule for rule in failed if root in self.reaching(rule))

    def joint(self, root: Address, rule: Rule, values: Values, strictly: bool = True) -> Implied:
        """What `rule` wants of a root that reaches it in more than one way.

        It may stand in it itself, and in a figure that it moves: in a share of a total that follows
        it, the two are worked out in turn until they agree. Else the ways are followed print by
        print.
        """
        wish = self._in_turn(root, rule, values, strictly)
        return self.twice.wish(root, rule, values, strictly) if wish == NOTHING else wish

    def _in_turn(self, root: Address, rule: Rule, values: Values, strictly: bool) -> Implied:
        held = self.network.held_by(rule)
        moved = [
            (follower, through)
            for through in self.network.by_cell[root]
            if through.head.name not in self.network.failed
            for follower in self.network.followers(through, root)
            if follower in held and isinstance(values[follower], Figure)
        ]
        wish: Implied = NOTHING
        if root not in held or not moved:
            return wish
        state = values
        for _ in range(MAX_TURNS):
            before, wish = wish, _coarser(allowed(rule, root, state, strictly), values[root])
            if _is_beyond(wish):
                return NOTHING  # the turns run away: no print makes the two agree
            if before == wish:
                return wish
            state = values.changing({root: _between(values[root], wish)})
            for follower, through in moved:
                image = _coarser(allowed(through, follower, state, strictly), values[follower])
                if _is_beyond(image):
                    return NOTHING
                state = state.changing({follower: _between(values[follower], image)})
        return NOTHING


def _coarser(wish: Implied, value: Value) -> Implied:
    """A wish with its ends a little further out: turn by turn they would grow longer without end.

    Between two turns a count may lie between two prints.
    """
    assert isinstance(wish, Interval) and isinstance(value, Figure)
    if wish.is_empty or not wish.is_bounded:
        return wish
    unit = step(value.decimals) / FINE
    return Interval(floor(wish.low / unit) * unit, ceil(wish.high / unit) * unit)


def _between(value: Value, wish: Implied) -> Value:
    assert isinstance(wish, Interval) and isinstance(value, Figure)
    return value.printing(wish)


def _is_beyond(wish: Implied) -> bool:
    """Is this no figure that any report prints?"""
    assert isinstance(wish, Interval)
    if wish.is_empty:
        return True
    return not wish.is_bounded or wish.low < -(10**MAX_DIGITS) or wish.high > 10**MAX_DIGITS


def intersection(wishes: Sequence[Implied]) -> Implied:
    result = wishes[0]
    for wish in wishes[1:]:
        if isinstance(result, Interval) and isinstance(wish, Interval):
            result = result & wish
        elif isinstance(result, frozenset) and isinstance(wish, frozenset):
            result = wish if result & ANY_LABEL else result if wish & ANY_LABEL else result & wish
    return result


def printable(wish: Implied, value: Value) -> bool:
    """Is there a print that differs from anything at all, on the cell's own grid?"""
    if isinstance(value, Figure):
        assert isinstance(wish, Interval)
        return wish != ANYTHING and not on_grid(wish, value).is_empty
    return bool(wish) and not wish & ANY_LABEL  # type: ignore[operator]


def printed_as(value: Value, wish: Implied) -> Value:
    if isinstance(value, Figure):
        assert isinstance(wish, Interval)
        return value.printing(on_grid(wish, value))
    assert isinstance(wish, frozenset)
    return wish
