"""Spots of ink on the picture of a page that are as large as words: where something is printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
    boxes = (tuple(COARSE * edge for edge in box) for box in joined(small))
    found = [(left, top, right, bottom) for left, top, right, bottom in boxes]
    sized = (box for box in found if LEAST_HIGH <= box[3] - box[1] <= MOST_HIGH)
    return [box for box in sized if box[2] - box[0] <= MOST_WIDE and _is_wide(dark, box)]


def _is_wide(dark: NDArray[np.bool_], box: tuple[int, ...]) -> bool:
    """Is the ink itself wider than the rest of a rule?"""
    left, top, right, bottom = box
    columns = np.flatnonzero(dark[top:bottom, left:right].any(axis=0))
    return bool(len(columns)) and int(columns[-1] - columns[0]) >= LEAST_WIDE


def joined(marked: NDArray[np.bool_]) -> list[list[int]]:
    """The boxes (left, top, right, bottom) of what hangs together."""
    boxes: dict[int, list[int]] = {}
    parent: list[int] = []
    above: list[tuple[int, int, int]] = []
    for y in range(marked.shape[0]):
        here = []
        for start, end in runs_of(marked[y]):
            number = len(parent)
            parent.append(number)
            boxes[number] = [start, y, end, y + 1]
            for first, last, other in above:
                if first < end and start < last:
                    _unite(boxes, parent, _top(parent, other), _top(parent, number))
            here.append((start, end, number))
        above = here
    return list(boxes.values())


def runs_of(row: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Where marks follow one another without a gap."""
    edges = np.flatnonzero(np.diff(np.pad(row.astype(np.int8), 1)))
    yield from ((int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True))


def _top(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _unite(boxes: dict[int, list[int]], parent: list[int], one: int, other: int) -> None:
    if one == other:
        return
    parent[other] = one
    a, b = boxes[one], boxes.pop(other)
    boxes[one] = [min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])]
