"""Amounts of a sentence that sum up rows of a table, and one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_examined_tables import findings, table

SPENT = table(
    "Tabel 3.7", "Realisasi kegiatan", ("Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "%"),
    ("Penyuluhan warga", "712.500.000", "657.664.500", "92,30"),
    ("Taman kota", "343.640.000", "177.253.854", "51,58"),
    ("Pengadaan meja", "475.000.000", "373.027.950", "78,53"),
    ("Pengadaan kursi", "100.000.000", "99.121.693", "99,12"),
    ("Rambu jalan", "1.240.775.000", "1.100.320.500", "88,68"),
)  # fmt: skip
TEXT = (
    "Sasaran kedua didukung oleh program sarana dengan alokasi anggaran sebesar Rp {}{} "
    "dengan realisasi sebesar Rp {}{}."
)


@pytest.mark.parametrize(
    ("budget", "spent", "count"),
    [
        # 475.000.000 + 100.000.000 and 373.027.950 + 99.121.693
        ("575.000.000", "472.149.643", 0),
        ("575.000.000", "471.249.643", 1),
        ("595.000.000", "472.149.643", 1),
        # of other rows than those of the table, both of them
        ("605.000.000", "471.249.643", 0),
    ],
)
def test_an_amount_is_held_against_the_rows_that_the_one_beside_it_sums(
    tmp_path: Path, budget: str, spent: str, count: int
) -> None:
    sentence = TEXT.format(budget, "", spent, "")
    found = findings(tmp_path, SPENT, sentence)
    assert len(found) == count
    english = TEXT.format(budget.replace(".", ","), ".00", spent.replace(".", ","), ".00")
    assert len(findings(tmp_path, SPENT, english)) == count


@pytest.mark.parametrize(
    "sentence",
    [
        # what the words do not call a budget and its spending
        "Program sarana meliputi Rp 575.000.000 untuk meja serta Rp 471.249.643 untuk kursi.",
        # the amount of one row says nothing of others
        TEXT.format("1.240.775.000", "", "1.110.320.500", " sampai dengan triwulan III"),
    ],
)
def test_other_amounts_are_left_alone(tmp_path: Path, sentence: str) -> None:
    found = findings(tmp_path, SPENT, sentence)
    assert not [told for told in found if "menjumlahkan" in told["message"]]
