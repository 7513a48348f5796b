"""`lkjip susun`: next year's report from a form that is filled in once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lkjip_analysis.commands.documents import INCOMPLETE
from lkjip_analysis.commands.shared import WRONG, Data, as_called, problems_shown
from lkjip_analysis.commands.terminal import say
from lkjip_analysis.language import phrase, report_spoken

if TYPE_CHECKING:
    from lkjip_analysis.checking.verify import Verification
    from lkjip_analysis.output.next_year.made_of_form import Composed
    from lkjip_analysis.report.report import Report


def susun(
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="The form, filled in.")],
    contoh: Annotated[
        bool, typer.Option("--contoh", help="Write an example of the form to FILE.xlsx instead.")
    ] = False,
    dari: Annotated[
        str | None,
        typer.Option(
            "--dari",
            metavar="INSTANSI/TAHUN",
            help="With --contoh: fill the form in from the report of the year before.",
        ),
    ] = None,
    data: Data = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to this folder; beside the form by default."),
    ] = None,
    to: Annotated[
        str, typer.Option("--to", metavar="FORMATS", help="Documents: docx, pdf, or docx,pdf.")
    ] = "docx",
) -> None:
    """Compose next year's report: fill the form in once, every other figure is computed.

    Writes Excel, Word and a data folder that `lkjip verify` reads. Start with
    `lkjip susun --contoh FILE.xlsx`; with `--dari INSTANSI/TAHUN` it holds the goals, indicators,
    programmes and results of that year.
    """
    with problems_shown():
        if contoh or dari:
            say(_example(file, dari, data))
            return
        from lkjip_analysis.output.next_year.made_of_form import compose_all
        from lkjip_analysis.output.word_pdf.document_files import formats

        composed = compose_all(file, output, formats(to))
    _tell_composed(composed)


def _tell_composed(composed: Composed) -> None:
    """What was written, and what keeps it from being whole; exit codes as `verify` has them."""
    for path in composed.paths:
        say(path)
    for note in composed.notes:
        say(as_called(note), err=True)
    for sentence in composed.missing:
        say(sentence, err=True)
    _tell(composed.verification)
    if composed.verification.findings:
        raise typer.Exit(WRONG)
    if composed.missing:
        raise typer.Exit(INCOMPLETE)


def _example(file: Path, dari: str | None, data: Path | None) -> Path:
    from lkjip_analysis.errors import wrong_input
    from lkjip_analysis.output.next_year.form_guide import example
    from lkjip_analysis.writing import write_whole

    if file.exists():
        remedy = "Choose a name that is free; a form is never overwritten."
        raise wrong_input(str(file), "a file", "a new file", remedy)
    before = _report_of(dari, data) if dari else None
    with report_spoken():
        return write_whole(file, example(before))


def _report_of(named: str, data: Path | None) -> Report:
    """The report that INSTANSI/TAHUN names, with the corrections that were accepted."""
    from lkjip_analysis.errors import wrong_input
    from lkjip_analysis.report.loading import load

    told = re.fullmatch(r"([^/\\]+)[/\\]([0-9]{4})", named)
    if told is None:
        remedy = "Write for example dinas-contoh/2021."
        raise wrong_input("--dari", f'"{named}"', "INSTANSI/TAHUN", remedy)
    return load(told[1], int(told[2]), data).used()


def _tell(verification: Verification) -> None:
    watched = verification.coverage.as_json()
    found = len(verification.findings)
    told = phrase("tidak ada temuan") if not found else phrase("{found} temuan", found=found)
    say(
        phrase(
            "Diperiksa: {told}; {watched} dari {figures} angka teruji.",
            told=told,
            watched=watched["watched"],
            figures=watched["figures"],
        )
    )
    for finding in verification.findings:
        say(f"  {finding.message}", err=True)
