"""A table from its rules: the areas between drawn lines, however many rows and columns each spans.

An open side is closed where the lines of the rows end; two uprights of which no row has both are
one, drawn a little apart; and what is not closed into a rectangle stays in its smallest cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.intake.pdf.contents.ink import Stroke
from lkjip_analysis.intake.pdf.ruled.drawn_lines import NEAR, Rules, drawn, moved_to, positions

OPEN = 12.0
"""Lines that reach this far beyond the last upright leave the table open on that side."""
APART = 14.0
"""Uprights so close, of which no row has both, are one that was drawn row by row and not straight:
no column is narrower than a letter with its space."""
MOST_CELLS = 60_000
"""Graph paper and maps have more; a table on one page never."""


@dataclass(frozen=True)
class Area:
    """A cell: from row `top` to before `bottom`, from column `left` to before `right`."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True)
class Lattice:
    """The rows and columns of a ruled table, by their edges, and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    areas: tuple[Area, ...]
    torn: float = 0.0
    """The part of its smallest cells that lie in no rectangle."""

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def box_of(self, area: Area) -> Box:
        return Box(self.xs[area.left], self.ys[area.top], self.xs[area.right], self.ys[area.bottom])


def lattice_of(rules: Rules) -> Lattice | None:
    """The table that lines make, or nothing where they enclose fewer than two cells."""
    down = [*rules.down, *_open_sides(rules)]
    xs, down = _aligned(down)
    drawn_ys = positions(line.at for line in rules.across)
    ys = _closed(drawn_ys, down)
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > MOST_CELLS:
        return None
    across = [*moved_to(drawn_ys, rules.across), *_caps(ys, xs)]
    areas, torn = _areas(xs, ys, across, down)
    share = torn / ((len(xs) - 1) * (len(ys) - 1))
    return Lattice(tuple(xs), tuple(ys), tuple(areas), share) if len(areas) > 1 else None


def _open_sides(rules: Rules) -> list[Stroke]:
    """Uprights at the ends of lines that reach beyond the last drawn one."""
    first, last = min(d.at for d in rules.down), max(d.at for d in rules.down)
    made = []
    for beyond, at in (
        ([a for a in rules.across if first - a.start > OPEN], min(a.start for a in rules.across)),
        ([a for a in rules.across if a.end - last > OPEN], max(a.end for a in rules.across)),
    ):
        if len(beyond) >= 2:
            ends = [a.at for a in beyond]
            made.append(Stroke(False, at, min(ends), max(ends)))
    return made


def _closed(ys: list[float], down: Sequence[Stroke]) -> list[float]:
    """The rows, with the ends of uprights that reach beyond the last line across."""
    first, last = min(d.start for d in down), max(d.end for d in down)
    ys = [first, *ys] if ys and ys[0] - first > OPEN else ys
    return [*ys, last] if ys and last - ys[-1] > OPEN else ys


def _caps(ys: Sequence[float], xs: Sequence[float]) -> list[Stroke]:
    return [Stroke(True, y, xs[0], xs[-1]) for y in (ys[0], ys[-1])]


def _aligned(down: Sequence[Stroke]) -> tuple[list[float], list[Stroke]]:
    """The columns' edges; uprights a little apart that no row has both of are moved together."""
    xs = positions(line.at for line in down)
    down = moved_to(xs, down)
    groups: list[list[float]] = []
    for x in xs:
        if groups and x - groups[-1][-1] < APART and _never_both(groups[-1], x, down):
            groups[-1].append(x)
        else:
            groups.append([x])
    edges = [
        group[0] if i == 0 else group[-1] if i == len(groups) - 1 else sum(group) / len(group)
        for i, group in enumerate(groups)
    ]
    edge_of = {x: edge for group, edge in zip(groups, edges, strict=True) for x in group}
    return edges, [replace(line, at=edge_of[line.at]) for line in down]


def _never_both(group: Sequence[float], x: float, down: Sequence[Stroke]) -> bool:
    mine = [line for line in down if abs(line.at - x) <= NEAR]
    theirs = [line for line in down if any(abs(line.at - at) <= NEAR for at in group)]
    both = any(min(a.end, b.end) - max(a.start, b.start) > NEAR for a in mine for b in theirs)
    return not both


def _areas(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Stroke], down: Sequence[Stroke]
) -> tuple[list[Area], int]:
    rows, columns = len(ys) - 1, len(xs) - 1
    by_x = [[d for d in down if abs(d.at - x) <= NEAR] for x in xs]
    by_y = [[a for a in across if abs(a.at - y) <= NEAR] for y in ys]
    wall = [
        [drawn(by_x[c + 1], xs[c + 1], ys[r], ys[r + 1]) for c in range(columns - 1)]
        for r in range(rows)
    ]
    floor = [
        [drawn(by_y[r + 1], ys[r + 1], xs[c], xs[c + 1]) for c in range(columns)]
        for r in range(rows - 1)
    ]
    areas: list[Area] = []
    torn = 0
    seen: set[tuple[int, int]] = set()
    for r in range(rows):
        for c in range(columns):
            if (r, c) not in seen:
                cells = _spread(r, c, rows, columns, wall, floor)
                seen |= cells
                made = _rectangles(cells, wall)
                torn += len(cells) if len(made) > 1 else 0
                areas += made
    return sorted(areas, key=lambda area: (area.top, area.left)), torn


def _spread(
    r: int,
    c: int,
    rows: int,
    columns: int,
    wall: Sequence[Sequence[bool]],
    floor: Sequence[Sequence[bool]],
) -> set[tuple[int, int]]:
    """All smallest cells that no line parts from this one."""
    found, waiting = {(r, c)}, [(r, c)]
    while waiting:
        i, j = waiting.pop()
        for a, b, shut in (
            (i, j + 1, j + 1 >= columns or wall[i][j]),
            (i, j - 1, j < 1 or wall[i][j - 1]),
            (i + 1, j, i + 1 >= rows or floor[i][j]),
            (i - 1, j, i < 1 or floor[i - 1][j]),
        ):
            if not shut and (a, b) not in found:
                found.add((a, b))
                waiting.append((a, b))
    return found


def _rectangles(cells: set[tuple[int, int]], wall: Sequence[Sequence[bool]]) -> list[Area]:
    top, bottom = min(r for r, _ in cells), max(r for r, _ in cells) + 1
    left, right = min(c for _, c in cells), max(c for _, c in cells) + 1
    if len(cells) == (bottom - top) * (right - left):
        return [Area(top, bottom, left, right)]
    areas = []
    for r in range(top, bottom):
        run: list[int] = []
        for c in [c for i, c in sorted(cells) if i == r]:
            if run and (c != run[-1] + 1 or wall[r][c - 1]):
                areas.append(Area(r, r + 1, run[0], run[-1] + 1))
                run = []
            run.append(c)
        areas.append(Area(r, r + 1, run[0], run[-1] + 1))
    return areas
