"""Figures of sentences that are a slip away from the total of the column that their words name:
"Sisa akhir tercatat 142 perkara" below a table whose column "Sisa Akhir" comes to 124; and amounts
in millions or billions that are ten times the total, or a tenth of it.

The sentence must name no row, another year or a part of this one, and the figure stand in no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.noticed.held_to_cell import held_to_cell
from lkjip_analysis.intake.noticed.row_mentions import NamedRows
from lkjip_analysis.intake.noticed.turned_digits import held_together
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.realised_beside import measured
from lkjip_analysis.intake.sentences.said_figures import ROUGHLY, SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.slips import is_slip

OTHER = re.compile(
    r"\b(?:triwulan|semester|bulan|program|kegiatan|bidang|seksi|lalu|sebelumnya|semula|nasional|"
    r"provinsi|rata|target\w*|ditargetkan|rencana\w*|akan|harus|per|setiap|masing|naik|meningkat|"
    r"turun|menurun|bertambah|berkurang|selisih|kurang|lebih|di\s*antara\w*|antara\s+lain|perubahan|"
    r"sementara|hibah|pinjaman|kontrak|investasi)\b",
    re.IGNORECASE,
)
"""The sentence speaks of a part of it, of a change or of something else."""
GENERAL = frozenset({
    "jumlah", "total", "tahun", "rp", "rupiah", "orang", "unit", "keterangan", "nilai", "persen",
    "%", "tabel", "data", "menurut", "realisasi", "target", "capaian", "anggaran",
})  # fmt: skip
"""Words that head columns and tables of all kinds."""
DIGITS = range(3, 6)
"""A figure of fewer digits is a slip away from many, longer ones are found by themselves."""
ROUGH = re.compile("|".join(ROUGHLY.values()), re.IGNORECASE)
SCALED = re.compile(r"\b(?:juta|mil[iy]ar|triliun)\b", re.IGNORECASE)
MEANT = (
    (
        "realisasi",
        re.compile(r"\b(?:realisasi\w*|terealisasi|terserap|dibelanjakan|penyerapan)\b", re.I),
    ),
    ("anggaran", re.compile(r"\b(?:pagu|anggaran|alokasi|dialokasikan|dianggarkan)\b", re.I)),
)  # fmt: skip
"""What an amount is of; who speaks of what was spent may call it the budget's."""
TELLING = 3
Place = tuple[Paragraph, str]


def totals_in_sentences(
    blocks: Sequence[Block],
    tables: Sequence[ProposedTable],
    named: NamedRows,
    spots: Sequence[Spot],
    claims: Sequence[ProposedClaim],
    year: int,
) -> Iterator[ProposedClaim]:
    """The figures that must be a total and are not, each with that total."""
    accused = accused_figures(claims)
    by_name = {table.name: table for table in tables}
    totals = [spot for spot in spots if spot.is_total and not spot.is_share]
    by_part = grouped((spot.part, (spot, by_name[spot.table])) for spot in totals)
    by_measure = grouped((measured(spot), spot) for spot in totals)
    printed = {spot.value for spot in spots}
    for block, sentence in told_sentences(blocks if totals else ()):
        if OTHER.search(sentence) or not years_in(sentence) <= {year} or any(named.names(sentence)):
            continue
        here = by_part.get(block.part, ())
        found = [*_slips(sentence, here), *_scaled(sentence, by_measure, spots)]
        for figure, spot in found:
            if figure.value not in printed and block.of(figure.text) not in accused:
                yield _claim((block, sentence), figure, spot)


def _slips(
    sentence: str, totals: Sequence[tuple[Spot, ProposedTable]]
) -> Iterator[tuple[SaidFigure, Spot]]:
    """The counts that are a slip away from the one total near them whose column they name."""
    held = held_together(sentence)
    for figure in figures_of(sentence):
        if figure.kind != "bilangan" or figure.digits not in DIGITS or figure in held:
            continue
        there = words(sentence)
        meant = [
            spot
            for spot, table in totals
            if is_slip(figure.printed, spot.value) and _names_column(there, spot, table)
        ]
        if len({spot.value for spot in meant}) == 1:
            yield figure, meant[0]


def _names_column(there: frozenset[str], spot: Spot, table: ProposedTable) -> bool:
    """Does a sentence have all words of the head of the column, and one of the table besides?"""
    head = words(table.heads[table.columns.index(spot.column.name)]) - GENERAL
    names = words(f"{table.title} {table.heads[table.columns.index(table.kind.nama_baris)]}")
    title = {word for word in names - GENERAL - head if not word.isdigit()}
    return (head <= there and bool(title & there)) if head else len(title & there) > 1


def _scaled(
    sentence: str, totals: Mapping[str, Sequence[Spot]], spots: Sequence[Spot]
) -> Iterator[tuple[SaidFigure, Spot]]:
    """The rounded amounts of which only ten times or a tenth is a total of what they are of."""
    if not SCALED.search(sentence):
        return
    told = ROUGH.sub(lambda match: " " * len(match[0]), sentence)
    for figure in figures_of(told, rounded=True):
        core = figure.printed.core.replace(".", "").replace(",", "").strip("0")
        if figure.kind != "rupiah" or not SCALED.search(figure.text) or len(core) < TELLING:
            continue
        what = next((name for name, said in MEANT if said.search(sentence)), "")
        of_it = totals.get(what, ()) if what else ()
        meant = [spot for spot in of_it if _is_tenfold(figure, spot)]
        if len({s.value for s in meant}) == 1 and not any(_is_about(figure, s) for s in spots):
            yield figure, meant[0]


def _is_about(figure: SaidFigure, spot: Spot) -> bool:
    return abs(spot.value - figure.value) < figure.printed.step


def _is_tenfold(figure: SaidFigure, spot: Spot) -> bool:
    return any(
        abs(spot.value * scale - figure.value * other) < figure.printed.step * other
        for scale, other in ((10, 1), (1, 10))
    )


def _claim(place: Place, figure: SaidFigure, spot: Spot) -> ProposedClaim:
    about = worded("jumlah {column} di {label}", column=spot.column.judul, label=spot.label)
    why = worded("kalimat menyebut kolomnya dan mengulang jumlahnya")
    return held_to_cell(
        place, figure, spot, f"jumlah_{spot.table}_{spot.column.name}", (about, why)
    )
