"""A workbook as the blocks that a report in Word gives: each table of a sheet as a grid of what its
cells print, its title from the lines above, and one sentence for what is no table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from lkjip_analysis.intake.document.blocks import CAPTION, Block, Paragraph, WordTable
from lkjip_analysis.intake.document.column_styles import DEFAULT, written
from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.document.printed_places import elsewhere
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.sheets.codes import EXAMPLE, codes_of
from lkjip_analysis.intake.sheets.sheet_cells import Refused
from lkjip_analysis.intake.sheets.sheet_parts import WIDEST, parts_of, shared_title
from lkjip_analysis.intake.sheets.sheet_sentences import sentences_in, without_sentences_below
from lkjip_analysis.intake.sheets.sheet_styles import texts_in
from lkjip_analysis.intake.sheets.sipd_exports import added_up
from lkjip_analysis.intake.sheets.workbook_sheets import Merge, Sheet, open_sheets
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.heading_scale import scale_in
from lkjip_analysis.numbers.printed import Style

LONGEST = 20_000
"""No table of a report has more rows."""
TITLE_LINES = 6
"""Letterheads of offices take that many lines above the title of a table."""
NAMED = 6
"""So many cells are named one by one."""


def read_sheets(path: Path) -> tuple[Block, ...]:
    """The tables of a workbook in the order of its sheets.

    Raises: InputError where it cannot be opened.
    """
    return tuple(
        block for sheet in parts_of(added_up(open_sheets(path))) for block in _blocks(sheet)
    )


def _blocks(sheet: Sheet) -> Iterator[Block]:
    if sheet.hidden:
        yield _told(phrase('Lembar "{title}" tersembunyi: tidak dibaca.', title=sheet.title))
        return
    rows = sorted({row for row, _ in sheet.cells if row not in sheet.hidden_rows})
    if not rows:
        return
    yield from _uncalculated(sheet)
    examples = [r for r in rows if sheet.label(r, min(sheet.filled.get(r, [1]))) == EXAMPLE]
    if examples:
        yield _told(
            phrase(
                'Lembar "{title}": baris contoh isian tidak dibaca: {rows}.',
                title=sheet.title,
                rows=", ".join(map(str, examples)),
            )
        )
    left_out = {*sheet.hidden_rows, *examples}
    rows = [row for row in rows if row not in left_out]
    made = [block for chunk in _chunks(sheet, rows, left_out) for block in _table(sheet, chunk)]
    if not any(map(_says_something, made)):
        yield _told(
            phrase('Lembar "{title}" bukan tabel laporan: tidak dibaca.', title=sheet.title)
        )
    yield from made


def _says_something(block: Block) -> bool:
    """Is it a table, or a sentence?"""
    return isinstance(block, WordTable) or (bool(block.text) and not block.heading)


def _uncalculated(sheet: Sheet) -> Iterator[Block]:
    """That formulas have no value, of all of them: a column of them alone looks like none."""
    places = [
        sheet.place(*at)
        for at, raw in sheet.cells.items()
        if raw.value is None and raw.formula and not raw.blank
    ]
    if places:
        shown = ", ".join(places[:NAMED]) + (", …" if len(places) > NAMED else "")
        yield _told(
            phrase(
                'Lembar "{title}": {count} rumus belum pernah dihitung ({shown}) dan tidak diuji. '
                "Buka dan simpan sekali di Excel atau LibreOffice, lalu ulangi.",
                title=sheet.title,
                count=len(places),
                shown=shown,
            )
        )


def _told(sentence: str) -> Paragraph:
    return Paragraph("", "", 0, listed=True, said=(sentence,))


def _chunks(sheet: Sheet, rows: Sequence[int], left_out: Set[int]) -> Iterator[list[int]]:
    """Rows that stand together; a blank row under headings, or before more figures, parts none."""
    chunk = list(rows[:1])
    for before, row in pairwise(rows):
        apart = any(between not in left_out for between in range(before + 1, row))
        if apart and not _goes_on(sheet, chunk, row):
            yield chunk
            chunk = []
        chunk.append(row)
    yield chunk


def _goes_on(sheet: Sheet, chunk: Sequence[int], row: int) -> bool:
    above, below = sheet.filled[chunk[-1]], sheet.filled[row]
    shared = len(set(above) & set(below))
    return shared >= 2 and any(_has_digit(sheet, row, column) for column in below[1:])


def _has_digit(sheet: Sheet, row: int, column: int) -> bool:
    return any(sign.isdigit() for sign in sheet.label(row, column))


def _table(sheet: Sheet, chunk: Sequence[int]) -> Iterator[Block]:
    """The titles above, and the table below them, of rows that stand together."""
    counts = {row: len(sheet.filled[row]) for row in chunk}
    start = next((i for i, row in enumerate(chunk) if counts[row] > 1), len(chunk))
    titles = [sheet.label(row, sheet.filled[row][0]) for row in chunk[:start] if counts[row]]
    yield from (
        Paragraph(text, sheet.title, 0, heading=True)
        for text in titles
        if not any(sign.isdigit() for sign in text)
    )
    body = without_sentences_below(sheet, chunk[start:])
    while body and _is_only_number(sheet, body[-1]):
        body.pop()
    if sum(counts[row] > 1 for row in body) < 2:
        yield from sentences_in(sheet, chunk)
        return
    yield from sentences_in(sheet, chunk[:start])
    columns = sorted({c for row in body for c in sheet.filled[row]})
    unseen = [c for c in columns if _is_unseen(sheet, body, c)]
    columns = [c for c in columns if c not in unseen]
    place = f"{sheet.title}!{body[0]}"
    if len(columns) > WIDEST or len(body) > LONGEST:
        yield _told(
            phrase(
                "{place}: {columns} kolom, {rows} baris: bukan tabel laporan.",
                place=place,
                columns=len(columns),
                rows=len(body),
            )
        )
        return
    label, title = _caption(sheet, _above(sheet, body[0], titles))
    styles = _styles(sheet, columns, body)
    rows = _with_codes(sheet, body, columns, [_row(sheet, row, columns, styles) for row in body])
    hidden = _hidden_rows(sheet, body)
    lost = any(_has_figure(sheet, row) for row in hidden)
    grid = Grid(rows, 0, (), _notes(sheet, hidden, unseen), lost)
    yield WordTable(grid, label, title, sheet.title)
    yield from sentences_in(sheet, [row for row in chunk if row > body[-1]])


def _is_only_number(sheet: Sheet, row: int) -> bool:
    """A row of a form that was prepared and not filled in."""
    filled = sheet.filled[row]
    return len(filled) == 1 and bool(re.fullmatch(r"\d+\.?", sheet.label(row, filled[0])))


def _above(sheet: Sheet, top: int, titles: Sequence[str]) -> list[str]:
    """The title lines of a table: its own, else those a blank row above it.

    What all tables of the sheet count in may stand at the top of it.
    """
    if titles:
        shared = [sheet.label(row, sheet.filled[row][0]) for row in shared_title(sheet)]
        own = any(map(scale_in, titles))
        return [*titles[-TITLE_LINES:], *(line for line in shared if not own and scale_in(line))]
    near = [row for row in range(max(top - TITLE_LINES, 1), top) if row not in sheet.hidden_rows]
    lines = [(row, sheet.filled.get(row, [])) for row in near]
    below = max((at for at, (_, filled) in enumerate(lines, 1) if len(filled) > 1), default=0)
    return [sheet.label(row, filled[0]) for row, filled in lines[below:] if filled]


def _caption(sheet: Sheet, titles: Sequence[str]) -> tuple[str, str]:
    """The label ("Tabel 3.2") and the title; the sheet's name where none is printed."""
    text = one_line(" ".join(titles))
    match = CAPTION.fullmatch(text)
    if match:
        return re.sub(r"(?i)^tabel\.?\s*", "Tabel ", one_line(match["label"])), match["title"]
    return sheet.name, text


def _is_unseen(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    """Are all letters of a column in the colour of what is behind them?"""
    held = [raw for row in rows if (raw := sheet.cells.get((row, column)))]
    return all(raw.is_unseen for raw in held if raw.label.strip())


def _hidden_rows(sheet: Sheet, body: Sequence[int]) -> list[int]:
    """The rows within a table, or next to it, that are hidden and hold something."""
    first, last = body[0], body[-1]
    while first - 1 in sheet.hidden_rows:
        first -= 1
    while last + 1 in sheet.hidden_rows:
        last += 1
    span = range(first, last + 1)
    return [row for row in sorted(sheet.hidden_rows) if row in span and _holds(sheet, row)]


def _notes(sheet: Sheet, rows: Sequence[int], unseen: Sequence[int]) -> tuple[str, ...]:
    columns = sorted({*(set(sheet.columns) & sheet.hidden_columns), *unseen})
    notes = [*sheet.said]
    if rows:
        notes.append(
            phrase("baris tersembunyi tidak dibaca: {rows}", rows=", ".join(map(str, rows[:10])))
        )
    if columns:
        names = [sheet.place(1, column).rpartition("!")[2][:-1] for column in columns[:10]]
        notes.append(phrase("kolom tersembunyi tidak dibaca: {names}", names=", ".join(names)))
    return tuple(notes)


def _holds(sheet: Sheet, row: int) -> bool:
    return any((row, column) in sheet.cells for column in sheet.columns)


def _has_figure(sheet: Sheet, row: int) -> bool:
    """Does a row hold anything that a total may count? Words alone it does not."""
    cells = (sheet.cells[row, column] for column in sheet.columns_of.get(row, ()))
    return any(raw.formula or re.search(r"\d", raw.label) for raw in cells)


def _styles(sheet: Sheet, columns: Sequence[int], rows: Sequence[int]) -> dict[int, Style]:
    """The columns whose texts prove a style: their numbers are printed in it too."""
    told = {column: written(texts_in(sheet, column, rows)).proven for column in columns}
    return {column: next(iter(found)) for column, found in told.items() if len(found) == 1}


def _with_codes(
    sheet: Sheet, rows: Sequence[int], columns: Sequence[int], told: Sequence[tuple[Slot, ...]]
) -> tuple[tuple[Slot, ...], ...]:
    """The rows with what their numbers are as codes, for a column that turns out to hold them."""
    codes = [codes_of(sheet, column, rows) for column in columns]

    def coded(row: int, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
        return tuple(
            replace(slot, code=codes[i][row] or "") if row in codes[i] else slot
            for i, slot in enumerate(slots)
        )

    return tuple(coded(*one) for one in zip(rows, told, strict=True))


def _row(
    sheet: Sheet, row: int, columns: Sequence[int], styles: Mapping[int, Style]
) -> tuple[Slot, ...]:
    merges = sheet.merges_over.get(row, ())
    return tuple(_slot(sheet, row, column, columns, merges, styles) for column in columns)


def _slot(
    sheet: Sheet,
    row: int,
    column: int,
    columns: Sequence[int],
    merges: Sequence[Merge],
    styles: Mapping[int, Style],
) -> Slot:
    merge = next((one for one in merges if one.holds(row, column)), None)
    style = styles.get(column, DEFAULT)
    if merge is None:
        return _printed(sheet, row, column, 1, style)
    inside = [c for c in columns if merge.left <= c <= merge.right]
    reach = len(inside) if column == inside[0] else 0
    if row == merge.top and column == inside[0]:
        return _printed(sheet, merge.top, merge.left, reach, style)
    return Slot("", reach, row > merge.top, cell=sheet.place(row, column))


def _printed(sheet: Sheet, row: int, column: int, reach: int, style: Style) -> Slot:
    """A cell as it prints; one that is not known keeps what it stores, and says why."""
    place = sheet.place(row, column)
    said = tuple(map(str, sheet.unread(row, column)))
    try:
        text, unread = one_line(sheet.text(row, column, style)), ""
    except Refused as refused:
        text, unread = sheet.label(row, column), f"{place}: {phrase(refused.found)}"
    told, rounded = () if unread else said, sheet.is_rounded(row, column)
    return Slot(text, reach, False, (elsewhere(place),), unread, told, place, rounded)
