"""Rules inside one table, as its headings, its total rows and its figures betray them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.intake.proposal.proposal import HIGH, LOW, MIDDLE, ProposedRule, ProposedTable
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.relations import (
    FoundRelation,
    Grid,
    GridColumn,
    Row,
    discover,
    parts_of_totals,
    repeated_figures,
    sums_of_runs,
)
from lkjip_analysis.numbers.printed import is_dash
from lkjip_analysis.report.schema import TableType

MARK = re.compile(r"\(?(?:[A-Za-z]|[IVX]+|\d{1,2})[.)]?")


def inner_rules(
    table: ProposedTable, cells: Mapping[tuple[str, str, str], Spot]
) -> Iterator[ProposedRule]:
    """The rules inside a table that its type does not have already."""
    levels = any(rule["jenis"] == "bertingkat" for rule in table.kind.rules)
    grid = grid_of(table, cells)
    known = None if table.is_new else _related(table.kind)
    for relation in discover([grid], levels_known=levels, known=known):
        yield _proposed(relation)


def _related(kind: TableType) -> frozenset[str]:
    """The columns that the rules of a type relate to others of their row, and those of the year
    before, whose targets it does not have."""
    named = (text for rule in kind.rules for told in rule.values()
             for text in (told if isinstance(told, list) else [told]))  # fmt: skip
    own = {str(text)[1:] for text in named if str(text).startswith(".")}
    return frozenset(own | {name for name in kind.columns if name.endswith("_lalu")})


def rules_between(
    tables: Sequence[ProposedTable], cells: Mapping[tuple[str, str, str], Spot], year: int
) -> Iterator[ProposedRule]:
    """The rules between tables that print the same figures."""
    grids = [grid_of(table, cells) for table in tables]
    for relation in (*repeated_figures(grids, year), *parts_of_totals(grids), *sums_of_runs(grids)):
        yield replace(_proposed(relation), dasar="tafsir")


def _proposed(relation: FoundRelation) -> ProposedRule:
    return ProposedRule(
        relation.name,
        relation.kind,
        relation.selection,
        relation.basis,
        relation.reason,
        _sureness(relation),
        relation,
    )


def _sureness(relation: FoundRelation) -> str:
    """Low is what nothing but a name suggests; accident is not feared where it is high."""
    if relation.is_doubtful:
        return LOW
    told = relation.how == "baris jumlah" or (relation.kept > 1 and relation.basis == "tercetak")
    return HIGH if told or relation.is_supported else MIDDLE


def grid_of(table: ProposedTable, cells: Mapping[tuple[str, str, str], Spot]) -> Grid:
    """The figures of a proposed table, its sums told from its rows."""
    place, called = (table.columns.index(n) for n in (table.kind.kunci, table.kind.nama_baris))
    keys = tuple(row[place] for row in table.rows)
    told: dict[str, Row] = {
        key: {c: spot.printed for c in table.columns if (spot := cells.get((table.name, key, c)))}
        for key in keys
    }
    sums = {key: row for key, row in told.items() if key in table.kind.total}
    return Grid(
        table.name,
        table.label,
        tuple(_columns(table)),
        {name: i for i, name in enumerate(table.columns)},
        {key: row for key, row in told.items() if key not in sums},
        sums,
        keys,
        {row[place]: row[called] or _named_before(row[place + 1 : called]) for row in table.rows},
        table.title,
        table.kind.nama_baris,
        frozenset((keys[number], name) for number, name in table.unreadable),
        table.is_partial,
        frozenset(_dashed(table, keys)),
        {row[place]: mark for row in table.rows if (mark := _mark_before(row[place + 1 : called]))},
        _beside(table, keys),
    )


def _beside(table: ProposedTable, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    words = [i for i, name in enumerate(table.columns) if table.kind.columns[name].tipe == "teks"]
    return {
        key: tuple(row[i] for i in words if row[i])
        for key, row in zip(keys, table.rows, strict=True)
    }


def _mark_before(texts: Sequence[str]) -> str:
    """The mark of a row that stands in a cell before its name: "II", "3.", "b)"."""
    return next((text for text in reversed(texts) if MARK.fullmatch(text)), "")


def _named_before(texts: Sequence[str]) -> str:
    """What a row is called in a cell that reaches over the columns before its name's."""
    return next((text for text in reversed(texts) if re.search(r"[^\W\d_]{3}", text)), "")


def _dashed(table: ProposedTable, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    for key, row in zip(keys, table.rows, strict=True):
        yield from ((key, n) for n, text in zip(table.columns, row, strict=True) if is_dash(text))


def _columns(table: ProposedTable) -> Iterator[GridColumn]:
    for name, head in zip(table.columns, table.heads, strict=True):
        column = table.kind.columns[name]
        if column.is_number and name != table.kind.kunci:
            percent = column.satuan == "persen" or "%" in head
            yield GridColumn(name, head, percent)
