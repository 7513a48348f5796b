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


def scaled_differences(
    names: Sequence[str], scaled: Mapping[str, str], texts: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """Which of the columns `names` print the difference of two scaled ones: name and word."""
    for name in names:
        for one, other in permutations(scaled, 2):
            if scaled[one] == scaled[other] and _differs(texts, name, one, other):
                yield name, scaled[one]
                break


def _differs(texts: Mapping[str, Sequence[str]], name: str, one: str, other: str) -> bool:
    columns = [list(map(read_or_none, texts.get(c, ()))) for c in (name, one, other)]
    rows = [told for told in zip(*columns, strict=False) if _is_full(told)]
    kept = sum(_is_difference(*told) for told in rows)
    return kept >= LEAST and kept >= MOST * len(rows)


def _is_full(told: Sequence[Printed | None]) -> bool:
    return all(figure is not None and figure.value is not None for figure in told)


def _is_difference(shown: Printed | None, one: Printed | None, other: Printed | None) -> bool:
    """Does a figure that says something print the difference of two others as they are printed?"""
    assert shown and one and other
    gap = Fraction(one.value or 0) - Fraction(other.value or 0)
    return bool(shown.value) and abs(Fraction(shown.value or 0) - gap) <= shown.step
