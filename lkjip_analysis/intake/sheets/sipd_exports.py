"""An export of SIPD to the table that a report prints: its lines, one for each document or account,
added up by programme, activity and sub-activity, and in all.

Which of its columns are read stands in `standards/sipd.yaml`; the others (payees, documents) are
left out, and that is said. Budget and spending on two sheets of one workbook make one table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.document.column_styles import DEFAULT, written
from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.sheets.sheet_cells import Raw, Refused
from lkjip_analysis.intake.sheets.sheet_styles import texts_in
from lkjip_analysis.intake.sheets.workbook_sheets import Sheet
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Style, Unreadable, read
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.yamltext import standard

WIDEST = 200
"""An export has some forty columns; a sheet of many more is none, and is not searched."""
LEVELS = 2
"""So many levels with code and name, each in columns of its own, tell an export from a table."""
ALL = ""
"""The code of the line that adds up everything."""
WHOLE, CENTS = "#,##0", "#,##0.00"


@dataclass(frozen=True)
class Export:
    """A sheet that is an export: its row of headings, and the columns that are read."""

    sheet: Sheet
    head: int
    levels: tuple[tuple[int, int], ...]
    """The columns of code and name, from programme downwards."""
    agency: tuple[int, int] | None
    amounts: Mapping[str, int]
    """The column that is added up, by the heading of the table that is made."""
    returned: int | None

    @property
    def rows(self) -> list[int]:
        sheet = self.sheet
        below = {row for row, _ in sheet.cells if row > self.head}
        return sorted(row for row in below - sheet.hidden_rows if self.code(row))

    def code(self, row: int) -> str:
        return self.sheet.label(row, self.levels[0][0])


@dataclass
class Line:
    """One programme, activity or sub-activity: what the lines of the export say of it."""

    name: str
    printed: tuple[str, str] = ("", "")
    """The cells in which its code and name stand first."""
    sums: dict[str, Fraction] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=dict)
    """The cells that were added up, by heading: the first and the last are told."""
    returned: Fraction = Fraction(0)


Lines = dict[str, Line]


def added_up(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets of a workbook, with one table for each agency in the place of its exports.

    Raises: InputError for amounts of an export that cannot be read.
    """
    exports = [one for sheet in sheets if (one := export_of(sheet))]
    if not exports:
        return list(sheets)
    others = [sheet for sheet in sheets if all(one.sheet is not sheet for one in exports)]
    headings = list(dict.fromkeys(name for one in exports for name in one.amounts))
    said = tuple(told for one in exports for told in _said(one))
    file = exports[0].sheet.file
    made = [
        _table(file, agency, lines, headings, said) for agency, lines in _lines_of(exports).items()
    ]
    return [*made, *others]


def export_of(sheet: Sheet) -> Export | None:
    """The sheet as an export; None where it is none, or hidden."""
    if sheet.hidden or not sheet.filled:
        return None
    head = min(sheet.filled)
    if len(sheet.filled[head]) > WIDEST:
        return None
    columns = {plain_words(sheet.label(head, c)): c for c in reversed(sheet.filled[head])}
    known = standard("sipd")
    levels = tuple(pair for told in known["tingkat"] if (pair := _pair(columns, told)))
    amounts = {
        name: column
        for name, titles in known["nilai"].items()
        if (column := _column(columns, titles)) is not None
    }
    if len(levels) < LEVELS or not amounts:
        return None
    agency = _pair(columns, known["instansi"])
    return Export(sheet, head, levels, agency, amounts, _column(columns, known["setoran"]))


def _column(columns: Mapping[str, int], titles: Iterable[str]) -> int | None:
    return next((columns[title] for title in titles if title in columns), None)


def _pair(columns: Mapping[str, int], told: Mapping[str, Sequence[str]]) -> tuple[int, int] | None:
    code, name = _column(columns, told["kode"]), _column(columns, told["nama"])
    return None if code is None or name is None else (code, name)


def _lines_of(exports: Sequence[Export]) -> dict[str, Lines]:
    """What each agency has of each code, over all exports. Raises: InputError"""
    found: dict[str, Lines] = {}
    problems: list[Problem] = []
    for export in exports:
        styles = {column: _style(export, column) for column in _figures(export)}
        for row in export.rows:
            agency = export.sheet.label(row, export.agency[1]) if export.agency else ""
            try:
                _add(found.setdefault(agency, {}), export, row, styles)
            except InputError as error:
                problems += error.problems
    if problems:
        raise InputError(problems)
    return found


def _figures(export: Export) -> list[int]:
    return [*export.amounts.values(), *([export.returned] if export.returned else [])]


def _style(export: Export, column: int) -> Style:
    proven = written(texts_in(export.sheet, column, export.rows)).proven
    return next(iter(proven)) if len(proven) == 1 else DEFAULT


def _add(lines: Lines, export: Export, row: int, styles: Mapping[int, Style]) -> None:
    """Adds what one line of an export says to each of the levels that it names, and to all."""
    sheet = export.sheet
    amounts = {
        name: _amount(sheet, row, column, styles[column]) for name, column in export.amounts.items()
    }
    back = export.returned
    returned = _amount(sheet, row, back, styles[back]) if back else Fraction(0)
    for line in _levels(lines, export, row):
        line.returned += returned
        for name, amount in amounts.items():
            line.sums[name] = line.sums.get(name, Fraction(0)) + amount
            line.places.setdefault(name, []).append(sheet.place(row, export.amounts[name]))


def _levels(lines: Lines, export: Export, row: int) -> list[Line]:
    """The lines that a row of an export belongs to: what all is, and what it names."""
    sheet = export.sheet
    found = [lines.setdefault(ALL, Line("Jumlah"))]
    for code_column, name_column in export.levels:
        if code := sheet.label(row, code_column):
            printed = sheet.place(row, code_column), sheet.place(row, name_column)
            found.append(lines.setdefault(code, Line(sheet.label(row, name_column), printed)))
    return found


def _amount(sheet: Sheet, row: int, column: int, style: Style) -> Fraction:
    """What one cell adds; nothing where it is blank. Raises: InputError"""
    try:
        return read(sheet.text(row, column, style, is_figure=True), style).value or Fraction(0)
    except Refused as refused:
        raise InputError([sheet.problem(row, column, refused)]) from refused
    except Unreadable as error:
        found = f'"{sheet.label(row, column)}"'
        unreadable = Refused(found, "an amount of rupiah", "Correct the cell.")
        raise InputError([sheet.problem(row, column, unreadable)]) from error


def _said(export: Export) -> tuple[str, ...]:
    told = phrase(
        'Lembar "{title}" adalah ekspor SIPD: {count} baris dijumlahkan per program, kegiatan '
        "dan sub kegiatan; kolom lain tidak dibaca.",
        title=export.sheet.title,
        count=number(len(export.rows)),
    )
    below = {row for row, _ in export.sheet.cells if row > export.head}
    hidden = below & export.sheet.hidden_rows
    nameless = below - hidden - set(export.rows)
    left = (
        phrase("{count} baris tersembunyi tidak ikut.", count=number(len(hidden))),
        phrase("{count} baris tanpa kode program tidak ikut.", count=number(len(nameless))),
    )
    return told, *(one for one, rows in zip(left, (hidden, nameless), strict=True) if rows)


def _table(
    file: str, agency: str, lines: Lines, headings: Sequence[str], said: tuple[str, ...]
) -> Sheet:
    """The table of one agency as a sheet, each sum knowing the cells that it was added up from."""
    title = "Anggaran per program"
    cells = {(1, 1): _text(f"{title} {agency}".strip())}
    places: dict[tuple[int, int], str] = {}
    for column, heading in enumerate(("Kode", "Program", *headings), 1):
        cells[2, column] = _text(heading)
    for row, code in enumerate([*sorted(lines.keys() - {ALL}, key=_in_order), ALL], 3):
        line = lines[code]
        cells[row, 1], cells[row, 2] = _text(code), _text(line.name)
        if code != ALL:
            places[row, 1], places[row, 2] = line.printed
        for column, heading in enumerate(headings, 3):
            cells[row, column] = _sum(line, heading)
            places[row, column] = _added_from(line.places.get(heading, []))
    return Sheet(file, agency or title, cells, places=places, said=said)


def _text(text: str) -> Raw:
    return Raw(text, "@")


def _sum(line: Line, heading: str) -> Raw:
    """A sum as a cell; spending with money returned is not known: is it taken off already?"""
    value = line.sums.get(heading, Fraction(0))
    shown = int(value) if value.denominator == 1 else float(value)
    form = WHOLE if value.denominator == 1 else CENTS
    unsure = ""
    if heading == "Realisasi" and line.returned:
        unsure = phrase(
            "spending of {spent} with {returned} in Nilai Setoran, which may have to be taken off",
            spent=number(value),
            returned=number(line.returned),
        )
    return Raw(shown, form, unsure=unsure)


def _added_from(places: Sequence[str]) -> str:
    """The cells of a sum as one place: from the first to the last."""
    if not places:
        return ""
    last = places[-1].rpartition("!")[2]
    return places[0] if len(places) == 1 else f"{places[0]}:{last}"


def _in_order(code: str) -> list[tuple[int, str]]:
    """Codes in the order of their numbers: 1.9 before 1.10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in code.split(".")]
