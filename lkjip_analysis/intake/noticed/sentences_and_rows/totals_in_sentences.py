"""Figures of sentences that are a slip away from the total of the column that their words name:
"Sisa akhir tercatat 142 perkara" below a table whose column "Sisa Akhir" comes to 124; and amounts
in millions or billions that are ten or a thousand times the total, or that part of it.

The sentence must name no row, another year or a part of this one, and the figure stand in no table.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.noticed.basis.held_to_cell import held_to_cell
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.noticed.sentences_and_rows.turned_digits import held_together
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.narrowed_rows import LEADING
from lkjip_analysis.intake.sentences.said_figures import ROUGHLY, SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.intake.sentences.tied.realised_beside import measured
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.slips import slips_of

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
)
"""What an amount is of; who speaks of what was spent may call it the budget's."""
SCALES = (Fraction(10), Fraction(1, 10), Fraction(1000), Fraction(1, 1000))
TELLING = 3
"""An amount of fewer digits, "Rp 12 juta", is ten times many others by accident."""
STOP = re.compile(r"[;:,]\s")
Place = tuple[Paragraph, str]


@dataclass(frozen=True)
class _Total:
    """A total, and the words that head its column and its table."""

    spot: Spot
    head: frozenset[str]
    title: frozenset[str]

    def is_named(self, sentence: str, figure: SaidFigure) -> bool:
        """Does a sentence have all words of the head, and one of the table besides, and none
        before the figure that tell of a part of it?"""
        there = words(sentence)
        clause = STOP.split(sentence[: figure.start])[-1]
        shared, more = self.title & there, words(clause) - self.head - self.title
        if any(not word.isdigit() for word in more - GENERAL - LEADING):
            return False
        return (self.head <= there and bool(shared)) if self.head else len(shared) > 1


class _Totals:
    """The totals of a document, each to be found by its part and value, or by its size."""

    def __init__(self, tables: Sequence[ProposedTable], spots: Sequence[Spot]) -> None:
        named = {table.name: table for table in tables}
        totals = [spot for spot in spots if spot.is_total and not spot.is_share]
        told = (_total(spot, named[spot.table]) for spot in totals)
        self.counted = grouped(((one.spot.part, one.spot.value), one) for one in told)
        money = grouped((measured(spot), spot) for spot in totals)
        self._money = {what: sorted(held, key=_value) for what, held in money.items()}
        self.printed = {spot.value for spot in spots}
        self._every = sorted(self.printed)

    def slipped(self, figure: SaidFigure, part: str, sentence: str) -> set[Spot]:
        """The totals of a part that are a slip away, their column named, one of each value."""
        near = (self.counted.get((part, value), ()) for value in set(slips_of(figure.printed)))
        found = (
            next((t.spot for t in told if t.is_named(sentence, figure)), None) for told in near
        )
        return {spot for spot in found if spot}

    def tenfold(self, figure: SaidFigure, what: str) -> list[Spot]:
        """The totals of a measure that are ten or a thousand times a rounded amount, or that part
        of it, where no figure of the document is that amount."""
        value, step = figure.value, figure.printed.step
        at = bisect_right(self._every, value - step)
        if at < len(self._every) and self._every[at] < value + step:
            return []
        found = []
        held = self._money.get(what, [])
        for scale in SCALES:
            low, high = (value - step) * scale, (value + step) * scale
            first = bisect_right(held, low, key=_value)
            found += held[first : bisect_left(held, high, key=_value)]
        return found


def _value(spot: Spot) -> Fraction:
    return spot.value


def _total(spot: Spot, table: ProposedTable) -> _Total:
    head = words(table.head(spot.column.name)) - GENERAL
    names = words(f"{table.title} {table.head(table.kind.nama_baris)}")
    title = {word for word in names - GENERAL - head if not word.isdigit()}
    return _Total(spot, frozenset(head), frozenset(title))


def totals_in_sentences(seen: Seen) -> Iterator[ProposedClaim]:
    """The figures that must be a total and are not, each with that total."""
    totals = _Totals(seen.tables, seen.spots)
    for block, sentence in told_sentences(seen.blocks if totals.counted else ()):
        is_of_year = years_in(sentence) <= {seen.tahun}
        if OTHER.search(sentence) or not is_of_year or seen.named.names(sentence):
            continue
        found = [*_slips(sentence, block.part, totals), *_scaled(sentence, totals)]
        for figure, spot in found:
            if figure.value not in totals.printed:
                yield _claim((block, sentence), figure, spot)


def _slips(sentence: str, part: str, totals: _Totals) -> Iterator[tuple[SaidFigure, Spot]]:
    """The counts that are a slip away from the one total of their part whose column they name."""
    for figure in figures_of(sentence):
        if figure.kind != "bilangan" or figure.digits not in DIGITS:
            continue
        meant = totals.slipped(figure, part, sentence)
        if len(meant) == 1 and figure not in held_together(sentence):
            yield figure, meant.pop()


def _scaled(sentence: str, totals: _Totals) -> Iterator[tuple[SaidFigure, Spot]]:
    """The rounded amounts of which only ten times or a tenth is a total of what they are of."""
    what = next((name for name, said in MEANT if said.search(sentence)), "")
    if not what or not SCALED.search(sentence):
        return
    told = ROUGH.sub(lambda match: " " * len(match[0]), sentence)
    for figure in figures_of(told, rounded=True):
        core = figure.printed.core.replace(".", "").replace(",", "").strip("0")
        if figure.kind != "rupiah" or not SCALED.search(figure.text) or len(core) < TELLING:
            continue
        meant = totals.tenfold(figure, what)
        if len({spot.value for spot in meant}) == 1:
            yield figure, meant[0]


def _claim(place: Place, figure: SaidFigure, spot: Spot) -> ProposedClaim:
    about = worded("jumlah {column} di {label}", column=spot.column.judul, label=spot.label)
    why = worded("kalimat menyebut kolomnya dan mengulang jumlahnya")
    return held_to_cell(
        place, figure, spot, f"jumlah_{spot.table}_{spot.column.name}", (about, why)
    )
