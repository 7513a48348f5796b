"""The headings of a table without rules: one row, or two where some reach over several columns."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.printed_places import Place
from lkjip_analysis.intake.pdf.columns_without_rules import Piece, numbers_columns
from lkjip_analysis.intake.pdf.ink import Ink
from lkjip_analysis.intake.pdf.turned_text import as_printed


def is_numbering(row: Sequence[Piece]) -> bool:
    return numbers_columns([piece.line for piece in row])


def head_rows(
    lines: Sequence[Sequence[Piece]], xs: Sequence[float], ink: Ink
) -> list[tuple[Slot, ...]]:
    """The rows of headings; a heading over several columns stands above theirs."""
    width = len(xs) - 1
    pieces = _over_others([piece for row in lines for piece in row if not is_numbering(row)], width)
    if not pieces:
        return []
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


def _over_others(pieces: Sequence[Piece], width: int) -> list[Piece]:
    """The headings, those of the first line reaching over columns whose own begin below it."""
    first = min((piece.line.base for piece in pieces), default=0.0)
    top = [piece for piece in pieces if piece.line.base < first + 0.5 * piece.line.size]
    low = [piece for piece in pieces if piece not in top]
    held = {c for piece in top for c in range(piece.first, piece.last + 1)}
    begun = {c: min((p.line.base for p in low if p.first == p.last == c), default=0.0)
             for c in range(width)}  # fmt: skip
    second = min((piece.line.base for piece in low), default=0.0)
    under = {c for c, base in begun.items() if base and base < second + 2}
    made = []
    for piece in top:
        mine = {c for c in under - held if _nearest(piece, top, c, pieces) is piece}
        first_column, last = piece.first, piece.last
        while first_column - 1 in mine and first_column in under:
            first_column -= 1
        while last + 1 in mine and last in under:
            last += 1
        made.append(Piece(piece.line, first_column, last))
    return [*made, *low]


def _nearest(piece: Piece, top: Sequence[Piece], column: int, pieces: Sequence[Piece]) -> Piece:
    """Which heading of the first line stands nearest to a column."""
    own = [p.line.box.middle[0] for p in pieces if p.first == p.last == column]
    middle = own[0] if own else piece.line.box.middle[0]
    return min(top, key=lambda p: abs(p.line.box.middle[0] - middle))


def _in(pieces: Sequence[Piece], column: int) -> list[Piece]:
    return [piece for piece in pieces if piece.first == column]


def _slot(pieces: Sequence[Piece], reach: int, ink: Ink) -> Slot:
    ordered = sorted((p.line for p in pieces), key=lambda line: (line.base, line.box.x0))
    where = tuple(Place(ink.page, as_printed(line.box, ink)) for line in ordered)
    return Slot(" ".join(line.text for line in ordered), reach, False, where)
