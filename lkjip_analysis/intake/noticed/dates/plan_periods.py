"""A plan told with years that do not hold the report's year: "Renstra 2008-2014" in one of 2016.

Said only of a sentence that speaks of the report's year as well, in a document that prints another
period of such a plan, which does hold it: the plan before may be told of in its own years, one of
which the sentence then names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_words
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import sentence_around
from lkjip_analysis.language import worded

PLANS = {
    "renstra": r"renstra|rencana\s+strategis",
    "rpjmd": r"rpjmd?|rencana\s+pembangunan\s+jangka\s+menengah",
}
PERIOD = (
    r"(?P<period>(?P<first>(?:19|20)\d\d)\s*(?:[-–—]|s\.?\s?/?\s?d\.?|sampai)\s*"
    r"(?P<last>(?:19|20)\d\d))\b"
)
NAMED = {
    plan: re.compile(rf"\b(?:{words})\b[^.;:]{{0,110}}?\b{PERIOD}", re.IGNORECASE)
    for plan, words in PLANS.items()
}
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONGEST = 6
"""A plan is of so many years at most; a longer span is another thing."""
EARLIER = re.compile(
    r"sebelum|\blalu\b|berakhir|terdahulu|\blama\b|banding|\b(?:me|ke|di|ber)?lanjut|pengganti|"
    r"perubahan(?!\s+iklim)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Period:
    """A plan with its years, and the sentence that tells them."""

    plan: str
    printed: str
    years: range
    block: Paragraph
    sentence: str


def plan_periods(blocks: Sequence[Block], tahun: int) -> Iterator[ProposedClaim]:
    """Each sentence about the report's year with a plan of other years."""
    told = [period for block in blocks for period in _told(block)]
    current = {period.plan for period in told if tahun in period.years}
    wrong = [
        p
        for p in told
        if p.plan in current and _is_of_other_years(p, tahun) and not _names_both(p, tahun)
    ]
    for number, period in enumerate(wrong, 1):
        kode, about = f"masa_{period.plan}_{number}", worded("Masa rencana")
        yield claim_of_words(
            Words(kode, period.block, period.printed, about, period.sentence),
            worded("masa rencana mencakup tahun laporan"),
            "tahun_laporan",
        )


def _told(block: Block) -> Iterator[_Period]:
    if not isinstance(block, Paragraph) or block.listed:
        return
    text = one_line(block.text)
    for plan, pattern in NAMED.items():
        for match in pattern.finditer(text):
            years = range(int(match["first"]), int(match["last"]) + 1)
            if 1 < len(years) <= LONGEST + 1:
                sentence = sentence_around(text, match.start("period"))
                yield _Period(plan, match["period"], years, block, sentence)


def _is_of_other_years(period: _Period, tahun: int) -> bool:
    rest = period.sentence.replace(period.printed, " ")
    speaks = re.search(rf"\b{tahun}\b", rest) and not EARLIER.search(rest)
    own = any(int(year) in period.years for year in YEAR.findall(re.sub(PERIOD, " ", rest)))
    return bool(speaks) and tahun not in period.years and not own


def _names_both(period: _Period, tahun: int) -> bool:
    """Does the sentence name beside it the plan of the same kind that holds the report's year?"""
    rest = period.sentence.replace(period.printed, " ")
    others = [words for plan, words in PLANS.items() if plan != period.plan]
    return any(
        int(match["first"]) <= tahun <= int(match["last"])
        for match in NAMED[period.plan].finditer(rest)
        if not any(re.search(words, match[0], re.IGNORECASE) for words in others)
    )
