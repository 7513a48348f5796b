"""The scale behind a column of categories: the edges that nearly all values beside them keep.

Where nothing prints the scale, the rows do: each class holds the values between two edges, and a
few rows that lie far on the wrong side of an edge are findings. Where no edges part the classes
so well, or several would, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped

ROWS, MEMBERS = 12, 3
"""So many rows, and of each class so many, tell a scale."""
FAILING = Fraction(1, 12)
"""At most so many of the rows may lie in another class than they print."""
ROUNDER = 10
"""A number that is a whole of units so many times wider has a digit less."""
Rated = tuple[Fraction, str]
"""A value and the class printed beside it."""


@dataclass(frozen=True, order=True)
class Edge:
    """Where a class begins: with a value, or just above it."""

    at: Fraction
    is_above: bool = False

    def is_reached(self, value: Fraction) -> bool:
        """Does a value lie in the class above?"""
        return value > self.at or (value == self.at and not self.is_above)


@dataclass(frozen=True)
class Band:
    """A class from its lower edge, to before its upper one; or above the one, up to the other."""

    name: str
    low: Edge | None
    high: Edge | None

    def holds(self, value: Fraction) -> bool:
        """Does a value lie in the class?"""
        return (self.low is None or self.low.is_reached(value)) and (
            self.high is None or not self.high.is_reached(value)
        )


def scale_of(rated: Sequence[Rated]) -> tuple[Band, ...]:
    """The classes with their edges, the lowest first; nothing where the rows tell none."""
    held = grouped((name.strip(), value) for value, name in rated)
    if len(rated) < ROWS or len(held) < 2 or min(map(len, held.values())) < MEMBERS:
        return ()
    order = sorted(held, key=lambda name: median(held[name]))
    edges = [_edge(held, order, place) for place in range(1, len(order))]
    known = [edge for edge in edges if edge is not None]
    if len(known) < len(edges) or any(a >= b for a, b in pairwise(known)):
        return ()
    bands = tuple(
        Band(name, low, high)
        for name, low, high in zip(order, [None, *edges], [*edges, None], strict=True)
    )
    wrong = sum(not _holds(bands, value, name) for value, name in rated)
    return bands if wrong <= FAILING * len(rated) else ()


def _holds(bands: Sequence[Band], value: Fraction, name: str) -> bool:
    return next(band for band in bands if band.name == name.strip()).holds(value)


def _edge(held: Mapping[str, Sequence[Fraction]], order: Sequence[str], place: int) -> Edge | None:
    """The roundest number that best parts the classes below a place from those above it."""
    below = sorted(value for name in order[:place] for value in held[name])
    above = sorted(value for name in order[place:] for value in held[name])
    cuts = sorted({*below, *above})
    missed = {cut: sum(v >= cut for v in below) + sum(v < cut for v in above) for cut in cuts}
    least = min(missed.values())
    best = [cut for cut in cuts if missed[cut] == least]
    if len(best) > 1:
        return None  # a row in between would be judged by chance
    under = max((value for value in cuts if value < best[0]), default=None)
    return Edge(best[0]) if under is None else _roundest(under, best[0])


def _roundest(low: Fraction, high: Fraction) -> Edge:
    """The number above `low`, up to `high`, with the fewest digits.

    Where `low` itself has a digit less, classes part just above it: 100 is good, 100,66 very good.
    """
    for unit in _units():
        if (edge := high // unit * unit) > low:
            own = next((wide for wide in _units() if low % wide == 0), unit)
            return Edge(low, is_above=True) if low and own >= ROUNDER * unit else Edge(edge)
    return Edge(high)


def _units() -> Iterator[Fraction]:
    """What round numbers are whole times of, the widest first."""
    for power in range(3, -4, -1):
        yield Fraction(10) ** power
        yield Fraction(10) ** power / 2
