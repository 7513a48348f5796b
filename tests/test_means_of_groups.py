"""The mean of a group of one row is that row, where the other groups have their means as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import examined

HEAD = "| No | Sasaran | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |\n" + (
    "|---|---|---|---|---|---|---|\n"
)
TABLE = (
    """# LAPORAN KINERJA DINAS TERNAK KABUPATEN UMBUL TAHUN 2022

## BAB III AKUNTABILITAS

Tabel 3.1 Capaian kinerja tahun 2022

"""
    + HEAD
)


def findings(base: Path, first: str, second: str) -> list[str]:
    rows = [
        "1 | Ternak sehat | Kandang bersih | % | 80 | 72 | 90,00",
        " | | Ternak divaksin | % | 50 | 48 | 96,00",
        f" | Rata-rata capaian sasaran 1 | | | | | {first}",
        "2 | Peternak maju | Peternak dilatih | orang | 400 | 340 | 85,00",
        f" | Rata-rata capaian sasaran 2 | | | | | {second}",
    ]
    return [f["message"] for f in examined(TABLE + "".join(f"| {r} |\n" for r in rows), base)[0]]


@pytest.mark.parametrize(("first", "second", "wrong"), [
    ("93,00", "85,00", ""), ("93,00", "88,10", "88,10"),
    ("91,20", "88,10", "91,20"),  # where another mean is none of its rows, nobody knows of what
])  # fmt: skip
def test_the_mean_of_a_group_of_one(tmp_path: Path, first: str, second: str, wrong: str) -> None:
    """(90 + 96) / 2 = 93; the mean of 85 alone is 85."""
    found = findings(tmp_path, first, second)
    assert len(found) == bool(wrong), found
    assert all(wrong in message for message in found)


YEARS = """Tabel 3.2 Perbandingan capaian tahun 2021 dan 2022

| No | Sasaran | Indikator Kinerja | Capaian 2021 (%) | Capaian 2022 (%) |
|---|---|---|---|---|
| 1 | Ternak sehat | Kandang bersih | 90,00 | 80,00 |
| | | Ternak divaksin | 96,00 | 90,00 |
| | Rata-rata capaian sasaran 1 | | 93,00 | 85,00 |
| 2 | Peternak maju | Peternak dilatih | 88,00 | 100,00 |
| | | Kelompok dibina | 70,00 | 94,00 |
| | | Kader aktif | 82,00 | 91,00 |
| | Rata-rata capaian sasaran 2 | | 80,00 | 95,00 |
| | Rata-rata capaian kinerja | | {} | {} |
"""


@pytest.mark.parametrize(("before", "now", "wrong"), [
    ("86,50", "90,00", ""),  # (93 + 80) / 2, (85 + 95) / 2
    ("86,50", "92,10", "92,10"),
    ("84,10", "90,00", "84,10"),
    ("85,20", "91,00", ""),  # of all five rows: 426 / 5, 455 / 5
])  # fmt: skip
def test_a_mean_of_means_in_one_column_is_one_in_the_others(
    before: str, now: str, wrong: str, tmp_path: Path
) -> None:
    text = TABLE.split("Tabel 3.1")[0] + YEARS.format(before, now)
    found = [f["message"] for f in examined(text, tmp_path)[0]]
    assert len(found) == bool(wrong), found
    assert all(wrong in message for message in found)
