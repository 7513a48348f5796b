"""What a budget was at first, what it became, and the amount between them."""

from __future__ import annotations

import pytest
from test_stated import told

SENTENCES = (
    "Penambahan anggaran sebesar Rp {}, semula Rp 203.062.582.000 menjadi Rp 210.078.543.000.",
    "Pagu semula Rp 203.062.582.000 bertambah Rp {} menjadi Rp 210.078.543.000.",
    "Pagu semula Rp 210.078.543.000 dikurangi Rp {} sehingga menjadi Rp 203.062.582.000.",
    "Penghematan sebesar Rp. {},- pagu berubah semula Rp. 210.078.543.000,- menjadi "
    "Rp. 203.062.582.000,-.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_budget_that_was_changed_is_off_by_the_amount_told(sentence: str) -> None:
    # 210.078.543.000 - 203.062.582.000 = 7.015.961.000
    assert not told(sentence.format("7.015.961.000"))
    ((rule, figure),) = told(sentence.format("7.051.961.000"))
    assert rule == "selisih" and "7.051.961.000" in figure


@pytest.mark.parametrize("sentence", [
    # two changes, one of several, and what was spent of it
    "Penghematan Rp 1.494.317.000 dan pencairan Rp 10.700.000.000 sehingga pagu semula "
    "Rp 193.856.899.000 menjadi Rp 203.062.582.000.",
    "Penambahan pagu antara lain Rp 50.000.000, semula Rp 100.000.000 menjadi Rp 150.500.000.",
    "Anggaran semula Rp 500.000.000 menjadi Rp 450.000.000 karena pengurangan, terealisasi "
    "Rp 50.500.000.",
    "Penambahan sebesar Rp 75.000.000, semula Rp 900.000.000 menjadi Rp 1.250.000.000.",  # no slip
])  # fmt: skip
def test_what_was_changed_in_more_ways_or_spent_says_nothing(sentence: str) -> None:
    assert not told(sentence)
