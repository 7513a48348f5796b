"""The rows below a heading: as they print, until the table ends; notes below are told, not read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.document.note_marks import NOTE_LINE
from lkjip_analysis.intake.sheets.codes import with_codes
from lkjip_analysis.intake.sheets.recognition import Recognised
from lkjip_analysis.intake.sheets.sheet_cells import Refused
from lkjip_analysis.intake.sheets.sheet_rows import Row
from lkjip_analysis.intake.sheets.sheet_styles import decided, is_figure
from lkjip_analysis.intake.sheets.workbook_sheets import Merge, Sheet
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.printed import Style
from lkjip_analysis.report.row_names import begins_as_total, is_mean_name
from lkjip_analysis.report.schema import Column

COUNTING = re.compile(r"\(?\d+\)?(\s*[=:/x(].*)?")


@dataclass(frozen=True)
class Body:
    """The rows of a table, what below or beside it was not read, and what cannot be read.

    `styles` are the columns that are written in another style than their type's; `notes` say what
    of a cell was left out.
    """

    rows: tuple[Row, ...]
    left: tuple[str, ...]
    problems: tuple[Problem, ...]
    styles: Mapping[str, Style]
    notes: tuple[str, ...]


def read_body(found: Recognised, told: Style | None, apart: Collection[int] = ()) -> Body:
    """Every row below the heading but those `apart`, as printed; `told` is the style that the user
    gives.
    """
    sheet = found.sheet
    filled = sorted({row for row, column in sheet.cells if row > found.bottom})
    rows, below = _split(found, filled, apart)
    problems = [*_hidden(found, rows), *_merged(found, rows)]
    styles = decided(found, rows, told)
    problems += styles.problems
    read = [_row(found, number, styles.of, problems) for number in rows]
    read = with_codes(found, read, problems)
    problems += [_after_the_end(found, row) for row in below if _is_data(found, row)]
    left = [*_beside(found, rows), *(sheet.place(row, _first(sheet, row)) for row in below)]
    notes = tuple(_unread(found, rows))
    return Body(tuple(read), tuple(left), tuple(problems), styles.of, notes)


def _row(
    found: Recognised, number: int, styles: Mapping[str, Style], problems: list[Problem]
) -> Row:
    """One row as it prints; a cell that cannot be read is a problem and blank."""
    texts: dict[str, str] = {}
    for place, name in found.match.columns.items():
        column = found.type.columns[name]
        style = styles.get(name, column.gaya)
        try:
            texts[name] = found.sheet.text(number, place, style, is_figure(column))
        except Refused as refused:
            problems.append(found.sheet.problem(number, place, refused))
            texts[name] = ""
    return Row(number, texts)


def _unread(found: Recognised, rows: list[int]) -> Iterator[str]:
    """What cells of the table show and is left out."""
    for row in rows:
        for place, name in found.match.columns.items():
            figure = is_figure(found.type.columns[name])
            for text in found.sheet.unread(row, place, figure):
                yield f"{found.sheet.place(row, place)}: {text}."


def _split(
    found: Recognised, filled: list[int], apart: Collection[int]
) -> tuple[list[int], list[int]]:
    """The rows of the table, and those below its end."""
    rows: list[int] = []
    again = {row for row in filled if row in apart or _is_heading_again(found, row)}
    filled = [row for row in filled if row not in again]
    for at, number in enumerate(filled):
        last = rows[-1] if rows else number - 1
        gap = number > last + 1 and not any(last < row < number for row in again)
        follows = filled[at + 1] if at + 1 < len(filled) else 0
        between = follows == number + 1 and _is_data(found, follows)
        if rows and (gap or (_is_note(found, number) and not between)):
            return rows, filled[at:]
        if _is_counting(found, number) and not rows:
            continue
        if any((number, place) in found.sheet.cells for place in found.match.columns):
            rows.append(number)
    return rows, []


def _is_heading_again(found: Recognised, row: int) -> bool:
    """Is it the heading once more, as on a new page?"""
    texts = {place: found.sheet.label(row, place) for place in found.match.columns}
    return texts == {place: found.labels[place] for place in texts}


def _is_note(found: Recognised, row: int) -> bool:
    """A line under the table: alone in its row, and it begins like a note or is merged across."""
    places = [place for place in found.match.columns if (row, place) in found.sheet.cells]
    if len(places) != 1:
        return False
    merge = found.sheet.merge_at(row, places[0])
    across = merge is not None and merge.right - merge.left + 1 >= len(found.match.columns)
    return across or bool(NOTE_LINE.match(found.sheet.label(row, places[0])))


def _is_counting(found: Recognised, row: int) -> bool:
    """The line of column numbers that stands under many headings: (1) (2) (3) (4=3/2)."""
    texts = [found.sheet.label(row, place) for place in sorted(found.match.columns)]
    told = [text for text in texts if text]
    heads = [re.sub(r"\D.*", "", text.strip("( ")) for text in told]
    whole = len(told) >= 3 and all(COUNTING.fullmatch(text) for text in told)
    return whole and heads[:3] in (["1", "2", "3"], ["2", "3", "4"])


def _is_data(found: Recognised, row: int) -> bool:
    numbers = [place for place in found.match.columns if _is_number(found, place)]
    told = [p for p in found.match.columns if (row, p) in found.sheet.cells]
    return len(told) > 1 and any(
        re.search(r"\d", found.sheet.label(row, place)) for place in numbers if place in told
    )


def _after_the_end(found: Recognised, row: int) -> Problem:
    place = found.sheet.place(row, _first(found.sheet, row))
    told = "a row with figures below the end of the table"
    remedy = "Remove the blank row or the note above it, or put a second table on its own sheet."
    return Problem(found.sheet.file, told, "one table a sheet, without gaps", remedy, column=place)


def _first(sheet: Sheet, row: int) -> int:
    return sheet.firsts[row]


def _beside(found: Recognised, rows: list[int]) -> Iterator[str]:
    """Cells next to the table, under no heading."""
    inside = set(found.match.columns)
    for row in rows:
        for column in found.sheet.columns:
            if column not in inside and (row, column) in found.sheet.cells:
                yield found.sheet.place(row, column)


def _hidden(found: Recognised, rows: list[int]) -> Iterator[Problem]:
    """What is hidden would be read or lost unseen: the user decides."""
    sheet = found.sheet
    allowed, remedy = "tables that are seen whole", "Unhide it, or delete it if it does not count."
    for row in rows:
        if row in sheet.hidden_rows:
            place = sheet.place(row, min(found.match.columns))
            yield Problem(sheet.file, "a hidden row with data", allowed, remedy, column=place)
    for column in found.match.columns:
        if column in sheet.hidden_columns:
            place = sheet.place(found.bottom, column)
            yield Problem(sheet.file, "a hidden column with data", allowed, remedy, column=place)


def _merged(found: Recognised, rows: list[int]) -> Iterator[Problem]:
    """Merged cells among the rows, other than the texts that the type knows to be merged."""
    sheet, columns = found.sheet, found.match.columns
    for merge in sheet.merges:
        inside = bisect_right(rows, merge.bottom) > bisect_left(rows, merge.top)
        places = [p for p in columns if merge.left <= p <= merge.right]
        if not inside or not places or _is_group(found, merge):
            continue
        told = "merged cells within the table"
        groups = _groups(found) or phrase("no column of this table")
        allowed = phrase("merged cells in {groups}", groups=groups)
        remedy = "Unmerge them and write the text in each row."
        place = sheet.place(merge.top, merge.left)
        yield Problem(sheet.file, told, allowed, remedy, column=place)


def _is_group(found: Recognised, merge: Merge) -> bool:
    """A text for several rows, or a figure for exactly the rows of such a text.

    The label of a total or mean may run over several columns, figures that it has none of too.
    """
    if merge.top == merge.bottom:
        label = found.sheet.label(merge.top, merge.left)
        return (begins_as_total(label) or is_mean_name(label)) and _has_figures(found, merge)
    if merge.left != merge.right:
        return False
    column = _column(found, merge.left)
    if column is None or column.gabungan:
        return True
    return any(
        other.bottom == merge.bottom
        for other in found.sheet.merges_from[merge.top]
        if (group := _column(found, other.left)) is not None and group.gabungan
    )


def _has_figures(found: Recognised, merge: Merge) -> bool:
    """Does the row print a figure beside its label?"""
    beside = [place for place in found.match.columns if place > merge.right]
    texts = [found.sheet.label(merge.top, place) for place in beside if _is_number(found, place)]
    return any(re.search(r"\d", text) for text in texts)


def _is_number(found: Recognised, place: int) -> bool:
    return found.type.columns[found.match.columns[place]].is_number


def _column(found: Recognised, place: int) -> Column | None:
    name = found.match.columns.get(place)
    return found.type.columns[name] if name else None


def _groups(found: Recognised) -> str:
    columns = [found.type.columns[name] for name in found.match.columns.values()]
    return ", ".join(column.judul for column in columns if column.gabungan)
