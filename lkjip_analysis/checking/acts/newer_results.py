"""A result that alone was brought up to date: what it is reckoned from and what rests on it is old.

An index of a later evaluation beside its old parts and sentences looks like one misprint of the
index. Here it stays as printed: each figure put in from which it was reckoned is tried as the old
one, and all that then fails is reckoned anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.checking.acts.outdated_figures import MAX_RULES, anew
from lkjip_analysis.checking.locating.mending_prints import intersection, printed_as
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.numbers.interval import exactly
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule, Same
from lkjip_analysis.rules.values import Figure, Value

MAX_TOLD = 24
"""Of so many figures that may be the old one is told for each result, the nearest first."""


def newer_results(
    rules: Sequence[Rule], repairs: Sequence[Repair], trials: Trials, names: Names
) -> Iterator[Act]:
    """The acts that leave the root of a repair, a result of these relations, as it is printed."""
    if not 1 < len(rules) <= MAX_RULES:
        return
    for root in dict.fromkeys(repair.roots[0] for repair in repairs if len(repair.roots) == 1):
        own = _giving(root, rules, trials)
        if own and len(own) < len(rules):
            yield from _of_inputs(root, own, rules, trials, names)


def _giving(root: Address, rules: Sequence[Rule], trials: Trials) -> list[Rule]:
    """The failed relations that reckon a figure; where none does, those that it is copied by."""
    network = trials.search.network
    own = [rule for rule in rules if rule.works_out and network.reckoned(rule) == root]
    return own or [rule for rule in rules if isinstance(rule, Same) and rule.result == root]


def _of_inputs(
    root: Address, own: Sequence[Rule], rules: Sequence[Rule], trials: Trials, names: Names
) -> Iterator[Act]:
    """The acts of which each takes one figure put in, from which `root` was reckoned, as old."""
    told, follows = 0, anew([rule for rule in rules if rule not in own], {}, trials) or {}
    for source in trials.search.wishes.reaching(own[0]):
        if trials.is_over or told == MAX_TOLD:
            return
        if source == root or source in trials.results:
            continue
        value = _older(source, own, trials)
        found = _by_ends(root, source, value, rules, trials) if value else []
        if value and not found and root not in follows:  # only a print between its ends fits
            act = trials.act(str, {source: value, **follows})
            found = [act] if act else []
        if value and found:
            told += 1
            roots, last = found[0].repair.roots, found[-1].repair.changes
            shown = {cell: _hull(found[0].repair.changes[cell], last.get(cell)) for cell in roots}
            repair = Repair(roots, {**shown, source: value})
            yield Act(names.newer_result(root), repair, found[0].mends, left_old=True)


def _older(source: Address, own: Sequence[Rule], trials: Trials) -> Figure | None:
    """What a figure put in would print, had it been brought up to date with the result."""
    wishes, values = trials.search.wishes, trials.values
    value = values.printed[source]
    if not isinstance(value, Figure) or not all(source in wishes.reaching(rule) for rule in own):
        return None
    trials.work += sum(len(rule.cells) for rule in own)
    for ways, strictly in product((wishes.joint, wishes.wish), (True, False)):
        wish = intersection([ways(source, rule, values, strictly) for rule in own])
        if wishes.is_repair(wish, source):
            older = printed_as(value, wish)
            assert isinstance(older, Figure)
            return older if older.texts.is_bounded else None
    return None


def _by_ends(
    root: Address, source: Address, older: Figure, rules: Sequence[Rule], trials: Trials
) -> list[Act]:
    """The act with either end of what the older figure may print, all that fails reckoned anew."""
    found = []
    for end in dict.fromkeys((older.texts.low, older.texts.high)):
        changes = anew(rules, {source: older.printing(exactly(end))}, trials)
        act = trials.act(str, changes) if changes and root not in changes else None
        found += [act] if act else []
    return found


def _hull(value: Value, other: Value | None) -> Value:
    if isinstance(value, Figure) and isinstance(other, Figure):
        return value.printing(value.texts | other.texts)
    return value
