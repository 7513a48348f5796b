"""A made-up agency of other indicators, filled into the template as a newcomer would.

Three indicators, one of them `turun` and one n/a, five programmes, no keys typed but those of the
indicators, and one slip: 210.000.000 for 120.000.000, digits swapped.
"""

from __future__ import annotations

from filling import answer, empty_template, fill, list_rows
from openpyxl import Workbook

SERVICE = "Meningkatnya layanan perpustakaan"
ARCHIVE = "Terselamatkannya arsip daerah"
NAMES = {
    "1.pemustaka": "Jumlah pemustaka",
    "1.waktu": "Rata-rata waktu layanan peminjaman",
    "2.arsip": "Persentase arsip statis yang terawat",
}
PROGRAMMES = (
    ("Program Penunjang Urusan Pemerintahan Daerah", "1.250.000.000", "1.200.000.000", "96,00"),
    ("Program Pembinaan Perpustakaan", "250.000.000", "240.000.000", "96,00"),
    ("Program Pelestarian Naskah Kuno", "50.000.000", "45.000.000", "90,00"),
    ("Program Pengelolaan Arsip", "150.000.000", "210.000.000", "80,00"),
    ("Program Penyelamatan Arsip", "100.000.000", "90.000.000", "90,00"),
)


def newcomers_workbook() -> Workbook:
    """The template with everything filled in."""
    book = empty_template()
    _settings(book)
    _performance(book)
    _budget(book)
    claim = [None, "BAB III.B", "paragraf 1", "Realisasi anggaran", "Rp 1.695.000.000", "angka",
             "rupiah", "eksak", "sama", "sumber=anggaran[jumlah].realisasi", "tafsir"]  # fmt: skip
    fill(book["Klaim"], [claim])
    return book


def _settings(book: Workbook) -> None:
    answer(book, {
        "Nama instansi": "Dinas Perpustakaan dan Kearsipan", "Tahun laporan": "2024",
        "Pemerintah daerah": "Kabupaten Rekaan", "Tanggal data": "31 Januari 2025",
    })  # fmt: skip
    list_rows(book, "3. Skala kategori", [
        {"Kategori": "Sangat Baik", "Lebih dari (>)": "100", "Dicetak di": "Tabel 3.1"},
        {"Kategori": "Baik", "Dari (≥)": "75", "Sampai (≤)": "100"},
        {"Kategori": "Cukup", "Dari (≥)": "55", "Kurang dari (<)": "75"},
        {"Kategori": "Kurang", "Kurang dari (<)": "55"},
    ])  # fmt: skip
    list_rows(book, "4. Sasaran", [
        {"Kode": "1", "Sasaran strategis": SERVICE}, {"Kode": "2", "Sasaran strategis": ARCHIVE},
    ])  # fmt: skip
    list_rows(book, "5. Indikator", [
        {"Kode": "1.pemustaka", "Nama indikator": NAMES["1.pemustaka"], "Arah": "naik",
         "Satuan": "orang", "Presisi realisasi": "eksak"},
        {"Kode": "1.waktu", "Nama indikator": NAMES["1.waktu"], "Arah": "turun",
         "Satuan": "menit", "Rumus capaian": "(2T-R)/T"},
        {"Kode": "2.arsip", "Nama indikator": NAMES["2.arsip"], "Arah": "naik",
         "Satuan": "persen"},
    ])  # fmt: skip


def _performance(book: Workbook) -> None:
    """kode, sasaran, no, indikator and then what each table has."""
    one, two, three = NAMES.items()
    fill(book["Capaian"], [
        [one[0], SERVICE, "1", one[1], "orang", "12.000", "13.500", "112,50", "Sangat Baik"],
        [two[0], None, "2", two[1], "menit", "10", "12", "80,00", "Baik"],
        [three[0], ARCHIVE, "3", three[1], "persen", "75", "n/a", "n/a"],
    ])  # fmt: skip
    fill(book["Perjanjian"], [
        [one[0], "1", SERVICE, one[1], "12.000"], [two[0], None, None, two[1], "10"],
        [three[0], "2", ARCHIVE, three[1], "75"],
    ])  # fmt: skip
    fill(book["Ringkasan"], [  # (112,50 + 80,00) / 2 = 96,25
        [one[0], "1", SERVICE, one[1], "112,50", "Sangat Baik", "96,25", "Baik"],
        [two[0], None, None, two[1], "80,00", "Baik"],
        [three[0], "2", ARCHIVE, three[1], "n/a", None, "n/a"],
    ])  # fmt: skip


def _budget(book: Workbook) -> None:
    """1.695.000.000 of 1.800.000.000 is 94,17 percent."""
    rows = [[None, None, name, *figures] for name, *figures in PROGRAMMES]
    total = [None, None, "JUMLAH", "1.800.000.000", "1.695.000.000", "94,17"]
    fill(book["Anggaran"], [*rows, total])
    fill(book["Program"], [[None, name, f"Rp {pagu},00"] for name, pagu, *_ in PROGRAMMES])
