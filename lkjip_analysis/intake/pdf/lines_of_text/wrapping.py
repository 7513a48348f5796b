"""Figures broken over the lines of a narrow cell: rejoined only where the whole tells so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.intake.pdf.lines_of_text.lines import Line

GROUPED = re.compile(r"\d{1,3}(?:(?:\.\d{3})+(?:,\d{1,4})?|(?:,\d{3})+(?:\.\d{1,4})?)")
TWICE = re.compile(r"\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d{1,4})?|(?:,\d{3}){2,}(?:\.\d{1,4})?)")
DECIMAL = re.compile(r"(?:\d+|\d{1,3}(?:\.\d{3})+),\d{1,4}")
TAIL = re.compile(r"(?:^|(?<=[\s(]))(?:Rp\.?)?-?(\d[\d.,]*)$")
WITHOUT_SEN, DASH = re.compile(r"\d\.\d{3}(,?)$"), re.compile(r"(,?)[-–—]")
"""An amount, and the sign behind it that there are no sen, which may stand on the next line."""
HEAD = re.compile(r"([.,]?\d[\d.,]*?)(?=(?:,?[-–]|\.?\)|\s?%|\)|\s|$))")
POINTED = re.compile(r"\d{1,3}\.\d{1,2}")
ENDED, LAST_DECIMALS = re.compile(r"\d[.,]"), re.compile(r"(\d{1,2})\s?%?")
"""A figure cannot end in its mark; what may follow one that is cut among its decimals."""
RANGE_BEGINS, RANGE_ENDS = re.compile(r"(?<![\d.,-])\d{1,4}-$"), re.compile(r"\d{1,4}(?![\d.,/-])")
ROOM = 14.0
"""The margins of a cell and a hair, in points."""
HAIR = 1.5
"""What letters and margins are measured wrong by, in points."""
BREAK, MAYBE = "\ue000", "\ue001"
"""Stands where a line without room for another letter ends, perhaps inside a word; MAYBE where
the room is only known from the widest line of the column."""


@dataclass(frozen=True, slots=True)
class Room:
    """The width that the lines of a cell may fill; not `sure` where it may be more."""

    width: float
    sure: bool = True


NO_ROOM = Room(0.0)


def text_of(lines: Sequence[Line], cell: Box, inner: Room = NO_ROOM) -> str:
    """The text of a cell's lines on one line; a figure cut by the end of a line is whole again.

    Two figures that stand above one another stay two: only a first piece that is no figure in
    groups of three, with a whole that is one, was cut. `inner` is the width that lines may fill,
    where that is known.
    """
    text = ""
    before: Line | None = None
    for line in lines:
        if before is not None:
            is_whole = is_cut(before, line, cell) or _is_cut_decimal(before, line, inner)
            is_whole = is_whole or is_range(before.text, line.text)
            text += "" if is_whole else _between(before, line, inner)
        text += line.text
        before = line
    return " ".join(text.split())


def text_over_break(first: str, second: str) -> str:
    """Two texts of a cell that the break of a page parts; a figure cut there is whole again."""
    tail, head = TAIL.search(first), HEAD.match(second)
    if tail and head and not GROUPED.fullmatch(tail[1]) and TWICE.fullmatch(tail[1] + head[1]):
        return first + second
    return f"{first} {second}".strip()


def is_range(first: str, second: str) -> bool:
    """Does a line break a range behind its hyphen?

    >>> is_range("Usia 7-", "12 tahun"), is_range("1-", "2-"), is_range("2.500-", "3.000")
    (True, False, False)
    """
    return bool(RANGE_BEGINS.search(first) and RANGE_ENDS.match(second))


def _between(first: Line, second: Line, inner: Room) -> str:
    """What stands between two lines of a cell: a space, or the mark of a word perhaps broken."""
    if inner.width <= 0:
        return " "
    if not inner.sure:
        words = first.text.isalpha() and second.text[0].islower()
        return MAYBE if words and _is_full(first, second, inner.width) else " "
    full = _is_full(first, second, inner.width) or _is_hyphened(first, second)
    return BREAK if full else " "


def _is_hyphened(first: Line, second: Line) -> bool:
    return bool(re.search(r"[^\W\d_]-$", first.text)) and second.text[0].islower()


def _is_full(first: Line, second: Line, inner: float) -> bool:
    """Is a line one piece that the first letter of the next could not have joined?"""
    following = second.letters[0]
    room = inner - first.box.width - following.box.width
    return " " not in first.text and not following.text.isspace() and room < HAIR


def holds_cut(lines: Sequence[Line], cell: Box) -> bool:
    """May one of the lines be the rest of a figure that the line above it begins?"""
    return any(
        is_cut(one, other, cell) or (_has_no_room(one, cell) and ends_decimal(one, other))
        for one, other in pairwise(lines)
    )


def _is_cut_decimal(first: Line, second: Line, inner: Room) -> bool:
    """ "103,9" above "8%", in a line that surely has no room for the 8?"""
    fills = inner.width > 0 and inner.sure and _is_full(first, second, inner.width)
    return fills and ends_decimal(first, second)


def ends_decimal(first: Line, second: Line) -> bool:
    """Would the second line end the decimals of a figure that the first begins?"""
    last = LAST_DECIMALS.fullmatch(second.text)
    if last is None or not (len(last[1]) == 1 or ENDED.fullmatch(first.text[-2:])):
        return False
    whole = first.text + last[1]
    return bool(DECIMAL.fullmatch(whole) or POINTED.fullmatch(whole))


def _has_no_room(line: Line, cell: Box) -> bool:
    return cell.width - line.box.width < ROOM + 0.6 * line.size


def is_cut(first: Line, second: Line, cell: Box) -> bool:
    """Does the second line begin with the rest of the figure that ends the first?"""
    amount, dash = WITHOUT_SEN.search(first.text), DASH.fullmatch(second.text)
    if amount and dash and len(amount[1] + dash[1]) == 1:
        return True
    if "%" in second.text and ends_decimal(first, second):
        return _has_no_room(first, cell)
    tail, head = TAIL.search(first.text), HEAD.match(second.text)
    if not tail or not head:
        return False
    piece, rest = tail[1], head[1]
    whole = piece + rest
    if piece[-1] in ".,":
        return bool(GROUPED.fullmatch(whole) or (piece[-1] == "," and DECIMAL.fullmatch(whole)))
    if rest[0] in ".,":
        return bool(GROUPED.fullmatch(whole) or DECIMAL.fullmatch(whole))
    if GROUPED.fullmatch(piece) or not re.search(r"[.,]", whole):
        return False
    if TWICE.fullmatch(whole):
        return True
    in_groups = bool(GROUPED.fullmatch(whole)) and "." in piece and "," not in piece
    return in_groups and _has_no_room(first, cell)
