"""Achievements of what is better the less of it there is: T/R, or (2T - R)/T."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.intake.relations.basis.figure_grid import Row, value
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed

THOUSANDS = 3
STEPS = 2
"""A quotient cut off, of figures that were rounded, may miss by so many units of its last digit."""


def figures(row: Row, parts: Sequence[str]) -> tuple[Fraction, Fraction]:
    """What was reached and what was wanted, by the two columns of a share."""
    part, whole = (value(row[name]) for name in parts)
    return part, whole


def ways(row: Row, parts: Sequence[str]) -> tuple[Fraction, Fraction]:
    """The achievements by the two formulas of which less is better; neither figure may be 0."""
    part, whole = figures(row, parts)
    return 100 * whole / part, 100 * (2 * whole - part) / whole


def is_less_better(row: Row, column: str, parts: Sequence[str]) -> bool:
    """Does a row print what one of the two formulas gives?"""
    if not all(figures(row, parts)):
        return False
    shown = row[column]
    # Three digits behind the mark may be thousands: 120 times as good is 12.000 or 12,000 percent.
    scales = (1, 1000) if shown.decimals == THOUSANDS else (1,)
    loose = STEPS * shown.step if not _is_padded(shown) else Fraction(1, 2)
    return any(
        abs(value(shown) * scale - way) <= loose * scale
        for way in ways(row, parts)
        for scale in scales
    )


def _is_padded(shown: Printed) -> bool:
    """Is it a whole number with zeros behind its mark: 202,00 for 202,02?"""
    return shown.decimals > 0 and value(shown).denominator == 1
