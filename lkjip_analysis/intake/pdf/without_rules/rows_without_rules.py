"""The rows of a table without rules, from the gaps between its lines.

Lines of one row lie closer than rows do: the widest gap that leaves no row two figures in one
column parts the rows. Where all lines lie alike, a line that prints figures begins a row, and so
does one that a row's words would have had room for.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import FIGURE, NUMBER, Piece
from lkjip_analysis.intake.pdf.lines_of_text.lines import Line
from lkjip_analysis.intake.pdf.lines_of_text.wrapping import ends_decimal, is_cut
from lkjip_analysis.intake.pdf.without_rules.section_lines import section_places

Band = list[Piece]
STEP = 0.2
"""Gaps that differ by less than this, in letter sizes, are one."""
LETTERS = 12
"""So many letters alone, and more than there are words, show that columns break words."""
LOOSEST = 0.8
"""No gap between lines of one cell is wider than this, in letter sizes."""


def rows_of(parts: Sequence[Sequence[Sequence[Piece]]], anchors: Sequence[int]) -> list[list[Band]]:
    """The pieces of each row, of each part of a table that goes on over pages.

    `anchors` are the columns that print a figure in each row; where there are none, or they break
    figures between digits, only the gaps tell.
    """
    banded = [_bands(lines) for lines in parts]
    bands = [band for part in banded for band in part]
    gaps = [gap for part in banded for gap in _gaps(part)]
    told = _told(bands, anchors)
    least = _parting(bands, gaps, told, anchors)
    parts_of = section_places([[piece.line for piece in band] for band in bands])
    starts = [
        i in parts_of or i - 1 in parts_of or (gap >= least if least else own or is_numbered(band))
        for i, (gap, own, band) in enumerate(zip(gaps, told, bands, strict=True))
    ]
    made, done = [], 0
    for part in banded:
        rows: list[Band] = []
        for band, is_first in zip(part, starts[done : done + len(part)], strict=True):
            if is_first or not rows:
                rows.append(list(band))
            else:
                rows[-1] += band
        made.append(rows)
        done += len(part)
    return made


def first_of_row(lines: Sequence[Sequence[Piece]], line: int, anchors: Sequence[int]) -> int:
    """The line that begins the row of this one, of a table with all its headings.

    Cells set to the middle or foot of their row begin above its figures; the gap between rows
    tells where. Without a gap above them all, they are taken for headings.
    """
    bands = _bands(lines[line:])
    gaps = _gaps(bands)
    least = _parting(bands, gaps, _told(bands, anchors), anchors)
    above = min((_top(piece.line) for piece in bands[0]), default=0.0) if bands else 0.0
    for i in range(line - 1, -1, -1):
        if above - max(_bottom(piece.line) for piece in lines[i]) >= least:
            return i + 1
        above = min(above, *(_top(piece.line) for piece in lines[i]))
    return line


def breaks_letters(rows: Sequence[Sequence[Piece]]) -> bool:
    """Are columns so narrow that words stand letter below letter, and figures digit below digit?"""
    words = [p.line.text for row in rows for p in row if p.line.text.isalpha()]
    letters = sum(len(word) == 1 for word in words)
    return letters >= LETTERS and letters > len(words) / 2


def tells(piece: Piece) -> bool:
    """Is it a figure or number, and no year?"""
    text = piece.line.text
    year = text.isdigit() and len(text) == 4 and text[:2] in ("19", "20")
    return bool(FIGURE.fullmatch(text) or NUMBER.fullmatch(text)) and not year


def is_numbered(band: Sequence[Piece]) -> bool:
    """Does it begin with the number of a row?"""
    first = min(band, key=lambda piece: piece.line.box.x0)
    return first.first == 0 and bool(NUMBER.fullmatch(first.line.text))


def _bands(lines: Sequence[Sequence[Piece]]) -> list[Band]:
    """Lines taken together that overlap from top to bottom."""
    bands: list[Band] = []
    for row in lines:
        top = min(_top(piece.line) for piece in row)
        if bands and top < max(_bottom(piece.line) for piece in bands[-1]) - 1:
            bands[-1] += row
        else:
            bands.append(list(row))
    return bands


def _top(line: Line) -> float:
    return line.base - 0.76 * line.size


def _bottom(line: Line) -> float:
    return line.base + 0.22 * line.size


def _gaps(bands: Sequence[Band]) -> list[float]:
    """How far each line lies below the one before; the first of a page no line does."""
    return [inf] * bool(bands) + [
        min(_top(p.line) for p in band) - max(_bottom(p.line) for p in before)
        for before, band in pairwise(bands)
    ]


def _told(bands: Sequence[Band], anchors: Sequence[int]) -> list[bool]:
    """Which lines print figures of their own."""
    told = [any(tells(p) for p in band if p.first in anchors) for band in bands]
    return [
        told[i] and not (i and _ends_figures(band, bands[i - 1])) for i, band in enumerate(bands)
    ]


def _ends_figures(band: Sequence[Piece], before: Sequence[Piece]) -> bool:
    """Is each figure of these lines the rest of one that the lines above had no room for?

    A name with a figure below each one above is a row of its own, however those are grouped; but
    for figures that end in their mark, as "83," does.
    """
    above = {piece.first: piece.line for piece in before if tells(piece)}
    rests = {p.first: p.line for p in band if tells(p) and not (p.first and p.line.text.isalpha())}
    begun = {piece.first: piece.line for piece in before}
    if not rests or not rests.keys() <= begun.keys():
        return not rests
    named = any(p.first < min(rests) for p in band if p.first not in rests)
    unended = any(begun[column].text[-1] in ",." for column in rests)
    if named and not unended and rests.keys() == above.keys():
        return False
    pairs = [(begun[column], rest) for column, rest in rests.items()]
    sure = [pair for pair in pairs if is_cut(*pair, pair[0].box)]
    return bool(sure) and all(pair in sure or ends_decimal(*pair) for pair in pairs)


def _parting(
    bands: Sequence[Band], gaps: Sequence[float], told: Sequence[bool], anchors: Sequence[int]
) -> float:
    """The least gap between two rows; 0 where the gaps do not tell."""
    levels = sorted(gap for gap in gaps if gap < inf)
    size = max((piece.line.size for band in bands for piece in band), default=0.0)
    parted = [
        (a + b) / 2 for a, b in pairwise(levels) if b - a > STEP * size and a < LOOSEST * size
    ]
    if not anchors:
        return parted[0] if parted else 0.0
    return next((gap for gap in parted[::-1] if _fits(bands, gaps, told, anchors, gap)), 0.0)


def _fits(
    bands: Sequence[Band],
    gaps: Sequence[float],
    told: Sequence[bool],
    anchors: Sequence[int],
    least: float,
) -> bool:
    """Does no row get two figures in one column, or two numbers, if this gap parts rows?"""
    held: set[int] = set()
    for i, band in enumerate(bands):
        if i and gaps[i] >= least:
            held = set()
        mine = {p.first for p in band if p.first in anchors and tells(p)} if told[i] else set()
        mine |= {-1} if is_numbered(band) else set()
        if mine & held:
            return False
        held |= mine
    return True
