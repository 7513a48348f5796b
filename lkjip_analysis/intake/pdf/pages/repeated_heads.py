"""Headings that a table prints again at the top of the next page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import FIGURE
from lkjip_analysis.intake.pdf.lines_of_text.lines import BLANK
from lkjip_analysis.intake.pdf.pages.realigning import Rows

MOST = 6
"""A heading has no more rows."""
COLUMN_NUMBER = re.compile(rf"\(?([\d{BLANK}]{{1,2}})\)?(\s*[=(:].*)?")


def repeated_rows(known: Rows, rows: Rows) -> int:
    """How many rows at the top of a part print the table's first rows again."""
    count = 0
    while count < min(len(known), len(rows) - 1, MOST) and _is_again(known[count], rows[count]):
        count += 1
    if not count:
        # Only the line of column numbers may be printed again.
        numbers = [i for i, row in enumerate(known[:5]) if numbers_columns(row)]
        if numbers and rows and _plain(rows[0]) == _plain(known[numbers[0]]):
            return 1
    return count or _same_words(known, rows)


def _same_words(known: Rows, rows: Rows) -> int:
    """How many rows head a part, if they print the words of the table's heading, however set."""
    first, again = head_count(known), head_count(rows)
    words = [
        sorted(" ".join(slot.text for row in part for slot in row).split())
        for part in (known[:first], rows[:again])
    ]
    return again if words[0] and words[0] == words[1] else 0


def head_count(rows: Rows) -> int:
    for i, row in enumerate(rows):
        texts = [slot.text for slot in row if slot.text]
        if not numbers_columns(row) and any(FIGURE.fullmatch(text) for text in texts):
            return i
    return 0


def _is_again(one: Sequence[Slot], other: Sequence[Slot]) -> bool:
    """Do two rows print the same, as far as both were read for sure?

    On a scanned page a heading "Capaian (%)" is hardly read alike twice: where most of a row is the
    same, what is marked as not read is no difference, nor the raised digit of a note; of column
    numbers, each a digit that stands alone, some are lost.
    """
    told, again = _plain(one), _plain(other)
    if told == again:
        return True
    if len(told) != len(again):
        return False
    alike = [a == b or _but_for_a_note(a, b) for a, b in zip(told, again, strict=True)]
    numbers = numbers_columns(one) and numbers_columns(other)
    doubted = [
        bool(a.unread or b.unread or (numbers and not (a.text and b.text)))
        for a, b in zip(one, other, strict=True)
    ]
    filled = [bool(a or b) for a, b in zip(told, again, strict=True)]
    same = sum(a and b for a, b in zip(alike, filled, strict=True))
    others = all(a or b for a, b in zip(alike, doubted, strict=True))
    return others and same >= 2 and (numbers or 2 * same > sum(filled))


def _but_for_a_note(one: str, other: str) -> bool:
    """Is one heading the other with the digit of a note behind it?"""
    short, long = sorted((one, other), key=len)
    return bool(short) and re.fullmatch(re.escape(short) + r"\d", long) is not None


def _plain(row: Sequence[Slot]) -> tuple[str, ...]:
    return tuple(re.sub(r"\W+", "", slot.text).casefold() for slot in row)


def numbers_columns(row: Sequence[Slot]) -> bool:
    """Does a row number the columns, as far as its numbers were read for sure?"""
    texts = [slot.text for slot in row if slot.text]
    numbers = [COLUMN_NUMBER.fullmatch(text) for text in texts]
    told = [int(n[1]) for n in numbers if n and n[1].isdigit()]
    return all(numbers) and len(told) >= 2 and told == sorted(set(told))
