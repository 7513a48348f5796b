"""Means of other figures than those of the rows above: of means, or of what no table prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, near, value, whole_of
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed

UNLIKE = 10
"""Figures of one kind that are averaged are rarely so many times as large as one another."""
SLIPS = tuple(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))
CAPS = 100, 120
"""Limits up to which achievements are counted in a mean."""


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


def mean_of_means(grid: Grid, key: str) -> Iterator[FoundRelation]:
    """A last row that is the mean of the means of groups in one of its columns, in the others too
    that print each of them: 103,50 below 97,40, 100 and 109,60 where the year before it holds.

    A column in which it is the mean of all rows, or of achievements cut off, says nothing.
    """
    means = [k for k in grid.order[: grid.order.index(key)] if k in grid.sums]
    shown = grid.sums[key]
    told = {c: [grid.sums[k][c] for k in means] for c in grid.named()
            if c in shown and all(c in grid.sums[k] for k in means)}  # fmt: skip
    kept = [c for c, parts in told.items() if is_mean_of(shown[c], parts)]
    if not any(len({*map(value, told[c])}) > 1 for c in kept):
        return
    for column in told:
        if column in kept or not _is_another_mean(grid, shown[column], column, told[column]):
            yield FoundRelation(
                f"rerata_{grid.name}_{key}_{column}",
                "rerata",
                {"hasil": grid.cell(key, column), "bagian": grid.cells(means, column)},
                "baris jumlah",
                len(kept),
                len(told),
                0.0,
                worded(
                    "{label}: baris ini {said} {count} baris",
                    label=grid.label,
                    said=worded("disebut rata-rata"),
                    count=len(means),
                ),
                frozenset((column,)),
            )


def _is_another_mean(grid: Grid, printed: Printed, column: str, means: Sequence[Printed]) -> bool:
    """Is a figure the mean of all rows, or of rows or means that count no more than a limit?"""
    rows = [row[column] for row in grid.rows.values() if column in row]
    capped = (
        (sum((min(value(p), Fraction(cap)) for p in parts), Fraction(0)) / len(parts), parts)
        for parts in (rows, means)
        for cap in CAPS
    )
    every = (whole_of(rows) / len(rows), rows) if rows else (Fraction(0), means)
    return any(near(printed, mean, parts) for mean, parts in (*capped, every) if parts)
