"""`lkjip list` and `lkjip verify`: what is at hand, and what is wrong in it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lkjip_analysis.commands.shared import WRONG, Data, Instansi, Tahun, problems_shown
from lkjip_analysis.errors import InputError, Problem

if TYPE_CHECKING:
    from lkjip_analysis.verify import Verification


def list_reports(data: Data = None) -> None:
    """List the agencies and years at hand."""
    from lkjip_analysis.loading import available, raw_folder

    with problems_shown():
        found = available(data)
        if not found:
            place = str(raw_folder(data))
            remedy = "Name a data folder with --data."
            raise InputError([Problem(place, "no report", "INSTANSI/TAHUN/laporan.yaml", remedy)])
        for instansi, years in found.items():
            typer.echo(f"{instansi}  {' '.join(map(str, years))}")


def verify(
    instansi: Instansi,
    tahun: Tahun,
    data: Data = None,
    json_file: Annotated[
        str | None,
        typer.Option("--json", metavar="FILE", help="Write findings as JSON; - for stdout."),
    ] = None,
    certificates: Annotated[
        Path | None,
        typer.Option(
            "--certificates",
            metavar="FOLDER",
            help="Write the proof of each proven or undecided figure; tools/recheck.py checks it.",
        ),
    ] = None,
) -> None:
    """Verify the printed figures of a report against one another.

    Ends with 0 when nothing is wrong, 1 when a figure is proven wrong (terbukti), cannot be
    decided (ambigu) or a sentence is contradicted (klaim), 2 when the input cannot be read.
    """
    from lkjip_analysis.crossing import verified

    with problems_shown():
        verification = verified(instansi, tahun, data)
        if json_file is not None:
            _write_json(verification, json_file)
        if certificates is not None:
            from lkjip_analysis.certificates import write_certificates

            write_certificates(verification, certificates)
        if json_file != "-":
            _print_findings(verification)
    if not verification.is_clean:
        raise typer.Exit(WRONG)


def _write_json(verification: Verification, file: str) -> None:
    text = json.dumps(verification.as_json(), indent=2, ensure_ascii=False) + "\n"
    if file == "-":
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()
        return
    from lkjip_analysis.writing import write_whole

    write_whole(Path(file), text)


def _print_findings(verification: Verification) -> None:
    from rich.console import Console
    from rich.text import Text

    from lkjip_analysis.findings import SHOWN_AS
    from lkjip_analysis.findings import summary as count

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    colours = {"terbukti": "bold red", "ambigu": "yellow", "klaim": "yellow"}
    for finding in verification.findings:
        badge = Text(SHOWN_AS[finding.standing], style=colours.get(finding.standing, "cyan"))
        console.print(Text.assemble(badge, "  ", finding.message))
        for cell in finding.named_cells[:6]:
            console.print(Text(f"    {cell.file}:{cell.line}:{cell.address.column}", style="dim"))
    told = verification.coverage.as_json()
    parts = [f"{n} {SHOWN_AS[kind]}" for kind, n in count(verification.findings).items() if n]
    console.print(Text(", ".join(parts) or "Tidak ada temuan"))
    console.print(
        Text(
            f"{told['watched']} dari {told['figures']} angka teruji; "
            "selaras antar-tabel belum berarti benar."
        )
    )
