"""Amounts whose thousands stand in no groups of three are told, and what only looks so is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import told
from test_examined_tables import table

from lkjip_analysis.numbers.broken_groups import has_broken_groups

SAID = "tidak bertitik setiap tiga angka"
HEAD = ("No", "Kegiatan", "Anggaran (Rp)", "Sumber")
ROWS = (
    ("1", "Penataan taman", "304.495.000", "APBD"),
    ("2", "Pembibitan", "76.412.000", "APBD"),
    ("3", "Perawatan pohon", "850.954.898", "APBD"),
    ("4", "Lampu hias", "1.157.028.000", "DAK"),
)


@pytest.mark.parametrize(("amount", "count"), [
    ("9.871.1466.000", 1), ("133.825.00,00", 1), ("10.924024.550", 1), ("2.8766.522.000", 1),
    ("9.871.466.000", 0), ("133.825.000,00", 0), ("5.02.01.1.03", 0), ("31.12.2022", 0),
    ("174.494.00", 0),  # the rest of it may stand in the next line
    ("2.807.870.000.00", 0),  # sen behind a point
    ("907458.180,-", 0),
])  # fmt: skip
def test_an_amount_in_a_column_of_amounts_is_told(amount: str, count: int, tmp_path: Path) -> None:
    rows = (*ROWS, ("5", "Pagar kebun", amount, "DAU"))
    said = told(table("Tabel 2.1", "Anggaran", HEAD, *rows), tmp_path)
    assert said.count(SAID) == count


def test_two_broken_amounts_below_a_heading_of_money_are_told(tmp_path: Path) -> None:
    rows = (*ROWS[:3], ("4", "Pagar", "9.871.1466.000", "DAU"), ("5", "Aula", "2.8766.522.000", ""))
    for head, count in ((HEAD, 2), (("No", "Kegiatan", "Kode", "Sumber"), 0)):
        said = told(table("Tabel 2.1", "Kegiatan", head, *rows), tmp_path)
        assert said.count(SAID) == count


def test_a_column_of_codes_is_none_of_amounts(tmp_path: Path) -> None:
    head = ("Kode", "Kegiatan", "Lokasi")
    rows = [("1.03.001.02", "Jalan", "Utara"), ("1.04.002.11", "Air", "Barat"),
            ("2.16.003.09", "Data", "Timur"), ("2.16.0103.019", "Kabel", "Kota")]  # fmt: skip
    assert SAID not in told(table("Tabel 2.1", "Kode", head, *rows), tmp_path)


@pytest.mark.parametrize(("amount", "count"), [
    ("Rp. 437.00.000,-", 1), ("Rp 62.485.430,00.000", 1), ("Rp 10.924024.550,-", 1),
    ("Rp 437.050.000,-", 0), ("Rp 62.485.430.000,00", 0), ("nomor 437.00.000", 0),
])  # fmt: skip
def test_an_amount_of_a_sentence_is_told(amount: str, count: int, tmp_path: Path) -> None:
    text = f"Pagu bertambah sebesar {amount} untuk gaji ketiga belas pegawai dinas."
    shown = table("Tabel 2.1", "Anggaran", HEAD, *ROWS)
    assert told(f"{shown}\n\n{text}", tmp_path).count(SAID) == count


@pytest.mark.parametrize("core", [
    "1.439.351.000", "1,234,567.89", "1.23", "12.5", "2.176.280.5002.175.944.500", "1.2.3.4",
    "3.564,173.500.25",
])  # fmt: skip
def test_a_figure_that_is_one_or_none_at_all_has_no_broken_groups(core: str) -> None:
    assert not has_broken_groups(core)
