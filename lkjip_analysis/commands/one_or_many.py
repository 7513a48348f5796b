"""What the commands share that are about one report or, with --all, about many."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lkjip_analysis.commands.shared import UNREADABLE, WRONG
from lkjip_analysis.commands.terminal import say
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.language import phrase

if TYPE_CHECKING:
    from lkjip_analysis.building.nation.nation_overview import Overview

TOLD = 20
"""So many reports are named in the terminal; the page, or `lkjip list`, has the rest."""


def one_report(
    instansi: str | None, tahun: int | None, data: Path | None, aside: bool = False
) -> tuple[str, int]:
    """The report that is named; where none is, the only one at hand, which is said (`aside`: not
    among the output).

    Raises: InputError where more than one could be meant, with those there are.
    """
    if instansi is not None and tahun is not None:
        return instansi, tahun
    from lkjip_analysis.report.choosing import the_only_one

    agency, year = the_only_one(instansi, data)
    say(
        phrase("{agency} {year}: satu-satunya laporan bertabel di sini.", agency=agency, year=year),
        err=aside,
    )
    return agency, year


def refuse_together(
    instansi: str | None, tahun: int | None, json_file: str | None, certificates: Path | None
) -> None:
    """With --all no single report is named. Raises: InputError with everything that is."""
    given = {
        "INSTANSI": instansi,
        "TAHUN": tahun,
        "--json": json_file,
        "--certificates": certificates,
    }
    remedy = "Leave it out, or leave --all, --instansi and --tahun out."
    problems = [
        Problem("--all", f"{name} {value}", "--instansi, --tahun, --workers, --output", remedy)
        for name, value in given.items()
        if value is not None
    ]
    if problems:
        raise InputError(problems)


def verify_many(
    data: Path | None,
    agencies: str | None,
    years: str | None,
    workers: int | None,
    output: Path | None,
) -> None:
    """Verify the chosen reports; ends with 1 where one is wrong or unread, 2 where none is read.

    Raises: InputError where nothing is chosen or the folder cannot be used.
    """
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    from lkjip_analysis.building.console import Shown
    from lkjip_analysis.building.nation.verifying import verify_all
    from lkjip_analysis.report.choosing import chosen
    from lkjip_analysis.report.workbook_home import home

    reports = chosen(data, agencies, years)
    number = min(workers or os.cpu_count() or 1, len(reports))
    console = Shown(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=len(reports))
        folder = output or home() / "reports" / "seluruh"
        nation = verify_all(reports, data, folder, number, lambda _: bar.advance(task))
    for name, tahun, problem in nation.seen.unread[:TOLD]:
        say(f"{name} {tahun}: {problem}", err=True)
    if nation.seen.unread_count > TOLD:
        say(
            phrase(
                "... and {unread_count} more on the page",
                unread_count=nation.seen.unread_count - TOLD,
            ),
            err=True,
        )
    say(_told(nation.seen))
    say(nation.page)
    if not nation.is_clean:
        raise typer.Exit(WRONG if nation.seen.read else UNREADABLE)


def _told(seen: Overview) -> str:
    """How many reports came out how; one that is hardly tested is not called sound."""
    few = phrase(
        "{untested} belum dapat dinilai (terlalu sedikit yang teruji)", untested=seen.untested
    )
    parts = [
        phrase("{clean} cocok", clean=seen.clean - seen.untested),
        phrase("{read} dengan angka salah atau perlu klarifikasi", read=seen.read - seen.clean),
        *([few] if seen.untested else []),
        phrase("{unread_count} tidak terbaca", unread_count=seen.unread_count),
    ]
    return phrase("{reports} laporan: {parts}", reports=seen.reports, parts=", ".join(parts))
