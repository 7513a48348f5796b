"""Columns of rates: what a row of totals prints there is the rate of the whole, and no sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import permutations

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, value, whole_of
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed

HEADS = re.compile(
    r"\b(?:kepadatan|rasio|rata\W*rata|rerata|laju|indeks|produktivitas|harga)\b"
    r"|\bper\s+(?:kapita|jiwa|orang|km|ha\b|hektar|unit|ekor|[\d.]+\s*(?:kh|penduduk|kelahiran))"
    r"|\b(?:jiwa|orang|org|ton|kg|ku|kwintal|kasus)\s?/\s?[^\W\d]",
    re.IGNORECASE,
)
"""What heads a column of rates."""
FACTORS = tuple(Fraction(10) ** power for power in (0, 2, 3, 4, 5))
"""A rate is told of one, or in so many."""
LEAST, NEAR = 3, 6
"""So many rows tell a rate; it is reckoned from columns no further away."""


def is_rate(grid: Grid, key: str, column: str, rows: Sequence[str]) -> bool:
    """Is what a row of totals prints in this column a rate, by its heading or by its rows?

    A heading alone is believed where the figure lies between those of the rows, as a rate of
    the whole does.
    """
    shown = value(grid.sums[key][column])
    parts = [value(grid.rows[row][column]) for row in rows]
    between = min(parts) <= shown <= max(parts)
    headed = between and bool(HEADS.search(grid.column(column).head))
    return headed or (len(rows) >= LEAST and _is_reckoned(grid, column, rows))


def make_a_whole(parts: Sequence[Printed]) -> bool:
    """Do shares come to 100, which those printed with decimals hardly do by accident?"""
    if len(parts) < LEAST or all(part.decimals <= 0 for part in parts):
        return False
    loose = sum((part.step for part in parts), Fraction(0)) / 2
    return abs(whole_of(parts) - 100) <= loose


def _is_reckoned(grid: Grid, column: str, rows: Sequence[str]) -> bool:
    """Is it, in every row, one of the columns beside it over another that differs by row?"""
    beside = grid.beside(column, [c for c in grid.named() if c != column], NEAR)
    whole = [c for c in beside if all(c in grid.rows[row] for row in rows)]
    told = {c: [value(grid.rows[row][c]) for row in rows] for c in (column, *whole)}
    step = max(grid.rows[row][column].step for row in rows)
    return any(
        _gives(told[column], factor, told[part], told[over], step)
        for part, over in permutations(whole, 2)
        if min(len(set(told[c])) for c in (column, over)) > 1
        for factor in FACTORS
    )


def _gives(
    rates: Sequence[Fraction],
    factor: Fraction,
    parts: Sequence[Fraction],
    wholes: Sequence[Fraction],
    step: Fraction,
) -> bool:
    return all(
        whole and part and abs(rate - factor * part / whole) <= step / 2
        for rate, part, whole in zip(rates, parts, wholes, strict=True)
    )
