"""A column behind one measure in two years ("Realisasi 2022", "Realisasi 2023"): their difference.

Headed as growth, achievement or nothing, such a column is often what was gained in points. A row
that prints growth or a share instead means that, and is held to no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, Row, value
from lkjip_analysis.intake.relations.basis.measures import measure_of
from lkjip_analysis.intake.relations.columns.guesses import Guess, difference, shares


def changes(grid: Grid, result: str) -> Iterator[Guess]:
    """The change between the two columns right before it, if they are years of one measure."""
    columns = grid.named()
    before = columns[: columns.index(result)][-2:]
    if len(before) < 2 or not _are_two_years(grid, *before):
        return
    told = list(shares(grid, result))
    is_signed = any(value(row[result]) < 0 for row in grid.rows.values() if result in row)
    for earlier, later in (before, before[::-1]):
        others = [other for other in told if other.parts == (later, earlier)]
        guess = difference(result, later, earlier)
        back = difference(result, earlier, later)

        def applies(
            row: Row,
            guess: Guess = guess,
            back: Guess = back,
            others: Sequence[Guess] = tuple(others),
        ) -> bool:
            is_other = any(other.applies(row) and other.holds(row) for other in others)
            is_turned = back.holds(row)  # near 100 the wrong sign is also growth told backwards
            return guess.holds(row) or (is_signed if is_turned else not is_other)

        yield replace(guess, applies=applies)


def _are_two_years(grid: Grid, one: str, other: str) -> bool:
    first, second = (
        measure_of(column.head, "", column.is_percent, year=0)
        for column in (grid.column(one), grid.column(other))
    )
    years = {first.year, second.year}
    is_same = first.word == second.word and first.stages == second.stages
    return bool(first.word) and is_same and len(years) == 2 and all(years)
