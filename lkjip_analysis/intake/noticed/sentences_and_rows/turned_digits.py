"""A figure that a sentence prints with two digits exchanged, though no sentence names its row.

"Uji berkala terealisasi 72,95 %" below "... kendaraan, sehingga uji berkala mencapai 72,59 %": the
right one stands in a sentence near it that speaks of the same in the same words, and in a table;
the other one in no table, and nothing in its own sentence comes to it. An amount of many digits is
that of a table by its digits alone, whatever was reckoned from it since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.noticed.basis.held_to_cell import held_to_cell
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said.sentence_relations import readings_of
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.slips import turned

DIGITS = 4
"""A figure of fewer digits has its like in many places."""
NEAR = 6
"""So many paragraphs of its part apart may the sentences stand."""
SAME = 4
"""So many words must both sentences have, but for those of every report."""
MANY = 8
"""Two figures of so many digits, zeros at their end apart, are no such pair by accident."""
COMMON = frozenset({
    "tahun", "target", "realisasi", "capaian", "kinerja", "indikator", "persentase", "prosentase",
    "anggaran", "sebesar", "mencapai", "terealisasi", "persen", "rupiah", "jumlah", "dinas",
    "provinsi", "kabupaten", "kota", "sasaran",
})  # fmt: skip
PARTS = frozenset({
    "laki", "perempuan", "pria", "wanita", "jenjang", "kecamatan", "kelurahan", "desa", "triwulan",
    "semester", "bulan", "negeri", "swasta",
})  # fmt: skip
"""Words of a part of something: who tells of it in one sentence only has another figure there."""


@dataclass(frozen=True)
class _Told:
    """A figure of a sentence, that sentence, and all such figures of it."""

    block: Paragraph
    sentence: str
    figure: SaidFigure
    printed: frozenset[Fraction]

    @property
    def value(self) -> tuple[bool, Fraction]:
        return self.figure.kind == "persen", self.figure.value


def turned_digits(blocks: Sequence[Block], spots: Sequence[Spot]) -> Iterator[ProposedClaim]:
    """The figures that are another one with two digits exchanged, each with that one's cell."""
    cells = grouped(((spot.is_share, spot.value), spot) for spot in spots if not spot.is_claim)
    told = list(_told(blocks))
    again = grouped((one.value, one) for one in told)
    often = Counter(one.value for one in told)
    for one in told:
        if one.value in cells:
            continue
        alike = [cells[value][0] for value in _turned(one) if value in cells]
        if alike and _is_long(one):
            yield _amount_claim(one, alike[0])
            continue
        right = [
            other
            for value in _turned(one)
            if value in cells and often[value] >= often[one.value]
            for other in again.get(value, ())
            if _is_of_one_thing(one, other)
        ]
        if len({other.value for other in right}) == 1 and not _follows(one):
            yield _claim(one, right[0], cells[right[0].value][0])


def _told(blocks: Sequence[Block]) -> Iterator[_Told]:
    """The figures of so many digits."""
    for block, sentence in told_sentences(blocks):
        figures = [f for f in figures_of(sentence) if f.digits >= DIGITS]
        printed = frozenset(figure.value for figure in figures)
        yield from (_Told(block, sentence, figure, printed) for figure in figures)


def _turned(one: _Told) -> Iterator[tuple[bool, Fraction]]:
    share, _ = one.value
    return ((share, value) for value in turned(one.figure.printed))


def _is_long(one: _Told) -> bool:
    digits = "".join(filter(str.isdigit, one.figure.printed.core))
    return len(digits.rstrip("0")) >= MANY


def _follows(one: _Told) -> bool:
    """Does a relation that its sentence tells with it hold?"""
    return one.figure in held_together(one.sentence)


@lru_cache(maxsize=1)
def held_together(sentence: str) -> frozenset[SaidFigure]:
    """The figures of a sentence that stand in a relation that holds: found once for them all."""
    told = (said for told in readings_of(figures_of(sentence), sentence) for said in told)
    return frozenset(part for said in told if said.holds for part in (said.result, *said.parts))


def _is_of_one_thing(one: _Told, other: _Told) -> bool:
    """Do two sentences stand near each other, tell the same years and use the same words, and
    does the one not print the figure of the other as well?"""
    near = one.block.part == other.block.part and abs(one.block.place - other.block.place) <= NEAR
    if not near or other.figure.value in one.printed:
        return False
    if years_in(one.sentence) - years_in(other.sentence):
        return False
    if (words(one.sentence) ^ words(other.sentence)) & PARTS:
        return False
    shared = (words(one.sentence) & words(other.sentence)) - COMMON
    return sum(not word.isdigit() for word in shared) >= SAME


def _claim(one: _Told, other: _Told, spot: Spot) -> ProposedClaim:
    about = worded("angka yang disebut kalimat lain: {told}", told=other.figure.text)
    why = worded(
        "dua angkanya tertukar; kalimat di dekatnya menyebut {told}", told=other.figure.text
    )
    return _held(one, spot, about, why)


def _amount_claim(one: _Told, spot: Spot) -> ProposedClaim:
    told = spot.printed.text.strip()
    about = worded("angka yang dicetak tabel: {told}", told=told)
    return _held(
        one, spot, about, worded("dua angkanya tertukar; tabel mencetak {told}", told=told)
    )


def _held(one: _Told, spot: Spot, about: str, why: str) -> ProposedClaim:
    name = f"tertukar_{spot.key}_{spot.column.name}"
    return held_to_cell((one.block, one.sentence), one.figure, spot, name, (about, why))
