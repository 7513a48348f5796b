"""Do two failed relations testify apart from one another, so that no one act made both fail?

People act on lines: they paste a column one row off, leave last year's column in, write a column
in another unit, exchange two rows, move an amount. What one such act reaches is one witness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.report.report import CLAIMS
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Quotient, Rule
from lkjip_analysis.rules.values import Figure


def testimony(rule: Rule, repair: Repair) -> frozenset[Address]:
    """The unchanged figures on which a rule rests when it speaks of the root."""
    speaking = rule.speaking_of(repair.roots[0])
    return frozenset(cell for cell in speaking if cell not in repair.changes)


def independent(
    network: Network,
    root: Address,
    near: frozenset[Address],
    far: frozenset[Address],
    closely: bool = True,
) -> bool:
    """May both testify: no figure and no line in common, and `closely` no hidden origin either?"""
    if not near or not far or _copies(network, near) & _copies(network, far):
        return False
    if closely and _hidden_origin(network, near, far):
        return False
    tables = {cell.table for cell in near} & {cell.table for cell in far} - {CLAIMS}
    return all(_crossing(root, _within(near, name), _within(far, name)) for name in tables)


def joined_by_sums(
    network: Network, first: Rule, second: Rule, near: Iterable[Address], far: Iterable[Address]
) -> bool:
    """Could an exchange with some sums reckoned again afterwards make two sums fail alike?

    Two sums miss by the same amount where what they, or the sums in them, add up shares a line. A
    share or a rate would miss by another amount, and so would not agree.
    """
    if not (isinstance(first, Linear) and isinstance(second, Linear)):
        return False
    return not _lines(network.origins(near)).isdisjoint(_lines(network.origins(far)))


def _lines(cells: Iterable[Address]) -> set[tuple[str, str, str]]:
    """The rows and columns of tables in which these figures stand."""
    return {line for cell in cells if cell.table != CLAIMS for line in cell.lines}


def _hidden_origin(network: Network, near: Iterable[Address], far: Iterable[Address]) -> bool:
    """Was something in both computed from one figure, in one of them in more than one way?

    Where it is reached in one way only, the search has tried that figure as a repair of its own.
    """
    ways = [Counter(o for cell in side for o in network.origins([cell])) for side in (near, far)]
    return any(ways[0][cell] > 1 or ways[1][cell] > 1 for cell in ways[0].keys() & ways[1].keys())


def _copies(network: Network, cells: Iterable[Address]) -> frozenset[Address]:
    """Each figure by the one that stands for all its copies."""
    return frozenset(network.witness.get(cell, cell) for cell in cells)


def _within(cells: Iterable[Address], table: str) -> list[Address]:
    return [cell for cell in cells if cell.table == table]


def _crossing(root: Address, near: list[Address], far: list[Address]) -> bool:
    """Does the one live in the root's column and the other in its row, so that no line joins them?

    Then two rows or two columns exchanged would have moved the root as well.
    """

    def in_column(cells: list[Address]) -> bool:
        return all((c.table, c.column) == (root.table, root.column) for c in cells)

    def in_row(cells: list[Address]) -> bool:
        return all((c.table, c.row) == (root.table, root.row) for c in cells)

    return (in_column(near) and in_row(far)) or (in_row(near) and in_column(far))


def is_a_rate(network: Network, root: Address, failed: Iterable[Rule]) -> bool:
    """Does a failed relation give a figure as a rate or a mean, here or where it is copied from?"""
    return any(_as_a_rate(network, root, failed))


def _as_a_rate(
    network: Network, root: Address, failed: Iterable[Rule]
) -> Iterator[tuple[Rule, Address]]:
    """The relations that give it so, each with the cell that it gives."""
    own = network.witness.get(root, root)
    for rule in failed:
        if _gives_a_rate(network, rule):
            where = network.reckoned(rule)
            if network.witness.get(where, where) == own:
                yield rule, where


def _gives_a_rate(network: Network, rule: Rule) -> bool:
    is_mean = isinstance(rule, Linear) and not rule.leaves_rest
    return is_mean or (isinstance(rule, Quotient) and network.reckoned(rule) == rule.result)


def conflicting(
    network: Network, repair: Repair, failed: Iterable[Rule], doubted: Container[Address]
) -> bool:
    """Does a changed figure stand in another failed relation, or in another finding's repair?"""
    names = {rule.head.name for rule in failed}

    def fails_elsewhere(cell: Address) -> bool:
        told = {rule.head.name for rule in network.by_cell[cell]} - names
        is_figure = isinstance(network.printed[cell], Figure)
        return is_figure and any(name in network.failed for name in told)

    return any(cell in doubted or fails_elsewhere(cell) for cell in repair.changes)
