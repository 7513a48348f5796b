"""Failed rules in the groups that one misprint explains, each with all its smallest repairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from lkjip_analysis.binding.values import Figure, Values
from lkjip_analysis.locating.repairs import MAX_ROOTS, Repair, Search, TooEntangled
from lkjip_analysis.locating.rounding import tolerable
from lkjip_analysis.reading.tables import Address
from lkjip_analysis.rules.base import Rule


def components(search: Search, failed: Sequence[Rule]) -> list[tuple[Rule, ...]]:
    """The failed rules in groups that one misprint could explain, in the order of the rules.

    Two failed rules belong together where some cell could mend both with one print, itself or by
    what was copied from it; a cell that merely stands in both, and is right, does not join them.
    """
    return [tuple(failed[i] for i in group) for group in search.groups(failed)]


Group = tuple[tuple[Rule, ...], list[Repair]]
"""Failed rules with their smallest repairs; none where they are too entangled."""


def solved(search: Search, failed: Sequence[Rule]) -> list[Group]:
    """The failed rules in groups, each with its smallest repairs.

    Two that the repairs of both cannot mend stand together: what the one was copied or computed
    from is wrong itself.
    """
    groups = _exchanged(search, _apart(search, failed))
    found = [_with_its_source(search, group, groups) for group in groups]
    return list({frozenset(rule.head.name for rule in rules): (rules, repairs)
                 for rules, repairs in found}.values())  # fmt: skip


def _exchanged(search: Search, groups: list[Group]) -> list[Group]:
    """The groups, two of them as one where exchanging two figures mends both.

    One slip, the figures of two rows exchanged, explains more simply than one slip in each row.
    """
    for first, second in combinations(groups, 2):
        rules = (*first[0], *second[0])
        repairs = list(_exchanges(search, first[0], second[0]))
        if repairs:
            others = [group for group in groups if group not in (first, second)]
            return _exchanged(search, [*others, (rules, repairs)])
    return groups


def _exchanges(search: Search, first: Sequence[Rule], second: Sequence[Rule]) -> Iterator[Repair]:
    """The pairs of figures of one column or row that, exchanged, break no rule around them."""
    network, values = search.network, Values(search.network.printed)
    for one, other in product(_in_all(first), _in_all(second)):
        alike = one.table == other.table and (one.column == other.column or one.row == other.row)
        here, there = values[one], values[other]
        if not alike or not isinstance(here, Figure) or not isinstance(there, Figure):
            continue
        if here.decimals != there.decimals or here == there or {one, other} & network.derived:
            continue
        changes = {
            one: replace(here, texts=there.texts),
            other: replace(there, texts=here.texts),
        }
        state = values.changing(changes)
        if all(tolerable(rule, state) for cell in changes for rule in network.by_cell[cell]):
            yield Repair(tuple(sorted(changes)), changes)


def _in_all(rules: Sequence[Rule]) -> list[Address]:
    """The cells that stand in each of these rules."""
    return [cell for cell in rules[0].cells if all(cell in rule.cells for rule in rules)]


def _with_its_source(search: Search, group: Group, groups: Sequence[Group]) -> Group:
    """A group whose only repair another's only one would undo, solved together with that other."""
    rules, repairs = group
    for others, theirs in groups:
        if len(repairs) == len(theirs) == 1 and _undoes(search, theirs[0], repairs[0], rules):
            both = (*rules, *others)
            return both, _repairs_or_none(search, both)
    return group


def _undoes(search: Search, other: Repair, repair: Repair, rules: Sequence[Rule]) -> bool:
    """Does a rule that `repair` mends fail again with `other` beside it?"""
    state = Values(search.network.printed).changing({**other.changes, **repair.changes})
    return not all(tolerable(rule, state) for rule in rules)


def _apart(search: Search, failed: Sequence[Rule]) -> list[Group]:
    """The groups, each solved alone.

    Groups that no few cells explain are tried once more together: two misprints may hide from
    each other in a total that still adds up.
    """
    found, left = [], []
    for rules in components(search, failed):
        repairs = _repairs_or_none(search, rules)
        if repairs:
            found.append((rules, repairs))
        else:
            left.append(rules)
    together = tuple(rule for rules in left for rule in rules)
    repairs = _repairs_or_none(search, together) if len(left) > 1 else []
    if repairs:
        return [*found, (together, repairs)]
    return [*found, *((rules, []) for rules in left)]


def _repairs_or_none(search: Search, failed: Sequence[Rule]) -> list[Repair]:
    try:
        return minimal_repairs(search, failed)
    except TooEntangled:
        return []


def minimal_repairs(search: Search, failed: Sequence[Rule]) -> list[Repair]:
    """Every repair of these failed rules with the fewest roots, in a fixed order.

    Raises: TooEntangled where more roots or trials are needed than the bounds allow.
    """
    search.trials = 0
    values = Values(search.network.printed)
    for roots in range(1, MAX_ROOTS + 1):
        found = search.by(roots, values, failed)
        if found:
            return sorted(found, key=lambda repair: (len(repair.changes), repair.roots))
    raise TooEntangled(f"{len(failed)} rules fail together; no {MAX_ROOTS} cells explain them")
