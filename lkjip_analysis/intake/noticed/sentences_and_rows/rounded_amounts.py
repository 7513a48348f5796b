"""Amounts in millions or billions told of a row with one digit wrong, or in another scale.

"Program Jalan terealisasi Rp171,83 miliar", where the row so called prints 171.826.950. No figure
of the document may be the amount, and only one figure of the row come to its digits.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.noticed.basis.row_mentions import RowCell, of_one_value
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.noticed.sentences_and_rows.row_sentences import (
    AboutRow,
    about_rows,
    claim_of_cell,
    is_of_year,
    suits,
)
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.said_figures import SaidFigure
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.slips import one_apart

SCALED = re.compile(r"\b(?:ribu|juta|mil[iy]ar|triliun)\b", re.IGNORECASE)
SCALES = (Fraction(1000), Fraction(1, 1000))
"""A scale is told as the next one: million for billion."""
IN_SCALE, IN_DIGITS = 3, 4
"""So many digits, zeros at their ends apart, tell a cell in another scale, and one a slip away."""


def rounded_amounts(seen: Seen) -> Iterator[ProposedClaim]:
    """The rounded amounts that must be those of the row that their sentence names."""
    printed = sorted(spot.value for spot in seen.spots)
    for block, sentence in told_sentences(seen.blocks):
        for said in about_rows(seen.named, sentence, rounded=bool(SCALED.search(sentence))):
            figure = said.figure
            if not figure.printed.power or figure.kind != "rupiah" or _is_printed(figure, printed):
                continue
            cell = of_one_value([c for c in said.row if _is_meant(said, c, seen.tahun)])
            if cell:
                yield claim_of_cell(block, sentence, figure, cell)


def _is_printed(figure: SaidFigure, printed: Sequence[Fraction]) -> bool:
    step = figure.printed.step
    at = bisect_right(printed, figure.value - step)
    return at < len(printed) and printed[at] < figure.value + step


def _is_meant(said: AboutRow, cell: RowCell, year: int) -> bool:
    """Does a cell print the amount in another scale or a slip away, and do the words suit it?"""
    figure, value = said.figure, cell.spot.value
    if cell.spot.unit != "rupiah" or any(_comes_to(f, value) for f in said.fellows):
        return False
    if not (is_of_year(said, cell, year) and suits(said.before, cell)):
        return False
    digits = len(re.sub(r"\D", "", figure.printed.core).strip("0"))
    if digits >= IN_SCALE and any(_comes_to(figure, value * scale) for scale in SCALES):
        return True
    return digits >= IN_DIGITS and _is_slipped(figure, value)


def _comes_to(figure: SaidFigure, value: Fraction) -> bool:
    return abs(figure.value - value) < figure.printed.step


def _is_slipped(figure: SaidFigure, value: Fraction) -> bool:
    step = figure.printed.step
    told = str(int(figure.value / step))
    return any(one_apart(told, str(int(value / step + part))) for part in (0, Fraction(1, 2)))
