"""Two tables that stand directly on one another: their columns share no inner edge."""

from __future__ import annotations

from itertools import pairwise

from lkjip_analysis.intake.pdf.contents.ink import Stroke
from lkjip_analysis.intake.pdf.ruled.drawn_lines import NEAR, Rules
from lkjip_analysis.intake.pdf.ruled.lattice import Lattice


def parts(lattice: Lattice, rules: Rules) -> list[Rules]:
    """The rules of each table of a stack; those of a single table as they are."""
    cuts = [lattice.ys[row] for row in range(1, len(lattice.ys) - 1) if _parted(lattice, row)]
    if not cuts:
        return [rules]
    return [
        _between(rules, top, bottom)
        for top, bottom in pairwise([lattice.ys[0], *cuts, lattice.ys[-1]])
    ]


def _parted(lattice: Lattice, row: int) -> bool:
    if any(area.top < row < area.bottom for area in lattice.areas):
        return False
    above, below = _inner(lattice, row - 1), _inner(lattice, row)
    return len(above) >= 2 and len(below) >= 2 and not above & below


def _inner(lattice: Lattice, row: int) -> set[int]:
    """The edges of columns inside the table that a row has."""
    held = [area for area in lattice.areas if area.top <= row < area.bottom]
    edges = {area.left for area in held} | {area.right for area in held}
    return edges - {0, len(lattice.xs) - 1}


def _between(rules: Rules, top: float, bottom: float) -> Rules:
    across = [a for a in rules.across if top - NEAR <= a.at <= bottom + NEAR]
    down = [
        Stroke(False, line.at, max(line.start, top), min(line.end, bottom))
        for line in rules.down
        if min(line.end, bottom) - max(line.start, top) > NEAR
    ]
    return Rules(tuple(across), tuple(down))
