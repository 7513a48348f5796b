"""The last row of a table that prints one figure and no name: the mean of its column.

Its place and its figure alone say so: it lies hardly off the mean of the rows above, and is not the
mean of the means of goals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.intake.tables.printed_rows import Row
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed, read_or_none

LEAST = 4
"""So many rows a mean is of."""
HARDLY = Fraction(1, 500)
"""It is off by at most so much of itself: another figure of the table seldom lies so near."""


def with_unnamed_mean(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, the last marked as their mean where it is a lone figure that tells so."""
    if len(rows) <= LEAST:
        return rows
    *before, last = rows
    filled = [column for column, text in enumerate(last.texts) if text]
    parts = [row for row in before if not (row.spans or row.is_summary)]
    if len(filled) != 1 or len(parts) < len(before) or not _is_mean(last, parts, filled[0]):
        return rows
    return (*before, replace(last, mean=True))


def _is_mean(last: Row, parts: Sequence[Row], column: int) -> bool:
    shown = _figure(last.texts[column])
    told = [_figure(row.texts[column]) for row in parts]
    figures = [value for figure in told if figure and (value := figure.value) is not None]
    if shown is None or shown.value is None or shown.decimals <= 0 or len(figures) < LEAST:
        return False
    mean = sum(figures, Fraction(0)) / len(figures)
    within = min(figures) < shown.value < max(figures)
    near = abs(shown.value - mean) <= HARDLY * abs(mean)
    means = _means_of_groups(parts, column)
    return within and near and all(abs(shown.value - other) > shown.step for other in means)


def _means_of_groups(parts: Sequence[Row], column: int) -> Iterator[Fraction]:
    """The mean of the means of goals, by each column of words whose cells reach over rows."""
    for words in range(column):
        groups: list[list[Fraction]] = []
        for row in parts:
            figure = _figure(row.texts[column])
            if row.texts[words] or not groups:
                groups.append([])
            if figure and figure.value is not None:
                groups[-1].append(figure.value)
        sizes = {len(group) for group in groups}
        if len(sizes - {0}) > 1 and 1 < len(groups) < len(parts):
            means = [sum(group, Fraction(0)) / len(group) for group in groups if group]
            yield sum(means, Fraction(0)) / len(means)


def _figure(text: str) -> Printed | None:
    figure = read_or_none(text)
    return None if figure is None or figure.off_style else figure
