"""A Word report in reading order: paragraphs with the part of the report they stand in, tables
with their caption. Parts are told by heading styles or, where there are none, by their print
("BAB III", "A. Capaian", "I. Sasaran")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkjip_analysis.intake.places import Span
from lkjip_analysis.naskah.grid import Grid
from lkjip_analysis.naskah.paragraphs import shown_text
from lkjip_analysis.naskah.runs import Styles, W, styles_of
from lkjip_analysis.naskah.texts import one_line
from lkjip_analysis.naskah.wordfile import open_document
from lkjip_analysis.naskah.wordgrid import grid_of

CAPTION = re.compile(
    r"(?P<again>(lanjutan|sambungan)\s+)?(?P<label>tabel\.?\s*\d+(\s*[.\-]\s*\d+)*)\s*[.:]?\s*"
    r"(?P<title>.*)",
    re.IGNORECASE,
)
CHAPTER = re.compile(r"BAB\.?\s+(?P<mark>[IVX]+)\b", re.IGNORECASE)
PART = re.compile(r"(?P<mark>[A-H]|[J-U]|[WYZ])\.\s?(?=\S)")
SECTION = re.compile(r"(?P<mark>[IVX]+)\.\s+(?=\S)")
NUMBERED = re.compile(r"(?P<mark>\d+)\.?\s+(?=\D)")
DECIMAL = re.compile(r"(?P<mark>\d{1,2}(\.\d{1,2})+)\.?\s+(?=[A-Z])")
CONTENTS = re.compile(r"(\.{3,}|…|\t)\s*([ivxl]+|\d+)\s*$", re.IGNORECASE)
LONGEST_HEADING = 160


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


def read_blocks(path: Path) -> tuple[Block, ...]:
    """The paragraphs and tables of a Word document. Raises: InputError where it cannot be read."""
    document = open_document(path)
    levels, styles, outline = _heading_styles(document), styles_of(document), Outline()
    blocks: list[Block] = []
    for element in _elements(document.element.body):
        blocks += (
            outline.paragraph(_paragraph(element, levels, styles))
            if element.tag == f"{W}p"
            else outline.table(grid_of(element, styles))
        )
    return tuple(blocks)


def _paragraph(element: Any, levels: Mapping[str, int], styles: Styles) -> Printed:
    shown = shown_text(element, styles)
    style = _value(element, f"{W}pPr/{W}pStyle")
    listed = "toc" in style.casefold() or bool(CONTENTS.search(shown.text.strip()))
    bullet = element.find(f"{W}pPr/{W}numPr") is not None
    text = one_line(shown.text)
    return Printed(text, levels.get(style, 0), listed, bullet, said=shown.said)


def _elements(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _elements(child)


def _heading_styles(document: Any) -> dict[str, int]:
    """Style id -> level, for the styles of the document that are headings."""
    levels: dict[str, int] = {}
    for style in document.styles.element.iter(f"{W}style"):
        name = style.find(f"{W}name")
        text = (name.get(f"{W}val") if name is not None else "").casefold()
        match = re.fullmatch(r"(heading|judul)\s*(\d)", text)
        if match:
            levels[style.get(f"{W}styleId")] = int(match[2])
    return levels


@dataclass(frozen=True)
class Printed:
    """A paragraph as a document gives it: its text on one line, the level of its style."""

    text: str
    level: int = 0
    listed: bool = False
    bullet: bool = False
    spans: tuple[Span, ...] = ()
    said: tuple[str, ...] = ()


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
        return [Paragraph(text, self.part, self.place, False, heading, printed.bullet,
                          printed.spans, printed.said)]  # fmt: skip

    def _note_caption(self, text: str) -> None:
        match = CAPTION.fullmatch(text)
        ended = text.endswith((".", ":", ";")) and bool(match and match["title"])
        if match and len(text) < 300 and not ended:
            label = re.sub(r"(?i)^tabel\.?\s*", "Tabel ", one_line(match["label"]))
            self.caption, self.tail = (label, match["title"], bool(match["again"])), 2
        elif self.caption and self.tail and len(text) < LONGEST_HEADING and text[-1] not in ".:;":
            self.tail -= 1
            label, title, again = self.caption
            self.caption = label, f"{title} {text}".strip(), again
        else:
            self.caption = None

    @property
    def part(self) -> str:
        return ".".join(mark for mark in self.marks if mark) or "Bagian depan"

    def _heading(self, text: str, level: int) -> bool:
        """Notes a heading; its level is the style's or told by how it is numbered."""
        if len(text) > LONGEST_HEADING or (not level and text.endswith((".", ";", ","))):
            return False
        if match := CHAPTER.match(text):
            self.marks = [f"BAB {match['mark'].upper()}"]
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
        label, title, again = self.caption or ("", "", False)
        made = WordTable(grid, "" if inside else label, title, self.part, again, inside)
        self.caption, self.tail = None, 0
        blocks: list[Block] = [made]
        for row, inner in grid.nested:
            blocks += self.table(inner, f"baris {row + 1} {label or 'tabel di luarnya'}")
        return blocks


def _value(element: Any, path: str) -> str:
    found = element.find(path)
    return str(found.get(f"{W}val", "")) if found is not None else ""
