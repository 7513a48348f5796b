"""Could a figure have been brought up to date, and what rests on it not reckoned again?

Such a report looks exactly like one misprint. Only what no update does tells them apart: a figure
ten times its size, a digit lost or doubled, a lost minus, two digits of a long figure exchanged.
"""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Rule
from lkjip_analysis.rules.values import Values

LONG = 1000
"""Of a figure of fewer digits, an update to ten times as much is nothing strange."""

FAR = 2
"""A digit lost, doubled or wrong that leaves less than this factor between the two proves nothing:
an update by a round amount changes one digit too."""

TELLING = 4
"""One wrong digit tells something in a figure of so many digits before its zeros."""

NEVER = 100
"""No figure is brought up to date by such a factor."""

DIGITS = 6
"""Two digits exchanged tell something where there are so many."""

APART = 2
"""So far apart: 12 for 21 is nine more, as an update by a round amount may be."""

TINY = 10**6
"""Nobody brings a figure up to date by so small a part of it, and by less than one whole."""


def unlike_an_update(
    printed: Fraction, decimals: int, meant: Interval, closely: Interval | None = None
) -> bool:
    """Is the way from a figure within `meant` to `printed` one of the fingers alone?

    `closely`: where the closer of two relations wants it, which tells its last digits.

    >>> unlike_an_update(Fraction(100_000_000), 0, Interval(10_000_000, 10_000_000))
    True
    >>> unlike_an_update(Fraction(190), 0, Interval(150, 150))
    False
    """
    unit = step(decimals)
    if not printed or not meant.is_bounded or meant.contains(0):
        return False
    if meant.contains(-printed):
        return True
    low, high = sorted((abs(Fraction(meant.low)), abs(Fraction(meant.high))))
    least = min(max(abs(printed), end) / min(abs(printed), end) for end in (low, high))
    if max(abs(printed), high) < LONG * unit or low <= abs(printed) <= high:
        return False
    powers = (Fraction(10) ** power for power in (-6, -3, -2, -1, 1, 2, 3, 6))
    if least >= NEVER or any(meant.contains(printed * power) for power in powers):
        return True
    near = closely or meant
    if least >= FAR and (_digit_more(printed, meant, unit) or _one_digit(printed, near, unit)):
        return True
    return _exchanged(printed, near, unit) or _is_tiny(printed, near, unit)


def misadded(
    root: Address, printed: Fraction, meant: Interval, failed: Iterable[Rule], values: Values
) -> bool:
    """Does a sum miss by just one of its telling summands, or take in all of them twice?"""
    if meant.low != meant.high:
        return False
    gap = abs(printed - Fraction(meant.low))
    is_twice = printed == 2 * Fraction(meant.low)
    sums = [r for r in failed if isinstance(r, Linear) and r.leaves_rest and r.result == root]
    return _is_telling(gap) and any(is_twice or gap in _summands(rule, values) for rule in sums)


def _summands(rule: Linear, values: Values) -> set[Fraction]:
    cells = (cell for cell in rule.cells if cell != rule.result)
    return {abs(Fraction(values.figure(cell).texts.low)) for cell in cells}


def _is_telling(gap: Fraction) -> bool:
    return len(str(abs(gap.numerator)).rstrip("0")) >= TELLING


def _digit_more(printed: Fraction, meant: Interval, unit: Fraction) -> bool:
    """Does one digit more, or one fewer, lead from the print into `meant`?"""
    digits = str(int(abs(printed) / unit))
    low, high = sorted(int(abs(Fraction(end)) / unit) for end in (meant.low, meant.high))
    fewer = (digits[:i] + digits[i + 1 :] for i in range(len(digits)))
    more = (digits[:i] + d + digits[i:] for i in range(len(digits) + 1) for d in "0123456789")
    return any(text and low <= int(text) <= high for text in (*fewer, *more))


def _one_digit(printed: Fraction, meant: Interval, unit: Fraction) -> bool:
    """Is one digit of a telling figure another, and the figure known to the digit?"""
    digits = str(int(abs(printed) / unit))
    if meant.low != meant.high or len(digits.rstrip("0")) < TELLING:
        return False
    other = str(int(abs(Fraction(meant.low)) / unit))
    return (
        len(other) == len(digits) and sum(a != b for a, b in zip(digits, other, strict=True)) == 1
    )


def _is_tiny(printed: Fraction, meant: Interval, unit: Fraction) -> bool:
    """Is a whole figure printed with decimals, and so little apart that nothing was updated?"""
    if meant.low != meant.high or unit == 1:
        return False
    right = Fraction(meant.low)
    gap = abs(printed - right)
    return right.denominator == 1 and gap < 1 and gap * TINY < abs(right)


def _exchanged(printed: Fraction, meant: Interval, unit: Fraction) -> bool:
    """Are two digits of a long figure exchanged, and is it known to the digit?"""
    digits = str(int(abs(printed) / unit))
    if meant.low != meant.high or len(digits.rstrip("0")) < DIGITS:
        return False
    for i in range(len(digits) - 1):
        if abs(int(digits[i]) - int(digits[i + 1])) < APART:
            continue
        swapped = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
        if swapped != digits and int(swapped) * unit == abs(Fraction(meant.low)):
            return True
    return False
