"""The table of contents beside the headings: a chapter or part that is called otherwise there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.blocks import CHAPTER, Block, Paragraph
from lkjip_analysis.intake.document.texts import SMALL, one_line
from lkjip_analysis.intake.noticed.numbering.listed_titles import Titled, unlike_titles
from lkjip_analysis.intake.proposal.proposal import ProposedClaim

OPENING = re.compile(r"\W*daftar\s+isi\W*", re.IGNORECASE)
CLOSING = re.compile(r"\W*daftar\s+(?!isi)\w+\W*", re.IGNORECASE)
PART = re.compile(r"(?P<mark>[A-H])\s?\.\s*(?=[^\W\d])")
PAGE = re.compile(r"(?<![\s.…_·\-–])[\s.…_·\-–]*+(?:(?<=[\s.…_])(?:\d{1,3}|[ivxl]+))?[\s.…_]*+$")
LEAF = re.compile(r"\d{1,3}|[ivxl]+", re.IGNORECASE)
LONGEST = 200
"""A line of more letters is a paragraph that begins with a letter and a point."""


def listed_chapters(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """The chapters and parts that the table of contents prints otherwise than their headings."""
    lines = [line for block in blocks for line in _lines(block)]
    start = next((i for i, line in enumerate(lines) if _is(OPENING, line)), None)
    if start is None:
        return
    end = next((i for i in range(start + 1, len(lines)) if _ends(lines, i)), len(lines))
    entries, headings = _entries(lines[start + 1 : end]), _headings(lines[end:])
    yield from unlike_titles(_spelt_as(headings, entries), _spelt_as(entries, headings))


def _lines(block: Block) -> Iterator[Paragraph]:
    """A paragraph, or the rows of a list that is laid out as a table, its pages in a column."""
    if isinstance(block, Paragraph):
        yield block
        return
    rows = [[slot.text.strip() for slot in row if slot.text.strip()] for row in block.grid.rows]
    if 2 * sum(len(row) > 1 and bool(LEAF.fullmatch(row[-1])) for row in rows) > len(rows):
        for row in rows:
            yield Paragraph(" ".join(row), block.part, 0, listed=True)


def _is(pattern: re.Pattern[str], line: Paragraph) -> bool:
    return bool(pattern.fullmatch(one_line(line.text)))


def _ends(lines: Sequence[Paragraph], place: int) -> bool:
    """Another list begins, or the first chapter itself: a line of it that no list holds."""
    line = lines[place]
    return _is(CLOSING, line) or (
        line.heading and not line.listed and _is_chapter(line) and not _has_page(line.text)
    )


def _is_chapter(line: Paragraph) -> bool:
    return bool(CHAPTER.match(one_line(line.text)))


def _has_page(text: str) -> bool:
    return bool(re.search(r"(?:\s|\.)\d{1,3}\s*$", text))


def _entries(lines: Sequence[Paragraph]) -> list[Titled]:
    return [replace(told, title=PAGE.sub("", told.title)) for told in _told(lines)]


def _headings(lines: Sequence[Paragraph]) -> list[Titled]:
    return list(_told([line for line in lines if not line.listed]))


def _spelt_as(others: Sequence[Titled], mine: Sequence[Titled]) -> list[Titled]:
    """Titles without those of which a word is an abbreviation that the other place spells out."""
    there = {other.number: other.title for other in others}
    return [told for told in mine if not _abbreviates(told.title, there.get(told.number, ""))]


def _abbreviates(one: str, other: str) -> bool:
    """Does one title print the first letters of words that the other prints?"""
    initials = "".join(
        word[0] for word in re.findall(r"[^\W\d_]+", other.casefold()) if word not in SMALL
    )
    mine = [word for word in re.findall(r"\b[A-Z]{2,}\b", one) if word not in other.split()]
    return not one.isupper() and any(word.casefold() in initials for word in mine)


def _told(lines: Sequence[Paragraph]) -> Iterator[Titled]:
    """Each chapter and each part of it; a title may stand on the line below its number."""
    chapter = ""
    for place, line in enumerate(lines):
        text = one_line(line.text)
        if len(text) > LONGEST:
            continue
        if match := CHAPTER.match(text):
            chapter = match["mark"].upper()
            title = text[match.end() :].strip(" .:-–\t") or _below(lines, place)
            yield Titled("bab", chapter, title, line)
        elif chapter and (match := PART.match(text)) and (line.heading or line.listed):
            yield Titled("bab", f"{chapter}.{match['mark']}", text[match.end() :], line)


def _below(lines: Sequence[Paragraph], place: int) -> str:
    below = one_line(lines[place + 1].text) if place + 1 < len(lines) else ""
    return "" if len(below) > LONGEST or below.endswith((".", ";", ",")) else below
