"""A change told with both figures and its way twice: the share can be reckoned in one way only."""

from __future__ import annotations

from pathlib import Path

import pytest
from social_report import SOCIAL_REPORT

from lkjip_analysis.intake.sentences.said.plain_changes import plain_changes
from lkjip_analysis.output.examined.examining import examine

# 95.318,40 / 86.212,75 - 1 = 10,5618 percent; 1 - 1.080 / 1.200 = 10 percent.
RIGHT = [
    "Pendapatan naik dari Rp 86.212,75 juta menjadi Rp 95.318,40 juta atau naik 10,56 persen.",
    "Kunjungan turun dari 1.200 kunjungan menjadi 1.080 kunjungan, atau turun sebesar 10%.",
    # 95,5 / 85,5 and 94,5 / 86,5: what was rounded to billions allows 9,25 to 11,70 percent.
    "Pendapatan naik dari Rp86 miliar menjadi Rp95 miliar, atau meningkat sebesar 11,65 persen.",
]
WRONG = [
    "Pendapatan naik dari Rp 86.212,75 juta menjadi Rp 95.318,40 juta atau naik 11,65 persen.",
    "Pendapatan tahun 2024 meningkat dari Rp 86.212,75 juta pada tahun 2023 menjadi Rp 95.318,40 "
    "juta, atau mengalami kenaikan sebesar 9,55 persen.",  # of what it became: another base
    "Kunjungan turun dari 1.200 kunjungan menjadi 1.080 kunjungan, atau turun sebesar 90%.",
]
OTHERWISE = [
    # Points, several years, another thing, a rough figure, two ways: nothing is said.
    "Nilai layanan naik dari 80,5 menjadi 85,2 atau naik 4,7 persen.",
    "Pendapatan naik dari Rp 100 juta menjadi Rp 150 juta atau naik rata-rata 10,67 persen.",
    "Produksi naik dari 100 ton menjadi 150 ton atau naik 10,67 persen per tahun.",
    "Anggaran naik dari Rp 100 juta menjadi Rp 150 juta, realisasinya naik 20 persen.",
    "Kunjungan naik dari 1.200 menjadi 1.300 atau naik sekitar 5 persen.",
    "Kunjungan naik dari 1.200 menjadi 1.300 atau turun 5 persen.",
]


@pytest.mark.parametrize(("sentence", "told"), [
    *((sentence, [True]) for sentence in RIGHT),
    *((sentence, [False]) for sentence in WRONG),
    *((sentence, []) for sentence in OTHERWISE),
])  # fmt: skip
def test_a_change_told_twice_has_one_share(sentence: str, told: list[bool]) -> None:
    assert [said.holds for said in plain_changes(sentence)] == told


@pytest.mark.parametrize(("sentence", "count"), [
    *((sentence, 0) for sentence in RIGHT + OTHERWISE[:4]),
    *((sentence, 1) for sentence in WRONG),
])  # fmt: skip
def test_a_wrong_share_is_found_however_far_it_is_off(
    sentence: str, count: int, tmp_path: Path
) -> None:
    path = tmp_path / "laporan.md"
    path.write_text(f"{SOCIAL_REPORT}\n{sentence}\n", encoding="utf-8")
    findings = examine(path, tmp_path / "hasil", "dinas-sosial", 2024).verification.findings
    assert len(findings) == count
