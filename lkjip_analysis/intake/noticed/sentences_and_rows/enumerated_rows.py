"""Rows of a table listed in one sentence, each with its figure, of which one is another's.

"Kecamatan Utara 98,20 %, Kecamatan Timur 97,15 %, ...": where at least three figures are those of
their rows in one column, the figures of the other rows are held against that column as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.basis.row_mentions import NamedRows, Row, RowCell
from lkjip_analysis.intake.noticed.sentences_and_rows.row_sentences import claim_of_cell
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences

BESIDE = re.compile(
    r"\W*(?:(?:yaitu|yakni|dengan|sebesar|mencapai|capaian|realisasi|nilai|capaiannya|realisasinya)"
    r"\W+){0,4}(?:Rp\W*)?",
    re.IGNORECASE,
)
"""What may stand between the name of a row and its figure."""
PAST = re.compile(r"\b(?:sebelumnya|tahun\s+lalu|yang\s+lalu|semula)\b", re.IGNORECASE)
LEAST, TELLING = 3, 3
"""So many figures must be those of their rows, each of so many digits."""
Column = tuple[str, str]
Listed = Sequence[tuple[SaidFigure, Row]]


def enumerated_rows(
    blocks: Sequence[Block], named: NamedRows, year: int
) -> Iterator[ProposedClaim]:
    """The figures of a list in a sentence that are not those of the rows they stand beside."""
    for block, sentence in told_sentences(blocks):
        if PAST.search(sentence) or not years_in(sentence) <= {year}:
            continue
        for figure, cell in _wrong(_listed(named, sentence)):
            yield claim_of_cell(block, sentence, figure, cell)


def _listed(named: NamedRows, sentence: str) -> Listed:
    """The rows that stand just before a figure, each row once."""
    figures = figures_of(sentence)
    if len(figures) <= LEAST:
        return []
    told = [
        (figure, row)
        for figure, row, end in named.beside(sentence, figures)
        if BESIDE.fullmatch(sentence[end : figure.start])
    ]
    counted = Counter(id(row) for _, row in told)
    return [(figure, row) for figure, row in told if counted[id(row)] == 1]


def _wrong(listed: Listed) -> Iterator[tuple[SaidFigure, RowCell]]:
    """The figures that differ in the column that most of the others repeat."""
    agreeing = Counter(
        column
        for figure, row in listed
        if figure.digits >= TELLING
        for column in dict.fromkeys(_column(c) for c in row if c.spot.value == figure.value)
    )
    for column, count in agreeing.most_common(1):
        cells = [next((c for c in row if _column(c) == column), None) for _, row in listed]
        if count < LEAST or None in cells or 2 * count <= len(listed):
            return
        kinds = {figure.kind for figure, _ in listed}
        for (figure, row), cell in zip(listed, cells, strict=True):
            own = {c.spot.value for c in row}
            if (
                cell
                and figure.value not in own
                and (len(kinds) == 1 or figure.printed.decimals > 0)
            ):
                yield figure, cell


def _column(cell: RowCell) -> Column:
    return cell.spot.of_column
