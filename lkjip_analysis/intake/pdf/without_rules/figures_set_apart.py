"""Figures and dashes set apart from the others of their column: no column of their own.

Dashes stand at the left of figures that are set right, short figures at the right of long ones.
What has no heading of its own, or nothing but dashes below it, is one with the column beside it
that is empty in all of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import NOTHING, Piece, counts, is_amount
from lkjip_analysis.intake.pdf.lines_of_text.lines import Line, line_of
from lkjip_analysis.intake.pdf.without_rules.heads_in_columns import headed_once

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


def edge_set_apart(rows: Rows, width: int) -> int | None:
    """The edge between two columns that are one: below the headings no line has both of them."""
    body = next((i for i, row in enumerate(rows) if _is_of_body(row)), 0)
    heads, below = rows[:body], headed_once(rows, body)[body:]
    headed = _held_alone(heads, width)
    texts = _held_alone(below, width)
    lines = [
        {i for i, row in enumerate(below) for p in row if p.first <= c <= p.last}
        for c in range(width)
    ]
    for column in range(1, width):
        dashes = all(NOTHING.fullmatch(text) for text in texts[column])
        if not texts[column] or not (dashes or _are_figures_without_head(texts, headed, column)):
            continue
        free = [
            c
            for c in (column + 1, column - 1)
            if 0 < c < width and not lines[column] & lines[c] and not (headed[column] and headed[c])
        ]
        shared = [c for c in free if headed[column] or _are_headed_together(heads, column, c)]
        told = shared if len(shared) == 1 else free
        if len(told) == 1:
            return max(column, told[0])
    return None


def _are_figures_without_head(
    texts: Sequence[Sequence[str]], headed: Sequence[Sequence[str]], column: int
) -> bool:
    return any(headed) and not headed[column] and all(map(counts, texts[column]))


def _held_alone(rows: Rows, width: int) -> list[list[str]]:
    """What stands in each column alone."""
    held: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for piece in row:
            if piece.first == piece.last:
                held[piece.first].append(piece.line.text)
    return held


def _are_headed_together(heads: Rows, one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return any(p.first <= first and p.last >= last for row in heads for p in row)


def _is_of_body(row: Sequence[Piece]) -> bool:
    """Does a line hold what no heading does: a dash, an amount, or several figures?"""
    texts = [piece.line.text for piece in row]
    told = any(NOTHING.fullmatch(text) or is_amount(text) for text in texts)
    return told or sum(map(counts, texts)) > 1
