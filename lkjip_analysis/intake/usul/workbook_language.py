"""The workbook of a proposal in the language of the report, and read back from any.

The code knows its sheets, headings and answers by their Indonesian names. They are told in the
language asked for as the workbook is saved, and are the code's again as soon as it is opened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.proposal.proposal import HIGH, LOW, MIDDLE
from lkjip_analysis.intake.sheets.opening_workbook import titles_of
from lkjip_analysis.intake.usul import layout
from lkjip_analysis.intake.usul.looks import NO, YES
from lkjip_analysis.language import as_in_code, worded

Said = Callable[[str, Sequence[str]], str]
"""How one of some names of ours is said; what is none of them stays as it is."""
SHEETS = (layout.GUIDE, layout.TABLES, layout.CLAIMS, layout.RULES, layout.INDICATORS,
          layout.BANDS, layout.COLUMNS, layout.LEFT, layout.FINDINGS, layout.RELATIONS)  # fmt: skip
HEADINGS = tuple(dict.fromkeys(
    name for columns in (layout.TABLE_COLUMNS, layout.CLAIM_COLUMNS, layout.RULE_COLUMNS,
                         layout.INDICATOR_COLUMNS, layout.BAND_COLUMNS, layout.NEW_COLUMNS,
                         layout.LEFT_COLUMNS, layout.FINDING_COLUMNS, layout.RELATION_COLUMNS)
    for name in columns
))  # fmt: skip
CHOICES = {
    layout.ACCEPT: (YES, NO), layout.SURE: (HIGH, MIDDLE, LOW), layout.DECISION: layout.ANSWERS,
    "jenis": (layout.NEW,),
}  # fmt: skip
"""Columns in which words of ours are chosen."""
OF_TABLES = (YES, NO, layout.OUTSIDE, layout.MAPPING, layout.USED)
TABLE = re.compile(r"T\d\d ")


def spoken(book: Workbook) -> Workbook:
    """The workbook as a person gets it."""
    return _said(book, lambda text, names: worded(text) if text in names else text)


def in_code(book: Workbook) -> Workbook:
    """The workbook as the code reads it."""
    return _said(book, as_in_code)


def heading_in_code(told: str) -> str:
    return as_in_code(told, HEADINGS)


def answer_in_code(heading: str, told: str) -> str:
    return as_in_code(told, CHOICES.get(heading, ()))


@contextmanager
def own_sheets_named(path: Path) -> Iterator[None]:
    """What is wrong in a workbook is told by the names that its sheets have in the file."""
    try:
        yield
    except InputError as error:
        titles = {as_in_code(title, SHEETS): title for title in titles_of(path)}
        problems = [replace(one, file=_named(one.file, titles)) for one in error.problems]
        raise InputError(problems) from error


def _named(place: str, titles: dict[str, str]) -> str:
    file, comma, cell = place.partition(", ")
    sheet, mark, rest = cell.partition("!")
    return f"{file}{comma}{titles.get(sheet, sheet)}{mark}{rest}"


def _said(book: Workbook, say: Said) -> Workbook:
    for sheet in book.worksheets:
        name = as_in_code(sheet.title, SHEETS)
        if name == layout.GUIDE:
            _column(sheet, 2, (YES, NO), layout.HEAD, say)
        elif name in SHEETS:
            _rows(sheet, say)
        elif TABLE.match(sheet.title):
            _column(sheet, 1, OF_TABLES, layout.MAPPED, say)
            _row(sheet, layout.MAPPED, (layout.SKIPPED,), say)
        elif name == layout.LISTS:
            for column in range(1, sheet.max_column + 1):
                _column(sheet, column, (layout.NEW, layout.SKIPPED), 2, say)
        if (told := say(name, SHEETS)) != sheet.title:
            sheet.title = told
    return book


def _rows(sheet: Worksheet, say: Said) -> None:
    names = [heading_in_code(str(cell.value or "")) for cell in sheet[layout.HEAD]]
    _row(sheet, layout.HEAD, HEADINGS, say)
    for column, name in enumerate(names, 1):
        if name in CHOICES:
            _column(sheet, column, CHOICES[name], layout.HEAD + 1, say)


def _row(sheet: Worksheet, row: int, names: Sequence[str], say: Said) -> None:
    for cell in sheet[row]:
        if isinstance(cell.value, str) and (told := say(cell.value, names)) != cell.value:
            cell.value = told


def _column(sheet: Worksheet, column: int, names: Sequence[str], first: int, say: Said) -> None:
    for (cell,) in sheet.iter_rows(min_row=first, min_col=column, max_col=column):
        if isinstance(cell.value, str) and (told := say(cell.value, names)) != cell.value:
            cell.value = told
