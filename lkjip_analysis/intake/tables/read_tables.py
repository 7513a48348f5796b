"""Tables of a document as a reader takes them: parts on several pages joined, headings of two
lines in one, column numbers left out, totals and notes told from rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.column_headings import is_numbering, numbers_an_excerpt
from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.tables.continued_tables import goes_on, joined
from lkjip_analysis.intake.tables.counted_totals import with_counted_total
from lkjip_analysis.intake.tables.doubled_columns import without_currency_signs, without_doubled
from lkjip_analysis.intake.tables.joined_codes import with_joined_codes
from lkjip_analysis.intake.tables.means_over_columns import under_achievements
from lkjip_analysis.intake.tables.missing_first_rows import with_missing_first_rows
from lkjip_analysis.intake.tables.paired_figures import with_parted_pairs
from lkjip_analysis.intake.tables.place_totals import with_place_total
from lkjip_analysis.intake.tables.printed_rows import ENUMERATION, Row
from lkjip_analysis.intake.tables.printed_table import HeadCell, PrintedTable
from lkjip_analysis.intake.tables.unnamed_means import with_unnamed_mean
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.heading_scale import is_scale_line, is_unit_line

FIGURE = re.compile(
    r"(Rp\.?|US ?\$|\$)?\s*-?\d+(?:[.,]\d+| \d{3}(?!\d))*(,[-–])?\s*(%|[^\W\d_]{1,12})?",
    re.IGNORECASE,
)
LONG_TEXT = 40
"""A lone text this long in the first column heads the rows below, merged or not."""
NEAR = 6
"""A title stands at most so many blocks above its table."""
PAGE_NUMBER = re.compile(r"\W*([ivx]+|\d{1,3})\W*", re.IGNORECASE)


def _is_title(blocks: Sequence[Block], place: int) -> bool:
    """Is a paragraph below a table the title of the next one, and no note to it?"""
    text, near = blocks[place], blocks[place + 1 : place + 1 + NEAR]
    title = next((block.title for block in near if isinstance(block, WordTable)), "")
    told = text.text if isinstance(text, Paragraph) else ""
    return bool(title and told) and (title in told or told in title)


def printed_tables(blocks: Sequence[Block]) -> tuple[PrintedTable, ...]:
    """The tables in order, with those that go on over pages joined."""
    found: list[PrintedTable] = []
    between = True
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if found and found[-1].place == place - 1 and not _is_title(blocks, place):
                found[-1] = replace(found[-1], below=block.text)
            between = between or not PAGE_NUMBER.fullmatch(block.text)
            if found and re.match(r"(?i)\W*(lanjutan|sambungan)\b", block.text):
                between = False
            continue
        table = _printed(block, place)
        if not table.rows:
            continue
        earlier = found[-1] if found else None
        on = earlier and not block.inside and goes_on(earlier, table, between, block.again)
        if earlier and on:
            found[-1] = joined(earlier, table)
        else:
            found.append(table)
        between = bool(block.inside) and between
    plain = map(without_currency_signs, with_missing_first_rows(found))
    sure = map(without_doubled, map(with_parted_pairs, plain))
    return tuple(map(_with_totals, sure))


def _with_totals(table: PrintedTable) -> PrintedTable:
    """The table, its rows that are totals told as such; lines below it are none of its rows."""
    counted = with_counted_total(replace(table, rows=table.rows[: table.end]))
    rows = with_unnamed_mean(with_place_total(counted.rows))
    return replace(counted, rows=(*rows, *table.rows[table.end :]))


def _printed(block: WordTable, place: int) -> PrintedTable:
    grid = block.grid
    titles, start = _title_rows(grid)
    rows = grid.rows[start:]
    count = _head_count(rows, max(grid.heads - start, 0))
    heads = _heads(rows[:count], grid.width)
    cells = _head_cells(rows[:count], grid.width)
    number_lines = rows[:count]
    known = {_plain(row) for row in number_lines}
    kept = tuple(
        _row(under_achievements(row, heads), start + count + i + 1)
        for i, row in enumerate(rows[count:])
        if any(slot.text or slot.unread for slot in row)
        and _plain(row) not in known
        and not is_numbering([slot.text for slot in row])
    )
    inside = (f"tabel di dalam sel ({block.inside})",) if block.inside else ()
    notes = (*inside, *grid.notes, *_said(grid))
    label, title = block.label, block.title or " ".join(titles)
    for scale in filter(is_scale_line, titles):
        title += "" if scale in title else f" {scale}"
    table = PrintedTable(
        label, title, block.part, heads, kept, place, notes, count == 0,
        is_partial=grid.is_partial, head_cells=cells
    )  # fmt: skip
    return with_joined_codes(_with_shared_heads(_without_blank_columns(table)))


def _row(row: Sequence[Slot], line: int) -> Row:
    unread = {i: slot.unread for i, slot in enumerate(row) if slot.unread}
    cells = tuple(slot.cell for slot in row) if any(slot.cell for slot in row) else ()
    texts = tuple(slot.text for slot in row)
    where = tuple(slot.where for slot in row) if any(slot.where for slot in row) else ()
    codes = {i: slot.code for i, slot in enumerate(row) if slot.code is not None}
    rounded = frozenset(i for i, slot in enumerate(row) if slot.rounded)
    return Row(texts, line, _spans(row), _wide(row), unread, cells, where, codes, rounded)


def _said(grid: Grid) -> tuple[str, ...]:
    """What of its cells was left out or decoded, each with its row."""
    return tuple(
        f"{slot.cell or f'baris {number}'}: {told}"
        for number, row in enumerate(grid.rows, 1)
        for slot in row
        for told in slot.said
    )


def _title_rows(grid: Grid) -> tuple[tuple[str, ...], int]:
    """The lines of a title inside a table, or its scale, and how many of its first rows they take:
    one that a single cell fills, several where the headings stand below them."""
    first = grid.rows[0] if grid.rows else ()
    if len(grid.rows) <= 2 or grid.width <= 1:
        return (), 0
    told = [slot.text for slot in first if slot.text]
    if not _fills_line(first):
        is_scale = len(told) == 1 and is_scale_line(told[0])
        return (tuple(told), 1) if is_scale else ((), 0)
    lines = list(takewhile(lambda row: _fills_line(row) or not _plain(row), grid.rows))
    below = grid.rows[len(lines) : len(lines) + 2]
    if len(below) < 2 or _is_data(below[0]):
        return (first[0].text,), 1
    return tuple(slot.text for row in lines for slot in row if slot.text), len(lines)


def _fills_line(row: Sequence[Slot]) -> bool:
    return bool(row[0].text) and _spans(row)


def _spans(row: Sequence[Slot]) -> bool:
    filled = [slot for slot in row if slot.text]
    if len(filled) != 1:
        return False
    lone = len(row) > 2 and row[0].text == filled[0].text and len(row[0].text) > LONG_TEXT
    return lone or filled[0].reach >= max(len(row) - 1, 2)


def _wide(row: Sequence[Slot]) -> bool:
    return next((slot.reach > 1 for slot in row if slot.text), False)


def _head_count(rows: Sequence[Sequence[Slot]], marked: int) -> int:
    if not rows:
        return 0
    count = marked or (0 if _is_data(rows[0]) else 1)
    while 0 < count < len(rows) - 1:
        row, before = rows[count], rows[count - 1]
        texts = [slot.text for slot in row]
        if _numbers_columns(row):
            return count + 1 + _under_numbers(rows, count + 1)
        under = any(slot.above for slot in row) and not _is_data(row)
        if not under and not _fills_gaps(row, before) and not is_unit_line(texts):
            break
        count += 1
    return count


def _numbers_columns(row: Sequence[Slot]) -> bool:
    """Does a line of headings only number the columns?"""
    texts = [slot.text for slot in row]
    return is_numbering(texts) or numbers_an_excerpt(texts)


def _under_numbers(rows: Sequence[Sequence[Slot]], place: int) -> int:
    """One more line of headings under the line of column numbers: K, Rp, K, Rp."""
    if place >= len(rows) - 1:
        return 0
    told = [slot.text for slot in rows[place] if slot.text]
    short = all(len(text) <= 12 and not any(map(str.isdigit, text)) for text in told)
    return int(len(told) >= 3 and short and len(set(told)) <= len(told) / 2)


OF_YEAR = re.compile(
    r"(?:tahun\s+)?(?:19|20)\d\d(?:\s*\(?%\)?|\s+(?:target|realisasi|capaian).*)?", re.IGNORECASE
)
"""A heading of a column of one year, whatever stands with the year."""


def _is_data(row: Sequence[Slot]) -> bool:
    filled = [slot.text for slot in row if slot.text]
    figures = [t for t in filled if FIGURE.fullmatch(t) and not OF_YEAR.fullmatch(t)]
    return bool(figures) and not is_numbering(filled)


def _fills_gaps(row: Sequence[Slot], before: Sequence[Slot]) -> bool:
    """A second line of headings: nothing below the first one, words under wider headings."""
    if _is_data(row) or (row[0].text and before[0].text) or not any(slot.text for slot in row):
        return False
    if row[0].text and (row[0].reach > 1 or not any(slot.text for slot in row[row[0].reach :])):
        return False  # "Misi Pertama: ..." alone heads the rows below it
    if any(_heads_columns(before[i : i + slot.reach]) for i, slot in enumerate(row) if slot.text):
        return False  # so does what reaches under several headings, its number beside it or not
    texts = [slot.text for slot in before]
    near = [{*texts[max(i - 1, 0) : i], *texts[i + 1 : i + 2]} for i in range(len(texts))]
    # A group may be printed over each of its columns: TW I, TW I, TW II, TW II.
    wide = [s.reach != 1 or not s.text or s.text in n for s, n in zip(before, near, strict=True)]
    return all(
        wide[i] or (i and wide[i - 1]) or (i + 1 < len(wide) and wide[i + 1])
        for i, slot in enumerate(row)
        if slot.text
    )


def _heads_columns(over: Sequence[Slot]) -> bool:
    """Do several headings stand over one cell, each over columns of its own?"""
    return sum(bool(slot.reach and (slot.text or slot.above)) for slot in over) > 1


def _plain(row: Sequence[Slot]) -> tuple[str, ...]:
    return tuple(plain_words(slot.text) for slot in row if slot.text)


def _heads(rows: Sequence[Sequence[Slot]], width: int) -> tuple[tuple[str, ...], ...]:
    lines: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        if _numbers_columns(row):
            continue
        last, left = "", 0
        for i, slot in enumerate(row):
            if slot.reach:
                last, left = slot.text, slot.reach
            left -= 1
            text = re.sub(r"\s*\(\d{1,2}\)$", "", last if left >= 0 else "")
            if text and (not lines[i] or lines[i][-1] != text):
                lines[i].append(text)
    return tuple(tuple(line) for line in lines)


def _head_cells(rows: Sequence[Sequence[Slot]], width: int) -> tuple[HeadCell, ...]:
    """Where each column's heading is printed, with the groups that it stands under."""
    lines = [row for row in rows if not _numbers_columns(row)]
    places, paths = [""] * width, [""] * width
    for line, row in enumerate(lines, 1):
        own, over, origin, left = "", "", "", 0
        for i, slot in enumerate(row):
            if slot.reach:
                origin, left = slot.cell or worded("kolom {number}", number=i + 1), slot.reach
                own, over = slot.text, slot.text or ("" if slot.above else over)
            left -= 1
            if left >= 0 and own:
                places[i] = origin
            told = own if left >= 0 and own else over if line < len(lines) else ""
            paths[i] = f"{paths[i]} {told}"
    return tuple(map(HeadCell, places, paths))


def _without_blank_columns(table: PrintedTable) -> PrintedTable:
    width = len(table.heads)
    held = {i for row in table.rows for i in range(width) if row.texts[i] or i in row.unread}
    kept = [i for i in range(width) if i in held or _own(table, i)]
    if len(kept) == width:
        return table
    rows = tuple(row.only(kept) for row in table.rows)
    heads = tuple(table.heads[i] for i in kept)
    cells = tuple(table.head_cells[i] for i in kept)
    return replace(table, heads=heads, head_cells=cells, rows=rows)


def _with_shared_heads(table: PrintedTable) -> PrintedTable:
    """A heading over numbers and, beside them under no heading, their names stands over both."""
    heads, cells = list(table.heads), list(table.head_cells)
    for number in range(len(heads) - 1):
        texts = [
            t
            for row in table.rows
            if not row.is_summary and not row.spans
            if (t := row.texts[number])
        ]
        if texts and not heads[number + 1] and all(map(ENUMERATION.fullmatch, texts)):
            heads[number + 1], cells[number + 1] = heads[number], cells[number]
    return replace(table, heads=tuple(heads), head_cells=tuple(cells))


def _own(table: PrintedTable, column: int) -> bool:
    """Has the column a heading that is not only its neighbour's, reaching over?"""
    head = table.heads[column]
    return bool(head) and (column == 0 or table.heads[column - 1] != head)
