"""How far the prints of a repair may lie, every figure read as loosely as a verdict reads it.

The search takes figures as rounded half-up and so finds the closest bounds. A report that cuts
off, or adds a zero to one decimal, is sound; what such a figure leaves of the repaired one lies
beside those bounds. A reader is shown bounds that hold the truth by whatever rounding is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from lkjip_analysis.checking.locating.allowed_prints import allowed, on_grid
from lkjip_analysis.checking.locating.mending_prints import Wishes, intersection
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.numbers.interval import NOTHING, Interval, exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Implied, Rule
from lkjip_analysis.rules.values import Figure, Value, Values

TRIMMED = 5
"""So many units beyond what a relation allows its own cell may be read at each end."""


def loosened(search: Search, repair: Repair, failed: Sequence[Rule]) -> Repair:
    """The same repair by one root with looser bounds; one by several stays as it is."""
    root = repair.roots[0]
    closest = repair.changes[root]
    if len(repair.roots) > 1 or not isinstance(closest, Figure):
        return repair
    values = search.network.values
    span = intersection([_wanted(search.wishes, root, rule, values) for rule in failed])
    for rule in _held_around(search, root, repair):
        common = intersection([span, allowed(rule, root, values, False)])
        span = common if _holds_all(common, closest) else span
    found: dict[Address, Value] = {root: _wider(closest, span, values.figure(root))}
    for cell in repair.follows:
        found[cell] = _followed(search, cell, repair.changes[cell], values.changing(found))
    found[root] = _trimmed(closest, found[root], root, values.changing(found), failed)
    return Repair(repair.roots, found)


def _wanted(wishes: Wishes, root: Address, rule: Rule, values: Values) -> Implied:
    """What a failed rule leaves of the root, which may also move another figure of the rule."""
    joint = wishes.joint(root, rule, values, False)
    return wishes.wish(root, rule, values, False) if joint == NOTHING else joint


def _held_around(search: Search, root: Address, repair: Repair) -> Iterator[Rule]:
    """The relations of the root that hold as printed, and whose other figures stay."""
    for rule in search.network.by_cell[root]:
        stays = not any(cell in repair.follows for cell in rule.cells)
        if stays and rule.head.name not in search.network.failed:
            yield rule


def _holds_all(span: object, closest: Figure) -> bool:
    if not isinstance(span, Interval):
        return False
    return span.contains(closest.texts.low) and span.contains(closest.texts.high)


def _wider(closest: Figure, span: object, printed: Figure) -> Figure:
    """The closest bounds reaching as far as `span`, but never to the print that is wrong."""
    if not isinstance(span, Interval) or closest.texts == -printed.texts:
        return closest  # of a lost minus sign no other figure of either sign is meant
    wide, wrong, unit = (
        on_grid(span, closest) | closest.texts,
        printed.texts,
        step(printed.decimals),
    )
    if wide.low <= wrong.low < closest.texts.low:
        wide = Interval(wrong.low + unit, wide.high)
    if closest.texts.high < wrong.high <= wide.high:
        wide = Interval(wide.low, wrong.high - unit)
    return closest.printing(wide)


def _trimmed(
    closest: Figure, wide: Value, root: Address, values: Values, failed: Sequence[Rule]
) -> Figure:
    """The looser bounds without the prints at their ends with which a relation fails after all.

    A figure of two digits has no last digit that rounding moves, and an exact one no rounding.
    """
    assert isinstance(wide, Figure)
    ends, unit = [wide.texts.low, wide.texts.high], step(wide.decimals)
    for turn, (near, inward) in enumerate(((closest.texts.low, unit), (closest.texts.high, -unit))):
        # No print stands at an end that no relation bounds, so there is none to try.
        for _ in range(0 if ends[turn] in (-inf, inf) else TRIMMED):
            state = values.changing({root: wide.printing(exactly(ends[turn]))})
            if ends[turn] == near or all(tolerable(rule, state) for rule in failed):
                break
            ends[turn] += inward
    return wide.printing(Interval(*ends))


def _followed(search: Search, cell: Address, closest: Value, values: Values) -> Value:
    """What follows the changed figures, by the relations that hold between them."""
    rules = [
        rule
        for rule in search.network.by_cell[cell]
        if rule.head.name not in search.network.failed
        and any(other in values.changed for other in rule.cells)
    ]
    if not rules or not isinstance(closest, Figure):
        return closest
    span = intersection([allowed(rule, cell, values, False) for rule in rules])
    return closest.printing(on_grid(span, closest) | closest.texts)  # type: ignore[arg-type]
