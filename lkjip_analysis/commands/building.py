"""`lkjip report` and `lkjip lab`: the report as HTML, and the notebooks to work in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

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
) -> None:
    """Run the notebooks for an agency and year and write the report as HTML.

    Ends with the path of the index page. A notebook that fails leaves a page that says why, the
    others finish, and the exit code is 1.
    """
    with problems_shown():
        given = _named(parameter or [])
        from lkjip_analysis.progress import building

        built = building(instansi, tahun, data, reports, given)
    for page in built.failed:
        typer.echo(f"failed: {page.title} ({page.file}): {page.failure}", err=True)
    typer.echo(str(built.index))
    if built.failed:
        raise typer.Exit(WRONG)


def ekspor(
    instansi: Instansi,
    tahun: Tahun,
    data: Data = None,
    periksa: Annotated[
        bool, typer.Option("--periksa", help="Validate the package with frictionless.")
    ] = False,
) -> None:
    """Write figures, typed tables, findings, Excel and the data dictionary to data/processed.

    The folder is a Frictionless Data Package. With --periksa it ends with 1 where that is not
    valid, naming each file, row and column.
    """
    from lkjip_analysis.loading import load
    from lkjip_analysis.processed import write_processed
    from lkjip_analysis.verify import verify

    with problems_shown():
        report = load(instansi, tahun, data)
        folder = write_processed(report, verify(report), data)
    found: list[str] = []
    if periksa:
        from lkjip_analysis.datapackage import problems

        found = problems(folder)
        for problem in found:
            typer.echo(problem, err=True)
    typer.echo(str(folder))
    if found:
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
