"""Two tables of one chapter under one number, with different titles.

A caption stands right above its table, its number perhaps on the line above its title. One that is
printed again over the rest of a table has the same title, or one much like it over the same
columns; where many numbers stand twice, they are counted anew somewhere, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import Block, WordTable
from lkjip_analysis.intake.document.texts import likeness
from lkjip_analysis.intake.noticed.numbering.listed_titles import (
    Titled,
    numbered_twice,
    title_above,
)
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.language import worded

SAME, ALIKE = 0.6, 0.8
"""So alike are the titles of one table; those of two tables with other columns are at most."""
RUNNING = re.compile(r"[2-9]|\d{2,}")
"""A number without its chapter that runs on from table to table; each chapter may begin with 1."""
FEW = 3
"""At most one caption in so many has a wrong number by a slip."""


@dataclass(frozen=True)
class _Caption:
    """The title right above a table, and how many columns that has."""

    titled: Titled
    width: int


def doubled_captions(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """Each caption whose number another table of its chapter has already; or, where numbers run
    on through the chapters, the table before."""
    first: dict[tuple[str, str], _Caption] = {}
    pairs: list[tuple[Titled, Titled]] = []
    captions = list(_captions(blocks))
    for last, told in zip([None, *captions], captions, strict=False):
        number = told.titled.number
        before = first.setdefault((_counted_in(told), number), told)
        if last and last.titled.number == number and RUNNING.fullmatch(number):
            before = last
        if before is not told and _are_two(before, told):
            pairs.append((before.titled, told.titled))
    if len(pairs) * FEW <= len(captions):
        for first_title, second in pairs:
            yield from numbered_twice(
                first_title, second, worded("setiap tabel mempunyai nomor sendiri")
            )


def _counted_in(told: _Caption) -> str:
    """Where the numbers of tables are counted: "3.15" in its chapter, "4" in its part of one."""
    part = told.titled.block.part
    return part.partition(".")[0] if "." in told.titled.number else part


def _are_two(one: _Caption, other: _Caption) -> bool:
    """Are they titles of two tables, by their words, or by words and columns?"""
    alike = likeness(one.titled.title, other.titled.title)
    return alike < (SAME if one.width == other.width else ALIKE)


def _captions(blocks: Sequence[Block]) -> Iterator[_Caption]:
    for place, table in enumerate(blocks):
        if isinstance(table, WordTable):
            told = title_above(blocks[max(place - 2, 0) : place])
            if told and told.kind == "tabel" and "lanjutan" not in told.title.casefold():
                yield _Caption(told, table.grid.width)
