"""A total may hold rows that are hidden and were left out: it is not accused of missing them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from proposals import Rows, accepted, excel, proposed, verified

BUDGET = [
    ["No", "Program", "Pagu (Rp)", "Realisasi (Rp)", "%"],
    ["1", "Pelayanan Perkara", "400.000", "390.000", "97,50"],
    ["2", "Sarana Gedung", "100.000", "98.000", "98,00"],
    ["3", "Perjalanan", "50.000", "40.000", "80,00"],
    ["4", "Pelatihan", "150.000", "132.000", "88,00"],
]
# All four rows: 700.000 and 660.000, 94,29 percent; without the third 650.000 and 620.000, 95,38.
WHOLE, SEEN = ["700.000", "660.000", "94,29"], ["650.000", "620.000", "95,38"]
CASES = [
    ["Bulan", "Masuk", "Putus"],
    ["Januari", "41", "38"],
    ["Februari", "37", "35"],
    ["Maret", "52", "50"],
    ["April", "44", "43"],
]


def said(base: Path, rows: Rows) -> str:
    """What is found in a workbook of which the third row below the heading is hidden."""
    path = excel(base, rows, "Lembar")
    book = load_workbook(path)
    book.worksheets[0].row_dimensions[4].hidden = True
    book.save(path)
    proposal, told = proposed(base, path)
    assert "baris tersembunyi tidak dibaca: 4" in told
    assert accepted(base, proposal)[0] == 0
    return verified(base)[1]


@pytest.mark.parametrize("total", [WHOLE, SEEN])
def test_a_right_total_is_not_accused_of_a_row_that_is_hidden(
    total: list[str], tmp_path: Path
) -> None:
    assert "Tidak ada temuan" in said(tmp_path, [*BUDGET, ["", "JUMLAH", *total]])


@pytest.mark.parametrize("total", [("174", "166"), ("122", "116")])
def test_nor_in_a_table_of_its_own_type(total: tuple[str, ...], tmp_path: Path) -> None:
    # 41 + 37 + 52 + 44 = 174, without the third 122; 38 + 35 + 50 + 43 = 166, without it 116.
    assert "Tidak ada temuan" in said(tmp_path, [*CASES, ["Jumlah", *total]])


def test_a_total_that_is_right_of_what_is_seen_is_tested(tmp_path: Path) -> None:
    told = said(tmp_path, [*CASES, ["Jumlah", "122", "116"]])
    assert "8 dari 8 angka teruji" in told


@pytest.mark.parametrize(("words", "is_found"), [("(cek DPPA)", True), ("(cek DPPA 2024)", False)])
def test_a_hidden_row_of_words_alone_is_in_no_total(
    words: str, is_found: bool, tmp_path: Path
) -> None:
    """200 + 400 is 600, not 900, unless what is hidden counts: a row with a figure may."""
    rows = [["Program", "Pagu", "Realisasi", "%"], ["Program A", "200", "150", "75,00"],
            ["Program B", "400", "300", "75,00"], [words, "", "", ""],
            ["Jumlah", "900", "450", "50,00"]]  # fmt: skip
    assert ("Tidak ada temuan" not in said(tmp_path, rows)) == is_found


@pytest.mark.parametrize("hidden", [1, 2, 6])
def test_hidden_rows_next_to_a_table_are_said_as_those_within(hidden: int, tmp_path: Path) -> None:
    """A title, the headings and the last row: what is seen begins below it or ends above it."""
    path = excel(tmp_path, [["Perkara yang diterima", "", ""], *CASES], "Lembar")
    book = load_workbook(path)
    book.worksheets[0].row_dimensions[hidden].hidden = True
    book.save(path)
    told = proposed(tmp_path, path)[1]
    assert f"baris tersembunyi tidak dibaca: {hidden}" in told


def test_the_example_row_of_a_form_is_none_of_its_table(tmp_path: Path) -> None:
    """A form of ours was examined with its example counted: 500 more than the right total."""
    head, *rows = [["Kode", *CASES[0]], *([f"b{i}", *row] for i, row in enumerate(CASES[1:]))]
    example = ["CONTOH", "Januari", "500", "500"]
    path = excel(tmp_path, [head, example, *rows, ["", "Jumlah", "174", "166"]], "Perkara")
    proposal, told = proposed(tmp_path, path)
    assert 'Lembar "Perkara": baris contoh isian tidak dibaca: 2.' in told
    assert accepted(tmp_path, proposal)[0] == 0
    found = verified(tmp_path)[1]
    assert "Tidak ada temuan" in found and "10 dari 10 angka teruji" in found


def test_formulas_without_a_value_are_named_also_where_a_column_has_nothing_else(
    tmp_path: Path,
) -> None:
    """As openpyxl and exports of web applications leave them: the column came in as none."""
    path = excel(tmp_path, [[*CASES[0], "Sisa"], *CASES[1:]], "Perkara")
    book = load_workbook(path)
    for row in range(2, 6):
        book.worksheets[0].cell(row, 4).value = f"=B{row}-C{row}"
    book.save(path)
    told = proposed(tmp_path, path)[1]
    places = "Perkara!D2, Perkara!D3, Perkara!D4, Perkara!D5"
    assert f'Lembar "Perkara": 4 rumus belum pernah dihitung ({places}) dan tidak diuji.' in told
    assert "Buka dan simpan sekali di Excel" in told
