"""Numbers that count on by one, and the one of them that repeats the number beside it."""

from __future__ import annotations

from collections.abc import Sequence

FEWEST = 3


def doubled_place(numbers: Sequence[int]) -> int | None:
    """The place of the second of two equal numbers, one of which stands for the one left out; None
    where the others do not count on by one.

    >>> doubled_place([1, 2, 2, 4]), doubled_place([1, 3, 3, 4]), doubled_place([1, 2, 2])
    (2, 2, 2)
    >>> doubled_place([1, 1, 2, 2]), doubled_place([1, 2, 3]), doubled_place([1, 1, 2])
    (None, None, None)
    """
    for place in range(1, len(numbers)):
        if numbers[place] != numbers[place - 1] or len(numbers) < FEWEST:
            continue
        for wrong in (place, place - 1):
            others = [n - i for i, n in enumerate(numbers) if i != wrong]
            if len(set(others)) == 1 and 1 <= others[0] + wrong != numbers[wrong]:
                return place
    return None
