"""A budget printed before and after its change: the pagu is what was spent from."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import INSTANSI, TAHUN, Rows, excel, read_proposal

# 90 of 100, 95 of 190 and 60 of 60 million; of the first budgets it would be 75 to 118,75 percent.
ROWS: Rows = [
    ["1.01", "Program Pendidikan", "120.000.000", "100.000.000", "90.000.000", "90,00"],
    ["1.02", "Program Kesehatan", "80.000.000", "190.000.000", "95.000.000", "50,00"],
    ["1.03", "Program Sosial", "70.000.000", "60.000.000", "60.000.000", "100,00"],
    ["", "Jumlah", "270.000.000", "350.000.000", "245.000.000", "70,00"],
]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Anggaran Murni (Rp)", "Anggaran Perubahan (Rp)"),
        ("Pagu Awal", "Pagu Setelah Perubahan"),
        ("Anggaran Semula", "Anggaran Menjadi"),
    ],
)
def test_the_pagu_is_the_budget_after_its_change(before: str, after: str, tmp_path: Path) -> None:
    head = ["Kode", "Program", before, after, "Realisasi (Rp)", "% Realisasi"]
    proposal = read_proposal(excel(tmp_path, [head, *ROWS], "Anggaran"), INSTANSI, int(TAHUN))
    (table,) = proposal.tables
    at = table.columns.index("pagu")
    assert [row[at] for row in table.rows] == [row[3] for row in ROWS]
    figures = [name for name in table.columns if table.kind.columns[name].is_number]
    assert len(figures) == 4  # the first budget is kept, and tested as well
