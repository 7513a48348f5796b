"""Spots of ink that the readings of a page lost or made differently, told by a second voice.

Tesseract passes over digits that stand alone and takes a percent sign for letters. What the shapes
of the page's own letters tell of such a spot counts where one reading of tesseract tells the same:
one of the page, or one of the spot cut out and set on a line of its own. Where the shapes tell
another figure than all readings of the page, the figure is not sure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PIL import Image

from lkjip_analysis.intake.pdf.ink_spots import Spot, spots_of
from lkjip_analysis.intake.pdf.letter_shapes import DIGITS, learned
from lkjip_analysis.intake.pdf.lines import BLANK
from lkjip_analysis.intake.pdf.ocr import ByHeight, Word, read_words

EDGE, APART, BETWEEN, LEFT, LINE = 6, 60, 26, 40, 44
"""In points of the picture: around a spot, between its copies, between lines, before them, and the
height of a line."""
SIZE = 1.4
"""How much larger a spot is read that stands on a line of its own."""
IN_A_ROW = 2
"""Tesseract passes over some digits that stand alone: they are set so many times side by side."""
NOISE = "—-. ”\"'"
"""What it makes of the edge of a part."""
MOST = 400
"""A page with more spots that are not sure is no page of print."""
SIGN_READ_AS = 3
"""Tesseract makes at most so many letters or digits of a percent sign."""
FIGURE = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?%?|\(\d{1,2}\)")
"""What is believed of shapes: a figure as it is printed, or the number of a column."""


@dataclass(frozen=True)
class Place:
    """A spot of ink, the words that were read in it, and what each reading made of it."""

    spot: Spot
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return "".join(word.text for word in self.words)

    @property
    def readings(self) -> set[str]:
        """Each reading of the page; one that read a part of the spot only is none."""
        others = zip(*(word.others for word in self.words), strict=True)
        return {self.text, *("".join(told) for told in others)}

    @property
    def is_sure(self) -> bool:
        return bool(self.words) and all(word.agreed for word in self.words)

    @property
    def is_figure(self) -> bool:
        """Is a figure lost or read differently here, for all that is known?"""
        return not self.words or bool(DIGITS.intersection(self.text))


def read_again(picture: Any, words: Sequence[Word]) -> list[Word]:
    """The words with the figures of other spots, without what the shapes contradict, and with a
    sign that is not sure where nothing was read of what is printed."""
    places = _places(picture, words)
    doubted, sure = _told_by_shapes(picture, places)
    gone = {id(word) for place in sure for word in place.words}
    kept = [replace(word, agreed=word.agreed and id(word) not in doubted)
            for word in words if id(word) not in gone]  # fmt: skip
    told = [_word(i, place, text) for i, (place, text) in enumerate(sure.items())]
    lost = [place for place in places if not place.words and place not in sure]
    unread = [replace(_word(i, place, BLANK), agreed=False)
              for i, place in enumerate(lost, len(told))]  # fmt: skip
    return [*kept, *told, *unread]


def _told_by_shapes(picture: Any, places: Sequence[Place]) -> tuple[set[int], dict[Place, str]]:
    """The words that the shapes of the page contradict, and the figures that they make sure."""
    grey = np.asarray(picture)
    shapes = learned(grey, ((place.spot, place.text) for place in places if place.is_sure))
    if not shapes.all_digits:
        return set(), {}
    told = {place: shapes.told(grey, place.spot) for place in places if place.is_figure}
    doubted = {id(word) for place, text in told.items() if _contradicts(text, place)
               for word in place.words}  # fmt: skip
    # A figure that all readings agree on may still lack the percent sign behind it.
    asked = {
        place: text
        for place, text in told.items()
        if not place.is_sure or (text != place.text and _agrees(text, place.text))
    }
    return doubted, _believed(picture, asked)


def _places(picture: Any, words: Sequence[Word]) -> list[Place]:
    """The spots of ink with their words; a word that reaches over several tells of none."""
    read = ByHeight(words)
    found = [Place(spot, tuple(read.within(spot))) for spot in spots_of(picture)]
    counted = Counter(id(word) for place in found for word in place.words)
    return [place for place in found if all(counted[id(word)] == 1 for word in place.words)]


def _agrees(text: str, reading: str) -> bool:
    """Does a reading tell the same digits and points, a percent sign in whatever letters?"""
    if not text.endswith("%"):
        return text == reading
    base = text[:-1]
    return bool(base) and reading.startswith(base) and len(reading) - len(base) <= SIGN_READ_AS


def _contradicts(text: str, place: Place) -> bool:
    return bool(text) and place.is_sure and not _agrees(text, place.text)


def _believed(picture: Any, told: Mapping[Place, str]) -> dict[Place, str]:
    """The figures of shapes that a reading tells too, of the page or of the spot cut out of it."""
    figures = {place: text for place, text in told.items() if FIGURE.fullmatch(text)}
    sure = {p: text for p, text in figures.items() if any(_agrees(text, r) for r in p.readings)}
    asked = [place for place in figures if place not in sure]
    if not asked or len(asked) > MOST:
        return sure
    row = [IN_A_ROW if len(figures[place]) == 1 else 1 for place in asked]
    cut = [(_cut(picture, place.spot, 1), _cut(picture, place.spot, times))
           for place, times in zip(asked, row, strict=True)]  # fmt: skip
    for place, times, (once, more) in zip(asked, row, _read_lines(cut), strict=True):
        if _agrees(figures[place], once) or _agrees(times * figures[place], more):
            sure[place] = figures[place]
    return sure


def _word(number: int, place: Place, text: str) -> Word:
    line = place.words[0].line if place.words else (-1, 0, number)
    return Word(text, *place.spot, line)


def _cut(picture: Any, spot: Spot, times: int) -> Any:
    """A spot cut out and enlarged, so many times side by side."""
    left, top, right, bottom = spot
    side = EDGE if times == 1 else EDGE // 2
    part = picture.crop((max(left - side, 0), max(top - EDGE, 0), right + side, bottom + EDGE))
    wide, high = round(SIZE * part.width), round(SIZE * part.height)
    row = Image.new("L", (times * wide, high), 255)
    for i in range(times):
        row.paste(part.resize((wide, high), Image.Resampling.LANCZOS), (i * wide, 0))
    return row


def _read_lines(cut: Sequence[tuple[Any, Any]]) -> list[tuple[str, str]]:
    """What is read of each two parts of the picture, set on a line of their own."""
    sheet, lines = _sheet(cut)
    read = ByHeight(read_words(sheet, 6, least=0.0))
    told = []
    for top, bottom, middle in lines:
        halves = (0, top, middle, bottom), (middle, top, sheet.width, bottom)
        first, second = ("".join(w.text for w in read.within(half)).strip(NOISE)
                         for half in halves)  # fmt: skip
        told.append((first, second))
    return told


def _sheet(cut: Sequence[tuple[Any, Any]]) -> tuple[Any, list[tuple[int, int, int]]]:
    """Each two parts on a line of their own; and the top, bottom and middle of each line."""
    heights = [max(first.height, LINE) for first, _ in cut]
    room = max(first.width + second.width for first, second in cut) + 2 * LEFT + APART
    sheet = Image.new("L", (room, sum(heights) + BETWEEN * (len(cut) + 1)), 255)
    lines, down = [], BETWEEN
    for (first, second), high in zip(cut, heights, strict=True):
        at = down + (high - first.height) // 2
        sheet.paste(first, (LEFT, at))
        sheet.paste(second, (LEFT + first.width + APART, at))
        lines.append((down, down + high, LEFT + first.width + APART // 2))
        down += high + BETWEEN
    return sheet, lines
