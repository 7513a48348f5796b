"""Amounts, ranges and headings that are printed in a form that tells no sure figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import examined

HEAD = """# LAPORAN KINERJA DINAS DAGANG KABUPATEN UMBUL TAHUN 2022

## BAB III AKUNTABILITAS

Tabel 3.9 Sarana

| No | Sarana | Jumlah |
|---|---|---|
| 1 | Lemari | 24 |
| 2 | Meja kerja | 61 |

"""


def found(base: Path, text: str) -> list[tuple[str, str]]:
    findings, _ = examined(HEAD + text, base)
    return [(one["kind"], one["cells"][-1]["text"]) for one in findings]


@pytest.mark.parametrize(("text", "printed"), [
    ("Serapan program itu sebesar Rp. 95,60 %.", "Rp. 95,60 %"),
    ("Realisasi program itu sebesar Rp288.000.000 %.", "Rp288.000.000 %"),
    ("Pagu program itu sebesar Rp1.350.00.000.", "Rp1.350.00.000"),
    ("Pagu program itu sebesar Rp1.3500.000.", "Rp1.3500.000"),
    ("Pagu program itu sebesar Rp 920.942..000.", "Rp 920.942..000"),
])  # fmt: skip
def test_an_amount_of_two_units_or_broken_groups_is_told(
    text: str, printed: str, tmp_path: Path
) -> None:
    assert found(tmp_path, text) == [("kaidah", printed)]


@pytest.mark.parametrize("text", [
    "Serapan program itu sebesar 95,60 % dari Rp288.000.000.",
    "Realisasi sebesar Rp 288.000.000 (95,60 %), Rp1.350.000,00, Rp1.350.000,- dan Rp 5,5 juta.",
    "Kode rekening 5.1.02.01.01 memuat Rp1.350.000.00 dan Rp250.000.",
    "Harga Rp 12.500/kg; selisihnya Rp 1.200...",
])  # fmt: skip
def test_amounts_in_their_usual_forms_are_left_alone(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []


def test_a_range_that_ends_below_its_beginning_is_told(tmp_path: Path) -> None:
    told = "Capaian indikator berkisar antara {} persen."
    assert found(tmp_path, told.format("80 sampai dengan 105")) == []
    assert found(tmp_path, told.format("105 sampai dengan 80")) == [
        ("dugaan", "105 sampai dengan 80 persen")
    ]
    fell = "Rentang harga turun dari kisaran 90 sampai 75 persen."
    assert found(tmp_path, fell) == []


SCALE = """Tabel 3.1 Kategori penyebaran

| No | Rentang (%) | Sebutan |
|---|---|---|
| 1 | {} | Padat |
| 2 | {} | Biasa |
| 3 | {} | Longgar |
"""


def test_one_class_of_a_scale_printed_backwards_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, SCALE.format("75 – 100", "60 – 74,99", "0 – 59,99")) == []
    assert found(tmp_path, SCALE.format("100 – 75", "74,99 – 60", "59,99 – 0")) == []
    told = found(tmp_path, SCALE.format("75 – 100", "74,99 – 60", "0 – 59,99"))
    assert ("dugaan", "74,99 – 60") in told


VISITS = """Tabel 3.2 Kunjungan pasar

| No | Pasar | {} | {} | {} | {} |
|---|---|---|---|---|---|
| 1 | Pasar Cempaka | 12.400 | 13.150 | 11.900 | 14.250 |
| 2 | Pasar Melati | 8.150 | 8.420 | 7.980 | 9.050 |
| 3 | Pasar Kenanga | 5.600 | 5.725 | 5.310 | 6.065 |
"""
QUARTERS = ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")


def test_a_quarter_headed_twice_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, VISITS.format(*QUARTERS)) == []
    twice = VISITS.format("Triwulan I", "Triwulan II", "Triwulan II", "Triwulan IV")
    assert ("kaidah", "Triwulan II") in found(tmp_path, twice)
    months = VISITS.format("Januari", "Februari", "Februari", "April")
    assert ("kaidah", "Februari") in found(tmp_path, months)


def test_two_columns_of_each_quarter_are_two_columns(tmp_path: Path) -> None:
    heads = VISITS.format("Triwulan I", "Triwulan I", "Triwulan II", "Triwulan II")
    assert ("kaidah", "Triwulan II") not in found(tmp_path, heads)
