"""What belongs together: values by what they share, in the order in which they came."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, Protocol, TypeVar


class Ordered(Protocol):
    """What has a place in an order, and can be a key."""

    def __lt__(self, other: Any, /) -> bool: ...
    def __hash__(self) -> int: ...


Key = TypeVar("Key")
Value = TypeVar("Value")
One = TypeVar("One", bound=Ordered)


def grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    """The values of each key, both in their order.

    >>> grouped([("a", 1), ("b", 2), ("a", 3)])
    {'a': [1, 3], 'b': [2]}
    """
    found: dict[Key, list[Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


class Marks(Generic[One]):
    """Groups that grow together, each marked by the first of its members.

    >>> marks = Marks[int]()
    >>> marks.join(3, 2), marks.join(5, 3), [marks.of(one) for one in (2, 3, 4, 5)]
    (None, None, [2, 2, 4, 2])
    """

    def __init__(self) -> None:
        self._parent: dict[One, One] = {}

    def of(self, one: One) -> One:
        """What all members of its group have in common."""
        parent = self._parent
        while (above := parent.get(one, one)) != one:
            parent[one] = parent.get(above, above)  # halves the way for whoever asks next
            one = above
        return one

    def join(self, one: One, other: One) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        if first != second:
            self._parent[second] = first
