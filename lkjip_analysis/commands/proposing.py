"""`lkjip usul`: a Word report as a proposal to confirm, and the confirmed proposal as data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lkjip_analysis.commands.shared import Data, as_called, problems_shown
from lkjip_analysis.errors import InputError, Problem


def usul(
    file: Annotated[Path, typer.Argument(help="A report in Word, or a proposal with --terima.")],
    instansi: Annotated[str, typer.Option("--instansi", help="Folder name of the agency.")] = "",
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
    """Propose tables and claims from a Word report; with --terima use what a person accepted.

    Nothing proposed is used before that.
    """
    with problems_shown():
        if terima:
            _confirmed(file, data, timpa)
        else:
            proposed(file, instansi, tahun, data, output, timpa)


def proposed(
    file: Path, instansi: str, tahun: int, data: Path | None, output: Path | None, timpa: bool
) -> None:
    """Write the proposal for a Word report and say what is in it."""
    from lkjip_analysis.naskah import propose

    if file.suffix.casefold() in (".xlsx", ".xlsm"):
        remedy = "Add --terima to use what was accepted in it."
        raise InputError([Problem(file.name, "an Excel workbook", "a report in Word", remedy)])
    if not instansi or not tahun:
        remedy = "Write --instansi dinas-contoh --tahun 2021."
        raise InputError([Problem("usul", "no agency or year", "both", remedy)])
    target = output or file.with_name(f"usulan-{instansi}-{tahun}.xlsx")
    if target.exists() and not timpa:
        remedy = "Use --timpa to replace it: answers given in it are lost."
        raise InputError([Problem(str(target), "a proposal that is there already",
                                  "a new file", remedy)])  # fmt: skip
    path, proposal = propose(file, instansi, tahun, data, target)
    different = sum(claim.note.startswith("berbeda") for claim in proposal.claims)
    open_claims = sum(not claim.aturan for claim in proposal.claims)
    for table in proposal.tables:
        kind = "jenis baru" if table.is_new else table.kind.name
        typer.echo(f"{table.label}: {kind} (keyakinan {table.sureness}), {len(table.rows)} baris")
        for (row, column), why in list(table.unreadable.items())[:5]:
            typer.echo(f"    baris {row + 1}, kolom {column}: {why}")
    typer.echo(
        f"{len(proposal.claims)} klaim: {different} berbeda dari tabel, {open_claims} belum "
        f"beraturan; {len(proposal.left_out)} angka dilewati dengan alasannya"
    )
    typer.echo(str(path))
    named = f'"{path}"' if " " in str(path) else str(path)
    typer.echo(as_called(f"Periksa dan terima di sana, lalu: lkjip usul {named} --terima"))


def _confirmed(file: Path, data: Path | None, timpa: bool) -> None:
    from lkjip_analysis.naskah import confirm

    done = confirm(file, data, timpa)
    for remark in done.remarks:
        typer.echo(as_called(remark))
    typer.echo(f"{done.tables} tabel, {done.claims} klaim, {done.rules} aturan diterima")
    typer.echo(str(done.folder))
