"""One thing told in two sentences with two figures: "Juru parkir yang dibina pada tahun 2023
sebanyak 315 orang" here, "sebanyak 351 orang" pages away.

The sentences must use the same words for it, name what they count at some length and no place in
the text ("kegiatan ini"), and stand alone in that; of the figures two digits are exchanged, or they
are long and one slip apart: sections of two units tell 315 and 375 in the same words.
Which of the two is wrong, nobody can tell from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.noticed.sentences_and_rows.turned_digits import COMMON
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import Writer
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.slips import is_slip, turned

FILLERS = frozenset({
    "sebanyak", "sebesar", "sejumlah", "senilai", "adalah", "yaitu", "mencapai", "tercatat",
    "orang", "rp", "persen", "%", "jumlah", "terdapat", "ada", "diikuti", "mengikuti", "berjumlah",
    "total", "telah", "sudah", "oleh", "dilaksanakan", "kegiatan", "hanya", "dapat", "bahwa",
    "juga",
})  # fmt: skip
"""Words that do not say what a figure is of."""
GENERAL = COMMON | {"program", "rata", "rerata", "pencapaian", "nilai", "laporan", "tujuan"}
"""Words of every chapter: each of its goals has an achievement of its own."""
POINTS = re.compile(
    r"\b(?:ini|itu|tersebut|berikut|di\s*atas|di\s*bawah|dimaksud|masing|nya|sebelumnya|lalu|awal|akhir|"
    r"semula|menjadi|ditargetkan|target|rencana|triwulan|semester|bulan|tahap|gelombang|angkatan|"
    r"sampai|hingga|lain|lainnya|sedangkan|sementara)\b|\w{3}nya\b",
    re.IGNORECASE,
)
"""What such a sentence is of is told elsewhere, or it tells of a part or a plan."""
YEAR = re.compile(r"(?:19|20)\d\d")
FEWEST, DIGITS, LONGEST = 4, 3, 220
"""So many words, its year among them, say what a figure is of; so many digits no accident. In a
longer sentence other things are told."""
MANY = 5
"""Of so many digits two figures differ in one by a slip, rarely by accident."""


@dataclass(frozen=True)
class _Told:
    """A sentence with its one figure."""

    block: Paragraph
    sentence: str
    figure: SaidFigure


def told_twice(
    blocks: Sequence[Block], spots: Sequence[Spot], claims: Sequence[ProposedClaim]
) -> Iterator[ProposedClaim]:
    """The pairs of sentences that tell one thing with two figures, the later one as the claim."""
    accused = accused_figures(claims)
    printed = {spot.value for spot in spots}
    count = 0
    for alike in grouped(_alike(blocks)).values():
        figures = {told.figure.value for told in alike}
        if len(alike) != 2 or len(figures) != 2 or figures & printed:
            continue
        first, second = alike
        if _is_slip(second.figure, first.figure) and not any(
            told.block.of(told.figure.text) in accused for told in alike
        ):
            count += 1
            yield from _claims(first, second, f"dua_kali_{count}")


def _alike(blocks: Sequence[Block]) -> Iterator[tuple[tuple[str, frozenset[str]], _Told]]:
    """The sentences that tell one figure at such length, by their words."""
    for block, sentence in told_sentences(blocks):
        figures = figures_of(sentence) if len(sentence) <= LONGEST else ()
        if len(figures) != 1 or figures[0].digits < DIGITS or POINTS.search(sentence):
            continue
        figure = figures[0]
        rest = f"{sentence[: figure.start]} {sentence[figure.text_end :]}"
        told = words(rest) - FILLERS
        if len(told - GENERAL) >= FEWEST and not any(
            w.isdigit() and not YEAR.fullmatch(w) for w in told
        ):
            yield (figure.kind, told), _Told(block, sentence, figure)


def _is_slip(figure: SaidFigure, other: SaidFigure) -> bool:
    is_turned = other.value in turned(figure.printed)
    return is_turned or (figure.digits >= MANY and is_slip(figure.printed, other.value))


def _claims(first: _Told, second: _Told, name: str) -> Iterator[ProposedClaim]:
    why = worded(
        "dua kalimat menyebut hal yang sama: {one} dan {other}",
        one=first.figure.text,
        other=second.figure.text,
    )
    yield Writer(first.block, first.sentence, name).figure(f"{name}_lain", first.figure, why)
    writer = Writer(second.block, second.sentence, name)
    claim = writer.figure(name, second.figure, why)
    yield writer.held(claim, "sama", f"sumber=klaim[{name}_lain].nilai", why)
