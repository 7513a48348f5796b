"""Copied figures that were rounded otherwise than their copies, as their relations show.

73,30 for 73,33 is one decimal with a zero added; copies that print 73,33 tell the same figure,
closer. 73,33 beside 73,34 is 73,336 cut off in one place and rounded in the other.
Only the relations excuse them: a copy that they do not lead to is held against the print.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial, reduce

from lkjip_analysis.checking.locating.last_unit import sums_of_a_sheet
from lkjip_analysis.checking.locating.rounding import Rounding, cut_copy, explain, holds
from lkjip_analysis.numbers.grouping import Marks, grouped
from lkjip_analysis.numbers.interval import ANYTHING, Interval, exactly
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule, Same
from lkjip_analysis.rules.values import Values


def with_padded(values: Values, rules: Sequence[Rule]) -> Values:
    """The values, knowing of their copied figures which were rounded so, and by what relation."""
    values = replace(values, kept=replace(values.kept, sheet=sums_of_a_sheet(values, rules)))
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
    cut = _cut_off(values, rules)
    return replace(values, kept=replace(values.kept, padded=padded, cut=cut))


def _cut_off(values: Values, rules: Sequence[Rule]) -> Mapping[Address, Callable[..., Interval]]:
    """The copies that may have been cut off, with where all that reckons any copy wants them."""
    copies = [rule for rule in rules if isinstance(rule, Same)]
    found = {cell for rule in copies if (cell := cut_copy(rule, values))}
    if not found:
        return {}
    marks = Marks[Address]()
    for rule in copies:
        marks.join(rule.result, rule.source)
    copied = {cell for rule in copies for cell in rule.cells}
    reckoning = grouped(
        (marks.of(rule.result), rule) for rule in rules if rule.works_out and rule.result in copied
    )
    told = ((cell, reckoning.get(marks.of(cell), ())) for cell in found)
    return {cell: partial(_wanted, by, cell) for cell, by in told if by}


def _wanted(rules: Sequence[Rule], cut: Address, values: Values) -> Interval:
    """Where all of these relations want the figure that they reckon.

    Of one that reckons the copy itself the middle counts: 51,90 in 45,64 are 113,716, and 113,72 is
    no 113,73 cut off, though the roundings of both allow it.
    """
    wants = ((rule, rule.implied(rule.result, values)) for rule in rules)
    told = (_middle(want) if rule.result == cut else want
            for rule, want in wants if isinstance(want, Interval))  # fmt: skip
    return reduce(Interval.__and__, told, ANYTHING)


def _middle(want: Interval) -> Interval:
    return exactly((want.low + want.high) / 2) if want.is_bounded else want


def _shown(
    copied: Set[Address], values: Values, rules: Sequence[Rule]
) -> dict[Address, Rule | None]:
    """The copied figures that a relation shows to be rounded so; none where another misses them."""
    found: dict[Address, Rule | None] = {}
    for rule in rules:
        if not rule.works_out or rule.result not in copied or holds(rule, values):
            continue
        how = explain(rule, values)
        shows = how == Rounding(rule.result, "satu desimal")
        found[rule.result] = rule if shows and found.get(rule.result, rule) else None
    return found
