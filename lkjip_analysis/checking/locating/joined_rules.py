"""Which failed rules could one misprint explain? Two belong together where one print mends both.

Each cell is looked at once, with the rules that reach it; of their wishes only those that overlap
are held against one another, so that thousands of rules around one total take no minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from heapq import heappop, heappush

from lkjip_analysis.checking.locating.mending_prints import intersection
from lkjip_analysis.checking.locating.rule_network import Steps
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.numbers.grouping import Marks, grouped
from lkjip_analysis.numbers.interval import Interval, Number
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Implied, InBand, NotAbove, Rule

End = tuple[Number, int]
"""How far up a wish reaches, and the position of its rule."""

MAX_JOINED = 10_000
"""So often is it asked what a failed rule wants of a figure, through others, to join rules."""
MAX_REACHED = 300_000
"""Where failed rules rest on more figures in all, only their own are asked for the cause."""


def joined(search: Search, failed: Sequence[Rule]) -> list[list[int]]:
    """The positions of failed rules, together where one print of some cell mends both."""
    reached, marks = _reached(search, failed), Marks[int]()
    near = grouped((root, i) for i, steps in enumerate(reached) for root in steps)
    for root, positions in near.items():
        if len({marks.of(i) for i in positions}) > 1:
            _join(search, root, positions, failed, marks)
    return list(grouped((marks.of(i), i) for i in range(len(failed))).values())


def _reached(search: Search, failed: Sequence[Rule]) -> list[Steps]:
    """The cells that are asked of each rule; its own alone where all together are too many."""
    count, reached = 0, []
    for rule in failed:
        # A category accuses its own two cells only, not what its value was computed from.
        is_word = isinstance(rule, InBand)
        steps = dict.fromkeys(rule.cells) if is_word else search.wishes.reaching(rule)
        count += len(steps)
        reached.append(steps)
        if count > MAX_REACHED:
            search.wishes.keep_to_own_cells()
            break
    if count > MAX_JOINED or search.wishes.only_own:
        search.open.update(rule.head.name for rule in failed)  # what they rest on is not asked
        return [dict.fromkeys(rule.cells) for rule in failed]
    return reached


def _join(
    search: Search,
    root: Address,
    positions: Sequence[int],
    failed: Sequence[Rule],
    marks: Marks[int],
) -> None:
    """Join the rules around one cell that a print of it would mend together."""
    bound = {i for i in positions if _is_bound_by(search, root, failed[i])}
    if len(bound) == len(positions):
        return
    values = search.network.values
    wishes = {i: search.wishes.wish(root, failed[i], values, False) for i in positions}
    is_above = {i for i in positions if isinstance(failed[i], NotAbove)}

    def is_mended(i: int, j: int) -> bool:
        # Rows that exceed one bound each do so by itself, though a higher one held them all.
        if {i, j} <= is_above and not bound.isdisjoint((i, j)):
            return False
        return search.wishes.is_repair(intersection([wishes[i], wishes[j]]), root)

    _join_overlapping(wishes, is_mended, marks)


def _join_overlapping(
    wishes: Mapping[int, Implied], is_mended: Callable[[int, int], bool], marks: Marks[int]
) -> None:
    """Join those of the wishes that pass, of intervals only those that overlap, lowest first.

    Of those joined already one is enough: each is held against other groups until one passes.
    """
    near: dict[int, list[End]] = {}
    for low, high, i in sorted(_span(wish, i) for i, wish in wishes.items()):
        own = [(high, i)]
        for mark, ends in list(near.items()):
            while ends and ends[0][0] < low:  # none that follows reaches down to it
                heappop(ends)
            if not ends:
                del near[mark]
            elif marks.of(mark) == marks.of(i) or any(is_mended(j, i) for _, j in ends):
                marks.join(mark, i)
                own = _merged(own, near.pop(mark))
        near[marks.of(i)] = own


def _merged(one: list[End], other: list[End]) -> list[End]:
    """Two heaps as one: the smaller is put into the larger."""
    small, large = sorted((one, other), key=len)
    for end in small:
        heappush(large, end)
    return large


def _span(wish: Implied, number: int) -> tuple[Number, Number, int]:
    """From where to where a wish reaches; words are all held against one another."""
    return (wish.low, wish.high, number) if isinstance(wish, Interval) else (0, 0, number)


def _is_bound_by(search: Search, root: Address, rule: Rule) -> bool:
    """Is the figure, or one that it moves, the bound that this rule holds a row to?"""
    if not isinstance(rule, NotAbove):
        return False
    return rule.whole in (root, *(cell for cell, _ in search.wishes.path(root, rule)))
