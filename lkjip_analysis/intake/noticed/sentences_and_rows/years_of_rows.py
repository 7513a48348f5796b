"""Figures that a sentence gives to one year, and that their row prints of another: "Pada tahun 2021
koperasi aktif mencapai 80,34 persen", where the row prints 80,34 of 2022 and 76,48 of 2021.

The row must be what the clause is about, with nothing between its name and the figure but words
that lead to a figure; of a year that is compared with, planned or gone in part nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.noticed.basis.row_as_subject import begins_a_clause
from lkjip_analysis.intake.noticed.basis.row_mentions import (
    Mention,
    NamedRows,
    Row,
    RowCell,
    of_one_value,
)
from lkjip_analysis.intake.noticed.sentences_and_rows.row_sentences import claim_of_cell
from lkjip_analysis.intake.noticed.sentences_and_rows.rows_over_years import (
    is_of,
    measures_by_year,
    year_of,
)
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.narrowed_rows import is_narrowed
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences

YEAR = r"tahun\s+(?:anggaran\s+)?((?:19|20)\d\d)\b(?!\s*[-–/]\s*\d)"
NEXT = r"\b(?:dan|sedangkan|sementara|serta|menjadi|kemudian|lalu)\b"
BEFORE = re.compile(YEAR, re.IGNORECASE)
BEHIND = re.compile(
    rf"(?:\s+(?!{NEXT})[^\W\d]+)?\s+\(?(?:pada\s+|di\s+|untuk\s+)?{YEAR}", re.IGNORECASE
)
ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
STOP = re.compile(rf"[,;]\s|{NEXT}", re.IGNORECASE)
"""Behind these words another figure is told of another year."""
OTHER = re.compile(
    r"\b(?:(?:di)?target\w*|rencana\w*|direncanakan|proyeksi|diproyeksikan|prognosis|sementara\s+ini|"
    r"akan|diharapkan|agar|renstra|rpjmd|nasional|provinsi|triwulan|tw|semester|bulan|awal|"
    r"dibanding\w*|banding|terhadap|daripada|sejak|sampai|hingga|sebelum\w*|sesudah|setelah|antara|"
    r"mulai|data|hasil|rata|(?:tahun|yang)\s+lalu|kumulatif|masing|berturut|bukan|tidak|belum)\b|"
    r"\bdari\s+tahun\b|\bs\.?\s?/?\s?d\b",
    re.IGNORECASE,
)
"""The sentence compares, plans or tells of a part of the year or of another place."""
DIGITS = 3
"""A figure of fewer digits stands in the column of another year by accident."""


def years_of_rows(blocks: Sequence[Block], named: NamedRows, year: int) -> Iterator[ProposedClaim]:
    """The figures told of a year that their row prints of another one only, each with its cell."""
    for block, sentence in told_sentences(blocks):
        if not ANY_YEAR.search(sentence):
            continue
        for figure, told, row in _of_years(named, sentence):
            if cell := _misdated(figure, told, row, year):
                yield claim_of_cell(block, sentence, figure, cell)


def _of_years(named: NamedRows, sentence: str) -> Iterator[tuple[SaidFigure, int, Row]]:
    """The figures of the one row that a sentence is about, each with the year it is told of."""
    names = named.names(sentence)
    if len(names) != 1 or not begins_a_clause(sentence, names[0].start):
        return
    if OTHER.search(f"{sentence[: names[0].start]} {sentence[names[0].end :]}"):
        return
    last = 0
    for figure in _following(names[0], sentence):
        told = _year_of(figure, sentence[last : figure.start], sentence)
        own = BEHIND.match(sentence, figure.end)
        last = own.end() if own else figure.end  # a year right behind a figure is of that one
        if told:
            yield figure, told, names[0].row


def _following(name: Mention, sentence: str) -> Iterator[SaidFigure]:
    """The figures behind a name, as far as nothing else is named between them."""
    for figure in figures_of(sentence):
        if figure.start < name.end or is_narrowed(sentence[name.end : figure.start]):
            return
        yield figure


def _year_of(figure: SaidFigure, before: str, sentence: str) -> int | None:
    """The one year that stands between the figure before and this one, or right behind it."""
    behind = BEHIND.match(sentence, figure.end)
    about = STOP.split(sentence[figure.end :], maxsplit=1)[0]
    there = ANY_YEAR.findall(before)
    if not there:
        return int(behind[1]) if behind else None
    told = BEFORE.findall(before)
    if there != told or len(told) != 1 or not set(ANY_YEAR.findall(about)) <= {told[0]}:
        return None
    return int(told[0])


def _misdated(figure: SaidFigure, told: int, row: Row, year: int) -> RowCell | None:
    """The cell of the year told, where the figure is that of another year of its measure."""
    if figure.digits < DIGITS or any(
        c.spot.value == figure.value and year_of(c, year) == told for c in row
    ):
        return None
    found = []
    for cells in measures_by_year(row, year):
        mine = cells.get(told)
        if mine is None or "target" in mine.head.casefold() or not is_of(figure, mine):
            continue
        if any(cell.spot.value == figure.value for cell in cells.values()):
            found.append(mine)
    return of_one_value(found)
