"""Dates that no calendar has, and regulations of a year that the report could not know.

"32 Januari 2024" in a report, "Nomor 23 Tahun 2041" in one of 2023. A year that the document prints
again and again, that of a plan's end, may be its own year read wrongly: nothing is said of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block, Paragraph, paragraphs
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_words
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import sentence_around
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.calendar_days import MONTHS, YEAR_ALONE, day_of

DATE = re.compile(
    rf"(?<![\w.,/-])(?P<date>(?P<day>[0-3]?\d)\s+(?:{'|'.join(MONTHS)})\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
LAW = re.compile(
    r"\b(?P<dated>(?:nomor|no)\b\s*[.:]?\s*\d[\w./-]*\s+tahun\s+(?P<year>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
AHEAD = 1
"""A report is written in the year after its own, and cites what came out by then."""
SELDOM = 2
"""A year that the document prints more often is no slip: its plans and targets are of that year."""


def impossible_dates(blocks: Sequence[Block], tahun: int) -> Iterator[ProposedClaim]:
    """Each date that is none, and each regulation of the future, once."""
    texts = [(block, one_line(block.text)) for block in paragraphs(blocks)]
    printed = Counter(year for _, text in texts for year in YEAR_ALONE.findall(text))
    told: dict[str, ProposedClaim] = {}
    for block, text in texts:
        for match in DATE.finditer(text):
            if day_of(*match["date"].split()) is None:
                claim = _claim(block, text, match["date"], len(told) + 1, "tanggal")
                told.setdefault(match["date"].casefold(), claim)
        for match in LAW.finditer(text):
            if int(match["year"]) > tahun + AHEAD and printed[match["year"]] <= SELDOM:
                claim = _claim(block, text, match["dated"], len(told) + 1, "tahun_terbit")
                told.setdefault(match["dated"].casefold(), claim)
    yield from told.values()


def _claim(block: Paragraph, text: str, printed: str, number: int, rule: str) -> ProposedClaim:
    about = worded("Tanggal") if rule == "tanggal" else worded("Tahun peraturan")
    sentence = sentence_around(text, text.find(printed))
    words = Words(f"{rule}_{number}", block, printed, about, sentence)
    return claim_of_words(words, worded("tanggal dan tahun yang mungkin"), rule)
