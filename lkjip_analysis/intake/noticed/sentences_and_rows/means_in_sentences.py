"""The mean achievement that a sentence repeats from the row of means: "rata-rata capaian kinerja
tahun 2023 sebesar 101,61 persen".

Only a slip away from the one mean row of the document, where no mean prints the figure, is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.basis.held_to_cell import held_to_cell
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, accused_figures
from lkjip_analysis.intake.sentences.said_figures import figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.slips import is_slip

BETWEEN = r"(?:[^.;\d]|\b20\d\d\b)*"
MEAN = re.compile(
    rf"\b(?:pen)?capaian\b{BETWEEN}\brata\s*-?\s*rata\b|\brata\s*-?\s*rata\b{BETWEEN}\b(?:pen)?capaian\b",
    re.IGNORECASE,
)
OF_MEAN = re.compile(r"\brata|\bmean\b", re.IGNORECASE)
OTHER = re.compile(
    r"\b(?:sasaran|tujuan|program|kegiatan|triwulan|semester|lalu|sebelumnya|kategori|masing|"
    r"kelompok|anggaran|keuangan)\b",
    re.IGNORECASE,
)
"""The sentence speaks of the mean of a part."""
FEWEST = 4
"""A mean of fewer digits is a slip away from others by accident."""


def means_in_sentences(seen: Seen) -> Iterator[ProposedClaim]:
    """The means told of all indicators that are a slip away from the one that a table prints."""
    means = [s for s in seen.spots if s.is_total and OF_MEAN.search(s.called) and s.is_share]
    achieved = [spot for spot in means if spot.column.name == "capaian"]
    if len({spot.value for spot in achieved}) != 1:
        return
    accused, printed = accused_figures(seen.claims), {spot.value for spot in seen.spots}
    for block, sentence in told_sentences(seen.blocks):
        if not MEAN.search(sentence) or OTHER.search(sentence):
            continue
        figures = [f for f in figures_of(sentence) if f.kind == "persen" and f.digits >= FEWEST]
        if len(figures) != 1 or years_in(sentence) - {seen.tahun} or seen.named.names(sentence):
            continue
        (figure,) = figures
        wrong = figure.value not in printed and is_slip(figure.printed, achieved[0].value)
        if wrong and block.of(figure.text) not in accused:
            spot = achieved[0]
            about = worded("rata-rata capaian di {label}", label=spot.label)
            words = about, worded("kalimat mengulang rata-rata yang dicetak tabel")
            yield held_to_cell((block, sentence), figure, spot, f"rerata_{spot.table}", words)
