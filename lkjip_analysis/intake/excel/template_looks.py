"""How the cells of the template look: titles, headings, cells to fill in, lists, the page."""

from __future__ import annotations

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.intake.excel_styles import BLUE, PALE, font, one_page_wide, shade

INPUT, GREY = "FFF9E5", "7F7F7F"
TEXT = "@"
"""The format of cells to type in: what is typed stays as it is."""


def title(sheet: Worksheet, title: str, hint: str) -> None:
    sheet.cell(1, 1, title).font = font(bold=True, size=16, color=BLUE)
    sheet.cell(2, 1, hint).font = font(italic=True, color=GREY)


def heading(sheet: Worksheet, row: int, column: int, text: str, hint: str) -> None:
    cell = sheet.cell(row, column, text)
    cell.font = font(bold=True, color=BLUE)
    cell.fill = shade(PALE)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    cell.border = border()
    if hint:
        cell.comment = Comment(hint, "lkjip", width=280, height=90)


def to_fill(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column, text or None)
    cell.number_format, cell.font = TEXT, font()
    cell.fill = shade(INPUT)
    cell.border = border()


def border() -> Border:
    line = Side(style="thin", color="BFBFBF")
    return Border(left=line, right=line, top=line, bottom=line)


def page(sheet: Worksheet, landscape: bool = True) -> None:
    """A print that fits the width of an A4 page."""
    sheet.sheet_view.showGridLines = False
    one_page_wide(sheet, landscape)
