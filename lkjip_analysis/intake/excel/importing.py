"""`lkjip import` of a workbook: what it holds, shown before it is written, then written whole.

A folder is written only if it can be read again: every problem is named by sheet and cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lkjip_analysis.checking.observations.all_observations import observe
from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.excel.declaring import HEAD
from lkjip_analysis.intake.excel.directions import proposed, said
from lkjip_analysis.intake.excel.filled_sheet import Reading
from lkjip_analysis.intake.excel.filled_table import FIRST_LINE, Filled
from lkjip_analysis.intake.excel.interpreting import declaration
from lkjip_analysis.intake.excel.read_workbook import all_types, read_tables
from lkjip_analysis.intake.excel.settings import Row, Settings, read_settings
from lkjip_analysis.intake.excel.template_sheets import SETTINGS, is_settings
from lkjip_analysis.intake.excel.whose_report import other_offices, whose_report
from lkjip_analysis.intake.sheets.sipd_exports import added_up
from lkjip_analysis.intake.sheets.workbook_sheets import open_sheets
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.printed import Style
from lkjip_analysis.report import yamltext
from lkjip_analysis.report.declaration import Told, declared_lines
from lkjip_analysis.report.loading import load_folder
from lkjip_analysis.report.origins import ORIGINS, write_origins
from lkjip_analysis.report.report import CLAIMS
from lkjip_analysis.report.reports_at_hand import raw_folder
from lkjip_analysis.rules.binding.rulebook import bind


@dataclass(frozen=True)
class Asked:
    """What the user says beside the workbook; it goes before what the workbook says."""

    instansi: str = ""
    tahun: int | None = None
    tipe: Mapping[str, str] = field(default_factory=dict)
    arah: Mapping[str, str] = field(default_factory=dict)
    data: Path | None = None
    gaya: Mapping[str, Style] = field(default_factory=dict)
    dalam: Mapping[str, str] = field(default_factory=dict)

    @property
    def says_how(self) -> bool:
        """Does the user say how to read a sheet, beside whose report it is?"""
        return any((self.tipe, self.arah, self.gaya, self.dalam))


@dataclass(frozen=True)
class Workbook:
    """A workbook as it was understood: whose report, its tables, what it declares, and notes."""

    file: str
    instansi: str
    tahun: int
    tables: tuple[Filled, ...]
    declared: tuple[Told, ...]
    notes: tuple[str, ...]
    is_template: bool
    target: Path
    proposed: Mapping[str, Row]
    rules: tuple[Mapping[str, Any], ...] = ()
    doubts: tuple[Problem, ...] = ()
    found: str = ""
    """Whose report it is, where the workbook says so and nobody else did."""

    def told(self) -> Iterator[str]:
        """What was recognised, for a person to confirm."""
        yield from filter(None, [self.found])
        for table in self.tables:
            kind = f"{table.type.name} ({table.type.judul})"
            yield phrase(
                "{title}: {kind}, {count} baris",
                title=table.found.sheet.name,
                kind=kind,
                count=len(table.rows),
            )
            yield from _of_columns(table)
        yield from (phrase("  ditambahkan: {added}", added=_added(rule)) for rule in self.rules)
        yield from said(self.tables, {} if self.is_template else self.proposed)

    def files(self) -> dict[str, str]:
        """The files of the folder, by name."""
        found = {f"{table.name}.csv": table.as_csv() for table in self.tables}
        found["laporan.yaml"] = "".join(f"{line}\n" for line in self.declared)
        rows = (row for table in self.tables for row in table.origins())
        found[f"{ORIGINS}.csv"] = write_origins(rows)
        return found


def understand(path: Path, asked: Asked, tell: Callable[[str], object] = str) -> Workbook:
    """The workbook at `path` as tables and declarations; nothing is written.

    `tell` is told what takes long.

    Raises: InputError with everything that cannot be read, by sheet and cell.
    """
    sheets = added_up(open_sheets(path))
    problems: list[Problem] = []
    settings = next((read_settings(s, problems) for s in sheets if is_settings(s.title)), None)
    who = whose_report(path, settings, asked.instansi, asked.tahun)
    instansi, tahun = who.instansi, who.tahun
    place = raw_folder(asked.data) / instansi
    folders = (place / str(tahun) / "skema", place / "skema", yamltext.SCHEMAS)
    reading = Reading(
        path.name, tahun, all_types(folders), settings, asked.tipe, asked.gaya, asked.dalam, tell,
        problems=problems,
    )  # fmt: skip
    tables = read_tables(sheets, reading)
    if settings:
        _check_indicators(path.name, tables, settings)
    told = declaration(settings or who.as_settings(), tables, instansi, tahun)
    guessed = {} if settings else proposed(tables, asked.arah)
    if guessed:
        told = replace(told, indicators=guessed)
    declared = tuple(declared_lines(HEAD, told.document()))
    return Workbook(
        path.name,
        instansi,
        tahun,
        tuple(tables),
        declared,
        (*reading.notes, *other_offices(tables, instansi)),
        settings is not None,
        place / str(tahun),
        guessed,
        tuple(rule for rule, cell in told.rules if not cell),
        tuple(_of_other_years(tables, tahun, asked.tipe)),
        who.found,
    )


def _of_columns(table: Filled) -> Iterator[str]:
    """What the columns of a table count in, where it is not full rupiah, and the units printed."""
    for name, told in table.changes.items():
        known = table.type.columns[name]
        if "satuan_tercetak" in told:
            yield phrase(
                '  kolom "{judul}": satuan di belakang angka: {units}',
                judul=known.judul,
                units=", ".join(told["satuan_tercetak"]),
            )
        if "dalam" in told:
            yield phrase(
                '  kolom "{judul}" dibaca dalam {dalam}', judul=known.judul, dalam=told["dalam"]
            )


def _added(rule: Mapping[str, Any]) -> str:
    """A relation that the workbook does not state and that is added to what was read."""
    told = {role: rule[role] for role in ("hasil", "sumber", "bagian") if role in rule}
    cells = [
        f"{role} {' + '.join(named) if isinstance(named, list) else named}"
        for role, named in told.items()
    ]
    return f"{rule['nama']} ({rule['jenis']}: {', '.join(cells)}), {rule.get('sebab', '')}"


def _of_other_years(
    tables: Sequence[Filled], tahun: int, tipe: Mapping[str, str]
) -> Iterator[Problem]:
    """Tables whose title names another year only; one that the user names a type for is taken."""
    for table in tables:
        found = table.found
        years = years_in(found.title) or years_in(found.sheet.title)
        if years and tahun not in years and not {found.sheet.title, found.sheet.name} & {*tipe}:
            told = phrase(
                "a table whose title names {years}, not {tahun}",
                years=", ".join(map(str, sorted(years))),
                tahun=tahun,
            )
            remedy = phrase(
                "Give the right --tahun; if it is of {tahun}, say --tipe "
                '"{title}={name}"; leave it out with --tipe "{title}=-".',
                tahun=tahun,
                title=found.sheet.name,
                name=table.type.name,
            )
            place = found.sheet.place(found.top, min(found.match.columns))
            yield Problem(
                found.sheet.file,
                told,
                phrase("tables of {tahun}", tahun=tahun),
                remedy,
                column=place,
            )


def check(workbook: Workbook, folder: Path) -> tuple[str, ...]:
    """Read the written folder back; notes on what is still missing.

    Raises: InputError with the problems by sheet and cell.
    """
    try:
        report = load_folder(folder, workbook.instansi, workbook.tahun)
    except InputError as error:
        raise InputError([_placed(workbook, problem) for problem in error.problems]) from error
    try:
        bind(report)
        observe(report)
    except InputError as error:
        own = [p for p in error.problems if not p.file.startswith("skema/")]
        if own:
            raise InputError([_placed(workbook, problem) for problem in own]) from error
        return tuple(
            phrase("Belum dapat diverifikasi: {problem}", problem=problem)
            for problem in error.problems
        )
    return ()


def _check_indicators(file: str, tables: Sequence[Filled], settings: Settings) -> None:
    """Every row of an achievement table is an indicator of Pengaturan: it needs a direction.

    Raises: InputError naming each row that is none.
    """
    names = {str(r["kode"]): str(r.get("nama", "")) for r in settings.rows("indikator")}
    problems = [
        Problem(
            file,
            phrase(
                'the indicator "{table}" ({key})',
                table=table.text(key, table.type.nama_baris),
                key=key,
            ),
            "the indicators of Pengaturan, part 5",
            nearest(key, names) if any(names) else "Fill the column Kode of Pengaturan, part 5.",
            column=table.place(line, table.type.nama_baris),
        )
        for table in tables
        if table.type.name == "capaian"
        for line, key in enumerate(table.keys, FIRST_LINE)
        if key not in names and key not in table.summaries
    ]
    if problems:
        raise InputError(problems)


def _placed(workbook: Workbook, problem: Problem) -> Problem:
    """A problem of a written file as a problem of the cell that it was written from."""
    table = next((t for t in workbook.tables if f"{t.name}.csv" == problem.file), None)
    if table:
        rule = "aturan" if table.name == CLAIMS else None
        place = table.place(problem.line, problem.column or rule)
    elif problem.file == "laporan.yaml" and problem.line:
        above = workbook.declared[: problem.line]
        place = next((line.place for line in reversed(above) if line.place), SETTINGS)
    else:
        return problem
    return replace(problem, file=workbook.file, line=None, column=place)
