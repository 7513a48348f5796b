"""A workbook to tables: which sheet holds which, what is left out and told, what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.intake.excel.filled import Filled
from lkjip_analysis.intake.excel.forms import EXAMPLE, GUIDE, SETTINGS, forms
from lkjip_analysis.intake.excel.settings import NOTHING, Settings
from lkjip_analysis.intake.excel.settings import Row as Line
from lkjip_analysis.intake.sheets import body as bodies
from lkjip_analysis.intake.sheets.headings import NUMBERING, numbered
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
from lkjip_analysis.intake.sheets.row_keys import MEAN, Keys, known_keys, summary_of
from lkjip_analysis.intake.sheets.scale_words import doubted, scales
from lkjip_analysis.intake.sheets.sheet_rows import Row
from lkjip_analysis.intake.sheets.sheets import Sheet
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.printed import Style
from lkjip_analysis.report.report import CLAIMS, CORRECTIONS
from lkjip_analysis.report.row_names import begins_as_total
from lkjip_analysis.report.schema import TableType, find_type

SKIP = "-"
LARGE = 2_000
"""A sheet of so many cells takes long enough to be told about."""


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


def all_types(folders: Iterable[Path]) -> tuple[TableType, ...]:
    """Every table type at hand, apart from the list of corrections."""
    places = [folder for folder in folders if folder.is_dir()]
    names = sorted({path.stem for folder in places for path in folder.glob("*.yaml")})
    asked = Problem("skema", "a table type", "", "")
    found = (find_type(name, places, asked) for name in names if name != CORRECTIONS)
    return tuple(numbered(kind) for kind in found)


def read_tables(sheets: Sequence[Sheet], reading: Reading) -> list[Filled]:
    """The tables of a workbook in the order of its sheets, the claims last.

    Raises: InputError with everything that cannot be read.
    """
    _unknown_names(sheets, reading)
    found: list[Recognised] = []
    for sheet in sheets:
        if len(sheet.cells) >= LARGE:
            reading.tell(
                phrase(
                    'Membaca lembar "{title}" ({count} sel) ...',
                    title=sheet.title,
                    count=len(sheet.cells),
                )
            )
        try:
            one = _recognised(sheet, reading)
        except InputError as error:
            unknown = isinstance(error, UnknownTables)
            (reading.unknown if unknown else reading.problems).extend(error.problems)
            continue
        found += [one] if one else []
    for second in [one for one in found if one.type.name == CLAIMS][1:]:
        place = second.sheet.place(second.bottom, min(second.match.columns))
        remedy = "Put all claims on one sheet."
        reading.problems.append(
            Problem(reading.file, "a second sheet of claims", phrase("one"), remedy, column=place)
        )
    names = _names(found, reading.settings is not None)
    keys = _known(reading.settings)
    filled = [_filled(one, name, keys, reading) for one, name in zip(found, names, strict=True)]
    tables = [table for table in filled if table.rows]
    if not (tables or reading.problems or reading.unknown):
        remedy = "Fill a table in, or name the table's type with --tipe SHEET=TIPE."
        reading.problems.append(Problem(reading.file, "no table with rows", "one at least", remedy))
    reading.fail()
    return sorted(tables, key=lambda table: table.type.name == CLAIMS)


def _unknown_names(sheets: Sequence[Sheet], reading: Reading) -> None:
    """Sheets that --tipe or Pengaturan name and the workbook does not have."""
    titles = [sheet.title for sheet in sheets]
    told = [(name, "--tipe") for name in reading.tipe if name not in titles]
    told += [
        (str(row["lembar"]), row["lembar"].place)
        for row in (reading.settings.rows("tabel") if reading.settings else ())
        if str(row.get("lembar", NOTHING)) not in ("", *titles)
    ]
    for name, place in told:
        remedy = nearest(name, titles)
        allowed = ", ".join(titles)
        reading.problems.append(
            Problem(
                reading.file, phrase('the sheet "{name}"', name=name), allowed, remedy, column=place
            )
        )


def _recognised(sheet: Sheet, reading: Reading) -> Recognised | None:
    """The table of a sheet; None for one that holds none, which is noted.

    Raises: InputError where it holds one that is not known, or could be several.
    """
    if sheet.title in (SETTINGS, GUIDE) or not sheet.cells:
        return None
    told = reading.tipe.get(sheet.title) or str(_row(sheet, reading).get("tipe", NOTHING))
    if told == SKIP or (sheet.hidden and not told):
        why = phrase("dilewati atas permintaan") if told == SKIP else "tersembunyi"
        reading.notes.append(
            phrase('Lembar "{title}" tidak diimpor: {why}.', title=sheet.title, why=why)
        )
        return None
    if told:
        return as_type(sheet, _type(told, sheet, reading), reading.tahun)
    return _by_headings(sheet, reading)


def _by_headings(sheet: Sheet, reading: Reading) -> Recognised | None:
    found = recognise(sheet, reading.types, reading.tahun)
    if len(found) > 1:
        raise InputError([ambiguous(found)])
    if found:
        return found[0]
    near = closest(sheet, reading.types, reading.tahun)
    if near and is_table(sheet):
        kind = UnknownTables if is_of_its_own(near) else InputError
        raise kind(list(heading_problems(near)))
    if is_table(sheet):
        names = ", ".join(kind.name for kind in reading.types)
        remedy = phrase(
            'Say which with --tipe "{title}=TIPE", leave it out with "={skip}", or '
            "let `lkjip usul` propose a table type of its own for it.",
            title=sheet.title,
            skip=SKIP,
        )
        told = "a table whose headings fit no table type"
        place = sheet.place(*min(sheet.cells))
        raise UnknownTables([Problem(sheet.file, told, names, remedy, column=place)])
    reading.notes.append(
        phrase('Lembar "{title}" tidak diimpor: tidak memuat tabel.', title=sheet.title)
    )
    return None


def _row(sheet: Sheet, reading: Reading) -> Line:
    """What Pengaturan says of a sheet."""
    rows = reading.settings.rows("tabel") if reading.settings else ()
    return next((row for row in rows if str(row.get("lembar", NOTHING)) == sheet.title), {})


def _type(name: str, sheet: Sheet, reading: Reading) -> TableType:
    types = {kind.name: kind for kind in reading.types}
    if name in types:
        return types[name]
    place = _row(sheet, reading).get("tipe", NOTHING).place or f"{sheet.title}!A1"
    found, allowed = phrase('the table type "{name}"', name=name), ", ".join(types)
    raise InputError([Problem(sheet.file, found, allowed, nearest(name, types), column=place)])


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


def _filled(one: Recognised, name: str, keys: Keys, reading: Reading) -> Filled:
    body = bodies.read_body(one, reading.gaya.get(one.sheet.title))
    rows = [row for row in body.rows if not _is_example(one, row, reading)]
    reading.problems += [p for p in body.problems if not _of_example(one, p, body.rows, rows)]
    reading.problems += _subtotals(one, rows)
    if body.left:
        more = phrase(" dan {count} lagi", count=len(body.left) - 3) if len(body.left) > 3 else ""
        told = ", ".join(body.left[:3]) + more
        reading.notes.append(phrase("Di luar tabel, tidak diimpor: {told}.", told=told))
    if not rows:
        reading.notes.append(
            phrase('Lembar "{title}" tidak diimpor: belum ada barisnya.', title=one.sheet.title)
        )
    if NUMBERING in one.match.columns.values():
        why = phrase("jenis tabelnya tidak memuat nomor urut")
        reading.notes.append(
            phrase(
                'Nomor urut di lembar "{title}" tidak diimpor: {why}.',
                title=one.sheet.title,
                why=why,
            )
        )
    told_row = _row(one.sheet, reading)
    more_told = {n: told_row.get(n, NOTHING) for n in ("label", "bagian", "halaman", "transkripsi")}
    changes = _changes(one, body, reading)
    kind = replace(one.match, type=one.type.override(changes))
    kept = tuple(keys.with_keys(one.type, rows))
    return Filled(name, replace(one, match=kind), kept, **more_told, changes=changes)


def _scales(one: Recognised, reading: Reading) -> dict[str, str]:
    """What columns count in; the template is typed as printed, so there the user says it."""
    asked = reading.dalam.get(one.sheet.title)
    found = scales(one, asked)
    if reading.settings is None or asked is not None or not found:
        return found
    words = ", ".join(f'"{one.type.columns[name].judul}" ({word})' for name, word in found.items())
    reading.notes.append(
        phrase(
            'Lembar "{title}": judul menyebut kelipatan, angka dibaca apa adanya: {words}. '
            'Bila angkanya kelipatan itu, ulangi dengan --dalam "{title}=KELIPATAN".',
            title=one.sheet.title,
            words=words,
        )
    )
    return {}


def _changes(one: Recognised, body: bodies.Body, reading: Reading) -> dict[str, dict[str, str]]:
    """How the columns of a table are written otherwise than their type says."""
    changes: dict[str, dict[str, str]] = {}
    reading.notes += body.notes
    told = _scales(one, reading)
    if reading.dalam.get(one.sheet.title) is None:
        reading.problems += doubted(one, body.rows, told)
    for name, style in body.styles.items():
        changes[name] = {"gaya": str(style)}
    if changes:
        titles = ", ".join(f'"{one.type.columns[name].judul}"' for name in changes)
        reading.notes.append(
            phrase(
                'Lembar "{title}": kolom {titles} ditulis dengan gaya Inggris (1,250.50).',
                title=one.sheet.title,
                titles=titles,
            )
        )
    for name, word in told.items():
        changes.setdefault(name, {})["dalam"] = word
    return changes


def _subtotals(one: Recognised, rows: Sequence[Row]) -> Iterator[Problem]:
    """A total above the last row would be counted as a part, or taken for the whole."""
    while rows and summary_of(one.type, rows[-1].texts) == MEAN:
        rows = rows[:-1]
    for row in rows[:-1]:
        named = any(map(begins_as_total, row.texts.values()))
        if one.type.total and named and not row.texts.get(one.type.kunci):
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
    if rest and rest != examples.get(one.type.name):
        place = one.sheet.place(row.number, min(one.match.columns))
        remedy = phrase(
            "Replace the key {example} by the row's own, or restore the example.", example=EXAMPLE
        )
        told = "an example row with other contents"
        reading.problems.append(
            Problem(one.sheet.file, told, "the example as it was", remedy, column=place)
        )
    return True


def _of_example(
    one: Recognised, problem: Problem, all_rows: Sequence[Row], kept: Sequence[Row]
) -> bool:
    """Is it a problem of a row that is left out anyway?"""
    left = {row.number for row in all_rows} - {row.number for row in kept}
    number = re.search(r"(\d+)$", problem.column or "")
    return number is not None and int(number[1]) in left
