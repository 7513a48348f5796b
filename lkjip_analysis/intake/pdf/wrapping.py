"""Figures broken over the lines of a narrow cell: rejoined only where the whole tells so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.document.places import Box
from lkjip_analysis.intake.pdf.lines import Line

GROUPED = re.compile(r"\d{1,3}(?:(?:\.\d{3})+(?:,\d{1,4})?|(?:,\d{3})+(?:\.\d{1,4})?)")
TWICE = re.compile(r"\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d{1,4})?|(?:,\d{3}){2,}(?:\.\d{1,4})?)")
DECIMAL = re.compile(r"(?:\d+|\d{1,3}(?:\.\d{3})+),\d{1,4}")
TAIL = re.compile(r"(?:^|(?<=[\s(]))(?:Rp\.?)?-?(\d[\d.,]*)$")
HEAD = re.compile(r"([.,]?\d[\d.,]*?)(?=(?:,?[-–]|\.?\)|\s?%|\)|\s|$))")
ROOM = 14.0
"""The margins of a cell and a hair, in points."""


def text_of(lines: Sequence[Line], cell: Box) -> str:
    """The text of a cell's lines on one line; a figure cut by the end of a line is whole again.

    Two figures that stand above one another stay two: only a first piece that is no figure in
    groups of three, with a whole that is one, was cut.
    """
    text = ""
    before: Line | None = None
    for line in lines:
        if before is not None:
            text += "" if _cut(before, line, cell) else " "
        text += line.text
        before = line
    return " ".join(text.split())


def _cut(first: Line, second: Line, cell: Box) -> bool:
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
    full = cell.width - first.box.width < ROOM + 0.6 * first.size
    return full and bool(GROUPED.fullmatch(whole)) and "." in piece and "," not in piece
