"""A document in reading order: paragraphs with the part of the report they stand in, tables
with their caption. Parts are told by heading styles or, where there are none, by their print
("BAB III", "A. Capaian", "I. Sasaran")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.printed_places import Span
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.numbers.heading_scale import is_scale_line
from lkjip_analysis.numbers.program_errors import BROKEN_FIELD

CAPTION = re.compile(
    r"(?P<again>(lanjutan|sambungan)\s+)?(?P<label>tabel\.?\s*\d+(\s*[.\-]\s*\d+)*)\s*[.:]?\s*"
    r"(?P<title>.*)",
    re.IGNORECASE,
)
CHAPTER = re.compile(r"BAB\.?\s+(?P<mark>[IVX]+|[1-9])\b", re.IGNORECASE)
APPENDIX = re.compile(r"LAMPIRAN\b(?!\s+(PERATURAN|KEPUTUSAN)\b)")
"""What begins an appendix, in capitals; one that is another document's own is named by that."""
PART = re.compile(r"(?P<mark>[A-H]|[J-U]|[WYZ])\.\s?(?=\S)")
SECTION = re.compile(r"(?P<mark>[IVX]+)\.\s+(?=\S)")
NUMBERED = re.compile(r"(?P<mark>\d+)\.?\s+(?=\D)")
DECIMAL = re.compile(r"(?P<mark>\d{1,2}(\.\d{1,2})+)\.?\s+(?=[A-Z])")
CONTENTS = re.compile(
    rf"((?<!\.)\.{{3,}}+|…[.…]*+|\t)\s*+([ivxl]+|([ivxl]+\s*[-–—.]\s*)?\d+|{BROKEN_FIELD.pattern})\s*$"
    r"|((?<!\.)\.{8,}+|…{3,})\s*$",
    re.IGNORECASE,
)
"""How a line of a table of contents ends: the page (14, iv, "II – 14"), or leaders alone."""
AT_END = 200
"""So many letters at the end of a line tell whether a table of contents prints it."""
LONGEST_HEADING = 160
"""A line of more letters is a sentence: no heading, and no caption of a table goes on with it."""
FigurePlace = tuple[str, str, str]
"""Part, paragraph and text of a figure in a sentence."""


def is_of_contents(line: str) -> bool:
    """Does a line end as those of a table of contents do, in dots or a tab and a page?

    >>> is_of_contents("BAB I ...... 1 "), is_of_contents("BAB I\\t1"), is_of_contents("BAB I 1")
    (True, True, False)
    """
    return CONTENTS.search(line.strip()[-AT_END:]) is not None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its text, its part (`BAB III.A.I`), its number there, the table before it."""

    text: str
    part: str
    place: int
    listed: bool = False
    """Is it a line of a table of contents?"""
    heading: bool = False
    bullet: bool = False
    """Does Word number it by itself?"""
    spans: tuple[Span, ...] = ()
    """Where its lines are printed, where the document knows its pages."""
    said: tuple[str, ...] = ()
    """What of it was left out (hidden, struck out), in words."""

    @property
    def paragraf(self) -> str:
        """How a claim names it."""
        return f"paragraf {self.place}"

    def of(self, text: str) -> FigurePlace:
        """Where it prints a figure."""
        return self.part, self.paragraf, text


FRONT = "bagian depan"
"""The part before the first heading."""


@dataclass(frozen=True)
class WordTable:
    """A table as Word holds it, with the caption found above (or in its first row)."""

    grid: Grid
    label: str
    title: str
    part: str
    again: bool = False
    """Does the caption say that it goes on from the page before?"""
    inside: str = ""
    """Where it stands, if inside a cell of another table."""


Block = Paragraph | WordTable


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """All that is no table: sentences, headings, the lines of a table of contents."""
    return (block for block in blocks if isinstance(block, Paragraph))


def prose(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs that tell something: no heading, no line of a table of contents."""
    return (each for each in paragraphs(blocks) if not (each.listed or each.heading))


@dataclass(frozen=True)
class Printed:
    """A paragraph as a document gives it: its text on one line, the level of its style."""

    text: str
    level: int = 0
    listed: bool = False
    bullet: bool = False
    spans: tuple[Span, ...] = ()
    said: tuple[str, ...] = ()


def _scale_told(text: str) -> str:
    """What a line tells the table below it to count in, alone or in brackets at its end."""
    bracket = re.search(r"\([^()]*\)(?=\W*$)", text)
    told = bracket[0] if bracket and len(text) < LONGEST_HEADING else text
    return told if is_scale_line(told) else ""


def _tells_year(text: str) -> bool:
    """Is it a line that may head a table, and names the year that it is about?"""
    return len(text) < LONGEST_HEADING and text[-1] not in ".,:;" and len(years_in(text)) == 1


class Outline:
    """Keeps what a reader keeps in mind on the way down: the part and the last caption."""

    def __init__(self) -> None:
        self.marks: list[str] = []
        self.place = 0
        self.caption: tuple[str, str, bool] | None = None
        self.tail = 0

    def paragraph(self, printed: Printed) -> list[Block]:
        text = printed.text
        if not text:
            said = printed.said
            return [Paragraph("", self.part, 0, listed=True, said=said)] if said else []
        if printed.listed:
            return [Paragraph(text, self.part, 0, listed=True, spans=printed.spans)]
        heading = self._heading(text, printed.level)
        self.place = 0 if heading else self.place + 1
        self._note_caption(text)
        return [
            Paragraph(
                text,
                self.part,
                self.place,
                False,
                heading,
                printed.bullet,
                printed.spans,
                printed.said,
            )
        ]

    def _note_caption(self, text: str) -> None:
        match = CAPTION.fullmatch(text)
        ended = text.endswith((".", ":", ";")) and bool(match and match["title"])
        if match and len(text) < 300 and not ended:
            label = re.sub(r"(?i)^tabel\.?\s*", "Tabel ", one_line(match["label"]))
            self.caption, self.tail = (label, match["title"], bool(match["again"])), 2
        elif scale := _scale_told(text):
            label, title, again = self.caption or ("", "", False)
            self.caption = label, f"{title} {scale}".strip(), again
        elif not self.caption and _tells_year(text):
            self.caption = "", text, False
        elif self.caption and self.tail and len(text) < LONGEST_HEADING and text[-1] not in ".:;":
            self.tail -= 1
            label, title, again = self.caption
            self.caption = label, f"{title} {text}".strip(), again
        else:
            self.caption = None

    @property
    def part(self) -> str:
        return ".".join(mark for mark in self.marks if mark) or FRONT

    def _heading(self, text: str, level: int) -> bool:
        """Notes a heading; its level is the style's or told by how it is numbered."""
        if len(text) > LONGEST_HEADING or (not level and text.endswith((".", ";", ","))):
            return False
        if match := CHAPTER.match(text):
            self.marks = [f"BAB {match['mark'].upper()}"]
        elif self.marks and APPENDIX.match(text) and text.isupper():
            self.marks = ["Lampiran"]  # its tables are none of the last chapter
        elif not self.marks and not level:
            if not text.isupper() or len(text) > 60 or len(text.split()) > 4:
                return False
            self.marks = []
            return False
        elif (match := DECIMAL.match(text)) or (match := PART.match(text)):
            self._set(1, match["mark"])
        elif match := SECTION.match(text):
            self._set(2, match["mark"])
        elif level and (match := NUMBERED.match(text)):
            self._set(max(level - 1, 1), match["mark"])
        elif level:
            self._set(level - 1, " ".join(text.split()[:5]))
        else:
            return False
        return True

    def _set(self, level: int, mark: str) -> None:
        self.marks = [*self.marks[:level], *[""] * (level - len(self.marks)), mark]

    def table(self, grid: Grid, inside: str = "") -> list[Block]:
        lines = [line for row in grid.rows if (line := self._listed(row)).text]
        is_contents = 2 * sum(is_of_contents(line.text) for line in lines) > len(lines)
        label, title, again = self.caption or ("", "", False)
        made = WordTable(grid, "" if inside else label, title, self.part, again, inside)
        self.caption, self.tail = None, 0
        blocks: list[Block] = [*lines] if is_contents else [made]
        for row, inner in grid.nested:
            blocks += self.table(inner, f"baris {row + 1} {label or 'tabel di luarnya'}")
        return blocks

    def _listed(self, row: Sequence[Slot]) -> Paragraph:
        """A row as a line of a table of contents."""
        text, spans = "", []
        for slot in row:
            if slot.text and slot.reach and not slot.above:
                start = len(text) + bool(text)
                text = f"{text} {slot.text}".strip()
                spans += [Span(start, len(text), place) for place in slot.where[:1]]
        return Paragraph(text, self.part, 0, listed=True, spans=tuple(spans))
