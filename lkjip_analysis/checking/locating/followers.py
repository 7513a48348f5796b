"""What must change with a figure: the figures that are computed or copied from it.

A slip may have been copied onward, so a new print of one cell is only a repair together with new
prints of what followed it; and it is none where a rule that held would break.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lkjip_analysis.checking.locating.allowed_prints import allowed
from lkjip_analysis.checking.locating.mending_prints import (
    Wishes,
    intersection,
    printable,
    printed_as,
)
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Implied, Rule
from lkjip_analysis.rules.values import Value, Values

MAX_TRIALS = 4_000
"""So many new prints are followed in search of the cause of one group of failed rules."""


MAX_AGAIN = 40
"""So often is what follows one print worked out again, as more of what it rests on follows too."""


class TooEntangled(Exception):
    """More trials would be needed than is sensible: too many rules fail here together."""


class TooMuchWork(TooEntangled):
    """The search was ended before it was through: whether a few cells explain it is not known."""


@dataclass
class Following:
    """What follows new prints in one report; `trials` counts how many were followed."""

    network: Network
    wishes: Wishes
    trials: int = 0

    def changes(
        self, root: Address, seed: Implied, values: Values, mended: Sequence[Rule]
    ) -> dict[Address, Value] | None:
        """The root's change with all that must follow it; None where a rule that held breaks."""
        self.trials += 1
        if self.trials > MAX_TRIALS:
            raise TooMuchWork(f"more than {MAX_TRIALS} repairs would have to be tried")
        texts = self.narrowed(root, seed, values)
        found: dict[Address, Value] = {root: printed_as(values[root], texts)}
        on_path = {
            through.head.name for rule in mended for _, through in self.wishes.path(root, rule)
        }
        by: dict[Address, str] = {}
        queue, again = deque(self.network.by_cell[root]), 0
        while queue:
            rule = queue.popleft()
            if rule.head.name in self.network.failed:
                continue
            state = values.changing(found)
            follower = self._follower(rule, state)
            must = rule.head.name in on_path and follower is not None
            if not must and tolerable(rule, state):
                continue
            if follower is None:  # a share of a total that followed later follows once more
                follower, again = self._own(rule, by), again + 1
            if follower is None or again > MAX_AGAIN:
                return None
            wish = allowed(rule, follower, state)
            if not printable(wish, values[follower]):
                return None
            found[follower], by[follower] = printed_as(values[follower], wish), rule.head.name
            queue.extend(self.network.by_cell[follower])
        return found

    def _own(self, rule: Rule, by: Mapping[Address, str]) -> Address | None:
        """The figure that follows already by this rule."""
        return next((cell for cell in rule.cells if by.get(cell) == rule.head.name), None)

    def _follower(self, rule: Rule, values: Values) -> Address | None:
        """A cell not changed yet that this rule computes from one that has."""
        changed = values.changed.keys()
        return next(
            (
                follower
                for cell in sorted(self.network.held_by(rule) & changed, key=rule.cells.index)
                for follower in self.network.followers(rule, cell)
                if follower not in values.changed
            ),
            None,
        )

    def narrowed(self, root: Address, seed: Implied, values: Values) -> Implied:
        """`seed` cut down to the prints that leave the rules around the root as they are."""
        for rule in self.network.by_cell[root]:
            common = intersection([seed, allowed(rule, root, values)])
            if self.wishes.is_repair(common, root):
                seed = common
        return seed
