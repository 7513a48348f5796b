"""Figures of a line that tell each what came up to then: quarters since January under a sum of all.

Such a line ends in what its sum prints, so that the sum seems to be the one wrong figure.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import partial
from itertools import pairwise

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import exactly
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear
from lkjip_analysis.rules.values import Figure, Value, Values

PARTS = 3
"""Of fewer parts, the last is as often copied into the sum."""


def cumulated(trials: Trials, names: Names) -> Iterator[Act]:
    """The acts that take such lines apart: those of a table together, and each alone."""
    linear = (rule for rule in trials.failed if isinstance(rule, Linear))
    ending = [rule for rule in linear if _ends_in_its_sum(rule, trials.values)]
    for alike in grouped((_across(rule), rule) for rule in ending).values():
        put_in = [rule for rule in alike if not trials.results.issuperset(rule.inputs)]
        together = [put_in] if len(put_in) > 1 else []
        for some in (*together, *([rule] for rule in alike)):
            changes = {c: value for rule in some for c, value in _apart(rule, trials.values)}
            sums = [rule.result for rule in some]
            act = trials.act(partial(names.cumulated, sums, _is_of_a_row(some[0])), changes)
            if act:
                yield act


def _across(rule: Linear) -> Hashable:
    """The table, and the columns or rows that a sum takes in: alike in all lines of the table."""
    of_row = _is_of_a_row(rule)
    others = frozenset(part.column if of_row else part.row for part in rule.inputs)
    return rule.result.table, of_row, others


def _is_of_a_row(rule: Linear) -> bool:
    return all(part[:2] == rule.result[:2] for part in rule.inputs)


def _ends_in_its_sum(rule: Linear, values: Values) -> bool:
    """Is it the sum of a row or column that never falls, and prints the last of its figures?"""
    parts, result = rule.inputs, rule.result
    is_line = _is_of_a_row(rule) or all(part[::2] == result[::2] for part in parts)
    weights = {rule.weights[part] for part in parts}
    if len(parts) < PARTS or not is_line or weights != {-rule.weights[result]} or rule.constant:
        return False
    figures = [values.printed[cell] for cell in (*parts, result)]
    if not all(isinstance(figure, Figure) for figure in figures):
        return False
    *prints, whole = [Fraction(values.figure(cell).texts.low) for cell in (*parts, result)]
    rises = all(before <= after for before, after in pairwise([Fraction(0), *prints]))
    return rises and prints[-1] == whole != prints[0] > 0


def _apart(rule: Linear, values: Values) -> Iterator[tuple[Address, Value]]:
    """Each figure of a line less the one before it."""
    before = Fraction(0)
    for part in rule.inputs:
        figure = values.figure(part)
        yield part, figure.printing(exactly(Fraction(figure.texts.low) - before))
        before = Fraction(figure.texts.low)
