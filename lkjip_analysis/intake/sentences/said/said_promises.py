"""What a sentence tells as still to come: a target, a plan, a hope."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

PROMISED = re.compile(
    r"\b(?P<word>(?:di)?target\w*|agar|akan|harus|diharapkan)\b|[.;]", re.IGNORECASE
)
"""What makes all that is said behind it a promise, and the stops at which that ends."""


def is_promised(sentence: str, place: int) -> bool:
    """Is what stands at this place of a sentence told as what is to come?"""
    places, promise = _promises(sentence)
    number = bisect_left(places, place)
    return number > 0 and promise[number - 1]


@lru_cache(maxsize=64)
def _promises(sentence: str) -> tuple[list[int], list[bool]]:
    """Where a promise begins or ends, and which of both: looked for once, not for each figure."""
    found = list(PROMISED.finditer(sentence))
    return [match.start() for match in found], [match["word"] is not None for match in found]
