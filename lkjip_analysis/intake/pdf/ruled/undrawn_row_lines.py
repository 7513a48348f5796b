"""Cells of rows between which the line was not drawn: each figure goes to the row it lies in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.intake.pdf.contents.ink import Letter
from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import FIGURE
from lkjip_analysis.intake.pdf.lines_of_text.lines import lines_of
from lkjip_analysis.intake.pdf.ruled.lattice import Area, Lattice

Held = Mapping[Area, Sequence[Letter]]


def parted(lattice: Lattice, held: Held) -> Lattice:
    """The lattice with the lines drawn that figures of several rows in one cell show to lack.

    A cell beside them is parted too where it has text in each of the rows; one that names them
    all together is not.
    """
    lacking = {
        (area.top, area.bottom)
        for area, letters in held.items()
        if _is_figure_a_row(lattice, area, letters)
    }
    if not lacking:
        return lattice
    areas = [part for area in lattice.areas for part in _parts(lattice, area, held, lacking)]
    return replace(lattice, areas=tuple(sorted(areas, key=lambda area: (area.top, area.left))))


def _is_figure_a_row(lattice: Lattice, area: Area, letters: Sequence[Letter]) -> bool:
    if area.bottom - area.top < 2 or area.right - area.left != 1:
        return False
    lines = lines_of(letters)
    rows = [_row(lattice, line.box.middle[1]) for line in lines]
    figures = all(FIGURE.fullmatch(line.text.strip()) for line in lines)
    return figures and rows == list(range(area.top, area.bottom))


def _row(lattice: Lattice, y: float) -> int:
    return bisect_right(lattice.ys, y) - 1


def _parts(
    lattice: Lattice, area: Area, held: Held, lacking: set[tuple[int, int]]
) -> Iterator[Area]:
    rows = range(area.top, area.bottom)
    letters = [x for x in held.get(area, ()) if not x.text.isspace()]
    filled = {_row(lattice, letter.box.middle[1]) for letter in letters}
    if (area.top, area.bottom) not in lacking or not filled >= set(rows):
        yield area
        return
    for row in rows:
        yield replace(area, top=row, bottom=row + 1)
