"""A count of a sentence beside the table that it opens: "terdapat 3 sasaran sebagai berikut" above
a table with four of them.

The table must show that all its things were read: it numbers them from one without a gap, or
another of its columns has as many entries as are told, so that its rows were counted as something
else ("4 sasaran" above two goals with four indicators).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.blocks import CAPTION, LONGEST_HEADING, Block, WordTable
from lkjip_analysis.intake.noticed.counts.counted_lists import behind_count, count_told
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import Writer
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable
from lkjip_analysis.intake.sentences.said_figures import SaidFigure
from lkjip_analysis.language import worded

THINGS = ("sasaran", "tujuan", "misi", "indikator", "program", "kegiatan", "subkegiatan")
"""What the rows of a table of performance are told to be."""
NUMBER = re.compile(r"\D?(\d{1,3})\W*")
FEWEST = 2
"""One entry alone may be an example of what is counted."""
CAPTION_LINES = 5
"""So many short lines may stand between a sentence and its table."""


def counted_columns(
    blocks: Sequence[Block], tables: Sequence[ProposedTable]
) -> Iterator[ProposedClaim]:
    """The counts that the table right below them contradicts."""
    by_place = {table.place: table for table in tables}
    found = 0
    for place, block in enumerate(blocks):
        if isinstance(block, WordTable) or block.listed:
            continue
        sentence, count = count_told(block)
        table = _table_below(blocks, place, by_place) if count else None
        if count is None or table is None:
            continue
        column = _column_of(table, sentence[behind_count(count) :])
        if column and _contradicts(table, column, count):
            found += 1
            writer = Writer(block, sentence, f"kolom_dihitung_{found}")
            yield _claim(writer, count, table, column)


def _table_below(
    blocks: Sequence[Block], place: int, tables: Mapping[int, ProposedTable]
) -> ProposedTable | None:
    """The table right below a sentence, with no more than its caption between, that ends there."""
    for below in range(place + 1, min(place + 2 + CAPTION_LINES, len(blocks))):
        block = blocks[below]
        if isinstance(block, WordTable):
            table = tables.get(below)
            behind = blocks[below + 1 : below + 2]
            goes_on = behind and isinstance(behind[0], WordTable)
            return None if goes_on or (table and table.is_partial) else table
        if len(block.text) > LONGEST_HEADING or not (
            CAPTION.fullmatch(block.text) or block.text[-1] not in ".:;"
        ):
            return None
    return None


def _column_of(table: ProposedTable, behind: str) -> str:
    """The column of what is counted, by the word behind the count."""
    match = re.match(r"\s*(?:\([^()]*\)\s*)?([^\W\d]+)", behind)
    thing = match[1].casefold() if match else ""
    own = [c for c in table.columns if c == thing and not table.kind.columns[c].is_number]
    return own[0] if thing in THINGS and own else ""


def _contradicts(table: ProposedTable, column: str, count: SaidFigure) -> bool:
    entries = entries_of(table, column)
    if len(entries) < FEWEST or len(set(entries)) < len(entries) or count.value == len(entries):
        return False
    others = [c for c in table.columns if c != column and not table.kind.columns[c].is_number]
    meant = any(c in THINGS and len(entries_of(table, c)) == count.value for c in others)
    return meant or any(_numbers(table, c) == len(entries) for c in others)


def entries_of(table: ProposedTable, column: str) -> list[str]:
    """What a column prints in rows that are no total; a merged cell prints its text once."""
    cells = (text.strip() for key, text in table.printed(column) if key not in table.kind.total)
    return [cell for cell in cells if cell]


def _numbers(table: ProposedTable, column: str) -> int:
    """Up to which number a column numbers its rows from one, without a gap; 0 where it does not."""
    told = [NUMBER.fullmatch(entry) for entry in entries_of(table, column)]
    numbers = [int(match[1]) for match in told if match]
    return len(told) if numbers == list(range(1, len(told) + 1)) else 0


def _claim(writer: Writer, count: SaidFigure, table: ProposedTable, column: str) -> ProposedClaim:
    why = worded("kalimat membuka {table}", table=table.label)
    told = writer.figure(writer.name, count, why)
    about = worded("Banyaknya {thing} yang disebut kalimatnya", thing=column)
    held = writer.held(told, "cacah", f"tabel={table.name}; terisi={column}", why)
    return replace(held, tentang=about, dasar="tafsir")
