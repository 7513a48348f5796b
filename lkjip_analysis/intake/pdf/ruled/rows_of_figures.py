"""Rows of a ruled table between which no line is drawn across: columns of figures tell them.

Where two columns or more hold the same number of figures one below the other, each is a row. The
rows part where nothing is printed from side to side; where no gap between two figures is clearly
the widest, nobody knows whose the words between them are, and the cells stay as they are drawn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from functools import partial
from itertools import pairwise

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import FIGURE
from lkjip_analysis.intake.pdf.lines_of_text.lines import Line
from lkjip_analysis.intake.pdf.lines_of_text.wrapping import holds_cut
from lkjip_analysis.intake.pdf.ruled.lattice import Lattice
from lkjip_analysis.intake.pdf.ruled.rows_in_cells import Cuts, Held, Row, goes_on, with_rows

FEWEST, ALIKE, ALIKE_OF_TWO = 3, 2, 4
"""So many figures one below the other in so many columns tell rows; two in so many columns."""
MOST = 2 / 3
"""So many of the gaps between figures are clear; rows that the others part are left together."""
OPEN = 0.35
"""Rows lie at least so far apart, in letter sizes; lines of one cell lie closer."""
CLEAR = 0.75
"""The next widest gap between two figures is at most this part of the widest."""


def rows_of_figures(lattice: Lattice, held: Held) -> Lattice:
    """The lattice with the lines between rows drawn that columns of figures show to lack."""
    return with_rows(lattice, held, partial(_cuts, lattice))


def _cuts(lattice: Lattice, row: Row) -> Cuts:
    """Where the cells of a row are to be cut; nowhere where it is one row, or nobody knows."""
    figures = {area: lines for area, lines in row.items()
               if all(FIGURE.fullmatch(line.text.strip()) for line in lines)
               and not holds_cut(lines, lattice.box_of(area))}  # fmt: skip
    rows = _rows(figures.values())
    printed = [line for lines in row.values() for line in lines]
    words = [lines for area, lines in row.items() if area not in figures]
    cuts = [cut for one, other in pairwise(rows)
            if (cut := _between(one, other, printed)) and not _cuts_a_name(cut, words)
            and not any(_cuts_a_figure(cut, lines, lattice.box_of(area))
                        for area, lines in row.items())]  # fmt: skip
    names = {bisect_right(cuts, line.box.middle[1]) for lines in words for line in lines}
    is_sure = len(cuts) >= MOST * (len(rows) - 1) and len(names) == len(cuts) + 1
    return dict.fromkeys(row, cuts) if is_sure else {}


def _cuts_a_name(cut: float, words: Sequence[Sequence[Line]]) -> bool:
    """Is what stands first below it, in a cell, the rest of what stands above?"""
    below = (next((x for x in lines if x.box.middle[1] > cut), None) for lines in words)
    return any(line is not None and goes_on(line) for line in below)


def _cuts_a_figure(cut: float, lines: Sequence[Line], cell: Box) -> bool:
    """Is what stands first below it the rest of the figure that stands last above?"""
    first = bisect_right([line.box.middle[1] for line in lines], cut)
    return holds_cut(lines[max(first - 1, 0) : first + 1], cell)


def _rows(figures: Collection[Sequence[Line]]) -> list[tuple[Line, ...]]:
    """The figures of each row, by the number of them that most columns hold."""
    counted = Counter(len(lines) for lines in figures if len(lines) > 1)
    count, columns = counted.most_common(1)[0] if counted else (0, 0)
    if columns < (ALIKE if count >= FEWEST else ALIKE_OF_TWO):
        return []
    return list(zip(*(lines for lines in figures if len(lines) == count), strict=True))


def _between(one: Sequence[Line], other: Sequence[Line], printed: Sequence[Line]) -> float:
    """The middle of the widest gap between two rows of figures; 0 where none is clearly so."""
    top, bottom = max(line.box.bottom for line in one), min(line.box.top for line in other)
    spans = sorted((line.box.top, line.box.bottom) for line in printed if line.box.bottom > top)
    gaps, reached = [], top
    for y0, y1 in [*spans, (bottom, bottom)]:
        if reached < min(y0, bottom):
            gaps.append((min(y0, bottom) - reached, (min(y0, bottom) + reached) / 2))
        reached = max(reached, y1)
    widest, *others = sorted(gaps, reverse=True) or [(0.0, 0.0)]
    size = max(line.size for line in (*one, *other))
    is_clear = widest[0] >= OPEN * size and all(g <= CLEAR * widest[0] for g, _ in others)
    return widest[1] if is_clear else 0.0
