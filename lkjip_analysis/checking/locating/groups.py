"""Failed rules in the groups that one misprint explains, each with all its smallest repairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkjip_analysis.checking.locating.exchanges import Group, exchanged, within
from lkjip_analysis.checking.locating.followers import TooEntangled, TooMuchWork
from lkjip_analysis.checking.locating.joined_rules import joined
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.smallest_repairs import (
    MAX_ROOTS,
    MAX_SEARCHED,
    Search,
    is_too_large,
)
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.base import Rule


def components(search: Search, failed: Sequence[Rule]) -> list[tuple[Rule, ...]]:
    """The failed rules in groups that one misprint could explain, in the order of the rules.

    Two failed rules belong together where some cell could mend both with one print, itself or by
    what was copied from it; a cell that merely stands in both, and is right, does not join them.
    """
    return [tuple(failed[i] for i in group) for group in joined(search, failed)]


def solved(search: Search, failed: Sequence[Rule]) -> list[Group]:
    """The failed rules in groups, each with its smallest repairs.

    Two that the repairs of both cannot mend stand together: what the one was copied or computed
    from is wrong itself.
    """
    if search.gives_up(failed):
        return [((rule,), []) for rule in failed]
    groups = _apart(search, failed)
    by_cell = _only_repairs(groups)
    found = [_with_its_source(search, group, by_cell) for group in groups]
    return list(
        {
            frozenset(rule.head.name for rule in rules): (rules, repairs)
            for rules, repairs in found
        }.values()
    )


def _only_repairs(groups: Sequence[Group]) -> dict[Address, list[tuple[int, Group]]]:
    """The groups with one repair, numbered, by each figure that it changes."""
    return grouped(
        (cell, (number, (rules, repairs)))
        for number, (rules, repairs) in enumerate(groups)
        for cell in (repairs[0].changes if len(repairs) == 1 else ())
    )


def _with_its_source(
    search: Search, group: Group, by_cell: Mapping[Address, Sequence[tuple[int, Group]]]
) -> Group:
    """A group whose only repair the only one of others would undo, solved together with those.

    Undone is a relation only by a figure on which it rests.
    """
    rules, repairs = group
    if len(repairs) != 1:
        return group
    resting = search.wishes.resting_on(rules)
    others = dict(one for cell in resting for one in by_cell.get(cell, ()))
    undoing = [
        rule
        for _, (theirs, (repair,)) in sorted(others.items())
        if _undoes(search, repair, repairs[0], rules)
        for rule in theirs
    ]
    together = (*rules, *undoing)
    return (together, _repairs_or_none(search, together)) if undoing else group


def _undoes(search: Search, other: Repair, repair: Repair, rules: Sequence[Rule]) -> bool:
    """Does a rule that `repair` mends fail again with `other` beside it?"""
    state = search.network.values.changing({**other.changes, **repair.changes})
    return not all(tolerable(rule, state) for rule in rules)


def _apart(search: Search, failed: Sequence[Rule]) -> list[Group]:
    """The groups, each solved alone: by one figure, by two exchanged, else by several.

    Groups that no few cells explain are tried once more together: two misprints may hide from
    each other in a total that still adds up.
    """
    found, left = [], []
    for rules, repairs in exchanged(
        search, [_by_one_slip(search, r) for r in components(search, failed)]
    ):
        repairs = repairs or _repairs_or_none(search, rules)
        if repairs:
            found.append((rules, repairs))
        else:
            left.append(rules)
    together = tuple(rule for rules in left for rule in rules)
    repairs = _repairs_or_none(search, together) if len(left) > 1 else []
    if repairs:
        return [*found, (together, repairs)]
    return [*found, *((rules, []) for rules in left)]


def _by_one_slip(search: Search, rules: tuple[Rule, ...]) -> Group:
    """The repairs by one figure, and those by two figures in each other's place."""
    if search.has_many_roots(rules):
        return rules, []
    return rules, [*_repairs_or_none(search, rules, 1), *within(search, rules)]


def _repairs_or_none(search: Search, failed: Sequence[Rule], most: int = MAX_ROOTS) -> list[Repair]:
    """The smallest repairs; none where there are none, or where looking for them was ended."""
    try:
        return minimal_repairs(search, failed, most)
    except TooMuchWork:
        search.end(failed, untried=most == 1)
        return []
    except TooEntangled:
        return []


def minimal_repairs(search: Search, failed: Sequence[Rule], most: int = MAX_ROOTS) -> list[Repair]:
    """Every repair of these failed rules with the fewest roots, in a fixed order.

    Raises: TooEntangled where more roots or trials are needed than the bounds allow.
    """
    search.following.trials = 0
    values = search.network.values
    if search.has_many_roots(failed):
        raise TooEntangled(f"more than {MAX_SEARCHED} cells may be wrong")
    if is_too_large(failed):
        most = 1
    for roots in range(1, most + 1):
        found = search.standing(search.by(roots, values, failed), failed)
        if found:
            return sorted(found, key=lambda repair: (len(repair.changes), repair.roots))
    raise TooEntangled(f"{len(failed)} rules fail together; no {most} cells explain them")
