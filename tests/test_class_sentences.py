"""Sentences that count classes or tell the highest and lowest, against the table they are about."""

from __future__ import annotations

from pathlib import Path

import pytest
from growth import check_growth
from proposals import read_proposal

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.noticed.counts.sentences_of_classes import sentences_of_classes

# Sangat Baik: rows 1, 2, 4 and 5; Baik: 3; Cukup: 6. Highest 95,00, lowest 70,00.
TABLE = """| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) | Predikat |
|---|---|---|---|---|---|---|
| 1 | Keluarga miskin terbantu | % | 80 | 76 | 95,00 | Sangat Baik |
| 2 | Panti layak | % | 60 | 55,8 | 93,00 | Sangat Baik |
| 3 | Cakupan jaminan sosial | % | 90 | 72 | 80,00 | Baik |
| 4 | Penyandang disabilitas dilayani | % | 50 | 46 | 92,00 | Sangat Baik |
| 5 | Karang taruna aktif | unit | 40 | 36 | 90,00 | Sangat Baik |
| 6 | Nilai evaluasi | nilai | 70 | 49 | 70,00 | Cukup |"""


def claims(folder: Path, sentence: str, rule: str) -> list[tuple[str, str]]:
    """The figures of a sentence below the table that are held against it by a rule."""
    path = folder / "a.md"
    lines = ["LAPORAN KINERJA DINAS SOSIAL TAHUN 2023", "BAB III AKUNTABILITAS KINERJA",
             "Tabel 3.1 Capaian Kinerja", TABLE, sentence]  # fmt: skip
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    found = read_proposal(path, "sosial", 2023).claims
    return [(c.nilai, c.sel.rpartition("=")[2]) for c in found if c.aturan == rule]


@pytest.mark.parametrize(("sentence", "found"), [
    ("Dari 6 indikator tersebut, sebanyak 4 (empat) indikator berpredikat sangat baik, satu "
     "indikator berpredikat baik, dan satu indikator berpredikat cukup.",
     [("4", "Sangat Baik"), ("1", "Baik"), ("1", "Cukup")]),
    ("Predikatnya adalah sangat baik sebanyak 3 indikator, baik sebanyak 2 indikator, dan cukup "
     "sebanyak 1 indikator.", [("3", "Sangat Baik"), ("2", "Baik"), ("1", "Cukup")]),
    # The whole is not that of the table, but all counts save one are.
    ("Berdasarkan tabel di atas, 3 indikator berkategori sangat baik, 1 indikator berkategori "
     "baik dan 1 indikator berkategori cukup.",
     [("3", "Sangat Baik"), ("1", "Baik"), ("1", "Cukup")]),
    # "Tercapai" with the bounds of each class; the counts come to seven, where there are six rows.
    ("Dari 6 indikator sasaran, sebanyak 5 indikator tercapai sangat baik (di atas 90%), 1 "
     "indikator tercapai baik (75 - 90%) dan 1 indikator tercapai cukup (< 75).",
     [("5", "Sangat Baik"), ("1", "Baik"), ("1", "Cukup")]),
    ("Dari 7 indikator sasaran, sebanyak 5 indikator tercapai sangat baik, 1 indikator tercapai "
     "baik dan 2 indikator tercapai cukup.", []),
    ("Sebanyak 5 indikator tercapai dengan baik dan 2 indikator belum tercapai.", []),
    # They are the fourth, the first and the second, and so many are none.
    ("Indikator 4 berkategori sangat baik, indikator 1 berkategori baik dan indikator 2 "
     "berkategori cukup.", []),
    # The rows of a scale, read as words: 1, 2 and 3 are their numbers.
    ("Skala Nilai Peringkat Kriteria Penilaian 1 ≥ 90,01 Sangat Baik 2 75,01 – 90,00 Baik "
     "3 65,01 – 75,00 Cukup.", []),
    # Other rows, another year, a bound, one count alone, a class without a count.
    ("Terdapat 4 program berpredikat sangat baik dan 2 program berpredikat cukup.", []),
    ("Tahun 2022 terdapat 4 indikator berpredikat sangat baik dan 2 berpredikat baik.", []),
    ("Ditargetkan 5 indikator berpredikat sangat baik dan 1 indikator berpredikat baik.", []),
    ("Terdapat 3 indikator berpredikat sangat baik.", []),
    ("Terdapat 4 indikator berpredikat sangat baik, selebihnya berpredikat baik.", []),
    # One of them is no count of them; the last word of a longer number is no number.
    ("Sebanyak 3 indikator berpredikat sangat baik, salah satu indikator berpredikat baik dan satu "
     "indikator berpredikat cukup.", []),
    ("Sebanyak dua puluh empat indikator berpredikat sangat baik, satu indikator berpredikat baik "
     "dan satu indikator berpredikat cukup.",
     [("24", "Sangat Baik"), ("1", "Baik"), ("1", "Cukup")]),
])  # fmt: skip
def test_counts_of_classes_are_held_against_the_table_of_so_many_rows(
    sentence: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert claims(tmp_path, sentence, "sebanyak") == found


def test_a_sentence_of_many_counts_costs_what_its_length_does(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"LAPORAN KINERJA DINAS SOSIAL TAHUN 2023\n\n{TABLE}\n", encoding="utf-8")
    tables = read_proposal(path, "sosial", 2023).tables

    def read(count: int) -> None:
        counts = "dari 9 lalu " * count
        text = f"Berpredikat: {counts} 4 indikator sangat baik dan 1 indikator baik"
        block = Paragraph(text, "BAB III", 1)
        assert not list(sentences_of_classes([block], tables, [], 2023))

    check_growth(read, 500)


@pytest.mark.parametrize(("sentence", "told"), [
    ("Capaian tertinggi sebesar 98,40 persen dan capaian terendah sebesar 70,00 persen.",
     ["98,40 persen"]),
    ("Capaian kinerja terendah adalah pada evaluasi sebesar 65,15%.", ["65,15%"]),
    ("Capaian tertinggi sebesar 95,00 persen dan capaian terendah sebesar 70 persen.", []),
    ("Tahun 2022 capaian terendah sebesar 61,35 persen.", []),
    ("Capaian terendah di antara yang bersatuan persen sebesar 81,35 persen.", []),
    ("Realisasi tertinggi sebesar 98,40 persen.", []),  # no column of percentages is called so
])  # fmt: skip
def test_the_highest_and_lowest_of_a_sentence_are_those_of_the_column(
    sentence: str, told: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    lines = ["LAPORAN KINERJA DINAS SOSIAL TAHUN 2023", "BAB III AKUNTABILITAS KINERJA",
             "Tabel 3.1 Capaian Kinerja", TABLE, sentence]  # fmt: skip
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    found = read_proposal(path, "sosial", 2023).claims
    assert [c.nilai for c in found if c.kode.startswith(("tertinggi", "terendah"))] == told
