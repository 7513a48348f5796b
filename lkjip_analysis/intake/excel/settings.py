"""What the sheet `Pengaturan` says: entries and rows as text, each with the cell that holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lkjip_analysis.errors import Problem, nearest, wrong_input
from lkjip_analysis.intake.excel.template_sheets import Block, Entry, blocks, choice_said
from lkjip_analysis.intake.sheets.sheet_cells import Refused
from lkjip_analysis.intake.sheets.workbook_sheets import Sheet
from lkjip_analysis.language import as_in_code, phrase, worded
from lkjip_analysis.numbers.calendar_days import typed_day
from lkjip_analysis.numbers.printed import Unreadable, read
from lkjip_analysis.numbers.written import plain
from lkjip_analysis.report.declaration import Told

NUMBERS = frozenset({"dari", "lebih_dari", "sampai", "kurang_dari", "maksimum",
                     "minimum", "capaian_maksimum", "capaian_minimum", "target_nol"})  # fmt: skip


Row = Mapping[str, Told]
NOTHING = Told("")


@dataclass(frozen=True)
class Settings:
    """The blocks of the sheet: lists of entries by name, tables as rows."""

    lists: Mapping[str, Row]
    tables: Mapping[str, tuple[Row, ...]]

    def get(self, block: str, entry: str) -> str:
        return str(self.lists.get(block, {}).get(entry, NOTHING))

    def rows(self, block: str) -> tuple[Row, ...]:
        return self.tables.get(block, ())


def read_settings(sheet: Sheet, problems: list[Problem]) -> Settings:
    """The filled-in sheet; each cell that cannot be read, or holds a word that is no choice, is
    left empty and put to the problems, which are told with those of the tables.

    Raises: InputError where the sheet is none of the template's.
    """
    starts = _starts(sheet)
    lists: dict[str, Row] = {}
    tables: dict[str, tuple[Row, ...]] = {}
    for name, block in blocks().items():
        if name not in starts:
            continue
        start = starts[name]
        end = min((row for row in starts.values() if row > start), default=sheet.last_row + 1)
        if block.rows:
            tables[name] = tuple(_rows(sheet, block, start, end, problems))
        else:
            lists[name] = _list(sheet, block, start, end, problems)
    return Settings(lists, tables)


def _starts(sheet: Sheet) -> dict[str, int]:
    """The row of each block's title. Raises: InputError where the first is not there."""
    titles = {block.judul: name for name, block in blocks().items()}
    found: dict[str, int] = {}
    for row, column in sorted(sheet.cells):
        name = titles.get(as_in_code(sheet.label(row, column), titles))
        if column == 1 and name:
            found.setdefault(name, row)
    if "laporan" not in found:
        allowed = ", ".join(worded(block.judul) for block in blocks().values())
        remedy = "Keep the titles of the template; write a fresh one with `lkjip template`."
        place = f"{sheet.title}!A1"
        raise wrong_input(sheet.file, "no block titles", allowed, remedy, column=place)
    return found


def _list(sheet: Sheet, block: Block, start: int, end: int, problems: list[Problem]) -> Row:
    found: dict[str, Told] = {}
    for row in range(start + 1, end):
        entry = _entry(sheet, block, row, 1)
        if entry:
            found[entry.name] = _told(sheet, entry, row, 2, problems)
    return found


def _rows(
    sheet: Sheet, block: Block, start: int, end: int, problems: list[Problem]
) -> Iterator[Row]:
    """The rows of a table block; its headings stand in any order."""
    places: Mapping[int, Entry] = {}
    header = start
    while len(places) < 2 and header < end - 1:
        header += 1
        named = {column: _entry(sheet, block, header, column) for column in sheet.columns}
        places = {column: entry for column, entry in named.items() if entry}
    for row in range(header + 1, end):
        if any((row, column) in sheet.cells for column in places):
            yield {e.name: _told(sheet, e, row, place, problems) for place, e in places.items()}


def _entry(sheet: Sheet, block: Block, row: int, column: int) -> Entry | None:
    """What the title in a cell asks for, in whatever language it is written."""
    titles = {entry.judul: entry for entry in block.entries}
    return titles.get(as_in_code(sheet.label(row, column), titles))


def _told(sheet: Sheet, entry: Entry, row: int, column: int, problems: list[Problem]) -> Told:
    """The text of one cell in the form that laporan.yaml wants."""
    place = sheet.place(row, column)
    try:
        text = _text(sheet, entry, row, column)
    except Refused as refused:
        problems.append(sheet.problem(row, column, refused))
        return Told("", place)
    text = as_in_code(text, entry.choices)
    if entry.choices and text and not entry.open and text not in entry.choices:
        found = f'{worded(entry.judul)}: "{text}"'
        allowed = ", ".join(map(choice_said, entry.choices))
        remedy = nearest(text, entry.choices)
        problems.append(Problem(sheet.file, found, allowed, remedy, column=place))
        return Told("", place)
    return Told(text, place)


def _text(sheet: Sheet, entry: Entry, row: int, column: int) -> str:
    raw = sheet.cells.get((row, column))
    if entry.name == "tanggal_data" and raw is not None:
        return _date(raw.value)
    text = sheet.text(row, column)
    if entry.name in NUMBERS and text:
        return _number(text)
    return text


def _number(text: str) -> str:
    """A plain decimal with a point. Raises: Refused"""
    try:
        value = read(text).value
    except Unreadable as error:
        allowed, remedy = "a number such as 75 or 74,5", "Correct it."
        raise Refused(f'"{text}" ({error})', allowed, remedy) from error
    if value is None:
        return ""
    return plain(value)


def _date(value: object) -> str:
    """A date as ISO text, typed in any of the usual ways. Raises: Refused"""
    if isinstance(value, (datetime, date)):
        return f"{value:%Y-%m-%d}"
    text = str(value).strip()
    if day := typed_day(text):
        return f"{day:%Y-%m-%d}"
    allowed = "a date such as 31-01-2026 or 31 Januari 2026"
    raise Refused(phrase('the date "{text}"', text=text), allowed, "Write day, month and year.")
