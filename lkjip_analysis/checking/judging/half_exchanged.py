"""Could two rows or columns have been exchanged, and only some of what rests on them reckoned anew?

The one figure that was left as it was then prints what the other row prints now, and everything
around it wants another: it looks exactly like the only misprint, and is the only right figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.values import Figure, Value


def half_exchanged(network: Network, repair: Repair, failed: Sequence[Rule]) -> bool:
    """Would the line of a figure that prints the same as the only root, exchanged, do as well?"""
    (root,) = repair.roots
    return any(_explains(network, repair, partner, failed) for partner in _partners(network, root))


def _partners(network: Network, root: Address) -> Iterator[Address]:
    """The other figures of its column or row that print what the root prints."""
    printed = network.printed[root]
    alike = (network.by_print.get((line, printed), ()) for line in root.lines)
    yield from (cell for cells in alike for cell in cells if cell != root)


def _explains(network: Network, repair: Repair, partner: Address, failed: Sequence[Rule]) -> bool:
    """Exchange what the root was reckoned from with what its partner was, and all that follows.

    The root stays as printed; its partner takes what the root seemed to want.
    """
    (root,) = repair.roots
    meant = repair.changes[root]
    changes: dict[Address, Value] = {partner: _at_place(network, partner, meant)}
    left = [
        cell
        for rule in failed
        for cell in rule.cells
        if cell != root and _twin(cell, root, partner) != cell
    ]
    while left:
        for cell in left:
            changes.update(_exchanged(network, cell, root, partner, changes))
        left = list(_broken(network, changes, root, partner))
    state = network.values.changing(changes)
    held = [rule for rule in network.around(changes) if rule.head.name not in network.failed]
    return len(changes) > 1 and all(tolerable(rule, state) for rule in (*failed, *held))


def _exchanged(
    network: Network, cell: Address, root: Address, partner: Address, done: Mapping[Address, Value]
) -> Iterator[tuple[Address, Value]]:
    """The cell and its twin with each other's figures, and so their copies elsewhere."""
    twin = _twin(cell, root, partner)
    for to, source in ((cell, twin), (twin, cell)):
        if to == root or to in done or not {to, source} <= network.printed.keys():
            continue
        for copy in network.copies.get(network.witness.get(to, to), [to]):
            yield copy, _at_place(network, copy, network.printed[source])


def _broken(
    network: Network, changes: Mapping[Address, Value], root: Address, partner: Address
) -> Iterator[Address]:
    """The cells along the two lines of relations that held and no longer do."""
    state = network.values.changing(changes)
    for rule in network.around(changes):
        if rule.head.name in network.failed or tolerable(rule, state):
            continue
        for cell in rule.cells:
            twin = _twin(cell, root, partner)
            is_new = cell not in changes and twin not in changes and cell != root != twin
            if is_new and twin != cell and twin in network.printed:
                yield cell


def _twin(cell: Address, root: Address, partner: Address) -> Address:
    """The cell across: in the partner's row or column, or in the root's; itself in another."""
    if cell.table != root.table:
        return cell
    if root.column == partner.column:
        rows = {root.row: partner.row, partner.row: root.row}
        return cell._replace(row=rows.get(cell.row, cell.row))
    columns = {root.column: partner.column, partner.column: root.column}
    return cell._replace(column=columns.get(cell.column, cell.column))


def _at_place(network: Network, cell: Address, value: Value) -> Value:
    """A figure in another place keeps what kind of figure that place prints."""
    held = network.printed[cell]
    if not isinstance(held, Figure) or not isinstance(value, Figure):
        return value
    return held.printing(value.texts)
