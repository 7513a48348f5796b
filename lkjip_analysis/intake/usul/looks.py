"""How the sheets of a proposal look: text that stays text, lists to choose from, rows that fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.intake import excel_styles
from lkjip_analysis.intake.excel_pages import one_page_wide
from lkjip_analysis.intake.excel_rows import fit_row
from lkjip_analysis.intake.excel_styles import (
    BLUE,
    PALE,
    at,
    choices,
    font,
    line_below,
    put_text,
    shade,
    space_below,
    words_side,
)
from lkjip_analysis.language import worded

GREEN, GREY, RED, YELLOW = "E2F0D9", "EDEDED", "F8D7DA", "FFF3CD"
YES, NO = "ya", "tidak"


def put(sheet: Worksheet, row: int, column: int, text: str, colour: str = "") -> None:
    """Text stays text, even if it begins with = + - @ or looks like a number or a date."""
    _put(sheet, row, column, text, _style, colour)


def _put(sheet: Worksheet, row: int, column: int, text: str, how: Look, colour: str) -> None:
    """A text that looks as `how` makes a cell look, which is asked once in a workbook."""
    cell: Any = at(sheet, row, column)
    put_text(cell, text)
    alike = _styled.get(sheet.parent)
    if alike is None:
        alike = _styled.setdefault(sheet.parent, {})
    key = (how, colour, bool(cell.quotePrefix))
    if key not in alike:  # openpyxl looks each part of a style up anew: that costs most of it
        how(cell, colour)
        alike[key] = cell._style
    cell._style = copy(alike[key])


Look = Callable[[Any, str], None]
_styled: WeakKeyDictionary[object, dict[tuple[Look, str, bool], StyleArray]] = WeakKeyDictionary()


def _style(cell: Any, colour: str) -> None:
    cell.number_format, cell.font, cell.border = "@", font(), line_below()
    cell.alignment = words_side()
    if colour:
        cell.fill = shade(colour)


def title(sheet: Worksheet, text: str, below: str) -> None:
    """The title of a sheet, and what stands below it: text that runs on over the next columns."""
    looks = (excel_styles.title_look, 24), (excel_styles.below_title_look, 18)
    for row, (told, (look, height)) in enumerate(zip((text, below), looks, strict=True), 1):
        cell: Any = at(sheet, row, 1)
        put_text(cell, told)
        look(cell)
        cell.number_format = "@"
        cell.alignment = Alignment(wrap_text=False, vertical="center")
        sheet.row_dimensions[row].height = height


def header(sheet: Worksheet, row: int, names: Sequence[str], dark: bool = True) -> None:
    for i, name in enumerate(names, 1):
        _put(sheet, row, i, name, _style_of_head, BLUE if dark else PALE)


def _style_of_head(cell: Any, colour: str) -> None:
    _style(cell, colour)
    cell.font = font(bold=True, color="FFFFFF" if colour == BLUE else "000000")
    cell.alignment, cell.border = words_side("bottom"), space_below()


def yes_no(sheet: Worksheet, column: str, first: int, last: int, width: int) -> None:
    """A column of ya or tidak; accepted rows turn green, refused ones grey."""
    choices(sheet, f"{column}{first}:{column}{max(last, first)}", [worded(YES), worded(NO)])
    area = f"A{first}:{get_column_letter(width)}{max(last, first)}"
    for word, colour in ((YES, GREEN), (NO, GREY)):
        style = DifferentialStyle(fill=shade(colour))
        rule = Rule("expression", dxf=style, formula=[f'${column}{first}="{worded(word)}"'])
        sheet.conditional_formatting.add(area, rule)


def remark(sheet: Worksheet, row: int, column: int, text: str) -> None:
    note = Comment(text, "lkjip")
    note.width, note.height = 320, 90
    sheet.cell(row, column).comment = note


def finish(
    sheet: Worksheet, frozen: str, head: int = 0, columns: int = 0, printed: int = 0
) -> None:
    """Frozen headings, a filter, and a print that fits the width of a page."""
    sheet.freeze_panes = frozen
    if head and columns:
        last = max(sheet.max_row, head + 1)
        sheet.auto_filter.ref = f"A{head}:{get_column_letter(columns)}{last}"
        fit_row(sheet, head)
    one_page_wide(sheet, head=head, printed=printed)
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
