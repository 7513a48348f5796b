"""Is a figure as printed in line with the other rows, and the proven one far out of it?

A slip in a draft, reckoned onward and then put right in its own cell alone, looks like a slip of
that cell: all that rests on it wants the figure of the draft. A rate that it left behind, far from
the same rate of every other row, tells the two apart: 95 percent spent elsewhere, 950 in this row.
Where no rate tells, the figures that are summed with it do: 375 among 283 to 855, and not 3.750;
but 220.000 among 190.000 and 32 million may be as right as 2.200.000.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from lkjip_analysis.checking.judging.possible_updates import takes_away
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import exactly
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Quotient, Rule
from lkjip_analysis.rules.kinds.kurs import SharedRate
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Figure, Value

OTHERS = 2
"""Of fewer other rows nobody knows where such rates lie."""

MAX_FOLLOWED = 60
"""So many figures are reckoned anew from one."""

Both = tuple[Fraction, Fraction]


def may_be_the_usual_one(network: Network, repair: Repair, failed: Sequence[Rule]) -> bool:
    """Is the root as printed in line with the other rows, and its repair far out of it?

    Where nothing tells, a figure that was put in may be: all that rests on it is of one draft.
    """
    told = [
        (_is_far(proven, others), _is_far(printed, others))
        for (proven, printed), others in _compared(network, repair)
        if len(others) >= OTHERS
    ]
    if (False, True) in told:
        return False
    if (True, False) in told:
        return True
    among, root = _may_be_among_its_like(network, repair, failed), repair.roots[0]
    if among is not None:
        return among
    return not any(rule.works_out and network.reckoned(rule) == root for rule in failed)


def _may_be_among_its_like(network: Network, repair: Repair, failed: Sequence[Rule]) -> bool | None:
    """May the root as printed be one of the figures it is summed with, as its repair is?

    None where none or too few are. Not where the print, and not the repair, lies further out than
    they lie from one another: budgets of one table may differ a hundredfold. Of an amount that is
    told in another currency too it is enough that the repair lies nearer to them.
    """
    root, changes = repair.roots[0], repair.changes
    like = (
        cell
        for rule in network.by_cell[root]
        if isinstance(rule, Linear) and rule.result != root and not takes_away(rule)
        for cell in rule.cells
        if cell.column == root.column and cell != rule.result
    )
    others = [abs(one) for one in _points(network, tuple(like), {root, *changes}) if one]
    printed, proven = abs(_point(network.values[root])), abs(_point(changes[root]))
    if len(others) < OTHERS or not printed or not proven:
        return None
    near, far = (_times_beyond(figure, others) for figure in (printed, proven))
    if any(isinstance(rule, SharedRate) and root in rule.cells for rule in failed):
        return None if near == far else near < far
    return not far <= max(others) / min(others) < near


def _times_beyond(figure: Fraction, others: Sequence[Fraction]) -> Fraction:
    """By what factor it lies above the largest of the others or below the least; 1 among them."""
    return max(Fraction(1), min(others) / figure, figure / max(others))


def _is_far(figure: Fraction, others: Sequence[Fraction]) -> bool:
    """Does it lie further from all others than they lie from one another?"""
    low, high = min(others), max(others)
    return not low - (high - low) <= figure <= high + (high - low)


def _compared(network: Network, repair: Repair) -> Iterator[tuple[Both, Sequence[Fraction]]]:
    """What the repair and the print make of each figure that has its like, with those others."""
    root, values = repair.roots[0], network.values
    repaired, anew = values.changing(repair.changes), _anew(network, root)
    touched = {root, *anew, *repair.changes}
    for cell, fresh in anew.items():
        rates = [rule for rule in network.by_cell[cell] if isinstance(rule, Quotient)]
        if any(network.reckoned(rule) == rule.result == cell for rule in rates):
            both = _point(repaired[cell]), _point(fresh)
            yield both, _points(network, network.rates_beside(cell), touched)
    for rule in network.by_cell[root]:
        if isinstance(rule, Linear) and not rule.leaves_rest and rule.result != root:
            both = _point(repaired[root]), _point(values[root])
            yield both, _points(network, rule.cells, {rule.result, *touched})


def _points(
    network: Network, cells: Sequence[Address], touched: set[Address]
) -> Sequence[Fraction]:
    return [_point(network.values[cell]) for cell in cells if cell not in touched]


def _point(value: Value) -> Fraction:
    assert isinstance(value, Figure)
    return Fraction(value.texts.low)


def _anew(network: Network, root: Address) -> dict[Address, Value]:
    """All that is reckoned from a figure, as it would be reckoned from its print."""
    found: dict[Address, Value] = {}
    queue = deque([root])
    while queue and len(found) < MAX_FOLLOWED:
        cell = queue.popleft()
        for rule in network.by_cell[cell]:
            follower = network.reckoned(rule)
            if not rule.works_out or follower in found or follower in (cell, root):
                continue
            exact = reckoned(rule, follower, network.values.changing(found))
            held = network.printed[follower]
            if exact is not None and isinstance(held, Figure):
                found[follower] = held.printing(exactly(half_up(exact, held.decimals)))
                queue.append(follower)
    return found
