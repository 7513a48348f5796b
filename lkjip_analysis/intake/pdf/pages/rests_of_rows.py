"""What a page break leaves of a row in a table without rules: lone words at the top of the next
page, or words below a heading that is printed again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.pdf.lines_of_text.cells import PageTable
from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import FIGURE, counts
from lkjip_analysis.intake.pdf.pages.page import TextLine
from lkjip_analysis.intake.pdf.pages.realigning import Rows, column_of, extents

MOST = 4
"""How many lines of one row a break is believed to leave for the next page."""
APART, BELOW = 1.9, 2.5
"""How far lines of one row lie apart from top to top, and the next row below, in letter sizes."""


def lines_left(items: Sequence[TextLine | PageTable]) -> list[TextLine]:
    """The few lines at the top of a page that stand directly on a table."""
    lines: list[TextLine] = []
    for item in items[: MOST + 1]:
        if isinstance(item, PageTable):
            close = all(b.box.top - a.box.top < APART * a.size for a, b in pairwise(lines))
            on = bool(lines) and item.box.top - lines[-1].box.bottom < BELOW * lines[-1].size
            return lines if close and on and not item.ruled else []
        lines.append(item)
    return []


def row_left(lines: Sequence[TextLine], known: Rows, xs: Sequence[float]) -> tuple[Slot, ...]:
    """The lines in the columns of a table; nothing where one stands in none of them."""
    spread = extents(known, len(xs) - 1)
    slots = [Slot("")] * (len(xs) - 1)
    for line in lines:
        column = column_of((line.box.x0, line.box.x1), spread, xs)
        if column is None:
            return ()
        slot = slots[column]
        text = f"{slot.text} {line.text}".strip()
        slots[column] = replace(slot, text=text, where=(*slot.where, line.place))
    return tuple(slots)


def without_heading(known: Rows, rows: Rows, heads: int) -> tuple[Rows, tuple[Slot, ...]]:
    """The rows with their heading as it was first printed, and what else stood in its cells."""
    if not 0 < heads < len(rows):
        return rows, ()
    parted = [
        [_after(a, b) for a, b in zip(first, again, strict=True)]
        for first, again in zip(known[:heads], rows[:heads], strict=True)
    ]
    rests = [[slot for row in column if (slot := row)] for column in zip(*parted, strict=True)]
    if any(slot is None for row in parted for slot in row) or not any(
        slot.text for column in rests for slot in column
    ):
        return rows, ()
    row = tuple(next((s for s in column if s.text), Slot("")) for column in rests)
    return (*known[:heads], *rows[heads:]), row


def _after(first: Slot, again: Slot) -> Slot | None:
    """What a cell prints after the words of the heading; None where it prints other words."""
    words, printed = first.text.split(), again.text.split()
    if printed[: len(words)] != words or (not words and printed):
        return None
    where = again.where[len(first.where) :]
    return replace(again, text=" ".join(printed[len(words) :]), where=where)


def is_rest(known: Rows, heads: int, row: Sequence[Slot]) -> bool:
    """Words below words, no figure, where every row so far prints figures of its own."""
    last, body = known[-1], known[heads:]
    texts = [(above.text, slot.text) for above, slot in zip(last, row, strict=True) if slot.text]
    words = all(above and not counts(above) and not counts(text) for above, text in texts)
    return bool(texts) and words and len(body) >= 3 and all(map(_has_figure, body))


def _has_figure(row: Sequence[Slot]) -> bool:
    return any(FIGURE.fullmatch(slot.text) for slot in row[1:] if re.search(r"\d", slot.text))
