"""Values, their weights and their scores, as budget ratings and balanced score cards print them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from test_relations import grid

from lkjip_analysis.intake.relations import FoundRelation, discover
from lkjip_analysis.report.row_names import is_total_name

HEADS = {"nilai": "Nilai", "bobot": "Bobot (%)", "akhir": "Nilai Akhir"}
RATED = {
    "a": ("100,00", "10%", "10,00"),
    "b": ("93,27", "15%", "13,99"),
    "c": ("98,84", "20%", "19,77"),
    "d": ("99,12", "55%", "54,52"),
}
"""93,27 x 15% = 13,9905; 98,84 x 20% = 19,768; 99,12 x 55% = 54,516: together 98,28."""


def found(rows: Mapping[str, Sequence[str]], sums: Mapping[str, Sequence[str]] | None = None,
          heads: Mapping[str, str] = HEADS) -> list[FoundRelation]:  # fmt: skip
    return [*discover([grid(heads, rows, sums)])]


@pytest.mark.parametrize(("score", "kept"), [("19,77", 4), ("17,97", 3)])
def test_a_score_is_its_value_times_its_weight(score: str, kept: int) -> None:
    """98,84 x 20% = 19,77; 17,97 would be the weight of 18 percent."""
    (held,) = [r for r in found({**RATED, "c": ("98,84", "20%", score)}) if r.kind == "rasio"]
    assert (held.kept, held.of, held.entries["pembilang"]) == (kept, 4, ".akhir")
    assert held.entries["hasil"] == ".bobot" and held.entries["penyebut"] == ".nilai"


@pytest.mark.parametrize(("whole", "kept"), [("98,28", 2), ("96,28", 1)])
def test_the_row_of_all_weights_adds_up_the_scores(whole: str, kept: int) -> None:
    """It is called by what they come to, "Nilai Kinerja Organisasi", and prints no value."""
    (held,) = [r for r in found({**RATED, "e": ("", "100%", whole)}) if r.kind == "jumlah"]
    assert (held.kept, held.of) == (kept, 2)
    assert held.entries["bagian"].count(".akhir") == 4


def test_weights_are_no_shares_of_scores_that_are_nearly_full() -> None:
    """13,99 of 98,28 are 14,24 percent, and 15 is the weight."""
    held = found(RATED, {"jumlah": ("", "100%", "98,28")})
    assert not [r for r in held if "jumlahnya" in r.reason and r.kind == "rasio"]


def test_shares_of_a_budget_called_weights_stay_shares() -> None:
    """250 of 1.000 million are a weight of 25 percent: no score."""
    heads = {"pagu": "Pagu (juta)", "bobot": "Bobot (%)"}
    rows = {"a": ("250", "25,00"), "b": ("433", "43,30"), "c": ("317", "31,70")}
    held = found(rows, {"jumlah": ("1.000", "100,00")}, heads)
    assert "rasio" in [r.kind for r in held if "bobot" in r.columns]


def test_a_row_without_such_weights_is_no_total() -> None:
    other = {**RATED, "e": ("98,28", "90%", "88,45")}
    assert not [r for r in found(other) if r.kind == "jumlah"]
    assert is_total_name("Nilai Total") and not is_total_name("Nilai Kinerja Organisasi")
