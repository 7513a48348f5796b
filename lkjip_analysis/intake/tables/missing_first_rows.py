"""Tables whose rows are numbered from a later number on: those before may stand elsewhere.

A scan or an extract may begin in the middle of a table. What its foot sums up holds rows that were
not seen; where an earlier table ends with the number before, its rows only go on counting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lkjip_analysis.intake.tables.printed_table import PrintedTable
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.calendar_days import YEAR

NUMBER = re.compile(r"\(?(\d{1,3})[.)]?")
BEGINS_LATER = (
    "nomor barisnya mulai dari {first}: baris sebelumnya mungkin tidak ada di dokumen ini, jadi "
    "jumlah dan rata-rata yang tidak cocok tidak disebut keliru"
)
BEGINS_AMID = (
    "tabelnya mulai tanpa judul kolom: baris sebelumnya mungkin tidak ada di dokumen ini, jadi "
    "jumlah dan rata-rata yang tidak cocok tidak disebut keliru"
)
MAY_LACK = (BEGINS_LATER, BEGINS_AMID)
FIGURE = re.compile(r"-?\d[\d.,]*\s*%?")
NUMBERING = frozenset(map(str, range(1, 31)))
"""What a line that numbers the columns prints."""
HEADED = re.compile(r"(?:no|nomor|nomer|no\s*urut|nomor\s+urut)\W*|\W*", re.IGNORECASE)


def with_missing_first_rows(tables: Sequence[PrintedTable]) -> Iterator[PrintedTable]:
    """The tables, those whose first rows may stand elsewhere marked so, with the reason."""
    ended: set[int] = set()
    for number, table in enumerate(tables):
        counted = _numbers(table)
        if counted and counted[0] > 1 and counted[0] - 1 not in ended:
            yield _partial(table, worded(BEGINS_LATER, first=counted[0]))
        elif not number and not table.title and _opens_with_a_row(table):
            yield _partial(table, worded(BEGINS_AMID))
        else:
            yield table
        ended.update(counted[-1:])


def _partial(table: PrintedTable, note: str) -> PrintedTable:
    return replace(table, is_partial=True, notes=(*table.notes, note))


def _opens_with_a_row(table: PrintedTable) -> bool:
    """Is what was taken for its heading a row of figures?"""
    told = [table.heading(number).strip() for number in range(len(table.heads))]
    figures = [text for text in told if FIGURE.fullmatch(text) and not YEAR.fullmatch(text)]
    return table.headless or (len(figures) > 1 and not NUMBERING.issuperset(figures))


def _numbers(table: PrintedTable) -> list[int]:
    """The numbers of the rows, where a column counts them one by one."""
    for place in range(len(table.heads)):
        head = table.heading(place).strip()
        if HEADED.fullmatch(head) or (not place and NUMBER.fullmatch(head)):
            told = [text.strip() for text in table.column(place) if text.strip()]
            found = [int(match[1]) for text in told if (match := NUMBER.fullmatch(text))]
            if len(found) > 1 and all(b == a + 1 for a, b in pairwise(found)):
                return found
    return []
