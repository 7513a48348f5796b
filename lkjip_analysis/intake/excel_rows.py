"""How high the rows of a sheet must be for the text in them, and how wide that text is."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from math import ceil
from typing import Any
from weakref import WeakKeyDictionary

from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

LINE = 15.0
"""The height of one line of text in points."""
HIGHEST = 409
"""Excel shows no row that is higher."""
PADDING = 4
"""Points above and below the text of a row."""


class Widths(dict[str, float]):
    """How wide letters are, in digits, by which the width of a column is told; any other is 1."""

    def __missing__(self, letter: str) -> float:
        return 1.0


LETTERS = Widths(
    {
        **dict.fromkeys(map(chr, range(0x180)), 1.0),  # what is said of each is found soonest
        **dict.fromkeys("ijlI.,:;'|! \u00a0", 0.47),
        **dict.fromkeys('frt()-[]/"', 0.68),
        **dict.fromkeys("mwMW%@", 1.6),
        **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ", 1.12),
    }
)
WIDEST = max(LETTERS.values())
PLAIN = StyleArray()
BOLD = 1.15
"""How much wider bold letters are."""


def width_of(text: str) -> float:
    """How wide a text is set, in digits.

    >>> width_of("2021"), round(width_of("Kategori"), 2)
    (4.0, 6.95)
    """
    return sum(map(LETTERS.__getitem__, text))


def is_short(text: str, width: float) -> bool:
    """Does a text take one line, however wide its letters, and indented by half the column?

    >>> is_short("90,00", 20), is_short("a\\nb", 20), is_short("seratus", 20)
    (True, False, False)
    """
    return len(text) * WIDEST * BOLD <= width / 2 and "\n" not in text


def lines_of(text: str, width: float, bold: bool = False) -> int:
    """How many lines a text takes in a column so many digits wide, parted between words.

    >>> lines_of("satu dua tiga", 30), lines_of("satu dua tiga", 9), lines_of("satu\\ndua", 30)
    (1, 2, 2)
    """
    room = max(width, 1.0) / (BOLD if bold else 1.0)
    if "\n" not in text:
        return _lines(text, room)
    return sum(_lines(part, room) for part in text.split("\n"))


@lru_cache(maxsize=512)
def _lines(text: str, room: float) -> int:
    # What many rows say alike, as why a figure is believed, is measured once.
    if len(text) * WIDEST <= room:
        return 1
    lines, used, space = 1, 0.0, LETTERS[" "]
    for word in text.split(" "):
        wide = width_of(word)
        if used and used + space + wide > room:
            lines, used = lines + 1, 0.0
        used += (space if used else 0.0) + wide
        if used > room:  # a word wider than the column goes on below
            more = ceil(used / room) - 1
            lines, used = lines + more, used - more * room
    return lines


def fit_row(sheet: Worksheet, row: int, columns: int | None = None) -> None:
    """As high as its longest text needs at the width of its column; a hidden one needs nothing.
    What stands in the middle of its row stands at the top of one of several lines.

    Of its cells only the first count where `columns` tells how many.
    """
    needed, cells = 1, []
    # Looks by their numbers, as openpyxl keeps them: it makes a new one for whoever asks a cell.
    book: Any = sheet.parent
    alignments, fonts, stored = book._alignments, book._fonts, sheet._cells
    # The columns with a width: openpyxl would look at every cell to tell how many there are.
    dimensions = list(sheet.column_dimensions.values())
    for column, told in enumerate(dimensions[:columns], 1):
        cell: Any = stored.get((row, column)) or sheet.cell(row, column)
        cells.append(cell)
        text = str(cell.value or "")
        if not text or is_short(text, told.width) or told.hidden:
            continue
        style = cell._style or PLAIN  # within merged cells only the first has one
        look = alignments[style.alignmentId]
        if not look.wrap_text:
            continue
        room = told.width - look.indent
        needed = max(needed, lines_of(text, room, fonts[style.fontId].bold))
    sheet.row_dimensions[row].height = min(LINE * needed + PADDING, HIGHEST)
    for cell in cells if needed > 1 else ():
        if cell.has_style:  # others stand where Excel puts them
            _begin_at_the_top(cell)


def _begin_at_the_top(cell: Any) -> None:
    """Words beside longer words begin with them; how is worked out once for all that look alike."""
    alike = _raised.setdefault(cell.parent.parent, {})
    middle = cell._style.alignmentId
    if middle not in alike:
        if cell.alignment.vertical == "center":
            upper = copy(cell.alignment)
            upper.vertical = "top"
            cell.alignment = upper
        alike[middle] = cell._style.alignmentId
    cell._style.alignmentId = alike[middle]


_raised: WeakKeyDictionary[object, dict[int, int]] = WeakKeyDictionary()
"""By workbook: the number of an alignment, and of the same at the top of its row."""
