"""Rows named alike in another table: of few names by their letters, of many by their words."""

from __future__ import annotations

import pytest

from lkjip_analysis.intake.tables import keys
from lkjip_analysis.intake.tables.keys import MANY, Names

OTHERS = [f"Persentase desa{n} yang membina kelompok{n}" for n in range(MANY + 50)]


@pytest.mark.parametrize("others", [[], OTHERS])
def test_a_row_is_known_again_among_few_and_many(others: list[str]) -> None:
    """Five of six words are the same; of a row that shares one word only nothing is known."""
    names = Names()
    earlier = ["Produksi benih ikan air tawar unggul", *others]
    (first, *_) = names.keys("indikator", earlier, [""] * len(earlier))
    later = ["Produksi benih ikan air tawar", "Produksi garam rakyat kampung nelayan"]
    again, other = names.keys("indikator", later, ["", ""])
    assert again == first and other != first


def test_of_many_names_letters_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report of a hundred tables took ten minutes for its names alone."""
    names, asked = Names(), list[str]()
    names.keys("indikator", OTHERS, [""] * len(OTHERS))
    monkeypatch.setattr(keys, "likeness", lambda one, other: asked.append(other) or 0.0)
    names.keys("indikator", ["Rasio dokter"], [""])
    assert not asked
