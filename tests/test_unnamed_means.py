"""The last row of a table that prints one figure and no name: the mean of its column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from proposals import HEAD, examined

from lkjip_analysis.intake.tables.printed_rows import Row
from lkjip_analysis.intake.tables.unnamed_means import with_unnamed_mean

# (101,36 + 95,74 + 106,82 + 70,07 + 99,20 + 56,41) / 6 = 529,60 / 6 = 88,27
REACHED = ("101,36", "95,74", "106,82", "70,07", "99,20", "56,41")
GOALS = ("Jalan", "", "", "Air", "Sampah", "")


def table(reached: Sequence[str], last: str, goals: Sequence[str] = GOALS) -> tuple[Row, ...]:
    rows = [Row((goal, f"Indikator {i}", text), i) for i, (goal, text) in
            enumerate(zip(goals, reached, strict=True))]  # fmt: skip
    return (*rows, Row(("", "", last), len(rows)))


@pytest.mark.parametrize("last", ["88,27", "88,25", "88,30"])
def test_a_lone_figure_at_the_mean_is_the_mean(last: str) -> None:
    assert with_unnamed_mean(table(REACHED, last))[-1].is_mean


@pytest.mark.parametrize(("reached", "last"), [
    (REACHED, "529,60"),  # the sum
    (REACHED, "99,20"),  # one of the rows
    (REACHED, "87,00"),  # a target, a score
    (REACHED, "88"),
    (REACHED[:3], "101,31"),
    # (98,00 + 99,00 + 97,00) / 3 = 98,00; 97,50; (98,40 + 98,60) / 2 = 98,50: their mean is 98,00,
    # that of the six rows (294 + 97,50 + 197) / 6 = 98,08
    (("98,00", "99,00", "97,00", "97,50", "98,40", "98,60"), "98,00"),
])  # fmt: skip
def test_what_may_be_another_figure_is_no_mean(reached: Sequence[str], last: str) -> None:
    assert not table(reached, last, GOALS[: len(reached)])[-1].is_mean
    assert not with_unnamed_mean(table(reached, last, GOALS[: len(reached)]))[-1].is_mean


def report(last: str) -> str:
    text = HEAD + ("Tabel 3.4 Capaian terhadap Nasional\n\n| No | Indikator Kinerja | Realisasi | "
                   "Nasional | Capaian (%) |\n|---|---|---|---|---|\n")  # fmt: skip
    # 2,23 of 2,20; 2,25 of 2,35; 2,35 of 2,20; 9,25 of 13,20; 9,92 of 10,00; 2,20 of 3,90
    pairs = (("2,23", "2,20"), ("2,25", "2,35"), ("2,35", "2,20"), ("9,25", "13,20"),
             ("9,92", "10,00"), ("2,20", "3,90"))  # fmt: skip
    for i, (pair, reached) in enumerate(zip(pairs, REACHED, strict=True), 1):
        text += f"| {i} | Produksi {['kopi', 'teh', 'karet', 'kakao', 'tebu', 'kelapa'][i - 1]} "
        text += f"| {pair[0]} | {pair[1]} | {reached} |\n"
    return text + f"| | | | | {last} |\n"


@pytest.mark.parametrize(("last", "is_told"), [("88,27", False), ("88,19", True), ("75,50", False)])
def test_a_wrong_mean_without_a_name_is_told(last: str, is_told: bool, tmp_path: Path) -> None:
    found, _ = examined(report(last), tmp_path)
    told = [f for f in found if last in f["message"] and f["verdict"] == "ambigu"]
    assert bool(told) == is_told
    assert len(found) == len(told)
