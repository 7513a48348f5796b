"""How the sheets of a proposal look: text that stays text, lists to choose from, rows that fit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from math import ceil
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

LINE = 15.0
"""The height of one line of text in points; Excel shows at most 409 in a row."""
DARK, PALE, GREEN, GREY, RED, YELLOW = "1F4E79", "DDEBF7", "E2F0D9", "EDEDED", "F8D7DA", "FFF3CD"
YES, NO = "ya", "tidak"
FONT = "Calibri"
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def put(sheet: Worksheet, row: int, column: int, text: str, shade: str = "") -> None:
    """Text stays text, even if it begins with = + - @ or looks like a number or a date."""
    cell: Any = sheet.cell(row, column)
    cell.value = FORBIDDEN.sub("", text)[:32_000]
    cell.data_type = "s"
    alike = _styled.setdefault(sheet.parent, {})
    key = (shade, text[:1] in ("=", "+", "-", "@"))
    if key not in alike:  # openpyxl looks each part of a style up anew: that costs most of it
        _style(cell, *key)
        alike[key] = cell._style
    cell._style = copy(alike[key])


_styled: WeakKeyDictionary[object, dict[tuple[str, bool], StyleArray]] = WeakKeyDictionary()


def _style(cell: Any, shade: str, is_like_formula: bool) -> None:
    cell.number_format = "@"
    cell.quotePrefix = is_like_formula
    cell.font = Font(name=FONT, size=11)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = Border(bottom=Side(style="thin", color="D9D9D9"))
    if shade:
        cell.fill = PatternFill("solid", start_color=shade)


def title(sheet: Worksheet, text: str, below: str) -> None:
    put(sheet, 1, 1, text)
    put(sheet, 2, 1, below)
    for row, font in (
        (1, Font(name=FONT, bold=True, size=14)),
        (2, Font(name=FONT, italic=True, color="595959")),
    ):
        cell = sheet.cell(row, 1)
        cell.font, cell.border = font, Border()
        cell.alignment = Alignment(wrap_text=False, vertical="center")
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 24, 18


def header(sheet: Worksheet, row: int, names: Sequence[str], dark: bool = True) -> None:
    for i, name in enumerate(names, 1):
        put(sheet, row, i, name, DARK if dark else PALE)
        cell = sheet.cell(row, i)
        cell.font = Font(name=FONT, bold=True, color="FFFFFF" if dark else "000000")
        cell.alignment = Alignment(wrap_text=True, vertical="center")


def widths(sheet: Worksheet, wide: Sequence[float]) -> None:
    for i, width in enumerate(wide, 1):
        sheet.column_dimensions[get_column_letter(i)].width = width


def fit_row(sheet: Worksheet, row: int) -> None:
    """As high as its longest text needs at the width of its column."""
    needed = 1
    # The columns with a width: openpyxl would look at every cell to tell how many there are.
    for column, told in enumerate(list(sheet.column_dimensions.values()), 1):
        width = told.width
        parts = str(sheet.cell(row, column).value or "").split("\n")
        needed = max(needed, sum(max(1, ceil(len(part) * 1.25 / width)) for part in parts))
    sheet.row_dimensions[row].height = min(LINE * needed, 409)


def choices(sheet: Worksheet, cells: str, allowed: str, strict: bool = True) -> None:
    """A list to choose from; `allowed` is a range or a quoted list. Not strict: others may be."""
    choice = DataValidation(type="list", formula1=allowed, allow_blank=True)
    choice.errorStyle = "stop" if strict else "warning"
    choice.showErrorMessage = True
    choice.errorTitle, choice.error = "Bukan pilihan", "Pilih salah satu dari daftar."
    choice.add(cells)
    sheet.add_data_validation(choice)


def yes_no(sheet: Worksheet, column: str, first: int, last: int, width: int) -> None:
    """A column of ya or tidak; accepted rows turn green, refused ones grey."""
    choices(sheet, f"{column}{first}:{column}{max(last, first)}", f'"{YES},{NO}"')
    area = f"A{first}:{get_column_letter(width)}{max(last, first)}"
    for word, colour in ((YES, GREEN), (NO, GREY)):
        fill = PatternFill("solid", start_color=colour, end_color=colour)
        style = DifferentialStyle(fill=fill)
        rule = Rule("expression", dxf=style, formula=[f'${column}{first}="{word}"'])
        sheet.conditional_formatting.add(area, rule)


def remark(sheet: Worksheet, row: int, column: int, text: str) -> None:
    note = Comment(text, "lkjip")
    note.width, note.height = 320, 90
    sheet.cell(row, column).comment = note


def finish(sheet: Worksheet, frozen: str, head: int = 0, columns: int = 0) -> None:
    """Frozen headings, a filter, and a print that fits the width of a page."""
    sheet.freeze_panes = frozen
    if head and columns:
        last = max(sheet.max_row, head + 1)
        sheet.auto_filter.ref = f"A{head}:{get_column_letter(columns)}{last}"
        sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.sheet_view.showGridLines = False


def lists(sheet: Worksheet, columns: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Lists to choose from on a hidden sheet: name -> range."""
    ranges = {}
    for i, (name, items) in enumerate(columns.items(), 1):
        put(sheet, 1, i, name)
        for row, item in enumerate(items, 2):
            put(sheet, row, i, item)
        letter = get_column_letter(i)
        ranges[name] = f"'{sheet.title}'!${letter}$2:${letter}${len(items) + 1}"
    sheet.sheet_state = "hidden"
    return ranges
