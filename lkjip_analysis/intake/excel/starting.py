"""`lkjip new`: a folder to fill in, from scratch or like an earlier year without its figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.document.identity import FORMS
from lkjip_analysis.intake.document.office_names import name_of_folder
from lkjip_analysis.intake.excel import copied_years, merging
from lkjip_analysis.intake.excel.folders import write_folder
from lkjip_analysis.report.csvtext import write_rows
from lkjip_analysis.report.filebytes import check_inside, read_text
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import CLAIMS
from lkjip_analysis.report.reports_at_hand import folder_of, raw_folder
from lkjip_analysis.report.schema import TableType, find_type
from lkjip_analysis.report.tables import Table
from lkjip_analysis.report.yamltext import MAX_BYTES, SCHEMAS, STANDARDS

FIRST_TABLES = ("capaian", "anggaran", "perjanjian", CLAIMS)
BEFORE = {"realisasi_lalu": "realisasi", "capaian_lalu": "capaian"}
"""Columns of last year's figures, and the columns that held them then."""
CHANGES = (
    (r"^cakupan: penuh$", "cakupan: sebagian"),
    (r"transkripsi: ganda\b", "transkripsi: tunggal"),
    (r"^ +halaman: .*\n", ""),
    (r"halaman: [^,}\n]+, ", ""),
    (r", halaman: [^,}\n]+", ""),
)
"""What an earlier laporan.yaml says that is not so for a report not yet transcribed."""


def start(instansi: str, tahun: int, dari: int | None, data: Path | None = None) -> Path:
    """Make the folder of an agency and year; its path.

    A folder of single statements is gone on with: what it holds stays beside the new tables.

    Raises: InputError where another folder is there already, a name is no folder's name, or there
    is no earlier year.
    """
    check_names(instansi, tahun)
    target = raw_folder(data) / instansi / str(tahun)
    if dari is not None and merging.holds_only_statements(target, instansi, tahun):
        files = _beside(target, _like(instansi, tahun, dari, data))
        write_folder(target, files, True, merging.checked)
        return target
    files = _fresh(instansi, tahun) if dari is None else _like(instansi, tahun, dari, data)
    write_folder(target, files, None, lambda _: ())
    return target


def _beside(target: Path, files: dict[str, str]) -> dict[str, str]:
    """The files of a new year beside those of the statements that are there."""
    own = _text(target, "laporan.yaml")
    new = {name: text for name, text in files.items() if not (target / name).exists()}
    return {**new, "laporan.yaml": merging.merged(files["laporan.yaml"], own)}


def check_names(instansi: str, tahun: int) -> None:
    """Raises: InputError for a name or year that no folder has."""
    problems = []
    if not re.fullmatch(FORMS["instansi"], instansi):
        allowed, remedy = "lower-case letters, digits and hyphens", "Write it like dinas-contoh."
        problems.append(Problem("instansi", f'"{instansi}"', allowed, remedy))
    if not 1900 <= tahun < 2100:
        problems.append(Problem("tahun", str(tahun), "a year like 2025", "Correct it."))
    if problems:
        raise InputError(problems)


def _fresh(instansi: str, tahun: int) -> dict[str, str]:
    """A laporan.yaml that explains itself, and tables with nothing but their headers."""
    text = (STANDARDS / "laporan_baru.yaml").read_text(encoding="utf-8")
    told = {
        "instansi": instansi,
        "tahun": str(tahun),
        "nama": name_of_folder(instansi),
        "hari": f"{date.today():%Y-%m-%d}",
    }
    for name, value in told.items():
        text = text.replace(f"{{{name}}}", value)
    asked = Problem("skema", "a table type", "", "")
    kinds = [find_type(name, (SCHEMAS,), asked) for name in FIRST_TABLES]
    return {"laporan.yaml": text, **{f"{kind.name}.csv": _csv(kind, []) for kind in kinds}}


def _csv(kind: TableType, rows: list[list[str]]) -> str:
    return write_rows([list(kind.columns), *rows])


def _like(instansi: str, tahun: int, dari: int, data: Path | None) -> dict[str, str]:
    """The tables, indicators, scales and rules of an earlier year, without its figures."""
    folder = folder_of(instansi, dari, data)
    report = load(instansi, dari, data).used()
    text = _text(folder, "laporan.yaml")
    following = tahun == dari + 1
    files = {table.file: _emptied(table, following) for table in report.tables.values()}
    skema = sorted((folder / "skema").glob("*.yaml"))
    files |= {f"skema/{path.name}": _text(folder, f"skema/{path.name}") for path in skema}
    return {"laporan.yaml": _declared(text, tahun, dari), **files}


def _text(folder: Path, name: str) -> str:
    """A file of a folder that says what it declares. Raises: InputError where it leads out."""
    check_inside(folder / name, folder, name)
    return read_text(folder / name, name, MAX_BYTES)


def _declared(text: str, tahun: int, dari: int) -> str:
    """laporan.yaml of the new year, with its comments."""
    text = re.sub(r"^tahun: .*$", f"tahun: {tahun}", text, flags=re.MULTILINE)
    today = f"tanggal_data: {date.today():%Y-%m-%d}"
    text = re.sub(r"^tanggal_data: .*$", today, text, flags=re.MULTILINE)
    text = re.sub(
        r"^dokumen: .*$", lambda m: m[0].replace(str(dari), str(tahun)), text, flags=re.MULTILINE
    )
    for pattern, other in CHANGES:
        text = re.sub(pattern, other, text, flags=re.MULTILINE)
    text = copied_years.moved(text, dari, tahun)
    note = f"# Dimulai dari {dari}: periksa nomor tabel, skala, rumus dan hubungannya."
    return f"{note}\n{text}"


def _emptied(table: Table, following: bool) -> str:
    """The rows of a table with their names, its figures and categories left out."""
    columns = [name for name in table.type.columns if _is_there(table, name)]
    past = _past(table) if following else {}
    rows = [[_kept(table, key, name, past) for name in columns] for key in table.keys]
    return write_rows([columns, *rows])


def _is_there(table: Table, name: str) -> bool:
    return any(address.column == name for address in table.cells)


def _past(table: Table) -> Mapping[str, str]:
    return {now: then for now, then in BEFORE.items() if _is_there(table, then)}


def _kept(table: Table, key: str, name: str, past: Mapping[str, str]) -> str:
    """A name stays, a figure goes; that of a previous year is now last year's."""
    if name in past:
        return table.cell(key, past[name]).text
    column = table.type.columns[name]
    claimed = table.name == CLAIMS and name == "nilai"
    return "" if column.tipe in ("angka", "kategori") or claimed else table.cell(key, name).text
