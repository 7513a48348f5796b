"""Rows that are the sums of rows which another table lists one after another."""

from __future__ import annotations

from pathlib import Path

import pytest
from growth import check_calls
from test_examined_tables import findings, table

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, GridColumn
from lkjip_analysis.intake.relations.between_tables.run_sums import sums_of_runs
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import read
from lkjip_analysis.numbers.runs import Figures
from lkjip_analysis.numbers.written import number

HEADS = ("Kegiatan", "Pagu (Rp)", "Realisasi (Rp)")
LISTED = (
    ("Penyuluhan warga", "712.500.000", "657.664.500"),
    ("Taman kota", "343.640.000", "177.253.854"),
    ("Pengadaan meja", "475.000.000", "373.027.950"),
    ("Pengadaan kursi", "100.000.000", "99.121.693"),
    ("Lemari arsip", "88.250.000", "80.114.000"),
    ("Rambu jalan", "1.240.775.000", "1.100.320.500"),
    ("Marka jalan", "610.300.000", "598.441.200"),
    ("Lampu jalan", "905.120.000", "871.004.350"),
)
# 712,5 + 343,64 = 1.056,14; 475 + 100 + 88,25 = 663,25; 610,3 + 905,12 = 1.515,42 million; spent
# 834.918.354, 373.027.950 + 99.121.693 + 80.114.000 = 552.263.643 and 1.469.445.550
GOALS = (
    ("No", "Sasaran", "Anggaran (Rp)", "Realisasi (Rp)"),
    ("1", "Lingkungan yang asri", "1.056.140.000", "834.918.354"),
    ("2", "Layanan kantor yang baik", "663.250.000", "552.263.643"),
    ("3", "Jalan yang berambu", "1.240.775.000", "1.100.320.500"),
    ("4", "Jalan yang aman", "1.515.420.000", "1.469.445.550"),
)


def wrong(
    folder: Path, goal: tuple[str, str], listed: tuple[tuple[str, ...], ...] = LISTED,
    *others: tuple[str, ...],
) -> list[str]:  # fmt: skip
    """Which rows are called wrong where the second goal prints these two figures."""
    goals = [*GOALS[:2], (*GOALS[2][:2], *goal), *GOALS[3:], *others]
    found = findings(
        folder, table("Tabel 3.7", "Realisasi kegiatan", HEADS, *listed),
        table("Tabel 3.8", "Anggaran sasaran", *goals),
    )  # fmt: skip
    return [told["label"] for told in found]


RIGHT = ("663.250.000", "552.263.643")


@pytest.mark.parametrize(
    ("goal", "about"),
    [(RIGHT, []),
     (("663.250.000", "552.363.643"), ["Layanan kantor yang baik - Realisasi (Rp)"]),
     (("1.863.250.000", "552.263.643"), ["Layanan kantor yang baik - Anggaran (Rp)"])],
)  # fmt: skip
def test_the_row_that_its_activities_do_not_come_to_is_told(
    tmp_path: Path, goal: tuple[str, str], about: list[str]
) -> None:
    assert wrong(tmp_path, goal) == about


SLIP = ("663.250.000", "552.363.643")


@pytest.mark.parametrize(
    "listed",
    [
        # one activity is left, which need not be all that the goal spent
        (*LISTED[:2], LISTED[4], *LISTED[5:]),
        # the rows between belong to no two goals that are sums
        (*LISTED[:2], *LISTED[5:], *LISTED[2:5]),
        # a list that holds its own sums
        (("Bidang umum", "1.056.140.000", "834.918.354"), *LISTED),
        # a figure that is not there
        (*LISTED[:3], ("Pengadaan kursi", "100.000.000", ""), *LISTED[4:]),
    ],
)
def test_where_the_runs_do_not_tell_nothing_is_said(
    tmp_path: Path, listed: tuple[tuple[str, ...], ...]
) -> None:
    assert wrong(tmp_path, SLIP, listed) == []


def test_two_goals_that_miss_are_too_many_for_three_that_hold(tmp_path: Path) -> None:
    other = ("5", "Warga yang sehat", "1.300.111.000", "1.201.333.000")
    clinics = (("Klinik", "700.000.000", "690.000.000"), ("Obat", "600.000.000", "510.222.000"))
    # of the budgets four hold beside it: 700 + 600 million are not 1.300.111.000
    told = wrong(tmp_path, SLIP, (*LISTED, *clinics), other)
    assert told == ["Warga yang sehat - Anggaran (Rp)"]


def _lists(tables: int) -> list[Grid]:
    """Tables of six rows whose figures are sums of nothing."""
    column = (GridColumn("pagu", "Pagu (Rp)", False),)
    return [
        Grid(f"t{i}", f"Tabel {i}", column, {"pagu": 1},
             rows := {f"b{row}": {"pagu": read(number(10**6 * (7 * i + row) ** 2 + i))}
                      for row in range(6)}, {}, tuple(rows), {key: key for key in rows})
        for i in range(1, tables + 1)
    ]  # fmt: skip


def test_many_tables_cost_what_their_number_does() -> None:
    made = {size: _lists(size) for size in (20, 80, 320)}
    check_calls(lambda size: list(sums_of_runs(made[size])), 80)


def test_the_shortest_run_of_each_total_is_found_in_one_pass() -> None:
    # 5, 0, 5, -1: 5 is the first alone before 0 and 5 together; 9 is 5 + 0 + 5 - 1, 4 is 5 - 1
    figures = Figures([Fraction(n) for n in (5, 0, 5, -1)])
    wanted = {Fraction(n) for n in (3, 4, 5, 9, 10)}
    told = {Fraction(4): (2, 4), Fraction(5): (0, 1), Fraction(9): (0, 4), Fraction(10): (0, 3)}
    assert figures.shortest(wanted) == told
    assert {total: figures.run(total) for total in told} == told
    assert figures.run(Fraction(3)) is None
