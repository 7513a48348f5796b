"""Where text stands in columns without rules: runs of lines that leave the same gaps free."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from lkjip_analysis.intake.document.printed_places import around
from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import (
    COLUMN,
    FIGURE,
    ITEM,
    NUMBER,
    Piece,
    is_amount,
)
from lkjip_analysis.intake.pdf.lines_of_text.lines import Line
from lkjip_analysis.intake.pdf.without_rules.figures_set_apart import dashes_apart, edge_set_apart
from lkjip_analysis.intake.pdf.without_rules.heads_in_columns import each_its_own, head_beside
from lkjip_analysis.intake.pdf.without_rules.section_lines import lies_across

NARROWEST = 0.2
"""A gap between columns is at least this wide, in letter sizes."""
BETWEEN = 0.6
"""Headings that meet in a gap leave this part of the narrowest gap free."""
FINE = 4
"""Into so many parts a point is divided where gaps are looked for."""
LEVEL, ALIGNED = 2.0, 0.9
"""So near one another, in points, so many lines of a column of words begin."""
LISTED = re.compile(r"\(?\w{1,3}[.)]+")
CROSSED = 0.12
"""The part of the lines that may cross a gap between columns: headings over several."""


@dataclass(frozen=True)
class Run:
    """Lines below one another, each in pieces, with the edges of the columns they stand in."""

    lines: tuple[tuple[Piece, ...], ...]
    xs: tuple[float, ...]

    @property
    def width(self) -> int:
        return len(self.xs) - 1

    def widest(self, column: int) -> float:
        """How wide the widest text is that stands in this column alone."""
        alone = (p.line.box.width for row in self.lines for p in row if p.first == p.last == column)
        return max(alone, default=0.0)


def run_of(rows: Sequence[Sequence[Line]], on: bool = False) -> Run | None:
    """The lines of a table in its columns; nothing where they make none.

    `on` says that it may be the last rows of a table of the page before.
    """
    xs = _edges(rows)
    if len(xs) < 3:
        return None
    run = _filled(rows, xs)
    if _numbers_apart(run):
        run = _filled(rows, [run.xs[0], *run.xs[2:]])
    return run if _is_table(run) or (on and _is_rest(run)) else None


def _edges(rows: Sequence[Sequence[Line]]) -> list[float]:
    """The edges of columns: the outermost, and the middles of the gaps that rows leave free."""
    told = [row for row in rows if len(row) > 1]
    if not told:
        return []
    left = min(piece.box.x0 for row in rows for piece in row)
    right = max(piece.box.x1 for row in rows for piece in row)
    within = [row for row in rows if len(row) > 1 or not lies_across(row[0], told)]
    count = _crossings(within, left, right)
    numbering = next((row for row in rows[:8] if numbers_columns(row)), None)
    if numbering:
        middles = [_at(piece.box.middle[0] - left) for piece in numbering]
        between = [left + _freest(count, a, b) / FINE for a, b in pairwise(middles)]
        return [left - 2, *between, right + 2]
    narrowest = NARROWEST * FINE * min(piece.size for row in told for piece in row)
    # A heading over two columns stands just where the gap between them is.
    allowed = max(CROSSED * len(told), 1) if len(told) > 3 else 0
    edges, start = [left - 2], None
    for x, times in enumerate(count):
        if times <= allowed:
            start = x if start is None else start
        elif start is not None:
            if x - start >= narrowest and start > 0:
                edges.append(left + _middle(count, start, x, narrowest) / FINE)
            start = None
    return [*edges, right + 2]


def _at(distance: float) -> int:
    return int(distance * FINE)


def _crossings(rows: Sequence[Sequence[Line]], left: float, right: float) -> list[int]:
    """How many pieces stand on each part of a point from left to right."""
    count = [0] * (_at(right - left) + 2)
    for row in rows:
        for piece in row:
            weight = len(rows) if _is_of_one_column(piece, piece is row[0]) else 1
            for x in range(_at(piece.box.x0 - left), _at(piece.box.x1 - left) + 1):
                count[x] += weight
    return count


def _is_of_one_column(piece: Line, is_first: bool) -> bool:
    """Is it no heading over others: the number of a row, or a figure?"""
    numbers = is_first and NUMBER.fullmatch(piece.text)
    return bool(numbers or is_amount(piece.text))


def _middle(count: Sequence[int], start: int, end: int, narrowest: float) -> float:
    """The middle of a gap: beside a heading that stands in it where it leaves one side free, or
    between two headings that meet in it."""
    free = [(start, end)] if not any(count[start:end]) else _free_parts(count, start, end)
    wide = [(a, b) for a, b in free if b - a >= narrowest]
    told = wide or [(a, b) for a, b in free if b - a >= BETWEEN * narrowest]
    return sum(told[0] if len(told) == 1 else (start, end)) / 2


def _free_parts(count: Sequence[int], start: int, end: int) -> list[tuple[int, int]]:
    taken = [start - 1, *[x for x in range(start, end) if count[x]], end]
    return [(a + 1, b) for a, b in pairwise(taken) if b - a > 1]


def _freest(count: Sequence[int], start: int, end: int) -> float:
    """The middle of the longest stretch between two columns that the fewest lines cross."""
    least = min(count[start : end + 1])
    best, run = (start, start), start
    for x in range(start, end + 2):
        if x > end or count[x] > least:
            best = (run, x) if x - run > best[1] - best[0] else best
            run = x + 1
    return sum(best) / 2


def numbers_columns(row: Sequence[Line]) -> bool:
    """A line that only numbers the columns: (1) (2) (3)."""
    matches = [COLUMN.fullmatch(piece.text) for piece in row]
    numbers = [int(match[1]) for match in matches if match]
    steps = all(b - a == 1 for a, b in pairwise(numbers))
    return len(numbers) == len(row) >= 3 and numbers[0] <= 2 and steps


def _filled(rows: Sequence[Sequence[Line]], xs: list[float]) -> Run:
    """The pieces in their columns; one in which nothing stands alone belongs to a neighbour."""
    while True:
        width = len(xs) - 1
        placed = tuple(
            tuple(_whole(each_its_own(_placed_in(dashes_apart(row, xs), xs), xs))) for row in rows
        )
        edge = _needless(placed, width) if len(xs) > 3 else None
        if edge is None:
            return Run(placed, tuple(xs))
        xs = [x for i, x in enumerate(xs) if i != edge]


def _whole(row: Sequence[Piece]) -> list[Piece]:
    """The pieces of a line, those in one column as one."""
    made: list[Piece] = []
    for piece in row:
        if made and made[-1].first == made[-1].last == piece.first == piece.last:
            made[-1] = replace(piece, line=_joined(made[-1].line, piece.line))
        else:
            made.append(piece)
    return made


def _joined(one: Line, other: Line) -> Line:
    return replace(
        one,
        letters=(*one.letters, *other.letters),
        text=f"{one.text} {other.text}",
        box=around((one.box, other.box)),
    )


def _needless(placed: Sequence[Sequence[Piece]], width: int) -> int | None:
    """The edge of a column that is none: nothing stands in it alone, or but its heading, or but
    dashes for the figures of the column beside it."""
    pieces = [piece for row in placed for piece in row]
    alone = {piece.first for piece in pieces if piece.first == piece.last}
    hollow = next((c for c in range(width) if c not in alone), None)
    if hollow is None:
        beside = head_beside(placed, width)
        return edge_set_apart(placed, width) if beside is None else beside + 1
    over = [p for p in pieces if p.first <= hollow <= p.last]
    after = hollow == 0 or bool(over and over[-1].last > hollow)
    return hollow + 1 if after else hollow


def _numbers_apart(run: Run) -> bool:
    """Are the first two columns one of numbers: letters set left, digits set right of them?"""
    first, second = (
        [p.line for row in run.lines for p in row if p.first == p.last == c] for c in (0, 1)
    )
    letters = [line for line in first if ITEM.fullmatch(line.text)]
    if run.width < 4 or not letters or len(letters) < len(first) - 1 or len(second) < 2:
        return False
    digits = all(NUMBER.fullmatch(line.text) for line in second)
    narrow = all(line.box.width < 3 * line.size for line in first)
    alone = all(sum(piece.first < 2 for piece in row) < 2 for row in run.lines)
    return digits and narrow and alone


def _placed_in(row: Sequence[Line], xs: Sequence[float]) -> list[Piece]:
    """The pieces of a line in their columns: one in each where they are as many."""
    if len(row) == len(xs) - 1 and all(
        piece.box.x0 < xs[i + 1] and piece.box.x1 > xs[i] for i, piece in enumerate(row)
    ):
        return [Piece(piece, i, i) for i, piece in enumerate(row)]
    return [_placed(piece, xs) for piece in row]


def _placed(piece: Line, xs: Sequence[float]) -> Piece:
    inside = [
        i
        for i in range(len(xs) - 1)
        if min(piece.box.x1, xs[i + 1]) - max(piece.box.x0, xs[i]) > 0.8 * piece.size
    ]
    middle = next((i for i in range(len(xs) - 1) if xs[i] <= piece.box.middle[0] <= xs[i + 1]), 0)
    held = inside or [middle]
    return Piece(piece, held[0], held[-1])


def _is_rest(run: Run) -> bool:
    """A few rows that are mostly figures."""
    texts = [piece.line.text for row in run.lines for piece in row if len(row) > 2]
    figures = [text for text in texts if FIGURE.fullmatch(text)]
    return run.width >= 3 and len(figures) >= 2 and len(figures) >= 0.5 * len(texts)


def _is_table(run: Run) -> bool:
    """Three columns with figures among them, or with words that begin below one another; or two
    of which the second holds figures. What numbers rows or points is no figure."""
    if len(run.lines) < 3:
        return False
    alone = [
        [p.line for row in run.lines for p in row if p.first == p.last == c]
        for c in range(run.width)
    ]
    shares = [_share_of_figures(held) for held in alone]
    filled = min(map(len, alone))
    if run.width == 2:
        return shares[1] >= 0.6 and len(alone[1]) >= 3
    told = any(s >= 0.5 and len(held) >= 2 for s, held in zip(shares[1:], alone[1:], strict=True))
    return (told and filled >= 1) or (filled >= 2 and len(run.lines) >= 6 and _is_of_words(run))


def _share_of_figures(held: Sequence[Line]) -> float:
    texts = [line.text for line in held]
    figures = [t for t in texts if FIGURE.fullmatch(t) and not LISTED.fullmatch(t)]
    return len(figures) / max(len(texts), 1)


def _is_of_words(run: Run) -> bool:
    """Do the words of each column begin at one place? Those of a sentence set wide do not."""
    for column in range(run.width):
        lefts = [p.line.box.x0 for row in run.lines for p in row if p.first == p.last == column]
        usual = median(lefts) if lefts else 0.0
        level = [x for x in lefts if abs(x - usual) < LEVEL]
        if len(level) < ALIGNED * len(lefts):
            return False
    return True
