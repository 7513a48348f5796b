"""Rows of a table listed in one sentence, each with its figure, of which one is another's.

"Kecamatan Utara 98,20 %, Kecamatan Timur 97,15 %, ...": where at least three figures are those of
their rows in one column, the figures of the other rows are held against that column as well. So it
is where the names stand behind ("4 orang S2, 21 orang S1"). Short figures tell a column only where
all but one of them are there, of a list of every row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

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
Column = tuple[str, str]
IS = re.compile(
    r"\W*(?:(?:orang|unit|pegawai|aparatur|asn|pns|personil|personel|buah|berpendidikan|lulusan|berijazah|"
    r"golongan|gol|jenjang|tingkat|berstatus|ber)\W+){0,4}",
    re.IGNORECASE,
)
"""What may stand between a figure and the name of the row behind it."""
PAST = re.compile(r"\b(?:sebelumnya|tahun\s+lalu|yang\s+lalu|semula)\b", re.IGNORECASE)
LEAST, TELLING = 3, 3
"""So many figures must be those of their rows, each of so many digits."""
Listed = Sequence[tuple[SaidFigure, Row]]


def enumerated_rows(
    blocks: Sequence[Block], named: NamedRows, year: int
) -> Iterator[ProposedClaim]:
    """The figures of a list in a sentence that are not those of the rows they stand beside."""
    sizes = named.sizes
    for block, sentence in told_sentences(blocks):
        if PAST.search(sentence) or not years_in(sentence) <= {year}:
            continue
        ahead, behind = _listed(named, sentence), _listed_behind(named, sentence)
        found = [*_wrong(ahead)] or [*_all_but_one(behind, sizes), *_all_but_one(ahead, sizes)]
        for figure, cell in found:
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


def _listed_behind(named: NamedRows, sentence: str) -> Listed:
    """The rows that stand just behind a figure, each row once."""
    figures = figures_of(sentence)
    if len(figures) <= LEAST:
        return []
    told = [
        (figure, row)
        for figure, row, start in named.behind(sentence, figures)
        if IS.fullmatch(sentence[figure.text_end : start])
    ]
    counted = Counter(id(row) for _, row in told)
    return [(figure, row) for figure, row in told if counted[id(row)] == 1]


def _all_but_one(
    listed: Listed, sizes: Mapping[Column, int]
) -> Iterator[tuple[SaidFigure, RowCell]]:
    """The one figure of a list of every row of a column that is not that of its row."""
    columns = Counter(column for _, row in listed for column in dict.fromkeys(map(_column, row)))
    whole = [c for c, count in columns.items() if count == len(listed) == sizes.get(c, 0)]
    for column in whole:
        cells = [next(c for c in row if _column(c) == column) for _, row in listed]
        pairs = [(f, c) for (f, _), c in zip(listed, cells, strict=True)]
        wrong = [(f, c) for f, c in pairs if c.spot.value != f.value]
        if len(wrong) == 1 and len(listed) > LEAST and not _is_of_its_row(*wrong[0], listed):
            yield wrong[0]
            return


def _is_of_its_row(figure: SaidFigure, cell: RowCell, listed: Listed) -> bool:
    """Does the row print the figure in another column?"""
    row = next(row for said, row in listed if said is figure)
    return cell in row and any(other.spot.value == figure.value for other in row)


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
