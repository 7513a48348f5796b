"""A table whose title names another year than the sentence that leads to it.

"Hasil Tahun Anggaran 2023 tersaji pada Tabel 15", where Tabel 15 is titled "Hasil ... Tahun 2022":
the title of last year's report stayed. A sentence that compares years, or a heading of the table
that names the year of the title, says that the table is of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, two_that_differ
from lkjip_analysis.intake.noticed.numbering.listed_titles import Titled, title_above
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import sentence_around
from lkjip_analysis.language import worded

ABOVE = 3
"""So many paragraphs above a caption may lead to its table."""
SAME = 0.5
"""So many words of a title stand in the sentence that leads to its table."""
HEADINGS = 4
"""So many first rows of a table may be its headings."""
LEADS = re.compile(
    r"\b(?:ter|di)?(?:saji|sajikan|lihat|tampil|tampilkan|cantum|cantumkan|tuang|tuangkan|muat|"
    r"gambarkan)\b|\b(?:sebagai)?\s?berikut\b|\bdi\s?bawah\b",
    re.IGNORECASE,
)
COMPARES = re.compile(
    r"banding|sebelum|\blalu\b|\bdari tahun\b|kenaikan|penurunan|meningkat|menurun|\bantara\b|"
    r"\bsejak\b|sampai|\bdata\b|rencana|target",
    re.IGNORECASE,
)


def titled_years(blocks: Sequence[Block], tahun: int) -> Iterator[ProposedClaim]:
    """The titles of another year, each with the year of the sentence above it."""
    for place, table in enumerate(blocks):
        above = blocks[max(place - 2, 0) : place]
        told = title_above(above) if isinstance(table, WordTable) else None
        if told is None or told.kind != "tabel" or not isinstance(table, WordTable):
            continue
        year = _one(years_in(told.title))
        if year is None or year >= tahun or year in _years_of_headings(table):
            continue
        lead = _lead(blocks[max(place - 1 - ABOVE, 0) : place - 1], told.number, tahun)
        if lead and _is_of_one_thing(told.title, lead[1]) and isinstance(above[-1], Paragraph):
            yield from _claims(replace(told, block=above[-1]), lead, year, tahun)


def _one(years: frozenset[int]) -> int | None:
    return next(iter(years)) if len(years) == 1 else None


def _years_of_headings(table: WordTable) -> frozenset[int]:
    """The years that the first rows of a table name."""
    slots = [slot for row in table.grid.rows[:HEADINGS] for slot in row]
    return frozenset(year for slot in slots for year in years_in(slot.text))


def _lead(above: Sequence[Block], number: str, tahun: int) -> tuple[Paragraph, str] | None:
    """The sentence of the report's year that leads to the table of this number."""
    named = re.compile(rf"\btabel\s*{re.escape(number)}(?![\d.]*\d)", re.IGNORECASE)
    for block in reversed(above):
        if isinstance(block, Paragraph) and (match := named.search(block.text)):
            sentence = sentence_around(block.text, match.start())
            is_leading = LEADS.search(sentence) and not COMPARES.search(sentence)
            return (block, sentence) if is_leading and years_in(sentence) == {tahun} else None
    return None


def _is_of_one_thing(title: str, sentence: str) -> bool:
    """Do title and sentence speak of the same in the same words, and of no plan?"""
    named = {word for word in words(title) if not word.isdigit()}
    return not COMPARES.search(title) and len(named & words(sentence)) >= SAME * len(named)


def _claims(
    told: Titled, lead: tuple[Paragraph, str], year: int, tahun: int
) -> Iterator[ProposedClaim]:
    name = re.sub(r"\D", "_", told.number)
    about = worded("Tahun Tabel {number}", number=told.number)
    yield from two_that_differ(
        Words(f"tahun_pengantar_{name}", lead[0], str(tahun), about, lead[1]),
        Words(f"tahun_judul_{name}", told.block, str(year), about),
        worded("judul tabel menyebut tahun kalimat yang mengantarnya"),
    )
