"""Rows without a line between them: figures of several columns that stand on the same lines.

Each line of figures is a row where the name beside it tells so: every name begins with a mark and
has at most one line of figures beside it, or it begins on its line of figures, the first name on
the first. Two figures of one name that merely stand below one another stay together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from lkjip_analysis.intake.pdf.lines_of_text.lines import Line
from lkjip_analysis.intake.pdf.ruled.lattice import Lattice
from lkjip_analysis.intake.pdf.ruled.listed_rows import LEVEL, are_figures
from lkjip_analysis.intake.pdf.ruled.rows_in_cells import Cuts, Held, Row, goes_on, with_rows

LONE = re.compile(r"[-–—_•●▪◦✓*·]")
MARKED = re.compile(
    r"(?:[-–—_•●▪◦✓*·]|\(?(?:\d{1,2}|[A-Za-z])[.)]{1,2}|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s*[^\W\d_]"
)
"""A name that begins with a mark: "- Padi", "b. Retribusi", "1.2.1 Persentase ..."."""
COLUMNS = 2
"""So many columns must have their figures on the same lines."""
SET_APART = 1.5
"""Figures that stand further apart than lines do, in lines, were set beside their names."""
MARGIN = 12.0
"""What a cell leaves free at its sides, in points."""


@dataclass(frozen=True)
class _Name:
    """A line of words that may begin a row, with a mark or without."""

    line: Line
    is_marked: bool

    @property
    def top(self) -> float:
        return self.line.box.top

    @property
    def middle(self) -> float:
        return self.line.box.middle[1]


@dataclass(frozen=True)
class _Cell:
    """A cell beside the figures: its lines, and how wide it is."""

    names: Sequence[_Name]
    width: float

    def begun(self, levels: Sequence[float]) -> dict[int, float]:
        """The lines of figures, each with the top of what begins in this cell beside it."""
        found = {}
        for place, name in enumerate(self.names):
            level = next((i for i, y in enumerate(levels) if abs(name.middle - y) <= LEVEL), None)
            if level is not None and (place == 0 or self._is_begun(place, level, levels)):
                found[level] = name.top
        return found

    def _is_begun(self, place: int, level: int, levels: Sequence[float]) -> bool:
        """Does another name begin on a line, or may it be the rest of the one above?"""
        name, above = self.names[place], self.names[place - 1]
        leading = self.names[1].top - self.names[0].top
        apart = levels[level] - levels[level - 1] if level else 0.0
        if name.is_marked or apart > SET_APART * leading:
            return True
        if goes_on(name.line):
            return False
        text = name.line.text
        word = name.line.box.width * len(text.split()[0]) / len(text)
        return above.line.box.width + word + MARGIN < self.width


def level_rows(lattice: Lattice, held: Held) -> Lattice:
    """The lattice with each such line of figures as a row."""
    return with_rows(lattice, held, partial(_cuts, lattice))


def _cuts(lattice: Lattice, row: Row) -> Cuts:
    lines = {area: told for area, told in row.items() if told}
    stacks = [area for area, told in lines.items() if are_figures(told, lattice.box_of(area))]
    heights = [[line.box.middle[1] for line in lines[area]] for area in stacks]
    if len(stacks) < COLUMNS or not all(_are_level(heights[0], other) for other in heights[1:]):
        return {}
    levels = heights[0]
    others = {area: _Cell(_names(told), lattice.box_of(area).width)
              for area, told in lines.items() if area not in stacks}  # fmt: skip
    begun = [_tops(cell, others.values(), levels) for cell in others.values()]
    tops = max(begun, key=len, default=[])
    if len(tops) < len(levels):
        return {}
    first = min(line.box.top for told in lines.values() for line in told)
    cuts = [top - 0.5 for top in tops if top > first + LEVEL]
    names = list(others)[begun.index(tops)]
    parted = {area: _own_cuts(cell, levels, cuts) for area, cell in others.items() if area != names}
    return {**dict.fromkeys([names, *stacks], cuts), **parted}


def _are_level(heights: Sequence[float], others: Sequence[float]) -> bool:
    pairs = zip(heights, others, strict=False)
    return len(heights) == len(others) and all(abs(a - b) <= LEVEL for a, b in pairs)


def _tops(cell: _Cell, cells: Iterable[_Cell], levels: Sequence[float]) -> list[float]:
    """Where the names of a cell begin; none where they do not tell the rows of the figures.

    The first line of figures may be that of what the row is part of, named in another cell.
    """
    marked = [name for name in cell.names if name.is_marked]
    if cell.names[0].is_marked and _hold_one_each(marked, levels):
        return [name.top for name in marked]
    highest = min(one.names[0].middle for one in cells)
    begun = cell.begun(levels)
    if abs(levels[0] - highest) > LEVEL or not begun.keys() >= set(range(1, len(levels))):
        return []
    heads = [one.names[0] for one in cells if abs(one.names[0].middle - levels[0]) <= LEVEL]
    return sorted({*begun.values(), *(name.top for name in marked), heads[0].top}) if heads else []


def _names(lines: Sequence[Line]) -> list[_Name]:
    """The lines of words; a mark that stands alone a little lower belongs to the nearest one."""
    words = [line for line in lines if not LONE.fullmatch(line.text.strip())] or list(lines)
    alone = [line.box.middle[1] for line in lines if LONE.fullmatch(line.text.strip())]
    middles = [line.box.middle[1] for line in words]
    nearest = {min(range(len(words)), key=lambda i: abs(middles[i] - y)) for y in alone}
    return [
        _Name(line, i in nearest or bool(MARKED.match(line.text))) for i, line in enumerate(words)
    ]


def _hold_one_each(marked: Sequence[_Name], levels: Sequence[float]) -> bool:
    """Does each line of figures stand beside a marked name of its own?"""
    beside = [max((i for i, one in enumerate(marked) if one.middle <= y + LEVEL), default=-1)
              for y in levels]  # fmt: skip
    return -1 not in beside and len(set(beside)) == len(levels)


def _own_cuts(cell: _Cell, levels: Sequence[float], cuts: Sequence[float]) -> Sequence[float]:
    """How a cell beside the names is cut: where a row begins with what begins in the cell."""
    tops = [*cell.begun(levels).values(), *(name.top for name in cell.names if name.is_marked)]
    return [cut for cut in cuts if any(abs(top - 0.5 - cut) <= LEVEL for top in tops)]
