"""Printed tables: cells with an address, their text, and where they stand in the file.

The same address (`anggaran[2.perizinan].realisasi`) serves the text and the number, in findings,
rules, corrections and anchors of the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from lkjip_analysis.errors import InputError, Problem, shown
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.printed import Printed, Unreadable, half_step
from lkjip_analysis.numbers.ranges import read_figure, read_span
from lkjip_analysis.report.csvfile import read_records
from lkjip_analysis.report.row_codes import wrong_key
from lkjip_analysis.report.schema import Column, Precision, TableType

_ADDRESS = re.compile(r"(?P<table>[^\[\]]*)\[(?P<row>[^\[\]]*)\]\.(?P<column>[^\[\].]+)")

BETWEEN = ".."
"""Between the keys of the first and the last of rows that stand below one another."""
NONE = Fraction(0)


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

    @property
    def lines(self) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
        """The column and the row that it stands in."""
        return (self.table, "column", self.column), (self.table, "row", self.row)

    @classmethod
    def parse(cls, text: str, table: str = "") -> Address:
        """The address that `text` writes; `[row].column` is in `table`.

        Raises: ValueError for any other text.
        """
        match = _ADDRESS.fullmatch(text.strip())
        if not match:
            raise ValueError(
                phrase('"{text}" is not an address like tabel[baris].kolom', text=text)
            )
        return cls(match["table"] or table, match["row"], match["column"])


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell. `printed` is None for text; `precision` says how its digits are meant.

    A derived cell is printed nowhere: it follows from others, and cannot be misprinted itself.
    """

    address: Address
    text: str
    file: str
    line: int
    column: Column
    printed: Printed | None = None
    precision: Precision = "bulat"
    decimals: int = 0
    derived: bool = False

    @property
    def words(self) -> str:
        """What it prints, on one line."""
        return " ".join(self.text.split())

    @property
    def is_figure(self) -> bool:
        return self.printed is not None and self.printed.value is not None

    @property
    def is_empty(self) -> bool:
        """Is nothing printed, or a dash for no data, where its column has figures?"""
        blank = not any(sign.isalnum() for sign in self.text)
        return blank and self.column.is_number and not self.is_figure and not self.derived

    @property
    def point(self) -> Fraction:
        """The printed value. Raises: ValueError where the cell has no figure."""
        if self.printed is None or self.printed.value is None:
            raise ValueError(phrase("{address} has no figure", address=self.address))
        return self.printed.value

    @property
    def label(self) -> str:
        """What a cell without figure says, as it is compared: case and spacing do not count."""
        if self.column.predikat:
            return self.column.predikat
        span = read_span(self.text, self.column.gaya, self.column.satuan_tercetak)
        return str(span) if span else same_label(self.text)

    @property
    def half(self) -> Fraction:
        """How far the true value may lie from a figure rounded to this print."""
        return NONE if self.precision == "eksak" else half_step(self.decimals)

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
    page: str
    cells: Mapping[Address, Cell] = field(repr=False)
    keys: tuple[str, ...] = field(repr=False)
    title: str = ""
    """As the report prints it above the table, where that was kept."""

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each row stands, from 0, by its key."""
        return {key: place for place, key in enumerate(self.keys)}

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The keys of the rows that are no totals."""
        return tuple(key for key in self.keys if key not in self.type.total)

    def cell(self, row: str, column: str) -> Cell:
        return self.cells[Address(self.name, row, column)]

    def row_name(self, row: str) -> str:
        """What a reader calls this row: its printed name, or its key where none is printed."""
        cell = self.cells.get(Address(self.name, row, self.type.nama_baris))
        return (cell and cell.words) or row

    def select(self, pattern: str) -> tuple[str, ...]:
        """The row keys that `pattern` names: one key (also of a total), a glob over the rest, or
        those of the rest from one key to another below it (a..b)."""
        if pattern in self.places:
            return (pattern,)
        first, between, last = pattern.partition(BETWEEN)
        if between and first in self.places and last in self.places:
            span = self.keys[self.places[first] : self.places[last] + 1]
            return tuple(key for key in span if key not in self.type.total)
        if not any(sign in pattern for sign in "*?["):
            return ()
        return tuple(key for key in self.rows if fnmatchcase(key, pattern))

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.cells.values())


AsPrinted = Callable[[Mapping[str, str], Column], Column]
"""A column as one row prints it: with the unit of its indicator, or with grades for figures."""


def same_label(text: str) -> str:
    """A category as it is compared: case and spacing do not count.

    >>> same_label("Sangat  Baik")
    'sangat baik'
    """
    return " ".join(text.casefold().split())


def load_table(
    path: Path,
    name: str,
    kind: TableType,
    label: str,
    part: str,
    transcription: str,
    page: str = "",
    as_printed: AsPrinted = lambda record, column: column,
) -> Table:
    """The table in the CSV file at `path`.

    Raises: InputError with every cell, row and column that cannot be read.
    """
    file = path.name
    records, problems = read_records(path, kind)
    cells: dict[Address, Cell] = {}
    keys: dict[str, int] = {}
    columns = kind.columns
    for line, record in records:
        key = record[kind.kunci].strip()
        problem = _key_problem(key, keys, file, line, kind)
        if problem:
            problems.append(problem)
            continue
        keys[key] = line
        for column, text in record.items():
            address, told = Address(name, key, column), columns[column]
            told = as_printed(record, told) if told.is_number else told
            try:
                cells[address] = read_cell(address, text, file, line, told)
            except Unreadable as error:
                problems.append(_unreadable(file, line, column, text, error))
    if not records and not problems:
        found = "no rows under the header"
        problems.append(Problem(file, found, "at least one row", "Fill the table in.", 2))
    if problems:
        raise InputError(problems)
    table = Table(name, kind, label, file, part, transcription, page, cells, tuple(keys))
    return _with_common_decimals(table)


def read_cell(address: Address, text: str, file: str, line: int, column: Column) -> Cell:
    """The cell that `text` prints in `column`. Raises: Unreadable where it is no figure."""
    if not column.is_number:
        return Cell(address, text, file, line, column)
    form = column.gaya, column.strip, column.satuan_tercetak, column.bentuk == "target"
    figure = read_figure(text, *form, column.dalam)
    return Cell(address, text, file, line, column, figure, column.presisi, figure.decimals)


def _unreadable(file: str, line: int, column: str, text: str, error: Unreadable) -> Problem:
    allowed = "a figure such as 1.576.408.211, 43,30, Rp 30.000,00, - or n/a"
    remedy = phrase(
        "Print the cell as the report has it; declare its unit or number style if it is right."
    )
    if not any(sign.isdigit() for sign in text):
        remedy += phrase(
            " Where nothing is printed, write - or n/a; a grade such as B or WTP "
            "needs the order of the grades of its indicator (urutan)."
        )
    return Problem(file, f'"{shown(text, 60)}" ({error})', allowed, remedy, line, column)


def _key_problem(
    key: str, keys: Container[str], file: str, line: int, kind: TableType
) -> Problem | None:
    if not key:
        return Problem(
            file,
            "a row without a key",
            phrase("a {kunci} in every row", kunci=kind.kunci),
            "Give the row a key of its own.",
            line,
            kind.kunci,
        )
    if key in keys:
        return Problem(
            file,
            phrase('the key "{key}" a second time', key=key),
            "each key once",
            "Give the rows different keys.",
            line,
            kind.kunci,
        )
    if kind.columns[kind.kunci].tipe == "kunci" and (wrong := wrong_key(key)):
        return Problem(
            file, phrase('the key "{key}"', key=key), *wrong, line=line, column=kind.kunci
        )
    return None


def _with_common_decimals(table: Table) -> Table:
    """`umum` columns print as many decimals as their longest figure, the others left zeros out."""
    longest: dict[str, int] = {}
    for cell in table:
        if cell.precision == "umum" and cell.is_figure:
            longest[cell.address.column] = max(longest.get(cell.address.column, 0), cell.decimals)
    if not longest:
        return table
    cells = {
        address: replace(cell, decimals=longest[address.column])
        if cell.precision == "umum" and cell.is_figure
        else cell
        for address, cell in table.cells.items()
    }
    return replace(table, cells=cells)
