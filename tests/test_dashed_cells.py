"""Totals and means of columns in which some rows print a dash: they are tested all the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from test_examined_tables import TITLE, findings, table

from lkjip_analysis.output.examined.examining import examine
from lkjip_analysis.output.examined.holding_back.untangled import untangled

HEADS = ("No", "Indikator Kinerja", "Capaian 2022", "Capaian 2023", "Perubahan")
ROWS = (
    ("1", "Taman kota", "91,20", "95,40", "4,20"),
    ("2", "Halte bus", "104,50", "101,30", "-3,20"),
    ("3", "Pasar rakyat", "87,35", "88,10", "-"),
    ("4", "Kolam ikan", "99,10", "105,65", "6,55"),
    ("5", "Balai warga", "112,75", "112,90", "0,15"),
)
# 494,90 / 5 = 98,98 and 503,35 / 5 = 100,67; 7,70 / 4 = 1,925 and 7,70 / 5 = 1,54
MEANS = ("", "Rata-rata", "98,98", "100,67")


@pytest.mark.parametrize(("mean", "count"), [
    ("1,93", 0), ("1,92", 0), ("1,54", 0), ("2,93", 1), ("11,93", 1),
])  # fmt: skip
def test_a_mean_is_of_the_rows_that_print_a_figure_or_of_all(
    mean: str, count: int, tmp_path: Path
) -> None:
    found = findings(tmp_path, table("Tabel 3.1", "Capaian", HEADS, *ROWS, (*MEANS, mean)))
    assert len(found) == count


def test_a_cell_without_any_sign_leaves_its_mean_untested(tmp_path: Path) -> None:
    rows = [(*row[:4], row[4].strip("-")) if row[4] == "-" else row for row in ROWS]
    assert not findings(tmp_path, table("Tabel 3.1", "Capaian", HEADS, *rows, (*MEANS, "2,93")))


SPENT = (
    ("No", "Kegiatan", "Belanja Pegawai (Rp)", "Belanja Modal (Rp)"),
    ("1", "Penataan taman", "41.250.000", "18.300.000"),
    ("2", "Pembibitan", "12.400.000", "–"),
    ("3", "Perawatan pohon", "27.815.000", "6.750.000"),
    ("4", "Lampu hias", "—", "52.640.000"),
)


@pytest.mark.parametrize(("staff", "capital", "count"), [
    # 41.250 + 12.400 + 27.815 = 81.465; 18.300 + 6.750 + 52.640 = 77.690
    ("81.465.000", "77.690.000", 0),
    ("81.465.000", "77.960.000", 1),
    ("84.165.000", "77.690.000", 1),
])  # fmt: skip
def test_a_dash_adds_nothing_to_a_total(
    staff: str, capital: str, count: int, tmp_path: Path
) -> None:
    total = ("", "Jumlah", staff, capital)
    assert len(findings(tmp_path, table("Tabel 3.2", "Belanja", *SPENT, total))) == count


def test_a_mean_of_the_means_of_groups_is_not_held_to_all_rows(tmp_path: Path) -> None:
    # (98,00 + 104,00 + 92,00) / 3 = 98,00, where 98,00 and 104,00 are means of two rows each
    rows = (
        ("Sasaran", "Indikator", "Target", "Realisasi", "Capaian (%)"),
        ("Air layak", "", "", "", "98,00"), ("", "Pipa rumah", "50", "48", "96,00"),
        ("", "Sumur uji", "40", "40", "100,00"),
        ("Sanitasi aman", "", "", "", "104,00"), ("", "Tangki sedot", "25", "27", "108,00"),
        ("", "Jamban desa", "70", "70", "100,00"),
        ("Sampah turun", "Timbulan", "50", "46", "92,00"), ("Rata-rata", "", "", "", "98,00"),
    )  # fmt: skip
    assert not findings(tmp_path, table("Tabel 3.3", "Capaian", *rows))


def test_a_knot_that_only_acts_on_many_figures_explain_is_told_one_by_one(tmp_path: Path) -> None:
    """What one act on many figures would mend, beside what one figure would."""
    path = tmp_path / "laporan.md"
    wrong = table("Tabel 3.1", "Capaian", HEADS, *ROWS, (*MEANS[:3], "103,67", "2,93"))
    path.write_text(f"{TITLE}\n\n{wrong}", encoding="utf-8")
    verification = examine(path, tmp_path / "hasil").verification
    one, other = (f for f in verification.findings if f.verdict == "ambigu")
    few = replace(one, rules=(*one.rules, *other.rules))
    acts = replace(few, remedies=tuple(replace(each, act="disalin") for each in few.remedies))
    told = [untangled(replace(verification, findings=(each,))).findings for each in (few, acts)]
    assert [len(each) for each in told] == [1, 2]
