"""Stretches of lines among which tables without rules may stand, and where each table ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf
from statistics import median

from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import FIGURE, counts
from lkjip_analysis.intake.pdf.lines_of_text.lines import GAP, Line, split_at_gaps
from lkjip_analysis.intake.pdf.without_rules.columns_without_rules import Run, run_of

WIDE, NARROW = 0.8, 0.45
"""A gap this wide, in letter sizes, may part two columns; a narrower one does where the lines
around leave it too. The spaces of a line of prose set to both margins may be as wide."""
UNSPACED, SPACED = 0.18, 0.2
"""A gap this wide that prints no space parts two cells, where so many words are parted by spaces:
cells never are, and a file that prints no spaces prints none."""
FIGURES, UNEVEN = 0.34, 1.8
"""A line of prose has fewer figures than this part of its words, and no space that is so many
times wider than the others."""
STRETCHED, WORDS = 1.6, 5
"""A line set to both margins stretches its spaces so far, in letter sizes, if it has so many."""
HEAD = 1.4
"""A lone heading lies no farther above the line below it, in letter sizes."""
PROSE = 0.72
"""A line in one piece over so much of the text's width is prose."""
TOP = 60.0
"""How far from the first line of a page the rest of a table may begin, in points."""
FAR = 3.2
"""A gap this wide, in letter sizes, ends what stands above it."""
TIGHT = 1.7
"""Lines of one cell lie no farther apart from base to base, in letter sizes."""
BREAK = 5.0
"""A step this wide, in letter sizes, is the break of a page: a wider gap ends a stretch."""
ROW = 1.25
"""So many times the least step between lines a row may begin."""
EDGE = 3.0
"""How far lines of one column may begin or end apart, in points."""
TRIED = 20_000
"""So many lines are read again in search of a place where two tables meet: each of a page, and of
hundreds of pages few."""
CAPTION = re.compile(r"\s*(?:lanjutan\s+)?tabel\.?\s*\d", re.IGNORECASE)
"""The caption of another table, whatever stands above and below it."""
NOTE = re.compile(r"\W*(?:sumber|catatan|keterangan|ket)\b", re.IGNORECASE)
"""What is said below a table is no line of its last row."""

Pieces = Sequence[Sequence[Line]]
Found = tuple[int, int, Run]


def pieces_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Each line in the pieces that gaps part."""
    unspaced = UNSPACED if _prints_spaces(lines) else inf
    return [split_at_gaps(line, NARROW, unspaced) for line in lines]


def _prints_spaces(lines: Sequence[Line]) -> bool:
    """Are words parted by spaces that are printed, and not merely by gaps?"""
    words = sum(line.text.count(" ") for line in lines)
    spaces = sum(letter.text.isspace() for line in lines for letter in line.letters)
    return bool(words) and spaces > SPACED * words


def runs_of(lines: Sequence[Line]) -> list[Found]:
    """The runs of lines that make a table, each with its first line and the one after its last."""
    pieces, found = pieces_of(lines), list[Found]()
    for start, end in stretches(lines):
        on = lines[start].box.top < lines[0].box.top + TOP
        found += runs_within(pieces, start, end, on)
    return found


def stretches(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The first line, and the one after the last, of all lines between prose and captions."""
    if not lines:
        return []
    prose = PROSE * (max(x.box.x1 for x in lines) - min(x.box.x0 for x in lines))
    found, start = [], 0
    for end in range(len(lines) + 1):
        if end < len(lines) and not _breaks(lines, end, prose):
            continue
        found.append((start, end))
        alone = end < len(lines) and _is_no_row(lines[end], prose)
        start = end + alone
    return [(start, end) for start, end in found if start < end]


def _breaks(lines: Sequence[Line], i: int, prose: float) -> bool:
    line = lines[i]
    if _is_no_row(line, prose):
        return True
    return i > 0 and line.box.top - lines[i - 1].box.bottom > FAR * line.size


def _is_no_row(line: Line, prose: float) -> bool:
    """Is it a caption, or a long line of words that spaces part, however wide they are set?"""
    if CAPTION.match(line.text):
        return True
    words = line.text.split()
    figures = sum(bool(FIGURE.fullmatch(word)) for word in words)
    return line.box.width >= prose and figures < FIGURES * len(words) and _is_even(line)


def _is_even(line: Line) -> bool:
    """Are all gaps of a line alike, or none of them wide?"""
    inked = [letter for letter in line.letters if not letter.text.isspace()]
    gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(inked)]
    spaces = [gap for gap in gaps if gap > GAP * line.size]
    if not spaces or max(spaces) <= WIDE * line.size:
        return True
    stretched = max(spaces) <= STRETCHED * line.size and max(spaces) < UNEVEN * median(spaces)
    return stretched and len(spaces) >= WORDS


def runs_within(pieces: Pieces, start: int, end: int, on: bool) -> list[Found]:
    """The tables of a stretch of lines, without the lone lines before and after.

    `on` says that it may be the last rows of a table of the page before. Two tables stand in it
    where all of its lines share no columns, but those above and those below one of them do.
    """
    start = _first_line(pieces, start, end)
    for i in range(start + 1, end):
        if _heads_anew(pieces[i], pieces[start]):
            return [*runs_within(pieces, start, i, on), *runs_within(pieces, i, end, False)]
    end = end_of_table(pieces, start, end)
    run = run_of(pieces[start:end], on)
    if run:
        return [(start, end, run)]
    tries = TRIED // max(end - start, 1)
    for cut in _cuts(pieces, start, end)[:tries]:
        above, below = run_of(pieces[start:cut], False), run_of(pieces[cut:end], False)
        if above and below and min(above.width, below.width) > 2:
            return [(start, cut, above), (cut, end, below)]
    return []


def _first_line(pieces: Pieces, start: int, end: int) -> int:
    """The first line in pieces, or the lone headings that stand close above it in a column."""
    first = next((i for i in range(start, end) if len(pieces[i]) > 1), end)
    told = [row for row in pieces[first:end] if len(row) > 1]
    while first > start and told:
        line, below = pieces[first - 1][0], pieces[first][0]
        beside = line.box.bottom > below.box.top + 1
        close = below.base - line.base < HEAD * line.size and stands_in_column(line, told)
        if not beside and not close:
            break
        first -= 1
    return first


def _heads_anew(row: Sequence[Line], head: Sequence[Line]) -> bool:
    """Does a line print the headings of the first line again, but in other columns?"""
    if len(row) != len(head) or len(row) < 3:
        return False
    same = [a.text for a, b in zip(row, head, strict=True) if a.text == b.text]
    words = [text for text in same if not counts(text)]
    apart = any(_is_apart(a, b) for a, b in zip(row, head, strict=True))
    return apart and len(same) > len(row) / 2 and len(words) > 1


def _is_apart(one: Line, other: Line) -> bool:
    return one.box.x1 < other.box.x0 or other.box.x1 < one.box.x0 or not _aligned(one, other)


def _cuts(pieces: Pieces, start: int, end: int) -> list[int]:
    """The lines in pieces that stand off from the line above, from below."""
    steps = [b[0].base - a[0].base for a, b in pairwise(pieces[start:end])]
    least = min((step for step in steps if step > 1), default=0.0)
    return [
        start + i
        for i in range(len(steps), 0, -1)
        if steps[i - 1] > ROW * least and len(pieces[start + i]) > 2
    ]


def end_of_table(pieces: Pieces, start: int, end: int) -> int:
    """The end after the last row of a stretch and the lone lines that its wrapped cells add."""
    last = max((i for i in range(start, end) if len(pieces[i]) > 1), default=start - 1)
    told = [row for row in pieces[start : last + 1] if len(row) > 1]
    for i in range(last + 1, end):
        line, before = pieces[i][0], pieces[i - 1][0]
        step = line.base - before.base
        close = step < TIGHT * line.size or step > BREAK * line.size
        if not close or NOTE.match(line.text) or not stands_in_column(line, told):
            return i
    return end


def stands_in_column(line: Line, rows: Pieces) -> bool:
    """Does a line begin or end where pieces of one column do, and reach into no other?"""
    for row in rows:
        for i, piece in enumerate(row):
            left = i == 0 or line.box.x0 > row[i - 1].box.x1
            right = i == len(row) - 1 or line.box.x1 < row[i + 1].box.x0
            if left and right and _aligned(line, piece):
                return True
    return False


def _aligned(line: Line, piece: Line) -> bool:
    return (
        abs(line.box.x0 - piece.box.x0) < EDGE
        or abs(line.box.x1 - piece.box.x1) < EDGE
        or abs(line.box.middle[0] - piece.box.middle[0]) < EDGE
    )
