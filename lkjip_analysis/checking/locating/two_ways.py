"""What a rule wants of a figure that reaches it in two ways: in a sum, and in what divides the sum.

The budget of a row stands in its change and in what the change is divided by; a weight stands in
the weighted sum and in the sum of weights. Each end of what is wanted is found by itself: the print
that the rule then wants of the figure is the figure that it was asked with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lkjip_analysis.checking.locating.allowed_prints import allowed
from lkjip_analysis.checking.locating.rule_network import Network, Steps
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import NOTHING, Interval, exactly
from lkjip_analysis.numbers.printed import MAX_DIGITS, step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Implied, Rule
from lkjip_analysis.rules.values import Figure, Values

FEW = 4
"""Only of relations of so few figures, such as a share, are the other ways looked for."""
MAX_TURNS = 12
"""So often is it asked anew what a rule wants; three times are enough where all moves evenly."""
MAX_ASKED = 4_000
"""So often is a relation reckoned for this in one report."""
FINE = 1000
"""To such a part of a print's last digit is an end worked out."""

Path = Callable[[Address, Rule], list[tuple[Address, Rule]]]
Ways = Sequence[tuple[Address, Rule]]


@dataclass
class TwoWays:
    """The figures of one report that reach a failed rule in more than one way.

    `path` is the one way by which a wish is worked back, as `Wishes` knows it.
    """

    network: Network
    path: Path
    asked: int = 0
    beside: dict[tuple[Address, str], Ways] = field(default_factory=dict)
    leading: dict[Address, Steps] = field(default_factory=dict)

    def wish(self, root: Address, rule: Rule, values: Values, strictly: bool) -> Implied:
        """The prints of the root that mend the rule with all that moves; none if it has one way."""
        value, moved = values[root], self._moved(root, rule)
        if not moved or not isinstance(value, Figure):
            return NOTHING
        ends = [
            self._end(root, rule, values, strictly, moved, is_high) for is_high in (False, True)
        ]
        found = [end for end in ends if end is not None]
        return Interval(min(found), max(found)) if len(found) == len(ends) else NOTHING

    def _end(
        self, root: Address, rule: Rule, values: Values, strictly: bool, moved: Ways, is_high: bool
    ) -> Fraction | None:
        """The print of which the rule, all else moved with it, wants just that as one end."""
        figure = values.figure(root)
        near = step(figure.decimals) / FINE
        point = Fraction(figure.texts.low)
        turns = [point]
        for _ in range(MAX_TURNS):
            wanted = self._wanted(root, rule, values, strictly, moved, turns[-1])
            if wanted is None:
                return None
            end = _rounded(Fraction(wanted.high if is_high else wanted.low), near)
            if abs(end - turns[-1]) <= near:
                return end
            turns.append(end)
            if len(turns) == 3:
                turns = [_rounded(_limit(*turns), near)]
        return None

    def _wanted(
        self,
        root: Address,
        rule: Rule,
        values: Values,
        strictly: bool,
        moved: Ways,
        point: Fraction,
    ) -> Interval | None:
        """What the rule wants of the root, asked with one print of it and all that it moves."""
        self.asked += len(moved) + 1
        if self.asked > MAX_ASKED or abs(point) > 10**MAX_DIGITS:
            return None
        state = values.changing({root: values.figure(root).printing(exactly(point))})
        for follower, through in moved:
            image = _bounded(allowed(through, follower, state, strictly))
            if image is None:
                return None
            middle = (Fraction(image.low) + Fraction(image.high)) / 2
            state = state.changing({follower: values.figure(follower).printing(exactly(middle))})
        return self._back(root, rule, state, strictly)

    def _back(self, root: Address, rule: Rule, state: Values, strictly: bool) -> Interval | None:
        """What the rule wants of the root along its path, between prints too: it is on the way."""
        path = self.path(root, rule)
        sources = [root, *(target for target, _ in path)]
        wanted = _bounded(allowed(rule, sources[-1], state, strictly))
        for source, (target, through) in reversed(list(zip(sources, path, strict=False))):
            if wanted is None:
                return None
            on_path = state.changing({target: state.figure(target).printing(wanted)})
            wanted = _bounded(allowed(through, source, on_path, strictly))
        return wanted

    def _moved(self, root: Address, rule: Rule) -> Ways:
        """The figures beside the path from a root to a rule that move with it, in their order."""
        asked = root, rule.head.name
        if asked not in self.beside:
            self.beside[asked] = tuple(dict(self._ways(root, rule)).items())
        return self.beside[asked]

    def _ways(self, root: Address, rule: Rule) -> Iterator[tuple[Address, Rule]]:
        path = self.path(root, rule)
        passed = {root, *(cell for cell, _ in path)}
        for one in (rule, *(through for _, through in path)):
            for cell in one.cells if len(one.cells) <= FEW else ():
                if cell not in passed and isinstance(self.network.printed.get(cell), Figure):
                    yield from self._way(root, cell)

    def _way(self, root: Address, cell: Address) -> Iterator[tuple[Address, Rule]]:
        """The steps from a root to a cell that moves with it, each with its rule."""
        if cell not in self.leading:
            self.leading[cell] = self.network.leading_to([cell])
        steps = self.leading[cell]
        step_on = steps.get(root)
        while step_on is not None:
            yield step_on
            step_on = steps[step_on[0]]


def _bounded(wish: Implied) -> Interval | None:
    """A wish with two ends; None where nothing fits, or anything."""
    is_usable = isinstance(wish, Interval) and wish.is_bounded and not wish.is_empty
    return wish if is_usable and isinstance(wish, Interval) else None


def _rounded(point: Fraction, near: Fraction) -> Fraction:
    """A point on a fine grid: turn by turn it would grow longer without end."""
    return round(point / near) * near


def _limit(first: Fraction, second: Fraction, third: Fraction) -> Fraction:
    """Where three points lead that lie ever nearer, or ever farther, in one proportion."""
    gap, next_gap = second - first, third - second
    return third if gap == next_gap else first + gap * gap / (gap - next_gap)
