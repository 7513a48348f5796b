"""Figures that were brought up to date while what was reckoned from them was left as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.numbers.interval import exactly
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Figure, Value

MAX_RULES = 60
"""Of more relations that fail together nobody would say that one update left them behind."""


def outdated(rules: Sequence[Rule], trials: Trials, names: Names) -> Act | None:
    """What fails together, each result reckoned anew from what it rests on as printed."""
    network, changes = trials.search.network, dict[Address, Value]()
    if not 1 < len(rules) <= MAX_RULES:
        return None
    for _ in rules:
        state = trials.values.changing(changes)
        left = [rule for rule in rules if not tolerable(rule, state)]
        trials.work += sum(len(rule.cells) for rule in rules)
        if not left or trials.is_over:
            break
        for rule in left:
            where = network.reckoned(rule)
            exact = reckoned(rule, where, trials.values.changing(changes))
            value = network.printed[where]
            if exact is None or not isinstance(value, Figure) or where in network.derived:
                return None
            changes[where] = replace(value, texts=exactly(half_up(exact, value.decimals)))
    return trials.act(lambda: names.outdated(len(changes)), changes)
