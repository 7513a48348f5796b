"""Spots of ink on the picture of a page that are as large as words: where something is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lkjip_analysis.numbers.grouping import Marks, grouped

Spot = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""
COARSE, REACH, DARK = 4, 3, 140
"""Points are looked at in squares of so many; letters this many squares apart are of one word."""
LEAST_HIGH, MOST_HIGH, MOST_WIDE, LEAST_WIDE = 16, 64, 420, 8
"""Ink of other sizes, at 300 dpi, is dirt, the rest of a rule, or a picture."""


def spots_of(picture: Any) -> list[Spot]:
    """The spots of ink of a picture whose rules are out, that may be words."""
    dark = np.asarray(picture) < DARK
    high, wide = (size // COARSE * COARSE for size in dark.shape)
    squares = dark[:high, :wide].reshape(high // COARSE, COARSE, wide // COARSE, COARSE)
    small = squares.sum(axis=(1, 3)) >= 2
    for shift in range(1, REACH + 1):
        small[:, shift:] |= small[:, :-shift].copy()
    found = [(COARSE * left, COARSE * top, COARSE * right, COARSE * bottom)
             for left, top, right, bottom in joined(small)]  # fmt: skip
    sized = (box for box in found if LEAST_HIGH <= box[3] - box[1] <= MOST_HIGH)
    return [box for box in sized if box[2] - box[0] <= MOST_WIDE and _is_wide(dark, box)]


def _is_wide(dark: NDArray[np.bool_], box: Spot) -> bool:
    """Is the ink itself wider than the rest of a rule?"""
    left, top, right, bottom = box
    columns = np.flatnonzero(dark[top:bottom, left:right].any(axis=0))
    return bool(len(columns)) and int(columns[-1] - columns[0]) >= LEAST_WIDE


def joined(marked: NDArray[np.bool_]) -> list[Spot]:
    """The boxes (left, top, right, bottom) of what hangs together."""
    boxes: list[Spot] = []
    marks = Marks[int]()
    above: list[tuple[int, int, int]] = []
    for y in range(marked.shape[0]):
        here = []
        for start, end in runs_of(marked[y]):
            number = len(boxes)
            boxes.append((start, y, end, y + 1))
            for first, last, other in above:
                if first < end and start < last:
                    marks.join(other, number)
            here.append((start, end, number))
        above = here
    together = grouped((marks.of(number), box) for number, box in enumerate(boxes)).values()
    return [around(held) for held in together]


def around(boxes: Iterable[Spot]) -> Spot:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def runs_of(row: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Where marks follow one another without a gap."""
    edges = np.flatnonzero(np.diff(np.pad(row.astype(np.int8), 1)))
    yield from ((int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True))
