"""Filling in the template as a person does: by the titles that stand beside and above the cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.excel.template import template
from lkjip_analysis.report.schema import find_type
from lkjip_analysis.report.yamltext import SCHEMAS

FIRST_ROW = 6
"""The first row to fill in below the headings and the example of a table sheet."""


def empty_template() -> Workbook:
    return load_workbook(io.BytesIO(template()))


def answer(book: Workbook, answers: Mapping[str, str]) -> None:
    """Write answers beside their titles on the sheet Pengaturan."""
    sheet = book["Pengaturan"]
    places = {str(row[0].value): row[0].row for row in sheet.iter_rows(max_col=1)}
    for title, text in answers.items():
        sheet.cell(places[title], 2, text)


def list_rows(book: Workbook, block: str, rows: Iterable[Mapping[str, str]]) -> None:
    """Write rows below the headings of a block of Pengaturan, over what is there."""
    sheet = book["Pengaturan"]
    titles = [str(row[0].value) for row in sheet.iter_rows(max_col=1)]
    header = titles.index(block) + 3
    columns = {str(cell.value): cell.column for cell in sheet[header]}
    for number, row in enumerate(rows, header + 1):
        for title, text in row.items():
            sheet.cell(number, columns[title], text)


def fill(sheet: Worksheet, rows: Iterable[Sequence[object]]) -> None:
    """Write the rows of a table below its example."""
    for number, row in enumerate(rows, FIRST_ROW):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = value  # type: ignore[assignment]
            if isinstance(value, str):
                cell.data_type = "s"


def from_folder(folder: Path, rules: bool = True) -> Workbook:
    """The template filled in with what a folder of data/raw holds.

    Its relations are written out, but for lists of names, which the template has no place for;
    without `rules` the usual ones of the template stand for them.
    """
    told = yaml.load((folder / "laporan.yaml").read_text("utf-8"), yaml.BaseLoader)
    book = empty_template()
    answer(book, {
        "Nama instansi": told["nama"], "Pemerintah daerah": told["pemerintah"],
        "Tahun laporan": told["tahun"], "Nama folder": told["instansi"],
        "Nama dokumen": told["dokumen"], "Tanggal data": told["tanggal_data"],
        "Tahun akhir Renstra": told["tahun_renstra"],
    })  # fmt: skip
    list_rows(book, "3. Skala kategori", _scales(told["skala"]))
    sasaran = [{"Kode": k, "Sasaran strategis": v} for k, v in told["sasaran"].items()]
    list_rows(book, "4. Sasaran", sasaran)
    names = {"nama": "Nama indikator", "arah": "Arah", "satuan": "Satuan",
             "presisi": "Presisi realisasi", "singkat": "Nama singkat"}  # fmt: skip
    list_rows(book, "5. Indikator", [
        {"Kode": kode, **{names[n]: text for n, text in entries.items()}}
        for kode, entries in told["indikator"].items()
    ])  # fmt: skip
    tables = {name: entries for name, entries in told["tabel"].items() if name != "klaim"}
    list_rows(book, "6. Tabel", [*map(_table, tables, tables.values()), KLAIM])
    for form in ("Capaian", "Anggaran", "Perjanjian", "Program", "IKU", "Ringkasan"):
        del book[form]
    for name, entries in tables.items():
        _sheet(book, name, entries, folder)
    _claims(book["Klaim"], folder)
    for title in ("Target capaian = target perjanjian kinerja",
                  "Capaian di ringkasan = capaian di tabelnya",
                  "Rata-rata sasaran di ringkasan = rata-rata indikatornya",
                  "Anggaran program perjanjian = pagu di realisasi anggaran",
                  "Indikator perjanjian bernama sama dengan IKU"):  # fmt: skip
        answer(book, {title: "tidak" if rules else "ya"})
    kept = [rule for rule in told["aturan"] if rule["jenis"] != "daftar"]
    if rules:
        list_rows(book, "8. Hubungan lain", map(_rule, kept))
    return book


KLAIM = {"Nama lembar": "Klaim", "Jenis tabel": "klaim", "Nomor tabel": "Naskah"}


def _rule(entries: Mapping[str, Any]) -> dict[str, str]:
    """A rule of laporan.yaml as a row of the sheet."""
    names = {"nama": "Nama", "jenis": "Jenis", "hasil": "Sel hasil", "dasar": "Dasar",
             "sebab": "Alasan"}  # fmt: skip
    roles = [
        f"{role}={' + '.join(told) if isinstance(told, list) else told}"
        for role, told in entries.items()
        if role not in names
    ]
    row = {names[n]: text for n, text in entries.items() if n in names}
    return {**row, "Sel terkait": "; ".join(roles)}


def _scales(scales: Mapping[str, Mapping[str, Any]]) -> list[dict[str, str]]:
    names = {"nama": "Kategori", "dari": "Dari (≥)", "lebih_dari": "Lebih dari (>)",
             "sampai": "Sampai (≤)", "kurang_dari": "Kurang dari (<)"}  # fmt: skip
    return [
        {**{names[n]: text for n, text in band.items()}, "Nama skala": scale,
         "Dicetak di": told["sumber"], "Peraturan yang dirujuk": told["rujukan"],
         "Dicetak laporan": told.get("dicetak", "ya")}
        for scale, told in scales.items()
        for band in told["pita"]
    ]  # fmt: skip


def _table(name: str, entries: Mapping[str, Any]) -> dict[str, str]:
    return {
        "Nama lembar": name, "Jenis tabel": entries.get("tipe", name),
        "Nomor tabel": entries["label"], "Bab": entries["bagian"],
        "Halaman": entries["halaman"], "Cara disalin": entries["transkripsi"],
    }  # fmt: skip


def _sheet(book: Workbook, name: str, entries: Mapping[str, Any], folder: Path) -> None:
    """A sheet of a table: a title, a blank row, the headings as printed, the rows."""
    asked = Problem("", "", "", "")
    kind = find_type(entries.get("tipe", name), (SCHEMAS,), asked)
    kind = kind.override(entries.get("kolom", {}))
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    sheet = book.create_sheet(name)
    sheet.append([kind.judul])
    sheet.append([])
    sheet.append([kind.columns[column].judul for column in header])
    for number, row in enumerate(rows, 4):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column, text or None)
            cell.data_type = "s" if text else "n"


def _claims(sheet: Worksheet, folder: Path) -> None:
    with (folder / "klaim.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    fill(sheet, [[text or None for text in row] for row in rows])
