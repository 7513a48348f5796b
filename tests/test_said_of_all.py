"""A document's sentences about everything, its efficiency, and a goal that only its plan lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.output.examined.examining import tried

HEAD = "# LAPORAN KINERJA RUMAH SAKIT UMUM DAERAH KABUPATEN TERANG TAHUN 2023\n\n"
PLAN = """# BAB II PERENCANAAN KINERJA

## A. Sasaran

Sasaran yang akan dicapai adalah sebagai berikut:

1. Meningkatnya mutu pelayanan rawat inap.

2. Meningkatnya kesembuhan pasien tuberkulosis.
{third}
"""
RESULTS = """# BAB III AKUNTABILITAS KINERJA

## A. Capaian Kinerja

| Skala capaian | Kategori |
|---|---|
| lebih dari 100% | Sangat Baik |
| 75 - 100% | Baik |
| kurang dari 75% | Kurang |

Tabel 3.1 Capaian kinerja

| Sasaran | Indikator | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|
| 1. Meningkatnya mutu pelayanan rawat inap | Pemakaian tempat tidur (%) | 80 | 88 | 110,00 |
| | Pasien yang puas (%) | 90 | {puas} |
| 2. Meningkatnya kesembuhan pasien tuberkulosis | Pasien sembuh (orang) | 200 | 240 | 120,00 |

## B. Realisasi Anggaran

"""
SHORT, REACHED = "81 | 90,00", "99 | 110,00"
THIRD = "\n3. Meningkatnya kemandirian keuangan badan layanan.\n"


def findings(folder: Path, words: str, puas: str = SHORT, third: str = "") -> list[str]:
    path = folder / "laporan.md"
    told = HEAD + PLAN.format(third=third) + RESULTS.format(puas=puas) + words + "\n"
    path.write_text(told, encoding="utf-8")
    outcome = tried(path, folder / "hasil", ("", 0, ""))
    assert outcome.told is not None, outcome.problem
    return [f["message"] for f in outcome.told["findings"]]


@pytest.mark.parametrize(
    "words",
    [
        "Seluruh indikator kinerja rumah sakit telah tercapai.",
        "Pencapaian target kinerja tetap dapat tercapai walaupun anggaran berkurang.",
        "Semua target sasaran dicapai dengan kategori Sangat Baik.",
    ],
)
def test_a_sentence_that_all_is_met_is_held_against_each_achievement(
    tmp_path: Path, words: str
) -> None:
    """81 of 90 is 90 percent: neither met nor more than 100. With 99 of 90 the sentence is true."""
    (said,) = findings(tmp_path, words)
    assert "1 dari 3 tidak" in said and "Pasien yang puas" in said
    assert not findings(tmp_path, words, REACHED)


@pytest.mark.parametrize(
    "words",
    [
        "Seluruh indikator diharapkan tercapai pada tahun berikutnya.",
        "Belum semua target kinerja tercapai.",
        "Pada tahun 2022 seluruh indikator kinerja tercapai.",
        "Seluruh indikator program kesehatan ibu tercapai.",
        "Upaya agar semua target sasaran tercapai terus dilakukan.",
        "Semua sasaran tersebut dapat dikatakan berhasil dicapai dengan memuaskan.",
        "Hampir semua indikator mencapai target.",
        "Rata-rata seluruh indikator tercapai 106,67 persen.",
    ],
)
def test_a_wish_a_doubt_or_another_scope_is_no_statement_about_all(
    tmp_path: Path, words: str
) -> None:
    assert not findings(tmp_path, words)


def test_money_left_over_is_told_where_it_is_called_efficiency(tmp_path: Path) -> None:
    """9.200 of 10.000 million was spent: 8,00 percent are left over."""
    words = ("Realisasi belanja Rp9.200.000.000,- dari pagu Rp10.000.000.000,- atau 92,00%, "
             "sehingga terdapat {} sebesar 8,00%.")  # fmt: skip
    (said,) = findings(tmp_path, words.format("efisiensi anggaran"))
    assert "8,00%" in said and "anggaran yang tidak dibelanjakan" in said
    assert not findings(tmp_path, words.format("sisa anggaran"))


def test_a_goal_that_only_the_plan_lists_is_missed(tmp_path: Path) -> None:
    (said,) = findings(tmp_path, "", third=THIRD)
    assert "Sasaran 3 (Meningkatnya kemandirian keuangan badan layanan)" in said
    told_later = "Kemandirian keuangan badan layanan meningkat dengan baik."
    assert not findings(tmp_path, told_later, third=THIRD)
    assert not findings(tmp_path, "")
