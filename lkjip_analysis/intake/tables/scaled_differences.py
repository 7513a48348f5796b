"""Columns that print the difference of two others, and so count in what those count in.

"2023 (juta)", "2024 (juta)", "Naik (Turun)": only the figures tell what the last one counts in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed, read_or_none

LEAST, MOST = 3, Fraction(3, 5)
"""So many rows must print the difference, and so many of those that print all three figures."""
SEEN, TRIED = 200, 400
"""So many rows are looked at, and so many pairs of columns tried for one that has no scale."""

Column = Sequence[Printed | None]


def scaled_differences(
    names: Sequence[str], scaled: Mapping[str, str], texts: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """Which of the columns `names` print the difference of two scaled ones: name and word."""
    pairs = [(a, b) for a, b in permutations(scaled, 2) if scaled[a] == scaled[b]][:TRIED]
    if not pairs:
        return
    told = {c: [read_or_none(t) for t in texts.get(c, ())[:SEEN]] for c in (*names, *scaled)}
    for name in names:
        for one, other in pairs:
            if _differs(told[name], told[one], told[other]):
                yield name, scaled[one]
                break


def _differs(*columns: Column) -> bool:
    rows = [row for row in zip(*columns, strict=False) if _is_full(row)]
    kept = sum(_is_difference(*row) for row in rows)
    return kept >= LEAST and kept >= MOST * len(rows)


def _is_full(told: Column) -> bool:
    return all(figure is not None and figure.value is not None for figure in told)


def _is_difference(shown: Printed | None, one: Printed | None, other: Printed | None) -> bool:
    """Does a figure that says something print the difference of two others as they are printed?"""
    assert shown and one and other
    gap = Fraction(one.value or 0) - Fraction(other.value or 0)
    return bool(shown.value) and abs(Fraction(shown.value or 0) - gap) <= shown.step
