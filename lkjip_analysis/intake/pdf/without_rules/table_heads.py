"""The headings of a table without rules: one row, or two where some reach over several columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.printed_places import NOWHERE, around
from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import Piece
from lkjip_analysis.intake.pdf.lines_of_text.sheets import Sheets
from lkjip_analysis.intake.pdf.lines_of_text.wrapping import NO_ROOM, Room, text_of
from lkjip_analysis.intake.pdf.without_rules.columns_without_rules import Run, numbers_columns

LEVEL = 2.0
"""How far the first lines of headings below one may lie apart, in points."""
OFF = 1.0
"""A heading so far from the middle of its columns, in letter sizes, is not set to that."""


def is_numbering(row: Sequence[Piece]) -> bool:
    return numbers_columns([piece.line for piece in row])


def head_rows(run: Run, count: int, sheets: Sheets) -> list[tuple[Slot, ...]]:
    """The rows of headings in the first lines; one over several columns stands above theirs."""
    width = run.width
    printed = [p for row in run.lines[:count] for p in row if not is_numbering(row)]
    pieces = _over_others(printed, width)
    rooms = [Room(run.widest(column), False) for column in range(width)]
    if not pieces:
        return []
    wide = [piece for piece in pieces if piece.last > piece.first]
    if not wide:
        return [tuple(_slot(_in(pieces, c), 1, sheets, rooms[c]) for c in range(width))]
    top: list[Slot] = []
    low: list[Slot] = []
    column = 0
    while column < width:
        over = [piece for piece in wide if piece.first == column]
        last = max((piece.last for piece in over), default=column)
        own = [[p for p in _in(pieces, c) if p.first == p.last] for c in range(column, last + 1)]
        if over:
            top += [_slot(over, last - column + 1, sheets), *[Slot("", 0)] * (last - column)]
            low += [_slot(held, 1, sheets, rooms[column + i]) for i, held in enumerate(own)]
        else:
            top.append(_slot(own[0], 1, sheets, rooms[column]))
            low.append(Slot("", 1, True))
        column = last + 1
    return [tuple(top), tuple(low)]


def _over_others(pieces: Sequence[Piece], width: int) -> list[Piece]:
    """The headings, those of the first line reaching over columns whose own begin below it."""
    first = min((piece.line.base for piece in pieces), default=0.0)
    top = [piece for piece in pieces if piece.line.base < first + 0.5 * piece.line.size]
    low = [piece for piece in pieces if piece not in top]
    held = {c for piece in top for c in range(piece.first, piece.last + 1)}
    begun = {
        c: min((p.line.base for p in low if p.first == p.last == c), default=0.0)
        for c in range(width)
    }
    is_level = _end_level(pieces)
    made = []
    for piece in top:
        first_column, last = piece.first, piece.last
        while _takes(piece, first_column, first_column - 1, begun, held, top, pieces):
            first_column -= 1
        while _takes(piece, last, last + 1, begun, held, top, pieces):
            last += 1
        reaching = Piece(piece.line, first_column, last)
        own = is_level and _stands_on_its_own(reaching, piece, low)
        made.append(piece if own else reaching)
    return [*made, *low]


def _end_level(pieces: Sequence[Piece]) -> bool:
    """Are the headings of all columns set to the foot of their row?"""
    ends: dict[int, float] = {}
    for piece in pieces:
        ends[piece.first] = max(piece.line.base, ends.get(piece.first, 0.0))
    return max(ends.values(), default=0.0) - min(ends.values(), default=0.0) < LEVEL


def _stands_on_its_own(reaching: Piece, piece: Piece, low: Sequence[Piece]) -> bool:
    """Does a heading stand in the middle of what goes on below it, and not of all columns?"""
    middle = piece.line.box.middle[0]
    below = [p for p in low if reaching.first <= p.first and p.last <= reaching.last]
    own = [p for p in below if p.first == p.last == piece.first == piece.last]
    if not own or reaching == piece:
        return False
    all_of_them = around(p.line.box for p in below)
    on_own = abs(own[0].line.box.middle[0] - middle) < LEVEL
    return on_own and abs(all_of_them.middle[0] - middle) > OFF * piece.line.size


def _takes(
    piece: Piece,
    edge: int,
    column: int,
    begun: Mapping[int, float],
    held: Set[int],
    top: Sequence[Piece],
    pieces: Sequence[Piece],
) -> bool:
    """Does a heading reach over the column beside its edge: headings below both begin level?"""
    base = begun.get(column, 0.0)
    if column in held or not base or abs(base - begun.get(edge, 0.0)) > LEVEL:
        return False
    near = _nearest(piece, top, column, pieces)
    beside = near.last if near.last < column else near.first
    return near is piece or abs(base - begun.get(beside, 0.0)) > LEVEL


def _nearest(piece: Piece, top: Sequence[Piece], column: int, pieces: Sequence[Piece]) -> Piece:
    """Which heading of the first line stands nearest to a column."""
    own = [p.line.box.middle[0] for p in pieces if p.first == p.last == column]
    middle = own[0] if own else piece.line.box.middle[0]
    return min(top, key=lambda p: abs(p.line.box.middle[0] - middle))


def _in(pieces: Sequence[Piece], column: int) -> list[Piece]:
    return [piece for piece in pieces if piece.first == column]


def _slot(pieces: Sequence[Piece], reach: int, sheets: Sheets, room: Room = NO_ROOM) -> Slot:
    ordered = sorted((p.line for p in pieces), key=lambda line: (line.base, line.box.x0))
    where = tuple(sheets.place(line.box) for line in ordered)
    return Slot(text_of(ordered, NOWHERE, room), reach, False, where)
