"""Several tables on one sheet, one below the other or side by side: each as a sheet of its own.

Every reader of a sheet parts it here. A sheet is parted only where a second heading is plain: it
stands over figures of its own, below or beside those of the table before, and a title, a blank row
or the usual words of a heading part the two. All else stays one table, and is asked about there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from lkjip_analysis.intake.document.blocks import CAPTION
from lkjip_analysis.intake.document.column_headings import is_numbering
from lkjip_analysis.intake.document.figure_like import is_figure_like
from lkjip_analysis.intake.document.note_marks import NOTE_LINE
from lkjip_analysis.intake.sheets.headings import is_column_title
from lkjip_analysis.intake.sheets.workbook_sheets import Sheet
from lkjip_analysis.numbers.calendar_days import YEAR

WIDEST = 200
"""No table of a report has more columns, and of so many no sheet is parted."""
MOST = 50
"""A sheet is parted at so many places; one with more of them is no sheet of report tables."""
FEWEST_HEADS = 3
"""Fewer words side by side may be a group of rows: II, Urusan Pilihan."""
NEAR = 5
"""Figures stand at most so many rows below the first row of their heading."""


def parts_of(sheets: Iterable[Sheet]) -> list[Sheet]:
    """The sheets of a workbook, one for each table: cells keep their rows and columns."""
    return [part for sheet in sheets for part in _parts(sheet)]


def _parts(sheet: Sheet) -> list[Sheet]:
    if sheet.hidden or len(sheet.columns) > WIDEST:
        return [sheet]
    found = _beside(sheet) or _below(sheet)
    return parts_of(found) if found else [sheet]


def _part(sheet: Sheet, rows: Collection[int], columns: Collection[int]) -> Sheet:
    """The cells of a sheet in these rows and columns."""
    cells = {at: raw for at, raw in sheet.cells.items() if at[0] in rows and at[1] in columns}
    merges = tuple(m for m in sheet.merges if m.top in rows and m.left in columns)
    first = min((at for at in cells if at[0] not in sheet.hidden_rows), default=None)
    part = sheet.place(*first) if first else ""
    return replace(sheet, cells=cells, merges=merges, part=part)


def _with_titles(part: Sheet, titles: Sheet) -> Sheet:
    """A part with the title lines that it shares with the others."""
    cells, merges = {**titles.cells, **part.cells}, (*titles.merges, *part.merges)
    return replace(part, cells=cells, merges=merges)


def _said_once(parts: Sequence[Sheet]) -> list[Sheet]:
    """What is said of the whole sheet is said of its first part."""
    return [*parts[:1], *(replace(part, said=()) for part in parts[1:])]


def _seen(sheet: Sheet) -> list[int]:
    """The rows that are seen and hold something."""
    return sorted(row for row in sheet.filled if row not in sheet.hidden_rows and sheet.filled[row])


# one below the other


def _below(sheet: Sheet) -> list[Sheet]:
    rows = _seen(sheet)
    starts = list(islice(_starts(sheet, rows), MOST + 1))
    if not 0 < len(starts) <= MOST:
        return []
    shared = _part(sheet, shared_title(sheet), sheet.columns)
    spans = [range(top, end) for top, end in pairwise([1, *starts, sheet.last_row + 1])]
    parts = [_part(sheet, span, sheet.columns) for span in spans]
    return _said_once([parts[0], *(_with_titles(part, shared) for part in parts[1:])])


def _starts(sheet: Sheet, rows: Sequence[int]) -> Iterator[int]:
    """The first row, that of its title, of each table but the first."""
    head, has_figures = 0, False
    for at, row in enumerate(rows):
        if head and _is_line_of_figures(sheet, row):
            has_figures = True
        if not _is_head(sheet, rows, at) or (head and not has_figures):
            continue
        if head:
            start = _title_above(sheet, rows, at)
            if not _parts_two(sheet, head, row, start):
                continue
            yield start
        head, has_figures = row, False


def _is_head(sheet: Sheet, rows: Sequence[int], at: int) -> bool:
    """Words in each cell, and figures in some of its columns soon below."""
    places = sheet.filled[rows[at]]
    if len(places) < 2 or not all(map(_is_title, _labels(sheet, rows[at]))):
        return False
    near = [row for row in rows[at + 1 : at + 1 + NEAR] if row <= rows[at] + NEAR]
    return any(_is_line_of_figures(sheet, row) and {*sheet.filled[row]} & {*places} for row in near)


def _is_title(label: str) -> bool:
    return not is_figure_like(label) or _is_year(label)


def _is_year(label: str) -> bool:
    return bool(YEAR.fullmatch(label))


def _labels(sheet: Sheet, row: int) -> list[str]:
    return [sheet.label(row, column) for column in sheet.filled[row]]


def _is_line_of_figures(sheet: Sheet, row: int) -> bool:
    labels = _labels(sheet, row)
    if is_numbering(labels):
        return False  # it numbers the columns of one heading, of which more lines may follow
    if any(map(_is_year, labels)) and all(map(is_column_title, labels)):
        return False  # 2022, 2023, Target, Realisasi: the second line of a heading
    figures = sum(is_figure_like(label) and any(map(str.isdigit, label)) for label in labels)
    return len(labels) > 1 and figures > 0 and not all(map(_is_year, labels[1:]))


def _title_above(sheet: Sheet, rows: Sequence[int], at: int) -> int:
    """The first of the lines above a heading that are its title, no note to the table before."""
    top = at
    while top and len(sheet.filled[rows[top - 1]]) == 1:
        top -= 1
    own = rows[top : at + 1]
    gaps = [row for before, row in pairwise([rows[top - 1], *own]) if row > before + 1]
    own = [row for row in own if not gaps or row >= gaps[-1] or row == rows[at]]
    while len(own) > 1 and NOTE_LINE.match(_labels(sheet, own[0])[0]):
        own = own[1:]
    return own[0]


def _parts_two(sheet: Sheet, head: int, row: int, start: int) -> bool:
    """Is a heading below figures that of another table, no group of rows and no page break?"""
    titles = [_labels(sheet, line)[0] for line in range(start, row) if sheet.filled.get(line)]
    captions = [CAPTION.fullmatch(title) for title in titles]
    if any(caption and caption["again"] for caption in captions):
        return False
    if not titles and _labels(sheet, row) == _labels(sheet, head):
        return False  # the same heading again, on a new page
    if any(captions):
        return True
    usual = sum(map(is_column_title, _labels(sheet, row)))
    is_apart = not sheet.filled.get(start - 1)
    told = bool(titles) + is_apart
    known = (usual >= 2 and usual + told >= 3) or bool(told == 2 and usual)
    return known or (is_apart and _heads_all(sheet, row))


def _heads_all(sheet: Sheet, row: int) -> bool:
    """Has each figure below a heading of its own, as only a table's first line gives?"""
    heads = sheet.filled[row]
    near = (line for line in range(row + 1, row + 1 + NEAR) if sheet.filled.get(line))
    below = next((line for line in near if _is_line_of_figures(sheet, line)), row)
    return len(heads) >= FEWEST_HEADS and {*sheet.filled[below]} <= {*heads}


def shared_title(sheet: Sheet) -> list[int]:
    """The rows of the lines at the very top, a blank row above the title of the first table."""
    lines: list[int] = []
    for row in _seen(sheet):
        if len(sheet.filled[row]) > 1:
            break
        lines.append(row)
    gaps = [at for at, (one, other) in enumerate(pairwise(lines), 1) if other > one + 1]
    return lines[: gaps[0]] if gaps else []


# side by side


def _beside(sheet: Sheet) -> list[Sheet]:
    """The tables left and right of the first blank columns that part two."""
    rows = _seen(sheet)
    columns = sorted({column for row in rows for column in sheet.filled[row]})
    gaps = [(left, right) for left, right in pairwise(columns) if right > left + 1]
    for left, right in gaps[:MOST]:
        over = [m.top for m in sheet.merges if m.left <= left and m.right >= right]
        if any(len(sheet.filled.get(row, ())) > 1 for row in over):
            continue  # a line of the table reaches over the blank columns
        body = [row for row in rows if row > max(over, default=0)]
        sides = [
            _part(sheet, body, [column for column in sheet.columns if (column <= left) == is_left])
            for is_left in (True, False)
        ]
        if _are_two(*sides):
            titles = _part(sheet, over, sheet.columns)
            return _said_once([_with_titles(side, titles) for side in sides])
    return []


def _are_two(left: Sheet, right: Sheet) -> bool:
    """Has each its heading, its names and its figures, and does something say that they are two?"""
    heads = [_first_head(side) for side in (left, right)]
    if not all(heads) or not all(_has_names(side) for side in (left, right)):
        return False
    titled = all(_is_titled(side, head) for side, head in zip((left, right), heads, strict=True))
    first, second = (_labels(side, head) for side, head in zip((left, right), heads, strict=True))
    ends = sorted(_seen(side)[-1] for side in (left, right))
    return titled or first[0].casefold() == second[0].casefold() or ends[0] + 1 < ends[1]


def _first_head(sheet: Sheet) -> int:
    rows = _seen(sheet)
    return next((row for at, row in enumerate(rows) if _is_head(sheet, rows, at)), 0)


def _is_titled(sheet: Sheet, head: int) -> bool:
    """Does a line of its own stand above the heading, at the table's left edge?"""
    above = [row for row in _seen(sheet) if row < head]
    return bool(above) and sheet.filled[above[-1]] == [min(sheet.filled[head])]


def _has_names(sheet: Sheet) -> bool:
    """Does each line of figures begin with a name, perhaps behind its number?"""
    lines = [row for row in _seen(sheet) if _is_line_of_figures(sheet, row)]
    return bool(lines) and all(
        any(not is_figure_like(label) for label in _labels(sheet, row)[:2]) for row in lines
    )
