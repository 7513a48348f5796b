"""Sentences in the cells of tables, as problems and explanations are told: "1.651 dari 1.688
putusan (97,08 %)". What a sentence says of its own figures is reckoned as in any paragraph, and
what it calls the achievement of a row is held against the row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.noticed.basis.row_mentions import NamedRows
from lkjip_analysis.intake.noticed.sentences_and_rows.achieved_of_rows import achieved_of_rows
from lkjip_analysis.intake.noticed.spellings.figures_in_words import figures_in_words
from lkjip_analysis.intake.noticed.within_sentences.rough_figures import rough_figures
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import stated
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.language import worded

WORDS = re.compile(r"[^\W\d_]{2,}")
FEWEST, FIGURES = 5, 2
"""So many words make a sentence, and so many figures something to reckon."""
FIGURE = re.compile(r"(?<![\w.,])\d[\d.,]*")


def prose_in_cells(
    blocks: Sequence[Block], spots: Sequence[Spot], named: NamedRows, tahun: int
) -> Iterator[ProposedClaim]:
    """What the sentences of cells print otherwise than they say, each claim with its cell."""
    cells = list(_sentences(blocks))
    by_place = {paragraph.paragraf: (slot, shown) for paragraph, slot, shown in cells}
    told = [paragraph for paragraph, _, _ in cells]
    within = stated(told, [], spots), rough_figures(told, []), figures_in_words(told)
    for claim in chain(*within, achieved_of_rows(told, named, tahun)):
        slot, shown = by_place[claim.paragraf]
        yield replace(claim, kode=f"sel_{claim.kode}", sel=_own(claim.sel), paragraf=shown,
                      where=slot.where)  # fmt: skip


def _own(sel: str) -> str:
    """The cells of a claim, whose other figures are claims of the same kind."""
    return re.sub(r"klaim\[", "klaim[sel_", sel)


def _sentences(blocks: Sequence[Block]) -> Iterator[tuple[Paragraph, Slot, str]]:
    """Each cell below the heading that tells something, and what it is called."""
    number = len(blocks)
    for block in blocks:
        if not isinstance(block, WordTable):
            continue
        for row, slots in enumerate(block.grid.rows[block.grid.heads :], 1):
            for slot in slots:
                text = one_line(slot.text)
                if _tells(text):
                    number += 1
                    label = block.label or worded("tabel")
                    shown = worded("{label}, baris {row}", label=label, row=row)
                    yield Paragraph(text, block.part, number), slot, shown


def _tells(text: str) -> bool:
    return len(WORDS.findall(text)) >= FEWEST and len(FIGURE.findall(text)) >= FIGURES
