"""The drawn lines of a page: pieces joined, and which of them make up one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.intake.pdf.contents.ink import Stroke

NEAR = 3.0
"""Lines closer than this are one; ends that miss by less meet."""
SHORTEST = 5.0
"""Shorter strokes are underlined letters and the sides of boxes to tick."""
MOST = 4000
"""The most lines of a page that are taken for rules; maps and drawings have more."""


@dataclass(frozen=True)
class Rules:
    """Lines that touch one another: those across and those down."""

    across: tuple[Stroke, ...]
    down: tuple[Stroke, ...]

    @property
    def is_grid(self) -> bool:
        return len(self.across) >= 2 and len(self.down) >= 2


def rules_of(strokes: Iterable[Stroke]) -> tuple[list[Rules], list[Stroke]]:
    """The groups of crossing lines of a page, and the lines across that cross none."""
    across = _long([stroke for stroke in strokes if stroke.across])
    down = _long([stroke for stroke in strokes if not stroke.across])
    if len(across) + len(down) > MOST:
        return [], []
    groups = _groups(across, down)
    lone = [g.across[0] for g in groups if not g.down and g.across]
    return [g for g in groups if g.across and g.down], lone


def _long(strokes: Sequence[Stroke]) -> list[Stroke]:
    """The lines of one way that are long enough to part cells."""
    return [line for line in _joined(strokes) if line.end - line.start >= SHORTEST]


def _joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Pieces of one line joined; lines closer than NEAR to one another count as one."""
    clusters: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda stroke: stroke.at):
        if clusters and stroke.at - clusters[-1][0].at <= NEAR:
            clusters[-1].append(stroke)
        else:
            clusters.append([stroke])
    return [line for cluster in clusters for line in _runs(cluster)]


def _runs(cluster: Sequence[Stroke]) -> list[Stroke]:
    longest = max(cluster, key=lambda stroke: stroke.end - stroke.start)
    runs: list[list[float]] = []
    for stroke in sorted(cluster, key=lambda stroke: stroke.start):
        if runs and stroke.start - runs[-1][1] <= NEAR:
            runs[-1][1] = max(runs[-1][1], stroke.end)
        else:
            runs.append([stroke.start, stroke.end])
    return [Stroke(longest.across, longest.at, start, end) for start, end in runs]


def _groups(across: Sequence[Stroke], down: Sequence[Stroke]) -> list[Rules]:
    owner = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while owner[i] != i:
            owner[i] = owner[owner[i]]
            i = owner[i]
        return i

    for i, line in enumerate(across):
        for j, post in enumerate(down, len(across)):
            if _meet(line, post):
                owner[root(i)] = root(j)
    found: dict[int, tuple[list[Stroke], list[Stroke]]] = defaultdict(lambda: ([], []))
    for i, stroke in enumerate([*across, *down]):
        found[root(i)][0 if stroke.across else 1].append(stroke)
    return [Rules(tuple(a), tuple(d)) for a, d in found.values()]


def _meet(across: Stroke, down: Stroke) -> bool:
    return (
        across.start - NEAR <= down.at <= across.end + NEAR
        and down.start - NEAR <= across.at <= down.end + NEAR
    )


def positions(values: Iterable[float]) -> list[float]:
    """The values with those closer than NEAR taken together, in order."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def moved_to(places: Sequence[float], lines: Iterable[Stroke]) -> list[Stroke]:
    """Each line at the position closest to it: those of a slanted rule lie far from its middle."""
    return [replace(line, at=places[closest(places, line.at)]) for line in lines]


def drawn(lines: Iterable[Stroke], at: float, start: float, end: float) -> bool:
    """Is there a line near `at` over most of the way from start to end?"""
    held = sum(
        max(0.0, min(line.end, end) - max(line.start, start))
        for line in lines
        if abs(line.at - at) <= NEAR
    )
    return held >= 0.6 * (end - start)


def closest(values: Sequence[float], value: float) -> int:
    """The number of the position nearest to `value`."""
    return min(range(len(values)), key=lambda i: abs(values[i] - value))
