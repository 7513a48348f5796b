"""An attribute that is worked out when it is first asked for, and kept.

`functools.cached_property` does the same; before Python 3.12 it takes a lock for it, which costs
more than most of what is worked out of a figure, thousands of times in one report.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

Kept = TypeVar("Kept")


class _Once(Generic[Kept]):
    def __init__(self, work: Callable[[Any], Kept]) -> None:
        self.work, self.name, self.__doc__ = work, work.__name__, work.__doc__

    def __get__(self, instance: object, owner: type | None = None) -> Kept:
        kept = self.work(instance)
        vars(instance)[self.name] = kept  # from here on this is not asked: it sets nothing
        return kept


if TYPE_CHECKING:
    once = functools.cached_property
else:
    once = _Once
