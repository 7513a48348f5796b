"""The `lkjip` command.

Each command imports only what it needs, so that help and verification start at once.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lkjip_analysis.errors import InputError, Problem, nearest

if TYPE_CHECKING:
    from lkjip_analysis.verify import Verification

WRONG, UNREADABLE = 1, 2

app = typer.Typer(
    help="""Check, run and explore Indonesian performance reports (LKjIP).

    A report lives in data/raw/INSTANSI/TAHUN: one CSV for each printed table, klaim.csv for the
    figures in its sentences, laporan.yaml for what it declares, koreksi.csv for accepted
    corrections.

    Start with:  lkjip list            which agencies and years are at hand

                 lkjip verify I T      which printed figures are wrong, in the terminal

                 lkjip report I T      the whole report as HTML, in reports/I/T/index.html
    """,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Instansi = Annotated[str, typer.Argument(help="Agency: a folder of data/raw.")]
Tahun = Annotated[int, typer.Argument(help="Fiscal year: a folder of the agency.")]
Data = Annotated[
    Path | None, typer.Option("--data", help="Read another data folder (with or without raw/).")
]


@contextmanager
def _problems_shown() -> Iterator[None]:
    """A user's mistake ends in its problems and exit code 2, never in a traceback."""
    try:
        yield
    except InputError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from error


@app.command("list")
def list_reports(data: Data = None) -> None:
    """List the agencies and years at hand."""
    from lkjip_analysis.loading import available, raw_folder

    with _problems_shown():
        found = available(data)
        if not found:
            place = str(raw_folder(data))
            raise InputError(
                [
                    Problem(
                        place,
                        "no report",
                        "INSTANSI/TAHUN/laporan.yaml",
                        "Name a data folder with --data.",
                    )
                ]
            )
        for instansi, years in found.items():
            typer.echo(f"{instansi}  {' '.join(map(str, years))}")


@app.command()
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
    from lkjip_analysis.loading import load
    from lkjip_analysis.verify import verify as verify_report

    with _problems_shown():
        verification = verify_report(load(instansi, tahun, data))
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
    path = Path(file)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        half.write_text(text, encoding="utf-8")
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise InputError(
            [
                Problem(
                    file,
                    f"a file that cannot be written ({error.strerror})",
                    "a writable file",
                    "Choose another --json file.",
                )
            ]
        ) from error


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


@app.command()
def report(
    instansi: Instansi,
    tahun: Tahun,
    data: Data = None,
    reports: Annotated[
        Path | None, typer.Option("--reports", help="Write the report to another folder.")
    ] = None,
    parameter: Annotated[
        list[str] | None,
        typer.Option(
            "--parameter",
            "-p",
            metavar="NAME=VALUE",
            help="A further parameter of the notebooks; may be repeated.",
        ),
    ] = None,
) -> None:
    """Run the notebooks for an agency and year and write the report as HTML.

    Ends with the path of the index page. A notebook that fails leaves a page that says why, the
    others finish, and the exit code is 1.
    """
    with _problems_shown():
        given = _named(parameter or [])
        from lkjip_analysis.progress import building

        built = building(instansi, tahun, data, reports, given)
    for page in built.failed:
        typer.echo(f"failed: {page.title} ({page.file}): {page.failure}", err=True)
    typer.echo(str(built.index))
    if built.failed:
        raise typer.Exit(WRONG)


def _named(parameters: list[str]) -> dict[str, str]:
    for text in parameters:
        if "=" not in text:
            raise InputError(
                [
                    Problem(
                        "--parameter", f'"{text}"', "NAME=VALUE", "Write the name, = and the value."
                    )
                ]
            )
    return {name.strip(): value for name, _, value in (text.partition("=") for text in parameters)}


@app.command()
def lab() -> None:
    """Open JupyterLab on the notebooks (`python run.py lab` installs it first)."""
    from lkjip_analysis.report import PROJECT

    try:
        from jupyterlab.labapp import main as open_lab
    except ImportError as error:
        typer.echo("JupyterLab is not installed here. Start it with: python run.py lab", err=True)
        raise typer.Exit(UNREADABLE) from error
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(PROJECT), os.environ.get("PYTHONPATH", "")])
    )
    open_lab(argv=[f"--notebook-dir={PROJECT / 'notebooks'}"])


def main() -> None:
    """Run the command line; an unknown command names the nearest."""
    words = [word for word in sys.argv[1:2] if not word.startswith("-")]
    known = [
        command.name or command.callback.__name__
        for command in app.registered_commands
        if command.callback
    ]
    if words and words[0] not in known:
        typer.echo(f'lkjip: no command "{words[0]}". {nearest(words[0], known)}', err=True)
        raise SystemExit(UNREADABLE)
    app()


if __name__ == "__main__":
    main()
