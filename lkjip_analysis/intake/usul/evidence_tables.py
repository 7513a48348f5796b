"""A source document (an LRA, a DPA, an export of SIPD) beside the tables of a report: which of its
rows and columns hold the same figures, so that they can be declared as evidence.

Rows are the same where they are called the same, or carry the same code; a name that stands twice
on either side is nobody's. What has no counterpart is counted and said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from lkjip_analysis.errors import wrong_input
from lkjip_analysis.intake.document.column_styles import written
from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.tables.doubled_columns import refused_columns
from lkjip_analysis.intake.tables.printed_rows import Row
from lkjip_analysis.intake.tables.printed_table import PrintedTable
from lkjip_analysis.intake.tables.read_tables import printed_tables
from lkjip_analysis.intake.tables.type_guesses import type_guesses
from lkjip_analysis.intake.usul.read_document import read_document
from lkjip_analysis.language import phrase
from lkjip_analysis.report.csvtext import write_rows
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.row_names import is_total_name
from lkjip_analysis.report.tables import Address, Table

LEVEL = re.compile(r"(program|kegiatan|sub kegiatan)\s+")
Thing = TypeVar("Thing")
TOTAL = "\0total"
"""What a total row is called, whatever its words."""


@dataclass(frozen=True)
class EvidenceTable:
    """One table of the document beside the table of the report whose figures it holds."""

    table: Table
    title: str
    rows: Mapping[str, Row]
    """The rows of the document by the key of the report's row."""
    columns: Mapping[int, str]
    """The document's columns of figures by place, called as the report's are."""
    alone: tuple[str, ...]
    """The rows of the report that the document does not have."""
    unread: tuple[str, ...]
    """Its cells that are not sure, and why; they are left out."""

    def as_csv(self) -> str:
        kind = self.table.type
        head = [kind.kunci, kind.nama_baris, *self.columns.values()]
        lines = [
            [key, self.table.row_name(key), *(_figure(row, place) for place in self.columns)]
            for key, row in self.rows.items()
        ]
        return write_rows([head, *lines])

    def entry(self, document: str, rank: int) -> dict[str, Any]:
        """What laporan.yaml declares of it."""
        tests = [
            {"bukti": f"[*].{name}", "sel": f"{self.table.name}[*].{name}"}
            for name in self.columns.values()
        ]
        totals = [key for key in self.rows if key in self.table.type.total]
        tests += [
            {"bukti": f"[{key}].{name}", "sel": f"{self.table.name}[{key}].{name}"}
            for key in totals
            for name in self.columns.values()
        ]
        told = {
            "dokumen": document, "peringkat": rank, "tipe": self.table.type.name,
            "kolom": self._as_written(), "menguji": tests,
        }  # fmt: skip
        return {name: value for name, value in told.items() if value}

    def _as_written(self) -> dict[str, dict[str, str]]:
        """How its columns are written otherwise than their type says: style, or left out."""
        kind = self.table.type
        printed = {kind.kunci, kind.nama_baris, *self.columns.values()}
        told = {
            name: {"boleh_tiada": "ya"}
            for name, column in kind.columns.items()
            if name not in printed and not column.boleh_tiada
        }
        for place, name in self.columns.items():
            proven = written((row.line, _figure(row, place)) for row in self.rows.values()).proven
            if len(proven) == 1 and kind.columns[name].gaya not in proven:
                told[name] = {"gaya": next(iter(proven))}
        return told


def evidence_tables(path: Path, report: Report) -> list[EvidenceTable]:
    """The tables of the document at `path` that hold figures of `report`, the fullest first.

    Raises: InputError where it cannot be read, or holds none of them.
    """
    printed = printed_tables(read_document(path).blocks)
    found = [one for table in printed for one in _beside(table, report)]
    if not found:
        names = ", ".join(sorted(report.tables))
        told = phrase(
            "no table whose rows are called as those of the report ({names})", names=names
        )
        told = "; ".join([told, *(one.words for one in refused_columns(printed))])
        remedy = "Name its rows and columns as the report does, or type it into bukti/ by hand."
        raise wrong_input(path.name, told, "a table of the same figures", remedy)
    return sorted(found, key=lambda one: -len(one.rows) * len(one.columns))


def _beside(printed: PrintedTable, report: Report) -> Iterator[EvidenceTable]:
    """The printed table beside each table of the report that it shares rows and figures with."""
    for table in report.tables.values():
        guesses = type_guesses(printed, {table.type.name: table.type}, report.tahun)
        if not guesses:
            continue
        columns = guesses[0].columns
        rows = _rows(printed, columns, table)
        figures = {
            place: name for place, name in columns.items() if _is_compared(table, name, rows)
        }
        if rows and figures:
            alone = tuple(table.row_name(key) for key in table.rows if key not in rows)
            unread = tuple(
                row.unread[p] for row in rows.values() for p in figures if p in row.unread
            )
            refused = tuple(one.words for one in printed.refused)
            yield EvidenceTable(table, printed.title, rows, figures, alone, (*refused, *unread))


def _is_compared(table: Table, name: str, rows: Mapping[str, Row]) -> bool:
    """Is it a column of figures that the report prints in these rows?"""
    kind = table.type
    held = (cell for key in rows if (cell := table.cells.get(Address(table.name, key, name))))
    return kind.columns[name].is_number and any(cell.is_figure for cell in held)


def _rows(printed: PrintedTable, columns: Mapping[int, str], table: Table) -> dict[str, Row]:
    """The rows of the document by the key of the row that the report has of the same name."""
    kind = table.type
    places = {name: place for place, name in columns.items()}
    if kind.nama_baris not in places:
        return {}
    by_name = _once((_called(row.texts[places[kind.nama_baris]]), row) for row in printed.rows)
    code = places.get(kind.kunci)
    by_code = _once((row.texts[code], row) for row in printed.rows) if code is not None else {}
    keys = _once((_called(table.row_name(key)), key) for key in table.keys)
    named = {key: by_name[name] for name, key in keys.items() if name in by_name}
    coded = {key: by_code[key] for key in table.keys if key in by_code}
    return {key: row for key in table.keys if (row := coded.get(key) or named.get(key))}


def _called(text: str) -> str:
    """A name as it is compared; every total row is called alike."""
    plain = plain_words(text)
    return TOTAL if is_total_name(text) else LEVEL.sub("", plain, count=1)


def _once(named: Iterable[tuple[str, Thing]]) -> dict[str, Thing]:
    """What has a name of its own; a name that several have tells nothing."""
    told = [(name, one) for name, one in named if name]
    counts = Counter(name for name, _ in told)
    return {name: one for name, one in told if counts[name] == 1}


def _figure(row: Row, place: int) -> str:
    return "" if place in row.unread else row.texts[place]
