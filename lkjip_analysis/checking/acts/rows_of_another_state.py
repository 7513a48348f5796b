"""A row of an earlier state, or one that was emptied, beside totals that know what it should say.

Its figures in those totals are told by them. What was put in beside them, such as the price behind
a value, is not: any that agrees with them will do, and so it is not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.checking.acts.outdated_figures import MAX_RULES, anew
from lkjip_analysis.checking.acts.table_layout import Layout
from lkjip_analysis.checking.locating.allowed_prints import allowed
from lkjip_analysis.checking.locating.mending_prints import printable, printed_as
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.numbers.interval import Interval, exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Rule
from lkjip_analysis.rules.values import Figure, Value

Changes = Mapping[Address, Value]


def other_state(layout: Layout, trials: Trials, names: Names) -> Iterator[Act]:
    """The rows whose figures in failing totals, with others that agree with them, mend all."""
    for row in layout.rows:
        told = _told(layout, row, trials)
        if told and not trials.is_over:
            act = next(_acts(layout, row, told, trials), None)
            if act:
                words = names.row_of_another_state(
                    layout.table, row, _is_emptied(layout, row, trials)
                )
                shown = {cell: act.repair.changes[cell] for cell in told}
                yield Act(words, Repair(tuple(told), shown), act.mends)


def _is_emptied(layout: Layout, row: str, trials: Trials) -> bool:
    """Does a row print nothing but zeros?"""
    values = (trials.values.printed.get(layout.at(row, column)) for column in layout.columns)
    return not any(isinstance(value, Figure) and value.texts.high for value in values)


def _told(layout: Layout, row: str, trials: Trials) -> dict[Address, Value]:
    """The figures of a row as the failing sums of their columns want them."""
    found: dict[Address, Value] = {}
    for cell in (layout.at(row, column) for column in layout.columns):
        for rule in trials.fails.around.get(cell, ()):
            is_across = isinstance(rule, Linear) and rule.result.row != row
            wish = trials.search.wishes.wish(cell, rule, trials.values, True) if is_across else None
            value = trials.values[cell]
            if isinstance(wish, Interval) and printable(wish, value):
                found.setdefault(cell, printed_as(value, wish))
    return {cell: value for cell, value in found.items() if _is_point(value)}


def _is_point(value: Value) -> bool:
    return isinstance(value, Figure) and value.texts.low == value.texts.high


def _acts(layout: Layout, row: str, told: Changes, trials: Trials) -> Iterator[Act]:
    """The told figures alone, else with what stood beside them, tried one after the other."""
    if len(told) > 1:
        yield from _with_all_that_fails(layout, told, trials)
    network, state = trials.search.network, trials.values.changing(told)
    inside = [
        rule
        for rule in network.around(told)
        if network.reckoned(rule) in told and _is_inside(layout, row, rule)
    ]
    for rule in (rule for rule in inside if not trials.holds(rule, state)):
        beside = [cell for cell in rule.cells if cell not in told]
        for cell in beside:
            ones = {o: _of_one(trials.values.figure(o)) for o in beside if o != cell}
            for others in ({}, ones) if ones else ({},):
                act = _act(rule, cell, {**told, **others}, trials)
                if act:
                    yield act


def _with_all_that_fails(layout: Layout, told: Changes, trials: Trials) -> Iterator[Act]:
    """The act with whatever else of its table was left old reckoned anew."""
    rules = [rule for rule in trials.failed if rule.result.table == layout.table]
    changes = anew(rules, told, trials) if len(rules) <= MAX_RULES else None
    act = trials.act(str, changes) if changes else None
    if act:
        yield act


def _is_inside(layout: Layout, row: str, rule: Rule) -> bool:
    """Does a relation reckon a figure of the row from others of it alone?"""
    return all(cell.table == layout.table and cell.row == row for cell in rule.cells)


def _of_one(figure: Figure) -> Figure:
    return figure.printing(exactly(step(figure.decimals)))


def _act(rule: Rule, cell: Address, told: Changes, trials: Trials) -> Act | None:
    """The act with the figure that such a relation leaves for one cell, and all that follows."""
    trials.work += len(rule.cells)
    value = trials.values[cell]
    wish = allowed(rule, cell, trials.values.changing(told))
    if not isinstance(value, Figure) or not printable(wish, value):
        return None
    fresh = printed_as(value, wish)
    assert isinstance(fresh, Figure)
    if not fresh.texts.is_bounded:
        return None
    changes = anew((), {**told, cell: fresh.printing(exactly(fresh.texts.low))}, trials)
    return trials.act(str, changes) if changes else None
