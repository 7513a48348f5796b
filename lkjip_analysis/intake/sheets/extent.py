"""How far a workbook reaches, told from its parts before a library makes a cell of each place.

A merged range of a few bytes may stand for seventeen billion cells.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass

from lkjip_analysis.intake.document.package_parts import Begins, run_through
from lkjip_analysis.language import phrase

MAX_CELLS = 500_000
MAX_MERGES = 20_000
MAX_SHEETS = 1_000
MAX_ELEMENTS = 5_000_000
LAST_COLUMN = 16_384
MAX_REACH = 2_000_000
"""Rows times columns up to the furthest cell of a workbook of ours: it is gone through place by
place, so that one cell in the last corner would take for ever."""
PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


class TooFar(ValueError):
    """What reaches further than a report does, in words."""


@dataclass
class _Extent:
    """What has been seen of one part."""

    cells: int = 0
    rows: int = 0
    merges: int = 0
    sheets: int = 0
    area: int = 0
    elements: int = 0
    reach: int = 0
    """So far may its cells lie; 0 where none is gone through place by place."""
    last: tuple[int, int] = (0, 0)

    def element(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise TooFar(
                phrase("a part of more than {max_elements:,} elements", max_elements=MAX_ELEMENTS)
            )
        name = name.rpartition(":")[2]
        if name == "c":
            self.cells += 1
            self._check_reach(attributes.get("r", ""))
        elif name == "dimension":
            self._check_reach(attributes.get("ref", "").rpartition(":")[2])
        elif name == "row":
            self.rows += 1
        elif name in ("mergeCell", "hyperlink"):
            self.merges += 1
            self.area += _area(attributes.get("ref", ""))
        elif name == "sheet":
            self._next_sheet()
        elif name == "col":
            _check_columns(attributes)
        if max(self.cells, self.rows, self.area) > MAX_CELLS or self.merges > MAX_MERGES:
            raise TooFar(self.words)

    def _check_reach(self, place: str) -> None:
        if self.reach and (at := PLACE.fullmatch(place)):
            row, column = self.last
            self.last = max(row, int(at[2])), max(column, _column(at[1]))
            if self.last[0] * self.last[1] > self.reach:
                raise TooFar(phrase("a cell at {place}, far from all others", place=place))

    def _next_sheet(self) -> None:
        self.sheets += 1
        if self.sheets > MAX_SHEETS:
            raise TooFar(phrase("more than {max_sheets:,} sheets", max_sheets=MAX_SHEETS))

    @property
    def words(self) -> str:
        if self.merges > MAX_MERGES:
            return phrase(
                "more than {max_merges:,} merged ranges or links in one sheet",
                max_merges=MAX_MERGES,
            )
        merged, whole = "merged ranges or links over {more}", "a sheet of {more}"
        more = phrase("more than {most:,} cells or rows", most=MAX_CELLS)
        return phrase(merged if self.area > MAX_CELLS else whole, more=more)


def check_extent(archive: zipfile.ZipFile, reach: int = 0) -> None:
    """Raises: TooFar where a part of the workbook reaches further than a report does."""

    def watch() -> tuple[Begins, None]:
        return _Extent(reach=reach).element, None

    run_through(archive, watch)


def _area(reference: str) -> int:
    """How many cells a range names; none where it is no range of a sheet."""
    ends = [PLACE.fullmatch(end) for end in reference.split(":")]
    if len(ends) != 2 or not ends[0] or not ends[1]:
        return 1
    (left, top), (right, bottom) = ((_column(e[1]), int(e[2])) for e in ends if e)
    return (abs(right - left) + 1) * (abs(bottom - top) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - 64
    return number


def _check_columns(attributes: dict[str, str]) -> None:
    for end in ("min", "max"):
        told = attributes.get(end, "1")
        if not told.isdecimal() or len(told) > 9 or not 1 <= int(told) <= LAST_COLUMN:
            raise TooFar(phrase("a range of columns up to {told}", told=told[:20]))
