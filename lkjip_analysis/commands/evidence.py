"""`lkjip bukti`: a source document beside the tables of a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lkjip_analysis.commands.shared import Data, Instansi, Tahun, as_called, confirm, problems_shown
from lkjip_analysis.commands.terminal import say
from lkjip_analysis.language import phrase

if TYPE_CHECKING:
    from lkjip_analysis.intake.usul.evidence_tables import EvidenceTable

SHOWN = 5
"""So many rows without a counterpart are named; the rest is counted."""


def bukti(
    instansi: Instansi,
    tahun: Tahun,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A workbook, Word document or PDF, e.g. an LRA.")
    ],
    dokumen: Annotated[
        str, typer.Option("--dokumen", help="What the document is called; else its file name.")
    ] = "",
    peringkat: Annotated[
        int, typer.Option("--peringkat", min=1, max=9, help="1 where it is the strongest.")
    ] = 1,
    ya: Annotated[bool, typer.Option("--ya", "-y", help="Take it without asking.")] = False,
    data: Data = None,
) -> None:
    """Hold the tables of a report against a source document: an LRA, a DPA, an export of SIPD.

    Rows are paired by their names or codes and shown; what is confirmed is written into the
    report's folder as evidence, and `verify` holds each figure against it from then on.
    """
    from lkjip_analysis.intake.usul.evidence_tables import evidence_tables
    from lkjip_analysis.intake.usul.kept_evidence import keep
    from lkjip_analysis.report.loading import load
    from lkjip_analysis.report.reports_at_hand import folder_of

    with problems_shown():
        folder = folder_of(instansi, tahun, data)
        report = load(instansi, tahun, data)
        tables = evidence_tables(file, report)
        for table in tables:
            _show(table)
        if not ya:
            confirm(file.name, "pairs that nobody confirmed", "Repeat with --ya if this is right.")
        names = keep(folder, report, tables, dokumen or file.stem, peringkat)
        say(", ".join(str(folder / "bukti" / f"{name}.csv") for name in names))
        told = phrase("Berikutnya: lkjip verify {instansi} {tahun}", instansi=instansi, tahun=tahun)
        say(as_called(told))


def _show(table: EvidenceTable) -> None:
    """What is paired with what, and what is not."""
    from lkjip_analysis.numbers.written import number

    told = phrase(
        "{name}: {rows} baris dan {columns} kolom ({names}) berpasangan",
        name=table.table.name,
        rows=number(len(table.rows)),
        columns=number(len(table.columns)),
        names=", ".join(table.columns.values()),
    )
    say(told)
    if table.alone:
        more = len(table.alone) - SHOWN
        names = "; ".join(table.alone[:SHOWN]) + (f"; +{more}" if more > 0 else "")
        say(phrase("    tanpa pasangan di dokumen: {names}", names=names))
    for why in table.unread:
        say(phrase("    tidak dibaca: {why}", why=why))
