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


CODES = ("2.15.01", "2.15.02", "2.15.03", "2.15.04", "2.15.05", "2.15.06")


@pytest.mark.parametrize(("codes", "wrong"), [
    (CODES, ""),
    ((*CODES[:2], "2.15.02", *CODES[3:]), "2.15.02"),
    ((*CODES[:3], "2.15.03", *CODES[3:5]), ""),  # nothing is left out: a code of two rows
    (("2.15.01", "2.15.01", "2.15.02", "2.15.02", "2.15.03", "2.15.03"), ""),
])  # fmt: skip
def test_a_code_in_place_of_the_one_left_out_is_told(
    codes: Sequence[str], wrong: str, tmp_path: Path
) -> None:
    text = report(codes).replace("| No |", "| Kode |")
    found = [f for f in examined(text, tmp_path)[0] if "dipakai dua kali" in f["message"]]
    assert [wrong in f["message"] for f in found] == ([True] if wrong else [])


def test_two_rows_of_one_code_may_go_on(tmp_path: Path) -> None:
    names = (*NAMES[:2], "Jembatan lanjutan", *NAMES[3:])
    text = report((*CODES[:2], "2.15.02", *CODES[3:]), names).replace("| No |", "| Kode |")
    assert not [f for f in examined(text, tmp_path)[0] if "dipakai dua kali" in f["message"]]
