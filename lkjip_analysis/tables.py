"""Printed tables: cells with an address, their text, and where they stand in the file.

The same address (`anggaran[2.perizinan].realisasi`) serves the text and the number, in findings,
rules, corrections and anchors of the report.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.interval import Interval
from lkjip_analysis.printed import Printed, Unreadable, read, step
from lkjip_analysis.schema import Column, Precision, TableType

MAX_BYTES = 50_000_000
_ADDRESS = re.compile(r"(?P<table>[^\[\]]*)\[(?P<row>[^\[\]]*)\]\.(?P<column>[^\[\].]+)")


class Address(NamedTuple):
    """Where a figure stands: table, row key, column. Printed `table[row].column`."""

    table: str
    row: str
    column: str

    def __str__(self) -> str:
        return f"{self.table}[{self.row}].{self.column}"

    @property
    def anchor(self) -> str:
        """The address as an HTML id."""
        return re.sub(r"[^A-Za-z0-9_.-]+", "-", f"{self.table}-{self.row}-{self.column}")

    @classmethod
    def parse(cls, text: str, table: str = "") -> Address:
        """The address that `text` writes; `[row].column` is in `table`.

        Raises: ValueError for any other text.
        """
        match = _ADDRESS.fullmatch(text.strip())
        if not match:
            raise ValueError(f'"{text}" is not an address like tabel[baris].kolom')
        return cls(match["table"] or table, match["row"], match["column"])


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell. `printed` is None for text; `precision` says how its digits are meant."""

    address: Address
    text: str
    file: str
    line: int
    column: Column
    printed: Printed | None = None
    precision: Precision = "bulat"
    decimals: int = 0

    @property
    def is_figure(self) -> bool:
        return self.printed is not None and self.printed.value is not None

    @property
    def point(self) -> Fraction:
        """The printed value. Raises: ValueError where the cell has no figure."""
        if self.printed is None or self.printed.value is None:
            raise ValueError(f"{self.address} has no figure")
        return self.printed.value

    @property
    def half(self) -> Fraction:
        """How far the true value may lie from a figure rounded to this print."""
        return Fraction(0) if self.precision == "eksak" else step(self.decimals) / 2

    @property
    def interval(self) -> Interval:
        """Where the true value lies if the figure was rounded half-up."""
        return Interval(self.point, self.point).widen(self.half)


@dataclass(frozen=True)
class Table:
    """One printed table of one report."""

    name: str
    type: TableType
    label: str
    file: str
    part: str
    transcription: str
    cells: Mapping[Address, Cell] = field(repr=False)
    keys: tuple[str, ...] = field(repr=False)

    @property
    def rows(self) -> tuple[str, ...]:
        """The keys of the rows that are no totals."""
        return tuple(key for key in self.keys if key not in self.type.total)

    def cell(self, row: str, column: str) -> Cell:
        return self.cells[Address(self.name, row, column)]

    def row_name(self, row: str) -> str:
        """What a reader calls this row: its printed name, or its key where none is printed."""
        cell = self.cells.get(Address(self.name, row, self.type.nama_baris))
        return " ".join(cell.text.split()) if cell and cell.text.strip() else row

    def select(self, pattern: str) -> tuple[str, ...]:
        """The row keys that `pattern` names: one key (also of a total), or a glob over the rest."""
        if pattern in self.keys:
            return (pattern,)
        return tuple(key for key in self.rows if fnmatchcase(key, pattern))

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.cells.values())


def load_table(
    path: Path, name: str, kind: TableType, label: str, part: str, transcription: str
) -> Table:
    """The table in the CSV file at `path`.

    Raises: InputError with every cell, row and column that cannot be read.
    """
    records, problems = _records(path, kind)
    cells: dict[Address, Cell] = {}
    keys: list[str] = []
    for line, record in records:
        key = record[kind.kunci].strip()
        problem = _key_problem(key, keys, path.name, line, kind)
        if problem:
            problems.append(problem)
            continue
        keys.append(key)
        for column, text in record.items():
            address = Address(name, key, column)
            try:
                cells[address] = read_cell(address, text, path.name, line, kind.columns[column])
            except Unreadable as error:
                problems.append(_unreadable(path.name, line, column, text, error))
    if not records and not problems:
        found = "no rows under the header"
        problems.append(Problem(path.name, found, "at least one row", "Fill the table in.", 2))
    if problems:
        raise InputError(problems)
    table = Table(name, kind, label, path.name, part, transcription, cells, tuple(keys))
    return _with_common_decimals(table)


def read_cell(address: Address, text: str, file: str, line: int, column: Column) -> Cell:
    """The cell that `text` prints in `column`. Raises: Unreadable where it is no figure."""
    if not column.is_number:
        return Cell(address, text, file, line, column)
    figure = read(text, column.gaya, column.strip, column.satuan_tercetak)
    return Cell(address, text, file, line, column, figure, column.presisi, figure.decimals)


def _unreadable(file: str, line: int, column: str, text: str, error: Unreadable) -> Problem:
    allowed = "a figure such as 1.576.408.211, 43,30, Rp 30.000,00, - or n/a"
    remedy = "Print the cell as the report has it; declare its unit or number style if it is right."
    return Problem(file, f'"{text}" ({error})', allowed, remedy, line, column)


def _key_problem(
    key: str, keys: Sequence[str], file: str, line: int, kind: TableType
) -> Problem | None:
    if not key:
        return Problem(file, "a row without a key", f"a {kind.kunci} in every row",
                       "Give the row a key of its own.", line, kind.kunci)
    if key in keys:
        return Problem(file, f'the key "{key}" a second time', "each key once",
                       "Give the rows different keys.", line, kind.kunci)
    if kind.columns[kind.kunci].tipe == "kunci" and re.search(r"[\[\]*?]", key):
        return Problem(file, f'the key "{key}"', "keys without [ ] * ?", "Rename the key.", line,
                       kind.kunci)
    return None


def _records(path: Path, kind: TableType) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """The rows below the header as column -> text, each with its first physical line."""
    lines = list(_lines(path, kind))
    if not lines:
        problem = Problem(path.name, "an empty file", "a header and rows", "Export the table again.")
        return [], [problem]
    header_line, header = lines[0]
    names = [_column_name(text) for text in header]
    while names and not names[-1]:
        names.pop()
    problems = _header_problems(path.name, header_line, names, kind)
    if problems:
        return [], problems
    records = []
    for line, fields in lines[1:]:
        extra = [text for text in fields[len(names) :] if text.strip()]
        if extra:
            found = f'{len(fields)} fields, the last is "{extra[-1]}"'
            remedy = 'Put a text that contains the separator between quotes ("...").'
            problems.append(Problem(path.name, found, f"{len(names)} fields", remedy, line))
            continue
        texts = [*fields[: len(names)], *[""] * (len(names) - len(fields))]
        records.append((line, dict(zip(names, texts, strict=True))))
    return records, problems


def _column_name(header: str) -> str:
    return "_".join(header.strip().casefold().split())


def _header_problems(file: str, line: int, names: list[str], kind: TableType) -> list[Problem]:
    allowed = ", ".join(kind.columns)
    problems = [
        Problem(file, f'the column "{name}"', allowed, nearest(name, kind.columns), line)
        for name in names if name not in kind.columns
    ]
    problems += [
        Problem(file, f'the column "{name}" twice', "each column once", "Remove one.", line)
        for name in sorted(set(names)) if names.count(name) > 1
    ]
    problems += [
        Problem(file, f'no column "{name}"', allowed, "Add the column.", line)
        for name, column in kind.columns.items()
        if name not in names and not column.boleh_tiada
    ]
    return problems


def _lines(path: Path, kind: TableType) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the physical line on which it begins."""
    text = decode(path)
    sample = text.partition("\n")[0]
    separator = max(",;\t", key=lambda mark: _fit(sample, mark, kind))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for fields in reader:
            if any(text.strip() for text in fields):
                yield line, fields
            line = reader.line_num + 1
    except csv.Error as error:
        remedy = "Close the quote, or double it inside a quoted text."
        problem = Problem(path.name, f"a broken row ({error})", "quotes in pairs", remedy, line)
        raise InputError([problem]) from error


def _fit(header: str, mark: str, kind: TableType) -> int:
    names = {_column_name(text.strip('"')) for text in header.split(mark)}
    return len(names & set(kind.columns))


def decode(path: Path) -> str:
    """The text of a file in UTF-8 (with or without BOM), UTF-16 with BOM, or else CP-1252.

    Raises: InputError where it is none of them, too large, or no text.
    """
    if path.stat().st_size > MAX_BYTES:
        found = f"a file of {path.stat().st_size:,} bytes"
        raise InputError([Problem(path.name, found, f"at most {MAX_BYTES:,} bytes",
                                  "Keep only the printed table.")])
    raw = path.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    if b"\0" in raw:
        raise InputError([Problem(path.name, "binary data", "a CSV text file",
                                  "Save the table as CSV (UTF-8).")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _with_common_decimals(table: Table) -> Table:
    """`umum` columns print as many decimals as their longest figure, the others left zeros out."""
    longest: dict[str, int] = {}
    for cell in table:
        if cell.precision == "umum" and cell.is_figure:
            longest[cell.address.column] = max(longest.get(cell.address.column, 0), cell.decimals)
    cells = {
        address: replace(cell, decimals=longest[address.column])
        if cell.precision == "umum" and cell.is_figure else cell
        for address, cell in table.cells.items()
    }
    return replace(table, cells=cells)
