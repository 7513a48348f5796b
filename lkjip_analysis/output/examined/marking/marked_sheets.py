"""The workbook itself with a comment at each cell that a finding points at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook

from lkjip_analysis.intake.document.printed_places import Place
from lkjip_analysis.intake.excel_styles import saved
from lkjip_analysis.intake.sheets.opening_workbook import opened
from lkjip_analysis.output.examined.marking.marks import AUTHOR, Mark, shades_of

WIDE, HIGH = 420, 240
"""The size of a comment in points."""


def marked_sheets(content: bytes, marks: Sequence[Mark]) -> bytes:
    """The workbook with its comments and the marked cells coloured."""
    book = opened(content)
    for mark in marks:
        if cell := _cell(book, mark.place):
            earlier = f"{cell.comment.text}\n\n" if cell.comment else ""
            cell.comment = Comment(earlier + mark.text, AUTHOR, height=HIGH, width=WIDE)
    for place, colour in shades_of(marks).items():
        if cell := _cell(book, place):
            cell.fill = PatternFill("solid", start_color=colour, end_color=colour)
    return saved(book)


def _cell(book: Workbook, place: Place) -> Any:
    """The cell of a place; None of a sheet that is not there."""
    title, _, name = place.at.rpartition("!")
    return book[title][name] if title in book.sheetnames else None
