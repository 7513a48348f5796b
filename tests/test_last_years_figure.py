"""A sentence of this year that prints the figure of the year before."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

REPORT = """LAPORAN KINERJA DINAS KELAUTAN TAHUN 2023

BAB III AKUNTABILITAS KINERJA

Tabel 3.2 Capaian indikator tahun 2022 dan 2023

| No | Indikator Kinerja | Satuan | Realisasi 2022 | Target 2023 | Realisasi 2023 | Capaian (%) |
|---|---|---|---|---|---|---|
| 1 | Nilai tukar petani ikan | indeks | 105,19 | 105,72 | 99,24 | 93,87 |
| 2 | Produksi garam rakyat | ton | 7.215 | 8.120 | 8.006 | 98,60 |
| 3 | Produksi ikan olahan | ton | 1.483 | 1.500 | 1.530 | 102,00 |

"""


def accused(base: Path, sentence: str) -> list[tuple[str, str]]:
    path = base / "a.md"
    path.write_text(REPORT + sentence + "\n", encoding="utf-8")
    claims = read_proposal(path, "dinas-kelautan", 2023).claims
    return [(c.nilai, c.sel.rpartition(".")[2]) for c in claims if c.differs and "[" in c.sel]


@pytest.mark.parametrize(("sentence", "figure"), [
    ("Nilai tukar petani ikan pada tahun 2023 adalah sebesar 105,19.", "105,19"),
    ("Pada tahun 2023 produksi garam rakyat mencapai 7.215 ton.", "7.215"),
])  # fmt: skip
def test_a_figure_of_the_year_before_is_told(tmp_path: Path, sentence: str, figure: str) -> None:
    assert accused(tmp_path, sentence) == [(figure, "realisasi")]


@pytest.mark.parametrize("sentence", [
    "Nilai tukar petani ikan pada tahun 2023 adalah sebesar 99,24.",  # the sound twin
    "Nilai tukar petani ikan pada tahun 2022 adalah sebesar 105,19.",
    "Nilai tukar petani ikan tahun 2023 lebih rendah dibandingkan sebelumnya sebesar 105,19.",
    "Nilai tukar petani ikan adalah sebesar 105,19.",  # of no year
    "Nilai tukar petani ikan awal tahun 2023 adalah sebesar 105,19.",
    "Nilai tukar petani ikan laut pada tahun 2023 adalah sebesar 105,19.",  # of a part of it
    "Jumlah koperasi nelayan pada tahun 2023 adalah sebesar 105,19.",  # of another thing
    "Pada tahun 2023 target produksi garam rakyat adalah 8.120 ton.",
])  # fmt: skip
def test_figures_that_may_be_of_that_year_are_left_alone(tmp_path: Path, sentence: str) -> None:
    assert accused(tmp_path, sentence) == []
