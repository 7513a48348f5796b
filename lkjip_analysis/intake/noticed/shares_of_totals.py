"""Shares of a total that a sentence leaves to its table: "Rp A atau p persen dari total anggaran".

The amount must be the figure of a row, or the sum of two, in columns that all have one total; only
a slip of the fingers in the share is said, where no column makes it true.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import OR, SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import persen
from lkjip_analysis.numbers.slips import is_slip

WHOLE = re.compile(r"\)?\s*dari\s+(?:total|seluruh|keseluruhan|jumlah)\b", re.IGNORECASE)
DIGITS = 3
"""An amount of fewer digits stands in many columns by accident."""


@dataclass(frozen=True)
class _Column:
    """The rows of a column and its only total."""

    rows: tuple[Spot, ...]
    total: Spot

    def holds(self, amount: SaidFigure) -> bool:
        """Does a row print the amount, or do two add up to it?"""
        if self.total.unit and (amount.kind == "rupiah") != (self.total.unit == "rupiah"):
            return False
        values = [spot.value for spot in self.rows]
        return amount.value in values or any(
            a + b == amount.value for a, b in combinations(values, 2)
        )


def shares_of_totals(
    blocks: Sequence[Block], spots: Sequence[Spot], claims: Sequence[ProposedClaim]
) -> Iterator[ProposedClaim]:
    """The shares that are a slip away from what their row makes of its column's total."""
    accused = accused_figures(claims)
    columns = _columns(spots)
    for block, sentence in told_sentences(blocks):
        for amount, share in _shares(sentence):
            place = block.of(share.text)
            if place not in accused and (found := _wrong(amount, share, columns)):
                yield from _claims(block, sentence, amount, share, found)


def _columns(spots: Sequence[Spot]) -> list[_Column]:
    """The columns with one total."""
    held: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for spot in spots:
        if not spot.is_claim and not spot.is_share:
            held[spot.table, spot.column.name].append(spot)
    made = []
    for column in held.values():
        totals = [spot for spot in column if spot.is_total]
        if len(totals) == 1 and totals[0].value > 0:
            made.append(_Column(tuple(s for s in column if not s.is_total), totals[0]))
    return made


def _shares(sentence: str) -> Iterator[tuple[SaidFigure, SaidFigure]]:
    for amount, share in pairwise(figures_of(sentence)):
        told = OR.fullmatch(sentence[amount.end : share.start])
        if share.kind == "persen" != amount.kind and told and WHOLE.match(sentence, share.end):
            yield amount, share


def _wrong(amount: SaidFigure, share: SaidFigure, columns: Sequence[_Column]) -> _Column | None:
    """The column of whose total the share should be; nothing where it may be right."""
    if sum(map(str.isdigit, amount.text)) < DIGITS:
        return None
    found = [column for column in columns if column.holds(amount)]
    values = {Fraction(persen(amount.value, column.total.value)) for column in found}
    if len(values) != 1 or found[0].total.value < amount.value:
        return None
    (value,) = values
    fits = abs(value - share.value) <= share.printed.step
    return None if fits or not is_slip(share.printed, value) else found[0]


def _claims(
    block: Paragraph, sentence: str, amount: SaidFigure, share: SaidFigure, column: _Column
) -> Iterator[ProposedClaim]:
    """The amount of the sentence, and the share that it does not make of the total."""
    name = f"bagian_{column.total.column.name}_{amount.start}_{block.place}"
    place = (block.part, block.paragraf)
    about = worded("{told} dari jumlah di {table}", told=amount.text, table=column.total.label)
    unit = "rupiah" if amount.kind == "rupiah" else ""
    yield ProposedClaim(
        f"{name}_dari", *place, about, amount.text, "angka", unit, "eksak", sentence=sentence
    )
    sel = f"pembilang=klaim[{name}_dari].nilai; penyebut={column.total.address}"
    yield ProposedClaim(
        name,
        *place,
        about,
        share.text,
        "angka",
        "%",
        "bulat",
        "rasio",
        sel,
        "tafsir",
        worded("kalimat menyebutnya bagian dari jumlah"),
        HIGH,
        sentence,
        differs=True,
    )
