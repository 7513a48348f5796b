"""Lines between the rows of a sheet that name the part of those below them, and no goal."""

from __future__ import annotations

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.excel.goal_lines import goal_lines
from lkjip_analysis.intake.sheets.recognition import Recognised, UnknownTables
from lkjip_analysis.report.row_names import begins_as_total, is_mean_name

ACROSS = 3
"""A line between rows is merged over so many columns of its table, or more."""


def parted(found: Recognised) -> UnknownTables | None:
    """What is said of such a line above rows with figures: it is no row of a known type."""
    sheet, columns = found.sheet, found.match.columns
    figures = [place for place, name in columns.items() if found.type.columns[name].is_number]
    rows = [row for row in sheet.filled if row > found.bottom]
    last = max((row for row in rows if any((row, p) in sheet.cells for p in figures)), default=0)
    goals = goal_lines(found)
    line = next(
        (row for row in rows if row < last and row not in goals and _is_line(found, row)), None
    )
    if line is None:
        return None
    told, remedy = "a heading between the rows of the table", "Let `lkjip usul` propose the table."
    place = sheet.place(line, min(sheet.filled[line]))
    return UnknownTables([Problem(sheet.file, told, "rows with figures", remedy, column=place)])


def _is_line(found: Recognised, row: int) -> bool:
    sheet, columns = found.sheet, found.match.columns
    for merge in sheet.merges_from.get(row, ()):
        label = sheet.label(row, merge.left)
        across = sum(merge.left <= place <= merge.right for place in columns)
        across *= merge.left <= min(columns)
        is_summary = begins_as_total(label) or is_mean_name(label)
        if across >= ACROSS and merge.top == merge.bottom and label and not is_summary:
            return True
    return False
