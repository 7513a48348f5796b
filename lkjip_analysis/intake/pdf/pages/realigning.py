"""The rest of a table without rules, put into the columns of the part on the page before.

Few rows leave other gaps free than many: a column of the rest is the one in which it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.pdf.lines_of_text.cells import PageTable

Rows = tuple[tuple[Slot, ...], ...]
SLACK = 8.0
"""How far a text may reach over the middle of a gap, in points."""


def realigned(known: Rows, xs: Sequence[float], table: PageTable) -> Rows | None:
    """The rows of `table` in the columns `xs`; nothing where some stand in none of them."""
    spread = extents(known, len(xs) - 1)
    places: list[int | None] = []
    for held in extents(table.rows, table.width):
        places.append(column_of(held, spread, xs))
    told = [place for place in places if place is not None]
    filled = sum(held is not None for held in extents(table.rows, table.width))
    if not told or len(told) != filled or told != sorted(set(told)):
        return None
    return tuple(_moved(row, places, len(xs) - 1) for row in table.rows)


def extents(rows: Rows, width: int) -> list[tuple[float, float] | None]:
    """From where to where the texts of each column reach; nothing for an empty one."""
    made: list[tuple[float, float] | None] = []
    for column in range(width):
        boxes = [place.box for row in rows if row[column].reach == 1 for place in row[column].where]
        made.append((min(b.x0 for b in boxes), max(b.x1 for b in boxes)) if boxes else None)
    return made


def column_of(
    held: tuple[float, float] | None,
    spread: Sequence[tuple[float, float] | None],
    xs: Sequence[float],
) -> int | None:
    """The column of those with these edges and texts in which something stands."""
    if held is None:
        return None
    start, end = held
    for i in range(len(xs) - 1):
        inside = xs[i] - SLACK <= start and end <= xs[i + 1] + SLACK
        known = spread[i]
        if inside and known and min(end, known[1]) > max(start, known[0]) - SLACK:
            return i
    return None


def _moved(row: Sequence[Slot], places: Sequence[int | None], width: int) -> tuple[Slot, ...]:
    slots = [Slot("")] * width
    for slot, place in zip(row, places, strict=True):
        if place is not None:
            slots[place] = Slot(slot.text, 1, slot.above, slot.where, slot.unread)
    return tuple(slots)
