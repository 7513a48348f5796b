"""Columns of quarters or months of which one is headed as the one before it: "Triwulan I,
Triwulan II, Triwulan II, Triwulan IV".

The others must follow one another, so that nothing but the one left out can be meant, and both
columns stand below one heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.periods import quarters
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_words
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.calendar_days import MONTHS
from lkjip_analysis.numbers.counting_on import doubled_place

HEADING_ROWS = 4
QUARTERS = ("triwulan i", "triwulan ii", "triwulan iii", "triwulan iv")
YEAR = re.compile(r"\s+(?:19|20)\d\d$")
Row = Sequence[Slot]


def repeated_times(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """The heads of quarters and months that are printed twice in place of the one left out."""
    for place, block in enumerate(blocks):
        if isinstance(block, WordTable):
            for number, (slot, other) in enumerate(_repeated(block.grid.rows), 1):
                yield from _claims(f"kepala_{place}_{number}", block, slot, other)


def _repeated(rows: Sequence[Row]) -> Iterator[tuple[Slot, Slot]]:
    for number, row in enumerate(rows[:HEADING_ROWS]):
        above = rows[number - 1] if number else ()
        for names in (QUARTERS, MONTHS):
            for run in _runs(row, names):
                place = doubled_place([names.index(_time(row[column])) + 1 for column in run])
                if place is not None:
                    one, other = run[place - 1], run[place]
                    if _above(above, one) == _above(above, other):
                        yield row[one], row[other]


def _runs(row: Row, names: Sequence[str]) -> Iterator[list[int]]:
    """The columns headed by times of one kind, from each place where they begin anew."""
    run: list[int] = []
    for column, slot in enumerate(row):
        if not slot.reach or slot.above or _time(slot) not in names:
            continue
        told = _time(slot)
        begins = run and (
            names.index(told) < names.index(_time(row[run[-1]]))
            or (told == _time(row[run[0]]) and len(run) > 1)
        )
        if begins:
            yield run
            run = []
        run.append(column)
    yield run


def _time(slot: Slot) -> str:
    return YEAR.sub("", quarters(one_line(slot.text).casefold().strip(" .:()")))


def _above(row: Row, column: int) -> str:
    """What stands above a column, be it merged over several."""
    while 0 < column < len(row) and not row[column].reach:
        column -= 1
    return one_line(row[column].text) if column < len(row) else ""


def _claims(name: str, table: WordTable, slot: Slot, other: Slot) -> Iterator[ProposedClaim]:
    why, label = worded("setiap kolom waktu mempunyai kepalanya sendiri"), table.label
    for code, told, rule in ((name, slot, ""), (f"{name}_lagi", other, "berulang")):
        line = Paragraph(one_line(told.text), table.part, 0)
        words = Words(code, line, line.text, worded("Kepala kolom"))
        claim = claim_of_words(words, why, rule, f"sumber=klaim[{name}].nilai" if rule else "")
        yield replace(claim, paragraf=label or worded("tabel"), where=told.where)
