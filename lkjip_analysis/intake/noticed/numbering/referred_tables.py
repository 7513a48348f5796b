"""A sentence that leads to the table below it under another number: "pada Tabel 3.5 berikut" above
Tabel 3.4.

Said only where the sentence speaks of what the table below is titled, in its words, and not of the
table that does carry the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, two_that_differ
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import sentence_around
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped

ABOVE, CAPTION_LINES = 2, 5
"""So many paragraphs above a caption may lead to its table; so many above it may hold both."""
SAME = 0.6
"""So many words of a title stand in the sentence that leads to its table."""
FEWEST = 3
"""A title of fewer words is that of many tables."""
NAMED = re.compile(r"\btabel\s*\.?\s*(?P<number>\d+(?:[.\-]\d+)*)", re.IGNORECASE)
BELOW = re.compile(r"\b(?:berikut|di\s?bawah)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Lead:
    """A sentence that leads to a table, with the number that it tells."""

    block: Paragraph
    sentence: str
    number: str


def referred_tables(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """Each number under which a sentence leads to a table of another number."""
    tables = [(place, b) for place, b in enumerate(blocks) if isinstance(b, WordTable) and b.label]
    titles = grouped((_number(table), table.title) for _, table in tables)
    for place, table in tables:
        above = blocks[max(place - CAPTION_LINES, 0) : place]
        number = _number(table)
        caption = _caption(above, number)
        lead = None if caption is None else _lead(above[: above.index(caption)][-ABOVE:])
        if caption and lead and lead.number != number and _is_of(table.title, lead, titles):
            yield from _claims(caption, number, lead)


def _number(table: WordTable) -> str:
    """The number that a table is printed under."""
    return re.sub(r"\s+|^\D+", "", table.label)


def _caption(above: Sequence[Block], number: str) -> Paragraph | None:
    """The line above a table that prints its number."""
    for block in reversed(above):
        if isinstance(block, Paragraph) and (match := NAMED.match(block.text.strip())):
            return block if match["number"] == number else None
    return None


def _lead(above: Sequence[Block]) -> _Lead | None:
    """The last sentence above that leads to one table below it."""
    for block in reversed(above):
        if not isinstance(block, Paragraph) or block.listed or block.heading:
            continue
        found = list(NAMED.finditer(block.text))
        if not found:
            continue
        sentence = sentence_around(block.text, found[-1].start())
        numbers = {match["number"] for match in NAMED.finditer(sentence)}
        is_last = block.text.rstrip().endswith(sentence)
        is_leading = is_last and len(numbers) == 1 and BELOW.search(sentence)
        return _Lead(block, sentence, *numbers) if is_leading else None
    return None


def _is_of(title: str, lead: _Lead, titles: Mapping[str, Sequence[str]]) -> bool:
    """Does the sentence speak of this table, rather than of one that its number names?"""
    own = _shared(title, lead.sentence)
    others = titles.get(lead.number, ())
    return own >= SAME and all(_shared(other, lead.sentence) < own for other in others)


def _shared(title: str, sentence: str) -> float:
    """How many of a title's words stand in a sentence; none of a title that any table may have."""
    named = {word for word in words(title) if not word.isdigit()}
    return len(named & words(sentence)) / len(named) if len(named) >= FEWEST else 0.0


def _claims(caption: Paragraph, number: str, lead: _Lead) -> Iterator[ProposedClaim]:
    name = re.sub(r"\D", "_", number)
    about = worded("Nomor tabel yang diantar kalimatnya")
    yield from two_that_differ(
        Words(f"nomor_judul_{name}", caption, number, about),
        Words(f"nomor_pengantar_{name}", lead.block, lead.number, about, lead.sentence),
        worded("kalimat mengantar tabel di bawahnya"),
    )
