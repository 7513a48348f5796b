"""The sheets of an .xlsx file: each cell as it prints, what is merged and what is hidden."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.errors import Problem, wrong_input
from lkjip_analysis.intake.sheets.csv_cells import cells_of_csv, is_csv
from lkjip_analysis.intake.sheets.extent import MAX_CELLS, TooFar, check_extent
from lkjip_analysis.intake.sheets.opening_workbook import load_both
from lkjip_analysis.intake.sheets.sheet_cells import Raw, Refused, as_printed, is_rounded, unread
from lkjip_analysis.intake.sheets.stored_cells import Faces
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.printed import Style
from lkjip_analysis.report.filebytes import check_is_file

MAX_BYTES = 50_000_000
MAX_UNPACKED = 50_000_000
MAX_PICTURES = 200_000_000
LOCK = "~$"
"""So begins the name of the file that Excel leaves beside a workbook that is open."""
BROKEN = (
    zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError,
)  # fmt: skip
"""How an archive that cannot be read through ends."""
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
class Sheet:
    """One sheet: its cells that hold something, by row and column counted from 1."""

    file: str
    title: str
    cells: Mapping[tuple[int, int], Raw] = field(repr=False)
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    places: Mapping[tuple[int, int], str] = field(default_factory=dict, repr=False)
    """Where a cell that was added up from others has them; one that was read stands where it is."""
    said: tuple[str, ...] = ()
    """What there is to say about the sheet as a whole."""
    part: str = ""
    """The first cell of a table that stands on a sheet with others, of which this is one."""

    @property
    def name(self) -> str:
        """What the table of the sheet is called where none is printed."""
        return self.part or self.title

    @cached_property
    def last_row(self) -> int:
        return max((row for row, _ in self.cells), default=0)

    @cached_property
    def columns(self) -> tuple[int, ...]:
        return tuple(sorted({column for _, column in self.cells}))

    @cached_property
    def columns_of(self) -> Mapping[int, list[int]]:
        """The columns that hold something, of each row."""
        return grouped(self.cells)

    @cached_property
    def merges_from(self) -> Mapping[int, list[Merge]]:
        """The merged ranges by their first row."""
        return grouped((merge.top, merge) for merge in self.merges)

    @cached_property
    def merges_over(self) -> Mapping[int, list[Merge]]:
        """The merged ranges that reach over each row; a row in none is left out."""
        return grouped(
            (row, merge) for merge in self.merges for row in range(merge.top, merge.bottom + 1)
        )

    @cached_property
    def firsts(self) -> Mapping[int, int]:
        """The first column that holds something, of each row."""
        found: dict[int, int] = {}
        for row, column in self.cells:
            found[row] = min(column, found.get(row, column))
        return found

    @cached_property
    def filled(self) -> Mapping[int, list[int]]:
        """The columns that are seen and hold words or figures, of each row."""
        return {
            row: sorted(c for c in columns if c not in self.hidden_columns and self.label(row, c))
            for row, columns in self.columns_of.items()
        }

    def place(self, row: int, column: int) -> str:
        """Where a cell stands, as Excel writes it: `Anggaran!D6`."""
        own = f"{self.title}!{get_column_letter(column)}{row}"
        return self.places.get((row, column), own)

    def label(self, row: int, column: int) -> str:
        """The text of a heading; within a merged heading that of its first cell."""
        for merge in self.merges_from.get(row, ()):
            if merge.holds(row, column):
                column = merge.left
                break
        raw = self.cells.get((row, column))
        return raw.words if raw else ""

    def merge_at(self, row: int, column: int) -> Merge | None:
        over = self.merges_over.get(row, ())
        return next((merge for merge in over if merge.holds(row, column)), None)

    def text(
        self, row: int, column: int, style: Style = "indonesia", is_figure: bool = False
    ) -> str:
        """The cell as it prints; a figure without notes. Raises: Refused where it is not known."""
        raw = self.cells.get((row, column))
        return as_printed(raw, style, is_figure) if raw else ""

    def unread(self, row: int, column: int, is_figure: bool = False) -> tuple[str, ...]:
        """What a cell shows and `text` leaves out, each with its reason."""
        raw = self.cells.get((row, column))
        return unread(raw, is_figure) if raw else ()

    def is_rounded(self, row: int, column: int) -> bool:
        """Does the cell store a number with more digits than it shows?"""
        raw = self.cells.get((row, column))
        return raw is not None and is_rounded(raw)

    def problem(self, row: int, column: int, refused: Refused) -> Problem:
        """A refused cell as a problem that names its sheet and cell."""
        place = self.place(row, column)
        return Problem(self.file, refused.found, refused.allowed, refused.remedy, column=place)


def open_sheets(path: Path) -> list[Sheet]:
    """Every sheet of the workbook at `path`, in its order; a .csv is one sheet.

    Raises: InputError where the file is no .xlsx, is encrypted, or is too large to be a report.
    """
    if not path.is_file():
        check_file(path)
    now = path.stat()
    return list(_opened(path.absolute(), now.st_mtime_ns, now.st_size))


@lru_cache(maxsize=1)
def _opened(path: Path, changed: int, size: int) -> tuple[Sheet, ...]:
    """The sheets of a file as it is now: what is not imported is proposed, and read once for both.

    `changed` and `size` tell a file saved anew.
    """
    if is_csv(path):
        texts = cells_of_csv(path)
        return (Sheet(path.name, path.stem, {at: Raw(text, "@") for at, text in texts.items()}),)
    check_file(path)
    values, formulas = load_both(path)
    return tuple(
        _sheet(path.name, sheet, formulas[sheet.title])
        for sheet in values.worksheets
        if isinstance(sheet, Worksheet)
    )


def check_file(path: Path) -> None:
    """Is it an .xlsx of a size that a report has? Nothing of it is unpacked before that.

    Raises: InputError
    """
    parts = check_unpacked(path)
    with path.open("rb") as file:
        start = file.read(4)
    if start == OLD_EXCEL:
        _refuse(path, "an old .xls or a workbook with a password", "Save it as .xlsx without one.")
    if "xl/workbook.xml" not in parts:
        _refuse(path, "no .xlsx workbook", "Save it from Excel or LibreOffice as .xlsx.")


def check_unpacked(path: Path, reach: int = 0) -> frozenset[str]:
    """The parts of a workbook, none where it is no archive; each command that opens one asks this,
    of one of ours with its `reach`.

    Raises: InputError where it is no ordinary file (a pipe would be waited for), or larger than a
    report's, packed or unpacked.
    """
    check_is_file(path, str(path))
    if not path.is_file():
        raise wrong_input(str(path), "no such file", "a file that is there", "Check the name.")
    if path.name.startswith(LOCK):
        remedy = phrase("Name the workbook itself, without {lock}.", lock=LOCK)
        _refuse(path, "the mark that Excel leaves beside an open workbook", remedy)
    if not path.stat().st_size:
        _refuse(path, "an empty file", "Take the whole document.")
    remedy = "Keep only the sheets of the report."
    if path.stat().st_size > MAX_BYTES:
        _refuse(path, phrase("{size:,} bytes", size=path.stat().st_size), remedy)
    if not zipfile.is_zipfile(path):
        return frozenset()
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        return frozenset()  # it only ends as an archive does
    if _is_too_large(entries):
        _refuse(path, "a file that unpacks to too much", remedy)
    with zipfile.ZipFile(path) as archive:
        try:
            check_extent(archive, reach)
        except TooFar as error:
            _refuse(path, str(error), remedy)
        except BROKEN:
            return frozenset()  # or encrypted: no workbook
    return frozenset(entry.filename for entry in entries)


def _is_too_large(entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Does it unpack to more than a report's workbook, its pictures counted apart?"""
    drawn = sum(one.file_size for one in entries if one.filename.startswith("xl/media/"))
    unpacked = sum(one.file_size for one in entries)
    return unpacked - drawn > MAX_UNPACKED or drawn > MAX_PICTURES


def _refuse(path: Path, found: str, remedy: str) -> None:
    allowed = phrase("an .xlsx workbook of at most {max_bytes:,} bytes", max_bytes=MAX_BYTES)
    raise wrong_input(path.name, found, allowed, remedy)


def _sheet(file: str, sheet: Worksheet, formulas: Worksheet) -> Sheet:
    stored = sheet._cells  # iterating over the sheet would walk a million empty rows
    if len(stored) > MAX_CELLS:
        found, remedy = (
            phrase("{count:,} cells in the sheet {title}", count=len(stored), title=sheet.title),
            "Delete unused rows.",
        )
        raise wrong_input(file, found, phrase("at most {max_cells:,}", max_cells=MAX_CELLS), remedy)
    faces = Faces(sheet)
    cells: dict[tuple[int, int], Raw] = {}
    for (row, column), cell in stored.items():
        other = formulas._cells.get((row, column))
        formula = getattr(other, "data_type", "") == "f"
        if cell.value is not None or formula:
            told = getattr(other, "value", None) if formula else None
            cells[row, column] = faces.raw(cell, told)
    return Sheet(
        file,
        sheet.title,
        cells,
        tuple(Merge(m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges),
        frozenset(hidden_rows(sheet)),
        frozenset(hidden_columns(sheet)),
        sheet.sheet_state != "visible",
    )


def hidden_rows(sheet: Worksheet) -> Iterator[int]:
    """The rows that are hidden, or of no height."""
    for row, told in sheet.row_dimensions.items():
        if told.hidden or told.ht == 0:
            yield row


def hidden_columns(sheet: Worksheet) -> set[int]:
    """The columns that are hidden or of no width; one entry may stand for several."""
    return {
        column
        for told in sheet.column_dimensions.values()
        if told.hidden or (told.width == 0 and told.customWidth)
        for column in range(told.min or 0, (told.max or 0) + 1)
    }
