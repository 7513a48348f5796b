"""A part that the outline of a report lists under another year than its heading prints.

"2.1.2 Rencana Kinerja Tahunan 2022" in the outline, "2.1.2 Rencana Kinerja Tahunan 2023" above
the part: the line of last year's report stayed. Number and words are the same, but not the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block, Paragraph, paragraphs
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import one_line, plain_words
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, two_that_differ
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped

LINE = re.compile(
    r"\W*(?P<number>\d(?:\.\d{1,2})+)\.?\s+(?P<title>[^\W\d_].{4,150}?)"
    r"(?:[\s.…_]*[.…_\t]{2,}\s*(?:[ivxl]+\s*-\s*)?[\divxl]{1,4})?\s*",
    re.IGNORECASE,
)
"""A numbered heading; in a list dots lead to its page."""
OUTLINED = 3
"""So many lines stand twice, word for word, where a report lists its parts and has them too."""
Told = tuple[Paragraph, str]


def headings_of_other_years(blocks: Sequence[Block], tahun: int) -> Iterator[ProposedClaim]:
    """The lines of the outline that name a year before the report's, which their heading names."""
    lines = grouped(
        ((match["number"], plain_words(_without_year(match["title"]))), (block, match["title"]))
        for block in paragraphs(blocks)
        if (match := LINE.fullmatch(one_line(block.text)))
    )
    if sum(_is_listed(told) for told in lines.values()) < OUTLINED:
        return
    for (number, _), told in lines.items():
        years = [year for _, title in told for year in years_in(title)]
        if len(told) == len(years) == 2 and years[0] < years[1] == tahun:
            yield from _claims(number, *told)


def _without_year(title: str) -> str:
    return re.sub(r"\b20\d\d\b", "", title)


def _is_listed(told: Sequence[Told]) -> bool:
    return len(told) == 2 and plain_words(told[0][1]) == plain_words(told[1][1])


def _claims(number: str, listed: Told, heading: Told) -> Iterator[ProposedClaim]:
    name = number.replace(".", "_")
    about = worded("Judul Subbab {number}", number=number)
    yield from two_that_differ(
        Words(f"judul_subbab_{name}", heading[0], heading[1], about),
        Words(f"daftar_subbab_{name}", listed[0], listed[1], about),
        worded("judul dalam daftar adalah judul di tempatnya"),
    )
