"""Rows numbered 1, 1.1, 1.1.1 below a heading "No": each is the sum of those right below it."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import examined, shown

HEAD = """# LAPORAN KINERJA DINAS PERTANIAN KABUPATEN UMBUL TAHUN 2022

Tabel 3.1 Realisasi {title} Tahun 2022

"""
PROGRAMMES = """| No | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) | % |
|---|---|---|---|---|
| 1 | Program Produksi | 1.850.500.000 | 1.795.250.000 | 97,01 |
| 1.1 | Sarana | 710.500.000 | 702.250.000 | 98,84 |
| 1.1.1 | Benih | 412.000.000 | 405.250.000 | 98,36 |
| 1.1.2 | Pupuk | 298.500.000 | 297.000.000 | 99,50 |
| 1.2 | Irigasi | 1.140.000.000 | 1.093.000.000 | 95,88 |
| 1.2.1 | Jaringan tersier | 1.140.000.000 | 1.093.000.000 | 95,88 |
| 2 | Program Penyuluhan | 426.000.000 | 410.930.000 | 96,46 |
| 2.1 | Kelompok tani | 186.000.000 | 181.230.000 | 97,44 |
| 2.2 | Sekolah lapang | 240.000.000 | 229.700.000 | 95,71 |
|  | JUMLAH | 2.276.500.000 | 2.206.180.000 | 96,91 |
"""
OTHER = """| No | Uraian | Rumah Tangga | Ternak |
|---|---|---|---|
| 1 | Wilayah Utara | 1.340 | 5.121 |
| 1.1 | Argosari | 812 | 3.010 |
| 1.2 | Bulurejo | 528 | 2.111 |
| 2 | Wilayah Selatan | 2.045 | 6.402 |
| 2.1 | Candirejo | 1.117 | 4.001 |
| 2.2 | Duwet | 928 | 2.401 |
| 3 | Wilayah Barat | 731 | 1.934 |
| 3.1 | Giring | 402 | 1.033 |
| 3.2 | Sodo | 329 | 901 |
"""


@pytest.mark.parametrize(("table", "figures"), [(PROGRAMMES, 30), (OTHER, 18)])
def test_what_adds_up_by_its_numbers_is_tested_and_sound(
    table: str, figures: int, tmp_path: Path
) -> None:
    findings, watched = examined(HEAD.format(title="Program") + table, tmp_path)
    assert not findings and watched == figures


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("710.500.000", "719.500.000", "710.500.000"),
        ("186.000.000", "168.000.000", "186.000.000"),
        ("1.795.250.000", "1.759.250.000", "1.795.250.000"),
    ],
)
def test_a_slip_on_any_level_is_told(right: str, wrong: str, told: str, tmp_path: Path) -> None:
    text = HEAD.format(title="Program") + PROGRAMMES.replace(right, wrong, 1)
    said = shown(examined(text, tmp_path)[0])
    assert wrong in said and told in said


def test_a_slip_among_other_things_is_told_too(tmp_path: Path) -> None:
    """812 + 528 = 1.340."""
    findings, _ = examined(HEAD.format(title="Ternak") + OTHER.replace("528", "582"), tmp_path)
    assert "582" in shown(findings)


def test_numbers_that_are_no_outline_add_nothing_up(tmp_path: Path) -> None:
    """Indicators 1.1 and 1.2 of goal 1: that 82,50 is not the sum of 71,20 and 91,10 is no slip."""
    rows = (
        ("1", "Nilai akuntabilitas", "80,00", "82,50", "103,13"),
        ("1.1", "Nilai perencanaan", "70,00", "71,20", "101,71"),
        ("1.2", "Nilai pelaporan", "90,00", "91,10", "101,22"),
        ("2", "Indeks pelayanan", "75,00", "76,80", "102,40"),
        ("2.1", "Indeks sarana", "70,00", "72,10", "103,00"),
        ("2.2", "Indeks petugas", "80,00", "81,50", "101,88"),
    )
    head = "| No | Indikator | Target | Realisasi | Capaian (%) |\n|---|---|---|---|---|\n"
    text = head + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"
    findings, _ = examined(HEAD.format(title="Kinerja") + text, tmp_path)
    assert not findings


MIXED = """| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) | % |
|---|---|---|---|
| Program Produksi | 1.200.500.000 | 1.150.250.000 | 95,81 |
| Pengadaan benih | 700.500.000 | 690.250.000 | {share} |
| Pengadaan pupuk | 500.000.000 | 460.000.000 | 92,00 |
| Program Penyuluhan | 5.426.000.000 | 5.410.930.000 | 99,72 |
| Kegiatan pelatihan | 186.000.000 | 181.230.000 | 97,44 |
| JUMLAH | 6.626.500.000 | {spent} | {whole} |
"""


@pytest.mark.parametrize(("spent", "whole"), [("6.561.180.000", "99,01"), ("", "")])
@pytest.mark.parametrize(("share", "is_wrong"), [("98,54", False), ("89,54", True)])
def test_rows_in_levels_that_nothing_numbers_are_tested_one_by_one(
    share: str, is_wrong: bool, spent: str, whole: str, tmp_path: Path
) -> None:
    """690.250/700.500 = 98,54; the total counts programmes only, which no number tells."""
    text = HEAD.format(title="Program") + MIXED.format(share=share, spent=spent, whole=whole)
    findings, _ = examined(text, tmp_path)
    assert (share in shown(findings)) == is_wrong and len(findings) == is_wrong
