"""What is worked out of a report or of its verification, kept with it for whoever asks again.

The pages of a report ask for the same dozens of times. A report never changes, and one that is
read again is another: what was worked out goes with what it was worked out of.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Of = TypeVar("Of")
Made = TypeVar("Made")


def once_for_each(work: Callable[[Of], Made]) -> Callable[[Of], Made]:
    """A function of a frozen object that works once for each of them, and gives the same again."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(of: Of) -> Made:
        known = vars(of)  # where `cached_property` keeps its own
        if name not in known:
            known[name] = work(of)
        made: Made = known[name]
        return made

    return kept
