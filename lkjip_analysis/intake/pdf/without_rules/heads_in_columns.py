"""Headings of a table without rules that stand beside the figures of their column, not above."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import FIGURE, Piece

Rows = Sequence[Sequence[Piece]]
NEAR = 1.0
"""Words of one line stand no further apart, in heights of their letters."""


def head_beside(rows: Rows, width: int) -> int | None:
    """The left one of two columns of which one holds but a heading, the other but what it heads:
    figures, or words where no other column beside it lacks a heading."""
    body = next((i for i, row in enumerate(rows) if sum(map(_counts, row)) > 1), 0)
    rows = headed_once(rows, body)
    held = [
        {i for i, row in enumerate(rows) for p in row if p.first <= c <= p.last and _alone(p)}
        for c in range(width)
    ]
    of_words: list[tuple[int, int]] = []
    for c in range(width - 1):
        for head, other in ((c, c + 1), (c + 1, c)):
            if not (held[head] and held[other] and max(held[head]) < body <= min(held[other])):
                continue
            counts = [_counts(p) for row in rows for p in row if p.first == other == p.last]
            if sum(counts) > 0.5 * len(counts):
                return c
            of_words.append((head, c))
    heads = [head for head, _ in of_words]
    return next((c for head, c in of_words if heads.count(head) == 1), None)


def headed_once(rows: Rows, body: int) -> list[Sequence[Piece]]:
    """The lines before `body` and those after it that do not print one of them again."""
    heads = {_texts(row) for row in rows[:body]}
    return [*rows[:body], *[row for row in rows[body:] if _texts(row) not in heads]]


def _texts(row: Sequence[Piece]) -> tuple[str, ...]:
    return tuple(piece.line.text for piece in row)


def each_its_own(row: Sequence[Piece], xs: Sequence[float]) -> list[Piece]:
    """The pieces of a line, none of them over a column in which another stands; of two in one
    column the one beside an empty column belongs there, if it is no figure."""
    made = list(row)
    for i in range(len(made) - 1):
        first, second = made[i], made[i + 1]
        if first.last < second.first:
            continue
        if first.first == first.last == second.first == second.last:
            taken = {c for piece in made for c in range(piece.first, piece.last + 1)}
            made[i : i + 2] = _parted(first, second, taken, len(xs) - 1)
        elif second.first < second.last and _reaches(first, xs):
            made[i + 1] = replace(second, first=min(first.last + 1, second.last))
        else:
            made[i] = replace(first, last=max(second.first - 1, first.first))
    return made


def _reaches(piece: Piece, xs: Sequence[float]) -> bool:
    """Does a heading stand in its last column, or with its middle in it?"""
    return piece.first == piece.last or xs[piece.last] < piece.line.box.middle[0]


def _parted(first: Piece, second: Piece, taken: Set[int], width: int) -> list[Piece]:
    """Two pieces of one column, one of them in the empty column beside it; words that stand no
    further apart than words do are of one."""
    column = first.first
    if second.line.box.x0 - first.line.box.x1 < NEAR * first.line.size:
        return [first, second]
    if not _has_digit(second) and column + 1 < width and column + 1 not in taken:
        return [first, replace(second, first=column + 1, last=column + 1)]
    if not _has_digit(first) and column > 0 and column - 1 not in taken:
        return [replace(first, first=column - 1, last=column - 1), second]
    return [first, second]


def _alone(piece: Piece) -> bool:
    return piece.first == piece.last


def _counts(piece: Piece) -> bool:
    return _has_digit(piece) and bool(FIGURE.fullmatch(piece.line.text))


def _has_digit(piece: Piece) -> bool:
    return bool(re.search(r"\d", piece.line.text))
