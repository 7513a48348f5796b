"""Rows of a table without rules that a page break cuts: what begins the next page ends them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import Piece
from lkjip_analysis.intake.pdf.lines_of_text.lines import Line
from lkjip_analysis.intake.pdf.lines_of_text.wrapping import is_cut
from lkjip_analysis.intake.pdf.without_rules.columns_without_rules import Run
from lkjip_analysis.intake.pdf.without_rules.rows_without_rules import Band, tells
from lkjip_analysis.numbers.grouping import grouped

NUMBERED = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})[.)]")
"""A row of its own begins so."""


def is_cut_row(last: Band, first: Band, run: Run, parts: Sequence[Sequence[Band]]) -> bool:
    """Does the first row of a page end the last row of the page before?

    It prints words below words in fewer columns than rows do, and no figure of its own; and every
    row of the table prints a figure, or the words go on with those before the break.
    """
    above = _lines(last)
    words = {column: lines[0] for column, lines in _lines(first).items()}
    if NUMBERED.match(first[0].line.text) or not words.keys() <= above.keys():
        return False
    if any(tells(p) and not is_cut(above[p.first][-1], p.line, p.line.box) for p in first):
        return False
    rows = [row for part in parts for row in part if row is not first]
    if _heads_again(first, run) or len(words) >= median(len(_lines(row)) for row in rows):
        return False
    return all(map(_has_figure, rows)) or any(
        line.text[0].islower() or _had_no_room(above[column][-1], line, column, run)
        for column, line in words.items()
    )


def _lines(row: Band) -> dict[int, list[Line]]:
    """The lines of each column, from top to bottom."""
    downwards = sorted(row, key=lambda piece: piece.line.base)
    return grouped((piece.first, piece.line) for piece in downwards)


def _heads_again(row: Band, run: Run) -> bool:
    texts = [piece.line.text for piece in run.lines[0]]
    return [piece.line.text for piece in row[: len(texts)]] == texts


def _has_figure(row: Sequence[Piece]) -> bool:
    return any(tells(piece) for piece in row if piece.first)


def _had_no_room(line: Line, following: Line, column: int, run: Run) -> bool:
    """Could the first word of the next line not have stood on this one?

    A column of single words does not tell.
    """
    alone = [p.line for row in run.lines for p in row if p.first == p.last == column]
    widest = max((one.box.width for one in alone if " " in one.text), default=0.0)
    word = following.text.split()[0]
    letter = following.box.width / len(following.text)
    return bool(widest) and line.box.width + (len(word) + 0.5) * letter > widest
