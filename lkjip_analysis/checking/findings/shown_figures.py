"""A reckoned figure as a reader takes it: in the decimals and thousands of its column."""

from __future__ import annotations

import re
from dataclasses import replace
from math import ceil, floor

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import ANYTHING, Interval, Number
from lkjip_analysis.numbers.printed import SCALE_WORDS, step
from lkjip_analysis.numbers.written import alike, number
from lkjip_analysis.report.schema import Column
from lkjip_analysis.report.tables import Cell

RATIO = re.compile(r"1\s*:\s*\d")


def in_print(value: Number, cell: Cell, more: int = 0) -> str:
    """A value as the column of `cell` prints its own: its decimals, marks and thousands."""
    power = SCALE_WORDS.get(cell.column.dalam, 0)
    places = max(cell.decimals + power, 0) + more
    return number(Fraction(value) / 10**power, places, style=cell.column.gaya)


def around(interval: Interval, cell: Cell) -> str:
    """An interval as a reader of `cell` takes it: its two ends, one figure where they print alike.

    Never its middle, which is no figure that anybody reckoned.
    """
    low, high = interval.low, interval.high
    if not interval.is_bounded:
        if interval == ANYTHING:
            return worded("apa pun")
        power = SCALE_WORDS.get(cell.column.dalam, 0)
        is_least = low != -high and high == ANYTHING.high
        end = number(Fraction(low if is_least else high) / 10**power)
        least, most = "paling sedikit {end}", "paling banyak {end}"
        return worded(least if is_least else most, end=end)
    return between(interval, cell, _telling(cell, low, high))


def between(interval: Interval, cell: Cell, more: int = 0, sign: str | None = None) -> str:
    """A bounded interval in the print of `cell`, each of its ends behind a `sign`.

    Where none is told, that of a ratio: 1:17,5. What a ratio misses is no ratio.
    """
    if sign is None:
        sign = "1:" if RATIO.match(cell.text.strip()) else ""
    low, high = (f"{sign}{in_print(end, cell, more)}" for end in (interval.low, interval.high))
    return low if low == high else worded("antara {low} dan {high}", low=low, high=high)


def in_rupiah(text: str, column: Column) -> str:
    """An amount in the print of its column, with what it counts: Rp1.250, 21.130,00 juta rupiah."""
    if not column.dalam:
        return text if "Rp" in text else f"Rp{text}"
    if any(word in text.casefold() for word in SCALE_WORDS):
        return text
    word = worded(column.dalam)
    return f"{text} {word}" if "Rp" in text else f"{text} {word} rupiah"


def reckoned_print(value: Fraction, cell: Cell) -> str:
    """A figure that a relation reckons, with so many decimals that it is told from the print."""
    return in_print(value, cell, _telling(cell, value))


def is_span(interval: Interval, cell: Cell) -> bool:
    """Is it wider than the print of a cell, so that its ends are worth telling?"""
    return interval.is_bounded and interval.high - interval.low > 4 * _last_digit(cell)


def holds_several(interval: Interval, cell: Cell) -> bool:
    """Does it hold more than one figure that the column of a cell could print?"""
    if not interval.is_bounded:
        return True
    unit = _last_digit(cell)
    return floor(Fraction(interval.high) / unit) > ceil(Fraction(interval.low) / unit)


def _last_digit(cell: Cell) -> Fraction:
    """What one more in the last digit of a cell comes to."""
    return step(cell.decimals if cell.column.dalam else max(cell.decimals, 0))


def _telling(cell: Cell, *values: Number) -> int:
    """So many decimals more than the print has tell these values from it: 14,8 from a 15."""
    places = (
        more
        for more in range(7)
        if all(in_print(v, cell, more) != in_print(cell.point, cell, more) for v in values)
    )
    return next(places, 0)


def new_text(cell: Cell, prints: Interval, meant: Fraction | None) -> str | None:
    """The print that a repair proposes: the one that is reckoned, or that a slip points at.

    None where only an interval is known: its middle is no figure that anybody meant.
    """
    if cell.printed is None:
        return None
    if meant is None and prints.is_bounded and prints.low == prints.high:
        meant = Fraction(prints.low)
    if meant is None:
        return None
    is_finer = (meant / cell.printed.step).denominator != 1 and cell.decimals > 0
    return alike(replace(cell.printed, decimals=cell.decimals) if is_finer else cell.printed, meant)


def is_vague(prints: Interval) -> bool:
    """Does a repair leave so much open that any slip would fit it by chance?"""
    if not prints.is_bounded:
        return True
    middle = abs(Fraction(prints.low) + Fraction(prints.high)) / 2
    return 2 * (Fraction(prints.high) - Fraction(prints.low)) >= max(middle, Fraction(2))
