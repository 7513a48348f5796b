"""`--to docx,pdf`: what a command shows as text, also as a document beside the report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lkjip_analysis.commands.terminal import say
from lkjip_analysis.language import report_spoken

if TYPE_CHECKING:
    from lkjip_analysis.output.word_pdf.document import Document
    from lkjip_analysis.report.report import Report

INCOMPLETE = 3
"""A document could not be written because a program is missing; everything else is there."""

To = Annotated[
    str, typer.Option("--to", metavar="FORMATS", help="Also as a document: docx, pdf, or docx,pdf.")
]


def write_document(
    document: Document, report: Report, stem: Path | None, to: str, reports: Path | None, what: str
) -> bool:
    """Write the document and say where; False where a program is missing, with its remedy.

    Raises: InputError where a file cannot be written, or somebody has edited it.
    """
    from lkjip_analysis.output.word_pdf.document_files import formats, write
    from lkjip_analysis.report.workbook_home import home

    name = f"{report.instansi}-{report.tahun}-{what}"
    place = stem or (reports or home() / "reports") / report.instansi / name
    written = write(document, place, formats(to), report.tanggal_data)
    for path in written.paths:
        say(path)
    for sentence in written.missing:
        say(sentence, err=True)
    return not written.missing


def write_chapter(
    instansi: str, tahun: int, data: Path | None, reports: Path | None, to: str
) -> bool:
    """Chapter III beside the built report."""
    from lkjip_analysis.checking.other_years import verified
    from lkjip_analysis.output.word_pdf.chapter3 import chapter

    with report_spoken():
        found = verified(instansi, tahun, data)
        return write_document(chapter(found), found.report, None, to, reports, "bab3")
