"""Figures that were brought up to date while what was reckoned from them was left as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.numbers.interval import exactly
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Figure, Value

MAX_RULES = 60
"""Of more relations that fail together nobody would say that one update left them behind."""

MAX_ROUNDS = 20
"""So many rounds do totals of totals take, and what is reckoned from them, until all agree."""


def outdated(rules: Sequence[Rule], trials: Trials, names: Names) -> Act | None:
    """What fails together, each result reckoned anew from what it rests on as printed.

    Where that leaves something failing or breaks what held, also what rests on those results; else
    all that fails in their tables: of a column brought up to date every row was left behind, and
    the totals of the rows.
    """
    if len(rules) > MAX_RULES:
        return None
    return (
        _act(rules, trials, names, onward=False)
        or _act(rules, trials, names, onward=True)
        or _of_whole_tables(rules, trials, names)
    )


def _of_whole_tables(rules: Sequence[Rule], trials: Trials, names: Names) -> Act | None:
    """The act that explains all that fails in the tables of these relations."""
    by_table = trials.fails.by_table
    tables = {cell.table for rule in rules for cell in rule.cells} & by_table.keys()
    if sum(len(by_table[table]) for table in tables) > MAX_RULES:
        return None
    wider = tuple(trials.failed[i] for i in sorted(i for table in tables for i in by_table[table]))
    known = tuple(rule.head.name for rule in wider)
    if known not in trials.outdated:
        trials.outdated[known] = _act(wider, trials, names, onward=True)
    return trials.outdated[known]


def _act(rules: Sequence[Rule], trials: Trials, names: Names, onward: bool) -> Act | None:
    changes = anew(rules, {}, trials, onward)
    act = trials.act(lambda: names.outdated(len(changes)), changes) if changes else None
    return act and replace(act, left_old=True)


def anew(
    rules: Sequence[Rule], start: Mapping[Address, Value], trials: Trials, onward: bool = True
) -> dict[Address, Value] | None:
    """`start` with all results reckoned anew that then fail; None where one cannot be."""
    changes = dict(start)
    for _ in range(MAX_ROUNDS if onward else len(rules)):
        left = _left(_around(rules, changes, trials) if onward else rules, changes, trials)
        if not left or trials.is_over:
            break
        fresh = _anew(left, changes, trials)
        if fresh is None or any(fresh[cell] != value for cell, value in start.items()):
            return None
        changes = fresh
    return {**start, **_needed(changes, trials, start)}


def _needed(
    changes: Mapping[Address, Value], trials: Trials, start: Mapping[Address, Value]
) -> dict[Address, Value]:
    """The changes without those that nothing asks for, once all the others are made."""
    by_cell, needed = trials.search.network.by_cell, dict(changes)
    for cell in (cell for cell in changes if cell not in start):
        others = {other: value for other, value in needed.items() if other != cell}
        if not _left(by_cell[cell], others, trials):
            needed = others
    return needed


def _around(
    rules: Sequence[Rule], changes: Mapping[Address, Value], trials: Trials
) -> tuple[Rule, ...]:
    """The relations with those, failed or not, that hold a changed figure."""
    near = trials.search.network.around(changes)
    return tuple({rule.head.name: rule for rule in (*rules, *near)}.values())


def _left(rules: Sequence[Rule], changes: Mapping[Address, Value], trials: Trials) -> list[Rule]:
    state = trials.values.changing(changes)
    return [rule for rule in rules if not trials.holds(rule, state)]


def _anew(
    left: Sequence[Rule], changes: Mapping[Address, Value], trials: Trials
) -> dict[Address, Value] | None:
    """The changes with the results of these relations; None where one is not reckoned forward.

    What rests on another of the results waits for it: a share reckoned from a total that is still
    old might then pass for a rounded one.
    """
    network, fresh = trials.search.network, dict(changes)
    results = {rule.head.name: network.reckoned(rule) for rule in left}
    old = set(results.values())
    ready = [rule for rule in left if old.isdisjoint({*rule.cells} - {results[rule.head.name]})]
    for rule in ready or left:
        where = results[rule.head.name]
        exact = reckoned(rule, where, trials.values.changing(fresh))
        value = network.printed[where]
        if exact is None or not isinstance(value, Figure) or where in network.derived:
            return None
        fresh[where] = value.printing(exactly(half_up(exact, value.decimals)))
    return fresh
