"""A row that calls itself a total and is the sum of none of its columns: may it be meant for one?

Its rows may be other ones, or not all of them were read: then every column falls short alike. It
is a total with errors where each column comes near to its sum and the columns tell why they fail:
a row that the total leaves out or counts twice, a slip of the fingers, or one column that is too
much beside another that is too little.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, near, value, whole_of
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed
from lkjip_analysis.numbers.slips import is_slip, turned

CLOSE = Fraction(1, 5)
"""A total without another sign of its error is no further from its sum."""
FAR = Fraction(3, 2)
"""None is so many times its sum, or its sum of it."""
TELLING = 10_000
"""What explains a figure of so many units of its last digit does so by no accident."""
SLIP = "slip"
SHIFTS = tuple(Fraction(1000) ** power for power in (-1, 1))
"""A figure among others was written in thousands, or not."""


def is_meant_as_total(grid: Grid, key: str, summed: Mapping[str, Sequence[str]]) -> bool:
    """Is a row, none of whose columns is the sum of its rows, a total with errors?"""
    held = {c: rows for c, rows in summed.items() if not grid.column(c).is_percent}
    if len(held) < 2 or not all(_is_about(grid, key, c, rows) for c, rows in held.items()):
        return False
    over = [value(grid.sums[key][c]) > _sum(grid, c, rows) for c, rows in held.items()]
    if any(over) and not all(over) and all(_is_close(grid, key, c, held[c]) for c in held):
        return True
    whys = {c: frozenset(_explained(grid, key, c, rows)) for c, rows in held.items()}
    if frozenset.intersection(*whys.values()) - {SLIP}:
        return True
    told = [c for c, why in whys.items() if why and _is_telling(grid.sums[key][c])]
    return len(told) > len(held) / 2


def _sum(grid: Grid, column: str, rows: Sequence[str]) -> Fraction:
    return whole_of(grid.printed(rows, column))


def _is_about(grid: Grid, key: str, column: str, rows: Sequence[str]) -> bool:
    shown, whole = value(grid.sums[key][column]), _sum(grid, column, rows)
    is_near = shown < FAR * whole and whole < FAR * shown
    return is_near or bool(next(_explained(grid, key, column, rows), ""))


def _is_close(grid: Grid, key: str, column: str, rows: Sequence[str]) -> bool:
    whole = _sum(grid, column, rows)
    return abs(value(grid.sums[key][column]) - whole) <= CLOSE * whole


def _is_telling(shown: Printed) -> bool:
    return abs(value(shown)) >= TELLING * shown.step


def _explained(grid: Grid, key: str, column: str, rows: Sequence[str]) -> Iterator[str]:
    """What one act makes the total of a column: a row left out, or counted twice, by its name;
    or a slip in the total or in one of its figures."""
    shown, whole = grid.sums[key][column], _sum(grid, column, rows)
    over = value(shown) - whole
    parts = [grid.rows[row][column] for row in rows]
    for row, part in zip(rows, parts, strict=True):
        if value(part) and near(shown, whole - value(part), parts):
            yield f"- {row}"
        if value(part) and near(shown, whole + value(part), parts):
            yield f"+ {row}"
    if is_slip(shown, whole) or any(_mends(part, over, shown) for part in parts):
        yield SLIP


def _mends(part: Printed, over: Fraction, shown: Printed) -> bool:
    """Would two digits of one figure put right, or its thousands, make up for what a total has
    more? One digit wrong explains too much: among many figures one ends in any digit."""
    right = value(part) + over
    shifted = (abs(value(part) * shift - right) for shift in SHIFTS)
    is_shifted = bool(value(part)) and any(off <= shown.step for off in shifted)
    return is_shifted or right in turned(part)
