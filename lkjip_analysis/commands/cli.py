"""The `lkjip` command.

Each command imports only what it needs, so that help and verification start at once.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from lkjip_analysis.commands import (
    building,
    comparing,
    corrections,
    data_entry,
    evidence,
    examining,
    next_year,
    proposing,
    verifying,
    watching,
    workbook,
)
from lkjip_analysis.commands.help_language import Spoken, check_variable, choose
from lkjip_analysis.commands.journal import logged
from lkjip_analysis.commands.shared import UNREADABLE, problems_shown
from lkjip_analysis.commands.terminal import Commands, say
from lkjip_analysis.errors import Problem, nearest
from lkjip_analysis.language import phrase

SAME = {"force": "timpa"}
"""Another word for an option that means the same in every command that has it."""

app = typer.Typer(
    cls=Commands,
    help="""Check, run and explore Indonesian performance reports (LKjIP).

    A report lives in data/raw/INSTANSI/TAHUN: one CSV for each printed table, klaim.csv for the
    figures in its sentences, laporan.yaml for what it declares, koreksi.csv for accepted
    corrections.

    Start with:  lkjip periksa F.pdf   what is wrong in a published report, nothing typed

                 lkjip list            which agencies and years are at hand

                 lkjip verify I T      which printed figures are wrong, in the terminal

                 lkjip template        an Excel workbook to fill in, for lkjip import FILE.xlsx

                 lkjip check I T       what a folder still lacks

                 lkjip report I T      the whole report as HTML, in reports/I/T/index.html

                 lkjip watch I T       which findings change, after each save

                 lkjip perbaikan I T   what to correct, and what to look up first

                 lkjip ekspor I T      data package, Excel and data dictionary in data/processed

                 lkjip susun F.xlsx    next year's report from a form filled in once

                 lkjip reviu --tahun T the auditor's working paper over all agencies
    """,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"token_normalize_func": lambda word: SAME.get(word, word)},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # slow to import, seldom asked

        say(f"lkjip {version('lkjip-analysis')}")
        raise typer.Exit


@app.callback()
def options(
    told: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Tell the version.")
    ] = False,
    bahasa: Spoken = None,
) -> None:
    with problems_shown():
        check_variable()


OBJECTS = 500_000
"""New objects after which the collector looks at them; Python's own 700 is for small programs."""

app.command("list")(verifying.list_reports)
app.command("import")(data_entry.import_file)
for command in (
    verifying.verify,
    corrections.perbaikan,
    corrections.koreksi,
    corrections.reviu,
    data_entry.template,
    data_entry.new,
    data_entry.check,
    data_entry.kembalikan,
    evidence.bukti,
    building.report,
    building.ekspor,
    watching.watch,
    workbook.init,
    workbook.notebook,
    proposing.usul,
    examining.periksa,
    examining.contoh,
    next_year.susun,
    comparing.beda,
):
    app.command()(command)


app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(
    workbook.lab
)


def main() -> None:
    """Run the command line; an unknown command names the nearest."""
    _open_streams()
    _take_less()
    choose(sys.argv[1:])
    words = [word for word in sys.argv[1:2] if not word.startswith("-")]
    known = [
        command.name or command.callback.__name__
        for command in app.registered_commands
        if command.callback
    ]
    if words and words[0] not in known:
        say(
            phrase(
                'lkjip: no command "{words}". {nearest}',
                words=words[0],
                nearest=nearest(words[0], known),
            ),
            err=True,
        )
        raise SystemExit(UNREADABLE)
    _check_here()
    _check_zone()
    with logged(sys.argv[1:]):
        app(prog_name=os.environ.get("LKJIP_CALLED", "lkjip"))


def _open_streams() -> None:
    """Where a program that starts us closed a standard stream, nothing is heard of it; the next
    file that is opened would else get its number, and what is written there.
    """
    for name, mode in {"stdin": "r", "stdout": "w", "stderr": "w"}.items():
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: the closed
            setattr(sys, name, os.fdopen(nowhere, mode, encoding="utf-8"))


def _check_here() -> None:
    """Raises: SystemExit where the folder that the terminal is in was deleted meanwhile."""
    try:
        Path.cwd()
    except OSError:
        found, allowed = "the folder of this terminal is no longer there", "a folder"
        say(Problem(".", found, allowed, "Change to another folder."), err=True)
        raise SystemExit(UNREADABLE) from None


def _check_zone() -> None:
    """Raises: SystemExit where TZ names a place that is no time zone: libraries read it at once."""
    named = os.environ.get("TZ", "").removeprefix(":")
    if named and _is_no_zone(Path(named)):
        found, allowed = "a file that is no time zone", "a zone such as Asia/Jakarta, or nothing"
        say(Problem("TZ", found, allowed, "Name a time zone in TZ, or leave it out."), err=True)
        raise SystemExit(UNREADABLE)


def _is_no_zone(place: Path) -> bool:
    """Is it a place that holds something else? A zone is known by its name wherever it is kept."""
    try:
        if not place.is_file():  # a pipe would be waited for
            return place.exists()
        with place.open("rb") as file:
            return file.read(4) != b"TZif"
    except OSError:
        return False


def _take_less() -> None:
    """The collector would spend a fifth of a command on what imports made and nothing drops; and
    OpenBLAS would take memory for a thread of each processor, which no figure here needs."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(OBJECTS)
    atexit.register(gc.freeze)


if __name__ == "__main__":
    main()
