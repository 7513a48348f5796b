"""Whether a print may be another figure, typed with one slip of the fingers."""

from __future__ import annotations

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed


def is_slip(printed: Printed, right: Fraction) -> bool:
    """Do the digits of a print and of what it should be differ by one: typed wrong, dropped,
    doubled, or two that changed places? A figure that is no round number of its last digit's unit
    is compared where its digits end; rounding may move the last.
    """
    if printed.value is None or right <= 0 or printed.value <= 0:
        return False
    scale = 10 ** max(printed.decimals, 0)
    shown = str(int(printed.value * scale))
    scaled = right * scale
    others = {str(int(scaled)), str(int(scaled + Fraction(1, 2)))}
    if printed.decimals <= 0 and _is_round(shown):
        others = {told for told in others if not _is_round(told)}
    return any(one_apart(shown, told) for told in others)


def one_apart(one: str, other: str) -> bool:
    """Do two rows of digits differ by one typed wrong, dropped, doubled, or by two exchanged?

    >>> one_apart("9389", "9839"), one_apart("84", "48"), one_apart("120", "12")
    (True, True, True)
    >>> one_apart("84", "84"), one_apart("1234", "1325")
    (False, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        wrong = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and (
            one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]
        )  # fmt: skip
        return len(wrong) == 1 or swapped
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _is_round(digits: str) -> bool:
    """One digit with zeros behind it is near every other such figure."""
    return len(digits) > 1 and not digits[1:].strip("0")
