"""An amount that stands in another row or column than its own, so that the sums of both miss it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.checking.locating.allowed_prints import on_grid
from lkjip_analysis.checking.locating.mending_prints import intersection
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.additive import unit_of_amounts
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.values import Figure, Value

Line = tuple[str, str, str]

MAX_PAIRS = 400
"""So many pairs of figures are tried of two failed relations."""
MAX_IN_VAIN = 40_000
"""So many pairs of relations with none to try, or too many, are looked at in a report."""


def amounts(trials: Trials, names: Names) -> Iterator[Act]:
    """Two figures of one line of which one has too much by what the other has too little."""
    seen: set[tuple[Address, Address]] = set()
    lines = {rule.head.name: _lines(trials.search.network, rule) for rule in trials.failed}
    held = {rule.head.name: frozenset(rule.cells) for rule in trials.failed}
    units, in_vain = _Units(names.report), 0
    for first, second in _in_line(trials.failed, lines):
        pairs = [] if trials.is_over else _pairs(first, second, lines, held)
        in_vain += not pairs
        if trials.is_over or in_vain > MAX_IN_VAIN:
            return
        for one, other in pairs:
            if (one, other) in seen or not units.agree(one, other):
                continue
            seen.add((one, other))
            trials.work += 1  # also where what is asked was answered before
            gap = _gap(trials, one, other)
            if gap is not None:
                yield from _moved(trials, names, one, other, gap)
    yield from _followed(trials, names, units)


@dataclass(frozen=True)
class _Units:
    """In what unit each figure counts: no amount moves between persons and percents."""

    report: Report
    known: dict[Address, str | None] = field(default_factory=dict)

    def agree(self, one: Address, other: Address) -> bool:
        """Can a part of the one figure stand with the other? What prints no unit may be of any."""
        units = {self._of(one), self._of(other)}
        return None not in units and len(units - {""}) < 2

    def _of(self, cell: Address) -> str | None:
        if cell not in self.known:
            self.known[cell] = unit_of_amounts(self.report, cell)
        return self.known[cell]


def _followed(trials: Trials, names: Names, units: _Units) -> Iterator[Act]:
    """An amount that came from, or went to, a figure that others were reckoned from again."""
    by_line: dict[Line, list[Address]] = {}
    for cell in sorted(trials.fails.upstream):
        if _may_move(trials.search.network, cell):
            for line in cell.lines:
                by_line.setdefault(line, []).append(cell)
    for one in (cell for cell in trials.fails.around if _may_move(trials.search.network, cell)):
        others = [other for line in one.lines for other in by_line.get(line, ())]
        gap = _missing(trials, one, None) if others else None
        if gap is None or gap.contains(0) or not gap.is_bounded:
            continue
        for other in others:
            if trials.is_over:
                return
            if units.agree(one, other):
                yield from _moved(trials, names, one, other, gap)


def _in_line(
    failed: Sequence[Rule], lines: Mapping[str, Mapping[Line, list[Address]]]
) -> Iterator[tuple[Rule, Rule]]:
    """Each two failed relations with figures in one line, in their order."""
    by_line = grouped((line, i) for i, rule in enumerate(failed) for line in lines[rule.head.name])
    for i, first in enumerate(failed):
        others = {j for line in lines[first.head.name] for j in by_line[line] if j > i}
        yield from ((first, failed[j]) for j in sorted(others))


def _lines(network: Network, rule: Rule) -> dict[Line, list[Address]]:
    """The figures of a relation that may have been moved, by each line that they stand in."""
    movable = (cell for cell in rule.cells if _may_move(network, cell))
    return grouped((line, cell) for cell in movable for line in cell.lines)


def _pairs(
    first: Rule,
    second: Rule,
    lines: Mapping[str, Mapping[Line, list[Address]]],
    held: Mapping[str, frozenset[Address]],
) -> list[tuple[Address, Address]]:
    """The figures of one table and line that stand in one of two failed relations each."""
    ones, others = lines[first.head.name], lines[second.head.name]
    shared = ones.keys() & others.keys()
    many = sum(len(ones[line]) * len(others[line]) for line in shared)
    if many > MAX_PAIRS and held[first.head.name].isdisjoint(held[second.head.name]):
        return []
    movable = {cell for cells in ones.values() for cell in cells} - held[second.head.name]
    found = (
        (min(one, other), max(one, other))
        for one in first.cells
        if one in movable
        for line in one.lines
        for other in others.get(line, ())
        if other not in held[first.head.name]
    )
    few = list(islice(found, MAX_PAIRS + 1))
    return few if len(few) <= MAX_PAIRS else []


def _may_move(network: Network, cell: Address) -> bool:
    is_figure = isinstance(network.printed[cell], Figure)
    return is_figure and cell.table != CLAIMS and cell not in network.derived


def _gap(trials: Trials, one: Address, other: Address) -> Interval | None:
    """By how much `one` has too little and `other` too much; None where the two do not agree.

    What stands beside them in what fails was reckoned from them again, or was not.
    """
    for followed in (False, True):
        here = _missing(trials, one, other, followed)
        there = _missing(trials, other, one, followed) if here is not None else None
        if here is None or there is None:
            continue
        both = here & -there
        if not both.is_empty and not both.contains(0) and both.is_bounded:
            return both
    return None


def _missing(
    trials: Trials, cell: Address, other: Address | None, followed: bool = False
) -> Interval | None:
    """How far the failed relations around a cell, those with the other apart, want it moved."""
    speaking = [rule for rule in trials.fails.around[cell] if other not in rule.cells]
    if not speaking:
        return None
    wish = intersection([trials.wish(rule, cell, followed) for rule in speaking])
    if not isinstance(wish, Interval) or wish.is_empty:
        return None
    return wish - trials.values.figure(cell).texts.low


def _moved(
    trials: Trials, names: Names, one: Address, other: Address, gap: Interval
) -> Iterator[Act]:
    changes: dict[Address, Value] = {}
    for cell, by in ((one, gap), (other, -gap)):
        figure = trials.values.figure(cell)
        changes[cell] = figure.printing(on_grid(by + figure.texts, figure))
        if changes[cell].texts.is_empty:  # type: ignore[union-attr]
            return
    found = trials.act(lambda: names.moved(one, other, _told(gap)), changes)
    if found:
        yield found


def _told(gap: Interval) -> str:
    low, high = (gap.low, gap.high) if gap.low > 0 else (-gap.high, -gap.low)
    return (
        number(low)
        if low == high
        else worded("antara {low} dan {high}", low=number(low, 2), high=number(high, 2))
    )


def smallest(acts: Sequence[Act]) -> list[Act]:
    """Those of the acts of which no part, with the same figures, explains as much."""
    cells = [{(cell, act.repair.changes[cell]) for cell in act.repair.roots} for act in acts]
    return [
        act
        for act, own in zip(acts, cells, strict=True)
        if not any(
            other < own and part.mends >= act.mends for part, other in zip(acts, cells, strict=True)
        )
    ]
