"""The form that a planner fills in once a year: its sheets and columns, and an example workbook.

What is filled in here is the only origin of every figure; nothing that can be computed is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.intake.excel.template_sheets import YES_NO, choice_said
from lkjip_analysis.intake.excel_pages import one_page_wide, within_page
from lkjip_analysis.intake.excel_rows import fit_row
from lkjip_analysis.intake.excel_styles import (
    HINT,
    INDONESIAN,
    INPUT,
    at,
    choices,
    figure_side,
    font,
    head_cell,
    lines_around,
    put_text,
    shade,
    widths,
    words_side,
)
from lkjip_analysis.language import worded

Content = Literal["teks", "kode", "angka", "rupiah", "tanggal", "pilihan"]
Value = str | float | None
TITLE = "Isian laporan kinerja tahun berikutnya"
ROWS = 200
"""So many rows of a sheet offer their lists to choose from."""


@dataclass(frozen=True)
class Entry:
    """One thing to fill in: its heading, what it holds, and whether it may stay blank."""

    name: str
    heading: str
    content: Content = "teks"
    blank: bool = False
    choices: tuple[str, ...] = ()
    width: int = 12
    hint: str = ""
    words: bool = False
    """May a grade (BB, WTP) stand in place of the number?"""
    newer: bool = False
    """A form made before this was asked has no such column."""

    @property
    def is_number(self) -> bool:
        return self.content in ("angka", "rupiah")


SETTINGS = (
    Entry("instansi", "Kode instansi", "kode", hint="huruf kecil, misalnya dinas-contoh"),
    Entry("nama", "Nama instansi"),
    Entry("pemerintah", "Pemerintah", blank=True, hint="misalnya Kabupaten Contoh"),
    Entry("tahun", "Tahun laporan", "angka"),
    Entry("tanggal_data", "Tanggal data", "tanggal", hint="tanggal angka ini ditetapkan"),
    Entry("tahun_renstra", "Tahun akhir Renstra", "angka", blank=True),
    Entry("capaian_maksimum", "Capaian paling tinggi (%)", "angka", blank=True,
          hint="kosong: tidak dibatasi"),
    Entry("capaian_minimum", "Capaian paling rendah (%)", "angka", blank=True,
          hint="kosong: tidak dibatasi"),
    Entry("target_nol", "Capaian bila target 0 tercapai (%)", "angka", blank=True,
          hint="kosong: tidak dinyatakan"),
    Entry("pagu_lalu", "Pagu tahun lalu (Rp)", "rupiah", blank=True),
    Entry("realisasi_lalu", "Realisasi anggaran tahun lalu (Rp)", "rupiah", blank=True),
    Entry("rerata", "Rata-rata seluruhnya dari", "pilihan", blank=True,
          choices=("sasaran", "indikator"),
          hint="sasaran: rata-rata dari rata-rata sasaran; kosong: sasaran"),
)  # fmt: skip
SHEETS: Mapping[str, tuple[Entry, ...]] = {
    "Skala": (
        Entry("kategori", "Kategori", width=22),
        Entry("bawah", "Batas bawah (%)", "angka", blank=True, width=16,
              hint="dari yang tertinggi; kategori terendah dikosongkan"),
        Entry("termasuk", "Tepat di batas termasuk", "pilihan", blank=True, width=16,
              choices=YES_NO, hint="kosong berarti ya"),
    ),
    "Sasaran": (
        Entry("nomor", "Nomor", "kode", width=9),
        Entry("sasaran", "Sasaran", width=60),
    ),
    "Indikator": (
        Entry("sasaran", "Sasaran", "kode", width=9, hint="nomor pada lembar Sasaran"),
        Entry("kode", "Kode", "kode", width=14, hint="tetap dari tahun ke tahun"),
        Entry("indikator", "Indikator", width=44),
        Entry("satuan", "Satuan", width=12),
        Entry("arah", "Arah", "pilihan", choices=("naik", "turun"), width=9,
              hint="turun: makin kecil makin baik"),
        Entry("rumus", "Rumus", "pilihan", blank=True, choices=("R/T", "(2T-R)/T", "T/R"), width=11,
              hint="kosong: R/T bila naik, (2T-R)/T bila turun"),
        Entry("desimal", "Desimal", "pilihan", choices=("0", "1", "2", "3", "4"), width=9,
              hint="angka di belakang koma pada realisasi"),
        Entry("target", "Target", "angka", words=True, hint="atau predikat: BB, WTP, Terlaksana"),
        Entry("realisasi", "Realisasi", "angka", blank=True, words=True,
              hint="kosong, n/a: belum ada data"),
        Entry("realisasi_lalu", "Realisasi tahun lalu", "angka", blank=True, words=True),
        Entry("capaian_lalu", "Capaian tahun lalu (%)", "angka", blank=True),
        Entry("target_renstra", "Target akhir Renstra", "angka", blank=True, words=True),
        Entry("maksimum", "Capaian paling tinggi (%)", "angka", blank=True, newer=True,
              hint="kosong: seperti di Pengaturan"),
        Entry("minimum", "Capaian paling rendah (%)", "angka", blank=True, newer=True,
              hint="kosong: seperti di Pengaturan"),
        Entry("presisi", "Presisi realisasi", "pilihan", blank=True, choices=("eksak", "bulat"),
              width=11, newer=True, hint="kosong: eksak bila 0 desimal, bulat bila lebih"),
        Entry("presisi_target", "Presisi target", "pilihan", blank=True,
              choices=("eksak", "bulat"), width=11, newer=True,
              hint="bulat: target dibulatkan sebelum dicetak"),
    ),
    "Anggaran": (
        Entry("sasaran", "Sasaran", "kode", blank=True, width=9,
              hint="nomor pada lembar Sasaran; kosong: penunjang"),
        Entry("kode", "Kode", "kode", width=14),
        Entry("program", "Program", width=60),
        Entry("pagu", "Pagu (Rp)", "rupiah", width=20),
        Entry("realisasi", "Realisasi (Rp)", "rupiah", width=20),
    ),
}  # fmt: skip
SETTINGS_SHEET = "Pengaturan"
FORMATS = {
    "angka": f"{INDONESIAN}General", "rupiah": f"{INDONESIAN}#,##0", "tanggal": "yyyy-mm-dd",
}  # fmt: skip

EXAMPLE_SETTINGS: tuple[Value, ...] = (
    "dinas-contoh", "Dinas Contoh", "Kabupaten Contoh", 2025, "2026-01-31", 2026, None, None, 100,
    1_450_000_000, 1_390_500_000, "sasaran",
)  # fmt: skip
EXAMPLE: Mapping[str, Sequence[Sequence[Value]]] = {
    "Skala": (
        ("Sangat Tinggi", 91, "ya"), ("Tinggi", 76, "ya"), ("Sedang", 66, "ya"),
        ("Rendah", 51, "ya"), ("Sangat Rendah", None, None),
    ),
    "Sasaran": (
        ("1", "Meningkatnya layanan jalan dan jembatan"),
        ("2", "Menurunnya aduan masyarakat"),
    ),
    "Indikator": (
        ("1", "jalan", "Jalan dalam kondisi baik", "persen", "naik", None, "2", 82.5, 80.14, 78.9,
         98.2, 85),
        ("1", "jembatan", "Jembatan yang dipelihara", "unit", "naik", None, "0", 40, 42, 37, 97.37,
         60),
        ("2", "aduan", "Aduan yang belum selesai", "aduan", "turun", "(2T-R)/T", "0", 120, 96, 131,
         90.83, 80),
        ("2", "kecelakaan", "Kecelakaan karena jalan rusak", "kejadian", "turun", None, "0", 0, 0,
         2, None, 0),
        ("2", "kepuasan", "Indeks kepuasan masyarakat", "indeks", "naik", None, "2", 84, None,
         82.15, 99.1, 88),
    ),
    "Anggaran": (
        ("1", "jalan", "Program Penyelenggaraan Jalan", 1_250_000_000, 1_213_480_500),
        ("2", "aduan", "Program Pengelolaan Pengaduan", 175_000_000, 171_200_000),
        (None, "penunjang", "Program Penunjang Urusan Pemerintahan", 310_000_000, 288_940_775),
    ),
}  # fmt: skip


def example_book(
    settings_told: Sequence[Value] = EXAMPLE_SETTINGS,
    told: Mapping[str, Sequence[Sequence[Value]]] = EXAMPLE,
) -> Workbook:
    """The form filled in with a made-up agency, to be written over, or with what is given."""
    book = Workbook()
    settings = book.worksheets[0]
    settings.title = worded(SETTINGS_SHEET)
    head = (
        Entry("hal", "Hal", width=36),
        Entry("isian", "Isian", width=34),
        Entry("", "Petunjuk", width=40),
    )
    _head(settings, head)
    for row, (entry, value) in enumerate(zip(SETTINGS, settings_told, strict=True), 2):
        put_text(at(settings, row, 1), worded(entry.heading) + ("" if entry.blank else " *"))
        put_text(at(settings, row, 3), worded(entry.hint))
        settings.cell(row, 1).font, settings.cell(row, 3).font = font(), font(color=HINT)
        _to_fill(at(settings, row, 2), entry, value)
        for column in (1, 2, 3):
            settings.cell(row, column).alignment = words_side(wrap=False)
        if entry.choices:
            choices(settings, f"B{row}", [choice_said(one) for one in entry.choices])
    for name, entries in SHEETS.items():
        _sheet(book.create_sheet(worded(name)), entries, told[name])
    return book


def _sheet(sheet: Worksheet, entries: Sequence[Entry], rows: Sequence[Sequence[Value]]) -> None:
    _head(sheet, entries)
    for row, values in enumerate(rows, 2):
        whole = (*values, *[None] * (len(entries) - len(values)))
        for column, (entry, value) in enumerate(zip(entries, whole, strict=True), 1):
            _to_fill(at(sheet, row, column), entry, value)
    for column, entry in enumerate(entries, 1):
        if entry.choices:
            letter = get_column_letter(column)
            choices(sheet, f"{letter}2:{letter}{ROWS}", [choice_said(one) for one in entry.choices])


def _to_fill(cell: Cell, entry: Entry, value: Value) -> None:
    cell.value = choice_said(str(value)) if value in entry.choices else value
    cell.number_format = FORMATS.get(entry.content, "@")
    cell.font, cell.fill, cell.border = font(), shade(INPUT), lines_around()
    words = words_side(wrap=entry.width > 30)
    cell.alignment = figure_side() if entry.is_number else words


def _head(sheet: Worksheet, entries: Sequence[Entry]) -> None:
    for column, entry in enumerate(entries, 1):
        cell = at(sheet, 1, column)
        head_cell(cell, worded(entry.heading), entry.is_number)
        if entry.hint:
            cell.comment = Comment(worded(entry.hint), "lkjip")
    widths(sheet, within_page(entry.width for entry in entries))
    fit_row(sheet, 1)
    sheet.freeze_panes = "A2"
    one_page_wide(sheet, head=1)
