"""Whether a print may be another figure, typed with one slip of the fingers."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed

FEWEST_ZEROS = 2
"""One zero behind the mark may be what was reckoned; two are what a format writes."""


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


def is_padded(printed: Printed, right: Fraction) -> bool:
    """Is a print the right figure as a whole number, with two zeros or more behind it?

    >>> from lkjip_analysis.numbers.printed import read
    >>> [is_padded(read("94,00"), Fraction(right, 100)) for right in (9362, 9349, 9400)]
    [True, False, False]
    """
    value = printed.value
    if value is None or printed.decimals < FEWEST_ZEROS or value.denominator != 1:
        return False
    return value != right and int(right + Fraction(1, 2)) == value


def slips_of(printed: Printed) -> Iterator[Fraction]:
    """The figures that a print may be, typed with one slip; of a round one no round ones."""
    scale = 10 ** max(printed.decimals, 0)
    digits = str(int(abs(printed.value or 0) * scale))
    is_round = printed.decimals <= 0 and _is_round(digits)
    for told in dict.fromkeys(_typed_otherwise(digits)):
        if told.strip("0") and told[0] != "0" and not (is_round and _is_round(told)):
            yield Fraction(int(told), scale)


def turned(printed: Printed) -> Iterator[Fraction]:
    """The figures that a print is with two neighbouring digits exchanged.

    >>> from lkjip_analysis.numbers.printed import read
    >>> [str(float(value)) for value in turned(read("72,95"))]
    ['27.95', '79.25', '72.59']
    """
    scale = 10 ** max(printed.decimals, 0)
    digits = str(int(abs(printed.value or 0) * scale))
    for i in range(len(digits) - 1):
        told = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
        if told != digits and told[0] != "0":
            yield Fraction(int(told), scale)


def _typed_otherwise(digits: str) -> Iterator[str]:
    """The rows of digits one apart from these, as `one_apart` tells."""
    for i in range(len(digits) + 1):
        before, behind = digits[:i], digits[i:]
        yield before + behind[1:]
        yield before + behind[1:2] + behind[:1] + behind[2:]
        for digit in "0123456789":
            yield before + digit + behind
            yield before + digit + behind[1:]


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
        swapped = (
            len(wrong) == 2
            and wrong[1] == wrong[0] + 1
            and (one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]])
        )
        return len(wrong) == 1 or swapped
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _is_round(digits: str) -> bool:
    """One digit with zeros behind it is near every other such figure."""
    return len(digits) > 1 and not digits[1:].strip("0")
