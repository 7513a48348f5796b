"""Two tables of one chapter under one number, with different titles.

A caption stands right above its table. One that is printed again over the rest of a table has the
same title, or one much like it over the same columns; where many numbers stand twice, they are
counted anew somewhere, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.texts import likeness, one_line
from lkjip_analysis.intake.noticed.listed_titles import Titled, numbered_twice, titled
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.language import worded

SAME, ALIKE = 0.6, 0.8
"""So alike are the titles of one table; those of two tables with other columns are at most."""
FEW = 3
"""At most one caption in so many has a wrong number by a slip."""


@dataclass(frozen=True)
class _Caption:
    """The title right above a table, and how many columns that has."""

    titled: Titled
    width: int


def doubled_captions(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """Each caption whose number another table of its chapter has already."""
    first: dict[tuple[str, str], _Caption] = {}
    pairs: list[tuple[Titled, Titled]] = []
    captions = list(_captions(blocks))
    for told in captions:
        before = first.setdefault((told.titled.block.part, told.titled.number), told)
        if before is not told and _are_two(before, told):
            pairs.append((before.titled, told.titled))
    if len(pairs) * FEW <= len(captions):
        for first_title, second in pairs:
            yield from numbered_twice(
                first_title, second, worded("setiap tabel mempunyai nomor sendiri")
            )


def _are_two(one: _Caption, other: _Caption) -> bool:
    """Are they titles of two tables, by their words, or by words and columns?"""
    alike = likeness(one.titled.title, other.titled.title)
    return alike < (SAME if one.width == other.width else ALIKE)


def _captions(blocks: Sequence[Block]) -> Iterator[_Caption]:
    for block, below in pairwise(blocks):
        if isinstance(block, Paragraph) and isinstance(below, WordTable):
            told = titled(block, one_line(block.text))
            if told and told.kind == "tabel" and "lanjutan" not in told.title.casefold():
                yield _Caption(told, below.grid.width)
