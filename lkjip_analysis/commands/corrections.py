"""`lkjip perbaikan`, `koreksi` and `reviu`: for those who must act on the findings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lkjip_analysis.commands.documents import INCOMPLETE, To, write_document
from lkjip_analysis.commands.journal import person_given
from lkjip_analysis.commands.one_or_many import one_report
from lkjip_analysis.commands.shared import (
    UNREADABLE,
    Data,
    Instansi,
    OneInstansi,
    OneTahun,
    Tahun,
    as_called,
    problems_shown,
)
from lkjip_analysis.commands.terminal import say
from lkjip_analysis.errors import wrong_input
from lkjip_analysis.language import phrase, report_spoken

if TYPE_CHECKING:
    from lkjip_analysis.checking.verify import Verification


def perbaikan(
    instansi: OneInstansi = None,
    tahun: OneTahun = None,
    data: Data = None,
    ralat: Annotated[
        bool, typer.Option("--ralat", help="As an erratum after publication: proven ones only.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write it to a file (Markdown).")
    ] = None,
    to: To = "",
) -> None:
    """List what to correct: proven figures first, then what to look up and where.

    With --to it is written as a document beside the report, or where --output says.
    """
    from lkjip_analysis.checking.other_years import verified
    from lkjip_analysis.output.corrections.to_correct import as_text
    from lkjip_analysis.writing import write_whole

    with problems_shown():
        with report_spoken():
            verification = verified(*one_report(instansi, tahun, data, aside=True), data)
            if to:
                _as_document(verification, ralat, output, to)
                return
            text = as_text(verification, ralat)
        if output is None:
            say(text)
        else:
            say(write_whole(output, text, keep=True))


def _as_document(verification: Verification, ralat: bool, output: Path | None, to: str) -> None:
    from lkjip_analysis.building.report_request import reports_folder
    from lkjip_analysis.output.word_pdf.correction_list import as_document

    place = reports_folder(None)
    stem = output.with_suffix("") if output else None
    what = "ralat" if ralat else "perbaikan"
    document = as_document(verification, ralat)
    if not write_document(document, verification.report, stem, to, place, what):
        raise typer.Exit(INCOMPLETE)


Accepted = Annotated[
    list[str] | None,
    typer.Option("--terima", metavar="ID", help="Accept this finding; may be repeated."),
]
Choice = Annotated[
    int | None, typer.Option("--pilihan", metavar="N", help="Which repair of an undecided finding.")
]
Reason = Annotated[
    str, typer.Option("--alasan", help="Why, in your words; else the proof is named.")
]
By = Annotated[
    str, typer.Option("--oleh", metavar="NAME", help="Who accepts; else git's user.name.")
]
Role = Annotated[str, typer.Option("--peran", help="As what: penyusun, pemeriksa or penyetuju.")]


def koreksi(
    instansi: Instansi,
    tahun: Tahun,
    terima: Accepted = None,
    data: Data = None,
    pilihan: Choice = None,
    alasan: Reason = "",
    oleh: By = "",
    peran: Role = "",
) -> None:
    """Accept repairs: write them to koreksi.csv with reason, certificate, who and when.

    Without --terima it lists what can be accepted: each finding's id, with all its repairs.
    """
    from lkjip_analysis.checking.other_years import verified
    from lkjip_analysis.output.corrections.accepting import accept, acceptable
    from lkjip_analysis.output.corrections.who_accepts import acceptance, check_role
    from lkjip_analysis.report.reports_at_hand import folder_of

    with problems_shown():
        check_role(peran)
        person_given.set((oleh, peran))
        if not terima:
            with report_spoken():  # what is written to koreksi.csv stays in the report's language
                _list(list(acceptable(verified(instansi, tahun, data))), instansi, tahun)
            return
        verification = verified(instansi, tahun, data)
        folder = folder_of(instansi, tahun, data)
        who = acceptance(folder, oleh, peran)
        cells = accept(verification, folder, terima, pilihan, alasan, who)
    _say_accepted(cells, "" if oleh else who.by)


def _say_accepted(cells: Sequence[object], of_git: str) -> None:
    """What was written, and in whose name where git gave it: that may be a machine's."""
    for cell in cells:
        say(f"koreksi.csv: {cell}")
    if not cells:
        say(
            phrase(
                "Sudah diterima sebelumnya. Untuk mengubahnya hapus dahulu barisnya di koreksi.csv."
            )
        )
        return
    say(phrase("{count} sel dikoreksi", count=len(cells)))
    if of_git:
        say(
            phrase("Diterima atas nama {name} (dari git); --oleh menyebut orang lain.", name=of_git)
        )


def _list(lines: list[str], instansi: str, tahun: int) -> None:
    """What can be accepted, and how."""
    if not lines:
        say(phrase("Tidak ada yang dapat diterima."))
        return
    say("\n".join(lines))
    how = f"lkjip koreksi {instansi} {tahun} --terima KODE [--pilihan N]"
    say(as_called(phrase("Menerima, sesudah mencocokkan dengan sumbernya: {how}", how=how)))


def reviu(
    tahun: Annotated[int, typer.Option("--tahun", help="Fiscal year to review.")],
    data: Data = None,
    sejak: Annotated[
        Path | None,
        typer.Option("--sejak", metavar="FILE", help="An earlier working paper to compare with."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write; reports/ by default.")
    ] = None,
) -> None:
    """Write the auditor's working paper over all agencies of a year as Excel."""
    from lkjip_analysis.output.corrections.audit import review
    from lkjip_analysis.writing import write_whole

    with problems_shown():
        with report_spoken():
            place = _paper(output, tahun)
            paper, unread = review(tahun, data, sejak)
        path = write_whole(place, paper, keep=True)
    for problem in unread:
        say(problem, err=True)
    say(path)
    if unread:
        raise typer.Exit(UNREADABLE)


def _paper(asked: Path | None, tahun: int) -> Path:
    """Where the paper goes: the workbook that was named, or one in the folder that was.

    Raises: InputError for a file that is no workbook by its name.
    """
    from lkjip_analysis.report.workbook_home import home

    name, place = f"reviu-{tahun}.xlsx", asked or home() / "reports"
    if place.suffix.casefold() == ".xlsx" and not place.is_dir():
        return place
    if place.suffix and not place.is_dir():
        remedy = phrase("Write -o {name}, or name a folder.", name=name)
        found = phrase('the file name "{name}"', name=place.name)
        raise wrong_input("--output", found, "a name that ends in .xlsx, or a folder", remedy)
    place.mkdir(parents=True, exist_ok=True)
    return place / name
