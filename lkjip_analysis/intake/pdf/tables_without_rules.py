"""Tables without rules: columns from the gaps that their lines leave free, rows from the gaps
between them.

Two figures are never put into one cell unless one of them was cut by the end of its line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.printed_places import Box, Place, around
from lkjip_analysis.intake.pdf.cells import LOOSE, PageTable, sure_text
from lkjip_analysis.intake.pdf.column_pieces import FIGURE, ITEM, NUMBER, Piece
from lkjip_analysis.intake.pdf.columns_without_rules import Run, runs_of
from lkjip_analysis.intake.pdf.ink import Ink
from lkjip_analysis.intake.pdf.lines import Line
from lkjip_analysis.intake.pdf.rows_without_rules import rows_of, tells
from lkjip_analysis.intake.pdf.table_heads import head_rows, is_numbering
from lkjip_analysis.intake.pdf.turned_text import as_printed
from lkjip_analysis.intake.pdf.wrapping import NO_ROOM, Room

FIRM = 0.95
"""The part of the cells in columns of figures that must hold one figure each."""


def aligned_tables(lines: Sequence[Line], ink: Ink) -> tuple[list[PageTable], list[Line]]:
    """The tables among lines that no rule encloses, and the lines outside them."""
    tables: list[PageTable] = []
    rest: list[Line] = []
    done = 0
    for start, end, run in runs_of(lines):
        rest += lines[done:start]
        done = end
        tables.append(_table(run, ink))
    return tables, [*rest, *lines[done:]]


def _table(run: Run, ink: Ink) -> PageTable:
    anchors = _anchors(run)
    count = _head_lines(run, anchors)
    groups = rows_of(run.lines[count:], anchors)
    heads = head_rows(run, count, ink)
    rows = [_row(group, run, ink) for group in groups]
    if not _is_firm(rows, anchors):
        rows = [
            tuple(replace(slot, unread=LOOSE) if slot.text else slot for slot in row)
            for row in rows
        ]
    box = around(piece.line.box for row in run.lines for piece in row)
    bold = [*[False] * len(heads), *[all(p.line.bold for p in group) for group in groups]]
    return PageTable((*heads, *rows), run.xs, box, ink.page, False, tuple(bold))


def _is_firm(rows: Sequence[Sequence[Slot]], anchors: Sequence[int]) -> bool:
    """Does nearly every cell of the columns of figures hold one figure, and nothing else?"""
    texts = [
        row[c].text
        for row in rows
        for c in anchors
        if row[c].text and row[c].reach == 1 and not (c == 0 and ITEM.fullmatch(row[c].text))
    ]
    figures = [t for t in texts if FIGURE.fullmatch(t) or NUMBER.fullmatch(t)]
    over = [slot for row in rows for slot in row if slot.reach > 1 and FIGURE.fullmatch(slot.text)]
    return len(figures) >= FIRM * len(texts) and not over


def _anchors(run: Run) -> list[int]:
    """The columns that print a figure in each row."""
    found = []
    for column in range(run.width):
        texts = [p.line.text for row in run.lines for p in row if p.first == p.last == column]
        figures = [text for text in texts if FIGURE.fullmatch(text) or NUMBER.fullmatch(text)]
        if len(figures) >= min(2, len(run.lines) - 3) and len(figures) >= 0.3 * len(texts):
            found.append(column)
    return found


def _head_lines(run: Run, anchors: Sequence[int]) -> int:
    """How many lines come before the first row that holds a figure or number of its own."""
    for i, row in enumerate(run.lines):
        if is_numbering(row):
            return i
        told = [p for p in row if p.first in anchors and p.first == p.last and tells(p)]
        # A lone figure among words belongs to a heading ("Jumlah 1").
        if len(told) >= max(1, len(anchors) / 2):
            return i
    return 1 if len(run.lines) > 1 else 0


def _row(pieces: Sequence[Piece], run: Run, ink: Ink) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    column = 0
    while column < run.width:
        held = [p.line for p in pieces if p.first == column]
        last = max((p.last for p in pieces if p.first == column), default=column)
        # A cell reaches over others only where nothing else stands in them.
        taken = [p.first for p in pieces if column < p.first <= last]
        last = min(taken, default=last + 1) - 1
        cell = Box(run.xs[column], 0, run.xs[last + 1], 0)
        slots.append(_slot(held, cell, ink, last - column + 1, run.widest(column)))
        slots += [Slot("", 0)] * (last - column)
        column = last + 1
    return tuple(slots)


def _slot(lines: Sequence[Line], cell: Box, ink: Ink, reach: int, widest: float) -> Slot:
    ordered = sorted(lines, key=lambda line: (line.base, line.box.x0))
    text, unread = sure_text(ordered, cell, Room(widest, False) if reach == 1 else NO_ROOM)
    where = tuple(Place(ink.page, as_printed(line.box, ink)) for line in ordered)
    return Slot(text, reach, False, where, unread)
