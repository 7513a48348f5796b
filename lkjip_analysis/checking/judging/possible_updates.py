"""Could a figure have been brought up to date, and what rests on it not reckoned again?

Such a report looks exactly like one misprint. Only what no update does tells them apart: a figure
ten times its size, a digit lost or doubled, a lost minus. One wrong digit or two exchanged are a
round amount more or less, as an update may be: 17.225.835 for 37.225.835 lost twenty million. A
great difference does not tell either: what was hardly begun is paid in full later.
"""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.checking.judging.doubts import POWERS
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Rule
from lkjip_analysis.rules.kinds.kurs import SharedRate

LONG = 1000
"""Of a figure of fewer digits, an update to ten times as much is nothing strange."""

FAR = 2
"""A digit lost or doubled that leaves less than this factor between the two proves nothing."""

TELLING = 4
"""A gap of so many digits before its zeros is no round amount that came in or was moved."""

KEPT = 2
"""Of a rate that is reckoned anew, so many last digits stay as they were by chance alone."""

ODDS = 1000
"""Of so many updates to any figure at all, fewer than one may look like a slip."""

RARE = 100
"""Fewer than one in so many updates to figures of quite another size is a power of ten."""

OTHER_AMOUNT = 100
"""Two columns that state one amount in two currencies never lie so far apart in a row."""

TINY = 10**6
"""Nobody brings a figure up to date by so small a part of it, and by less than one whole."""


def unlike_an_update(
    printed: Fraction,
    decimals: int,
    meant: Interval,
    closely: Interval | None = None,
    signed: bool = True,
) -> bool:
    """Is the way from a figure within `meant` to `printed` one of the fingers alone?

    `closely`: where the closer of two relations wants it, which tells its last digits. `signed`:
    may such a figure be negative? No minus is lost of what never has one.

    >>> unlike_an_update(Fraction(100_000_000), 0, Interval(10_000_000, 10_000_000))
    True
    >>> unlike_an_update(Fraction(190), 0, Interval(150, 150))
    False
    """
    unit = step(decimals)
    if not printed or not meant.is_bounded or meant.contains(0):
        return False
    if printed > 0 > meant.high and not signed:
        return False
    if meant.contains(-printed):
        return True
    low, high = sorted((abs(Fraction(meant.low)), abs(Fraction(meant.high))))
    size = abs(printed)
    if max(size, high) < LONG * unit or low <= size <= high:
        return False
    near = closely or meant
    # The closer relation must agree to the last digit that is printed: a wide one holds a tenth by
    # chance. Where a digit fell off the end, so did what it would have said.
    powers = (Fraction(10) ** power for power in POWERS)
    if any(_is_times(printed, power, meant, near, unit) for power in powers):
        return True
    if _by_round_amount(printed, near, unit):
        return _is_tiny(printed, near, unit)
    is_far = all(max(size, end) >= FAR * min(size, end) for end in (low, high))
    return is_far and _digit_more(printed, near, unit)


def unlike_its_other_currency(
    root: Address, printed: Fraction, meant: Interval, failed: Iterable[Rule]
) -> bool:
    """Is a figure far from what the rate that all other rows share makes of its row's other one?

    Both state the same amount, so that no update parts them so far: no year ever had such a rate.
    """
    ends = (abs(Fraction(end)) for end in (meant.low, meant.high))
    size, shared = abs(printed), [r for r in failed if isinstance(r, SharedRate)]
    is_far = all(min(size, end) * OTHER_AMOUNT <= max(size, end) for end in ends)
    return bool(size) and is_far and any(root in rule.cells for rule in shared)


def fingers_on_a_rate(printed: Fraction, decimals: int, meant: Interval) -> bool:
    """Do two neighbouring digits exchanged, or one wrong before the last two, lead into `meant`?

    An amount may be brought up to date by such a difference. A rate has no round amounts: reckoned
    anew it is such a print of the old one by chance alone. Nor does more than one such way lead on.

    >>> near = Interval(Fraction(295, 100), Fraction(297, 100))
    >>> fingers_on_a_rate(Fraction(269, 100), 2, near)
    True
    >>> fingers_on_a_rate(Fraction(286, 100), 2, near)
    False
    """
    unit = step(decimals)
    digits = str(int(abs(printed) / unit))
    others = {
        digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1)
    }
    others |= {
        digits[:i] + d + digits[i + 1 :] for i in range(len(digits) - KEPT) for d in "0123456789"
    }
    found = [one for one in others - {digits} if meant.contains(int(one) * unit)]
    return printed > 0 and len(found) == 1


def misadded(
    network: Network, root: Address, printed: Fraction, meant: Interval, failed: Iterable[Rule]
) -> bool:
    """Does a sum lack just one of its telling summands, or take in a subtotal or all of them twice?

    One row of its own counted again may as well be one that came to twice as much afterwards.
    """
    if meant.low != meant.high:
        return False
    right = Fraction(meant.low)
    gap, is_less = abs(printed - right), abs(printed) < abs(right)
    sums = [r for r in failed if isinstance(r, Linear) and r.leaves_rest and r.result == root]
    if not sums or not _is_telling(gap):
        return False
    if printed == 2 * right:
        return True
    summands = (
        cell
        for rule in sums
        for cell in rule.cells
        if cell != root and abs(Fraction(network.values.figure(cell).texts.low)) == gap
    )
    return any(is_less or _is_subtotal(network, cell) for cell in summands)


def takes_away(rule: Rule) -> bool:
    """Is its result some figures less others, so that it may be negative?"""
    return isinstance(rule, Linear) and any(
        weight < 0 for cell, weight in rule.weights.items() if cell != rule.result
    )


def _is_subtotal(network: Network, cell: Address) -> bool:
    sums = (rule for rule in network.by_cell[cell] if isinstance(rule, Linear))
    return any(rule.leaves_rest and network.reckoned(rule) == cell for rule in sums)


def _is_telling(gap: Fraction) -> bool:
    return len(str(abs(gap.numerator)).rstrip("0")) >= TELLING


def _is_times(
    printed: Fraction, power: Fraction, meant: Interval, near: Interval, unit: Fraction
) -> bool:
    """Is the print, so many times as large, what both relations want, and not by chance?"""
    other, lost = printed * power, unit * power / 2 if power > 1 else 0
    wide = near.widen(lost)
    if not (meant.widen(lost).contains(other) and wide.contains(other)):
        return False
    grid = unit * min(power, Fraction(1))
    return (Fraction(wide.high) - Fraction(wide.low) + grid) * RARE <= abs(other)


def _by_round_amount(printed: Fraction, meant: Interval, unit: Fraction) -> bool:
    """Does a round amount lead from the print into `meant`?"""
    ends = (int(abs(printed - Fraction(end)) / unit) for end in (meant.low, meant.high))
    low, high = sorted(ends)
    coarse = int(10 ** max(0, len(str(high)) - TELLING + 1))
    return high // coarse * coarse >= low


def _digit_more(printed: Fraction, meant: Interval, unit: Fraction) -> bool:
    """Does one digit more, or one fewer, lead from the print into `meant`, and not by chance?"""
    digits = str(int(abs(printed) / unit))
    low, high = sorted(int(abs(Fraction(end)) / unit) for end in (meant.low, meant.high))
    if len(digits) * (high - low + 1) * ODDS > low:
        return False
    fewer = (digits[:i] + digits[i + 1 :] for i in range(len(digits)))
    more = (digits[:i] + d + digits[i:] for i in range(len(digits) + 1) for d in "0123456789")
    return any(text and low <= int(text) <= high for text in (*fewer, *more))


def _is_tiny(printed: Fraction, meant: Interval, unit: Fraction) -> bool:
    """Is a whole figure printed with decimals, and so little apart that nothing was updated?"""
    if meant.low != meant.high or unit == 1:
        return False
    right = Fraction(meant.low)
    gap = abs(printed - right)
    return right.denominator == 1 and gap < 1 and gap * TINY < abs(right)
