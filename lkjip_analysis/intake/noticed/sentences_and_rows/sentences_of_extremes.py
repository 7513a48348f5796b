"""The highest or lowest figure that a sentence tells: "capaian terendah sebesar 70,00 persen".

It is held against the one table of its section with a column so called, or the one of the document
where its section has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.basis.held_to_cell import held_to_cell
from lkjip_analysis.intake.noticed.basis.row_mentions import NamedRows, Row, in_column
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.noticed.counts.said_of_all import NARROWER
from lkjip_analysis.intake.noticed.sentences_and_rows.named_otherwise import named_otherwise
from lkjip_analysis.intake.noticed.sentences_and_rows.told_ranks import (
    AMONG,
    EXTREME,
    FEWEST,
    HIGHEST,
    LOWEST,
    Columns,
    Rank,
    told_rank,
)
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import capital, worded
from lkjip_analysis.numbers.grouping import grouped

MEASURE = r"capaian|realisasi|serapan|penyerapan|nilai|skor|indeks|target"
TOLD = re.compile(
    rf"\b(?P<measure>{MEASURE})(?:\s+(?:kinerja|anggaran|indikator|program|kegiatan|sasaran))*"
    rf"\s+(?:yang\s+)?(?:{HIGHEST}|{LOWEST})\b"
    r"(?P<between>[^.;]{0,120}?)"
    r"(?:(?:yaitu|yakni|adalah|dengan|sebesar|mencapai|senilai|\()\W*)+$",
    re.IGNORECASE,
)
"""What stands before the figure: the measure, that it is an extreme, whose it is, and "sebesar"."""


@dataclass(frozen=True)
class _Column:
    """The figures of one column of a table, without totals."""

    table: ProposedTable
    head: str
    spots: tuple[Spot, ...]
    levels: Sequence[Sequence[Spot]]
    """The same, those of each level of its rows."""

    def extremes(self, highest: bool) -> list[Spot]:
        """The highest or lowest of all of them, then of each level."""
        furthest = max if highest else min
        return [furthest(some, key=lambda spot: spot.value) for some in (self.spots, *self.levels)]

    def extreme_of(self, row: Row | None, highest: bool) -> Spot | None:
        """That of the level of a row that is named; of rows of several levels, of no other."""
        if len(self.levels) == 1:
            return self.extremes(highest)[0]
        keys = {cell.spot.key for cell in row or () if cell.spot.table == self.table.name}
        own = [some for some in self.levels if any(spot.key in keys for spot in some)]
        if len(own) != 1 or len(own[0]) < FEWEST:
            return None
        return (max if highest else min)(own[0], key=lambda spot: spot.value)

    def is_told(self, measure: str, figure: SaidFigure) -> bool:
        """Is it called so, and of the same kind as the figure of the sentence?"""
        units = {spot.unit.casefold() for spot in self.spots}
        share = all(spot.is_share for spot in self.spots) or "%" in self.head
        money = units == {"rupiah"}
        kind = "persen" if share else "rupiah" if money else "bilangan"
        return measure in self.head.casefold() and kind == figure.kind


def sentences_of_extremes(seen: Seen, claims: Sequence[ProposedClaim]) -> Iterator[ProposedClaim]:
    """The figures told as highest or lowest that no column of theirs has there; where another row
    than the one that is so is named, it is the name that is told."""
    accused = accused_figures(claims)
    columns = _columns(seen)
    for block, sentence in told_sentences(seen.blocks if columns else ()):
        if AMONG.search(sentence) or NARROWER.search(sentence):
            continue
        if years_in(sentence) - {seen.tahun}:
            continue
        rows = _rows_beside(seen.named, sentence)
        for figure, measure, highest in _told(sentence):
            place = block.of(figure.text)
            row = rows.get(figure)
            meant = _meant(figure, measure, highest, columns, block, row)
            if meant is None or place in accused:
                continue
            if row is None or meant.key in {cell.spot.key for cell in row}:
                yield _claim(block, sentence, figure, meant, measure, highest)
            elif own := in_column(row, meant):
                rank = Rank(1 if highest else -1)
                among = Columns(seen.spots, seen.levels).among(own)
                yield named_otherwise((block, sentence), own, meant, rank, among)


def _rows_beside(named: NamedRows, sentence: str) -> dict[SaidFigure, Row]:
    """The row named last before each figure of a sentence that tells of an extreme."""
    figures = figures_of(sentence) if EXTREME.search(sentence) else []
    return {figure: row for figure, row, _ in named.beside(sentence, figures)}


def _columns(seen: Seen) -> list[_Column]:
    """The columns of this year with so many figures of one unit."""
    named = {table.name: table for table in seen.tables}
    rows = [spot for spot in seen.spots if not spot.is_total and not spot.is_claim]
    found = grouped((spot.of_column, spot) for spot in rows)
    made = []
    for (name, column), held in found.items():
        table = named[name]
        head = table.head(column) or held[0].column.judul
        whole = len(held) >= FEWEST and len({spot.unit for spot in held}) == 1
        if whole and not column.endswith("_lalu"):
            made.append(_Column(table, head, tuple(held), seen.levels.parted(held)))
    return made


def _told(sentence: str) -> Iterator[tuple[SaidFigure, str, bool]]:
    """Each figure called the highest or lowest of its measure."""
    figures = figures_of(sentence)
    ends = [0, *(figure.end for figure in figures)]
    for start, figure in zip(ends, figures, strict=False):
        before = sentence[start : figure.start]
        match, rank = TOLD.search(before), told_rank(before)
        if match and rank and abs(rank.place) == 1:
            yield figure, match["measure"].casefold(), rank.place > 0


def _meant(
    figure: SaidFigure,
    measure: str,
    highest: bool,
    columns: Sequence[_Column],
    block: Paragraph,
    row: Row | None,
) -> Spot | None:
    """The extreme that is told wrongly; nothing where a column, whatever it is called, has the
    figure there: "realisasi anggaran" may stand below "Capaian keuangan"."""
    known = (spot for column in columns for spot in column.extremes(highest))
    if any(figure.agrees(spot.printed) for spot in known):
        return None
    own = [column for column in columns if column.is_told(measure, figure)]
    here = [column for column in own if column.table.part == block.part] or own
    if len(here) != 1 or here[0].table.is_partial:
        return None
    return here[0].extreme_of(row, highest)


def _claim(
    block: Paragraph, sentence: str, figure: SaidFigure, spot: Spot, measure: str, highest: bool
) -> ProposedClaim:
    what = worded("tertinggi") if highest else worded("terendah")
    about = worded("{measure} {what} di {label}", measure=measure, what=what, label=spot.label)
    name = f"{'tertinggi' if highest else 'terendah'}_{spot.table}_{spot.column.name}"
    why = worded("kalimat menyebut yang {what} dari kolom itu", what=what)
    return held_to_cell((block, sentence), figure, spot, name, (capital(about), why))
