"""Sentences that give a figure of one year to another one."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import accused_cells

REPORT = """LAPORAN KINERJA DINAS KOPERASI TAHUN 2024

BAB III AKUNTABILITAS KINERJA

Tabel 3.2 Perbandingan Realisasi Kinerja Tahun 2022-2024

| No | Indikator Kinerja | Satuan | Realisasi 2022 | Realisasi 2023 | Realisasi 2024 |
|---|---|---|---|---|---|
| 1 | Persentase koperasi aktif | % | 72,15 | 76,48 | 80,34 |
| 2 | Jumlah wirausaha baru | orang | 385 | 421 | 468 |

"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tahun")


def accused(folder: Path, sentence: str) -> list[tuple[str, str]]:
    return accused_cells(folder / "a.md", REPORT + sentence, "dinas-koperasi", 2024)


# Each wrong figure is that of another year in the same row.
@pytest.mark.parametrize(("sentence", "right", "wrong", "column"), [
    ("Pada tahun 2023 persentase koperasi aktif mencapai {} persen.", "76,48", "80,34",
     "realisasi_lalu"),
    ("Jumlah wirausaha baru tahun 2023 tercatat sebanyak {} orang.", "421", "385",
     "realisasi_lalu"),
    ("Jumlah wirausaha baru sebanyak {} orang pada tahun 2023.", "421", "468", "realisasi_lalu"),
    ("Persentase koperasi aktif tahun 2024 sebesar {} persen, sedangkan tahun 2023 sebesar 76,48 "
     "persen.", "80,34", "72,15", "realisasi"),
])  # fmt: skip
def test_a_figure_of_another_year_is_told(
    sentence: str, right: str, wrong: str, column: str, folder: Path
) -> None:
    assert not accused(folder, sentence.format(right))
    ((figure, cell),) = accused(folder, sentence.format(wrong))
    assert figure.startswith(wrong) and cell.endswith(f"].{column}")


@pytest.mark.parametrize("sentence", [
    # Compared with that year, planned, of another place, of a part of the year or of the row.
    "Dibandingkan tahun 2023, persentase koperasi aktif mencapai 80,34 persen.",
    "Persentase koperasi aktif tahun 2023 ditargetkan sebesar 80,34 persen.",
    "Persentase koperasi aktif provinsi tahun 2023 sebesar 80,34 persen.",
    "Persentase koperasi aktif di Kecamatan Mekar tahun 2023 sebesar 80,34 persen.",
    "Persentase koperasi aktif semester I tahun 2023 sebesar 80,34 persen.",
    "Persentase koperasi aktif awal tahun 2024 sebesar 76,48 persen.",
    "Jumlah wirausaha baru perempuan tahun 2023 sebanyak 385 orang.",
    "Koperasi dengan persentase koperasi aktif tahun 2023 sebesar 80,34 persen diberi penghargaan.",
    "Persentase koperasi aktif naik dari 76,48 persen pada tahun 2023 menjadi 80,34 persen.",
    "Persentase koperasi aktif tahun 2024 sebesar 76,48 persen untuk kinerja tahun 2023.",
    # A year that the table does not print.
    "Persentase koperasi aktif tahun 2021 sebesar 72,15 persen.",
    # Two years, each with its own figure.
    "Jumlah wirausaha baru tahun 2022 sebanyak 385 orang, tahun 2023 sebanyak 421 orang dan tahun "
    "2024 sebanyak 468 orang.",
])  # fmt: skip
def test_what_may_be_of_that_year_is_left_alone(sentence: str, folder: Path) -> None:
    assert not accused(folder, sentence)
