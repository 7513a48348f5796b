"""Figures rounded to one decimal fewer with a zero added, as their relation shows.

73,30 for 73,33 is such a rounding; copies of it that print 73,33 then tell the same figure, closer.
Only the relation excuses them: a copy that it does not lead to is held against the print.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import partial

from lkjip_analysis.checking.locating.rounding import Rounding, explain, holds
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Quotient, Rule, Same
from lkjip_analysis.rules.values import Values


def with_padded(values: Values, rules: Sequence[Rule]) -> Values:
    """The values, knowing of their copied figures which were rounded so, and by what relation."""
    ties = [rule.cells for rule in rules if isinstance(rule, Same)]
    found = _shown({cell for pair in ties for cell in pair}, values, rules) if ties else {}
    queue = deque(found)
    while queue:
        cell = queue.popleft()
        for other in (pair[pair[0] == cell] for pair in ties if cell in pair):
            if other not in found and values[other] == values[cell]:
                found[other] = found[cell]
                queue.append(other)
    padded = {cell: partial(rule.implied, rule.result) for cell, rule in found.items() if rule}
    return replace(values, kept=replace(values.kept, padded=padded))


def _shown(
    copied: Set[Address], values: Values, rules: Sequence[Rule]
) -> dict[Address, Rule | None]:
    """The copied figures that a relation shows to be rounded so; none where another misses them."""
    found: dict[Address, Rule | None] = {}
    for rule in rules:
        if not rule.works_out or rule.result not in copied or holds(rule, values):
            continue
        how = explain(rule, values)
        shows = isinstance(rule, Quotient) and how == Rounding(rule.result, "satu desimal")
        found[rule.result] = rule if shows and found.get(rule.result, rule) else None
    return found
