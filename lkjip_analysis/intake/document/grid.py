"""A printed table as a grid, from whatever kind of file: merged cells in their first place, blanks
where they reach to."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis.intake.document.printed_places import Place


@dataclass(frozen=True)
class Slot:
    """One place of the grid. `reach` is how many columns its cell spans, 0 where one reaches
    in from the left; `above` says that its cell began in a row above."""

    text: str
    reach: int = 1
    above: bool = False
    where: tuple[Place, ...] = ()
    """Where the lines of the text are printed, where the document knows its pages."""
    unread: str = ""
    """Why the figure here was not read for sure; nothing where it was."""
    said: tuple[str, ...] = ()
    """What of the cell was left out (hidden, struck out), or decoded, in words."""
    cell: str = ""
    """The cell of a workbook that it was read from: `Anggaran!D6`."""
    rounded: bool = False
    """Does the workbook store more digits of its number than it shows?"""
    code: str | None = None
    """A number as the code of a row, with points; nothing where its zeros are not known."""


@dataclass(frozen=True)
class Grid:
    """The rows of one table; `heads` counts those that are marked as headings, as Word does."""

    rows: tuple[tuple[Slot, ...], ...]
    heads: int
    nested: tuple[tuple[int, Grid], ...] = ()
    """Tables inside cells, with the row in which each stands."""
    notes: tuple[str, ...] = ()
    """What there is to say about the whole: hidden rows left out."""
    is_partial: bool = False
    """Were rows left out, which a total may hold?"""

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)
