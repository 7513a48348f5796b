"""Pages laid below one another, as a table that goes on over them is read: where each box lies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from lkjip_analysis.intake.document.printed_places import Box, Place
from lkjip_analysis.intake.pdf.contents.ink import Ink
from lkjip_analysis.intake.pdf.contents.turned_text import as_printed
from lkjip_analysis.intake.pdf.lines_of_text.lines import Line


@dataclass(frozen=True)
class Sheets:
    """The pages, each without its ink, and how far down each one begins, in points."""

    pages: tuple[Ink, ...]
    tops: tuple[float, ...] = (0.0,)

    def number(self, box: Box) -> int:
        """On which of the pages a box lies."""
        return max(bisect_right(self.tops, box.middle[1]) - 1, 0)

    def on_page(self, box: Box) -> Box:
        """The box as it lies on its own page."""
        return _moved(box, -self.tops[self.number(box)])

    def place(self, box: Box) -> Place:
        ink = self.pages[self.number(box)]
        return Place(ink.page, as_printed(self.on_page(box), ink))

    def below(self, line: Line, number: int) -> Line:
        """A line of one of the pages where it lies when all are laid below one another."""
        down = self.tops[number]
        return replace(line, base=line.base + down, box=_moved(line.box, down))


def sheets_of(pages: Sequence[Ink]) -> Sheets:
    tops = accumulate((page.height for page in pages[:-1]), initial=0.0)
    return Sheets(tuple(pages), tuple(tops))


def _moved(box: Box, down: float) -> Box:
    return Box(box.x0, box.top + down, box.x1, box.bottom + down)
