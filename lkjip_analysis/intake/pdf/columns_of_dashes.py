"""Dashes set apart from the figures that they stand for: no column of their own.

A column of a table without rules in which, below its headings, nothing but dashes stands is one
with the column beside it that has nothing in their rows: the two have one heading, over both of
them or over one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.pdf.column_pieces import NOTHING, Piece, counts, is_amount
from lkjip_analysis.intake.pdf.heads_in_columns import headed_once
from lkjip_analysis.intake.pdf.lines import Line, line_of

TOUCHING = re.compile(r"\d\s?[-–—]$")
HAIR = 0.5
"""What letters and edges are measured wrong by, in points."""
Rows = Sequence[Sequence[Piece]]


def dashes_apart(row: Sequence[Line], xs: Sequence[float]) -> list[Line]:
    """The pieces of a line, a dash that touches the figure before it but stands on the other side
    of an edge of columns as one of its own."""
    made: list[Line] = []
    for piece in row:
        made += _parted(piece, xs) if TOUCHING.search(piece.text) else [piece]
    return made


def _parted(piece: Line, xs: Sequence[float]) -> list[Line]:
    figure, dash = piece.letters[:-1], piece.letters[-1]
    end = max(letter.box.x1 for letter in figure if not letter.text.isspace())
    between = any(end - HAIR <= x <= dash.box.x0 + HAIR for x in xs)
    parts = [line_of(figure), line_of([dash])]
    return [part for part in parts if part] if between else [piece]


def edge_of_dashes(rows: Rows, width: int) -> int | None:
    """The edge between a column of nothing but dashes and the one whose figures they stand for."""
    body = next((i for i, row in enumerate(rows) if _is_of_body(row)), 0)
    below = headed_once(rows, body)[body:]
    for column in range(1, width):
        texts = _alone(below, column)
        if not texts or not all(NOTHING.fullmatch(text) for text in texts):
            continue
        told = _figures_of(rows[:body], below, column, width)
        if told is not None:
            return max(column, told)
    return None


def _figures_of(heads: Rows, body: Rows, column: int, width: int) -> int | None:
    """The one column beside that has nothing in the rows of these dashes; where both have not,
    the one with which they share a heading."""
    dashed = [row for row in body if _reaches_into(row, column)]
    beside = [
        c for c in (column + 1, column - 1)
        if 0 < c < width and not any(_reaches_into(row, c) for row in dashed)
    ]  # fmt: skip
    headed = bool(_alone(heads, column))
    free = [c for c in beside if not (headed and _alone(heads, c))]
    shared = [c for c in free if headed or any(_reach_over(row, column, c) for row in heads)]
    told = shared if len(shared) == 1 else free
    return told[0] if len(told) == 1 else None


def _is_of_body(row: Sequence[Piece]) -> bool:
    """Does a line hold what no heading does: a dash, an amount, or several figures?"""
    texts = [piece.line.text for piece in row]
    told = any(NOTHING.fullmatch(text) or is_amount(text) for text in texts)
    return told or sum(map(counts, texts)) > 1


def _alone(rows: Rows, column: int) -> list[str]:
    return [p.line.text for row in rows for p in row if p.first == p.last == column]


def _reaches_into(row: Sequence[Piece], column: int) -> bool:
    return any(p.first <= column <= p.last for p in row)


def _reach_over(row: Sequence[Piece], one: int, other: int) -> bool:
    return any(p.first <= min(one, other) and p.last >= max(one, other) for p in row)
