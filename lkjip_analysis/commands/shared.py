"""What every command shares: its arguments, its exit codes, and how a mistake is shown."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Annotated

import typer

from lkjip_analysis.commands.damaged import damage
from lkjip_analysis.commands.help_language import OPTION, asked
from lkjip_analysis.commands.terminal import say
from lkjip_analysis.errors import InputError, typed, used_up, wrong_input
from lkjip_analysis.language import phrase

WRONG, UNREADABLE = 1, 2


def year(text: str) -> int:
    """A year of the command line. Raises: typer.BadParameter with what is allowed."""
    if not re.fullmatch(r"\d{4}", text):
        raise typer.BadParameter(
            phrase('found "{text}"; allowed: a year of four digits, such as 2021.', text=text)
        )
    return int(text)


Instansi = Annotated[str, typer.Argument(help="Agency: a folder of data/raw.")]
Tahun = Annotated[int, typer.Argument(help="Fiscal year: a folder of the agency.", parser=year)]
OneInstansi = Annotated[str | None, typer.Argument(help="Agency: a folder of data/raw.")]
OneTahun = Annotated[
    int | None, typer.Argument(help="Fiscal year: a folder of the agency.", parser=year)
]
_given: ContextVar[Path | None] = ContextVar("data", default=None)
"""The data folder that the command was given, for what it suggests next."""


def _remembered(data: Path | None) -> Path | None:
    _given.set(data)
    return data


Data = Annotated[
    Path | None,
    typer.Option(
        "--data", help="Read another data folder (with or without raw/).", callback=_remembered
    ),
]


@contextmanager
def problems_shown() -> Iterator[None]:
    """A user's mistake ends in its problems and exit code 2, never in a traceback."""
    try:
        yield
    except InputError as error:
        told = used_up(error.__cause__) or damage(error.__cause__) or error
        say(as_called(str(told)), err=True)
        raise typer.Exit(UNREADABLE) from error


WITH_DATA = (
    "check", "ekspor", "import", "kembalikan", "koreksi", "list", "new", "perbaikan", "report",
    "reviu", "usul", "verify", "watch",
)  # fmt: skip
"""The commands that take --data."""
COMMANDS = (
    *WITH_DATA, "beda", "bukti", "contoh", "init", "lab", "notebook", "periksa", "susun",
    "template",
)  # fmt: skip
CALLED = re.compile(rf"(?<![\w/\\\"'.-])lkjip (?=(?:{'|'.join(COMMANDS)})\b)")
"""Where a text names a command; a file may be called "lkjip dinas.xlsx"."""
NAMED = re.compile(rf"(`|: )(lkjip (?:{'|'.join(WITH_DATA)})\b[^`\n]*)(`|$)", re.MULTILINE)
"""A command in a text: between backquotes, or after a colon to the end of its line."""


def confirm(file: str, found: str, remedy: str) -> None:
    """What the program recognised is only used when a person says so.

    Raises: InputError where nobody does, with what was not confirmed and how to.
    """
    if not (sys.stdin.isatty() and typer.confirm(phrase("Benar?"))):
        raise wrong_input(file, found, "what a person confirmed", remedy)


def as_called(text: str) -> str:
    """Commands named in a text as this one was called: by `lkjip` or by `python run.py`, and with
    the data folder and the language that it was given, so that what is suggested finds the same
    report and speaks as this one did.
    """
    text = NAMED.sub(lambda found: f"{found[1]}{_with_options(found[2])}{found[3]}", text)
    return CALLED.sub(os.environ.get("LKJIP_CALLED", "lkjip") + " ", text)


def _with_options(command: str) -> str:
    data, spoken = _given.get(), asked.get()
    if data is not None and "--data" not in command:
        command = f"{command} --data {typed(data)}"
    return f"{command} {OPTION} {spoken}" if spoken and OPTION not in command else command


All = Annotated[
    bool, typer.Option("--all", help="Every report at hand, or those of --instansi and --tahun.")
]
Agencies = Annotated[
    str | None, typer.Option("--instansi", metavar="A,B", help="All reports of these agencies.")
]
Years = Annotated[
    str | None,
    typer.Option("--tahun", metavar="YEARS", help="All reports of 2021, 2020:2022 or 2019,2021."),
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", metavar="N", min=1, help="Processes for many reports; one a core."),
]
AllOutput = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FOLDER",
        help="With --all: where Parquet and the page go; reports/seluruh by default.",
    ),
]
