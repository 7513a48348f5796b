"""The workbook itself with a comment at each cell that a finding points at."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from lkjip_analysis.intake.excel_styles import saved
from lkjip_analysis.intake.sheets.opening_workbook import opened
from lkjip_analysis.output.examined.marks import AUTHOR, COMPARED, Mark, colour_of

WIDE, HIGH = 420, 240
"""The size of a comment in points."""


def marked_sheets(content: bytes, marks: Sequence[Mark]) -> bytes:
    """The workbook with its comments and the marked cells coloured: one that may be wrong stays so
    where another finding only compares it."""
    book, coloured = opened(content), set[str]()
    for mark in marks:
        title, _, name = mark.place.at.rpartition("!")
        if title not in book.sheetnames:
            continue
        cell = book[title][name]
        earlier = f"{cell.comment.text}\n\n" if cell.comment else ""
        cell.comment = Comment(earlier + mark.text, AUTHOR, height=HIGH, width=WIDE)
        if mark.standing != COMPARED or mark.place.at not in coloured:
            colour = colour_of(mark.standing)
            cell.fill = PatternFill("solid", start_color=colour, end_color=colour)
        coloured.add(mark.place.at)
    return saved(book)
