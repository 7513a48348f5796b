"""How the columns of a table are read: units, scale, number style, and what is not sure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.intake.pdf.lines_of_text.cells import LOOSE
from lkjip_analysis.intake.tables.csv_rows import Body
from lkjip_analysis.intake.tables.printed_table import PrintedTable
from lkjip_analysis.intake.tables.printed_units import printed_units, with_units
from lkjip_analysis.intake.tables.read_figures import is_graded, unreadable
from lkjip_analysis.intake.tables.scaled_columns import scaled
from lkjip_analysis.intake.tables.style_proofs import styled
from lkjip_analysis.language import worded
from lkjip_analysis.report.schema import TableType

SCALE_NOTE = re.compile(r"\b(dalam|dlm)\b", re.IGNORECASE)
"""Only such a note tells a scale: "dialihkan Rp 2 juta" does not."""


@dataclass(frozen=True)
class ReadColumns:
    """How the columns of a table are read, and what could not be for sure."""

    kind: TableType
    notes: tuple[str, ...]
    unreadable: Mapping[tuple[int, str], str]
    two_ways: frozenset[tuple[int, str]]
    unshown: frozenset[tuple[int, str]]
    scales_asked: Mapping[str, str]


def read_columns(
    table: PrintedTable,
    body: Body,
    kind: TableType,
    columns: tuple[str, ...],
    lines: tuple[tuple[str, ...], ...],
    headings: Mapping[str, str],
) -> ReadColumns:
    """Units, scale and number style of each column, as its heading and what it shows tell."""
    unshown = unshown_in(body)
    shown = without(lines, columns, unshown)
    typed = _with_printed_units(kind, columns, shown)
    texts = {name: [line[i] for line in shown] for i, name in enumerate(columns)}
    counted = scaled(typed, _scale_told(table), headings, texts)
    known, asked = styled(counted.kind, columns, shown)
    notes = (*body.notes, *counted.notes, *asked.notes, *_in_words(known, columns, shown))
    unread = _unreadable(known, columns, lines) | asked.cells | unsure_figures(body, known)
    return ReadColumns(known, notes, unread, frozenset(asked.cells), unshown, counted.asked)


def _with_printed_units(
    kind: TableType, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> TableType:
    """The type knowing the units that this report prints behind its figures."""
    changed = dict(kind.columns)
    for i, name in enumerate(columns):
        column = kind.columns[name]
        if column.is_number:
            units = printed_units([row[i] for row in rows], column)
            changed[name] = with_units(column, units)
    return replace(kind, columns=changed)


def _unreadable(
    kind: TableType, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> dict[tuple[int, str], str]:
    return {
        (number, name): why
        for number, row in enumerate(rows)
        for name, text in zip(columns, row, strict=True)
        if (why := unreadable(text, kind.columns[name]))
    }


def _scale_told(table: PrintedTable) -> list[tuple[str, str]]:
    """Where the scale of a whole table may be told, and what is told there."""
    lone = (row.first for row in table.rows if sum(map(bool, row.texts)) == 1)
    notes = [text for text in (*lone, table.below) if SCALE_NOTE.search(text)]
    return [
        (table.title, worded("judul tabel")),
        (table.label, worded("nama tabel")),
        *((text, worded("catatan di bawah tabel")) for text in notes),
    ]


def _in_words(
    kind: TableType, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[str]:
    """The rows whose target or realisasi is told in words, which come in as they are printed."""
    told = []
    for number, row in enumerate(rows, 1):
        cells = zip(columns, row, strict=True)
        words = [f'"{text}"' for name, text in cells if is_graded(text, kind.columns[name])]
        told += (
            [worded("baris {number} ({words})", number=number, words=", ".join(words))]
            if words
            else []
        )
    if told:
        yield worded("dibaca sebagai kata, bukan angka: {told}", told="; ".join(told))


def unsure_figures(body: Body, kind: TableType) -> dict[tuple[int, str], str]:
    """Figures whose text was not sure: how a symbol shows, or whether it is seen at all."""
    return {
        (number, name): worded("tidak pasti: {why}", why=why)
        for number, told in enumerate(body.unread)
        for name, why in told.items()
        if kind.columns[name].is_number
    }


def unshown_in(body: Body) -> frozenset[tuple[int, str]]:
    """Cells whose text is not known to be printed; where only the place is unsure, it is."""
    return frozenset(
        (number, name)
        for number, told in enumerate(body.unread)
        for name, why in told.items()
        if why != LOOSE
    )


def without(
    rows: Sequence[Sequence[str]], columns: Sequence[str], unshown: Collection[tuple[int, str]]
) -> list[list[str]]:
    """The rows with nothing in the cells that are not known."""
    return [
        ["" if (number, name) in unshown else text for name, text in zip(columns, row, strict=True)]
        for number, row in enumerate(rows)
    ]
