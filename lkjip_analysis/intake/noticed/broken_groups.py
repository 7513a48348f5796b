"""Amounts whose thousands stand in no groups of three: "Rp 437.00.000", and "9.871.1466.000" in a
column of amounts. Nothing can be reckoned from them, so no relation tells of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import sentence_around
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.broken_groups import has_broken_groups
from lkjip_analysis.numbers.printed import readings

IN_TEXT = re.compile(r"\bRp\.?\s*(?P<core>\d[\d.,]*\d)(?=\D|$)")
IN_CELL = re.compile(r"(?:Rp\.?\s*)?(?P<core>\d[\d.,]*\d)(?:[.,]\s?-+)?", re.IGNORECASE)
AMOUNTS = 3
"""So many amounts for each that is broken tell a column of amounts from one of codes."""
LONGEST = 60
Cell = tuple[Slot, str, str]
"""A cell of a column of amounts, its digits, and what its row is called."""


def broken_groups(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """Each such amount once for its table or sentence."""
    found = [claim for block in blocks for claim in _of_block(block)]
    for number, (block, printed, sentence, slot) in enumerate(found, 1):
        is_table = isinstance(block, WordTable)
        yield ProposedClaim(
            f"ribuan_{number}",
            block.part,
            (block.label or worded("tabel")) if isinstance(block, WordTable) else block.paragraf,
            worded("Angka dengan kelompok ribuan"),
            printed,
            "teks",
            aturan="ribuan",
            sureness=HIGH,
            sebab=worded("ribuan ditulis dalam kelompok tiga angka"),
            sentence=sentence[:300],
            where=slot.where if is_table and slot else (),
        )


def _of_block(block: Block) -> Iterator[tuple[Block, str, str, Slot | None]]:
    if isinstance(block, Paragraph):
        for match in IN_TEXT.finditer(block.text):
            if not block.listed and has_broken_groups(match["core"]):
                yield block, match[0], sentence_around(block.text, match.start()), None
        return
    for slot, core, name in _broken(block):
        yield block, core, name, slot


def _broken(table: WordTable) -> Iterator[Cell]:
    """The broken amounts of columns that hold amounts."""
    columns: dict[int, list[Cell]] = defaultdict(list)
    for row in table.grid.rows:
        for place, slot in enumerate(row):
            match = IN_CELL.fullmatch(slot.text.strip())
            if (
                match
                and slot.reach
                and not slot.above
                and len(re.findall("[.,]", match["core"])) > 1
            ):
                columns[place].append((slot, match["core"], _called(row)))
    for cells in columns.values():
        broken = [cell for cell in cells if has_broken_groups(cell[1])]
        if sum(bool(readings(core)) for _, core, _ in cells) >= AMOUNTS * len(broken):
            yield from broken


def _called(row: Sequence[Slot]) -> str:
    named = (one_line(slot.text) for slot in row if re.search(r"[^\W\d_]{3}", slot.text))
    return next(named, "")[:LONGEST]
