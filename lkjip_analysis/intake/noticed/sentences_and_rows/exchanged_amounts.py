"""A budget and what was spent of it, told the wrong way round: "dari anggaran Rp A terealisasi
Rp B", where a row prints B as its budget and A as what was spent.

Said only where B is the larger, so that more than the budget would have been spent, and no row
prints the two as the sentence does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.noticed.basis.held_to_cell import held_to_cell
from lkjip_analysis.intake.noticed.sentences_and_rows.amounts_of_runs import LARGE, spent_of
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.intake.sentences.tied.realised_beside import BUDGET, SPENDING, measured
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped

Pairs = dict[tuple[Fraction, Fraction], tuple[Spot, Spot]]
"""What rows print as budget and as spent of it, by their values."""


def exchanged_amounts(blocks: Sequence[Block], spots: Sequence[Spot]) -> Iterator[ProposedClaim]:
    """The amounts of sentences that are told in each other's place, each with its cell."""
    pairs = _pairs(spots)
    for block, sentence in told_sentences(blocks if pairs else ()):
        for budget, spent in spent_of(sentence):
            told = budget.value, spent.value
            cells = pairs.get((spent.value, budget.value))
            if cells is None or told in pairs or not LARGE <= budget.value < spent.value:
                continue
            for figure, spot in zip((budget, spent), cells, strict=True):
                why = worded("kalimat menukar anggaran dan realisasi dari satu baris")
                name = f"tertukar_{spot.key}_{spot.column.name}"
                yield held_to_cell((block, sentence), figure, spot, name, (spot.told, why))


def _pairs(spots: Sequence[Spot]) -> Pairs:
    """The budget and the spending of each row, in each way that it prints them."""
    held = [spot for spot in spots if not spot.is_claim and not spot.is_share]
    rows = grouped(((spot.table, spot.key), spot) for spot in held if spot.value >= LARGE)
    found: Pairs = {}
    for row in rows.values():
        of = grouped((measured(spot), spot) for spot in row)
        for budget, spent in product(of.get(BUDGET, ()), of.get(SPENDING, ())):
            found.setdefault((budget.value, spent.value), (budget, spent))
    return found
