"""Columns of years further back than the last: told, left out, and no reason to refuse a sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import INSTANSI, TAHUN, csv_of, excel, run

ROWS = [
    ["1", "Indeks literasi", "Indeks", 58.2, 61.4, 64.1, 65, 66.3, 102],
    ["2", "Pemustaka", "Orang", 18200, 20100, 21560, 23000, 23805, 103.5],
]


def imported(base: Path, *heads: str) -> tuple[int, str]:
    head = ["No", "Indikator Kinerja", "Satuan", *heads, "Target 2024", "Realisasi 2024", "Capaian"]
    path = excel(base, [head, *ROWS], "Pengukuran")
    return run("import", path, "--instansi", INSTANSI, "--tahun", TAHUN, "--data", base, "--ya")


def test_years_further_back_are_told_and_left_out(tmp_path: Path) -> None:
    """66,3 of 65 is 102 percent and 23.805 of 23.000 is 103,5; 2023 is the year before."""
    code, said = imported(tmp_path, "Realisasi 2021", "Realisasi Tahun 2022", "Realisasi 2023")
    assert code == 0 and "Seluruh buku diusulkan" not in said, said
    assert 'Kolom "Realisasi 2021"' in said and '"Realisasi Tahun 2022" ikut dalam tren' in said
    lines = csv_of(tmp_path, "capaian")
    assert lines[0] == "kode,no,indikator,satuan,target,realisasi,capaian,realisasi_lalu"
    assert '"64,1"' in lines[1] and '"58,2"' not in lines[1]


@pytest.mark.parametrize("other", ["Anggaran 2021", "Target 2026", "Realisasi TW III 2021"])
def test_what_is_of_no_earlier_year_is_not_left_out(other: str, tmp_path: Path) -> None:
    code, said = imported(tmp_path, other, "Realisasi 2022", "Realisasi 2023")
    assert code == 0 and "Seluruh buku diusulkan" in said, said
