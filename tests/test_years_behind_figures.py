"""A year that stands right behind a figure is that figure's, not the next one's."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import accused_cells, read_proposal

HEAD = """# LAPORAN KINERJA INSTANSI PEMERINTAH

DINAS PENDIDIKAN KABUPATEN MAJU

TAHUN 2023

# BAB III AKUNTABILITAS KINERJA

Tabel 3.2 Perbandingan realisasi kinerja

| No | Indikator Kinerja | Realisasi 2022 | Realisasi 2023 | Selisih |
|---|---|---|---|---|
| 1 | Angka partisipasi PAUD | 76,11 | 80,34 | 4,23 |
| 2 | Rata-rata nilai literasi | 60,20 | 64,48 | 4,28 |
| 3 | Indeks kepuasan masyarakat | 83,10 | 81,26 | -1,84 |

"""
BEFORE, NOW = "realisasi_lalu", "realisasi"


@pytest.mark.parametrize("sentence", [
    "Angka partisipasi PAUD naik dari 76,11% pada tahun 2022 menjadi 80,34% pada tahun 2023 atau "
    "naik sebesar 4,23 poin persen.",
    "Angka partisipasi PAUD naik dari 76,11% (tahun 2022) menjadi 80,34%.",
    "Angka partisipasi PAUD pada tahun 2022 sebesar 76,11% dan pada tahun 2023 sebesar 80,34%, "
    "naik sebesar 4,23 poin persen.",
    "Angka partisipasi PAUD sebesar 80,34%, naik dibanding tahun 2022 sebesar 76,11%.",
])  # fmt: skip
def test_a_rise_is_from_the_figure_of_the_year_before(sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "lkjip.md"
    path.write_text(HEAD + sentence + "\n", encoding="utf-8")
    proposal = read_proposal(path, "dinas-pendidikan", 2023)
    told = [claim.sel for claim in proposal.claims if claim.aturan == "arah"]
    ((before, now),) = [sel.split("; ") for sel in told]  # once, however often it is said
    assert before.startswith("sebelum=") and before.endswith(f"].{BEFORE}")
    assert now.startswith("sekarang=") and now.endswith(f"].{NOW}")


# 71.340 of 2023 and 74.130 of 2022: two digits exchanged, each right where it is told.
GUESTS = HEAD.replace("Selisih |\n|---|---|---|---|---|\n", "Selisih |\n|---|---|---|---|---|\n"
                      "| 0 | Jumlah tamu museum daerah | 74.130 | 71.340 | -2.790 |\n")  # fmt: skip


@pytest.mark.parametrize(("sentence", "accused"), [
    ("Tahun 2021, capaian indikator kinerja jumlah tamu museum daerah sebesar "
     "98,20% dengan nilai realisasi sebesar 71.430.", []),
    ("Tahun 2023, capaian indikator kinerja jumlah tamu museum daerah sebesar "
     "98,20% dengan nilai realisasi sebesar 71.430.", ["71.430"]),
    ("Capaian indikator kinerja jumlah tamu museum daerah sebesar "
     "98,20% dengan nilai realisasi sebesar 71.430.", ["71.430"]),
])  # fmt: skip
def test_the_year_with_which_a_sentence_begins_is_that_of_its_figures(
    sentence: str, accused: list[str], tmp_path: Path
) -> None:
    told = accused_cells(tmp_path / "lkjip.md", GUESTS + sentence, "dinas-pendidikan", 2023)
    assert [figure for figure, _ in told] == accused
