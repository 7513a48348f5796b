"""How the cells of the template look: titles, headings, cells to fill in, lists, the page."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

BLUE, PALE, INPUT, GREY = "1F4E79", "DDEBF7", "FFF9E5", "7F7F7F"
TEXT = "@"
"""The format of cells to type in: what is typed stays as it is."""


def font(bold: bool = False, italic: bool = False, size: int = 11, color: str = "000000") -> Font:
    """The typeface of the whole workbook."""
    return Font(name="Calibri", bold=bold, italic=italic, size=size, color=color)


def choice(sheet: Worksheet, words: Sequence[str], cells: str) -> None:
    choice_from(sheet, '"' + ",".join(words) + '"', cells)


def choice_from(sheet: Worksheet, source: str, cells: str) -> None:
    """A list to choose from; another word is asked about, for a report may print another."""
    rule = DataValidation(type="list", formula1=source, allow_blank=True, errorStyle="warning")
    rule.errorTitle = "Tidak ada dalam daftar"
    rule.error = "Isi ini tidak ada dalam daftar. Lanjutkan?"
    rule.showErrorMessage = True
    rule.add(cells)
    sheet.add_data_validation(rule)


def title(sheet: Worksheet, title: str, hint: str) -> None:
    sheet.cell(1, 1, title).font = font(bold=True, size=16, color=BLUE)
    sheet.cell(2, 1, hint).font = font(italic=True, color=GREY)


def heading(sheet: Worksheet, row: int, column: int, text: str, hint: str) -> None:
    cell = sheet.cell(row, column, text)
    cell.font = font(bold=True, color=BLUE)
    cell.fill = PatternFill("solid", start_color=PALE)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    cell.border = border()
    if hint:
        cell.comment = Comment(hint, "lkjip", width=280, height=90)


def to_fill(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column, text or None)
    cell.number_format, cell.font = TEXT, font()
    cell.fill = PatternFill("solid", start_color=INPUT)
    cell.border = border()


def border() -> Border:
    line = Side(style="thin", color="BFBFBF")
    return Border(left=line, right=line, top=line, bottom=line)


def page(sheet: Worksheet, landscape: bool = True) -> None:
    """A print that fits the width of an A4 page."""
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
