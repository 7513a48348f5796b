"""A budget and what was spent of it, told the wrong way round."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import accused_cells

REPORT = """LAPORAN KINERJA DINAS PERHUBUNGAN TAHUN 2024

BAB III AKUNTABILITAS KINERJA

Tabel 3.3 Realisasi Anggaran Tahun 2024

| No | Program | Anggaran (Rp) | Realisasi (Rp) | % |
|---|---|---|---|---|
| 1 | Program Pelayaran Rakyat | 1.000.000.000 | 870.000.000 | 87,00 |
| 2 | Program Lalu Lintas Jalan | 5.600.000.000 | 5.264.000.000 | 94,00 |
| 3 | Program Perkeretaapian Daerah | 500.000.000 | 480.000.000 | 96,00 |
| | Jumlah | 7.100.000.000 | 6.614.000.000 | 93,15 |

"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tukar")


def accused(folder: Path, sentence: str) -> list[tuple[str, str]]:
    found = accused_cells(folder / "a.md", REPORT + sentence, "dinas-perhubungan", 2024)
    return [(figure, cell.rpartition(".")[2]) for figure, cell in found]


@pytest.mark.parametrize(("sentence", "budget", "spent"), [
    ("Program Lalu Lintas Jalan dari anggaran {} terealisasi {}.", "Rp5.600.000.000",
     "Rp5.264.000.000"),
    ("Secara keseluruhan pagu sebesar {} terserap {}.", "Rp7.100.000.000", "Rp6.614.000.000"),
])  # fmt: skip
def test_amounts_in_each_others_place_are_told(
    sentence: str, budget: str, spent: str, folder: Path
) -> None:
    assert not accused(folder, sentence.format(budget, spent))
    found = accused(folder, sentence.format(spent, budget))
    assert {figure for figure, _ in found} == {budget, spent}


@pytest.mark.parametrize("sentence", [
    # More was spent than a budget of another paper; a row of another name may print it so.
    "Dari anggaran Rp5.000.000.000 terealisasi Rp5.264.000.000.",
    "Realisasi Rp870.000.000 dari anggaran Rp1.000.000.000.",
    "Anggaran semula Rp870.000.000, setelah perubahan menjadi Rp1.000.000.000.",
])  # fmt: skip
def test_other_amounts_are_left_alone(sentence: str, folder: Path) -> None:
    assert not accused(folder, sentence)


# 870 + 480 = 1.350; 1.000 + 500 = 1.500, 1.000 + 5.600 + 500 = 7.100 million.
@pytest.mark.parametrize(("sentence", "right", "wrong"), [
    ("Program Pelayaran Rakyat dan Program Perkeretaapian Daerah menyerap anggaran sebesar {}.",
     "Rp1.350.000.000", "Rp1.530.000.000"),
    ("Program Pelayaran Rakyat, Program Lalu Lintas Jalan, dan Program Perkeretaapian Daerah "
     "memperoleh alokasi anggaran seluruhnya sebesar {}.", "Rp7.100.000.000", "Rp7.010.000.000"),
])  # fmt: skip
def test_rows_named_together_are_summed(
    sentence: str, right: str, wrong: str, folder: Path
) -> None:
    assert not accused(folder, sentence.format(right))
    assert [figure for figure, _ in accused(folder, sentence.format(wrong))] == [wrong]


@pytest.mark.parametrize("sentence", [
    "Program Pelayaran Rakyat dan Program Perkeretaapian Daerah masing-masing menyerap "
    "Rp1.530.000.000.",
    "Program Pelayaran Rakyat dan Program Perkeretaapian Daerah pada tahun 2023 menyerap "
    "Rp1.530.000.000.",
    "Program Pelayaran Rakyat, Program Perkeretaapian Daerah dan program lainnya menyerap "
    "Rp1.530.000.000.",
    "Program Pelayaran Rakyat dan Program Perkeretaapian Daerah semula memperoleh Rp1.530.000.000.",
])  # fmt: skip
def test_other_sums_of_named_rows_are_left_alone(sentence: str, folder: Path) -> None:
    assert not accused(folder, sentence)
