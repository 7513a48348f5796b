"""The cells of tables on a page: the letters of an area as text, with the place of each line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.printed_places import Box, Place, around
from lkjip_analysis.intake.pdf.contents.ink import Ink, Letter
from lkjip_analysis.intake.pdf.contents.turned_text import as_printed, turned_letter
from lkjip_analysis.intake.pdf.lines_of_text.lines import Inside, Line, blanked, lines_of
from lkjip_analysis.intake.pdf.lines_of_text.wrapping import NO_ROOM, Room, text_of
from lkjip_analysis.numbers.printed import is_spaced

UNCLEAR = "huruf di sini tidak terbaca dengan pasti"
APART = "ruang di antara angka: satu angka atau dua"
CUT_OFF = "angka ini terpotong"
UPRIGHT = (0, 45)
"""Ways that letters are turned in which their lines are read as they stand: not at all, slanted."""
LOOSE = "tabel tanpa garis ini kolom dan barisnya tidak pasti"


@dataclass(frozen=True)
class PageTable:
    """A table, or the part of one, on one page: its cells and the edges of its columns."""

    rows: tuple[tuple[Slot, ...], ...]
    xs: tuple[float, ...]
    box: Box
    page: int
    ruled: bool = True
    bold: tuple[bool, ...] = ()
    """Which rows are printed bold throughout."""
    goes_on: bool = False
    """Is it known to be the rest of the table at the foot of the page before?"""
    cut: bool = False
    """Does its first row end the last row of that page?"""

    @property
    def width(self) -> int:
        return len(self.xs) - 1


def slot_of(
    inside: Inside, cell: Box, ink: Ink, reach: int = 1, margin: float | None = None
) -> Slot:
    """The text of the letters inside a cell; `margin` is what its table leaves at each side."""
    ways = Counter(letter.turned for letter in inside if not letter.text.isspace())
    if not ways:
        return Slot("", reach)
    way = ways.most_common(1)[0][0]
    lines = inside.lines if way in UPRIGHT else lines_of(_straight(inside, way, ink))
    room = cell if way in (0, 180) else Box(0, 0, cell.height, cell.width)
    inner = Room(room.width - 2 * margin) if margin is not None and way == 0 else NO_ROOM
    text, unread = sure_text(lines, room, inner)
    where = tuple(Place(ink.page, as_printed(_back(line, way, inside), ink)) for line in lines)
    return Slot(text, reach, False, where, unread)


def sure_text(lines: Sequence[Line], room: Box, inner: Room) -> tuple[str, str]:
    """The text of a cell, and why not all of it is sure; digits that are not are left blank."""
    text = text_of(lines, room, inner)
    if is_spaced(text):
        return "", f'{APART}, mungkin "{text}"'
    if all(line.sure for line in lines):
        return text, ""
    return text_of([blanked(line) for line in lines], room), f'{UNCLEAR}, mungkin "{text}"'


def _straight(letters: Sequence[Letter], way: int, ink: Ink) -> list[Letter]:
    return [turned_letter(letter, way, ink.width, ink.height) for letter in letters]


def _back(line: Line, way: int, letters: Sequence[Letter]) -> Box:
    """The box of a line as it stands in the cell, before its letters were turned."""
    if way in UPRIGHT:
        return line.box
    painted = {letter.order for letter in line.letters}
    return around(letter.box for letter in letters if letter.order in painted)
