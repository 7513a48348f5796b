"""Rows of which less is better speak for no other columns of an achievement than those it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from test_relations import grid

from lkjip_analysis.intake.relations import discover

HEADS = {"target": "Target", "realisasi": "Realisasi", "capaian": "Capkin 2023 (%)"}
# 100 times what was reached over what was wanted: 81/90 is 90,00 and so on.
MORE = {
    "jalan": ("90", "81", "90,00"), "air": ("80", "76", "95,00"), "sampah": ("75", "60", "80,00"),
    "rumah": ("64", "48", "75,00"), "izin": ("50", "46", "92,00"), "aset": ("40", "37", "92,50"),
    "pasar": ("25", "24", "96,00"), "taman": ("20", "13", "65,00"), "hutan": ("16", "14", "87,50"),
    "sawah": ("32", "28", "87,50"),
}  # fmt: skip
# What was wanted over what was reached: 12/8 is 150,00; 30/32 is 93,75, cut off 202,02 is 202,00.
LESS = {
    "kasus_a": ("12", "8", "150,00"), "kasus_b": ("30", "32", "93,75"),
    "kasus_c": ("18", "24", "75,00"), "kasus_d": ("9", "6", "150,00"),
    "kasus_e": ("2", "0,99", "202,00"),
}  # fmt: skip
SLIP = {"bandara": ("125", "110", "78,00")}  # 88,00


def accused(rows: Mapping[str, Sequence[str]]) -> set[str]:
    """The rows that the relation found about the achievements speaks of and that do not keep it."""
    told = grid(HEADS, rows)
    found = [r for r in discover([told]) if r.name.startswith("persen_")]
    wrong = set[str]()
    for relation in found:
        assert relation.entries["pembilang"] == ".realisasi"
        named = relation.entries["baris"].split("|")
        for key in [*rows] if named == ["*"] else named:
            goal, got, shown = (told.rows[key][c].value or 0 for c in HEADS)
            wrong |= (
                {key} if abs(100 * got / goal - shown) > told.rows[key]["capaian"].step else set()
            )
    return wrong


def test_a_slip_beside_five_rows_of_which_less_is_better_is_told() -> None:
    """Ten of sixteen rows keep the plain formula, and five the other: one is wrong."""
    assert accused(MORE | LESS | SLIP) == {"bandara"}


@pytest.mark.parametrize("others", [
    LESS,
    {key: (row[0], row[1], f"{60 + i},40") for i, (key, row) in enumerate(LESS.items())} | SLIP,
    {key: (row[0], row[1], "100,00") for key, row in LESS.items()} | SLIP,  # of something else
])  # fmt: skip
def test_rows_of_other_figures_still_speak_against_a_formula(
    others: Mapping[str, Sequence[str]],
) -> None:
    assert not accused(MORE | others)
