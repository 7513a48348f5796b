"""A share and its whole in a sentence that leaves the part to a table: "serapan mencapai p persen
dari Rp W", "capaiannya p persen dari target W".

A row that prints the whole prints the share beside it. Only a slip of the fingers in one of the two
is said: in the share, where no row of this whole makes it true; in the whole, where no table prints
it and the rows that print the share have one that is a slip away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.basis.held_to_cell import held_to_cell
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import OR, SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.metrics import persen
from lkjip_analysis.numbers.slips import is_slip

OF = re.compile(
    r"\)?\s*dari\s+(?:(?:total|seluruh|keseluruhan|jumlah|pagu|anggaran|alokasi|target\w*|yang|"
    r"ditetapkan|direncanakan|dianggarkan|dialokasikan|sebesar|sejumlah|sebanyak|senilai|belanja|"
    r"tahun|ini|kinerja|sebesar)\s+)*",
    re.IGNORECASE,
)
"""What stands between a share and its whole; a whole of another name is not that of a row."""
OTHER = re.compile(
    r"\b(?:triwulan|semester|bulan|renstra|rpjmd|nasional|provinsi|lalu|sebelumnya|semula|perubahan|"
    r"akhir|naik|turun|meningkat|menurun|bertambah|berkurang)\b",
    re.IGNORECASE,
)
FEWEST = 3
"""A share or a whole of fewer digits stands in many rows by accident."""

Row = Sequence[Spot]


def shares_of_wholes(seen: Seen) -> Iterator[ProposedClaim]:
    """The shares, and the wholes, that are a slip away from those of the row they tell."""
    accused = accused_figures(seen.claims)
    rows = _Rows(seen.spots)
    for block, sentence in told_sentences(seen.blocks):
        if OTHER.search(sentence) or years_in(sentence) - {seen.tahun}:
            continue
        for share, whole in _pairs(sentence):
            for figure, spot in rows.wrong(share, whole):
                if block.of(figure.text) not in accused:
                    yield _claim((block, sentence), figure, spot)


def _pairs(sentence: str) -> Iterator[tuple[SaidFigure, SaidFigure]]:
    """The shares told of a whole, where their part is not told just before."""
    figures = figures_of(sentence)
    for number, (share, whole) in enumerate(pairwise(figures)):
        alike = share.kind == "persen" and (whole.kind != "persen")
        if not alike or not OF.fullmatch(sentence, share.end, whole.start):
            continue
        if number and OR.fullmatch(sentence, figures[number - 1].end, share.start):
            continue
        yield share, whole


class _Rows:
    """The rows of the tables, by the figures that they print."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        told = [s for s in spots if not (s.is_claim or s.column.name.endswith("_lalu"))]
        self._rows = list(grouped(((spot.table, spot.key), spot) for spot in told).values())
        self._of_whole = grouped(
            (spot.value, row) for row in self._rows for spot in row if not spot.is_share
        )
        self._of_share = grouped(
            (spot.value, row) for row in self._rows for spot in row if spot.is_share
        )

    def wrong(self, share: SaidFigure, whole: SaidFigure) -> Iterator[tuple[SaidFigure, Spot]]:
        """The figure of the two that is wrong, and the cell that prints it right."""
        if share.digits < FEWEST or whole.digits < FEWEST:
            return
        held = self._of_whole.get(whole.value, ())
        if held:
            told = [] if any(_makes(row, share, whole) for row in held) else _near(held, share)
            figure = share
        else:
            told, figure = _near(self._of_share.get(share.value, ()), whole), whole
        if told and len({spot.value for spot in told}) == 1:
            yield figure, told[0]


def _makes(row: Row, share: SaidFigure, whole: SaidFigure) -> bool:
    """Does a row print the share, or a part that has this share of the whole?"""
    return any(
        share.agrees(spot.printed)
        if spot.is_share
        else abs(Fraction(persen(spot.value, whole.value)) - share.value) <= share.printed.step
        for spot in row
    )


def _near(rows: Sequence[Row], figure: SaidFigure) -> list[Spot]:
    """The cells of some rows, of the kind of a figure, that are a slip away from it."""
    return [
        spot
        for row in rows
        for spot in row
        if spot.is_share == (figure.kind == "persen") and is_slip(figure.printed, spot.value)
    ]


def _claim(place: tuple[Paragraph, str], figure: SaidFigure, spot: Spot) -> ProposedClaim:
    about = worded("{column} dari {row} di {label}", column=spot.column.judul, row=spot.name,
                   label=spot.label)  # fmt: skip
    why = worded("kalimat menyebut persen dan keseluruhan dari baris itu")
    return held_to_cell(place, figure, spot, f"bagian_{spot.key}_{spot.column.name}", (about, why))
