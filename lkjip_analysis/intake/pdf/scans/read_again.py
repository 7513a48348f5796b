"""Spots of ink that the readings of a page lost or made differently, told by further voices.

Tesseract passes over digits that stand alone and takes a percent sign for letters. Three voices
tell such a spot: the readings of tesseract, the shapes of the page's own letters, and the model
of `line_model` where it is at hand. A figure is sure where two tell it and no two tell another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from lkjip_analysis.intake.pdf.lines_of_text.lines import BLANK
from lkjip_analysis.intake.pdf.scans.cut_spots import IN_A_ROW, cut_out, read_alone
from lkjip_analysis.intake.pdf.scans.ink_spots import Spot, spots_of
from lkjip_analysis.intake.pdf.scans.letter_shapes import DIGITS, learned
from lkjip_analysis.intake.pdf.scans.line_model import Voice
from lkjip_analysis.intake.pdf.scans.ocr import ByHeight, Word

MOST, MOST_HEARD = 400, 1500
"""A page with more spots that are not sure, or that may be figures, is no page of print."""
SHORT = 3
"""So few letters may be digits that no reading of tesseract knew."""
SIGN_READ_AS = 3
"""Tesseract makes at most so many letters or digits of a percent sign."""
FIGURE = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?%?|\(\d{1,2}\)")
"""What is believed of shapes: a figure as it is printed, or the number of a column."""
PIECE = re.compile(r"[-(]?[\d.,]*\d[\d.,]*%?\)?")
"""What is believed of the model and a spot read alone: a figure, or a part of one on its line."""
UNIT = "(%)"
"""What is believed of the model alone: it stands in headings, and tesseract makes digits of it."""
WORD = re.compile(r"[^\W\d_]{3,}")
"""What is believed of the model alone where nothing was read: a word."""


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
        """Is a figure lost or read differently here, for all that is known? Tesseract makes "TA"
        of the 71 that ends a broken figure."""
        return len(self.text) <= SHORT or bool(DIGITS.intersection(self.text))


@dataclass(frozen=True)
class Told:
    """What the shapes and the model tell of a place; nothing where they tell nothing."""

    shapes: str = ""
    model: str = ""

    @property
    def figures(self) -> set[str]:
        """The texts that another voice may make sure."""
        shaped = {self.shapes} if FIGURE.fullmatch(self.shapes) else set()
        return shaped | ({self.model} if PIECE.fullmatch(self.model) else set())

    def agreed(self, readings: Collection[str]) -> set[str]:
        """The texts that two voices tell; the readings of tesseract are one voice."""
        both = {self.shapes} & {self.model} - {""}
        heard = {text for text in (self.model,) if text and any(_heard(text, r) for r in readings)}
        shaped = {text for text in self.figures - {self.model}
                  if any(_agrees(text, reading) for reading in readings)}  # fmt: skip
        return both | heard | shaped

    def contradicts(self, text: str) -> bool:
        """Does one of them tell other digits than a text that all readings tell?"""
        shaped = bool(self.shapes) and not _agrees(self.shapes, text)
        return shaped or (bool(self.model) and _signs(self.model) != _signs(text))


def read_again(picture: Any, words: Sequence[Word], voice: Voice | None = None) -> list[Word]:
    """The words with the figures of other spots, without what the voices contradict, and with a
    sign that is not sure where nothing was read of what is printed."""
    places = _places(picture, words)
    told = _told(picture, places, voice)
    agreed = {place: said.agreed(place.readings) for place, said in told.items()}
    sure = {place: next(iter(found)) for place, found in agreed.items() if len(found) == 1}
    alone = {place: told[place] for place, found in agreed.items() if not found}
    doubted = {p for p, said in alone.items() if p.is_sure and said.contradicts(p.text)}
    doubted |= {place for place, found in agreed.items() if len(found) > 1}
    sure |= _told_alone(picture, {p: said for p, said in alone.items() if not p.is_sure})
    return _words(words, places, sure, doubted)


def _words(
    words: Sequence[Word],
    places: Sequence[Place],
    sure: Mapping[Place, str],
    doubted: Collection[Place],
) -> list[Word]:
    """The words as they are told now, and a sign in each place of which nothing was read."""
    agreed = {id(word): place not in doubted for place in (*doubted, *sure) for word in place.words}
    other = {place: text for place, text in sure.items()
             if text != place.text or (len(place.words) > 1 and PIECE.fullmatch(text))}  # fmt: skip
    gone = {id(word) for place in other for word in place.words}
    kept = [replace(word, agreed=agreed.get(id(word), word.agreed))
            for word in words if id(word) not in gone]  # fmt: skip
    told = [_word(i, place, text) for i, (place, text) in enumerate(other.items())]
    lost = [place for place in places if not place.words and place not in sure]
    unread = [replace(_word(i, place, BLANK), agreed=False)
              for i, place in enumerate(lost, len(told))]  # fmt: skip
    return [*kept, *told, *unread]


def _places(picture: Any, words: Sequence[Word]) -> list[Place]:
    """The spots of ink with their words; a word that reaches over several tells of none."""
    read = ByHeight(words)
    found = [Place(spot, tuple(read.within(spot))) for spot in spots_of(picture)]
    counted = Counter(id(word) for place in found for word in place.words)
    return [place for place in found if all(counted[id(word)] == 1 for word in place.words)]


def _told(picture: Any, places: Sequence[Place], voice: Voice | None) -> dict[Place, Told]:
    """What shapes and model tell of each place that may hold a figure."""
    grey = np.asarray(picture)
    shapes = learned(grey, ((place.spot, place.text) for place in places if place.is_sure))
    told = {
        place: Told(shapes.told(grey, place.spot) if shapes.all_digits else "")
        for place in places
        if place.is_figure
    }
    if not voice or len(told) > MOST_HEARD:
        return told
    texts = voice([cut_out(picture, place.spot) for place in told])
    return told | {place: replace(told[place], model="".join(text.split()))
                   for place, text in zip(told, texts, strict=True)}  # fmt: skip


def _agrees(text: str, reading: str) -> bool:
    """Does a reading tell the same digits and points, a percent sign in whatever letters?"""
    if not text.endswith("%"):
        return text == reading
    base = text[:-1]
    return bool(base) and reading.startswith(base) and len(reading) - len(base) <= SIGN_READ_AS


def _heard(text: str, reading: str) -> bool:
    """The same of what the model tells, which may have lost a digit before the percent sign."""
    rest = reading[len(text) - 1 :]
    return _agrees(text, reading) and (len(rest) < 2 or not rest[0].isdigit())


def _signs(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit() or sign in ".,")


def _told_alone(picture: Any, told: Mapping[Place, Told]) -> dict[Place, str]:
    """The figures that tesseract tells too, once their spots stand on lines of their own; and the
    words and units that the model alone tells."""
    sure = {place: said.model for place, said in told.items() if _is_plain(place, said)}
    asked = [place for place in told if place not in sure and told[place].figures]
    if len(asked) > MOST:
        return sure
    row = [IN_A_ROW if all(len(t) == 1 for t in told[p].figures) else 1 for p in asked]
    read = read_alone(picture, [(place.spot, n) for place, n in zip(asked, row, strict=True)])
    for place, times, (once, more) in zip(asked, row, read, strict=True):
        found = {text for text in told[place].figures
                 if _agrees(text, once) or _agrees(times * text, more)}  # fmt: skip
        if len(found) == 1:
            sure[place] = found.pop()
    return sure


def _is_plain(place: Place, said: Told) -> bool:
    """Is it a word that was not read at all, or the unit of a heading, which is no figure?"""
    return said.model == UNIT or (not place.words and bool(WORD.fullmatch(said.model)))


def _word(number: int, place: Place, text: str) -> Word:
    line = place.words[0].line if place.words else (-1, 0, number)
    return Word(text, *place.spot, line)
