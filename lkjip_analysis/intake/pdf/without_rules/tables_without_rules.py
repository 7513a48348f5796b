"""Tables without rules: columns from the gaps that their lines leave free, rows from the gaps
between them.

Two figures are never put into one cell unless one of them was cut by the end of its line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.printed_places import Box, around
from lkjip_analysis.intake.pdf.contents.ink import Ink
from lkjip_analysis.intake.pdf.lines_of_text.cells import CUT_OFF, LOOSE, PageTable, sure_text
from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import (
    COLUMN,
    FIGURE,
    ITEM,
    NUMBER,
    Piece,
    is_amount,
)
from lkjip_analysis.intake.pdf.lines_of_text.lines import Line
from lkjip_analysis.intake.pdf.lines_of_text.sheets import Sheets, sheets_of
from lkjip_analysis.intake.pdf.lines_of_text.wrapping import NO_ROOM, Room
from lkjip_analysis.intake.pdf.without_rules.columns_without_rules import Run
from lkjip_analysis.intake.pdf.without_rules.cut_rows import is_cut_row
from lkjip_analysis.intake.pdf.without_rules.rows_without_rules import (
    breaks_letters,
    first_of_row,
    rows_of,
    tells,
)
from lkjip_analysis.intake.pdf.without_rules.section_lines import is_section
from lkjip_analysis.intake.pdf.without_rules.stretches import runs_of
from lkjip_analysis.intake.pdf.without_rules.table_heads import head_rows, is_numbering

MEASURED = re.compile(r"\d[\d.,]*(?:\s+[^\W\d]{1,9}){1,2}\s?[²³]?")
ONE_FIGURE = (FIGURE, NUMBER, COLUMN, MEASURED)
"""A figure, the number of a row or of a column with its formula, a figure with its unit."""
Row = Sequence[Piece]
BROKEN = re.compile(r"\W*(?:Rp\.?\s*)?\d{1,3}(?:\.\d{3})+\.(?:\d{1,2})?\W*")
"""A figure of which the end is lacking."""
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
        tables += tables_of(run, sheets_of([ink]))
    return tables, [*rest, *lines[done:]]


def tables_of(run: Run, sheets: Sheets) -> list[PageTable]:
    """The part of a table on each page that its lines stand on."""
    anchors = _anchors(run)
    count = _head_lines(run, anchors)
    first = sheets.number(run.lines[0][0].line.box)
    by_page: list[list[Row]] = [[] for _ in sheets.pages]
    for row in run.lines:
        by_page[sheets.number(row[0].line.box)].append(row)
    parts = [_unheaded(lines, run, count) for lines in by_page]
    heads = head_rows(run, count, sheets)
    letters = breaks_letters(run.lines)
    groups = rows_of(parts, [] if letters else anchors)
    rooms = [Room(run.widest(column), letters) for column in range(run.width)]
    rows = [[_row(group, run, sheets, rooms) for group in part] for part in groups]
    firm = _is_firm([row for part in rows for row in part], anchors)
    unsure = _beside_unheaded(run, count) if firm else set(range(run.width))
    rows = [[_loose(row, unsure) for row in part] for part in rows]
    made = []
    for number, (part, group) in enumerate(zip(rows, groups, strict=True)):
        headed = heads if number == first else []
        if not headed and not part:
            continue
        box = around(sheets.on_page(piece.line.box) for row in by_page[number] for piece in row)
        bold = [*[False] * len(headed), *[all(p.line.bold for p in row) for row in group]]
        page = sheets.pages[number].page
        before = groups[number - 1] if number else []
        cut = bool(before and group) and is_cut_row(before[-1], group[0], run, groups)
        on = number != first
        made.append(PageTable((*headed, *part), run.xs, box, page, False, tuple(bold), on, cut))
    return made


def _unheaded(part: list[Row], run: Run, count: int) -> list[Row]:
    """The lines of a page without the first `count` of the table, which may be printed again."""
    heads = [_texts(row) for row in run.lines[:count]]
    again = sum(a == b for a, b in zip(map(_texts, part), heads, strict=False))
    first = sum(any(row is head for head in run.lines[:count]) for row in part)
    return part[count:] if again == count else part[first:]


def _texts(row: Row) -> list[str]:
    return [piece.line.text for piece in row]


def _loose(row: Sequence[Slot], unsure: Set[int]) -> tuple[Slot, ...]:
    if not unsure:
        return tuple(row)
    return tuple(
        replace(slot, unread=LOOSE) if slot.text and column in unsure else slot
        for column, slot in enumerate(row)
    )


def _beside_unheaded(run: Run, count: int) -> set[int]:
    """The columns of figures without a heading where others have one, and those beside them: each
    of their figures may be one of the column beside."""
    headed = {c for row in run.lines[:count] for p in row for c in range(p.first, p.last + 1)}
    if len(headed) <= run.width / 2:
        return set()
    figures = {
        p.first
        for row in run.lines[count:]
        for p in row
        if 0 < p.first == p.last and tells(p) and p.first not in headed
    }
    return {c for column in figures for c in (column - 1, column, column + 1) if c > 0}


def _first_beside(lines: Sequence[Sequence[Piece]], i: int) -> int:
    """The first of the lines that stand beside one another with this one."""
    while i and lines[i - 1][0].line.box.bottom > lines[i][0].line.box.top + 1:
        i -= 1
    return i


def _is_firm(rows: Sequence[Sequence[Slot]], anchors: Sequence[int]) -> bool:
    """Does nearly every cell of the columns of figures hold one figure, and nothing else?"""
    told = [row for row in rows if any(FIGURE.fullmatch(row[c].text) for c in anchors)]
    texts = [
        row[c].text
        for row in told
        for c in anchors
        if row[c].text and row[c].reach == 1 and not (c == 0 and ITEM.fullmatch(row[c].text))
    ]
    figures = [t for t in texts if any(known.fullmatch(t) for known in ONE_FIGURE)]
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
        if _begins_body(row, anchors):
            count = first_of_row(run.lines, _first_beside(run.lines, i), anchors)
            return _without_sections(run, count)
    return 1 if len(run.lines) > 1 else 0


def _without_sections(run: Run, count: int) -> int:
    """The lines of headings without the one below them that heads the first rows."""
    told = [[piece.line for piece in row] for row in run.lines[count:] if len(row) > 1]
    while count > 1 and is_section([piece.line for piece in run.lines[count - 1]], told):
        count -= 1
    return count


def _begins_body(row: Row, anchors: Sequence[int]) -> bool:
    """Are there figures of its own in half of the columns, or an amount, which no heading is?

    A lone figure among words belongs to a heading ("Jumlah 1"), but for one beside a name.
    """
    told = [p for p in row if p.first in anchors and p.first == p.last and tells(p)]
    named = row[0].first == 0 and len(told) == len(row) - 1
    return len(told) >= max(1, len(anchors) / 2) or any(
        is_amount(p.line.text) or (named and p.first) for p in told
    )


def _row(
    pieces: Sequence[Piece], run: Run, sheets: Sheets, rooms: Sequence[Room]
) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    column = 0
    while column < run.width:
        held = [p.line for p in pieces if p.first == column]
        last = max((p.last for p in pieces if p.first == column), default=column)
        # A cell reaches over others only where nothing else stands in them.
        taken = [p.first for p in pieces if column < p.first <= last]
        last = min(taken, default=last + 1) - 1
        cell = Box(run.xs[column], 0, run.xs[last + 1], 0)
        slots.append(_slot(held, cell, sheets, last - column + 1, rooms[column]))
        slots += [Slot("", 0)] * (last - column)
        column = last + 1
    return tuple(slots)


def _slot(lines: Sequence[Line], cell: Box, sheets: Sheets, reach: int, room: Room) -> Slot:
    ordered = sorted(lines, key=lambda line: (line.base, line.box.x0))
    text, unread = sure_text(ordered, cell, room if reach == 1 else NO_ROOM)
    unread = unread or (CUT_OFF if BROKEN.fullmatch(text) else "")
    where = tuple(sheets.place(line.box) for line in ordered)
    return Slot(text, reach, False, where, unread)
