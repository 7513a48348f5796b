"""The slip that turned the right figure into the printed one, where a common one fits.

A slip is a name for a repair, never a reason to prefer it: it is looked for after the repairs are
known, forward from each possible right figure to the print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from math import ceil, floor

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.printed import step

ONE_WRONG = "satu digit salah: {digit}, seharusnya {other}"
ZEROS = {1: "satu nol", 2: "dua nol", 3: "tiga nol", 6: "enam nol"}


@dataclass(frozen=True)
class Slip:
    """What happened to the figure, in words for the report, and the figure that was meant."""

    words: str
    meant: Fraction


def find_slip(
    printed: Fraction, decimals: int, meant: Interval, neighbours: Iterable[tuple[str, Fraction]]
) -> Slip | None:
    """The first slip that turns a figure within `meant` into `printed`; None where none fits.

    `neighbours` are figures that may have been taken by mistake, each with what it is called.

    >>> find_slip(Fraction(16568, 100), 2, Interval(Fraction(164), Fraction(165)), []).words
    'satu digit salah: 5, seharusnya 4'
    """
    for slip in chain(_scaled(printed), _neighbours(printed, meant, neighbours)):
        is_printable = (slip.meant / step(decimals)).denominator == 1
        if slip.meant != printed and is_printable and meant.contains(slip.meant):
            return slip
    return _typed(printed, decimals, meant)


def _scaled(printed: Fraction) -> Iterator[Slip]:
    for power, words in ZEROS.items():
        yield Slip(worded("kelebihan {words}", words=worded(words)), printed / 10**power)
        yield Slip(worded("kurang {words}", words=worded(words)), printed * 10**power)


def _neighbours(
    printed: Fraction, meant: Interval, neighbours: Iterable[tuple[str, Fraction]]
) -> Iterator[Slip]:
    """The print is the figure of a neighbour; what was meant is then known only as the interval."""
    for name, value in neighbours:
        if value == printed and meant.low == meant.high:
            yield Slip(worded("tercetak angka {name}", name=name), Fraction(meant.low))
        if meant.low == meant.high == value:
            yield Slip(worded("sama dengan {name}", name=name), value)


def _typed(printed: Fraction, decimals: int, meant: Interval) -> Slip | None:
    """The slip of the fingers that turns the only such figure within `meant` into the print."""
    unit = step(decimals)
    units = printed / unit
    if units.denominator != 1 or not meant.is_bounded:
        return None
    sign = -1 if printed < 0 else 1
    # Compared as whole units: hundreds of edits are tried for each figure.
    low, high = ceil(Fraction(meant.low) / unit), floor(Fraction(meant.high) / unit)
    found: dict[int, tuple[str, dict[str, str]]] = {}
    for digits, words, facts in _edits(str(abs(units.numerator))):
        if digits and low <= (number := sign * int(digits)) <= high and number != units:
            found.setdefault(number, (words, facts))
            if len(found) > 1:
                return None  # which of them was meant nobody can tell
    for number, (words, facts) in found.items():
        return Slip(worded(words, **facts), number * unit)
    if printed and low <= -units <= high:
        return Slip(worded("tanda minus salah"), -printed)
    return None


def _edits(digits: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each edit with its words and what they name: worded only where one fits."""
    for i, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and (i or other != "0"):
                facts = {"digit": digit, "other": other}
                yield digits[:i] + other + digits[i + 1 :], ONE_WRONG, facts
    for i in range(len(digits) - 1):
        swapped = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
        yield swapped, "dua digit tertukar: {digits}", {"digits": digits[i : i + 2]}
    for i, digit in enumerate(digits):
        doubled = digit in digits[max(0, i - 1) : i] + digits[i + 1 : i + 2]
        words = "digit {digit} tercetak dua kali" if doubled else "digit {digit} berlebih"
        yield digits[:i] + digits[i + 1 :], words, {"digit": digit}
    for i in range(len(digits) + 1):
        for other in "0123456789":
            yield digits[:i] + other + digits[i:], "digit {other} hilang", {"other": other}
