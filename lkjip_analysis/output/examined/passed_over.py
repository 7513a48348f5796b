"""What was not read, not read whole, or held against nothing: said, so that nothing is passed over.

The parts of a row that calls itself a total or a mean may be of several kinds, stand in another
table, or not all have been read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lkjip_analysis.intake.document.blocks import CAPTION, Block, WordTable, paragraphs
from lkjip_analysis.intake.document.printed_places import pages_of
from lkjip_analysis.intake.proposal.proposal import ProposedTable
from lkjip_analysis.intake.tables.missing_first_rows import MAY_LACK
from lkjip_analysis.language import listed, worded
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.row_names import is_mean_name, is_total_name
from lkjip_analysis.report.tables import Table
from lkjip_analysis.rules import Rule

LONGEST = 200
"""A longer line that begins with "Tabel" is a sentence about it."""
NUMBER = re.compile(r"\d+(?:\s*[.\-]\s*\d+)*")


def lost_tables(blocks: Sequence[Block]) -> tuple[str, ...]:
    """A sentence for each caption whose table nothing was read of."""
    read = {_number(block.label) for block in blocks if isinstance(block, WordTable)}
    return tuple(
        dict.fromkeys(
            worded(
                "{label}{page}: di bawah judulnya tidak terbaca tabel, jadi tidak diperiksa",
                label=label,
                page=page,
            )
            for number, label, page in _captions(blocks)
            if number not in read
        )
    )


def partial_tables(tables: Sequence[ProposedTable]) -> tuple[str, ...]:
    """A sentence for each table of which rows are not there."""
    return tuple(
        f"{table.label}: {note}"
        for table in tables
        if table.is_partial
        for note in table.notes
        if note.startswith(tuple(worded(text).partition("{")[0] for text in MAY_LACK))
    )


def unused_columns(tables: Sequence[ProposedTable]) -> tuple[str, ...]:
    """A sentence for each table with columns of figures that its type has no place for."""
    return tuple(
        worded(
            "{label}: kolom {columns} tidak diuji; jenis tabel “{kind}” tidak memuatnya "
            "({count} isian)",
            label=table.label,
            columns=listed([f"“{head}”" for head, _ in table.left_columns]),
            kind=worded(table.kind.judul),
            count=sum(count for _, count in table.left_columns),
        )
        for table in tables
        if table.left_columns
    )


def _captions(blocks: Sequence[Block]) -> Iterator[tuple[str, str, str]]:
    """The number, label and page of each line that is the caption of a table."""
    for block in paragraphs(blocks):
        if not block.listed and len(block.text) < LONGEST:
            match = CAPTION.fullmatch(block.text)
            title = match["title"] if match else ""
            if match and not title[:1].islower() and not block.text.endswith((".", ":", ";", ",")):
                pages = pages_of(span.place for span in block.spans)
                page = worded(" (halaman {pages})", pages=pages) if pages else ""
                yield _number(match["label"]), match["label"].strip(), page


def _number(label: str) -> str:
    found = NUMBER.search(label)
    return re.sub(r"\s", "", found[0]) if found else ""


def untested_totals(report: Report, rules: Iterable[Rule]) -> tuple[str, ...]:
    """A sentence for each such row that none of the relations in use reckons from other rows."""
    held = {
        (rule.result.table, rule.result.row)
        for rule in rules
        if any(cell.row != rule.result.row for cell in rule.cells)
    }
    return tuple(
        worded(
            "{label}, baris “{row}”: tidak diuji sebagai jumlah atau rata-rata, karena tidak pasti "
            "baris mana yang dihitungnya",
            label=table.label,
            row=table.row_name(row),
        )
        for table in report.tables.values()
        for row in _summaries(table)
        if (table.name, row) not in held
    )


def _summaries(table: Table) -> Iterator[str]:
    """The rows of a table that are called a total or a mean, and print a figure."""
    printed = {cell.address.row for cell in table if cell.is_figure and not cell.derived}
    for row in table.type.total:
        name = table.row_name(row) if row in printed else ""
        if is_total_name(name) or is_mean_name(name):
            yield row
