"""The sheets of an .xlsx file: each cell as it prints, what is merged and what is hidden."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.spreadsheet.extent import MAX_CELLS, TooFar, check_extent
from lkjip_analysis.spreadsheet.formats import ALLOWED, REMEDY, Unprintable, printed_as

MAX_BYTES = 50_000_000
MAX_UNPACKED = 50_000_000
MAX_PICTURES = 200_000_000
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class Merge(NamedTuple):
    """A merged range: first and last row, first and last column, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class Raw:
    """What a cell stores: its value (that of a formula as last calculated) and number format."""

    value: object
    form: str
    formula: bool = False


class Refused(ValueError):
    """A cell that cannot be read as it prints: what it holds, what is allowed, what to do."""

    def __init__(self, found: str, allowed: str, remedy: str) -> None:
        super().__init__(found)
        self.found, self.allowed, self.remedy = found, allowed, remedy


@dataclass(frozen=True)
class Sheet:
    """One sheet: its cells that hold something, by row and column counted from 1."""

    file: str
    title: str
    cells: Mapping[tuple[int, int], Raw] = field(repr=False)
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False

    @property
    def last_row(self) -> int:
        return max((row for row, _ in self.cells), default=0)

    @property
    def columns(self) -> tuple[int, ...]:
        return tuple(sorted({column for _, column in self.cells}))

    def place(self, row: int, column: int) -> str:
        """Where a cell stands, as Excel writes it: `Anggaran!D6`."""
        return f"{self.title}!{get_column_letter(column)}{row}"

    def label(self, row: int, column: int) -> str:
        """The text of a heading; within a merged heading that of its first cell."""
        merge = self.merge_at(row, column)
        if merge and merge.top == row:
            column = merge.left
        raw = self.cells.get((row, column))
        return " ".join(str(raw.value).split()) if raw and raw.value is not None else ""

    def merge_at(self, row: int, column: int) -> Merge | None:
        return next((merge for merge in self.merges if merge.holds(row, column)), None)

    def text(self, row: int, column: int) -> str:
        """The cell as it prints. Raises: Refused where that is not known."""
        raw = self.cells.get((row, column))
        return as_printed(raw) if raw else ""

    def problem(self, row: int, column: int, refused: Refused) -> Problem:
        """A refused cell as a problem that names its sheet and cell."""
        place = self.place(row, column)
        return Problem(self.file, refused.found, refused.allowed, refused.remedy, column=place)


def as_printed(raw: Raw) -> str:
    """The text that a cell prints. Raises: Refused for what is no text and no plain number."""
    value = raw.value
    if raw.formula and value is None:
        remedy = "Open and save the file in Excel or LibreOffice, or type the value in its place."
        found = "a formula that was never calculated, or gives nothing"
        raise Refused(found, "a calculated value", remedy)
    if isinstance(value, bool):
        remedy = "Type the word that the report prints, as text."
        raise Refused(f"the logical value {str(value).upper()}", "text or a number", remedy)
    if isinstance(value, (datetime, date, time, timedelta)):
        remedy = "Set the cell to Text and type what the report prints."
        raise Refused(f"a date or time ({value})", "text or a number", remedy)
    if isinstance(value, (int, float)):
        try:
            return printed_as(value, raw.form)
        except Unprintable as error:
            raise Refused(str(error), ALLOWED, REMEDY) from error
    text = " ".join(str(value).split()) if value is not None else ""
    if raw.form == "error":
        raise Refused(f"the error {text}", "text or a number", "Mend the formula of the cell.")
    return text


def open_sheets(path: Path) -> list[Sheet]:
    """Every sheet of the workbook at `path`, in its order.

    Raises: InputError where the file is no .xlsx, is encrypted, or is too large to be a report.
    """
    check_file(path)
    try:
        values = load_workbook(path, data_only=True)
        formulas = load_workbook(path, data_only=False)
    except (
        OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, ParseError,
        InvalidFileException,
    ) as error:  # fmt: skip
        found, remedy = f"no readable workbook ({error})", "Open it in Excel and save it again."
        raise InputError([Problem(path.name, found, "an .xlsx workbook", remedy)]) from error
    return [
        _sheet(path.name, sheet, formulas[sheet.title])
        for sheet in values.worksheets
        if isinstance(sheet, Worksheet)
    ]


def check_file(path: Path) -> None:
    """Is it an .xlsx of a size that a report has? Nothing of it is unpacked before that.

    Raises: InputError
    """
    if not path.is_file():
        raise InputError([Problem(str(path), "no such file", "a file", "Check the name.")])
    with path.open("rb") as file:
        start = file.read(4)
    if start == OLD_EXCEL:
        _refuse(path, "an old .xls or a workbook with a password", "Save it as .xlsx without one.")
    if "xl/workbook.xml" not in check_unpacked(path):
        _refuse(path, "no .xlsx workbook", "Save it from Excel or LibreOffice as .xlsx.")


def check_unpacked(path: Path) -> frozenset[str]:
    """The parts of a workbook, none where it is no archive; each command that opens one asks this.

    Raises: InputError where it is larger than a report's, packed or unpacked.
    """
    remedy = "Keep only the sheets of the report."
    if path.is_file() and path.stat().st_size > MAX_BYTES:
        _refuse(path, f"{path.stat().st_size:,} bytes", remedy)
    if not zipfile.is_zipfile(path):
        return frozenset()
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
    pictures = [entry for entry in entries if entry.filename.startswith("xl/media/")]
    unpacked = sum(entry.file_size for entry in entries)
    drawn = sum(entry.file_size for entry in pictures)
    if unpacked - drawn > MAX_UNPACKED or drawn > MAX_PICTURES:
        _refuse(path, "a file that unpacks to too much", remedy)
    with zipfile.ZipFile(path) as archive:
        try:
            check_extent(archive)
        except TooFar as error:
            _refuse(path, str(error), remedy)
        except (zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError,
                RuntimeError):  # fmt: skip
            return frozenset()  # broken, or encrypted: no workbook
    return frozenset(entry.filename for entry in entries)


def _refuse(path: Path, found: str, remedy: str) -> None:
    allowed = f"an .xlsx workbook of at most {MAX_BYTES:,} bytes"
    raise InputError([Problem(path.name, found, allowed, remedy)])


def _sheet(file: str, sheet: Worksheet, formulas: Worksheet) -> Sheet:
    stored = sheet._cells  # iterating over the sheet would walk a million empty rows
    if len(stored) > MAX_CELLS:
        found, remedy = f"{len(stored):,} cells in the sheet {sheet.title}", "Delete unused rows."
        raise InputError([Problem(file, found, f"at most {MAX_CELLS:,}", remedy)])
    cells: dict[tuple[int, int], Raw] = {}
    for (row, column), cell in stored.items():
        other = formulas._cells.get((row, column))
        formula = getattr(other, "data_type", "") == "f"
        if cell.value is None and not formula:
            continue
        error = cell.data_type == "e"
        cells[row, column] = Raw(cell.value, "error" if error else cell.number_format, formula)
    return Sheet(
        file, sheet.title, cells,
        tuple(Merge(m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges),
        frozenset(row for row, told in sheet.row_dimensions.items() if told.hidden),
        frozenset(_hidden_columns(sheet)),
        sheet.sheet_state != "visible",
    )  # fmt: skip


def _hidden_columns(sheet: Worksheet) -> set[int]:
    """The hidden columns; one entry may stand for several."""
    return {
        column
        for told in sheet.column_dimensions.values()
        if told.hidden
        for column in range(told.min or 0, (told.max or 0) + 1)
    }
