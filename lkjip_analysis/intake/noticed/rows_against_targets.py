"""Sentences that say of one row that it met its target, or did not, without telling its figure:
"Penyaluran bantuan telah melampaui target", where the row so called prints 97,80 percent.

The name must stand there whole, right before what is said of it, and every table that prints the
achievement of that row in this year must say the contrary. Of what just reaches its target nothing
is said, nor of a wish, a condition or a part of the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.held_to_cell import words_about_row
from lkjip_analysis.intake.noticed.row_mentions import NamedRows, Row, RowCell
from lkjip_analysis.intake.noticed.said_of_all import NARROWER
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.metrics import persen
from lkjip_analysis.report.direction_words import FALLS_SHORT

VERB = r"(?:mencapai|memenuhi|melampaui|melebihi)"
SAID = re.compile(
    r"[\s,()]*(?:(?:(?:pada|tahun|ini|di|juga|dapat|mampu|berhasil|telah|sudah|secara|keseluruhan|"
    r"masih|hanya|sebesar|sebanyak|dengan|realisasi|capaian|nilai|persen|20\d\d|\d[\d.,]*+%?+)"
    r"[\s,()]+)*+)"
    rf"(?P<said>(?:(?:belum|tidak|kurang|gagal)\s+(?:dapat\s+|mampu\s+|berhasil\s+)?)?"
    rf"(?:{VERB}\s+target(?:nya)?|tercapai|terpenuhi))\b(?!\s*(?:sebesar|sebanyak|\d))",
    re.IGNORECASE,
)
"""What stands between the name of a row and what is said of it."""
TOLD = re.compile(r"\b(?:target|tercapai|terpenuhi)", re.IGNORECASE)
OTHER = re.compile(
    r"\b(?:agar|supaya|akan|harus|diharapkan|apabila|jika|bila|kalau|renstra|rpjmd|akhir|nasional|"
    r"provinsi|standar|lalu|sebelumnya|selain|kecuali|bukan|jangka|menengah|antara|beberapa|sebagian|"
    r"sejumlah|seluruhnya|sepenuhnya|optimal|maksimal)\b",
    re.IGNORECASE,
)
SHOWN = ("capaian", "serapan")
REACHED, TARGET = re.compile("realisasi", re.IGNORECASE), re.compile("target", re.IGNORECASE)
FULL, AGREE = 100, 1
"""A printed achievement is the share of its target within so many points."""


def rows_against_targets(
    blocks: Sequence[Block], named: NamedRows, year: int
) -> Iterator[ProposedClaim]:
    """What sentences say of the target of a row that its achievements contradict."""
    for block, sentence in told_sentences(blocks):
        if not TOLD.search(sentence) or OTHER.search(sentence) or NARROWER.search(sentence):
            continue
        if years_in(sentence) - {year}:
            continue
        for row, end in named.names(sentence):
            said = SAID.match(sentence, end)
            if said and (wrong := _contradicting(row, said["said"], year)):
                yield _claim((block, sentence), said["said"], wrong)


def _contradicting(row: Row, said: str, year: int) -> RowCell | None:
    """The achievement of the row that says the contrary, where each of them does."""
    told = [cell for cell in row if _is_achievement(cell, row, year)]
    short = bool(FALLS_SHORT.search(said))
    against = [c for c in told if (c.spot.value > FULL if short else c.spot.value < FULL)]
    return told[0] if told and len(against) == len(told) else None


def _is_achievement(cell: RowCell, row: Row, year: int) -> bool:
    """Does a cell print, of this year, what was reached in percent of the target beside it?"""
    spot = cell.spot
    beside = [c for c in row if c.spot.table == spot.table and _is_of_year(c, year)]
    reached = [c.spot.value for c in beside if REACHED.search(f"{c.spot.column.name} {c.head}")]
    target = [c.spot.value for c in beside if TARGET.search(f"{c.spot.column.name} {c.head}")]
    if cell not in beside or spot.column.name not in SHOWN or len(reached) != 1 or len(target) != 1:
        return False
    return bool(target[0]) and abs(spot.value - persen(reached[0], target[0])) <= AGREE


def _is_of_year(cell: RowCell, year: int) -> bool:
    told = years_in(cell.head) or years_in(cell.title)
    return told <= {year} and not cell.spot.column.name.endswith("_lalu")


def _claim(place: tuple[Paragraph, str], said: str, cell: RowCell) -> ProposedClaim:
    spot = cell.spot
    row = " ".join(spot.called.split())
    about = worded("{row} terhadap targetnya", row=row)
    why = worded("kalimatnya menyebut target {row}", row=row)
    rule = "tercapai", f"bagian={spot.address}"
    return words_about_row(place, said, f"target_{spot.key}", rule, (about, why))
