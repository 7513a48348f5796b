"""`lkjip report` and `lkjip lab`: the report as HTML, and the notebooks to work in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from lkjip_analysis.commands.damaged import damage
from lkjip_analysis.commands.documents import INCOMPLETE, To, write_chapter
from lkjip_analysis.commands.journal import remembered
from lkjip_analysis.commands.one_or_many import one_report
from lkjip_analysis.commands.shared import (
    WRONG,
    Agencies,
    All,
    Data,
    OneInstansi,
    OneTahun,
    Workers,
    Years,
    problems_shown,
)
from lkjip_analysis.commands.terminal import say
from lkjip_analysis.errors import InputError, Problem, wrong_input
from lkjip_analysis.language import phrase, report_spoken

WHICH = Problem(
    "lkjip report",
    "no single way to say which reports are meant",
    "INSTANSI TAHUN, or --all, or --instansi A,B and --tahun 2020:2022",
    "Choose one; `lkjip list` shows what is at hand.",
)


Reports = Annotated[
    Path | None,
    typer.Option(
        "--reports",
        "--output",
        "-o",
        help="Write the report to another folder.",
        callback=remembered,
    ),
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
Force = Annotated[
    bool, typer.Option("--timpa", help="Make pages again whose inputs are unchanged.")
]
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


Penyusun = Annotated[
    str, typer.Option("--penyusun", metavar="NAME", help="Who made it; else git's lkjip.penyusun.")
]
Pemeriksa = Annotated[
    str,
    typer.Option(
        "--pemeriksa", metavar="NAME", help="Who reviewed it; else git's lkjip.pemeriksa."
    ),
]
Penyetuju = Annotated[
    str,
    typer.Option(
        "--penyetuju", metavar="NAME", help="Who approved it; else git's lkjip.penyetuju."
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
    to: To = "",
    penyusun: Penyusun = "",
    pemeriksa: Pemeriksa = "",
    penyetuju: Penyetuju = "",
) -> None:
    """Run the notebooks for an agency and year and write the report as HTML.

    Ends with the path of the index page. A notebook that fails leaves a page that says why, the
    others finish, and the exit code is 1. With --all, --tahun or --instansi many reports are made;
    one that cannot be made does not stop the others. Pages whose inputs are unchanged are kept.
    `--to docx,pdf` adds chapter III as a document; where a program for it is missing, the rest is
    there and the exit code is 3. With --bahasa en the pages are in English, in the folder en of
    the reports; figures stay as the report prints them.
    """
    from lkjip_analysis.building.report_request import reports_folder
    from lkjip_analysis.pages.notebooks import check_there

    with problems_shown():
        check_there()
        names = {"penyusun": penyusun, "pemeriksa": pemeriksa, "penyetuju": penyetuju}
        asked = _Asked(data, reports_folder(reports), _named(parameter or []), force, to, names)
        _check_asked(instansi, tahun, many := bool(every or agencies or years), to)
        if many:
            made = _many(asked, agencies, years, (workers, scheduler, shared))
        else:
            made = _one(asked, *one_report(instansi, tahun, data))
    _end(*made)


@dataclass(frozen=True)
class _Asked:
    """What is asked of each report: where it comes from and goes to, and how it is made."""

    data: Path | None
    reports: Path
    given: dict[str, str]
    force: bool
    to: str
    names: dict[str, str]


Made = tuple[list[str], str, bool]
"""What failed, the page to open, and whether every document that was asked for is there."""


def _one(asked: _Asked, instansi: str, tahun: int) -> Made:
    from lkjip_analysis.building.many import overview
    from lkjip_analysis.building.many.progress import building

    with _signed([(instansi, tahun)], asked.data, asked.reports, asked.names):
        built = building(instansi, tahun, asked.data, asked.reports, asked.given, asked.force)
    whole = not asked.to or write_chapter(instansi, tahun, asked.data, asked.reports, asked.to)
    overview.write(asked.reports)  # every page of a report leads to the agency's years, and to all
    failures = [f"{page.title} ({page.file}): {page.failure}" for page in built.failed]
    return failures, str(built.index), whole


def _many(
    asked: _Asked,
    agencies: str | None,
    years: str | None,
    way: tuple[int | None, str | None, str | None],
) -> Made:
    from lkjip_analysis.building.many import overview
    from lkjip_analysis.building.many.many_reports import Way, make_many
    from lkjip_analysis.report.choosing import chosen

    meant = chosen(asked.data, agencies, years)
    with _signed(meant, asked.data, asked.reports, asked.names):
        failures, index = make_many(
            meant, asked.data, asked.reports, asked.given, asked.force, Way(*way)
        )
    if not asked.to:
        return failures, index, True
    whole = _chapters(meant, asked.data, asked.reports, asked.to)
    overview.write(asked.reports)  # which lists the chapters too
    return failures, index, whole


@contextmanager
def _signed(
    meant: list[tuple[str, int]], data: Path | None, reports: Path, names: dict[str, str]
) -> Iterator[None]:
    """The reports that are made inside carry who stands by them; what lapsed is said."""
    from lkjip_analysis.building.signing import earlier, sign
    from lkjip_analysis.report.reports_at_hand import raw_folder

    targets = {reports / name / str(year): (name, year) for name, year in meant}
    before = {target: earlier(target) for target in targets}
    yield
    for target, (name, year) in targets.items():
        if sign(target, before[target], names, raw_folder(data) / name / str(year)):
            told = "{name} {year}: the pages changed, so earlier signatures lapsed."
            say(phrase(told, name=name, year=year), err=True)


def _end(failures: list[str], index: str, whole: bool) -> None:
    """What failed, where the pages are, and the exit code."""
    for failure in failures:
        say(phrase("failed: {failure}", failure=failure), err=True)
    say(index)
    if failures:
        if (lost := damage(RuntimeError())) is not None:  # a kernel that ended says no cause
            say(lost, err=True)
        raise typer.Exit(WRONG)
    if not whole:
        raise typer.Exit(INCOMPLETE)


def _check_asked(instansi: str | None, tahun: int | None, many: bool, to: str) -> None:
    """A wrong format, or one report and many at once, is said before anything runs."""
    if to:
        from lkjip_analysis.output.word_pdf.document_files import formats

        formats(to)
    if many and (instansi or tahun):
        raise InputError([WHICH])


def _chapters(
    meant: list[tuple[str, int]], data: Path | None, reports: Path | None, to: str
) -> bool:
    """Chapter III of each report; one that cannot be read has been told already."""
    whole = True
    for instansi, tahun in meant:
        with suppress(InputError):
            whole = write_chapter(instansi, tahun, data, reports, to) and whole
    return whole


def ekspor(
    instansi: OneInstansi = None,
    tahun: OneTahun = None,
    data: Data = None,
    periksa: Annotated[
        bool, typer.Option("--periksa", help="Validate the package with frictionless.")
    ] = False,
) -> None:
    """Write figures, typed tables, findings, Excel and the data dictionary to data/processed.

    The folder is a Frictionless Data Package. With --periksa it ends with 1 where that is not
    valid, naming each file, row and column.
    """
    from lkjip_analysis.building.report_request import current
    from lkjip_analysis.checking.other_years import verified
    from lkjip_analysis.output.datapackage.descriptor import problems, require_frictionless
    from lkjip_analysis.output.datapackage.processed import write_processed

    with problems_shown():
        if periksa:
            require_frictionless()
        instansi, tahun = one_report(instansi, tahun, data)
        before = current(instansi, tahun, data)
        found_here = verified(instansi, tahun, data)
        with report_spoken():
            folder = write_processed(
                found_here.report,
                found_here,
                data,
                lambda: current(instansi, tahun, data) == before,
                shown=verified(instansi, tahun, data),
            )
    found: list[str] = []
    if periksa:
        found = problems(folder)
        for problem in found:
            say(problem, err=True)
    say(folder)
    if found:
        raise typer.Exit(WRONG)


def _named(parameters: list[str]) -> dict[str, str]:
    for text in parameters:
        if "=" not in text:
            raise wrong_input(
                "--parameter", f'"{text}"', phrase("NAME=VALUE"), "Write the name, = and the value."
            )
    given = {name.strip(): value for name, _, value in (t.partition("=") for t in parameters)}
    for name in ("instansi", "tahun"):
        if name in given:  # a page of another agency among those of this one
            found, remedy = (
                phrase("{name} as a parameter", name=name),
                "Name the report by INSTANSI and TAHUN.",
            )
            raise wrong_input("--parameter", found, "other parameters", remedy)
    return given
