"""The printed tables of a report as an Excel workbook: real numbers, findings on their cells.

Figures are shown as printed (layer tercetak), as numbers with the decimals and unit of the print.
A finding is a comment on each cell it names; the sheet `Temuan` lists them all with links.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding
from lkjip_analysis.checking.findings.wording import by_whom, rejected
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.intake.excel_pages import finished, fitting, one_page_wide, printable
from lkjip_analysis.intake.excel_styles import (
    FIGURE,
    HEAD,
    HINT,
    LONGEST_NAME,
    SHADES,
    WORDS,
    at,
    font,
    heading,
    link,
    number_format,
    put_text,
    saved,
    shade,
    sheet_name,
    steady,
    title,
    widths,
    with_styles,
)
from lkjip_analysis.language import capital, worded
from lkjip_analysis.numbers.calendar_days import in_words
from lkjip_analysis.report.report import Correction, Report, printed_columns
from lkjip_analysis.report.schema import Column
from lkjip_analysis.report.tables import Address, Cell, Table

GUIDE, FINDINGS = "Petunjuk", "Temuan"
WIDTHS = {
    "No.": 5, "Putusan": 18, "Letak": 26, "Tentang": 36, "Sel": 16, "Tercetak": 20,
    "Seharusnya": 20, "Dampak": 34, "Uraian": 90, "Sel lain": 40,
}  # fmt: skip
"""How many characters each column of the findings is wide; the last is not printed."""
MAX_COMMENT, CUT_OFF = 900, " ..."


@dataclass(frozen=True)
class Place:
    """Where a printed cell stands in the workbook."""

    sheet: str
    cell: str

    @property
    def link(self) -> str:
        return f"'{self.sheet}'!{self.cell}"


def as_xlsx(verification: Verification) -> bytes:
    """The workbook as it is saved; equal reports give equal bytes."""
    report, book = verification.report, with_styles(Workbook())
    guide = book.worksheets[0]
    guide.title = worded(GUIDE)
    listed = book.create_sheet(worded(FINDINGS))
    places: dict[Address, Place] = {}
    sheets: dict[str, str] = {}
    for table in report.tables.values():
        name = _sheet_name(table, [*book.sheetnames])
        sheets[table.name] = name
        places |= _table(book.create_sheet(name), report, table, verification.marks)
    _findings(listed, verification, places)
    _guide(guide, verification, sheets)
    printable(book, f"{report.full_name}, {report.dokumen}")
    return steady(saved(book), report.tanggal_data)


def _table(
    sheet: Worksheet, report: Report, table: Table, marks: Mapping[Address, Sequence[Finding]]
) -> dict[Address, Place]:
    """One printed table; where each of its cells stands."""
    columns = printed_columns(table)
    title(
        sheet,
        f"{table.label}: {worded(table.type.judul)}",
        f"{table.part}. {worded(table.type.arti)}".lstrip(". "),
    )
    corrected = {one.address: _corrected(one) for one in report.corrections}
    places: dict[Address, Place] = {}
    for i, column in enumerate(columns, 1):
        named = worded(column.judul) or capital(column.name.replace("_", " "))
        heading(at(sheet, HEAD, i), named, column.is_number)
    for line, key in enumerate(table.keys, HEAD + 1):
        for i, column in enumerate(columns, 1):
            address = Address(table.name, key, column.name)
            target = at(sheet, line, i)
            _printed(target, table.cells[address], key in table.type.total)
            _mark(target, marks.get(address, ()), corrected.get(address, ""))
            places[address] = Place(sheet.title, target.coordinate)
    finished(sheet, fitting(sheet, len(columns)), frozen=_first_figures(columns))
    return places


def _first_figures(columns: Sequence[Column]) -> int:
    """How many columns stay in view: those before the first figures, at most three."""
    before = next((i for i, column in enumerate(columns) if column.is_number), 1)
    return min(max(before, 1), 3)


def _printed(target: SheetCell, cell: Cell, is_total: bool) -> None:
    """A figure as a number shown as printed, any other text as text."""
    printed = cell.printed
    target.style = WORDS if printed is None else FIGURE
    if printed is not None and printed.value is not None:
        value = printed.value
        target.value = value.numerator if value.denominator == 1 else float(value)
        target.number_format = number_format(printed)
    else:
        put_text(target, cell.text)
    if is_total:
        target.font = font(bold=True)
    if cell.derived:  # printed nowhere: worked out from two figures that are
        target.font = font(italic=True, color=HINT)


def _mark(target: SheetCell, findings: Sequence[Finding], corrected: str) -> None:
    """The findings about a cell, and its correction, as its comment and its colour; long findings
    are cut off, never the correction.
    """
    told = "\n\n".join(f"{worded(SHOWN_AS[f.standing])}: {f.message}" for f in findings)
    behind = f"\n\n{corrected}" if corrected else ""
    if len(told) + len(behind) > MAX_COMMENT:
        room = max(MAX_COMMENT - len(behind) - len(CUT_OFF), 0)
        told = told[:room].rsplit(" ", 1)[0] + CUT_OFF
    if not (said := f"{told}{behind}".strip()):
        return
    target.comment = Comment(
        said, "lkjip_analysis", height=min(60 + len(said) // 2, 400), width=420
    )
    if findings:
        target.fill = shade(SHADES[findings[0].standing])


def _corrected(correction: Correction) -> str:
    return worded(
        "Dikoreksi menjadi {text} dalam lapis dipakai; diterima oleh: {who}.",
        text=correction.text,
        who=by_whom(correction.accepted),
    )


def _findings(
    sheet: Worksheet, verification: Verification, places: Mapping[Address, Place]
) -> None:
    """Every finding, one a row, with a link to the first cell it names."""
    count = len(verification.findings)
    below = worded("{count} temuan; kolom Sel membuka sel yang dimaksud.", count=count)
    told = [below if count else worded("Tidak ada temuan."), rejected(verification.rejected)]
    title(sheet, worded("Temuan verifikasi"), " ".join(filter(None, told)))
    for i, name in enumerate(WIDTHS, 1):
        heading(at(sheet, HEAD, i), worded(name), over_figures=name == "No.")
    for number, finding in enumerate(verification.worked_off, 1):
        named = [places[c.address] for c in finding.named_cells if c.address in places]
        _finding(sheet, number, finding, named)
    sheet.auto_filter.ref = f"A{HEAD}:{get_column_letter(len(WIDTHS))}{max(HEAD + count, HEAD + 1)}"
    finished(sheet, list(WIDTHS.values()), frozen=2, printed=len(WIDTHS) - 1)


def _finding(sheet: Worksheet, number: int, finding: Finding, named: Sequence[Place]) -> None:
    part = finding.remedies[0].cells[0] if finding.cell and finding.remedies else None
    texts = [
        worded(SHOWN_AS[finding.standing]), finding.source, finding.label,
        f"{named[0].sheet}!{named[0].cell}" if named else "",
        finding.cell.words if finding.cell else "",
        (part.text or "") if part else "", finding.impact, finding.message,
        ", ".join(f"{place.sheet}!{place.cell}" for place in named[1:]),
    ]  # fmt: skip
    line = HEAD + number
    at(sheet, line, 1).style = FIGURE
    at(sheet, line, 1).value = number
    for i, text in enumerate(texts, 2):
        at(sheet, line, i).style = WORDS
        put_text(at(sheet, line, i), text)
    at(sheet, line, 2).fill = shade(SHADES[finding.standing])
    if named:
        link(at(sheet, line, 5), named[0].link)


def _guide(sheet: Worksheet, verification: Verification, sheets: Mapping[str, str]) -> None:
    """What the workbook is, and links to its sheets."""
    report, told = verification.report, verification.coverage.as_json()
    day = in_words(report.tanggal_data)
    title(
        sheet,
        report.full_name,
        f"{report.dokumen}; {worded('data dimasukkan {tanggal}', tanggal=day)}",
    )
    texts = [
        worded("Angka tampil sebagaimana tercetak dalam laporan, sebagai bilangan."),
        worded(
            "Sel berwarna disebut temuan; komentarnya menjelaskan. Tidak ada angka yang diganti."
        ),
        worded(
            "{watched} dari {figures} angka teruji; selaras antar-tabel belum berarti benar.",
            watched=told["watched"],
            figures=told["figures"],
        ),
    ]
    for i, text in enumerate(texts, HEAD):
        put_text(at(sheet, i, 1), text)
    start = HEAD + len(texts) + 1
    for i, name in enumerate((worded(FINDINGS), *sheets.values()), start):
        put_text(at(sheet, i, 1), name)
        link(at(sheet, i, 1), f"'{name}'!A1")
    for i, table in enumerate(report.tables.values(), start + 1):
        put_text(at(sheet, i, 2), worded(table.type.judul))
    put_text(at(sheet, start, 2), worded("{count} temuan", count=len(verification.findings)))
    widths(sheet, (30, 70))
    one_page_wide(sheet, landscape=False)


def _sheet_name(table: Table, taken: Sequence[str]) -> str:
    """The label of a table as a sheet's name, with a number where another sheet has it."""
    label = sheet_name(table.label.strip()).strip() or sheet_name(table.name)
    known = {name.casefold() for name in taken}
    name, number = label, 2
    while name.casefold() in known:
        suffix = f" ({number})"
        name, number = label[: LONGEST_NAME - len(suffix)] + suffix, number + 1
    return name
