"""A table as a person sees it who pastes into it: its rows and columns in their order, its sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Number
from lkjip_analysis.report.report import CLAIMS
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Rule
from lkjip_analysis.rules.values import Figure

MAX_LINES = 60
"""Of a table with more rows only those around failed rules are looked at."""


@dataclass(frozen=True)
class Layout:
    """One table: its lines in printed order, and which of its figures failed rules touch.

    `suspects` are the rows in which a relation of the row fails; where none does, those that stand
    in failed relations at all.
    """

    table: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    figures: dict[Address, Figure]
    totals: frozenset[Address]
    results: frozenset[Address]
    suspects: tuple[str, ...]
    failing: frozenset[str]

    @cached_property
    def _places(self) -> dict[str, dict[str, Address]]:
        """The rows that print a figure in each column, each with its address there."""
        found: dict[str, dict[str, Address]] = {column: {} for column in self.columns}
        by_row = grouped((cell.row, cell) for cell in self.figures)
        for row in self.rows:
            for cell in by_row[row]:
                found[cell.column][row] = cell
        return found

    def at(self, row: str, column: str) -> Address:
        """The place of a cell, whether it prints a figure or not."""
        return self._places[column].get(row) or Address(self.table, row, column)

    def figure(self, row: str, column: str) -> Figure | None:
        where = self._places[column].get(row)
        return self.figures[where] if where else None

    def plain(self, column: str) -> tuple[str, ...]:
        """The rows whose figure in this column is no sum of others there."""
        printed = self._places[column].items()
        return tuple(row for row, where in printed if where not in self.totals)

    def reckoned(self, row: str) -> frozenset[str]:
        """The columns whose figure in this row some relation reckons."""
        return frozenset(c for c in self.columns if self.at(row, c) in self.results)

    def repeating(self, rows: Iterable[str], one: str, other: str, same: bool) -> list[str]:
        """Those of the rows in which two columns print the same figure, or different ones."""
        here, there = self._prints[one], self._prints[other]
        both = (row for row in rows if row in here and row in there)
        return [row for row in both if (here[row] == there[row]) == same]

    def differing(self, one: str, other: str) -> list[str]:
        """The columns in which two rows print different figures."""
        prints = self._prints.items()
        both = ((column, by_row) for column, by_row in prints if one in by_row and other in by_row)
        return [column for column, by_row in both if by_row[one] != by_row[other]]

    def is_alike(self, row: str, one: str, other: str) -> bool:
        """Do two columns print the same figure in a row?"""
        here = self._prints[one].get(row)
        return here is not None and here == self._prints[other].get(row)

    @cached_property
    def _prints(self) -> dict[str, dict[str, Number]]:
        """What each column prints, by its rows."""
        return {
            column: {row: self.figures[where].texts.low for row, where in places.items()}
            for column, places in self._places.items()
        }

    def printed(self, column: str) -> tuple[str, ...]:
        """The rows that print a figure in this column."""
        return tuple(self._places[column])


def layouts(network: Network, failed: Sequence[Rule]) -> Iterator[Layout]:
    """The tables in which something fails."""
    results = frozenset(rule.result for rule in network.rules)
    sums = {rule.result for rule in network.rules if isinstance(rule, Linear) and _is_down(rule)}
    for table in dict.fromkeys(cell.table for rule in failed for cell in rule.cells):
        near = [rule for rule in failed if any(cell.table == table for cell in rule.cells)]
        if table == CLAIMS:
            continue
        figures = {
            cell: value
            for cell, value in network.printed.items()
            if cell.table == table and isinstance(value, Figure)
            if cell in network.by_cell and cell not in network.derived
        }
        rows = tuple(dict.fromkeys(cell.row for cell in figures))
        columns = tuple(dict.fromkeys(cell.column for cell in figures))
        failing = frozenset(cell.row for rule in near for cell in rule.cells if cell in figures)
        suspects = _suspects(table, near) or failing
        if len(rows) > MAX_LINES:
            rows = tuple(row for row in rows if row in suspects)[:MAX_LINES]
        ordered = tuple(row for row in rows if row in suspects)
        yield Layout(table, rows, columns, figures, frozenset(sums), results, ordered, failing)


def _suspects(table: str, near: Sequence[Rule]) -> frozenset[str]:
    """The rows in which relations fail that reckon a figure of the row from others of it."""
    found = set()
    for rule in near:
        own = [cell for cell in rule.cells if cell.table == table and cell.row == rule.result.row]
        if rule.result.table == table and len(own) > 1:
            found.add(rule.result.row)
        elif all(cell.row == rule.cells[0].row for cell in rule.cells if cell.table == table):
            found.update(cell.row for cell in rule.cells if cell.table == table)
    return frozenset(found)


def _is_down(rule: Linear) -> bool:
    """Does this sum add up figures of one column of its own table?"""
    where = rule.result
    return all((cell.table, cell.column) == (where.table, where.column) for cell in rule.cells)
