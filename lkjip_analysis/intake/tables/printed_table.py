"""A table as its document prints it, its headings and rows told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lkjip_analysis.intake.document.changed_budgets import budget_columns
from lkjip_analysis.intake.document.column_headings import one_heading
from lkjip_analysis.intake.document.note_marks import NOTE_LINE
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.tables.printed_rows import Row


@dataclass(frozen=True)
class Refused:
    """Columns that are not read: why, in words, and how many figures they hold."""

    words: str
    figures: int


@dataclass(frozen=True)
class HeadCell:
    """Where the last line of a heading is printed, and all that stands above it there.

    Columns below one cell share its place. Of a group that is printed over its first column only,
    the heading of the others is told by the cell to the left as well.
    """

    place: str = ""
    path: str = ""


@dataclass(frozen=True)
class PrintedTable:
    """One table of the report. `heads` holds the lines of each column's heading, top first."""

    label: str
    title: str
    part: str
    heads: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    place: int
    notes: tuple[str, ...] = ()
    headless: bool = False
    below: str = ""
    """The first line under the table."""
    is_partial: bool = False
    """Are rows of it hidden and left out, which a total may hold?"""
    head_cells: tuple[HeadCell, ...] = ()
    refused: tuple[Refused, ...] = ()

    @cached_property
    def year(self) -> int | None:
        """The one year that its title says it is about, else its label: the name of a sheet."""
        years = years_in(self.title) or years_in(self.label)
        return next(iter(years)) if len(years) == 1 else None

    @cached_property
    def end(self) -> int:
        """How many rows stand above its notes ("*) sebelum audit"), each alone in its row."""
        noted = (
            sum(map(bool, row.texts)) == 1 and bool(NOTE_LINE.match(row.first)) for row in self.rows
        )
        return max((i for i, is_noted in enumerate(noted, 1) if not is_noted), default=0)

    @cached_property
    def budgets(self) -> Mapping[int, str]:
        """Which columns hold a budget before and after its change, where both are printed."""
        return budget_columns({i: self.heading(i) for i in range(len(self.heads))})

    def heading(self, column: int) -> str:
        return one_heading(self.heads[column])

    def column(self, number: int) -> tuple[str, ...]:
        """The texts of the rows that are neither totals nor headings between rows."""
        return self._columns[number]

    @cached_property
    def _columns(self) -> tuple[tuple[str, ...], ...]:
        plain = [row for row in self.rows if not row.is_summary and not row.spans]
        return tuple(tuple(row.texts[i] for row in plain) for i in range(len(self.heads)))
