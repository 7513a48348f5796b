"""`lkjip list` and `lkjip verify`: what is at hand, and what is wrong in it."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lkjip_analysis.commands.one_or_many import one_report, refuse_together, verify_many
from lkjip_analysis.commands.shared import (
    WRONG,
    Agencies,
    All,
    AllOutput,
    Data,
    OneInstansi,
    OneTahun,
    Workers,
    Years,
    problems_shown,
)
from lkjip_analysis.commands.terminal import WIDEST, say, tell_json
from lkjip_analysis.errors import InputError
from lkjip_analysis.language import report_spoken

if TYPE_CHECKING:
    from lkjip_analysis.checking.verify import Verification

TOGETHER = 200
"""So many lines are given to the terminal at once: rich asks for each what the terminal is."""


def list_reports(data: Data = None) -> None:
    """List the agencies and years at hand."""
    from lkjip_analysis.report.reports_at_hand import available, no_years, none_at_hand

    with problems_shown():
        found = available(data)
        if not found:
            raise none_at_hand(data)
        if misnamed := no_years(data):
            say(f"{InputError(misnamed)}", err=True)
        for instansi, years in found.items():
            say(f"{instansi}  {' '.join(map(str, years))}")


def verify(
    instansi: OneInstansi = None,
    tahun: OneTahun = None,
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
    every: All = False,
    agencies: Agencies = None,
    years: Years = None,
    workers: Workers = None,
    output: AllOutput = None,
) -> None:
    """Verify the printed figures of a report against one another; with --all, of every report.

    Ends with 0 when nothing is wrong, 1 when a figure is proven wrong (terbukti), cannot be
    decided (ambigu) or a sentence is contradicted (klaim), 2 when the input cannot be read. With
    --all the findings go to Parquet with one page over all; a report that cannot be read is
    listed and ends it with 1, and with 2 where none can be read.
    """
    with problems_shown():
        if every or agencies is not None or years is not None:
            refuse_together(instansi, tahun, json_file, certificates)
            verify_many(data, agencies, years, workers, output)
        else:
            named = one_report(instansi, tahun, data, json_file == "-")
            with report_spoken():
                _verify_one(*named, data, json_file, certificates)


def _verify_one(
    instansi: str, tahun: int, data: Path | None, json_file: str | None, certificates: Path | None
) -> None:
    from lkjip_analysis.checking.other_years import verified

    verification = verified(instansi, tahun, data)
    if json_file is not None:
        tell_json(verification.as_json(), json_file, "findings")
    if certificates is not None:
        from lkjip_analysis.checking.certificates import write_certificates

        write_certificates(verification, certificates)
    if json_file != "-":
        _print_findings(verification)
    if not verification.is_clean:
        raise typer.Exit(WRONG)


def _print_findings(verification: Verification) -> None:
    """A summary, then the findings by what is to be done, in the width of the terminal."""
    from rich.text import Text

    from lkjip_analysis.building.console import Shown
    from lkjip_analysis.commands.finding_lines import NARROW, lines

    console = Shown(highlight=False, soft_wrap=True)
    width = min(max(NARROW, console.width), WIDEST) if sys.stdout.isatty() else NARROW
    told = lines(verification, width)
    while some := [Text(line.text, style=line.style) for line in islice(told, TOGETHER)]:
        console.print(Text("\n").join(some))
