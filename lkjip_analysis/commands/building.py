"""`lkjip report` and `lkjip lab`: the report as HTML, and the notebooks to work in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from lkjip_analysis.commands.documents import INCOMPLETE, To, write_chapter
from lkjip_analysis.commands.shared import (
    UNREADABLE,
    WRONG,
    Data,
    Instansi,
    Tahun,
    problems_shown,
)
from lkjip_analysis.errors import InputError, Problem


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
    to: To = "",
) -> None:
    """Run the notebooks for an agency and year and write the report as HTML.

    Ends with the path of the index page. A notebook that fails leaves a page that says why, the
    others finish, and the exit code is 1. `--to docx,pdf` adds chapter III as a document; where a
    program for it is missing, the rest is there and the exit code is 3.
    """
    with problems_shown():
        given = _named(parameter or [])
        _check_formats(to)
        from lkjip_analysis.progress import building

        built = building(instansi, tahun, data, reports, given)
        whole = not to or write_chapter(instansi, tahun, data, reports, to)
    for page in built.failed:
        typer.echo(f"failed: {page.title} ({page.file}): {page.failure}", err=True)
    typer.echo(str(built.index))
    if built.failed:
        raise typer.Exit(WRONG)
    if not whole:
        raise typer.Exit(INCOMPLETE)


def _check_formats(to: str) -> None:
    """A wrong format is said before anything runs."""
    if to:
        from lkjip_analysis.documents import formats

        formats(to)


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
