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
