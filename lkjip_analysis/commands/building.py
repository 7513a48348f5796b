"""`lkjip report` and `lkjip lab`: the report as HTML, and the notebooks to work in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from lkjip_analysis.commands.shared import (
    UNREADABLE,
    WRONG,
    Agencies,
    All,
    Data,
    Instansi,
    OneInstansi,
    OneTahun,
    Tahun,
    Workers,
    Years,
    problems_shown,
)
from lkjip_analysis.errors import InputError, Problem

WHICH = Problem(
    "lkjip report",
    "no single way to say which reports are meant",
    "INSTANSI TAHUN, or --all, or --instansi A,B and --tahun 2020:2022",
    "Choose one; `lkjip list` shows what is at hand.",
)


Reports = Annotated[
    Path | None, typer.Option("--reports", help="Write the report to another folder.")
]
Parameters = Annotated[
    list[str] | None,
    typer.Option(
        "--parameter",
        "-p",
        metavar="NAME=VALUE",
        help="A further parameter of the notebooks; may be repeated.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Run notebooks whose inputs are unchanged.")]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="tcp://HOST:PORT", help="Send the work to a Dask cluster."),
]
Shared = Annotated[
    str | None,
    typer.Option(
        "--shared", metavar="PATH", help="With --scheduler: workers write here, not back to us."
    ),
]


def report(
    instansi: OneInstansi = None,
    tahun: OneTahun = None,
    every: All = False,
    agencies: Agencies = None,
    years: Years = None,
    data: Data = None,
    reports: Reports = None,
    parameter: Parameters = None,
    force: Force = False,
    workers: Workers = None,
    scheduler: Scheduler = None,
    shared: Shared = None,
) -> None:
    """Run the notebooks for an agency and year and write the report as HTML.

    Ends with the path of the index page. A notebook that fails leaves a page that says why, the
    others finish, and the exit code is 1. With --all, --tahun or --instansi many reports are made;
    one that cannot be made does not stop the others. Pages whose inputs are unchanged are kept.
    """
    with problems_shown():
        given = _named(parameter or [])
        many = every or agencies or years
        if bool(many) == bool(instansi and tahun) or (many and (instansi or tahun)):
            raise InputError([WHICH])
        if instansi and tahun:
            failures, index = _one(instansi, tahun, data, reports, given, force)
        else:
            from lkjip_analysis.choosing import chosen
            from lkjip_analysis.many import Way, make_many

            way = Way(workers, scheduler, shared)
            meant = chosen(data, agencies, years)
            failures, index = make_many(meant, data, reports, given, force, way)
    for failure in failures:
        typer.echo(f"failed: {failure}", err=True)
    typer.echo(index)
    if failures:
        raise typer.Exit(WRONG)


def _one(
    instansi: str,
    tahun: int,
    data: Path | None,
    reports: Path | None,
    given: dict[str, str],
    force: bool,
) -> tuple[list[str], str]:
    from lkjip_analysis.progress import building

    built = building(instansi, tahun, data, reports, given, force)
    failures = [f"{page.title} ({page.file}): {page.failure}" for page in built.failed]
    return failures, str(built.index)


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
