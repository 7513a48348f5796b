"""A list with a separator (.csv), as a program writes it out of a sheet: the texts of its cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, wrong_input
from lkjip_analysis.intake.sheets.extent import MAX_CELLS
from lkjip_analysis.intake.text.text_file import read_text
from lkjip_analysis.language import phrase

SEPARATORS = ";,\t|"
TOLD = re.compile(r"\s*sep=(.)\s*\n", re.IGNORECASE)
"""A first line by which Excel is told the separator."""
AS_TEXT = re.compile(r'="([^"]*)"')
"""How a text that looks like a number is kept from being one."""
TRIED = 200
"""So many lines tell the separator."""
Rows = list[tuple[int, list[str]]]


def is_csv(path: Path) -> bool:
    """Is it such a list, by its name?"""
    return path.suffix.casefold() == ".csv"


def cells_of_csv(path: Path) -> dict[tuple[int, int], str]:
    """The texts of its cells by row and column, counted from 1; the row is that of the file's rows.

    Raises: InputError where it is no text, or where a row has more cells than its heading: a comma
    within a figure would part it.
    """
    text = read_text(path)
    told = TOLD.match(text)
    mark = told[1] if told else _separator(text)
    rows = list(_rows(text[told.end() :] if told else text, mark, path.name))
    if sum(len(fields) for _, fields in rows) > MAX_CELLS:
        found = phrase("more than {max_fields:,} cells", max_fields=MAX_CELLS)
        raise wrong_input(path.name, found, "a printed table", "Keep only the printed table.")
    problems = list(_too_wide(rows, path.name))
    if problems:
        raise InputError(problems)
    return {
        (row, column): AS_TEXT.sub(r"\1", field.strip())
        for row, fields in rows
        for column, field in enumerate(fields, 1)
        if field.strip()
    }


def _separator(text: str) -> str:
    """The mark that parts most lines into the same number of cells, the more the better."""
    lines = [line for line in text.split("\n") if line.strip()][:TRIED]
    return max(SEPARATORS, key=lambda mark: _fit(lines, mark))


def _fit(lines: Sequence[str], mark: str) -> tuple[int, int]:
    widths = Counter(map(len, csv.reader(lines, delimiter=mark)))
    del widths[1]
    width, count = widths.most_common(1)[0] if widths else (1, 0)
    return count, width


def _rows(text: str, mark: str, file: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        yield from enumerate(reader, 1)
    except csv.Error as error:
        found = phrase("a broken row ({error})", error=phrase(str(error)))
        remedy = "Close the quote, or double it inside a quoted text."
        raise wrong_input(file, found, "quotes in pairs", remedy, reader.line_num) from error


def _too_wide(rows: Rows, file: str) -> Iterator[Problem]:
    """Rows with a cell beyond the last heading of their table; a blank row ends a table."""
    width = 0
    for row, fields in rows:
        last = max((at for at, field in enumerate(fields, 1) if field.strip()), default=0)
        if not last:
            width = 0
        elif not width:
            width = last if last > 1 else 0
        elif last > width:
            remedy = "Put figures with a comma between quotes, or save it as .xlsx."
            found = phrase("a row of {count} cells under {width} headings", count=last, width=width)
            yield Problem(file, found, "a cell for each heading", remedy, row)
