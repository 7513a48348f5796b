"""The one style sheet of workbooks: colours, titles, headings, lists to choose from; text that
stays text, numbers as printed, a steady file. Heights: `excel_rows`; the print: `excel_pages`."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
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
FIGURE, WORDS, HEADING = "Angka tercetak", "Teks tercetak", "Kepala tabel"
BLUE, PALE, LINES, HINT = "00508A", "DDEBF7", "D9D9D9", "595959"
INPUT = "FFF9E5"
"""The colour of what a person fills in."""
SHADES = {
    "terbukti": "FDE4E4", "ambigu": "FEF3C7", "klaim": "EDE9FE", "kaidah": "D3F1EE",
    "pembulatan": "E0F2FE", "dugaan": "F3F4F6",
}  # fmt: skip
"""The colour of each standing of a finding, as on the pages."""
LONGEST_NAME = 31
"""Letters that Excel allows a sheet's name."""
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
SIZE, PART, TITLE = 11, 13, 16
"""The size of letters: of the text, of the title of a part, of that of a sheet; as in Word."""


TYPEFACE = "Calibri"


def font(
    bold: bool = False,
    italic: bool = False,
    size: int = SIZE,
    color: str = "000000",
    underline: bool = False,
) -> Font:
    """The typeface of every workbook."""
    return Font(
        name=TYPEFACE,
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


def space_below() -> Border:
    """Below a dark heading, from which the first row is to stand apart."""
    return Border(bottom=Side(style="thick", color="FFFFFF"))


def lines_around() -> Border:
    """For long texts side by side, which would run into one another."""
    line = Side(style="thin", color=LINES)
    return Border(bottom=line, left=line, right=line)


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


def figure_side(vertical: str = "center", wrap: bool = False) -> Alignment:
    """Figures stand right, at the very edge: LibreOffice forgets an indent where the number format
    of the next cell is another."""
    return Alignment(horizontal="right", vertical=vertical, wrap_text=wrap)


def words_side(vertical: str = "center", wrap: bool = True) -> Alignment:
    """Words stand left, a little away from the figures or words of the column before."""
    return Alignment(horizontal="left", vertical=vertical, wrap_text=wrap, indent=1)


def with_styles(book: Workbook) -> Workbook:
    """The workbook with its styles by name: far quicker to give to a cell than their parts."""
    line = line_below()
    looks = {FIGURE: figure_side(), WORDS: words_side(), HEADING: words_side("bottom")}
    for name, alignment in looks.items():
        style = NamedStyle(name, font=font(), alignment=alignment, border=line)
        if name == HEADING:
            style.font, style.fill = font(bold=True, color="FFFFFF"), shade(BLUE)
            style.border = space_below()
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
    shown = (text if text.isprintable() else FORBIDDEN.sub("", text))[:MAX_TEXT]
    # openpyxl would ask of each text first whether it is a formula or a date.
    target._value = shown  # type: ignore[attr-defined]
    target.data_type = "s"
    if shown[:1] in ("=", "+", "-", "@"):
        target.quotePrefix = True


def title(sheet: Worksheet, title: str, below: str) -> None:
    put_text(at(sheet, 1, 1), title)
    put_text(at(sheet, 2, 1), below)
    title_look(at(sheet, 1, 1))
    below_title_look(at(sheet, 2, 1))


def title_look(target: Cell) -> None:
    target.font = font(bold=True, size=TITLE, color=BLUE)


def below_title_look(target: Cell) -> None:
    target.font = font(italic=True, color=HINT)


def part_title(target: Cell, text: str) -> None:
    """The title of a part of a sheet."""
    put_text(target, text)
    target.font = font(bold=True, size=PART, color=BLUE)


def head_cell(target: Cell, name: str, over_figures: bool = False) -> None:
    """The heading of a column, in a workbook without named styles."""
    put_text(target, name)
    target.font, target.fill = font(bold=True, color="FFFFFF"), shade(BLUE)
    target.border = space_below()
    side = figure_side if over_figures else words_side
    target.alignment = side("bottom", wrap=True)


def heading(target: Cell, name: str, over_figures: bool = False) -> None:
    """The heading of a column, at the right where its figures stand."""
    target.style = HEADING
    put_text(target, name)
    if over_figures:
        target.alignment = figure_side("bottom", wrap=True)


def link(target: Cell, place: str) -> None:
    """A link to a place of the same workbook, such as 'Tabel 3.8'!D9."""
    target.hyperlink = Hyperlink(ref=target.coordinate, location=place)
    target.font = font(underline=True, color=BLUE)


def widths(sheet: Worksheet, wide: Iterable[float]) -> None:
    """How wide its columns are, from the first on, in characters."""
    for i, width in enumerate(wide, 1):
        sheet.column_dimensions[get_column_letter(i)].width = width


def sheet_name(told: str) -> str:
    """A name that Excel takes for a sheet: no longer, and without the signs that it refuses.

    >>> sheet_name("Tabel 3.1: Realisasi [2023] per triwulan dan kecamatan")
    'Tabel 3.1  Realisasi  2023  per'
    """
    return re.sub(r"[\[\]:*?/\\']", " ", told)[:LONGEST_NAME]


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
