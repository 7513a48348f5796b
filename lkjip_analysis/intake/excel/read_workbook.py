"""A workbook to tables: which sheet holds which, what is left out and told, what is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, nearest, wrong_input
from lkjip_analysis.intake.excel.filled_sheet import Reading, filled_table, told_of
from lkjip_analysis.intake.excel.filled_table import Filled
from lkjip_analysis.intake.excel.parted_rows import parted
from lkjip_analysis.intake.excel.settings import NOTHING, Settings
from lkjip_analysis.intake.excel.template_sheets import GUIDE, SETTINGS
from lkjip_analysis.intake.sheets.headings import with_left_out
from lkjip_analysis.intake.sheets.recognition import (
    Recognised,
    UnknownTables,
    ambiguous,
    as_type,
    closest,
    heading_problems,
    is_of_its_own,
    is_table,
    recognise,
)
from lkjip_analysis.intake.sheets.row_keys import Keys, known_keys
from lkjip_analysis.intake.sheets.sheet_parts import parts_of
from lkjip_analysis.intake.sheets.sheet_sentences import sentences_in
from lkjip_analysis.intake.sheets.workbook_sheets import Sheet
from lkjip_analysis.language import as_in_code, phrase
from lkjip_analysis.report.report import CLAIMS, CORRECTIONS
from lkjip_analysis.report.row_names import are_of_a_budget
from lkjip_analysis.report.schema import TableType, find_type

SKIP = "-"
LARGE = 2_000
"""A sheet of so many cells takes long enough to be told about."""


def all_types(folders: Iterable[Path]) -> tuple[TableType, ...]:
    """Every table type at hand, apart from the list of corrections."""
    places = tuple(folders)
    names = sorted({path.stem for folder in places for path in folder.glob("*.yaml")})
    asked = Problem("skema", "a table type", "", "")
    found = (find_type(name, places, asked) for name in names if name != CORRECTIONS)
    return tuple(with_left_out(kind) for kind in found)


def read_tables(sheets: Sequence[Sheet], reading: Reading) -> list[Filled]:
    """The tables of a workbook in the order of its sheets, the claims last.

    Raises: InputError with everything that cannot be read.
    """
    parts = [part for sheet in sheets for part in _parts(sheet, reading)]
    _unknown_names(parts, reading)
    found = [one for part in parts if (one := _looked_at(part, reading))]
    for second in [one for one in found if one.type.name == CLAIMS][1:]:
        place = second.sheet.place(second.bottom, min(second.match.columns))
        remedy = "Put all claims on one sheet."
        reading.problems.append(
            Problem(reading.file, "a second sheet of claims", phrase("one"), remedy, column=place)
        )
    names = _names(found, reading.settings is not None)
    keys = _known(reading.settings)
    filled = [
        filled_table(one, name, keys, reading) for one, name in zip(found, names, strict=True)
    ]
    tables = [table for table in filled if table.rows]
    reading.notes += [
        phrase('Lembar "{title}" tersembunyi, tetapi diimpor.', title=table.found.sheet.title)
        for table in tables
        if table.found.sheet.hidden
    ]
    if not (tables or reading.problems or reading.unknown):
        remedy = "Fill a table in, or name the table's type with --tipe SHEET=TIPE."
        reading.problems.append(Problem(reading.file, "no table with rows", "one at least", remedy))
    reading.fail()
    return sorted(tables, key=lambda table: table.type.name == CLAIMS)


def _parts(sheet: Sheet, reading: Reading) -> list[Sheet]:
    """The tables of a sheet; one whose type is said, and a form of the template, is taken whole."""
    return [sheet] if reading.settings or sheet.title in reading.tipe else parts_of([sheet])


def _looked_at(sheet: Sheet, reading: Reading) -> Recognised | None:
    """The table of a sheet; None for one that holds none, or cannot be read, which is noted."""
    reading.notes += sheet.said
    if len(sheet.cells) >= LARGE:
        told = phrase(
            'Membaca lembar "{title}" ({count} sel) ...', title=sheet.title, count=len(sheet.cells)
        )
        reading.tell(told)
    try:
        return _recognised(sheet, reading)
    except InputError as error:
        unknown = isinstance(error, UnknownTables)
        (reading.unknown if unknown else reading.problems).extend(error.problems)
        return None


def _unknown_names(sheets: Sequence[Sheet], reading: Reading) -> None:
    """Sheets that --tipe or Pengaturan name and the workbook does not have.

    One of Pengaturan was deleted where no sheet is left that may be it under another name.
    """
    titles = list(dict.fromkeys(name for one in sheets for name in (one.title, one.name)))
    for name in (name for name in reading.tipe if name not in titles):
        _note_unknown(reading, name, "--tipe", titles)
    rows = reading.settings.rows("tabel") if reading.settings else ()
    listed = [row["lembar"] for row in rows if str(row.get("lembar", NOTHING))]
    ours = (SETTINGS, GUIDE)
    left = [t for t in titles if t not in map(str, listed) and as_in_code(t, ours) not in ours]
    for told in (told for told in listed if str(told) not in titles):
        if left:
            _note_unknown(reading, str(told), told.place, left)
        else:
            why = phrase("tidak ada di buku kerja")
            reading.notes.append(
                phrase('Lembar "{title}" tidak diimpor: {why}.', title=told, why=why)
            )


def _note_unknown(reading: Reading, name: str, place: str | None, titles: Sequence[str]) -> None:
    told, remedy = phrase('the sheet "{name}"', name=name), nearest(name, titles)
    reading.problems.append(Problem(reading.file, told, ", ".join(titles), remedy, column=place))


def _recognised(sheet: Sheet, reading: Reading) -> Recognised | None:
    """The table of a sheet; None for one that holds none, which is noted.

    Raises: InputError where it holds one that is not known, or could be several.
    """
    ours = (SETTINGS, GUIDE)
    if as_in_code(sheet.title, ours) in ours or not sheet.cells:
        return None
    told = reading.tipe.get(sheet.name) or str(told_of(sheet, reading).get("tipe", NOTHING))
    if told == SKIP or (sheet.hidden and not told):
        why = phrase("dilewati atas permintaan") if told == SKIP else "tersembunyi"
        reading.notes.append(
            phrase('Lembar "{title}" tidak diimpor: {why}.', title=sheet.name, why=why)
        )
        return None
    if told:
        return as_type(sheet, _type(told, sheet, reading), reading.tahun)
    return _by_headings(sheet, reading)


def _by_headings(sheet: Sheet, reading: Reading) -> Recognised | None:
    found = recognise(sheet, reading.types, reading.tahun)
    if len(found) > 1:
        raise InputError([ambiguous(found)])
    if found and are_of_a_budget(_names_of(found[0])):
        raise _untyped(sheet, reading)
    if found and (problem := parted(found[0])):
        raise problem
    if found:
        return found[0]
    near = closest(sheet, reading.types, reading.tahun)
    if near and near.is_about_its_type and is_table(sheet):
        kind = UnknownTables if is_of_its_own(near) else InputError
        raise kind(list(heading_problems(near)))
    if is_table(sheet):
        raise _untyped(sheet, reading)
    told = 'Lembar "{title}" tidak diimpor: tidak memuat tabel.'
    if sum(len(places) > 1 for places in sheet.filled.values()) > 1:
        told = 'Lembar "{title}" tidak diimpor: tabel dua kolom. `lkjip usul` membacanya.'
    elif any(sentences_in(sheet, sheet.filled)):
        told = (
            'Lembar "{title}" tidak diimpor: memuat kalimat. '
            "`lkjip usul` membaca tabel dan kalimat buku ini."
        )
    reading.notes.append(phrase(told, title=sheet.name))
    return None


def _untyped(sheet: Sheet, reading: Reading) -> UnknownTables:
    names = ", ".join(kind.name for kind in reading.types)
    remedy = phrase(
        'Say which with --tipe "{title}=TIPE", leave it out with "={skip}", or '
        "let `lkjip usul` propose a table type of its own for it.",
        title=sheet.name,
        skip=SKIP,
    )
    told = "a table whose headings fit no table type"
    place = sheet.place(*min(sheet.cells))
    return UnknownTables([Problem(sheet.file, told, names, remedy, column=place)])


def _names_of(found: Recognised) -> Iterator[str]:
    """What the rows below a heading are called."""
    named = [c for c, name in found.match.columns.items() if name == found.type.nama_baris]
    rows = {row for row, _ in found.sheet.cells if row > found.bottom}
    return (found.sheet.label(row, column) for column in named for row in rows)


def _type(name: str, sheet: Sheet, reading: Reading) -> TableType:
    types = {kind.name: kind for kind in reading.types}
    if name in types:
        return types[name]
    place = told_of(sheet, reading).get("tipe", NOTHING).place or f"{sheet.title}!A1"
    found, allowed = phrase('the table type "{name}"', name=name), ", ".join(types)
    raise wrong_input(sheet.file, found, allowed, nearest(name, types), column=place)


def _names(found: Sequence[Recognised], by_sheet: bool) -> list[str]:
    """What each table is called: after its sheet, or after its type where only one has it."""
    types = [one.type.name for one in found]
    names: list[str] = []
    for one in found:
        title = re.sub(r"[^a-z0-9]+", "_", one.sheet.title.casefold()).strip("_") or "tabel"
        single = types.count(one.type.name) == 1 and not by_sheet
        name = CLAIMS if one.type.name == CLAIMS else one.type.name if single else title
        if (name in (CLAIMS, CORRECTIONS) and one.type.name != CLAIMS) or name in names:
            name = f"{name}_{len(names) + 1}"
        names.append(name)
    return names


def _known(settings: Settings | None) -> Keys:
    """The keys of the indicators, and the sasaran, that Pengaturan declares."""
    if settings is None:
        return Keys()
    rows = [row for row in settings.rows("indikator") if str(row.get("kode", NOTHING))]
    return known_keys(
        {str(row["kode"]): str(row.get("nama", NOTHING)) for row in rows},
        [str(row.get("uraian", NOTHING)) for row in settings.rows("sasaran")],
    )
