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
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_about_row
from lkjip_analysis.intake.noticed.basis.row_as_subject import BETWEEN, begins_a_clause
from lkjip_analysis.intake.noticed.basis.row_mentions import NamedRows, Row, RowCell
from lkjip_analysis.intake.noticed.counts.said_of_all import NARROWER, VERB, WISH
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.metrics import persen

SAID = re.compile(
    rf"[\s,()]*{BETWEEN}"
    r"(?P<said>(?P<short>(?:belum|tidak|kurang|gagal)\s+(?:dapat\s+|mampu\s+|berhasil\s+)?)?"
    rf"(?:{VERB}\s+target(?:nya)?|(?P<bare>tercapai|terpenuhi)))\b"
    r"(?:\s+(?:kinerja|tahunan))?(?:\s+yang\s+(?:(?:telah|sudah)\s+)?"
    r"(?:ditetapkan|ditentukan|direncanakan|diperjanjikan|dijanjikan))?"
    r"(?:\s+(?:pada\s+|di\s+|dalam\s+)?tahun\s+(?:anggaran\s+)?(?:ini|20\d\d))?"
    r"(?:\s+dalam\s+perjanjian\s+kinerja)?"
    r"(?=\s*(?:[.,;:!()]|$)|\s+(?:karena|dan|tetapi|namun|sehingga|sedangkan|sementara|yaitu|yakni|"
    r"dengan\s+(?:capaian|realisasi|nilai|tingkat|persentase))\b)",
    re.IGNORECASE,
)
"""What is said of a row behind its name; more words would tell of another target or of a risk."""
TOLD = re.compile(r"\b(?:target|tercapai|terpenuhi)", re.IGNORECASE)
OTHER = re.compile(
    rf"\b(?:{WISH}|renstra|rpjmd|akhir|nasional|"
    r"provinsi|standar|lalu|sebelumnya|selain|kecuali|bukan|jangka|menengah|antara|beberapa|sebagian|"
    r"sejumlah|seluruhnya|sepenuhnya|optimal|maksimal)\b",
    re.IGNORECASE,
)
FIGURE_BEHIND = re.compile(r"[\s(,]*(?:[^\W\d]+\s+){0,4}\d")
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
        for one in named.names(sentence):
            said = SAID.match(sentence, one.end)
            if not said or not begins_a_clause(sentence, one.start) or _tells_how_far(said):
                continue
            if wrong := _contradicting(one.row, bool(said["short"]), year):
                yield _claim((block, sentence), said["said"], wrong)


def _tells_how_far(said: re.Match[str]) -> bool:
    """ "Tercapai (97,80 persen)": was it met, or met so far?"""
    behind = said.string[said.end() :]
    return bool(said["bare"]) and not said["short"] and bool(FIGURE_BEHIND.match(behind))


def _contradicting(row: Row, short: bool, year: int) -> RowCell | None:
    """The achievement of the row that says the contrary, where each of them does."""
    told = [cell for cell in row if _is_achievement(cell, row, year)]
    against = [c for c in told if (c.spot.value > FULL if short else c.spot.value < FULL)]
    return told[0] if told and len(against) == len(told) else None


def _is_achievement(cell: RowCell, row: Row, year: int) -> bool:
    """Does a cell print, of this year, what was reached in percent of the target beside it?"""
    spot = cell.spot
    beside = [c for c in row if c.spot.table == spot.table and _is_of_year(c, year)]
    reached = [c.spot.value for c in beside if REACHED.search(c.heading)]
    target = [c.spot.value for c in beside if TARGET.search(c.heading)]
    if cell not in beside or spot.column.name not in SHOWN or len(reached) != 1 or len(target) != 1:
        return False
    return bool(target[0]) and abs(spot.value - persen(reached[0], target[0])) <= AGREE


def _is_of_year(cell: RowCell, year: int) -> bool:
    return cell.years <= {year} and not cell.is_of_last_year


def _claim(place: tuple[Paragraph, str], said: str, cell: RowCell) -> ProposedClaim:
    spot = cell.spot
    about = worded("{row} terhadap targetnya", row=spot.name)
    why = worded("kalimatnya menyebut target {row}", row=spot.name)
    words = Words(f"target_{spot.key}", place[0], said, about, place[1])
    return claim_about_row(words, why, "tercapai", f"bagian={spot.address}")
