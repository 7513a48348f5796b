"""The form as it was filled in: read, checked, every mistake told at once by sheet and cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.intake.document.column_headings import headings_again
from lkjip_analysis.intake.excel.template_sheets import choice_said
from lkjip_analysis.intake.excel_styles import sheet_of
from lkjip_analysis.intake.sheets.letter_faces import words
from lkjip_analysis.intake.sheets.opening_workbook import load_both
from lkjip_analysis.intake.sheets.sheet_cells import Raw
from lkjip_analysis.intake.sheets.stored_cells import Faces
from lkjip_analysis.intake.sheets.workbook_sheets import check_file, hidden_columns, hidden_rows
from lkjip_analysis.language import as_in_code, phrase, worded
from lkjip_analysis.numbers.absent import absence
from lkjip_analysis.numbers.calendar_days import typed_day
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import MISSING
from lkjip_analysis.numbers.written import number
from lkjip_analysis.output.next_year.form import SETTINGS, SETTINGS_SHEET, SHEETS, Entry
from lkjip_analysis.report.grades import is_known

Row = Mapping[str, Any]
"""What one row fills in, by the name of its entry: text (a grade too), Fraction, date or None."""

KODE = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
DIGITS = 15
"""Excel keeps so many significant digits; what lies beyond them is noise of the computer."""


@dataclass(frozen=True)
class Isian:
    """The filled-in form; each row carries its place under `sel`."""

    file: str
    settings: Row
    sheets: Mapping[str, tuple[Row, ...]]


@dataclass
class Reading:
    """One workbook being read: its values, its formulas, and what is wrong so far."""

    file: str
    values: Workbook
    formulas: Workbook
    problems: list[Problem] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    """What each sheet is called in the language of the workbook."""

    def wrong(self, place: str, found: str, allowed: str, remedy: str) -> None:
        place = self.titles.get(place, place)
        self.problems.append(Problem(f"{self.file}:{place}", found, allowed, remedy))


def read(path: Path) -> tuple[Reading, Isian]:
    """The form at `path`, with what is wrong in single cells.

    Raises: InputError where it is no workbook, or a sheet is missing.
    """
    reading = _opened(path)
    settings = _settings(reading, reading.titles[SETTINGS_SHEET])
    sheets = {name: tuple(_rows(reading, reading.titles[name], entries))
              for name, entries in SHEETS.items()}  # fmt: skip
    return reading, Isian(path.name, settings, sheets)


def _opened(path: Path) -> Reading:
    check_file(path)
    values, formulas = load_both(path)
    reading = Reading(path.name, values, formulas)
    for name in (SETTINGS_SHEET, *SHEETS):
        if (sheet := sheet_of(values, name)) is None:
            more, called = phrase(" Name the sheet as in the example."), worded(name)
            allowed = phrase('a sheet named "{name}"', name=called)
            remedy = nearest(called, values.sheetnames) + more
            reading.wrong(name, "no such sheet", allowed, remedy)
            continue
        reading.titles[name] = sheet.title
        if sheet.sheet_state != "visible":
            reading.wrong(name, "a hidden sheet", "sheets that are seen", "Unhide the sheet.")
    if reading.problems:
        raise InputError(reading.problems)
    for name in reading.titles.values():
        _check_hidden(reading, name)
    return reading


def _check_hidden(reading: Reading, name: str) -> None:
    """What is hidden would be read unseen: the user decides, as in every workbook."""
    sheet = reading.values[name]
    allowed, remedy = "rows that are seen", "Unhide it, or delete it if it does not count."
    filled = {(cell.row, cell.column) for cell in sheet._cells.values() if cell.value is not None}
    rows, columns = frozenset(hidden_rows(sheet)), hidden_columns(sheet)
    for row in sorted({row for row, _ in filled} & rows):
        reading.wrong(f"{name}!A{row}", "a hidden row with data", allowed, remedy)
    for column in sorted({column for _, column in filled} & columns):
        place = f"{name}!{get_column_letter(column)}1"
        reading.wrong(place, "a hidden column with data", allowed, remedy)


def _settings(reading: Reading, title: str) -> Row:
    sheet = reading.values[title]
    known = {_plain(entry.heading): entry for entry in SETTINGS}
    found: dict[str, Any] = {}
    for row in range(2, sheet.max_row + 1):
        label = _heading(str(sheet.cell(row, 1).value or ""), SETTINGS)
        if not label:
            continue
        if label not in known:
            allowed = ", ".join(worded(entry.heading) for entry in SETTINGS)
            place = f"{title}!A{row}"
            reading.wrong(place, f'"{label}"', allowed, nearest(label, known))
            continue
        if known[label].name in found:
            found_twice = phrase('the line "{label}" a second time', label=label)
            place = f"{title}!A{row}"
            reading.wrong(place, found_twice, "each line once", "Remove one.")
        found[known[label].name] = _value(reading, title, row, 2, known[label])
    for entry in SETTINGS:
        if entry.name not in found and not entry.blank:
            remedy = "Add the line again; the example workbook shows it."
            reading.wrong(
                SETTINGS_SHEET,
                phrase('no line "{heading}"', heading=worded(entry.heading)),
                "every line *",
                remedy,
            )
    return {entry.name: found.get(entry.name) for entry in SETTINGS}


def _rows(reading: Reading, name: str, entries: Sequence[Entry]) -> Iterator[Row]:
    sheet = reading.values[name]
    known = {_plain(entry.heading): entry for entry in entries}
    told = {c.column: _heading(str(c.value or ""), entries) for c in sheet[1] if c.column}
    again = headings_again(told)
    for column in again:
        found = phrase('the heading "{value}" a second time', value=sheet.cell(1, column).value)
        place = f"{name}!{sheet.cell(1, column).coordinate}"
        reading.wrong(place, found, "each column once", "Rename or remove one.")
    heads = {head: column for column, head in told.items() if head and column not in again}
    for head, column in heads.items():
        if head not in known:
            place = f"{name}!{sheet.cell(1, column).coordinate}"
            allowed = ", ".join(worded(entry.heading) for entry in entries)
            reading.wrong(
                place, phrase('the column "{head}"', head=head), allowed, nearest(head, known)
            )
    for head in sorted(head for head in known.keys() - heads.keys() if not known[head].newer):
        remedy = "Write the heading in row 1, as in the example workbook."
        reading.wrong(
            f"{name}!1",
            phrase('no column "{heading}"', heading=worded(known[head].heading)),
            "every column",
            remedy,
        )
    for merged in sheet.merged_cells.ranges:
        remedy = "Unmerge it and fill in each row."
        reading.wrong(f"{name}!{merged.coord}", "merged cells", "one value in each cell", remedy)
    columns = {known[head]: column for head, column in heads.items() if head in known}
    for row in range(2, sheet.max_row + 1):
        if any(
            reading.formulas[name].cell(row, c).value not in (None, "") for c in columns.values()
        ):
            held = {e.name: _value(reading, name, row, c, e) for e, c in columns.items()}
            places = {e.name: f"{name}!{sheet.cell(row, c).coordinate}" for e, c in columns.items()}
            yield {**dict.fromkeys(entry.name for entry in entries), **held, "sel": places}


def _plain(heading: str) -> str:
    return " ".join(heading.replace("*", " ").split()).casefold()


def _heading(told: str, entries: Sequence[Entry]) -> str:
    """A heading as the code has it, in whatever language it is written."""
    return _plain(as_in_code(_plain(told), [entry.heading for entry in entries]))


def _value(reading: Reading, sheet: str, row: int, column: int, entry: Entry) -> Any:
    """What a cell holds as its entry asks; a mistake is noted and read as None."""
    cell, formula = (book[sheet].cell(row, column) for book in (reading.values, reading.formulas))
    place = f"{sheet}!{cell.coordinate}"
    raw = Faces(reading.values[sheet]).raw(
        cell, formula.value if formula.data_type == "f" else None
    )
    told = _seen(reading, place, raw)
    if raw.value is None and raw.formula and not raw.blank:
        remedy = "Open the file in Excel, let it calculate and save; or write the value."
        reading.wrong(
            place,
            phrase('"{value}" without a value', value=formula.value),
            "a calculated value",
            remedy,
        )
    elif cell.data_type == "e":
        reading.wrong(place, phrase("the error {told}", told=told), "a value", "Mend the formula.")
    elif told is None or (isinstance(told, str) and _is_missing(told, entry)):
        if not entry.blank:
            reading.wrong(place, phrase("nothing"), worded(entry.heading), "Fill the cell in.")
    else:
        try:
            return _typed(told, str(cell.number_format), entry)
        except ValueError as error:
            allowed, remedy = _asked(entry)
            reading.wrong(place, str(error), allowed, remedy)
    return None


def _is_missing(text: str, entry: Entry) -> bool:
    """Blank; or, where a figure may be unknown, the words that say so."""
    unknown = text.strip().casefold() in MISSING or text.strip() == "-" or bool(absence(text))
    return not text.strip() or (entry.content in ("angka", "rupiah") and unknown)


def _asked(entry: Entry) -> tuple[str, str]:
    if entry.choices:
        return ", ".join(map(choice_said, entry.choices)), phrase(
            "Choose one from the list of the cell."
        )
    if entry.name.startswith("tahun"):
        return "a year such as 2025", "Type it as a number, without unit or spaces."
    example = "dinas-contoh" if entry.name == "instansi" else "jalan_baik"
    code = phrase("Write a short code such as {example}.", example=example)
    return {
        "angka": ("a number such as 43,3", "Type it as a number, without unit or spaces."),
        "rupiah": ("an amount in rupiah, at least 0", "Type it as a number, without Rp or dots."),
        "tanggal": ("a date such as 31-01-2026 or 31 Januari 2026", "Write day, month and year."),
        "kode": ("lower-case letters, digits, - and _", code),
        "teks": (phrase("text"), "Write it as text."),
    }[entry.content]


def _seen(reading: Reading, place: str, raw: Raw) -> Any:
    """What a cell holds of all that is seen and counts: nothing struck out, no notes."""
    if raw.value is None or raw.blank:
        return None
    if raw.face.struck or raw.face.unseen or raw.face.raised or raw.face.lowered or raw.runs:
        number = isinstance(raw.value, int | float)
        if number or any(run.face.unseen for run in raw.pieces):
            look = phrase("struck out, raised or unseen")
            remedy = "Format it as usual, or empty the cell."
            reading.wrong(place, f'"{raw.value}", {look}', "what is seen on the line", remedy)
            return None
        return words(raw.pieces)
    return raw.value


def _typed(told: Any, form: str, entry: Entry) -> Any:
    """Raises: ValueError with what was found instead."""
    if isinstance(told, bool):
        raise ValueError(phrase("the truth value {told}", told=told))
    if entry.content == "tanggal":
        return _date(told)
    if isinstance(told, datetime | date):
        raise ValueError(phrase("the date {told:%Y-%m-%d}", told=told))
    if entry.words and isinstance(told, str) and is_known(told):
        return " ".join(told.split())
    if entry.content in ("angka", "rupiah"):
        return _number(told, form, entry)
    text = number(told, grouped=False) if isinstance(told, int | float) else str(told)
    text = as_in_code(" ".join(text.split()), entry.choices)
    if entry.choices and text not in entry.choices:
        raise ValueError(f'"{text}". {nearest(text, entry.choices)}')
    if entry.content == "kode" and not KODE.fullmatch(text):
        raise ValueError(f'"{text}"')
    return text


def _number(told: Any, form: str, entry: Entry) -> Fraction:
    if not isinstance(told, int | float):
        raise ValueError(phrase('the text "{told}"', told=told))
    if "%" in form:
        raise ValueError(phrase("{told} in a cell of format {form}", told=number(told), form=form))
    value = Fraction(Decimal(format(told, f".{DIGITS}g")))
    if entry.content == "rupiah" and (value < 0 or value * 100 % 1):
        raise ValueError(f"{number(value)}")
    return value


def _date(told: object) -> date:
    day = told if isinstance(told, date) else typed_day(str(told))
    if day is None:
        raise ValueError(f'"{told}"')
    return day.date() if isinstance(day, datetime) else day
