"""The report itself called one of another year, where it says what it rests on and is for.

"Dasar hukum penyusunan LKIP Dinas Sosial Tahun 2022 adalah sebagai berikut" in the report of 2023:
the sentence of last year's report stayed. Last year's report has its place in other sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block, Paragraph, paragraphs
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, two_that_differ
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import sentence_around
from lkjip_analysis.language import worded

NAME = r"(?:lkj?ip|lakip|laporan\s+(?:akuntabilitas\s+)?kinerja(?:\s+instansi\s+pemerintah)?)"
OF_YEAR = (
    rf"{NAME}\b(?P<whose>[^.;:\d]{{0,110}}?)\btahun(?:\s+anggaran)?\s+(?P<year>20\d\d)\b(?!\s*[-–])"
)
CALLED = re.compile(rf"\b{OF_YEAR}", re.IGNORECASE)
OWN = re.compile(
    r"\b(?:dasar\s+hukum|landasan|mendasari|maksud|tujuan|sistematika)\b(?P<why>[^.;:\d]{0,60}?)"
    rf"\b(?:penyusunan|penulisan|penyajian)\s+{OF_YEAR}\W+(?:ini\W+)?(?:adalah|yaitu|sebagai|berikut|"
    r"antara\s+lain)\b",
    re.IGNORECASE,
)
"""What only a report says of itself: what it rests on, what it is for, how it is laid out."""
OTHER = re.compile(r"pedoman|petunjuk|tata\s+cara|sebelum|\blalu\b|banding|evaluasi|reviu", re.I)
BEFORE, FEWEST = 2, 2
"""So many years before may have stayed; so many other places call the report one of its year."""


def own_year(blocks: Sequence[Block], tahun: int) -> Iterator[ProposedClaim]:
    """The sentences about the report itself that name a year just before its own."""
    mine = list(_called(blocks, tahun))
    stale = [(block, match) for block in paragraphs(blocks) for match in OWN.finditer(block.text)]
    for number, (block, match) in enumerate(stale if len(mine) >= FEWEST else (), 1):
        year, said = int(match["year"]), sentence_around(block.text, match.start("year"))
        if tahun - BEFORE <= year < tahun and not OTHER.search(f"{match['why']} {match['whose']}"):
            about = worded("Tahun laporan")
            yield from two_that_differ(
                Words(f"tahun_laporan_{number}", mine[0][0], str(tahun), about, mine[0][1]),
                Words(f"tahun_laporan_lain_{number}", block, str(year), about, said),
                worded("laporan menyebut tahunnya sendiri"),
            )


def _called(blocks: Sequence[Block], tahun: int) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs that call the report one of its year, each with the sentence."""
    for block in paragraphs(blocks):
        told = (match for match in CALLED.finditer(block.text) if int(match["year"]) == tahun)
        if match := next(told, None):
            yield block, sentence_around(block.text, match.start("year"))
