"""The one style sheet of workbooks: colours, titles, headings, lists to choose from, the page; text
that stays text, numbers as printed, a steady file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.language import as_in_code, worded
from lkjip_analysis.numbers.printed import SCALES_BEHIND, Printed

HEAD = 4
"""The row of the column headings; above it a title, the source and a blank row."""
MAX_TEXT = 32_000
SCALED = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(SCALES_BEHIND)})(?![^\W\d_])", re.IGNORECASE)
CURRENCY = ("rp", "rp.", "idr", "us$", "us $", "usd", "$")
INDONESIAN = "[$-421]"
"""Asks for Indonesian marks; Excel itself takes those of its own language."""
LINE = 14.0
"""The height of one line of text in points; Excel shows at most 409 in a row."""
FIGURE, WORDS, HEADING = "Angka tercetak", "Teks tercetak", "Kepala tabel"
BLUE, PALE, LINES, HINT = "00508A", "DDEBF7", "D9D9D9", "595959"
SHADES = {
    "terbukti": "FFEDD5", "ambigu": "FEF3C7", "klaim": "FCE7F3", "kaidah": "EDE9FE",
    "pembulatan": "E0F2FE", "dugaan": "F3F4F6",
}  # fmt: skip
"""The colour of each standing of a finding, as on the pages."""
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
A4, A3 = 9, 8
TITLE = 14
"""The size of the letters of a sheet's title."""
LONGEST_HEAD = 150
"""Letters of the head of a page, of which Excel holds 255 with their codes."""


def font(
    bold: bool = False,
    italic: bool = False,
    size: int = 11,
    color: str = "000000",
    underline: bool = False,
) -> Font:
    """The typeface of every workbook."""
    return Font(
        name="Calibri",
        bold=bold,
        italic=italic,
        size=size,
        color=color,
        underline="single" if underline else None,
    )


def shade(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


def line_below() -> Border:
    return Border(bottom=Side(style="thin", color=LINES))


def lines_around() -> Border:
    """For long texts side by side, which would run into one another."""
    line = Side(style="thin", color=LINES)
    return Border(bottom=line, left=line, right=line)


def lines_of(text: str, width: float, letter: float = 1.25) -> int:
    """How many lines a text takes in a column so many characters wide."""
    return sum(max(1, ceil(len(part) * letter / width)) for part in text.split("\n"))


def choices(
    sheet: Worksheet, cells: str, allowed: str | Sequence[str], strict: bool = True
) -> None:
    """A list to choose from, by words or from a range. Not strict: another word is asked about."""
    source = allowed if isinstance(allowed, str) else f'"{",".join(allowed)}"'
    rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
    rule.errorStyle = "stop" if strict else "warning"
    rule.errorTitle = worded("Tidak ada dalam daftar")
    told = "Pilih salah satu dari daftar." if strict else "Isi ini tidak ada. Lanjutkan?"
    rule.error = worded(told)
    rule.add(cells)
    sheet.add_data_validation(rule)


def sheet_of(book: Workbook, name: str) -> Worksheet | None:
    """The sheet that is called so, in whatever language the workbook was written."""
    found = (sheet for sheet in book.worksheets if as_in_code(sheet.title, [name]) == name)
    return next(found, None)


def at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell of a sheet in which none are merged."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def with_styles(book: Workbook) -> Workbook:
    """The workbook with its styles by name: far quicker to give to a cell than their parts."""
    line = line_below()
    looks = {
        FIGURE: Alignment(horizontal="right", vertical="top", indent=1),
        WORDS: Alignment(vertical="top", wrap_text=True),
        HEADING: Alignment(vertical="center", wrap_text=True),
    }
    for name, alignment in looks.items():
        style = NamedStyle(name, font=font(), alignment=alignment, border=line)
        if name == HEADING:
            style.font, style.fill = font(bold=True, color="FFFFFF"), shade(BLUE)
        book.add_named_style(style)
    return book


def number_format(printed: Printed) -> str:
    """The Excel format that shows a number as it was printed; Excel puts in its own marks.

    >>> from lkjip_analysis.numbers.printed import read
    >>> number_format(read("13.244 unit", units=("unit",))), number_format(read("Rp 1.000,00"))
    ('[$-421]#,##0" unit"', '[$-421]"Rp "#,##0.00')
    """
    if not printed.core:  # a dash that means nil: zero, shown as it is printed
        return '#,##0;-#,##0;"-"'
    power = 0 if SCALED.search(printed.text) else printed.power
    places = max(printed.decimals + power, 0)
    core = f"{INDONESIAN}#,##0" + ("." + "0" * places if places else "")
    core += "," * (power // 3)  # each comma shows a thousandth
    unit = printed.unit.strip().replace('"', "")
    if unit.casefold() in CURRENCY or unit.endswith(":"):
        return f'{INDONESIAN}"{unit} "{core.removeprefix(INDONESIAN)}'
    if unit == "%" or (not unit and printed.text.rstrip().endswith("%")):
        return f'{core}"%"'
    return f'{core}" {unit}"' if unit else core


def put_text(target: Cell, text: str) -> None:
    """Text stays text, also if it begins like a formula; what XML cannot hold is left out."""
    shown = FORBIDDEN.sub("", text)[:MAX_TEXT]
    target.value = shown
    target.data_type = "s"
    if shown[:1] in ("=", "+", "-", "@"):
        target.quotePrefix = True


def title(sheet: Worksheet, title: str, below: str) -> None:
    put_text(at(sheet, 1, 1), title)
    put_text(at(sheet, 2, 1), below)
    at(sheet, 1, 1).font = font(bold=True, size=TITLE)
    at(sheet, 2, 1).font = font(italic=True, color=HINT)


def head_cell(target: Cell, name: str) -> None:
    """The heading of a column, in a workbook without named styles."""
    put_text(target, name)
    target.font, target.fill = font(bold=True, color="FFFFFF"), shade(BLUE)
    target.alignment = Alignment(wrap_text=True, vertical="center")


def heading(target: Cell, name: str, over_figures: bool = False) -> None:
    """The heading of a column, at the right where its figures stand."""
    target.style = HEADING
    put_text(target, name)
    if over_figures:
        target.alignment = Alignment(
            horizontal="right", vertical="center", wrap_text=True, indent=1
        )


def link(target: Cell, place: str) -> None:
    """A link to a place of the same workbook, such as 'Tabel 3.8'!D9."""
    target.hyperlink = Hyperlink(ref=target.coordinate, location=place)
    target.font = font(underline=True, color=BLUE)


def fitting(sheet: Worksheet, columns: int) -> list[int]:
    """As wide as the longest content of a column, between 8 and 46 characters."""
    found = []
    for i in range(1, columns + 1):
        cells = [at(sheet, line, i) for line in range(HEAD + 1, sheet.max_row + 1)]
        longest = max((len(_shown(cell)) for cell in cells), default=0)
        heading = max(map(len, _shown(at(sheet, HEAD, i)).split() or [""]))
        found.append(min(int(max(longest, heading, 6) * 1.1) + 3, 46))
    return found


def _shown(cell: Cell) -> str:
    """About what a cell shows: a number with its marks and unit."""
    if not isinstance(cell.value, int | float):
        return str(cell.value or "")
    digits = cell.number_format.partition("#,##0")[2].partition('"')[0].count("0")
    return f"{cell.value:,.{digits}f}" + "".join(re.findall('"(.*?)"', cell.number_format))


def finished(sheet: Worksheet, wide: Sequence[int], frozen: int, paper: int = A4) -> None:
    """Widths, rows high enough for their text, frozen headings, and a print one page wide."""
    widths(sheet, wide)
    for line in range(HEAD, sheet.max_row + 1):
        texts = [_shown(at(sheet, line, i)) for i in range(1, len(wide) + 1)]
        needed = max(lines_of(text, width, 1.0) for text, width in zip(texts, wide, strict=True))
        sheet.row_dimensions[line].height = min(LINE * needed + 2, 409)
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{HEAD + 1}"
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    one_page_wide(sheet, paper=paper)


def one_page_wide(
    sheet: Worksheet, landscape: bool = True, paper: int = A4, running: str = ""
) -> None:
    """A print that fits the width of a page, numbered, with its title and the name of its sheet.

    `running` is the title of a workbook whose sheets have none of their own.
    """
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    told: Any = sheet.HeaderFooter
    told.differentFirst = has_title(sheet)  # the first page has the title itself
    for footer in (told.oddFooter, told.firstFooter):
        footer.left.text, footer.right.text = "&A", worded("Halaman &P dari &N")
    told.oddHeader.left.text = _running_head(sheet, running)


def has_title(sheet: Worksheet) -> bool:
    """Does a sheet begin with a title, and not with the headings of its columns?"""
    first = sheet.cell(1, 1)
    return bool(first.font.bold and (first.font.sz or 0) >= TITLE)


def _running_head(sheet: Worksheet, running: str) -> str | None:
    """What stands at the head of a page: the title of the sheet, or of its workbook."""
    told = str(sheet.cell(1, 1).value) if has_title(sheet) else running
    # An ampersand begins a code of its own there.
    return told.replace("&", "&&")[:LONGEST_HEAD] or None


def widths(sheet: Worksheet, wide: Iterable[float]) -> None:
    """How wide its columns are, from the first on, in characters."""
    for i, width in enumerate(wide, 1):
        sheet.column_dimensions[get_column_letter(i)].width = width


def saved(book: Workbook) -> bytes:
    """The workbook as a file."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def steady(content: bytes, day: date) -> bytes:
    """The same workbook without the time of its making, which openpyxl writes in two places."""
    moment = datetime(day.year, day.month, day.day).isoformat() + "Z"
    fresh = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(fresh, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "docProps/core.xml":
                stamp = rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*"
                data = re.sub(stamp, rb"\g<1>" + moment.encode(), data)
            member = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, data)
    return fresh.getvalue()
