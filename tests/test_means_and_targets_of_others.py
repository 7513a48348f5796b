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
