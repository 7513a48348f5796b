"""One recognised sheet as a filled table: its rows, how its columns are written, what is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.excel.filled_table import Filled
from lkjip_analysis.intake.excel.goal_lines import goal_lines, place_of_line, with_goals
from lkjip_analysis.intake.excel.settings import NOTHING, Settings
from lkjip_analysis.intake.excel.settings import Row as Line
from lkjip_analysis.intake.excel.template_sheets import forms
from lkjip_analysis.intake.sheets import table_body as bodies
from lkjip_analysis.intake.sheets.codes import EXAMPLE
from lkjip_analysis.intake.sheets.headings import EARLIER, LEFT_OUT
from lkjip_analysis.intake.sheets.recognition import Recognised, UnknownTables
from lkjip_analysis.intake.sheets.row_keys import MEAN, Keys, summary_of, without_label_for_key
from lkjip_analysis.intake.sheets.scale_words import doubted, few_with_decimals, scales
from lkjip_analysis.intake.sheets.sheet_rows import Row
from lkjip_analysis.intake.sheets.workbook_sheets import Sheet
from lkjip_analysis.intake.tables.printed_units import printed_units
from lkjip_analysis.intake.tables.read_figures import figure_of
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.numbers.printed import Style
from lkjip_analysis.report.row_names import begins_as_total
from lkjip_analysis.report.schema import Column, TableType

Answer = TypeVar("Answer")


@dataclass
class Reading:
    """What has been read so far of a workbook; problems are gathered and told at once."""

    file: str
    tahun: int
    types: Sequence[TableType]
    settings: Settings | None
    tipe: Mapping[str, str]
    gaya: Mapping[str, Style] = field(default_factory=dict)
    dalam: Mapping[str, str] = field(default_factory=dict)
    tell: Callable[[str], object] = str
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown: list[Problem] = field(default_factory=list)

    def fail(self) -> None:
        """Raises: InputError where there are problems; UnknownTables where types are unknown."""
        problems = [*self.unknown, *self.problems]
        if problems:
            raise UnknownTables(problems) if self.unknown else InputError(problems)


def of_sheet(told: Mapping[str, Answer], sheet: Sheet) -> Answer | None:
    """What the user says of a table: of its own first cell, else of its whole sheet."""
    return told.get(sheet.name, told.get(sheet.title))


def told_of(sheet: Sheet, reading: Reading) -> Line:
    """What Pengaturan says of a sheet."""
    rows = reading.settings.rows("tabel") if reading.settings else ()
    return next((row for row in rows if str(row.get("lembar", NOTHING)) == sheet.title), {})


def filled_table(one: Recognised, name: str, keys: Keys, reading: Reading) -> Filled:
    goals = goal_lines(one) if reading.settings is None else {}
    body = bodies.read_body(one, of_sheet(reading.gaya, one.sheet), goals)
    rows = [row for row in body.rows if not _is_example(one, row, reading)]
    rows = [without_label_for_key(one.type, row) for row in rows]
    reading.problems += [p for p in body.problems if not _of_example(p, body.rows, rows)]
    reading.problems += _subtotals(one, rows)
    if reading.settings is None:
        rows = with_goals(one, rows, goals)
    named = {row.texts.get("sasaran") for row in rows}
    left = [*body.left, *(place_of_line(one, at) for at in goals if goals[at] not in named)]
    if left:
        more = phrase(" dan {count} lagi", count=len(left) - 3) if len(left) > 3 else ""
        told = ", ".join(left[:3]) + more
        reading.notes.append(phrase("Di luar tabel, tidak diimpor: {told}.", told=told))
    if not rows:
        reading.notes.append(
            phrase('Lembar "{title}" tidak diimpor: belum ada barisnya.', title=one.sheet.name)
        )
    reading.notes += _left_out(one)
    reading.notes += _twice(one, rows)
    told_row = told_of(one.sheet, reading)
    more_told = {n: told_row.get(n, NOTHING) for n in ("label", "bagian", "halaman", "transkripsi")}
    changes = _changes(one, replace(body, rows=tuple(rows)), reading)
    kind = replace(one.match, type=one.type.override(changes))
    kept = tuple(keys.with_keys(one.type, rows))
    return Filled(name, replace(one, match=kind), kept, **more_told, changes=changes)


def _left_out(one: Recognised) -> Iterator[str]:
    """The columns that are seen and not taken over, because the table type has none like them."""
    for place, name in one.match.columns.items():
        if name in LEFT_OUT:
            yield phrase(
                'Kolom "{judul}" di lembar "{title}" tidak diimpor: '
                "jenis tabelnya tidak memuatnya.",
                judul=one.labels[place],
                title=one.sheet.name,
            )
    earlier = [one.labels[place] for place, name in one.match.columns.items() if name == EARLIER]
    if earlier:
        yield worded(
            "agar {unread} ikut dalam tren: masukkan angkanya ke folder tahunnya, sebagai tabel "
            "berjenis pernyataan",
            unread=", ".join(f'"{label}"' for label in earlier),
        )


def _twice(one: Recognised, rows: Sequence[Row]) -> Iterator[str]:
    """Rows that print the name and the figures of one above, as when a row is pasted again; one
    below another goal, or with another code, is a thing of its own."""
    counted = [column for column in one.type.columns.values() if column.is_number]
    own = [name for name in ("sasaran", "kode") if name in one.type.columns]
    seen: dict[tuple[object, ...], int] = {}
    for row in rows:
        name = row.texts.get(one.type.nama_baris, "")
        figures = [_amount(row.texts.get(column.name, ""), column) for column in counted]
        told = (name, *figures, *(row.texts.get(column, "") for column in own))
        if not name or not any(figures):
            continue
        if told in seen:
            yield phrase(
                'Baris {row} lembar "{title}" sama dengan baris {first}; keduanya diimpor.',
                row=row.number,
                title=one.sheet.name,
                first=seen[told],
            )
        seen.setdefault(told, row.number)


def _amount(text: str, column: Column) -> object:
    """What a figure comes to, however many decimals it prints; a text that is none as it is."""
    figure = figure_of(text, column)
    return text if figure is None or figure.value is None else figure.value


def _counts_in(one: Recognised, reading: Reading) -> str | None:
    """What the user says that the money of a table counts in: by an option, or in Pengaturan."""
    told = str(told_of(one.sheet, reading).get("dalam", NOTHING))
    return of_sheet(reading.dalam, one.sheet) or told or None


def _scales(one: Recognised, reading: Reading) -> dict[str, str]:
    """What columns count in; the template is typed as printed, so there the user says it."""
    asked = _counts_in(one, reading)
    found = scales(one, asked)
    if reading.settings is None or asked is not None or not found:
        return found
    words = ", ".join(f'"{one.type.columns[name].judul}" ({word})' for name, word in found.items())
    reading.notes.append(
        phrase(
            'Lembar "{title}": judul menyebut kelipatan, angka dibaca apa adanya: {words}. '
            'Bila angkanya kelipatan itu, ulangi dengan --dalam "{title}=KELIPATAN" atau pilih '
            "kelipatannya di Pengaturan bagian 6, kolom Uang dalam.",
            title=one.sheet.name,
            words=words,
        )
    )
    return {}


def _changes(one: Recognised, body: bodies.Body, reading: Reading) -> dict[str, dict[str, Any]]:
    """How the columns of a table are written otherwise than their type says."""
    changes: dict[str, dict[str, Any]] = {}
    reading.notes += body.notes
    told = _scales(one, reading)
    if _counts_in(one, reading) is None:
        reading.problems += doubted(one, body.rows, told, body.styles)
        reading.problems += few_with_decimals(one, body.rows, told, body.styles)
    for name, style in body.styles.items():
        changes[name] = {"gaya": str(style)}
    if changes:
        titles = ", ".join(f'"{one.type.columns[name].judul}"' for name in changes)
        reading.notes.append(
            phrase(
                'Lembar "{title}": kolom {titles} ditulis dengan gaya Inggris (1,250.50).',
                title=one.sheet.name,
                titles=titles,
            )
        )
    for name, word in told.items():
        changes.setdefault(name, {})["dalam"] = word
    for name, units in _units(one, body, reading):
        changes.setdefault(name, {})["satuan_tercetak"] = units
    return changes


def _units(one: Recognised, body: bodies.Body, reading: Reading) -> Iterator[tuple[str, list[str]]]:
    """The units that a column may print, with new ones behind its figures; a form declares its."""
    for name in one.match.columns.values() if reading.settings is None else ():
        column = one.type.columns[name]
        found = printed_units([row.texts[name] for row in body.rows], column)
        if column.is_number and found:
            yield name, [*column.satuan_tercetak, *found]


def _subtotals(one: Recognised, rows: Sequence[Row]) -> Iterator[Problem]:
    """A total above the last row would be counted as a part, or taken for the whole."""
    while rows and summary_of(one.type, rows[-1].texts) == MEAN:
        rows = rows[:-1]
    for row in rows[:-1]:
        named = any(map(begins_as_total, row.texts.values()))
        known = row.texts.get(one.type.kunci) or summary_of(one.type, row.texts)
        if one.type.total and named and not known:
            place = one.sheet.place(row.number, min(one.match.columns))
            remedy = "Remove the row; if it is none, give it a key in a column Kode."
            told = "a row that calls itself a total, above the last row"
            yield Problem(one.sheet.file, told, "one total, as the last row", remedy, column=place)


def _is_example(one: Recognised, row: Row, reading: Reading) -> bool:
    """The template's example, as it was; one that was written over is told, never lost."""
    if row.texts.get(one.type.kunci, "").strip().upper() != EXAMPLE:
        return False
    examples = {form.tipe: form.example for form in forms()}
    rest = {name: text for name, text in row.texts.items() if name != one.type.kunci and text}
    printed = {*one.match.columns.values()}  # a column that is not needed may be deleted
    example = {name: t for name, t in examples.get(one.type.name, {}).items() if name in printed}
    if rest and rest != example:
        place = one.sheet.place(row.number, min(one.match.columns))
        remedy = phrase(
            "Replace the key {example} by the row's own, or restore the example.", example=EXAMPLE
        )
        told = "an example row with other contents"
        reading.problems.append(
            Problem(one.sheet.file, told, "the example as it was", remedy, column=place)
        )
    return True


def _of_example(problem: Problem, all_rows: Sequence[Row], kept: Sequence[Row]) -> bool:
    """Is it a problem of a row that is left out anyway?"""
    left = {row.number for row in all_rows} - {row.number for row in kept}
    number = re.search(r"(?<!\d)(\d+)$", problem.column or "")
    return number is not None and int(number[1]) in left
