"""The headings of a table without rules: one row, or two where some reach over several columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lkjip_analysis.intake.pdf.columns import Piece
from lkjip_analysis.intake.pdf.ink import Ink
from lkjip_analysis.intake.pdf.turning import as_printed
from lkjip_analysis.intake.places import Place
from lkjip_analysis.naskah.grid import Slot

COLUMN = re.compile(r"\(?(\d{1,2})\)?\s*([=(:].*)?")


def is_numbering(row: Sequence[Piece]) -> bool:
    """A line that only numbers the columns: (1) (2) (3)."""
    matches = [COLUMN.fullmatch(piece.line.text) for piece in row]
    if len(matches) < 3 or not all(matches):
        return False
    numbers = [int(match[1]) for match in matches if match]
    return numbers[0] <= 2 and all(b - a == 1 for a, b in pairwise(numbers))


def head_rows(
    lines: Sequence[Sequence[Piece]], xs: Sequence[float], ink: Ink
) -> list[tuple[Slot, ...]]:
    """The rows of headings; a heading over several columns stands above theirs."""
    pieces = [piece for row in lines for piece in row]
    if not pieces:
        return []
    width = len(xs) - 1
    wide = [piece for piece in pieces if piece.last > piece.first]
    if not wide:
        return [tuple(_slot(_in(pieces, column), 1, ink) for column in range(width))]
    top: list[Slot] = []
    low: list[Slot] = []
    column = 0
    while column < width:
        over = [piece for piece in wide if piece.first == column]
        last = max((piece.last for piece in over), default=column)
        own = [[p for p in _in(pieces, c) if p.first == p.last] for c in range(column, last + 1)]
        if over:
            top += [_slot(over, last - column + 1, ink), *[Slot("", 0)] * (last - column)]
            low += [_slot(held, 1, ink) for held in own]
        else:
            top.append(_slot(own[0], 1, ink))
            low.append(Slot("", 1, True))
        column = last + 1
    return [tuple(top), tuple(low)]


def _in(pieces: Sequence[Piece], column: int) -> list[Piece]:
    return [piece for piece in pieces if piece.first == column]


def _slot(pieces: Sequence[Piece], reach: int, ink: Ink) -> Slot:
    ordered = sorted((p.line for p in pieces), key=lambda line: (line.base, line.box.x0))
    where = tuple(Place(ink.page, as_printed(line.box, ink)) for line in ordered)
    return Slot(" ".join(line.text for line in ordered), reach, False, where)
