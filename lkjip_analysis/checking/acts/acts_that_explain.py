"""Failed rules with the acts that explain them beside their smallest repairs.

An act that reaches over three findings or more, or over findings that no single figure explains,
makes one finding of them; else it stands in each beside the repairs by one figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import MAX_LOOSE_WORK, Act, Trials
from lkjip_analysis.checking.acts.amounts_moved import amounts, smallest
from lkjip_analysis.checking.acts.columns_spoiled import left_in, one_off, other_unit
from lkjip_analysis.checking.acts.figures_repeated import filled_down
from lkjip_analysis.checking.acts.lines_exchanged import columns, rows
from lkjip_analysis.checking.acts.lines_reordered import reordered
from lkjip_analysis.checking.acts.lines_spoiled import lines_spoiled
from lkjip_analysis.checking.acts.newer_results import newer_results
from lkjip_analysis.checking.acts.outdated_figures import outdated
from lkjip_analysis.checking.acts.part_left_old import parts_left_old
from lkjip_analysis.checking.acts.rows_of_another_state import other_state
from lkjip_analysis.checking.acts.told_cumulatively import cumulated
from lkjip_analysis.checking.acts.whole_groups import WholeGroups
from lkjip_analysis.checking.locating.exchanges import Group
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.report.report import Report
from lkjip_analysis.rules import Rule

SEVERAL = 3
"""So many findings are not alike by chance."""


@dataclass(frozen=True)
class Explained:
    """Rules that fail together, their smallest repairs, and the acts that explain all of them.

    `loose` acts change so many figures that they prevent no proof; they are told beside doubts,
    and looked for where there is one.
    """

    rules: tuple[Rule, ...]
    repairs: list[Repair]
    acts: tuple[Act, ...] = ()
    loose: Callable[[], Sequence[Act]] = tuple


def explained(
    report: Report, search: Search, failed: Sequence[Rule], groups: Sequence[Group]
) -> list[Explained]:
    """The groups with the acts that explain them, those as one that one act joins."""
    if not groups or search.is_given_up:
        return [Explained(rules, repairs) for rules, repairs in groups]
    trials, names = Trials(search, failed), Names(report)
    trials.groups = WholeGroups(search.network, [rules for rules, _ in groups])
    found = _joined(groups, smallest(list(_tried(trials, names))))
    loose = _LooseActs(trials, names)
    return [replace(one, loose=partial(loose.explaining, one)) for one in found]


class _LooseActs:
    """The acts on many figures, looked for once a finding is to tell them."""

    def __init__(self, trials: Trials, names: Names) -> None:
        self._trials, self._names = trials, names
        trials.most, trials.groups = trials.work + MAX_LOOSE_WORK, None

    def explaining(self, one: Explained) -> Sequence[Act]:
        return tuple(self._explaining(one))

    def _explaining(self, one: Explained) -> Iterator[Act]:
        """The acts that explain a group.

        That one figure is right and all that rests on it old, or the figure wrong, says enough.
        """
        trials, names = self._trials, self._names
        old = outdated(one.rules, trials, names)
        yield from [old] if old else []
        yield from _for(one.rules, self._lines)
        put_in = [r for r in one.repairs if len(r.roots) == 1 and r.roots[0] not in trials.results]
        parts = [] if old and put_in else parts_left_old(one.rules, trials, names)
        yield from parts
        told = {frozenset(act.repair.roots) for act in parts}
        newer = newer_results(one.rules, one.repairs, trials, names)
        yield from (act for act in newer if frozenset(act.repair.roots) not in told)

    @cached_property
    def _lines(self) -> list[Act]:
        """Those on lines of tables, whichever group they explain."""
        trials, names = self._trials, self._names
        return [*_of_tables(trials, names), *lines_spoiled(trials, names)]


def _of_tables(trials: Trials, names: Names) -> Iterator[Act]:
    """What was done to the lines of a table so that some of their figures are lost or moved."""
    for layout in trials.layouts:
        for kind in (reordered, filled_down, other_state):
            yield from kind(layout, trials, names)


def _for(rules: Sequence[Rule], acts: Sequence[Act]) -> Iterator[Act]:
    """Those of the acts that explain all of these rules, and change a figure of one of them: an
    act that takes in whatever else fails is none of that."""
    names = frozenset(rule.head.name for rule in rules)
    cells = frozenset(cell for rule in rules for cell in rule.cells)
    return (a for a in acts if names <= a.mends and not cells.isdisjoint(a.repair.changes))


def _tried(trials: Trials, names: Names) -> Iterator[Act]:
    seen: set[frozenset[object]] = set()
    for act in _all(trials, names):
        what = frozenset(act.repair.changes.items())
        if what not in seen:
            seen.add(what)
            yield act


def _all(trials: Trials, names: Names) -> Iterator[Act]:
    for layout in trials.layouts:
        for kind in (rows, columns, other_unit, one_off, left_in):
            yield from kind(layout, trials, names)
    yield from cumulated(trials, names)
    yield from amounts(trials, names)


def _joined(groups: Sequence[Group], acts: Sequence[Act]) -> list[Explained]:
    """Each act beside the groups that it explains; groups that need it together as one."""
    named = [frozenset(rule.head.name for rule in rules) for rules, _ in groups]
    reach = [
        (act, frozenset(i for i, names in enumerate(named) if names & act.mends)) for act in acts
    ]
    reach = [(act, of) for act, of in reach if all(named[i] <= act.mends for i in of)]
    taken: set[int] = set()
    found: list[Explained] = []
    for _, of in sorted(reach, key=lambda one: -len(one[1])):
        if of & taken or not _is_one(groups, of):
            continue
        taken |= of
        joined = tuple(rule for i in sorted(of) for rule in groups[i][0])
        found.append(Explained(joined, [], tuple(act for act, others in reach if others == of)))
    for i, (rules, repairs) in enumerate(groups):
        if i not in taken:
            beside = tuple(act for act, of in reach if i in of and not of & taken)
            found.append(Explained(rules, repairs, beside))
    return found


def _is_one(groups: Sequence[Group], of: frozenset[int]) -> bool:
    """Do so many groups, or groups without a repair by one figure, have this one cause?"""
    plain = [i for i in of if any(len(repair.roots) == 1 for repair in groups[i][1])]
    return len(of) >= SEVERAL or (len(of) > 1 and not plain)
