"""A workbook's own formulas beside what does not agree: what a total takes, what was typed over."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import DataTableFormula

from lkjip_analysis.output.examined.basis.sheet_formulas import SheetFormulas, formulas_of
from lkjip_analysis.output.examined.examining import examine

ROWS = (
    ("Program Penunjang", 1_305_700_000, 1_188_460_000),
    ("Program Perpustakaan", 412_500_000, 398_120_000),
    ("Program Kearsipan", 255_300_000, 240_775_000),
    ("Program Naskah Kuno", 98_450_000, 61_230_000),
)
"""Their sums: 2.071.950.000 and 1.888.585.000; of pagu without the last 1.973.500.000."""


def budget(path: Path, total: int, formulas: dict[str, str], left: int = 117_240_000) -> Path:
    """The budget of four programmes with Sisa; `formulas` stand in cells beside their values."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Anggaran"
    sheet.append(["Anggaran dan realisasi Dinas Perpustakaan Kabupaten Uji tahun 2024"])
    sheet.append([])
    sheet.append(["No", "Program", "Pagu", "Realisasi", "Sisa"])
    for number, (name, pagu, spent) in enumerate(ROWS, 1):
        sheet.append([number, name, pagu, spent, left if number == 1 else pagu - spent])
    sheet.append([None, "JUMLAH", total, 1_888_585_000, total - 1_888_585_000])
    file = io.BytesIO()
    book.save(file)
    path.write_bytes(with_formulas(file.getvalue(), formulas))
    return path


def with_formulas(content: bytes, formulas: dict[str, str]) -> bytes:
    """The workbook with formulas that were calculated: each beside the value of its cell."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                text = part.decode()
                for cell, formula in formulas.items():
                    pattern = rf'(<c r="{cell}"[^>]*>)(?=<v>)'
                    text, count = re.subn(pattern, rf"\1<f>{formula}</f>", text)
                    assert count == 1, cell
                part = text.encode()
            new.writestr(entry, part)
    return made.getvalue()


def comments(path: Path, target: Path) -> dict[str, str]:
    """The comments of the marked workbook by their cells, and the page of findings."""
    examine(path, target)
    (marked,) = target.glob("*-bertanda.xlsx")
    sheet = load_workbook(marked)["Anggaran"]
    told = {c.coordinate: c.comment.text for row in sheet.iter_rows() for c in row if c.comment}
    page = (target / "index.html").read_text(encoding="utf-8")
    return {
        **told,
        "page": page,
        "json": json.dumps(json.loads((target / "temuan.json").read_text())),
    }


def test_a_total_whose_formula_leaves_a_row_out_says_so(tmp_path: Path) -> None:
    path = budget(tmp_path / "dinas.xlsx", 1_973_500_000, {"C8": "SUM(C4:C6)", "D8": "SUM(D4:D7)"})
    told = comments(path, tmp_path / "hasil")
    said = "Rumus lembar: C8 =SUM(C4:C6), tidak memuat C7"
    assert said in told["C8"] and said in told["page"]
    assert "SUM(D4:D7)" not in told["page"]


def test_a_figure_typed_where_its_neighbours_are_reckoned_says_so(tmp_path: Path) -> None:
    """1.305.700.000 - 1.188.460.000 = 117.240.000, typed as 112.740.000."""
    formulas = {"E5": "C5-D5", "E6": "C6-D6", "E7": "C7-D7", "C8": "SUM(C4:C7)"}
    path = budget(tmp_path / "dinas.xlsx", 2_071_950_000, formulas, left=112_740_000)
    told = comments(path, tmp_path / "hasil")
    assert "Rumus lembar: E5 =C5-D5; di E4 angkanya diketik" in told["E4"]


BOOK = SheetFormulas({
    "Anggaran!C8": "=SUM(C4:C6)",
    "Anggaran!D8": "=C4+$D$5 + D6",
    "Anggaran!E8": "=SUM(Lain!E4:E6)",
    "Anggaran!F5": "=C5-D5",
    "Anggaran!G4": "=E4/F4",
    "Anggaran!H8": "=sum(h4:h7)",
})  # fmt: skip


def cells(column: str, first: int, last: int, sheet: str = "Anggaran") -> set[str]:
    return {f"{sheet}!{column}{row}" for row in range(first, last + 1)}


@pytest.mark.parametrize("broken", ['IF(C5="x', "C5-D5)", "#SALAH", "SUM(C5,{D5)"])
def test_a_formula_that_is_none_says_nothing(broken: str, tmp_path: Path) -> None:
    """No report was written at all, of a workbook with one broken formula."""
    formulas = {"E5": broken, "C8": "SUM(C4:C7)"}
    path = budget(tmp_path / "dinas.xlsx", 2_071_950_000, formulas, left=112_740_000)
    assert "Rumus lembar" not in comments(path, tmp_path / "hasil")["E4"]


def test_a_table_of_what_if_keeps_no_formula_and_was_not_typed() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Anggaran"
    sheet["E4"] = DataTableFormula(ref="E4:E5", r1="B1")
    sheet["E5"] = "=C5-D5"
    file = io.BytesIO()
    book.save(file)
    read = formulas_of(file.getvalue())
    assert read.told("Anggaran!E4", {"Anggaran!C4", "Anggaran!D4"}) == ""
    assert read.told("Anggaran!E6", {"Anggaran!C6", "Anggaran!D6"})


@pytest.mark.parametrize(
    ("at", "parts", "told"),
    [
        # All that the relation takes, and one less.
        ("Anggaran!C8", cells("C", 4, 6), "Rumus lembar: C8 =SUM(C4:C6)"),
        ("Anggaran!C8", cells("C", 4, 7), "Rumus lembar: C8 =SUM(C4:C6), tidak memuat C7"),
        # A formula of other cells (four of six are not in it) is no sum of these that lacks some.
        ("Anggaran!C8", cells("C", 5, 10), "Rumus lembar: C8 =SUM(C4:C6)"),
        # C4 stands for D4 there.
        ("Anggaran!D8", cells("D", 4, 6), "Rumus lembar: D8 =C4+$D$5 + D6, tidak memuat D4"),
        # A sum of another sheet leaves out nothing that could be told.
        ("Anggaran!E8", cells("E", 4, 6), "Rumus lembar: E8 =SUM(Lain!E4:E6)"),
        # Its cell was typed; F5 below it is the same, moved by a row: C4 - D4.
        ("Anggaran!F4", {"Anggaran!C4", "Anggaran!D4"},
         "Rumus lembar: F5 =C5-D5; di F4 angkanya diketik"),
        # =E4/F4 beside it would be C4/D4 there, which is no difference: not told.
        ("Anggaran!E4", {"Anggaran!C4", "Anggaran!D4"}, ""),
        # Small letters, from the column beside: SUM(I4:I7).
        ("Anggaran!I8", cells("I", 4, 7), "Rumus lembar: H8 =sum(h4:h7); di I8 angkanya diketik"),
        # What is held against figures of another sheet, or of a sentence.
        ("Anggaran!C8", cells("C", 4, 6, "Lain"), ""),
        ("p12", {"p12"}, ""),
    ],
)  # fmt: skip
def test_what_a_sheet_says_of_a_figure(at: str, parts: set[str], told: str) -> None:
    assert BOOK.told(at, parts) == told


def test_of_a_long_column_the_nearest_formulas_are_looked_at() -> None:
    """E500 was typed; of the forty next to it none, or only the last, is a difference."""
    like = {f"A!E{row}": f"=C{row}-D{row}" for row in range(2, 1_000)}
    typed = {at: text for at, text in like.items() if at != "A!E500"}
    parts = {"A!C500", "A!D500"}
    told = SheetFormulas(dict(reversed(typed.items()))).told("A!E500", parts)
    assert told == "Rumus lembar: E499 =C499-D499; di E500 angkanya diketik"
    other = {f"A!E{row}": "=C1" for row in (*range(480, 500), *range(501, 521))}
    assert SheetFormulas(typed | other).told("A!E500", parts) == ""
    del other["A!E480"]
    told = SheetFormulas(typed | other).told("A!E500", parts)
    assert told == "Rumus lembar: E480 =C480-D480; di E500 angkanya diketik"


def test_the_formulas_of_a_workbook_are_read_by_their_cells() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Satu"
    sheet["A1"], sheet["A2"], sheet["A3"] = 1, 2, "=SUM(A1:A2)"
    file = io.BytesIO()
    book.save(file)
    assert formulas_of(file.getvalue()).texts == {"Satu!A3": "=SUM(A1:A2)"}
