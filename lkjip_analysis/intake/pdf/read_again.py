"""Figures that the readings of a page lost or made differently, read again cut out of its picture.

Tesseract passes over a digit that stands alone, and takes a percent sign for something else each
time. So each such place is set twice on a line of its own, at three sizes: what all six copies read
alike is believed, for a figure that was read before only if one of those readings told it too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from PIL import Image

from lkjip_analysis.intake.pdf.ink_spots import Spot, spots_of
from lkjip_analysis.intake.pdf.ocr import Word, overlap, read_words

SIZES = (0.75, 1.0, 1.4)
COPIES = 2
EDGE, APART, BETWEEN, LEFT, LINE = 6, 60, 26, 40, 44
"""In points of the picture: around a place, between its copies, between lines, before them, and
the height of a line."""
MOST = 150
"""A page with more places than this is no page of print."""
COVERED = 0.3
"""So much of a spot lies in a word that was read, or it was not read."""
PERCENT = re.compile(r"(?<=\d)\s?[%A-Za-z][%a-zA-Z0-9/]{0,2}$")
"""What tesseract makes of a percent sign."""
PLAIN = re.compile(r"\(?-?(?:\d{1,3}(?:\.\d{3})+|\d{1,4})(?:,\d{1,2})?\)?")
"""A figure as it is printed."""
MARKED = 2
"""So many copies must show a percent sign as no digit."""


def read_again(picture: Any, words: Sequence[Word]) -> list[Word]:
    """The words with the figures that this makes sure, and those of places that none is of."""
    unsure = [word for word in words if not word.agreed and re.search(r"\d", word.text)]
    lost = [spot for spot in spots_of(picture) if not _is_covered(spot, words)]
    places = [*[(w.left, w.top, w.right, w.bottom) for w in unsure], *lost]
    if not places or len(places) > MOST:
        return list(words)
    read = _copies(picture, places)
    told = {id(word): _surer(word, copies) for word, copies in zip(unsure, read, strict=False)}
    kept = [told.get(id(word), word) for word in words]
    found = zip(lost, read[len(unsure) :], strict=True)
    return [*kept, *(_new(i, spot, text) for i, (spot, copies) in enumerate(found)
                     if (text := figure_of_copies(copies)))]  # fmt: skip


def _is_covered(spot: Spot, words: Sequence[Word]) -> bool:
    place = Word("", *spot, (0, 0, 0), 0.0)
    return any(overlap(place, word) > COVERED for word in words)


def _surer(word: Word, copies: Sequence[str]) -> Word:
    """The word as its copies read it, where a reading of the page did so too."""
    text = figure_of_copies(copies, (word.text, *word.others))
    before = {PERCENT.sub("", told).rstrip("%") for told in (word.text, *word.others)}
    agrees = bool(text) and text.rstrip("%") in before
    return replace(word, text=text, agreed=True) if agrees else word


def _new(number: int, spot: Spot, text: str) -> Word:
    return Word(text, *spot, (-1, 0, number), 100.0)


def figure_of_copies(copies: Sequence[str], before: Sequence[str] = ()) -> str:
    """The figure that all copies of one place tell; nothing where one tells another.

    A percent sign comes as letters or as digits, never alike: what stands before it is the figure,
    if enough copies, or readings `before`, show it as no digit.

    >>> figure_of_copies(["7", "7", "7", "7", "7", "7"]), figure_of_copies(["1"] * 5 + ["7"])
    ('7', '')
    >>> figure_of_copies(["49,01Y0", "49,01Yo", "49,0146", "49,017", "49,01%", "49,01Yo"])
    '49,01%'
    """
    bases = {PERCENT.sub("", text) for text in copies if PERCENT.search(text)}
    shown = sum(bool(PERCENT.search(text)) for text in (*copies, *before))
    if shown >= MARKED and len(bases) == 1:
        (base,) = bases
        rest = re.compile(re.escape(base) + r"[\d/]{0,2}")
        alike = all(rest.fullmatch(PERCENT.sub("", text)) for text in copies)
        whole = re.fullmatch(r"\d{1,3},\d\d", base)
        return f"{base}%" if alike and whole else ""
    same = len(set(copies)) == 1 and len(copies) == COPIES * len(SIZES)
    return copies[0] if same and PLAIN.fullmatch(copies[0]) else ""


def _copies(picture: Any, places: Sequence[Spot]) -> list[list[str]]:
    """What each copy of each place reads."""
    with ThreadPoolExecutor(len(SIZES)) as pool:
        read = pool.map(lambda size: _at_size(picture, places, size), SIZES)
        return [[text for at_size in told for text in at_size] for told in zip(*read, strict=True)]


def _at_size(picture: Any, places: Sequence[Spot], size: float) -> list[list[str]]:
    """The texts of the copies of each place, from a sheet with a line for each."""
    sheet, lines = _sheet(picture, places, size)
    words = read_words(sheet, 4, least=0.0)
    told = []
    for top, bottom, middle in lines:
        line = [w for w in words if top <= (w.top + w.bottom) / 2 <= bottom]
        line.sort(key=lambda word: word.left)
        halves = [[w for w in line if ((w.left + w.right) / 2 < middle) == first]
                  for first in (True, False)]  # fmt: skip
        told.append(["".join(word.text for word in half).strip("—-. ") for half in halves])
    return told


def _sheet(
    picture: Any, places: Sequence[Spot], size: float
) -> tuple[Any, list[tuple[int, int, int]]]:
    """Each place twice on a line of its own; and the top, bottom and middle of each line."""
    cut = []
    for left, top, right, bottom in places:
        part = picture.crop((max(left - EDGE, 0), max(top - EDGE, 0), right + EDGE, bottom + EDGE))
        wide, high = (max(round(size * side), 1) for side in part.size)
        cut.append(part.resize((wide, high), Image.Resampling.LANCZOS))
    apart, between, line = (round(size * side) for side in (APART, BETWEEN, LINE))
    heights = [max(part.height, line) for part in cut]
    widest = max(part.width for part in cut)
    room = (2 * (LEFT + widest) + apart + LEFT, sum(heights) + between * (len(cut) + 1))
    sheet, lines, down = Image.new("L", room, 255), [], between
    for part, high in zip(cut, heights, strict=True):
        middle = down + (high - part.height) // 2
        sheet.paste(part, (LEFT, middle))
        sheet.paste(part, (LEFT + part.width + apart, middle))
        lines.append((down, down + high, LEFT + part.width + apart // 2))
        down += high + between
    return sheet, lines
