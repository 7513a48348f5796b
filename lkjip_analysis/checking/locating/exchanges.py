"""Two figures that stand in each other's place, such as those of two rows of a table.

That is one slip, and a common one. In a column of yearly changes it looks exactly like a wrong
figure of the year between them, which two relations then seem to prove: so it is always looked for
beside the repairs by one figure, and nothing is proven where it would explain as much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from lkjip_analysis.checking.locating.exchange_bounds import Reach
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.checking.locating.smallest_repairs import MAX_SEARCHED, Repair, Search
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Number, exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, NotAbove, Rule
from lkjip_analysis.rules.values import Figure, Value

Group = tuple[tuple[Rule, ...], list[Repair]]
"""Failed rules with their smallest repairs; none where they are too entangled."""

MAX_PAIRS = 400
"""Between two groups no more pairs of figures are tried."""

MAX_LOOKED_AT = 100_000
"""Nor more than these between all groups of a report."""


def within(search: Search, rules: Sequence[Rule]) -> list[Repair]:
    """The exchanges that mend these failed rules; each rule holds one of the two figures."""
    smallest = min(rules, key=lambda rule: len(rule.cells))
    cells = [set(rule.cells) for rule in rules]
    weights = [rule.weights for rule in rules if isinstance(rule, Linear)]
    pairs = set()
    ones = smallest.cells if len(smallest.cells) <= MAX_SEARCHED else (smallest.result,)
    for one in ones:
        rest = [held for held in cells if one not in held] or cells
        others = set.intersection(*rest) - {one}
        pairs |= {tuple(sorted((one, other))) for other in others if _matters(weights, one, other)}
    return _tried(search.network, sorted(pairs), mixed=len(rules) > 1)


def _matters(weights: Sequence[Mapping[Address, Number]], one: Address, other: Address) -> bool:
    """Parts of one sum, weighted alike, leave it as it is when they are exchanged."""
    return all(weight.get(one, 0) != weight.get(other, 0) for weight in weights)


def exchanged(search: Search, groups: list[Group], reach: Reach | None = None) -> list[Group]:
    """The groups, two of them as one where an exchange mends both.

    Of groups whose pairs are too many to be looked at nothing is the only explanation.
    """
    reach = reach or Reach(search.network)
    held = [_in_all(rules) for rules, _ in groups]
    lines = [{line for cell in cells for line in cell.lines} for cells in held]
    for i, j in combinations(range(len(groups)), 2):
        if lines[i].isdisjoint(lines[j]) or len(held[i]) * len(held[j]) > MAX_PAIRS:
            continue
        if all(isinstance(rule, NotAbove) for rule in (*groups[i][0], *groups[j][0])):
            continue  # each row exceeds its bound by itself
        if reach.looked_at > MAX_LOOKED_AT:
            search.open.update(rule.head.name for k in (i, j) for rule in groups[k][0])
            continue
        repairs = _tried(
            search.network,
            (
                pair
                for pair in product(held[i], held[j])
                if _alike(search.network, *pair, True)
                and reach.may_swap(*pair, groups[i][0], groups[j][0])
            ),
        )
        if repairs:
            others = [group for k, group in enumerate(groups) if k not in (i, j)]
            return exchanged(search, [*others, ((*groups[i][0], *groups[j][0]), repairs)], reach)
    return groups


def _in_all(rules: Sequence[Rule]) -> list[Address]:
    """The cells that stand in each of these rules."""
    shared = frozenset(rules[0].cells).intersection(*(rule.cells for rule in rules))
    return [cell for cell in rules[0].cells if cell in shared]


def _tried(
    network: Network, pairs: Iterable[tuple[Address, ...]], mixed: bool = True
) -> list[Repair]:
    """Those of the pairs that, exchanged with their copies, break no rule around them.

    Figures with other decimals only where `mixed`: for one rule alone some always would do.
    """
    values = network.values
    found = []
    for one, other in pairs:
        if not _alike(network, one, other, mixed):
            continue
        changes = dict((*_moved(network, one, other), *_moved(network, other, one)))
        state = values.changing(changes)
        if all(tolerable(rule, state) for cell in changes for rule in network.by_cell[cell]):
            found.append(Repair((one, other), changes))
    return found


def _alike(network: Network, one: Address, other: Address, mixed: bool) -> bool:
    """Could the two have been exchanged: different figures of one column or row?"""
    in_line = one.table == other.table and (one.column == other.column or one.row == other.row)
    if not in_line or {one, other} & network.derived:
        return False
    here, there = network.printed[one], network.printed[other]
    if not isinstance(here, Figure) or not isinstance(there, Figure):
        return False
    return here.texts != there.texts and (mixed or here.decimals == there.decimals)


def _moved(network: Network, to: Address, source: Address) -> Iterator[tuple[Address, Value]]:
    """The figure of `source`, with its decimals, in another's place, and in that of its copies."""
    value = network.printed[source]
    assert isinstance(value, Figure)
    for cell in network.copies.get(network.witness.get(to, to), [to]):
        held = network.printed[cell]
        if not isinstance(held, Figure) or cell == source:
            continue
        places = value.decimals if cell == to else held.decimals
        # A 3 among figures of two decimals is a 3,00, not one that would be anything up to 3,5.
        finest = max(value.decimals, held.decimals)
        half = step(finest) / 2 if held.half else held.half
        meant = exactly(half_up(Fraction(value.texts.low), places))
        yield cell, replace(held, texts=meant, half=half, decimals=places)
