"""Headings of a table without rules that stand beside the figures of their column, not above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.intake.pdf.column_pieces import FIGURE, Piece

Rows = Sequence[Sequence[Piece]]


def head_beside(rows: Rows, width: int) -> int | None:
    """The left one of two columns of which one holds but a heading, the other but figures."""
    body = next((i for i, row in enumerate(rows) if sum(map(_counts, row)) > 1), 0)
    held = [
        {i for i, row in enumerate(rows) for p in row if p.first <= c <= p.last and _alone(p)}
        for c in range(width)
    ]
    for c in range(width - 1):
        for head, figures in ((c, c + 1), (c + 1, c)):
            parted = held[head] and held[figures] and max(held[head]) < body <= min(held[figures])
            counts = [_counts(p) for row in rows for p in row if p.first == figures == p.last]
            if parted and sum(counts) > 0.5 * len(counts):
                return c
    return None


def each_its_own(row: Sequence[Piece], width: int) -> tuple[Piece, ...]:
    """The headings of a line; of two in one column the one beside an empty column belongs there."""
    made = list(row)
    for i in range(len(made) - 1):
        first, second = made[i], made[i + 1]
        shared = first.first == first.last == second.first == second.last
        if not shared or _has_digit(first) or _has_digit(second):
            continue
        taken = {c for p in made for c in range(p.first, p.last + 1)}
        if second.last + 1 < width and second.last + 1 not in taken:
            made[i + 1] = replace(second, first=second.first + 1, last=second.last + 1)
        elif first.first - 1 >= 0 and first.first - 1 not in taken:
            made[i] = replace(first, first=first.first - 1, last=first.last - 1)
    return tuple(made)


def _alone(piece: Piece) -> bool:
    return piece.first == piece.last


def _counts(piece: Piece) -> bool:
    return _has_digit(piece) and bool(FIGURE.fullmatch(piece.line.text))


def _has_digit(piece: Piece) -> bool:
    return bool(re.search(r"\d", piece.line.text))
