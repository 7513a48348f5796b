"""The mean achievement and the share spent of all, that a sentence repeats from the rows of totals:
"rata-rata capaian kinerja tahun 2023 sebesar 101,61 persen dan realisasi anggaran 96,53 persen".

Only a slip away from the one such figure of the document, where no table prints it, is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.basis.held_to_cell import held_to_cell
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.slips import is_slip

BETWEEN = r"(?:[^.;\d]|\b20\d\d\b)*"
MEAN = re.compile(
    rf"\b(?:pen)?capaian\b{BETWEEN}\brata\s*-?\s*rata\b|\brata\s*-?\s*rata\b{BETWEEN}\b(?:pen)?capaian\b",
    re.IGNORECASE,
)
SPENT = re.compile(
    r"\b(?:realisasi|serapan|penyerapan)\s+anggaran(?:nya)?\s+(?:(?:adalah|sebesar|mencapai|tercatat|"
    r"secara|keseluruhan|total|tahun|20\d\d)\s+)*$",
    re.IGNORECASE,
)
OF_MEAN = re.compile(r"\brata|\bmean\b", re.IGNORECASE)
OTHER = re.compile(
    r"\b(?:sasaran|tujuan|program|kegiatan|triwulan|semester|lalu|sebelumnya|kategori|masing|"
    r"kelompok|belanja|bidang|naik|turun|meningkat|menurun)\b",
    re.IGNORECASE,
)
"""The sentence speaks of a part, or of a change."""
FEWEST = 4
"""A share of fewer digits is a slip away from others by accident."""


def means_in_sentences(seen: Seen) -> Iterator[ProposedClaim]:
    """The shares told of the whole that are a slip away from the one that a table prints."""
    totals = [spot for spot in seen.spots if spot.is_total and spot.is_share]
    mean = _only(s for s in totals if s.column.name == "capaian" and OF_MEAN.search(s.called))
    spent = _only(s for s in totals if s.column.name == "serapan" and not OF_MEAN.search(s.called))
    accused, printed = accused_figures(seen.claims), {spot.value for spot in seen.spots}
    for block, sentence in told_sentences(seen.blocks if mean or spent else ()):
        if OTHER.search(sentence) or years_in(sentence) - {seen.tahun}:
            continue
        for figure, before in _shares(sentence):
            spot = mean if MEAN.search(before) else spent if SPENT.search(before) else None
            is_new = figure.value not in printed and block.of(figure.text) not in accused
            if spot and is_new and is_slip(figure.printed, spot.value):
                yield _claim((block, sentence), figure, spot)


def _only(spots: Iterator[Spot]) -> Spot | None:
    """The first of some figures, where they all say the same."""
    told: Sequence[Spot] = tuple(spots)
    return told[0] if len({spot.value for spot in told}) == 1 else None


def _shares(sentence: str) -> Iterator[tuple[SaidFigure, str]]:
    """The percentages of a sentence, each with the words since the figure before."""
    start = 0
    for figure in figures_of(sentence):
        if figure.kind == "persen" and figure.digits >= FEWEST:
            yield figure, sentence[start : figure.start]
        start = figure.end


def _claim(place: tuple[Paragraph, str], figure: SaidFigure, spot: Spot) -> ProposedClaim:
    about = worded("{column} keseluruhan di {label}", column=spot.column.judul, label=spot.label)
    words = about, worded("kalimat mengulang angka keseluruhan yang dicetak tabel")
    return held_to_cell(place, figure, spot, f"{spot.column.name}_{spot.table}", words)
