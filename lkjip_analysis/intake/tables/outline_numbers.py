"""Columns that tell which row is part of which: codes by their heading, or 1, 1.1, 1.1.1 below it.

A table of programmes heads such numbers "No" as often as "Kode". They are codes only where the
rows above others print figures of their own: goals numbered 1 above indicators 1.1 are headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.document.figure_like import is_code, is_figure_like
from lkjip_analysis.intake.tables.printed_table import PrintedTable

OUTLINE = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")
FEWEST = 2
"""So many rows at least stand above others."""


def coded_columns(table: PrintedTable) -> list[int]:
    """The columns of codes: those that their headings call so, else the one of an outline."""
    numbers = range(len(table.heads))
    told = [number for number in numbers if is_code(table.heading(number))]
    return told or [number for number in numbers if _numbers_outline(table, number)][:1]


def _numbers_outline(table: PrintedTable, number: int) -> bool:
    """Do the texts of a column number rows in levels, those above others with figures too?"""
    rows = [row for row in table.rows if not row.is_summary and not row.spans]
    texts = [row.codes.get(number) or row.texts[number] for row in rows]
    if not all(map(OUTLINE.fullmatch, texts)):
        return False
    levels = [tuple(map(int, text.rstrip(".").split("."))) for text in texts]
    above = _rows_above(levels)
    return len(above) >= FEWEST and any(
        _figures(rows[row].texts, number) & _figures(rows[row + 1].texts, number) for row in above
    )


def _rows_above(levels: Sequence[tuple[int, ...]]) -> list[int]:
    """The rows right above their first part; none where the numbers are no outline.

    >>> _rows_above([(1,), (1, 1), (1, 2), (2,), (2, 1)])
    [0, 3]
    >>> _rows_above([(1,), (1, 2), (1, 1)]), _rows_above([(1,), (2, 1)])
    ([], [])
    """
    found: list[int] = []
    path: tuple[int, ...] = ()
    for row, level in enumerate(levels):
        if level[:-1] == path:
            found += [row - 1] if path else []
        elif len(level) > len(path) or level[:-1] != path[: len(level) - 1] or level <= path:
            return []
        path = level
    return found


def _figures(texts: Sequence[str], number: int) -> set[int]:
    """The other columns in which a row prints a figure."""
    return {
        place
        for place, text in enumerate(texts)
        if place != number and any(map(str.isdigit, text)) and is_figure_like(text)
    }
