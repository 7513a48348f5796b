"""Indicators listed in one cell, their figures line by line beside them: rows of their own.

Only where each item of the list begins with a mark, and every line of the cells with figures stands
beside just one item, are rows parted: figures that are merely as many as the items are left
together, for which belongs to which is not drawn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import FIGURE
from lkjip_analysis.intake.pdf.lines_of_text.lines import Line
from lkjip_analysis.intake.pdf.lines_of_text.wrapping import holds_cut
from lkjip_analysis.intake.pdf.ruled.lattice import Lattice
from lkjip_analysis.intake.pdf.ruled.rows_in_cells import Cuts, Held, Row, with_rows

ITEM = re.compile(r"[-–—•●▪◦✓*·]\s*[^\W\d_]")
MARK = re.compile(r"\s*\*+\s*\)?$")
"""What follows a figure that a note below the table speaks of."""
LEVEL = 3.5
"""So many points apart two lines stand on one line."""
FEWEST = 2
"""One item makes no list, and one line beside it tells no order."""


def listed_rows(lattice: Lattice, held: Held) -> Lattice:
    """The lattice with each row of a list as rows."""
    return with_rows(lattice, held, partial(_list, lattice))


def _list(lattice: Lattice, row: Row) -> Cuts:
    """Where the cells of a row that lists are cut."""
    items = max((_items(told) for told in row.values()), key=len)
    if len(items) < FEWEST:
        return {}
    names = next(area for area, told in row.items() if _items(told) == items)
    figures = [area for area, told in row.items() if are_figures(told, lattice.box_of(area))]
    beside = {area: _beside(told, items) for area, told in row.items() if area != names}
    level = [area for area, places in beside.items() if places]
    alike = len({beside[area] for area in level}) == 1
    if not figures or len(level) < FEWEST or not alike or not set(figures) <= set(level):
        return {}
    cuts = _cuts(items, [line for told in row.values() for line in told])
    return dict.fromkeys([names, *level], cuts)


def _items(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if ITEM.match(line.text.strip())]


def are_figures(lines: Sequence[Line], cell: Box) -> bool:
    """Are the lines of a cell figures below one another, none of them broken over two lines?"""
    texts = [MARK.sub("", line.text.strip()) for line in lines]
    told = [text for text in texts if text.strip("- –—")]
    if len(lines) < FEWEST or not told or holds_cut(lines, cell):
        return False
    return all(FIGURE.fullmatch(text) for text in told)


def _beside(lines: Sequence[Line], items: Sequence[Line]) -> tuple[int, ...]:
    """The items that the lines of a cell stand beside, each one, but for a line above them all.

    None where it cannot be told. Where an item has no line, each must stand on the first line of
    its own.
    """
    below = lines[1:] if lines and _is_above(lines[0], items[0]) else lines
    places = [place for line in below if (place := _item_beside(line, items)) is not None]
    if len(lines) < FEWEST or len(set(places)) < len(below):
        return ()
    near = (abs(items[i].box.middle[1] - line.box.middle[1]) <= LEVEL
            for i, line in zip(places, below, strict=True))  # fmt: skip
    return tuple(places) if len(below) == len(items) or all(near) else ()


def _item_beside(line: Line, items: Sequence[Line]) -> int | None:
    """The item that begins on this line or last above it."""
    begun = [i for i, item in enumerate(items) if not _is_above(line, item)]
    return begun[-1] if begun else None


def _is_above(line: Line, item: Line) -> bool:
    return line.box.middle[1] < item.box.middle[1] - LEVEL


def _cuts(items: Sequence[Line], lines: Sequence[Line]) -> tuple[float, ...]:
    """Just above each item but the first, and above that too where anything stands there."""
    above = any(_is_above(line, items[0]) for line in lines)
    return tuple(item.box.top - 0.5 for item in items[0 if above else 1 :])
