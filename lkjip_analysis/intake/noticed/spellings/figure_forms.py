"""Amounts and ranges whose print is that of none: "Rp. 95,6 %" has two units, "Rp 1.350.00.000" a
group of two digits between its points, "berkisar antara 105 sampai dengan 80 persen" ends below
its beginning, as does a class "74,99 – 60" among others that begin with their lower end.

Only amounts that begin with Rp, or stand in a column of amounts ("9.871.1466.000"): codes and
numbers of regulations have such forms of their own. Of
a scale that is printed from its upper end in every class nothing is said, nor of what falls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_words
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.broken_groups import has_broken_groups
from lkjip_analysis.numbers.figure_form import AMOUNT, FIGURE, RANGE, TO, fault_of
from lkjip_analysis.numbers.printed import readings

SAID = re.compile(
    r"\b(?:berkisar|kisaran|rentang|interval)\s+(?:[^\W\d]+\s+){0,3}?"
    rf"(?P<range>{FIGURE}\s*(?:%|persen)?\s*{TO}\s*{FIGURE}\s*(?:%|persen))",
    re.IGNORECASE,
)
FALLS = re.compile(r"turun|berkurang|susut|melandai", re.IGNORECASE)
SCALE = re.compile(r"rentang|interval|skala|kategori|kriteria|predikat|capaian|nilai|%", re.I)
"""What heads a scale; hours of a night end below their beginning."""

IN_CELL = re.compile(r"(?:Rp\.?\s*)?(?P<core>\d+[.,]\d+[.,][\d.,]*\d)(?:[.,]\s?-+)?", re.IGNORECASE)
MONEY = re.compile(r"\brp\b|rupiah|anggaran|pagu|\bdana\b|biaya|belanja", re.IGNORECASE)
AMOUNTS, BESIDE_MONEY = 3, 1
"""So many amounts for each that is broken tell a column of amounts from one of codes; one is enough
where the heading tells of money."""
HEADING_ROWS = 2


def figure_forms(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """Each amount of a sentence, and each range, whose print is that of none."""
    count = 0
    for block, sentence in told_sentences(blocks):
        for text in _told(sentence):
            count += 1
            yield _claim(count, block, text, sentence)
    for table in blocks:
        if isinstance(table, WordTable):
            for slot in (*_turned_classes(table), *_broken_amounts(table)):
                count += 1
                line = Paragraph(one_line(slot.text), table.part, 0)
                claim = _claim(count, line, line.text, line.text)
                label = table.label or worded("tabel")
                yield replace(claim, paragraf=label, where=slot.where)


def _told(sentence: str) -> Iterator[str]:
    for match in AMOUNT.finditer(sentence):
        if fault_of(match[0]):
            yield match[0].strip()
    for match in SAID.finditer(sentence):
        if fault_of(match["range"]) and not FALLS.search(sentence):
            yield one_line(match["range"])


def _turned_classes(table: WordTable) -> Iterator[Slot]:
    """The one cell of a column of ranges that ends below its beginning."""
    for column in range(table.grid.width):
        slots = [row[column] for row in table.grid.rows if len(row) > column]
        ranges = [slot for slot in slots if not slot.above and RANGE.fullmatch(slot.text)]
        turned = [slot for slot in ranges if fault_of(slot.text)]
        heads = " ".join(slot.text for slot in table.grid.rows[0])
        if len(turned) == 1 < len(ranges) and SCALE.search(heads):
            yield turned[0]


def _broken_amounts(table: WordTable) -> Iterator[Slot]:
    """The amounts whose thousands stand in no groups of three, in columns that hold amounts."""
    for column in range(table.grid.width):
        slots = [row[column] for row in table.grid.rows if len(row) > column]
        matches = [
            (slot, match["core"])
            for slot in slots
            if slot.reach and not slot.above and (match := IN_CELL.fullmatch(slot.text.strip()))
        ]
        broken = [slot for slot, core in matches if has_broken_groups(core)]
        heads = " ".join(slot.text for slot in slots[:HEADING_ROWS])
        enough = BESIDE_MONEY if MONEY.search(heads) else AMOUNTS
        if sum(bool(readings(core)) for _, core in matches) >= enough * len(broken):
            yield from broken


def _claim(number: int, block: Paragraph, text: str, sentence: str) -> ProposedClaim:
    words = Words(f"bentuk_{number}", block, text, worded("Bentuk angka"), sentence)
    why = worded("rupiah bertitik setiap tiga angka, bukan persen; rentang dari kecil ke besar")
    return claim_of_words(words, why, "bentuk")
