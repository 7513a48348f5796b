"""How the sheets of all workbooks are finished: widths, heights, and the pages that they print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.utils import coordinate_to_tuple, get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.intake.excel_rows import BOLD, LINE, PADDING, fit_row, lines_of, width_of
from lkjip_analysis.intake.excel_styles import HEAD, HINT, SIZE, TYPEFACE, at, widths
from lkjip_analysis.language import worded

A4 = 9
NARROW = 95
"""So many characters fit across a page that stands upright."""
WIDEST = 200
"""More across one that lies would have letters below 8 points: columns of words are made narrower,
and where that is not enough, the print goes on beside it. No office prints on paper above A4."""
LEAST, HELD = 22, 3
"""A column of words is made no narrower than that for the print, and so much room is kept for
headings with a longer word than their column has room for."""
NEXT = 8.43
"""How wide a column is that nobody made wider."""
NOTE = 9
"""The size of what stands at the head and the foot of a page."""
MOST = 44
"""A column of names breaks its lines beyond so many characters."""
LONGEST_HEAD = 150
"""Letters of the head of a page, of which Excel holds 255 with their codes."""


def fitting(sheet: Worksheet, columns: int) -> list[int]:
    """As wide as the longest content of a column, with a heading of three lines at the most."""
    found = []
    for i in range(1, columns + 1):
        cells = [at(sheet, line, i) for line in range(HEAD + 1, sheet.max_row + 1)]
        longest = max(map(_width, cells), default=0)
        head = _shown(at(sheet, HEAD, i))
        heading = BOLD * max(*map(width_of, head.split() or [""]), width_of(head) / 3)
        found.append(min(ceil(max(longest, heading, 4)) + 2, MOST))
    return found


def _width(cell: Cell) -> float:
    """A figure that does not fit shows as ###, a bold one too."""
    larger = BOLD if cell.font.bold else 1.0
    return width_of(_shown(cell)) * larger + float(cell.alignment.indent)


def _shown(cell: Cell) -> str:
    """About what a cell shows: a number with its marks and unit."""
    if not isinstance(cell.value, int | float):
        return str(cell.value or "")
    digits = cell.number_format.partition("#,##0")[2].partition('"')[0].count("0")
    return f"{cell.value:,.{digits}f}" + "".join(re.findall('"(.*?)"', cell.number_format))


def within_page(wide: Iterable[float], printed: int = 0, least: float = LEAST) -> list[float]:
    """The widths of columns, the widest (of words) as narrow as lets the printed ones fit a page;
    as they are where no such narrowing does, and the print goes on beside it.

    >>> within_page([20, 150, 100]), within_page([20] * 12), within_page([150, 20, 90], printed=2)
    ([20, 88.5, 88.5], [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20], [150, 20, 90])
    """
    told = list(wide)
    counted = sorted(told[: printed or None])
    room = float(WIDEST - HELD)
    for place, width in enumerate(counted):
        level = room / (len(counted) - place)
        if width > level:  # all that are left are wider than their share of what is left
            return [min(one, level) for one in told] if level >= least else told
        room -= width
    return told


def finished(sheet: Worksheet, wide: Sequence[float], frozen: int, printed: int = 0) -> None:
    """Widths, rows high enough for their text, frozen headings, and a print one page wide."""
    wide = within_page(wide, printed)
    widths(sheet, wide)
    _over_columns(sheet, len(wide))
    for line in range(HEAD, sheet.max_row + 1):
        fit_row(sheet, line, printed or len(wide))
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{HEAD + 1}"
    one_page_wide(sheet, head=HEAD, printed=printed)


def _over_columns(sheet: Worksheet, columns: int) -> None:
    """A title longer than its table goes on below, so that it widens no page."""
    room = sum(sheet.column_dimensions[get_column_letter(i)].width for i in range(1, columns + 1))
    while room + NEXT < NARROW:  # beside a narrow table there is room on the page
        columns, room = columns + 1, room + NEXT
    for row in (1, 2):
        cell = at(sheet, row, 1)
        larger = (cell.font.sz or SIZE) / SIZE
        needed = lines_of(str(cell.value or ""), room / larger, bool(cell.font.bold))
        if needed > 1:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
            sheet.row_dimensions[row].height = LINE * larger * needed + PADDING


def one_page_wide(
    sheet: Worksheet, landscape: bool | None = None, head: int = 0, printed: int = 0
) -> None:
    """A print that fits the width of a page, or of as few as leave it readable, and is numbered;
    its row `head` repeats on each page.

    Of its columns only the first are printed where `printed` tells how many.
    """
    if head:
        _hold_words(sheet, head)
    told_widths = [told.width for told in sheet.column_dimensions.values() if not told.hidden]
    wide = sum(told_widths[: printed or None])
    page = sheet.page_setup
    lies = wide > NARROW if landscape is None else landscape
    page.orientation = "landscape" if lies else "portrait"
    page.paperSize = A4
    page.fitToWidth, page.fitToHeight = _pages_across(sheet, wide), 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    # The head of a page and its foot have room of their own.
    sheet.page_margins = PageMargins(0.5, 0.5, top=0.9, bottom=0.8, header=0.35, footer=0.4)
    told: Any = sheet.HeaderFooter
    told.scaleWithDoc = False
    told.oddFooter.left.text, told.oddFooter.right.text = "&A", worded("Halaman &P dari &N")
    for part in (told.oddFooter.left, told.oddFooter.right, told.oddHeader.left):
        part.font, part.size, part.color = f"{TYPEFACE},Regular", NOTE, HINT
    if head:
        sheet.print_title_rows = f"{head}:{head}"
    if printed:
        sheet.print_area = f"A1:{get_column_letter(printed)}{sheet.max_row}"


def _pages_across(sheet: Worksheet, wide: float) -> int:
    """On how many pages beside one another a sheet is printed; on each of several stand the
    columns that stay in view on the screen, where those leave room for others."""
    if wide <= WIDEST:
        return 1
    kept = coordinate_to_tuple(sheet.freeze_panes)[1] - 1 if sheet.freeze_panes else 0
    told = sheet.column_dimensions
    names = sum(told[get_column_letter(i)].width for i in range(1, kept + 1))
    if not kept or names > WIDEST / 2:
        return ceil(wide / WIDEST)
    sheet.print_title_cols = f"A:{get_column_letter(kept)}"
    return ceil((wide - names) / (WIDEST - names))


def _hold_words(sheet: Worksheet, head: int) -> None:
    """No column is narrower than the longest word of its heading, which would be broken."""
    for i, told in enumerate(list(sheet.column_dimensions.values()), 1):
        words = str(sheet.cell(head, i).value or "").split()
        needed = BOLD * max(map(width_of, words), default=0) + 2
        told.width = max(told.width, ceil(needed))


def printable(book: Workbook, running: str = "") -> Workbook:
    """The workbook with its name at the head of each page, save where the sheet itself says it.

    Its name is the title of its first sheet, where `running` tells no other.
    """
    name = running or str(book.worksheets[0].cell(1, 1).value or "")
    for sheet in book.worksheets:
        told: Any = sheet.HeaderFooter
        title = str(sheet.cell(1, 1).value or "")
        if name and not (title and name.startswith(title)):
            # An ampersand begins a code of its own there.
            told.oddHeader.left.text = name.replace("&", "&&")[:LONGEST_HEAD]
    return book
