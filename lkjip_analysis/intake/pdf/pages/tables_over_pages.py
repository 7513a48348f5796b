"""Tables that go on over pages: same columns, nothing between; a repeated heading is dropped,
a row that the break has cut is made whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.pdf.lines_of_text.cells import CUT_OFF, PageTable
from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import FIGURE, NUMBER, counts
from lkjip_analysis.intake.pdf.lines_of_text.wrapping import text_over_break
from lkjip_analysis.intake.pdf.pages.cut_cells_above import with_rests_above
from lkjip_analysis.intake.pdf.pages.page import Page, TextLine
from lkjip_analysis.intake.pdf.pages.realigning import Rows, realigned
from lkjip_analysis.intake.pdf.pages.repeated_heads import (
    head_count,
    numbers_columns,
    repeated_rows,
)
from lkjip_analysis.intake.pdf.pages.rests_of_rows import (
    is_rest,
    lines_left,
    row_left,
    without_heading,
)

SHIFT = 9.0
"""How far the columns of the next page may lie from those of the page before, in points."""
ON = re.compile(r"\W*(lanjutan|sambungan)\b.*", re.IGNORECASE)


@dataclass(frozen=True)
class Joined:
    """A table over one page or more."""

    rows: Rows
    xs: tuple[float, ...]
    last: int
    """The page on which it ends."""
    ruled: bool = True
    parts: int = 1
    repeats: int = 0
    """How many rows of headings were printed again and dropped."""


def joined(pages: Sequence[Page]) -> list[TextLine | Joined]:
    """All that the pages hold in reading order, tables over page breaks in one."""
    found: list[TextLine | Joined] = []
    for page in pages:
        fresh = True
        items: Sequence[TextLine | PageTable] = page.items
        if found and isinstance(last := found[-1], Joined):
            found[-1], items = _with_lines_left(last, items)
        for item in items:
            if isinstance(item, TextLine):
                on = fresh and found and isinstance(found[-1], Joined) and ON.fullmatch(item.text)
                fresh = bool(on)
                found += [] if on else [item]
                continue
            before = found[-1] if found else None
            if fresh and isinstance(before, Joined) and _goes_on(before, item):
                found[-1] = _with(before, item)
            else:
                found.append(Joined(item.rows, item.xs, item.page, item.ruled))
            fresh = False
    return found


def _with_lines_left(
    before: Joined, items: Sequence[TextLine | PageTable]
) -> tuple[Joined, Sequence[TextLine | PageTable]]:
    """The table with what lone lines at the top of the page print of its last row, and the rest."""
    lines = lines_left(items)
    row = row_left(lines, before.rows, before.xs) if lines else ()
    table = items[len(lines)] if row else None
    if not isinstance(table, PageTable) or not _goes_on(before, table):
        return before, items
    if not (is_rest(before.rows, head_count(before.rows), row) or _is_cut(before.rows, row)):
        return before, items
    whole = (*before.rows[:-1], _whole(before.rows[-1], row))
    return replace(before, rows=whole), items[len(lines) :]


def _goes_on(before: Joined, table: PageTable) -> bool:
    """Is this the same table, one page later?"""
    if table.page != before.last + 1 or before.ruled != table.ruled:
        return False
    if table.goes_on and table.xs == before.xs:
        return True
    if not table.ruled:
        rows = realigned(before.rows, before.xs, table)
        if rows is not None:
            rows, _ = without_heading(before.rows, rows, head_count(before.rows))
        return rows is not None and (
            repeated_rows(before.rows, rows) > 0
            or not _is_new_head(before, replace(table, rows=rows))
        )
    if len(table.xs) != len(before.xs):
        return _regrouped(before, table) is not None
    moved = table.xs[0] - before.xs[0]
    return all(abs(b - a - moved) <= SHIFT for a, b in zip(before.xs, table.xs, strict=True)) and (
        repeated_rows(*with_rests_above(before.rows, table.rows)) > 0
        or not _is_new_head(before, table)
    )


def _is_new_head(before: Joined, table: PageTable) -> bool:
    """Does the part begin with headings of its own, other than those of the table before?"""
    first = [slot.text for slot in table.rows[0] if slot.text] if table.rows else []
    figures = any(FIGURE.fullmatch(text) or NUMBER.fullmatch(text) for text in first)
    words = [text for text in first if re.search(r"[^\W\d]{2}", text)]
    full = len(first) == len(table.rows[0]) if table.rows else False
    named = re.fullmatch(r"(?i)no\.?|nomor", first[0]) if first else None
    return bool(named) or (
        full and not figures and len(words) == len(first) > 2 and _has_figures(before.rows)
    )


def _has_figures(rows: Rows) -> bool:
    return any(FIGURE.fullmatch(slot.text) for row in rows for slot in row if slot.text)


def _regrouped(before: Joined, table: PageTable) -> Rows | None:
    """The rows of a part that draws fewer or more uprights, in the columns of the table before.

    Every upright of the part must be one of the table's: a row may reach over some, none is new.
    """
    places = []
    for x in table.xs:
        near = [i for i, at in enumerate(before.xs) if abs(at - x) <= SHIFT]
        if not near:
            return None
        places.append(near[0])
    if len(set(places)) != len(places) or places[0] != 0 or places[-1] != len(before.xs) - 1:
        return None
    made = []
    for row in table.rows:
        slots = [Slot("", 0)] * (len(before.xs) - 1)
        for i, slot in enumerate(row):
            end = places[min(i + max(slot.reach, 1), len(places) - 1)]
            reach = end - places[i] if slot.reach else 0
            slots[places[i]] = replace(slot, reach=reach)
        made.append(tuple(slots))
    return tuple(made)


def _with(before: Joined, table: PageTable) -> Joined:
    known, rows = with_rests_above(before.rows, _in_columns_of(before, table))
    left: tuple[Slot, ...] = ()
    if not table.ruled:
        rows, left = without_heading(known, rows, head_count(known))
    if left and is_rest(known, head_count(known), left):
        known, left = (*known[:-1], _whole(known[-1], left)), ()
    count = repeated_rows(known, rows)
    rest = (left, *rows[count:]) if left else rows[count:]
    cut = table.cut and not count and not left
    if rest and known and (cut or _is_rest(known, rest)):
        known, rest = (*known[:-1], _whole(known[-1], rest[0])), rest[1:]
    return Joined(
        (*known, *rest),
        before.xs,
        table.page,
        before.ruled,
        before.parts + 1,
        before.repeats + count,
    )


def _in_columns_of(before: Joined, table: PageTable) -> Rows:
    if not table.ruled:
        return realigned(before.rows, before.xs, table) or table.rows
    same = len(table.xs) == len(before.xs)
    return table.rows if same else _regrouped(before, table) or table.rows


def _is_cut(known: Rows, row: Sequence[Slot]) -> bool:
    """Was the last row before the break cut in two, and is this the rest of it?

    Its rest prints no number of its own, adds words to words that go on, and no figure beside
    a figure.
    """
    last = known[-1]
    told = [(a, b) for a, b in zip(last, row, strict=True) if a.text and b.text]
    if not told or len(last) != len(row) or any(a.reach != b.reach for a, b in told):
        return False
    if _are_figures_cut(last, row):
        return True
    if any(counts(b.text) for _, b in told) or not any(slot.text for slot in row):
        return False
    if sum(_numbered(known)) and row[0].text:
        return False
    alone = [b for a, b in zip(last, row, strict=True) if b.text and not a.text]
    if any(not a.above and NUMBER.fullmatch(a.text) for a in alone):
        return False
    if _is_numbered(known) and last[0].text and not alone and not row[0].above:
        # Every row has its number: what has none is no row of its own.
        return len(told) < len(row) - 1
    return all(_runs_on(a.text, b.text) for a, b in told)


def _are_figures_cut(last: Sequence[Slot], row: Sequence[Slot]) -> bool:
    """Is every figure of the row the rest of one that the break has cut, two at least?

    Of one alone a row that prints nothing else may be of its own.
    """
    figures = [(a.text, b.text) for a, b in zip(last, row, strict=True) if counts(b.text)]
    whole = all(a and text_over_break(a, b) == a + b for a, b in figures)
    return whole and len(figures) > 1 and not row[0].text


def _is_rest(known: Rows, rest: Rows) -> bool:
    """Does the first row of a part end the last one before the break?"""
    own = _is_cut(known, rest[0]) or _is_cut_heading(known, rest)
    return own or _is_between_numbers(known, rest)


def _is_between_numbers(known: Rows, rest: Rows) -> bool:
    """Does the part begin with words alone, between the rows of two numbers that follow each other?

    A line over the rows below it is none: such a table has others.
    """
    last, first, following = known[-1], rest[0], rest[1:]
    if not following or first[0].text or _prints_figures(first):
        return False
    body = known[head_count(known) :]
    bare = any(not (row[0].text or _prints_figures(row)) for row in (*body, *following))
    if bare or not body:
        return False
    beside = all(a.text for a, b in zip(last, first, strict=False) if b.text)
    before, behind = (re.fullmatch(r"(\d{1,3})[.)]?", row[0].text) for row in (last, following[0]))
    return bool(before and behind and beside and int(before[1]) + 1 == int(behind[1]))


def _prints_figures(row: Sequence[Slot]) -> bool:
    return any(counts(slot.text) for slot in row)


def _is_cut_heading(known: Rows, rest: Rows) -> bool:
    """Did the break cut the heading: words in some of its columns, then the column numbers?"""
    heading = not any(counts(slot.text) for row in known for slot in row)
    words = not any(counts(slot.text) for slot in rest[0])
    return (
        heading
        and words
        and len(rest) > 1
        and numbers_columns(rest[1])
        and len(known[-1]) == len(rest[0])
    )


def _is_numbered(known: Rows) -> bool:
    """Do the rows begin with numbers, each its own?"""
    numbers = [row[0].text for row in known if NUMBER.fullmatch(row[0].text)]
    return len(numbers) >= 3 and len(set(numbers)) == len(numbers) >= 0.7 * len(known)


def _numbered(known: Rows) -> list[bool]:
    return [bool(NUMBER.fullmatch(row[0].text)) for row in known[-6:] if row[0].text]


def _runs_on(text: str, rest: str) -> bool:
    """Do the words after the break go on with the sentence before it?"""
    small = rest[0].islower() or rest[0] in "(,;&/"
    open_end = text[-1] in ",-/&(" or text.split()[-1].casefold() in {"dan", "yang", "di", "ke"}
    return small or open_end


def _whole(row: Sequence[Slot], rest: Sequence[Slot]) -> tuple[Slot, ...]:
    return tuple(
        replace(
            a,
            text=(text := text_over_break(a.text, b.text)),
            where=(*a.where, *b.where),
            unread=b.unread
            if a.unread == CUT_OFF and len(text.split()) == 1
            else a.unread or b.unread,
        )
        for a, b in zip(row, rest, strict=True)
    )
