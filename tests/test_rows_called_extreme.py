"""Rows that a sentence calls the highest or lowest, against the column of their own figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal, sentences_read
from social_report import SOCIAL_REPORT

from lkjip_analysis.intake.noticed.sentences_and_rows import rows_called_extreme
from lkjip_analysis.output.examined.examining import examine

REPORT = f"""{SOCIAL_REPORT}
Tabel 3.2 Penerima Bantuan Sosial menurut Kecamatan Tahun 2024

| No | Kecamatan | Laki-laki | Perempuan | Jumlah |
|---|---|---|---|---|
| 1 | Karanganyar | 312 | 298 | 610 |
| 2 | Sukamaju | 507 | 428 | 935 |
| 3 | Tirtomoyo | 498 | 471 | 969 |
| | Jumlah | 1.317 | 1.197 | 2.514 |

"""


def told(folder: Path, sentence: str) -> list[str]:
    """The row that the sentence names, and the column and place that another row has."""
    path = folder / "a.md"
    path.write_text(REPORT + sentence + "\n", encoding="utf-8")
    claims = read_proposal(path, "dinas-sosial", 2024).claims
    return [
        claim.sel
        for claim in claims
        if claim.kode.startswith(("tertinggi_", "terendah_")) and claim.aturan == "peringkat"
    ]


MOST = "sumber=tabel_3_2[sukamaju].jumlah; bagian=tabel_3_2[*].jumlah; kategori=tertinggi"
LEAST = (
    "sumber=anggaran[perlindungan_sosial].serapan; bagian=anggaran[*].serapan; kategori=terendah"
)


@pytest.mark.parametrize(("sentence", "cells"), [
    ("Penerima terbanyak berada di Kecamatan Sukamaju, yaitu 935 orang.", [MOST]),
    ("Penerima terbanyak berada di Kecamatan Tirtomoyo, yaitu 969 orang.", []),
    ("Kecamatan Sukamaju merupakan kecamatan dengan penerima terbanyak, yaitu 935 orang.", [MOST]),
    ("Kecamatan Tirtomoyo merupakan kecamatan dengan penerima terbanyak, yaitu 969 orang.", []),
    ("Serapan terendah terdapat pada Program Perlindungan Sosial, yaitu 93,00 persen.", [LEAST]),
    ("Serapan terendah terdapat pada Program Pemberdayaan Sosial, yaitu 90,00 persen.", []),
    ("Serapan tertinggi pada Program Rehabilitasi Sosial sebesar 95,00 persen, sedangkan serapan "
     "terendah pada Program Perlindungan Sosial sebesar 93,00 persen.", [LEAST]),
])  # fmt: skip
def test_a_row_called_so_is_the_furthest_of_its_column(
    sentence: str, cells: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, sentence) == cells


@pytest.mark.parametrize("sentence", [
    # Of some rows, of a change, a place further down, another year.
    "Di wilayah timur, penerima terbanyak berada di Kecamatan Sukamaju, yaitu 935 orang.",
    "Penerima terbanyak di wilayah timur berada di Kecamatan Sukamaju, yaitu 935 orang.",
    "Di antara dua kecamatan, penerima terbanyak berada di Kecamatan Sukamaju, yaitu 935 orang.",
    "Salah satu penerima terbanyak berada di Kecamatan Sukamaju, yaitu 935 orang.",
    "Kenaikan penerima terbanyak berada di Kecamatan Sukamaju, yaitu 935 orang.",
    "Penerima terbanyak kedua berada di Kecamatan Sukamaju, yaitu 935 orang.",
    "Tahun 2023 penerima terbanyak berada di Kecamatan Sukamaju, yaitu 935 orang.",
    # Its part is told; the largest budget with its share; what the table does not rank by.
    "Penerima terbanyak berada di Kecamatan Tirtomoyo, yaitu 498 laki-laki dan 471 perempuan.",
    "Anggaran terbesar terdapat pada Program Perlindungan Sosial (93,00 persen).",
    "Keluhan terbanyak berada di Kecamatan Sukamaju, yaitu 935 orang.",
])  # fmt: skip
def test_what_may_be_ranked_otherwise_is_left_alone(sentence: str, tmp_path: Path) -> None:
    assert not told(tmp_path, sentence)


@pytest.mark.parametrize(("sentence", "said"), [
    # Its own figure, that of the one which is, and a measure that heads the column.
    ("Penerima terbanyak berada di Kecamatan Sukamaju, yaitu 935 orang.",
     "yang tertinggi adalah Tirtomoyo (969), bukan Sukamaju (935)"),
    ("Penerima terbanyak adalah Sukamaju sebanyak 969 orang.",
     "yang tertinggi adalah Tirtomoyo (969), bukan Sukamaju (935)"),
    ("Realisasi tertinggi terdapat pada Program Rehabilitasi Sosial sebesar "
     "Rp1.900.000.000.",
     "yang tertinggi adalah Program Perlindungan Sosial (3.720.000.000), bukan Program "
     "Rehabilitasi Sosial (1.900.000.000)"),
])  # fmt: skip
def test_the_name_is_what_is_wrong(sentence: str, said: str, tmp_path: Path) -> None:
    """No repair writes the figure of the one row beside the name of the other."""
    path = tmp_path / "a.md"
    path.write_text(REPORT + sentence + "\n", encoding="utf-8")
    (finding,) = examine(path, tmp_path / "hasil", "dinas-sosial", 2024).verification.findings
    assert finding.kind == "klaim" and said in finding.message
    assert not [new for remedy in finding.remedies for new in remedy.cells if new.text]


def test_a_total_without_that_name_is_no_row(tmp_path: Path) -> None:
    """610 + 935 + 969 = 2.514: a row that is the sum of those above is no higher one."""
    sentence = "Penerima terbanyak berada di Kecamatan Sukamaju, yaitu 935 orang."
    path = tmp_path / "b.md"
    rows = REPORT.replace("| | Jumlah | 1.317", "| 4 | Wilayah kerja | 1.317")
    path.write_text(rows + sentence + "\n", encoding="utf-8")
    claims = read_proposal(path, "dinas-sosial", 2024).claims
    assert not [claim for claim in claims if claim.kode.startswith("tertinggi_")]


def test_only_a_sentence_with_a_rank_is_read_for_its_rows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Three thousand sentences without one, of as many rows, took ten seconds."""
    read = sentences_read(monkeypatch, rows_called_extreme)
    plain = "Penerima di Kecamatan Tirtomoyo sebanyak 969 orang."
    ranked = "Penerima terbanyak berada di Kecamatan Sukamaju, yaitu 935 orang."
    assert told(tmp_path, f"{plain} {ranked}") == [MOST]
    assert plain not in read and ranked in read


FEWEST_OF = "sumber=tabel_3_2[sukamaju].perempuan; bagian=tabel_3_2[*].perempuan; kategori=terendah"


@pytest.mark.parametrize(("sentence", "cells"), [
    ("Kecamatan dengan jumlah perempuan paling sedikit adalah Kecamatan Sukamaju.", [FEWEST_OF]),
    ("Kecamatan Sukamaju merupakan kecamatan dengan perempuan paling sedikit.", [FEWEST_OF]),
    ("Kecamatan dengan jumlah perempuan paling sedikit adalah Kecamatan Karanganyar.", []),
    ("Kecamatan dengan perempuan terbanyak adalah Kecamatan Tirtomoyo.", []),
    ("Penerima perempuan paling sedikit berasal dari Kecamatan Sukamaju.", [FEWEST_OF]),
    ("Penerima perempuan paling sedikit berasal dari Kecamatan Karanganyar.", []),
    # Of no column, of a part, of another year, of a change.
    ("Kecamatan dengan jumlah warga paling sedikit adalah Kecamatan Sukamaju.", []),
    ("Kecamatan dengan perempuan lansia paling sedikit adalah Kecamatan Sukamaju.", []),
    ("Pada tahun 2023 kecamatan dengan perempuan paling sedikit adalah Kecamatan Sukamaju.", []),
    ("Kecamatan dengan kenaikan perempuan paling sedikit adalah Kecamatan Sukamaju.", []),
    ("Kecamatan dengan perempuan paling sedikit adalah Kecamatan Sukamaju dan Tirtomoyo.", []),
    ("Kecamatan dengan perempuan paling sedikit bukan Kecamatan Sukamaju.", []),
])  # fmt: skip
def test_a_row_is_called_so_without_its_figure(
    sentence: str, cells: list[str], tmp_path: Path
) -> None:
    assert told(tmp_path, sentence) == cells
