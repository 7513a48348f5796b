"""One figure that a sum takes in is wrong or old, and results beside the sum were left behind.

A total that was brought up to date while a row and the rates of the total were not looks like one
misprint of that total. Each figure that the sum was reckoned from is tried in its place, with all
that then fails reckoned anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.checking.acts.outdated_figures import MAX_RULES, anew
from lkjip_analysis.checking.locating.mending_prints import printed_as
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Rule
from lkjip_analysis.rules.values import Figure, Value

MAX_TOLD = 24
"""Of so many figures that a sum may owe its gap to is told, those with the least beside them."""


def parts_left_old(rules: Sequence[Rule], trials: Trials, names: Names) -> list[Act]:
    """The acts of which each explains all these relations, those with the fewest changes first."""
    if not 1 < len(trials.failed) <= MAX_RULES:
        return []
    found: dict[frozenset[Address], Act] = {}
    for rule in rules:
        for root, value in _inputs(rule, trials) if isinstance(rule, Linear) else ():
            act = _act(root, value, rules, trials, names)
            if act and len(act.repair.roots) > 1:
                found.setdefault(frozenset(act.repair.roots), act)
    return sorted(found.values(), key=lambda act: len(act.repair.changes))[:MAX_TOLD]


def _inputs(rule: Linear, trials: Trials) -> Iterator[tuple[Address, Figure]]:
    """The figures put in from which a sum was reckoned, each with the only print that mends it."""
    wishes, values = trials.search.wishes, trials.values
    for root in wishes.reaching(rule):
        value = values.printed[root]
        if root in trials.results or not isinstance(value, Figure) or trials.is_over:
            continue
        trials.work += len(rule.cells)
        wish = wishes.wish(root, rule, values, True)
        if isinstance(wish, Interval) and wishes.is_repair(wish, root):
            fresh = printed_as(value, wish)
            assert isinstance(fresh, Figure)
            if fresh.texts.low == fresh.texts.high:
                yield root, fresh


def _act(
    root: Address, value: Value, rules: Sequence[Rule], trials: Trials, names: Names
) -> Act | None:
    changes = anew(rules, {root: value}, trials)
    return trials.act(names.part_left_old, changes) if changes else None
