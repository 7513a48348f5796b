"""Two tables of one chapter under one number, with different titles.

A caption stands right above its table. One that is printed again over the rest of a table has the
same title; where many numbers stand twice, they are counted anew somewhere, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.texts import likeness, one_line
from lkjip_analysis.intake.noticed.listed_titles import Titled, numbered_twice, titled
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.language import worded

SAME = 0.6
"""So alike are the titles of one table."""
FEW = 3
"""At most one caption in so many has a wrong number by a slip."""


def doubled_captions(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """Each caption whose number another table of its chapter has already."""
    first: dict[tuple[str, str], Titled] = {}
    pairs: list[tuple[Titled, Titled]] = []
    captions = list(_captions(blocks))
    for told in captions:
        before = first.setdefault((told.block.part, told.number), told)
        if before is not told and likeness(before.title, told.title) < SAME:
            pairs.append((before, told))
    if len(pairs) * FEW <= len(captions):
        for before, told in pairs:
            yield from numbered_twice(before, told, worded("setiap tabel mempunyai nomor sendiri"))


def _captions(blocks: Sequence[Block]) -> Iterator[Titled]:
    for block, below in pairwise(blocks):
        if isinstance(block, Paragraph) and isinstance(below, WordTable):
            told = titled(block, one_line(block.text))
            if told and told.kind == "tabel" and "lanjutan" not in told.title.casefold():
                yield told
