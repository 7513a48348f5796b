"""Two rows of a table under one number, in a column that else counts on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from proposals import HEAD, examined

NAMES = ("Jalan", "Jembatan", "Irigasi", "Drainase", "Taman", "Terminal")
RIGHT = ("1", "2", "3", "4", "5", "6")


def report(numbers: Sequence[str], names: Sequence[str] = NAMES) -> str:
    text = HEAD + ("Tabel 2.5 Alokasi Anggaran\n\n| No | Program | Murni (Rp) | Perubahan (Rp) |\n"
                   "|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n")  # fmt: skip
    for i, (number, name) in enumerate(zip(numbers, names, strict=True), 1):
        text += f"| {number} | Program {name} | {100 + 7 * i}.500.000 | {90 + 8 * i}.250.000 |\n"
    return text


@pytest.mark.parametrize(
    "numbers", [("1", "2", "3", "3", "4", "5"), ("1.", "1.", "2.", "3.", "4.", "5.")]
)
def test_a_number_of_two_rows_is_told(numbers: Sequence[str], tmp_path: Path) -> None:
    (finding,) = examined(report(numbers), tmp_path)[0]
    assert finding["kind"] == "kaidah"
    assert "dipakai dua kali" in finding["message"]


@pytest.mark.parametrize(("numbers", "names"), [
    (RIGHT, NAMES),
    (("1", "2", "3", "1", "2", "3"), NAMES),  # two groups
    (("1", "1", "2", "2", "3", "3"), NAMES),  # two rows of each
    (("1", "2", "3", "3", "4", "5"), (*NAMES[:3], "Irigasi lanjutan", *NAMES[4:])),
    (("1", "2", "4", "4", "5", "6"), NAMES),  # a list of which rows were chosen
    (("1", "2", "3", "3", "3a", "4"), NAMES),
])  # fmt: skip
def test_numbers_that_may_be_meant_are_not_told(
    numbers: Sequence[str], names: Sequence[str], tmp_path: Path
) -> None:
    assert not examined(report(numbers, names), tmp_path)[0]
