"""`lkjip template`, `import`, `new` and `check`: the way in for a report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from lkjip_analysis.commands.one_or_many import one_report
from lkjip_analysis.commands.shared import (
    UNREADABLE,
    WRONG,
    Data,
    Instansi,
    OneInstansi,
    OneTahun,
    Tahun,
    as_called,
    confirm,
    problems_shown,
)
from lkjip_analysis.commands.terminal import say
from lkjip_analysis.errors import InputError, Problem, nearest, told, wrong_input
from lkjip_analysis.language import phrase, report_spoken

if TYPE_CHECKING:
    from lkjip_analysis.intake.excel.importing import Asked
    from lkjip_analysis.numbers.printed import Style

Pairs = list[str] | None
OF_A_SHEET = 2
"""So many reasons why a sheet is no known table are told; they are its headings one by one."""
Timpa = Annotated[
    bool, typer.Option("--timpa", help="Replace a folder that is there; other files in it stay.")
]


def template(
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="Where to write it.")] = Path(
        "lkjip-template.xlsx"
    ),
    timpa: Annotated[bool, typer.Option("--timpa", help="Replace a file that is there.")] = False,
) -> None:
    """Write an empty Excel workbook to fill in: guide, settings, one sheet for each table."""
    from lkjip_analysis.intake.excel.template import template as workbook
    from lkjip_analysis.writing import write_whole

    with problems_shown():
        if file.suffix.lower() != ".xlsx":
            raise wrong_input(
                str(file), "another ending", "a name that ends in .xlsx", "Rename it."
            )
        if file.exists() and not timpa:
            remedy = "Choose another name, or replace it with --timpa."
            raise wrong_input(str(file), "a file with this name", "a new file", remedy)
        with report_spoken():
            say(write_whole(file, workbook(), keep=True))


Given = Annotated[
    Path, typer.Argument(metavar="FILE", help="A workbook (.xlsx), or a report (.docx).")
]
OwnInstansi = Annotated[str, typer.Option("--instansi", help="Agency; else as the workbook says.")]
OwnTahun = Annotated[
    int | None, typer.Option("--tahun", help="Fiscal year; else as the workbook says.")
]
Types = Annotated[
    Pairs, typer.Option("--tipe", metavar="SHEET=TYPE", help="What a sheet holds; - leaves it out.")
]
Directions = Annotated[
    Pairs, typer.Option("--arah", metavar="KODE=ARAH", help="naik, turun or turun:T/R.")
]
Styles = Annotated[
    Pairs,
    typer.Option("--gaya", metavar="SHEET=GAYA", help="How figures are typed: indonesia, inggris."),
]
Scales = Annotated[
    Pairs, typer.Option("--dalam", metavar="SHEET=SKALA", help="ribu, juta, miliar; - for none.")
]
Sure = Annotated[bool, typer.Option("--ya", "-y", help="Take what was recognised without asking.")]


def import_file(
    file: Given,
    instansi: OwnInstansi = "",
    tahun: OwnTahun = None,
    tipe: Types = None,
    arah: Directions = None,
    gaya: Styles = None,
    dalam: Scales = None,
    ya: Sure = False,
    timpa: Timpa = False,
    data: Data = None,
) -> None:
    """Read a workbook into data/raw/INSTANSI/TAHUN: the template, or an ordinary one.

    What was recognised in an ordinary workbook is shown and must be confirmed; what a report in
    Word holds, or a workbook with tables of no known type, is proposed in a workbook, to be
    accepted there (`lkjip usul`). Ends with 2, and
    nothing written, where something cannot be read; every problem names its sheet and cell.
    """
    from lkjip_analysis.intake.excel.importing import Asked

    with problems_shown():
        read = READERS.get(file.suffix.lower())
        if read is None:
            allowed, remedy = ", ".join(sorted(READERS)), "Save it as .xlsx first."
            found = phrase('a file that ends in "{suffix}"', suffix=file.suffix)
            raise wrong_input(file.name, found, allowed, remedy)
        kinds, ways = _pairs("--tipe", tipe), _pairs("--arah", arah)
        asked = Asked(instansi, tahun, kinds, ways, data, _styles(gaya), _counted(dalam))
        read(file, asked, ya, timpa)


def _workbook(file: Path, asked: Asked, ya: bool, timpa: bool) -> None:
    from lkjip_analysis.intake.excel.folders import write_folder
    from lkjip_analysis.intake.excel.importing import check, understand
    from lkjip_analysis.intake.sheets.recognition import UnknownTables

    try:
        book = understand(file, asked, lambda told: say(told, err=True))
    except UnknownTables as error:
        if asked.says_how:
            raise
        _unknown(file, asked, ya, timpa, error)
        return
    for note in book.notes:
        say(note, err=True, prose=True)
    for line in book.told():
        say(line)
    if book.doubts:
        raise InputError(list(book.doubts))
    if not (book.is_template or ya):
        remedy = "Repeat with --ya if this is right, or say it with --tipe and --arah."
        confirm(book.file, "table types and directions that nobody confirmed", remedy)
    for note in write_folder(book.target, book.files(), timpa, lambda folder: check(book, folder)):
        say(as_called(note), err=True, prose=True)
    say(book.target)
    say(
        as_called(
            phrase(
                "Berikutnya: lkjip check {instansi} {tahun}",
                instansi=book.instansi,
                tahun=book.tahun,
            )
        )
    )


def _unknown(file: Path, asked: Asked, ya: bool, timpa: bool, error: InputError) -> None:
    """A workbook with tables of no known type goes the way of a report in Word: as a proposal.

    Raises: the error itself where the workbook is the template, which says what it holds.
    """
    from lkjip_analysis.commands.proposing import SHOWN, check_no_proposal
    from lkjip_analysis.intake.excel.template_sheets import is_settings
    from lkjip_analysis.intake.sheets.opening_workbook import titles_of
    from lkjip_analysis.numbers.grouping import grouped

    if any(map(is_settings, titles_of(file))):
        raise error
    check_no_proposal(file)
    say(phrase("Belum cocok dengan jenis tabel yang ada:"), err=True)
    by_sheet = grouped(((p.column or p.file).partition("!")[0], p) for p in error.problems)
    for problems in list(by_sheet.values())[:SHOWN]:
        for problem in problems[:OF_A_SHEET]:
            say(f"  {problem.column or problem.file}: {phrase(problem.found)}", err=True)
        if (left := len(problems) - OF_A_SHEET) > 0:
            say(phrase("  dan {count} hal lain di lembar itu", count=left), err=True)
    if len(by_sheet) > SHOWN:
        say(phrase("  dan {count} lagi", count=len(by_sheet) - SHOWN), err=True)
    say(phrase("Seluruh buku diusulkan, untuk diperiksa dan diterima."), err=True)
    if ya:
        say(phrase("--ya tidak menerima usulan: itu dilakukan di bukunya."), err=True)
    _document(file, asked, False, timpa)


def _document(file: Path, asked: Asked, ya: bool, timpa: bool) -> None:
    """The tables and sentences of a Word document, as a proposal that a person confirms."""
    from lkjip_analysis.commands.proposing import proposed

    proposed(file, asked.instansi, asked.tahun or 0, asked.data, None, timpa)


READERS: dict[str, Callable[..., None]] = {
    ".xlsx": _workbook,
    ".xlsm": _workbook,
    ".csv": _workbook,
    ".docx": _document,
}
"""Who reads a file, by its ending."""


def _styles(told: Pairs) -> dict[str, Style]:
    """The number style of sheets as typed. Raises: InputError for one that is none."""
    from lkjip_analysis.numbers.printed import STYLES

    pairs = _pairs("--gaya", told)
    wrong = {sheet: style for sheet, style in pairs.items() if style not in STYLES}
    if wrong:
        allowed = ", ".join(STYLES)
        raise InputError(
            [
                Problem("--gaya", f'"{style}"', allowed, nearest(style, STYLES))
                for style in wrong.values()
            ]
        )
    return {sheet: cast("Style", style) for sheet, style in pairs.items()}


def _counted(told: Pairs) -> dict[str, str]:
    """What the money of sheets counts in, as typed. Raises: InputError for no such word."""
    from lkjip_analysis.intake.sheets.scale_words import SCALES

    pairs = _pairs("--dalam", told)
    wrong = [word for word in pairs.values() if word not in SCALES]
    if wrong:
        allowed = ", ".join(SCALES)
        raise InputError(
            [Problem("--dalam", f'"{word}"', allowed, nearest(word, SCALES)) for word in wrong]
        )
    return pairs


def _pairs(option: str, told: Pairs) -> dict[str, str]:
    """NAME=VALUE as typed. Raises: InputError for any other form."""
    wrong = [text for text in told or [] if not all(text.rpartition("="))]
    if wrong:
        raise InputError(
            [
                Problem(option, f'"{text}"', phrase("NAME=VALUE"), "Write it with =.")
                for text in wrong
            ]
        )
    return {text.rpartition("=")[0]: text.rpartition("=")[2] for text in told or []}


def new(
    instansi: Instansi,
    tahun: Tahun,
    dari: Annotated[
        int | None, typer.Option("--from", metavar="TAHUN", help="Begin like this earlier year.")
    ] = None,
    data: Data = None,
) -> None:
    """Start a folder: from scratch, or like an earlier year with its figures emptied."""
    from lkjip_analysis.intake.excel.starting import start

    with problems_shown():
        say(start(instansi, tahun, dari, data))
    say(
        as_called(
            phrase("Berikutnya: lkjip check {instansi} {tahun}", instansi=instansi, tahun=tahun)
        )
    )


def kembalikan(instansi: Instansi, tahun: Tahun, data: Data = None) -> None:
    """Bring back the folder that import, usul or susun replaced last.

    The folder that is there now is kept in its stead: the same command once more undoes it.
    """
    from lkjip_analysis.intake.excel.starting import check_names
    from lkjip_analysis.locking import WAIT
    from lkjip_analysis.replace_folder import bring_back
    from lkjip_analysis.report.filebytes import check_inside
    from lkjip_analysis.report.reports_at_hand import raw_folder

    with problems_shown():
        check_names(instansi, tahun)
        target = raw_folder(data) / instansi / str(tahun)
        check_inside(target, raw_folder(data), str(target))
        bring_back(target, WAIT)
    say(target)
    again = f"lkjip kembalikan {instansi} {tahun}"
    say(as_called(phrase("Yang tadi ada disimpan; membatalkannya: {again}", again=again)))


def check(instansi: OneInstansi = None, tahun: OneTahun = None, data: Data = None) -> None:
    """List what a folder still lacks, to be worked through.

    Ends with 0 when nothing is missing, 1 when something is, 2 when something cannot be read.
    """
    from lkjip_analysis.intake.excel.checking import check as checked

    with problems_shown():
        instansi, tahun = one_report(instansi, tahun, data)
        state = checked(instansi, tahun, data)
    for line in told(state.unreadable):
        say(phrase("Tidak terbaca: {line}", line=line), err=True)
    for line in state.as_lines():
        say(line)
    if state.unreadable:
        raise typer.Exit(UNREADABLE)
    if state.missing:
        raise typer.Exit(WRONG)
