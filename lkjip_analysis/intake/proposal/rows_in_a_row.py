"""Relations over many rows, said shortly: rows below one another as their first and last, a..b."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.intake.proposal.proposal import ProposedRule, ProposedTable
from lkjip_analysis.report.claims import named_by_role
from lkjip_analysis.report.tables import BETWEEN, Address

Places = Mapping[str, Mapping[str, int]]
"""Of each table the rows that are no totals, by their key, with their place."""


def places_of(tables: Sequence[ProposedTable]) -> Places:
    """Where the rows of each table stand among those that are no totals."""
    return {table.name: _places(table) for table in tables}


def _places(table: ProposedTable) -> dict[str, int]:
    return {key: place for place, key in enumerate(table.own_keys)}


def shortened(rule: ProposedRule, places: Places) -> ProposedRule:
    """The rule with rows below one another of one column told by the first and the last."""
    told = (
        f"{role}={' + '.join(_shorter(cells, places))}" for role, cells in named_by_role(rule.sel)
    )
    return replace(rule, sel="; ".join(told))


def _shorter(cells: Sequence[str], places: Places) -> Iterator[str]:
    first: Address | None = None
    last: Address | None = None
    for text in cells:
        cell = _address(text, places)
        if first and last and cell and _follows(last, cell, places):
            last = cell
            continue
        yield from _told(first, last)
        first = last = cell
        if cell is None:
            yield text
    yield from _told(first, last)


def _address(text: str, places: Places) -> Address | None:
    """The cell of one row; nothing for what names none, or several."""
    try:
        cell = Address.parse(text)
    except ValueError:
        return None
    known = cell.row in places.get(cell.table, {})
    return cell if known and BETWEEN not in cell.row and str(cell) == text else None


def _follows(one: Address, other: Address, places: Places) -> bool:
    same = (one.table, one.column) == (other.table, other.column)
    return same and places[one.table][other.row] == places[one.table][one.row] + 1


def _told(first: Address | None, last: Address | None) -> Iterator[str]:
    if first and last:
        row = first.row if first == last else f"{first.row}{BETWEEN}{last.row}"
        yield str(first._replace(row=row))
