"""A mean of the totals above it, and a target in percent beside results: right, and not accused."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_examined_tables import findings, table
from test_relations import grid

from lkjip_analysis.intake.relations import discover

REACHED = ("No", "Indikator Kinerja", "Tahun 2022 Capaian (%)", "Tahun 2023 Capaian (%)")
FIRST = (("1", "Situs web", "64,00", "60,00"), ("2", "Menara", "80,00", "82,00"))
SECOND = (
    ("3", "Aduan", "90,00", "90,00"), ("4", "Siaran", "93,00", "96,00"),
    ("5", "Data", "99,00", "99,00"),
)  # fmt: skip


@pytest.mark.parametrize(("mean", "wrong"), [
    ("83,00", []),  # (71 + 95) / 2, the means of the two goals
    ("85,40", []),  # 427 / 5
    ("84,50", ["84,50"]),
])  # fmt: skip
def test_a_mean_may_be_that_of_the_rows_named_as_totals(
    mean: str, wrong: list[str], tmp_path: Path
) -> None:
    goal = ("", "Jumlah", "72,00", "71,00"), ("", "Jumlah", "94,00", "95,00")
    last = ("", "Rata-Rata", "83,00", mean)
    rows = (REACHED, *FIRST, goal[0], *SECOND, goal[1], last)
    found = findings(tmp_path, table("Tabel 3.3", "Capaian kinerja", *rows))
    assert [one["cells"][0]["text"] for one in found] == wrong


@pytest.mark.parametrize(("heading", "is_share"), [("Kinerja Target (%)", False), ("%", True)])
def test_a_target_is_no_share_of_what_was_reached(heading: str, is_share: bool) -> None:
    # 9.617 of 9.602 is 100,2 percent, 8.431 of 8.460 is 99,7, 9.120 of 9.081 is 100,4
    heads = {"target": heading, "capaian": "Kinerja Capaian", "serapan": "Anggaran Capaian"}
    rows = {"a": ("100", "9.617", "9.602"), "b": ("100", "8.431", "8.460"),
            "c": ("100", "9.120", "9.081"), "d": ("97", "9.124", "9.406")}  # fmt: skip
    shares = [found for found in discover([grid(heads, rows)]) if found.name == "persen_t_target"]
    assert bool(shares) is is_share


@pytest.mark.parametrize(("third", "wrong"), [("188 %", []), ("191 %", ["191 %"])])
def test_a_whole_percent_that_was_promised_is_that_to_the_digit(
    third: str, wrong: list[str], tmp_path: Path
) -> None:
    # 3,76 of 2 is 188 percent
    rows = (
        ("Indikator Kinerja", "Target Akhir Renstra", "Realisasi Th. 2023", "Tingkat Kemajuan"),
        ("Mutu pasar", "80 nilai", "79,77 nilai", "99,71 %"),
        ("Mutu taman", "75 nilai", "72,06 nilai", "96,08 %"),
        ("Pasar tertib", "2 %", "3,76 %", third),
        ("Pedagang terdata", "100 %", "96,17 %", "96,17 %"),
        ("Pengunjung naik", "5 %", "10,83 %", "216,60 %"),
    )
    found = findings(tmp_path, table("Tabel 3.3", "Kemajuan kinerja", *rows))
    assert [one["cells"][0]["text"] for one in found] == wrong


LEVELS = (
    ("Program/Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "%"),
    ("Penunjang Urusan", "43.451.454", "38.922.766", "89,58"),
    ("Gaji Pokok", "34.075.851", "30.715.843", "90,14"),
    ("Tunjangan Keluarga", "3.665.696", "3.251.557", "88,70"),
    ("Tunjangan Jabatan", "5.709.907", "4.955.366", "86,79"),
    ("Penataan Bangunan", "85.674.959", "81.796.625", "95,47"),
    ("Taman kota", "456.330", "456.300", "99,99"),
    ("Taman desa", "76.839.745", "74.024.436", "96,34"),
    ("Pasar rakyat", "8.378.884", "7.315.889", "87,31"),
    ("Jumlah", "129.126.413", "120.719.391", "93,49"),
)


@pytest.mark.parametrize(("whole", "total", "wrong"), [
    ("43.451.454", "129.126.413", []),
    ("43.451.004", "129.125.963", ["43.451.004"]),  # 450 lost, and in the total too
])  # fmt: skip
def test_levels_of_a_budget_that_nothing_marks_are_told_by_their_figures(
    whole: str, total: str, wrong: list[str], tmp_path: Path
) -> None:
    head, first, *rows, last = LEVELS
    changed = (first[0], whole, *first[2:]), (last[0], total, *last[2:])
    text = table("Tabel 3.25", "Realisasi Anggaran", head, changed[0], *rows, changed[1])
    found = findings(tmp_path, text)
    assert [one["cells"][0]["text"] for one in found] == wrong
