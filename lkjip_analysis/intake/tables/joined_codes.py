"""Codes that a table prints in pieces, one level in a column: 5 | 1 | 02 is the code 5.1.02."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.figure_like import is_code
from lkjip_analysis.intake.tables.printed_rows import Row
from lkjip_analysis.intake.tables.printed_table import PrintedTable

PIECE = re.compile(r"(?:\d+|[A-Z]{1,3})(?:\.(?:\d+|[A-Z]{1,3}))*\.?")


def with_joined_codes(table: PrintedTable) -> PrintedTable:
    """The table with neighbouring columns under one heading of codes as one column."""
    coded = next(_runs(table), range(0))
    if len(coded) < 2:
        return table
    rows, above = list[Row](), [""] * len(coded)
    for row in table.rows:
        pieces = [row.texts[i].strip().rstrip(".") for i in coded]
        if any(pieces) and all(PIECE.fullmatch(piece) for piece in pieces if piece):
            above = _with_levels_above(pieces, above)
            row = _as_one(row, coded, _joined(above))
        rows.append(row)
    kept = [i for i in range(len(table.heads)) if i not in coded[1:]]
    heads = tuple(table.heads[i] for i in kept)
    cells = tuple(table.head_cells[i] for i in kept)
    lines = tuple(row.only(kept) for row in rows)
    return replace(table, heads=heads, head_cells=cells, rows=lines)


def _runs(table: PrintedTable) -> Iterator[range]:
    """Neighbouring columns that share a heading of codes."""
    start = 0
    for number in range(1, len(table.heads) + 1):
        if number == len(table.heads) or table.heads[number] != table.heads[start]:
            if is_code(table.heading(start)) and number - start > 1:
                yield range(start, number)
            start = number


def _with_levels_above(pieces: Sequence[str], above: Sequence[str]) -> list[str]:
    """The pieces of a row; levels in front that it does not repeat are those of the row above."""
    first = next(i for i, piece in enumerate(pieces) if piece)
    return [*above[:first], *pieces[first:]]


def _joined(pieces: Sequence[str]) -> str:
    """
    >>> _joined(["5", "1", "02"]), _joined(["5", "5.1", "5.1.02"]), _joined(["5", "", ""])
    ('5.1.02', '5.1.02', '5')
    """
    code = ""
    for piece in filter(None, pieces):
        code = piece if not code or piece.startswith(f"{code}.") else f"{code}.{piece}"
    return code


def _as_one(row: Row, coded: range, code: str) -> Row:
    """The row with its code in the first of the columns; unknown where a piece of it is."""
    known = "" if any(row.codes.get(i) == "" for i in coded) else code
    texts = tuple(code if i == coded.start else text for i, text in enumerate(row.texts))
    return replace(row, texts=texts, codes={**row.codes, coded.start: known})
