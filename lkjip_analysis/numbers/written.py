"""From an exact value back to text, as a report prints it or another program reads it."""

from __future__ import annotations

import re
from decimal import Decimal

from lkjip_analysis.numbers.exact import Fraction, exact
from lkjip_analysis.numbers.interval import Number
from lkjip_analysis.numbers.number_words import spoken
from lkjip_analysis.numbers.printed import (
    DECIMAL_MARK,
    GROUP_MARK,
    SEN,
    SHAPE,
    Printed,
    Style,
    step,
)

_SIGNS = re.compile(r"[-–—−+(]\s*")

KEPT = 12
"""So many decimals are kept of a fraction that has no end."""

_MINUS = re.compile(r"[-–—−(]")


def half_up(value: Fraction, decimals: int) -> Fraction:
    """`value` rounded half-up (away from zero) as it would be printed.

    >>> half_up(Fraction(90625, 1000), 2), half_up(Fraction(-5, 1000), 2)
    (Fraction(9063, 100), Fraction(-1, 100))
    """
    unit = step(decimals)  # in whole numbers: a report is verified by thousands of these
    above, below = abs(value.numerator) * unit.denominator, value.denominator * unit.numerator
    units = (2 * above + below) // (2 * below)
    return (units if value >= 0 else -units) * unit


def number(
    value: Number, decimals: int | None = None, grouped: bool = True, style: Style = "indonesia"
) -> str:
    """`value` as text of a style, rounded half-up; `decimals` None prints as it is, at most six.

    >>> number(Fraction(157640821100, 100)), number(Fraction(16468, 100), 2)
    ('1.576.408.211', '164,68')
    """
    scaled = _scaled(value)
    places = 6 if decimals is None else max(decimals, 0)
    above = 10 ** max(KEPT - places, 0)
    units = (abs(scaled) * 10 ** max(places - KEPT, 0) + above // 2) // above
    whole, part = divmod(units, 10**places)
    behind = f"{part:0{places}d}" if places else ""
    if decimals is None:
        behind = behind.rstrip("0")
    before = f"{whole:,}" if grouped else str(whole)
    if style == "titik" and len(behind) != SEN:  # 1.234 has no decimals there
        style = "indonesia"
    before = before.replace(",", GROUP_MARK[style])
    sign = "-" if scaled < 0 else ""
    return f"{sign}{before}{DECIMAL_MARK[style]}{behind}" if behind else f"{sign}{before}"


def at_most(value: Number, decimals: int) -> str:
    """`value` rounded half-up to so many decimals, without the zeros at its end.

    `round` rounds to even: 22.458,5 million would be 22,458 in one place and 22,459 in another.
    What is rounded to nothing has no minus.

    >>> at_most(22.4585, 3), at_most(21.7, 3), at_most(1200, 2), at_most(0.125, 2)
    ('22,459', '21,7', '1.200', '0,13')
    >>> at_most(-0.125, 2), at_most(-0.001, 2)
    ('-0,13', '0')
    """
    text = number(half_up(meant(value), decimals), decimals)
    mark = DECIMAL_MARK["indonesia"]
    return text.rstrip("0").rstrip(mark) if mark in text else text


def _scaled(value: Number) -> int:
    """`value` in units of its last digit, rounded to even."""
    told = exact(value)
    units, rest = divmod(told.numerator * 10**KEPT, told.denominator)
    return int(units) if not rest else round(told * 10**KEPT)


def decimal(value: Number) -> Decimal:
    """`value` as a decimal, exact where it has at most KEPT decimals, else rounded there."""
    scaled = _scaled(value)
    return (Decimal(scaled) / 10**KEPT).normalize() if scaled else Decimal(0)


def meant(value: Number) -> Fraction:
    """The exact number that a float stands for, to twelve digits.

    >>> meant(74.99999999999999)
    Fraction(75, 1)
    """
    return Fraction(decimal(value))


def plain(value: Number) -> str:
    """`value` as a plain decimal string for JSON and certificates: no grouping, point.

    >>> plain(Fraction(16468, 100))
    '164.68'
    """
    return format(decimal(value), "f")


def alike(original: Printed, value: Fraction) -> str:
    """`value` printed the way `original` is: currency, unit, number of decimals, column's style.

    >>> from lkjip_analysis.numbers.printed import read
    >>> alike(read("Rp 30.000,00"), Fraction(30_000_000))
    'Rp 30.000.000,00'
    >>> alike(read("(Rp 5)"), Fraction(3)), alike(read("+5"), Fraction(-3))
    ('Rp 3', '-3')
    """
    if not original.core:
        return number(value, style=original.style)
    decimals = max(original.decimals + original.power, 0)
    core = number(abs(value) / 10**original.power, decimals, style=original.style)
    before, after = _around(original)
    if (value < 0) != bool(_MINUS.search(before)):
        before, after = _SIGNS.sub("", before), after.replace(")", "")
        core = f"-{core}" if value < 0 else core
    return before + core + after


def _around(original: Printed) -> tuple[str, str]:
    """What stands before and behind the digits; words that say the old number are dropped."""
    text = " ".join(original.text.split())
    shape = SHAPE.fullmatch(text)
    if shape is None:
        before, _, after = text.rpartition(original.core)
        return before, after
    after = text[shape.end("core") :]
    words = re.match(r"\s*\(([^)]*)\)", after)
    spelled = words is not None and spoken(words[1]) is not None
    kept = after[words.end() :] if words and spelled else after
    return text[: shape.start("core")], kept
