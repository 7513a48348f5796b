"""Columns that a person called otherwise than proposed: relations name them as they are called now.

Where the type of a table is changed, or a column left out, what the proposal itself says of the
earlier columns is no mistake of the person who changed them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lkjip_analysis.intake.usul.accepted import Accepted, Line, Sheet
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.schema import TableType

CELL = re.compile(r"(?<![\w.])(?P<table>\w+)(?P<row>\[[^\]]*\])\.(?P<column>\w+)")
OWN = re.compile(r"(?<![\w\].])\.(?P<column>[a-z_]\w*)")
"""A column of the table that the relation names apart: tabel=capaian; hasil=.capaian."""
OF_TABLE = re.compile(r"(?:^|;)\s*tabel=(\w+)")


def in_new_names(accepted: Accepted) -> Accepted:
    """What was accepted, its relations in the names that the columns have now."""
    renamed = {sheet.line["tabel"]: dict(_renamed(sheet, accepted)) for sheet in accepted.tables}
    if not any(renamed.values()):
        return accepted

    def named(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(_with_names(line, renamed) for line in lines)

    return replace(accepted, claims=named(accepted.claims), rules=named(accepted.rules))


def left_columns(accepted: Accepted, types: Mapping[str, TableType]) -> dict[str, frozenset[str]]:
    """For each table the columns that were proposed and that its type does not have now."""
    proposed = grouped((line["tabel"], line["kolom"]) for line in accepted.new_columns)
    return {
        table: frozenset(proposed.get(table, ())) - kind.columns.keys()
        for table, kind in types.items()
    }


def columns_named(sel: str) -> Iterator[tuple[str, str]]:
    """The tables and columns that a relation names."""
    yield from ((cell["table"], cell["column"]) for cell in CELL.finditer(sel))
    table = OF_TABLE.search(sel)
    if table:
        yield from ((table[1], column["column"]) for column in OWN.finditer(sel))


def _renamed(sheet: Sheet, accepted: Accepted) -> Iterator[tuple[str, str]]:
    """The columns of a table that stand under another name than they were proposed with.

    Several columns may have one heading, as a number and a name below "Indikator": they are told
    apart by their order, and nothing is renamed where one of them is gone.
    """
    proposed = grouped(
        (line["judul"], line["kolom"])
        for line in accepted.new_columns
        if line["tabel"] == sheet.line["tabel"]
    )
    for head, names in grouped(zip(sheet.heads, sheet.columns, strict=True)).items():
        before = proposed.get(head, ())
        if len(before) == len(names):
            yield from ((old, new) for old, new in zip(before, names, strict=True) if old != new)


def _with_names(line: Line, renamed: Mapping[str, Mapping[str, str]]) -> Line:
    def cell(found: re.Match[str]) -> str:
        column = renamed.get(found["table"], {}).get(found["column"], found["column"])
        return f"{found['table']}{found['row']}.{column}"

    sel = CELL.sub(cell, line["sel"])
    if table := OF_TABLE.search(sel):
        own = renamed.get(table[1], {})
        sel = OWN.sub(lambda found: f".{own.get(found['column'], found['column'])}", sel)
    return replace(line, told={**line.told, "sel": sel})
