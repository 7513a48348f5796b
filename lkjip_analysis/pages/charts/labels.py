"""Where the labels of points may stand so that they cover neither one another nor the lines.

Everything is in points (1/72 inch) from the lower left corner of the axes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product
from typing import NamedTuple

from matplotlib.axes import Axes

LETTER, LINE = 5.0, 11.5
"""How wide a letter and how high a line of nine-point text is, at most."""

MARK, THIN = 4.5, 2.0
"""Half the width of a mark, and of a piece of a line."""

ROOM = (180.0, 95.0)
"""What the axis leaves of a chart over the years for points and labels, in points."""

HIDDEN = 6
"""How much worse it is to hide something than to reach out of the axes."""

ROUNDS = 3

STEPS = 24


class Spot(NamedTuple):
    """Where a label stands beside its point: the way to it, and which of its sides is there."""

    right: float
    up: float
    ha: str
    va: str


class Box(NamedTuple):
    """What a label, a mark or a piece of a line covers."""

    left: float
    low: float
    right: float
    high: float

    def shared(self, other: Box) -> float:
        """The area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.high, other.high) - max(self.low, other.low)
        return max(wide, 0.0) * max(high, 0.0)


Place = tuple[float, float]
SPOTS = (
    Spot(0, 8, "center", "bottom"),
    Spot(0, -8, "center", "top"),
    Spot(9, 0, "left", "center"),
    Spot(-9, 0, "right", "center"),
    Spot(-6, 8, "left", "bottom"),
    Spot(6, 8, "right", "bottom"),
    Spot(-6, -8, "left", "top"),
    Spot(6, -8, "right", "top"),
    Spot(0, 19, "center", "bottom"),
    Spot(6, 19, "right", "bottom"),
)
"""The places beside a point, the usual ones first."""
FAR, AWAY = 12, 60
"""From so many points away a label may be read as that of another point: it costs so much."""


def in_points(axes: Axes, at: Place) -> Place:
    """A point of the data as it stands within the axes."""
    ends = (axes.get_xlim(), axes.get_ylim())
    shares = ((value - low) / (high - low) for value, (low, high) in zip(at, ends, strict=True))
    x, y = (share * room for share, room in zip(shares, ROOM, strict=True))
    return x, y


def spots(
    told: Sequence[tuple[Place, str]], marks: Iterable[Place], lines: Iterable[Place], size: Place
) -> list[Spot]:
    """For each point with its text a place, so that together they cover least.

    `marks` are all points, `lines` what lies on the lines between them.
    """
    drawn = [
        Box(x - half, y - half, x + half, y + half)
        for places, half in ((marks, MARK), (lines, THIN))
        for x, y in places
    ]
    boxes = [[_box(place, text, spot) for spot in SPOTS] for place, text in told]
    unusual = [place + (AWAY if spot.up > FAR else 0) for place, spot in enumerate(SPOTS)]
    alone = [
        [_cost(box, drawn, size) + less for box, less in zip(row, unusual, strict=True)]
        for row in boxes
    ]
    chosen = [row.index(min(row)) for row in alone]
    for _ in range(ROUNDS):
        for first, second in combinations(range(len(told)), 2):
            if boxes[first][chosen[first]].shared(boxes[second][chosen[second]]):
                chosen = _best_pair(first, second, chosen, boxes, alone)
    return [SPOTS[place] for place in chosen]


def _best_pair(
    first: int,
    second: int,
    chosen: list[int],
    boxes: Sequence[Sequence[Box]],
    alone: Sequence[Sequence[float]],
) -> list[int]:
    """The same choice with the best places for two labels, the others left where they are."""
    others = [boxes[i][place] for i, place in enumerate(chosen) if i not in (first, second)]

    def cost(pair: tuple[int, ...]) -> float:
        mine = [boxes[i][place] for i, place in zip((first, second), pair, strict=True)]
        covered = sum(box.shared(other) for box in mine for other in others)
        own = alone[first][pair[0]] + alone[second][pair[1]]
        return round(own + HIDDEN * (covered + mine[0].shared(mine[1])), 6)

    best = min(product(range(len(SPOTS)), repeat=2), key=cost)
    moved = dict(zip((first, second), best, strict=True))
    return [moved.get(i, place) for i, place in enumerate(chosen)]


def between(first: Place, last: Place) -> list[Place]:
    """Places on the line from one point to another."""
    parts = [step / STEPS for step in range(STEPS + 1)]
    (left, low), (right, high) = first, last
    return [(left + (right - left) * part, low + (high - low) * part) for part in parts]


def _box(place: Place, text: str, spot: Spot) -> Box:
    lines = text.split("\n")
    wide, high = LETTER * max(map(len, lines)), LINE * len(lines)
    left = place[0] + spot.right - {"left": 0.0, "center": wide / 2, "right": wide}[spot.ha]
    low = place[1] + spot.up - {"bottom": 0.0, "center": high / 2, "top": high}[spot.va]
    return Box(left, low, left + wide, low + high)


def _cost(box: Box, drawn: Sequence[Box], size: Place) -> float:
    """How much a label hides: marks, lines and the axis below most.

    Beside the axes there is room to be made, above them there is some.
    """
    below = box.shared(Box(box.left, box.low, box.right, 0))
    beside = box.shared(Box(box.left, box.low, 0, box.high))
    beside += box.shared(Box(size[0], box.low, box.right, box.high))
    hidden = sum(box.shared(other) for other in drawn)
    return HIDDEN * (hidden + below) + beside
