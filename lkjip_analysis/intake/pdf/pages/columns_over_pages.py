"""Tables without rules that go on over pages: their columns found from the lines of all pages.

A few lines before a break leave other gaps free than the many after it. Where the lines at the
foot of a page and those at the head of the next make one table together, each part is read in
the columns of the whole; what parts belong together is decided where tables are joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.intake.pdf.lines_of_text.cells import PageTable
from lkjip_analysis.intake.pdf.lines_of_text.lines import Line
from lkjip_analysis.intake.pdf.lines_of_text.sheets import sheets_of
from lkjip_analysis.intake.pdf.pages.page import Page
from lkjip_analysis.intake.pdf.without_rules.columns_without_rules import Run
from lkjip_analysis.intake.pdf.without_rules.stretches import (
    pieces_of,
    runs_within,
    stands_in_column,
    stretches,
)
from lkjip_analysis.intake.pdf.without_rules.tables_without_rules import tables_of


@dataclass(frozen=True)
class _Part:
    """The lines of one page that may be part of a table, in pieces."""

    page: int
    pieces: list[list[Line]]
    whole: bool
    """Is it all that the page prints?"""


def with_shared_columns(pages: Sequence[Page]) -> list[Page]:
    """The pages with each table that goes on over a break read in the columns of all its lines."""
    made, i = list(pages), 0
    while i < len(made):
        chain = _chain(made, i)
        if len(chain) > 1:
            made = _read_together(made, chain)
        i += max(len(chain) - 1, 1)
    return made


def _chain(pages: Sequence[Page], first: int) -> list[_Part]:
    """What the foot of a page and the heads of those after it print without prose between."""
    part = _edge(pages, first, -1)
    if part is None or not any(len(row) > 1 for row in part.pieces):
        return []
    chain = [part]
    for number in range(first + 1, len(pages)):
        part = _edge(pages, number, 0)
        if part is None or not _goes_on(chain, part):
            break
        chain.append(part)
        if not part.whole:
            break
    return chain


def _edge(pages: Sequence[Page], number: int, which: int) -> _Part | None:
    """The stretch of lines at the head (0) or the foot (-1) of a page."""
    page = pages[number]
    ruled = [i.box for i in page.items if isinstance(i, PageTable) and i.ruled]
    loose = [line for line in page.loose if _is_kept(line, page)]
    pieces = pieces_of(loose)
    found = stretches(loose)
    if not found or (which == 0 and found[0][0] > 0) or (which and found[-1][1] < len(loose)):
        return None
    start, end = found[which]
    held = pieces[start:end]
    beyond = [b for b in ruled if (b.top < held[0][0].box.top) == (which == 0)]
    return None if beyond else _Part(number, held, end - start == len(loose) and not ruled)


def _is_kept(line: Line, page: Page) -> bool:
    """Is it no running head or foot: those are no longer among what the page holds."""
    x, y = line.box.middle
    return any(item.box.holds(x, y) for item in page.items)


def _goes_on(chain: Sequence[_Part], part: _Part) -> bool:
    """Do the first lines stand in the columns of the part before?"""
    lone = next((i for i, row in enumerate(part.pieces) if len(row) > 1), len(part.pieces))
    rows = [row for before in chain for row in before.pieces if len(row) > 1]
    words = all(stands_in_column(row[0], rows) for row in part.pieces[:lone])
    left = min(row[0].box.x0 for row in rows)
    return words and (lone < len(part.pieces) or all(r[0].box.x0 > left + 9 for r in part.pieces))


def _read_together(pages: Sequence[Page], chain: Sequence[_Part]) -> list[Page]:
    sheets = sheets_of([sheet for part in chain if (sheet := pages[part.page].sheet)])
    rows = [
        [sheets.below(piece, number) for piece in row]
        for number, part in enumerate(chain)
        for row in part.pieces
    ]
    made = list(pages)
    for run in _runs(rows, len(chain[0].pieces)):
        for table in tables_of(run, sheets):
            page = next(p.page for p in chain if pages[p.page].number == table.page)
            made[page] = _with(made[page], table)
    return made


def _runs(rows: list[list[Line]], first: int) -> list[Run]:
    """The tables that the lines of all pages make, if one of them goes over a break."""
    found = runs_within(rows, 0, len(rows), False)
    return [run for _, _, run in found] if any(a < first < b for a, b, _ in found) else []


def _with(page: Page, table: PageTable) -> Page:
    """The page with a table in the place of what was read of its lines."""
    box = table.box
    outside = [i for i in page.items if not (box.top - 1 < i.box.middle[1] < box.bottom + 1)]
    items = sorted([*outside, table], key=lambda item: (item.box.top, item.box.x0))
    return replace(page, items=tuple(items))
