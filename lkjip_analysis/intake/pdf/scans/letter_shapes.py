"""Figures told by the shapes of a page's own letters: a reading that shares nothing with tesseract.

What all readings of a page agree on shows how each digit looks on it. A spot of ink is told where
each shape in it is near to one sign as the page prints it, and clearly further from all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lkjip_analysis.intake.pdf.scans.ink_spots import DARK, Spot, around, joined, runs_of

SIGNS = frozenset("0123456789.,%()-/")
DIGITS = frozenset("0123456789")
SIZE = (16, 24)
"""Each shape is compared in so many points across and down."""
EDGE = 4
"""Around a spot, in points of the picture, for the tail of a comma."""
LEAST_INK = 4
"""A shape of fewer dark points is a speck."""
WIDE, LOW, SLIM = 0.75, 0.42, 0.3
"""A shape this wide, in heights of a digit, is more than a digit; points and commas are lower, and
slimmer than the rings of a percent sign."""
KNOWN = 2
"""A sign is known by so many shapes at least; one of them may have been read wrongly."""
KEPT = 40
NEAR, NEAR_LOW, APART = 0.2, 0.3, 1.4
"""A shape is a sign no further from it than NEAR, for points and commas of few points NEAR_LOW, and
APART times as far from any other."""

Grey = NDArray[np.uint8]
Values = NDArray[np.float32]


@dataclass(frozen=True)
class Shapes:
    """The shapes of each sign of a page."""

    known: dict[str, Values]

    @property
    def all_digits(self) -> bool:
        """A digit that is not known would be taken for the one most like it."""
        return self.known.keys() >= DIGITS

    def told(self, picture: Grey, spot: Spot) -> str:
        """The text of a spot; nothing where one of its shapes is not clearly one sign."""
        shapes = shapes_in(picture, spot)
        signs = [self._sign(shape) for shape in shapes]
        return "".join(signs) if all(signs) else ""

    def _sign(self, shape: Values) -> str:
        far = sorted((_distance(shape, held), sign) for sign, held in self.known.items())
        if not far or (len(far) > 1 and far[1][0] < APART * far[0][0]):
            return ""
        least, sign = far[0]
        return sign if least <= (NEAR_LOW if sign in ".," else NEAR) else ""


def _distance(shape: Values, held: Values) -> float:
    """How far a shape is from the second nearest of a sign: a single one may be wrong."""
    each = np.abs(held - shape)
    far = each[:, :-3].mean(axis=1) + each[:, -3:].sum(axis=1)
    return float(np.partition(far, KNOWN - 1)[KNOWN - 1])


def learned(picture: Grey, told: Iterable[tuple[Spot, str]]) -> Shapes:
    """The shapes of the signs in spots whose text is sure."""
    found: dict[str, list[Values]] = defaultdict(list)
    for spot, text in told:
        if not SIGNS.issuperset(text) or not DIGITS.intersection(text):
            continue
        shapes = shapes_in(picture, spot)
        if len(shapes) == len(text):
            for sign, shape in zip(text, shapes, strict=True):
                found[sign].append(shape)
    enough = {sign: held for sign, held in found.items() if len(held) >= KNOWN}
    return Shapes({sign: np.stack(held[:KEPT]) for sign, held in enough.items()})


def shapes_in(picture: Grey, spot: Spot) -> list[Values]:
    """The shapes of a spot from left to right, parted where a column has no ink, and a comma below
    the digit that reaches over it."""
    left, top, right, bottom = spot
    part = picture[max(top - EDGE, 0) : bottom + EDGE, max(left - EDGE, 0) : right + EDGE]
    dark = part < DARK
    boxes = [
        box
        for start, end in runs_of(np.asarray(dark.any(axis=0)))
        if (box := _box(dark, start, end))
    ]
    if not boxes:
        return []
    parted = [one for box in boxes for one in _without_points(dark, box, _highest(boxes))]
    high = _highest(parted)
    first = min(box[1] for box in parted if box[3] - box[1] == high)
    return [_shape(part, box, first, high) for box in parted]


def _highest(boxes: Iterable[Spot]) -> int:
    return max(bottom - top for _, top, _, bottom in boxes)


def _without_points(dark: NDArray[np.bool_], box: Spot, high: int) -> list[Spot]:
    """A wide shape without the points and commas in its foot, which are shapes of their own."""
    left, top, right, bottom = box
    if right - left < WIDE * high:
        return [box]
    pieces = [(left + x0, top + y0, left + x1, top + y1)
              for x0, y0, x1, y1 in joined(dark[top:bottom, left:right])]  # fmt: skip
    points = [p for p in pieces if p[3] - p[1] < LOW * high and p[2] - p[0] < SLIM * high
              and p[1] - top > high / 2]  # fmt: skip
    rest = [p for p in pieces if p not in points]
    if not points or not rest:
        return [box]
    return sorted([*points, around(rest)])


def _box(dark: NDArray[np.bool_], start: int, end: int) -> Spot | None:
    rows = np.flatnonzero(dark[:, start:end].any(axis=1))
    if int(dark[:, start:end].sum()) < LEAST_INK:
        return None
    return start, int(rows[0]), end, int(rows[-1]) + 1


def _shape(part: Grey, box: Spot, first: int, high: int) -> Values:
    """A shape in points of one size, with its height, its middle and its slimness."""
    left, top, right, bottom = box
    cut: Any = Image.fromarray(255 - part[top:bottom, left:right])
    points = np.asarray(cut.resize(SIZE, Image.Resampling.BILINEAR), dtype=np.float32) / 255
    tall = (bottom - top) / high
    middle = ((top + bottom) / 2 - first) / high
    slim = float(np.log((right - left) / (bottom - top))) / 2
    return np.append(points.ravel(), np.asarray([tall, middle, slim], dtype=np.float32))
