"""`lkjip usul`: a report as a proposal to confirm, and the confirmed proposal as data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lkjip_analysis.commands.shared import Data, as_called, problems_shown
from lkjip_analysis.commands.terminal import say
from lkjip_analysis.errors import typed, wrong_input
from lkjip_analysis.language import as_in_code, phrase, report_spoken

if TYPE_CHECKING:
    from lkjip_analysis.intake.proposal.proposal import Proposal, ProposedTable

SHOWN = 20
"""So many cells and notes of one table are told in the terminal; the workbook has all."""


def usul(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A report (Word, PDF, Excel), or a proposal (--terima)."
        ),
    ],
    instansi: Annotated[str, typer.Option("--instansi", help="Agency, by name or folder.")] = "",
    tahun: Annotated[int, typer.Option("--tahun", help="Fiscal year of the report.")] = 0,
    terima: Annotated[
        bool, typer.Option("--terima", help="Use what was accepted in the workbook of a proposal.")
    ] = False,
    timpa: Annotated[
        bool, typer.Option("--timpa", help="Replace a folder or workbook that is there already.")
    ] = False,
    data: Data = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write the proposal.")
    ] = None,
) -> None:
    """Propose tables and claims from a report; with --terima use what was accepted.

    Nothing proposed is used before a person accepts it.
    """
    with problems_shown():
        if terima:
            _confirmed(file, data, timpa)
        else:
            proposed(file, instansi, tahun, data, output, timpa)


def proposed(
    file: Path, instansi: str, tahun: int, data: Path | None, output: Path | None, timpa: bool
) -> None:
    """Write the proposal for a report and say what is in it."""
    from lkjip_analysis.intake.document.identity import printed_identity
    from lkjip_analysis.intake.excel.whose_report import Whose, as_folder
    from lkjip_analysis.intake.usul import propose
    from lkjip_analysis.intake.usul.read_document import read_document

    check_no_proposal(file)
    instansi, document = as_folder(instansi), None
    if not (instansi and tahun):
        document = read_document(file)
        who = printed_identity(document.blocks, file, instansi, tahun, running=document.running)
        instansi, tahun = who.instansi, who.tahun
        if not (instansi and tahun):
            remedy = "Write --instansi dinas-contoh --tahun 2021."
            raise wrong_input("usul", "no agency or year", phrase("both"), remedy)
        say(Whose(instansi, tahun, who).found)
    target = output or file.with_name(f"usulan-{instansi}-{tahun}.xlsx")
    if target.exists() and not timpa:
        remedy = "Use --timpa to replace it: answers given in it are lost."
        raise wrong_input(str(target), "a proposal that is there already", "a new file", remedy)
    with report_spoken():
        path, proposal = propose(file, instansi, tahun, data, target, document)
    _tell_proposal(proposal)
    say(path)
    again = phrase("Periksa dan terima di sana, lalu: lkjip usul {path} --terima", path=typed(path))
    say(as_called(again))


def _tell_proposal(proposal: Proposal) -> None:
    """What is in a proposal: its remarks, each table, how many claims."""
    for remark in proposal.remarks:
        say(remark)
    different = sum(claim.differs for claim in proposal.claims)
    open_claims = sum(not claim.aturan for claim in proposal.claims)
    for table in proposal.tables:
        kind = phrase("jenis baru") if table.is_new else table.kind.name
        say(
            phrase(
                "{label}: {kind} (keyakinan {sureness}), {count} baris",
                label=table.label,
                kind=kind,
                sureness=table.sureness,
                count=len(table.rows),
            )
        )
        _tell(table)
    say(
        phrase(
            "{count} klaim: {different} berbeda dari tabel, {contrary} dengan pembacaan lain yang "
            "berbeda, {open_claims} belum beraturan; {left_out} angka dilewati dengan alasannya",
            count=len(proposal.claims),
            different=different,
            contrary=sum(claim.may_differ for claim in proposal.claims),
            open_claims=open_claims,
            left_out=len(proposal.left_out),
        )
    )


def check_no_proposal(file: Path) -> None:
    """A proposal is accepted, not proposed once more."""
    if file.suffix.casefold() not in (".xlsx", ".xlsm"):
        return
    from lkjip_analysis.intake.sheets.opening_workbook import titles_of
    from lkjip_analysis.intake.usul.layout import CLAIMS, GUIDE, LEFT

    known = (GUIDE, CLAIMS, LEFT)
    if set(known) <= {as_in_code(title, known) for title in titles_of(file)}:
        remedy = phrase(
            "To use what was accepted in it: lkjip usul {file} --terima", file=typed(file)
        )
        found = "a workbook in which `lkjip usul` proposes"
        raise wrong_input(file.name, found, "a report", remedy)


def _tell(table: ProposedTable) -> None:
    """What of a table cannot be read, is read in thousands, or was left out."""
    shown = list(table.unreadable.items())
    for (row, column), why in shown[:SHOWN]:
        say(phrase("    baris {row}, kolom {column}: {why}", row=row + 1, column=column, why=why))
    if len(shown) > SHOWN:
        say(phrase("    dan {count} sel lagi, merah di lembarnya", count=len(shown) - SHOWN))
    for note in table.notes[:SHOWN]:
        say(f"    {note}")


def _confirmed(file: Path, data: Path | None, timpa: bool) -> None:
    from lkjip_analysis.intake.usul import confirm

    with report_spoken():
        done = confirm(file, data, timpa)
    for remark in done.remarks:
        say(as_called(remark))
    say(
        phrase(
            "{tables} tabel, {claims} klaim, {rules} aturan diterima",
            tables=done.tables,
            claims=done.claims,
            rules=done.rules,
        )
    )
    say(done.folder)
