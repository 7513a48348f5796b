"""What a person accepted in the workbook of a proposal, read back sheet by sheet.

Every mistake is told by sheet and cell; nothing that was not accepted is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.errors import InputError, Problem, nearest, wrong_input
from lkjip_analysis.intake.proposal.proposal import HIGH
from lkjip_analysis.intake.sheets.extent import MAX_REACH
from lkjip_analysis.intake.sheets.opening_workbook import BROKEN
from lkjip_analysis.intake.sheets.scale_words import NONE
from lkjip_analysis.intake.sheets.workbook_sheets import check_unpacked
from lkjip_analysis.intake.usul import layout
from lkjip_analysis.intake.usul.looks import NO, YES
from lkjip_analysis.intake.usul.rejections import rejected_rules, rejections
from lkjip_analysis.intake.usul.stated_identity import cell_text, identity_of, identity_problems
from lkjip_analysis.intake.usul.workbook_language import in_code, own_sheets_named
from lkjip_analysis.language import phrase

MAX_BYTES = 50_000_000
CANDIDATE = re.compile(
    r"(?P<number>\d+)\)\s*(berbeda: )?(?P<jenis>[a-z_]+)\s+(?P<sel>\w+=[^()]*?)"
    r"\s*(\((?P<why>.*)\)|= \d+)?\s*$"
)


@dataclass(frozen=True)
class Line:
    """One row of a sheet: column -> text, where it stands, how it was accepted."""

    told: Mapping[str, str]
    sheet: str
    row: int
    by_name: bool = True
    """Accepted in its own row, not with all that are sure."""

    def at(self, column: str, columns: Sequence[str]) -> str:
        return f"{self.sheet}!{get_column_letter(list(columns).index(column) + 1)}{self.row}"

    def __getitem__(self, column: str) -> str:
        return self.told.get(column, "")

    @property
    def scale(self) -> str:
        """What a column counts in; nothing where it is in full rupiah."""
        return self["dalam"].removeprefix(NONE)


@dataclass(frozen=True)
class Sheet:
    """An accepted table as it stands on its sheet: column names, printed headings, rows."""

    line: Line
    columns: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    places: tuple[int, ...]
    letters: tuple[str, ...]

    def at(self, row: int, column: str | None) -> str:
        """Where the cell of a row of the file (counted from 0) stands in the workbook."""
        letter = self.letters[self.columns.index(column)] if column in self.columns else "A"
        return f"{self.line['lembar']}!{letter}{self.places[row]}"


@dataclass(frozen=True)
class Accepted:
    """All that was accepted, which claims and indicators were left open, and which relations and
    findings were rejected, each by the names of its relations."""

    file: str
    identity: Mapping[str, str]
    tables: tuple[Sheet, ...]
    claims: tuple[Line, ...]
    open_claims: tuple[Line, ...]
    rules: tuple[Line, ...]
    indicators: tuple[Line, ...]
    bands: tuple[Line, ...]
    new_columns: tuple[Line, ...] = field(default=())
    open_indicators: tuple[Line, ...] = field(default=())
    rejected: Mapping[str, list[str]] = field(default_factory=dict)


def read_accepted(path: Path) -> Accepted:
    """What `path` accepts. Raises: InputError with every cell that cannot be followed."""
    with own_sheets_named(path):
        return accepted_of(_opened(path), path)


def accepted_of(book: Workbook, path: Path, needs_tables: bool = True) -> Accepted:
    """What an opened workbook accepts; `path` is what it is called. Raises: as `read_accepted`."""
    identity = identity_of(book[layout.GUIDE])
    problems = identity_problems(path, identity)
    every = identity["terima_semua"].casefold() == YES
    reader = _Reader(path.name, every, problems)
    tables = reader.accepted(book[layout.TABLES])
    sheets = tuple(s for line in tables if (s := reader.table(book, line)) is not None)
    claims, open_claims = reader.split(book[layout.CLAIMS])
    claims = tuple(reader.chosen(line) for line in claims)
    indicators, open_indicators = reader.split(book[layout.INDICATORS])
    rejected = rejected_rules(reader.lines, book)
    accepted = Accepted(
        path.name,
        identity,
        sheets,
        claims,
        open_claims,
        tuple(line for line in reader.accepted(book[layout.RULES]) if line["nama"] not in rejected),
        indicators,
        reader.accepted(book[layout.BANDS]),
        tuple(reader.lines(book[layout.COLUMNS])) if layout.COLUMNS in book.sheetnames else (),
        open_indicators,
        rejections(reader.lines, book),
    )
    if needs_tables and not problems and not accepted.tables:
        where = f"{path.name}, {layout.TABLES}!A{layout.HEAD + 1}"
        remedy = phrase(
            'Write "{yes}" in the column {accept}, or accept all sure ones on Petunjuk.',
            yes=YES,
            accept=layout.ACCEPT,
        )
        problems.append(Problem(where, "no accepted table", "at least one", remedy))
    if problems:
        raise InputError(problems)
    return accepted


def _opened(path: Path) -> Workbook:
    allowed, remedy = "a workbook that `lkjip usul` wrote", "Name the file usulan-....xlsx."
    try:
        check_unpacked(path, MAX_REACH)
        book = in_code(load_workbook(path, data_only=False))
    except BROKEN as error:
        found = "no readable Excel workbook"
        raise wrong_input(path.name, found, allowed, remedy) from error
    needed = (layout.GUIDE, layout.TABLES, layout.CLAIMS, layout.RULES, layout.INDICATORS,
              layout.BANDS)  # fmt: skip
    missing = [name for name in needed if name not in book.sheetnames]
    if missing:
        raise wrong_input(
            path.name, phrase('no sheet "{missing}"', missing=missing[0]), allowed, remedy
        )
    return book


def _unanswered(where: str, text: str) -> Problem:
    """A cell of which the document does not tell what is printed, and nobody said it."""
    return Problem(
        where,
        phrase('"{text}", which nobody answered', text=text),
        "the text that the document prints there",
        phrase("Write it in place of all that stands there, or {no} in the column pakai.", no=NO),
    )


class _Reader:
    """Reads the rows of sheets and keeps what is wrong in them."""

    def __init__(self, file: str, every: bool, problems: list[Problem]) -> None:
        self.file, self.every, self.problems = file, every, problems

    def lines(self, sheet: Worksheet) -> Iterator[Line]:
        names = [cell_text(cell.value) for cell in sheet[layout.HEAD]]
        for number, row in enumerate(
            sheet.iter_rows(min_row=layout.HEAD + 1, values_only=True), layout.HEAD + 1
        ):
            told = {n: cell_text(v) for n, v in zip(names, row, strict=False) if n}
            if any(told.values()):
                yield Line(told, sheet.title, number)

    def accepted(self, sheet: Worksheet) -> tuple[Line, ...]:
        return self.split(sheet)[0]

    def split(self, sheet: Worksheet) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """The rows that are accepted, and those that are left open (neither ya nor tidak)."""
        taken, left = [], []
        for line in self.lines(sheet):
            said = line[layout.ACCEPT].casefold()
            if said not in ("", YES, NO):
                where = f"{self.file}, {line.at(layout.ACCEPT, list(line.told))}"
                self.problems.append(
                    Problem(
                        where,
                        f'"{said}"',
                        phrase("{yes}, {no} or nothing", yes=YES, no=NO),
                        nearest(said, (YES, NO)),
                    )
                )
            if said == YES:
                taken.append(line)
            elif not said and self.every and line[layout.SURE] == HIGH:
                taken.append(Line(line.told, line.sheet, line.row, by_name=False))
            elif not said:
                left.append(line)
        return tuple(taken), tuple(left)

    def chosen(self, line: Line) -> Line:
        """The claim with the rule of the candidate whose number a person wrote, if one was."""
        if not line["pilih"]:
            return line
        offered = [m for text in line["calon lain"].split("\n") if (m := CANDIDATE.match(text))]
        picked = next((m for m in offered if m["number"] == line["pilih"]), None)
        if picked is None:
            where = f"{self.file}, {line.at('pilih', list(line.told))}"
            allowed = ", ".join(m["number"] for m in offered) or phrase(
                "nothing: there is no candidate"
            )
            self.problems.append(
                Problem(where, f'"{line["pilih"]}"', allowed, "Write the number of a candidate.")
            )
            return line
        told = {**line.told, "aturan": picked["jenis"], "sel": picked["sel"],
                "dasar": line["dasar"] or "tafsir", "sebab": picked["why"] or ""}  # fmt: skip
        return Line(told, line.sheet, line.row, line.by_name)

    def table(self, book: Workbook, line: Line) -> Sheet | None:
        name = line["lembar"]
        if name not in book.sheetnames:
            where = f"{self.file}, {line.at('lembar', list(line.told))}"
            self.problems.append(
                Problem(
                    where,
                    phrase('the sheet "{name}"', name=name),
                    ", ".join(book.sheetnames),
                    nearest(name, book.sheetnames),
                )
            )
            return None
        sheet = book[name]
        named = [cell_text(cell.value) for cell in sheet[layout.MAPPED]][1:]
        places = [i for i, text in enumerate(named, 2) if text and text != layout.SKIPPED]
        columns = tuple(named[i - 2] for i in places)
        heads = tuple(cell_text(sheet.cell(layout.PRINTED, i).value) for i in places)
        rows, numbers = [], []
        for number in range(layout.FIRST, sheet.max_row + 1):
            use = cell_text(sheet.cell(number, 1).value)
            if use == layout.OUTSIDE:
                break
            if use.casefold() == NO:
                continue
            texts = tuple(self._cell(sheet, number, i) for i in places)
            if any(texts):
                rows.append(texts)
                numbers.append(number)
        letters = tuple(get_column_letter(i) for i in places)
        return Sheet(line, columns, heads, tuple(rows), tuple(numbers), letters)

    def _cell(self, sheet: Worksheet, row: int, column: int) -> str:
        """The text of a cell; a number typed in Excel has lost its print, whole ones apart."""
        cell = sheet.cell(row, column)
        value = cell.value
        if isinstance(value, str) and value.lstrip().startswith(layout.ASKED):
            self.problems.append(
                _unanswered(f"{self.file}, {sheet.title}!{cell.coordinate}", value)
            )
            return ""
        broken = isinstance(value, float) and not value.is_integer()
        if broken or cell.data_type in ("f", "e"):
            where = f"{self.file}, {sheet.title}!{cell.coordinate}"
            self.problems.append(
                Problem(
                    where,
                    phrase('"{value}" as a number or formula', value=value),
                    "text, typed as it is printed",
                    "Set the cell to Text and type the figure again, such as 43,30.",
                )
            )
            return ""
        return str(int(value)) if isinstance(value, float) else cell_text(value)
