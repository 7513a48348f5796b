"""A document that people go on writing: headings, paragraphs, numbered tables and figures.

Tables and figures are numbered in their order ("Tabel 3.1", "Gambar 3.1"; in an annex "Tabel L.1"),
so that text and data can name them. The same document becomes HTML, Word and PDF.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

import pandas as pd

from lkjip_analysis.language import sentence, worded
from lkjip_analysis.pages.charts.axes import for_paper
from lkjip_analysis.pages.charts.shown_chart import Chart
from lkjip_analysis.pages.parts.drawing import DPI
from lkjip_analysis.pages.parts.html_parts import Picture, chart, marked, render

LINE = 88
"""Letters of a table across the width of a page."""

PAGE_WIDTH, HIGHEST = 16.6, 21.0
"""Centimetres that a chart may be wide and high: it is shown as large as it was drawn."""

LONGEST, PROSE, MOST, LONGEST_WORD = 34, 80, 130, 24
"""Beyond so many characters a column of names breaks its lines rather than growing wider; one of
sentences, which are so long, is as wide as they usually are, up to the most; a word longer than
that may be broken."""

SHORT = 20
"""A table of so few lines of text is not broken between pages."""


BOLD = 1.15
"""How much wider the bold letters of a heading are."""


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title of the document. What is an annex begins a new page."""

    level: int
    text: str
    is_annex: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `small` is a note under a table or figure."""

    text: str
    small: bool = False


@dataclass(frozen=True)
class Field:
    """One column of a grid: its heading, and whether it holds figures."""

    heading: str
    number: bool = False


@dataclass(frozen=True)
class Grid:
    """A table; the last `totals` rows sum up the others. `name` is what text calls it by."""

    caption: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: int = 0
    name: str = ""

    @property
    def shares(self) -> tuple[int, ...]:
        """How the width of the page is shared among the columns, in percent."""
        wanted = [self._wanted(i) for i in range(len(self.fields))]
        least = [100 * self._longest_word(i) / LINE for i in range(len(self.fields))]
        shares = [100 * width / sum(wanted) for width in wanted]
        spare = sum(max(0.0, share - low) for share, low in zip(shares, least, strict=True))
        lacking = sum(max(0.0, low - share) for share, low in zip(shares, least, strict=True))
        part = max(0.0, 1 - lacking / spare) if spare else 1.0
        return tuple(
            round(low + (share - low) * part) if share > low else round(low)
            for share, low in zip(shares, least, strict=True)
        )

    @property
    def lines(self) -> tuple[int, ...]:
        """About how many lines of text each row takes on the page, the heads first."""
        texts = [tuple(field.heading for field in self.fields), *self.rows]
        rooms = [max(LINE * share / 100 - 2, 1) for share in self.shares]
        return tuple(
            max(ceil(len(text) / room) for text, room in zip(row, rooms, strict=True)) or 1
            for row in texts
        )

    @property
    def is_short(self) -> bool:
        """Does it stay whole on one page?"""
        return sum(self.lines) <= SHORT

    def _longest_word(self, column: int) -> int:
        """Letters of the longest word and the room around it: no word or figure is broken."""
        words = [word for row in self.rows for word in row[column].split()]
        lengths = [len(w) if w[-1:].isdigit() else min(len(w), LONGEST_WORD) for w in words]
        heads = self.fields[column].heading.split()
        lengths += [ceil(BOLD * min(len(word), LONGEST_WORD)) for word in heads]
        return max(lengths, default=0) + 2

    def _wanted(self, column: int) -> int:
        field, texts = self.fields[column], [row[column] for row in self.rows]
        words = [len(word) for text in (field.heading, *texts) for word in text.split()]
        longest = max((len(text) for text in texts), default=0)
        usual = round(sum(map(len, texts)) / max(len(texts), 1))
        room = LONGEST if longest < PROSE else min(max(usual, LONGEST), MOST)
        limit = 16 if field.number else room
        return max(min(longest, limit), *[min(word, limit) for word in words], 5) + 2


@dataclass(frozen=True)
class Figure:
    """A chart with its alt text; `tables` are the names of those whose figures it draws."""

    caption: str
    picture: Picture
    tables: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        """In centimetres: as wide as the text, and no higher than fits under a heading."""
        pixels, high = image_size(self.picture.png)
        natural = pixels / DPI * 2.54
        return round(min(natural, PAGE_WIDTH, HIGHEST * pixels / high), 2)


def drawn_for_paper(draw: Callable[..., Chart], frame: pd.DataFrame, **asked: Any) -> Picture:
    """A chart as wide as the text, whose finding and source the document tells."""
    with for_paper():
        return chart(draw(frame, **asked))


@dataclass(frozen=True)
class Card:
    """One thing with all that is known of it, line by line; `tick` is what can be ticked off."""

    title: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    tick: str = ""


Block = Heading | Paragraph | Grid | Figure | Card


@dataclass(frozen=True)
class Document:
    """What is written, for whom, and in which chapter its tables are numbered (0: in none)."""

    title: str
    author: str
    blocks: tuple[Block, ...]
    chapter: int = 0

    @property
    def running(self) -> str:
        """What stands at the head of every page but the first."""
        return self.title

    def numbered(self) -> Iterator[tuple[str, Block]]:
        """Each block with its label, such as "Tabel 3.1"; headings and paragraphs have none."""
        counts = {"Tabel": 0, "Gambar": 0}
        chapter = f"{self.chapter}." if self.chapter else ""
        for block in self.blocks:
            if isinstance(block, Heading) and block.is_annex and chapter:
                counts, chapter = dict.fromkeys(counts, 0), f"{worded('Lampiran')[0]}."
            word = {Grid: "Tabel", Figure: "Gambar"}.get(type(block), "")
            if word:
                counts[word] += 1
            yield (f"{worded(word)} {chapter}{counts[word]}" if word else ""), block

    def under(self, figure: Figure) -> str:
        """What stands under a figure: its finding, and the tables that its figures come from."""
        labels = self.labels()
        words = getattr(figure.picture.figure, "words", None)
        told = sentence(words.title) if words else ""
        sources = [labels[name] for name in figure.tables if name in labels]
        if not sources:
            return told
        return f"{told} {worded('Sumber: {source}', source=', '.join(sources))}.".strip()

    def labels(self) -> dict[str, str]:
        """The label of each named table."""
        return {b.name: told for told, b in self.numbered() if isinstance(b, Grid) and b.name}


def as_html(document: Document) -> str:
    """The document as one page that needs nothing from outside."""
    blocks = [
        {
            "kind": type(block).__name__,
            "label": label,
            "block": block,
            "source": _embedded(block) if isinstance(block, Figure) else "",
            "under": document.under(block) if isinstance(block, Figure) else "",
        }
        for label, block in document.numbered()
    ]
    return render("dokumen.html.j2", document=document, blocks=blocks)


def image_size(png: bytes) -> tuple[int, int]:
    """Pixels across and down, as the head of a PNG says them."""
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def _embedded(figure: Figure) -> str:
    return marked("data:image/png;base64," + base64.b64encode(figure.picture.png).decode())


LABEL = re.compile(
    r"(?P<word>Tabel|Gambar|Table|Figure) (?P<chapter>(?:\d+|[A-Z])\.)?(?P<number>\d+)(?P<rest> .*)"
)
"""A caption taken apart: its word, chapter, number and title."""
