"""Faults of a program that were printed along: #REF! in a cell, "Error! Bookmark not defined." in a
sentence.

The workbook or document that a report was made from had a broken formula or field there; what
should stand in its place is not printed at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable, paragraphs
from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_words
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import sentence_around
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.program_errors import BROKEN_FIELD, BROKEN_FORMULA

NAMED_ROWS = 3
"""So many rows are named; the rest are counted."""
LONGEST = 60
"""So many letters of a name tell a reader which row it is."""
AS_FIGURE = re.compile(rf"(?:Rp\.?\s*)?(?P<fault>{BROKEN_FORMULA.pattern})\s*%?", re.IGNORECASE)


def printed_errors(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """Each fault once a table, each broken field of the text once a sentence."""
    found: dict[tuple[str, str, str], list[tuple[str, Slot]]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, WordTable):
            for row, slot, printed in _broken(block):
                found[block.part, block.label, printed].append((row, slot))
    for number, ((part, label, printed), cells) in enumerate(found.items(), 1):
        yield _of_table(number, part, label, printed, cells)
    fields = [
        (block, match)
        for block in paragraphs(blocks)
        for match in BROKEN_FIELD.finditer(block.text)
    ]
    told = dict.fromkeys(
        (block, match[0], sentence_around(block.text, match.start()))
        for block, match in fields
        if not block.listed
    )
    for number, one in enumerate(told, 1):
        yield _of_sentence(number, *one)
    if listed := [(block, match[0]) for block, match in fields if block.listed]:
        yield _of_contents(listed)


def _broken(table: WordTable) -> Iterator[tuple[str, Slot, str]]:
    """The cells that print an error, each with what its row is called, and the error."""
    for row in table.grid.rows:
        for slot in row:
            if slot.reach and not slot.above and (printed := _fault(slot.text)):
                yield _called(row), slot, printed


def _fault(text: str) -> str:
    """The error that a cell prints: in place of its figure, or as a reference in its text."""
    if figure := AS_FIGURE.fullmatch(text.strip()):
        return figure["fault"]
    field = BROKEN_FIELD.search(one_line(text))
    return field[0] if field else ""


def _called(row: Sequence[Slot]) -> str:
    named = (one_line(slot.text) for slot in row if re.search(r"[a-z]{3}", slot.text.casefold()))
    return next(named, "")[:LONGEST]


def _of_table(
    number: int, part: str, label: str, printed: str, cells: Sequence[tuple[str, Slot]]
) -> ProposedClaim:
    rows = list(dict.fromkeys(row for row, _ in cells if row))
    told = ", ".join(f'"{row}"' for row in rows[:NAMED_ROWS])
    more = worded("dan {count} baris lain", count=len(rows) - NAMED_ROWS)
    return ProposedClaim(
        f"galat_rumus_{number}",
        part,
        label or worded("tabel"),
        worded("{count} sel", count=len(cells)),
        printed,
        "teks",
        aturan="galat_tercetak",
        sureness=HIGH,
        sebab=worded("sel tabel memuat angka atau kata, bukan galat rumus"),
        sentence=f"{told} {more}" if len(rows) > NAMED_ROWS else told,
        where=tuple(place for _, slot in cells for place in slot.where),
    )


def _of_contents(lines: Sequence[tuple[Paragraph, str]]) -> ProposedClaim:
    """The lines of a table of contents that lead nowhere, as one: they break together."""
    first, printed = lines[0]
    words = Words("galat_daftar_isi", first, printed, worded("{count} baris", count=len(lines)))
    told = claim_of_words(words, _leads_nowhere(), "galat_tercetak")
    where = tuple(span.place for block, _ in lines for span in block.spans)
    return replace(told, paragraf=worded("daftar isi"), where=where)


def _of_sentence(number: int, block: Paragraph, printed: str, sentence: str) -> ProposedClaim:
    words = Words(f"galat_rujukan_{number}", block, printed, worded("Rujukan"), sentence)
    return claim_of_words(words, _leads_nowhere(), "galat_tercetak")


def _leads_nowhere() -> str:
    return worded("rujukan menunjuk ke tabel, gambar, atau halaman yang ada")
