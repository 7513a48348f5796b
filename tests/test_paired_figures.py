"""A figure and its share in one cell, "1.102 (92,61%)", are two columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import told

HEAD = (
    "Tabel 3.1 Cakupan Imunisasi Tahun 2022\n\n| Puskesmas | Sasaran | Imunisasi |\n|---|---|---|\n"
)


def table(second: str) -> str:
    """1.102 : 1.190 = 92,61; 851 : 940 = 90,53; 1.390 : 1.478 = 94,05; 790 : 845 = 93,49."""
    rows = [
        ("Jati", "1.190", "1.102 (92,61%)"),
        ("Umbul", "940", second),
        ("Karang", "1.478", "1.390 (94,05%)"),
        ("Rejo", "845", "790 (93,49%)"),
        ("Jumlah", "4.453", "4.133 (92,81%)"),
    ]
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows)


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("851 (90,53%)", ""),
        ("851 (95,03%)", "95,03% seharusnya 90,53%"),
        ("815 (90,53%)", "815 seharusnya 851"),
    ],
)
def test_each_of_two_figures_in_a_cell_is_tested(second: str, said: str, tmp_path: Path) -> None:
    found = told(table(second), tmp_path)
    assert said in found if said else "seharusnya" not in found


def test_a_class_or_a_year_in_brackets_is_no_share(tmp_path: Path) -> None:
    """What else stands in brackets is of its own kind, and the cell stays one."""
    rows = [
        ("Jati", "1.190", "85 (Baik)"),
        ("Umbul", "940", "72 (2021)"),
        ("Karang", "78", "9 (%)"),
    ]
    text = HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows)
    assert "seharusnya" not in told(text, tmp_path)
