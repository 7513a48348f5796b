"""Means of other figures than those of the rows above: of means, or of what no table prints."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, near, whole_of
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed

UNLIKE = 10
"""Figures of one kind that are averaged are rarely so many times as large as one another."""
SLIPS = tuple(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))


def is_mean_of(printed: Printed, means: Sequence[Printed]) -> bool:
    """Is a figure the mean of means, which may be of different numbers of rows?"""
    if len(means) < 2:
        return False
    return near(printed, whole_of(means) / len(means), means)


def is_of_other_figures(printed: Fraction, parts: Sequence[Fraction]) -> bool:
    """Are the parts unlike one another, and the mean far from all of them? A lost mark is a slip.

    "Rata-rata capaian 81,93" below rates of 0,15, 8,49 and 1,5 is the mean of achievements that
    the table does not print: that it is not the mean of those rates is no error.

    >>> is_of_other_figures(Fraction(82), [Fraction(1), Fraction(8), Fraction(30)])
    True
    >>> is_of_other_figures(Fraction(980), [Fraction(97), Fraction(98), Fraction(99)])
    False
    """
    sizes = [abs(part) for part in parts]
    small, large = min(sizes, default=Fraction(0)), max(sizes, default=Fraction(0))
    if large < UNLIKE * small or small / 2 <= abs(printed) <= 2 * large:
        return False
    mean = sum(parts, Fraction(0)) / len(parts)
    return not any(abs(printed - mean * slip) <= abs(mean * slip) / 100 for slip in SLIPS)


def counts_otherwise(grid: Grid, key: str, column: str, parts: Sequence[str]) -> bool:
    """Is it the mean of all rows, a dash among them being a zero; or may it be that of groups,
    which rows head that print nothing but the mean of the group?"""
    told = [grid.rows[k] for k in parts if column in grid.rows[k]]
    if 0 < sum(len(row) == 1 for row in told) < len(told):
        return True
    figures = [row[column] for row in told]
    count = len(figures) + len(grid.dashes(column) & {*parts})
    return near(grid.sums[key][column], whole_of(figures) / count, figures)
