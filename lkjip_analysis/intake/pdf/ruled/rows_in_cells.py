"""Rows of a table that no drawn line parts, as rows of its lattice: where each cell is cut."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lkjip_analysis.intake.document.texts import SMALL
from lkjip_analysis.intake.pdf.lines_of_text.lines import Inside, Line
from lkjip_analysis.intake.pdf.ruled.lattice import Area, Lattice
from lkjip_analysis.numbers.grouping import grouped

Held = Mapping[Area, Inside]
Row = Mapping[Area, Sequence[Line]]
"""The cells of a row of the lattice, each with its lines."""
Cuts = Mapping[Area, Sequence[float]]
"""The heights at which a cell is cut; one that is not named goes on beside all rows."""
MOST_LINES = 300
"""More lines than any page has below one another; beyond, nothing is tried."""


def with_rows(lattice: Lattice, held: Held, cuts_of: Callable[[Row], Cuts]) -> Lattice:
    """The lattice with the cells of each row cut into more rows, as `cuts_of` tells of it."""
    rows = grouped((area.top, area) for area in lattice.areas if area.bottom == area.top + 1)
    cuts: dict[Area, Sequence[float]] = {}
    for areas in rows.values():
        row = {area: held[area].lines if area in held else [] for area in areas}
        if max(map(len, row.values())) <= MOST_LINES:
            cuts.update(cuts_of(row))
    if not any(cuts.values()):
        return lattice
    ys = sorted({*lattice.ys, *(y for heights in cuts.values() for y in heights)})
    areas = [part for area in lattice.areas for part in _placed(lattice, area, ys, cuts)]
    areas.sort(key=lambda area: (area.top, area.left))
    return replace(lattice, ys=tuple(ys), areas=tuple(areas))


def goes_on(line: Line) -> bool:
    """Does a line begin as only the rest of a name does: "dan ...", "(persen)"; not "(a)"?"""
    first = next(iter(line.text.split()), "")
    return first in SMALL or re.match(r"\([^\W\d_]{2}", first) is not None


def _placed(lattice: Lattice, area: Area, ys: Sequence[float], cuts: Cuts) -> Iterator[Area]:
    """An area among more rows, as one area for each of its own parts."""
    heights = (lattice.ys[area.top], *cuts.get(area, ()), lattice.ys[area.bottom])
    for top, bottom in pairwise(bisect_left(ys, height) for height in heights):
        yield replace(area, top=top, bottom=bottom)
