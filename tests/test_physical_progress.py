"""The physical progress that sentences tell of the activities whose budgets they sum."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

TABLE = """Tabel 3.7 Realisasi kegiatan tahun 2023

| No | Kegiatan | Anggaran (Rp) | Realisasi (Rp) | Realisasi Keuangan (%) | Fisik (%) |
|---|---|---|---|---|---|
| 1 | Pipa desa | 400.000.000 | 380.000.000 | 95,00 | 100,00 |
| 2 | Sumur uji | 100.000.000 | 60.000.000 | 60,00 | 80,00 |
| 3 | Jamban umum | 270.000.000 | 240.000.000 | 88,89 | 90,00 |
| 4 | Taman baca | 150.000.000 | 120.000.000 | 80,00 | 60,00 |
| 5 | Pohon lindung | 355.000.000 | 310.000.000 | 87,32 | 95,00 |"""
# (400 x 100 + 100 x 80) / 500 = 96, and (100 + 80) / 2 = 90; (270 x 90 + 150 x 60) / 420 = 79,29
WATER = (
    "Air minum dengan alokasi anggaran sebesar Rp 500.000.000 dengan realisasi sebesar "
    "Rp 440.000.000 atau 88,00 % dengan realisasi fisik sebesar {} %."
)
TOWN = (
    "Kebersihan dengan anggaran Rp 420.000.000 dan realisasi Rp 360.000.000 atau 85,71 % "
    "sedangkan realisasi fisik mencapai {} %."
)
TREES = (
    "Penghijauan dengan anggaran Rp 355.000.000 dan realisasi Rp 310.000.000 atau 87,32 % "
    "sedangkan realisasi fisik mencapai {} %."
)


def told(folder: Path, *lines: str) -> list[tuple[str, str]]:
    path = folder / "a.md"
    head = ("LAPORAN KINERJA DINAS CIPTA KARYA TAHUN 2023", "BAB III AKUNTABILITAS", TABLE)
    path.write_text("\n\n".join([*head, *lines]) + "\n", encoding="utf-8")
    claims = read_proposal(path, "dinas-cipta", 2023).claims
    return [(c.nilai, c.aturan) for c in claims if c.kode.startswith("fisik_")]


@pytest.mark.parametrize(("lines", "found"), [
    ((WATER.format("96,00"),), []),
    ((WATER.format("90,00"),), []),  # the plain mean
    ((WATER.format("69,00"),), [("69,00 %", "rata_tertimbang")]),
    ((WATER.format("80,00"),), [("80,00 %", "rerata")]),  # a slip from 90,00
    ((TREES.format("59,00"),), [("59,00 %", "sama")]),
    # No slip: told where two other sentences keep it, and not where more break it.
    ((WATER.format("71,30"),), []),
    ((WATER.format("71,30"), TOWN.format("79,29")), []),
    ((WATER.format("71,30"), TOWN.format("79,29"), TREES.format("95,00")),
     [("71,30 %", "rata_tertimbang")]),
    ((WATER.format("71,30"), TOWN.format("44,10"), TREES.format("95,00")), []),
    # (90 + 60) / 2 = 75: the others keep the plain mean, by which this one is held as well.
    ((WATER.format("71,30"), TOWN.format("75,00"), TREES.format("95,00")),
     [("71,30 %", "rerata")]),
])  # fmt: skip
def test_physical_progress_is_the_mean_of_the_activities(
    lines: tuple[str, ...], found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert told(tmp_path, *lines) == found


@pytest.mark.parametrize("line", [
    # A budget that no activities make, what is not called physical, another amount between.
    WATER.format("69,00").replace("500.000.000", "510.000.000"),
    WATER.format("69,00").replace("realisasi fisik", "kehadiran"),
    WATER.format("69,00").replace("88,00 %", "88,00 % dan denda Rp 2.000.000"),
    "Air minum dengan anggaran Rp 500.000.000; realisasi fisik sebesar 69,00 %.",
])  # fmt: skip
def test_progress_of_something_else_is_left_alone(line: str, tmp_path: Path) -> None:
    assert told(tmp_path, line) == []
