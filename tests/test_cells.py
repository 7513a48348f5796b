"""What a cell shows beside its value: notes, struck out and unseen text, codes, number styles."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.excel.importing import Asked, understand
from lkjip_analysis.intake.excel.importing import Workbook as Understood

RAISED = InlineFont(vertAlign="superscript")
STRUCK = InlineFont(strike=True)


def budget(rows: list[list[object]] | None = None) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Anggaran"
    told = rows or [["1.01", "Program Jalan", "400.000", "390.000", "97,50"],
                    ["1.02", "Program Aduan", "100.000", "98.000", "98,00"],
                    [None, "JUMLAH", "500.000", "488.000", "97,60"]]  # fmt: skip
    for row in [["Kode", "Program", "Pagu (Rp)", "Realisasi (Rp)", "%"], *told]:
        sheet.append(row)
    return book, sheet


def understood(book: Workbook, folder: Path, **more: object) -> Understood:
    path = folder / "buku.xlsx"
    book.save(path)
    return understand(path, Asked("dinas-contoh", 2024, data=folder, **more))  # type: ignore[arg-type]


def column(book: Understood, name: str) -> list[str]:
    return [row.texts[name] for row in book.tables[0].rows]


def refusal(book: Workbook, folder: Path) -> str:
    with pytest.raises(InputError) as error:
        understood(book, folder)
    return str(error.value)


def test_a_raised_digit_is_a_note_and_is_told(tmp_path: Path) -> None:
    book, sheet = budget()
    sheet["C2"] = CellRichText("400.000", TextBlock(RAISED, "1"))
    sheet["B3"] = CellRichText("Program Aduan per km", TextBlock(RAISED, "2"))
    told = understood(book, tmp_path)
    assert column(told, "pagu") == ["400.000", "100.000", "500.000"]
    assert column(told, "program")[1] == "Program Aduan per km²"
    assert any('Anggaran!C2: huruf naik "1" dibaca sebagai catatan' in n for n in told.notes)


def test_struck_out_text_is_left_out_and_told(tmp_path: Path) -> None:
    book, sheet = budget()
    sheet["D2"] = CellRichText(TextBlock(STRUCK, "380.000"), " 390.000")
    told = understood(book, tmp_path)
    assert column(told, "realisasi")[0] == "390.000"
    assert any('tercoret "380.000"' in note for note in told.notes)


def test_a_minus_in_a_symbol_font_is_a_minus(tmp_path: Path) -> None:
    book, sheet = budget()
    symbol = InlineFont(rFont="Symbol")
    sheet["D2"] = CellRichText(TextBlock(symbol, "\uf02d"), "390.000")
    assert column(understood(book, tmp_path), "realisasi")[0] == "-390.000"


def _wingdings(sheet: Worksheet) -> None:
    sheet["D2"] = CellRichText(TextBlock(InlineFont(rFont="Wingdings"), "\uf0fc"), "5")


def _raised_number(sheet: Worksheet) -> None:
    sheet["C2"], sheet["C2"].font = 400_000, Font(vertAlign="superscript")


def _white(sheet: Worksheet) -> None:
    sheet["C2"].font = Font(color="FFFFFFFF")


def _nearly_white(sheet: Worksheet) -> None:
    sheet["C2"].font = Font(color="FFFCFCFC")


def _white_by_number(sheet: Worksheet) -> None:
    sheet["C2"].font = Font(color=Color(indexed=9))


def _white_piece(sheet: Worksheet) -> None:
    sheet["C2"] = CellRichText(TextBlock(InlineFont(color="FFFFFFFF"), "9"), "400.000")


def _black_on_black(sheet: Worksheet) -> None:
    sheet["C2"].font = Font(color="FF000000")
    sheet["C2"].fill = PatternFill("solid", fgColor="FF000000")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_wingdings, "Anggaran!D2: found a sign of a symbol font"),
        (_raised_number, "Anggaran!C2: found a number raised or lowered as a whole"),
        *(
            (look, "Anggaran!C2: found letters in the colour of their background")
            for look in (_white, _nearly_white, _white_by_number, _white_piece, _black_on_black)
        ),
    ],
)
def test_what_is_not_seen_for_sure_is_refused_by_cell(
    change: Callable[[Worksheet], None], told: str, tmp_path: Path
) -> None:
    book, sheet = budget()
    change(sheet)
    assert told in refusal(book, tmp_path)


def test_what_a_format_hides_is_blank_as_it_prints_and_told(tmp_path: Path) -> None:
    book, sheet = budget()
    sheet["C2"].number_format = ";;;"
    told = understood(book, tmp_path)
    assert column(told, "pagu")[0] == ""
    assert any("Anggaran!C2: tidak dibaca" in note and ";;;" in note for note in told.notes)


@pytest.mark.parametrize(
    ("codes", "form", "shown"),
    [
        ((1, 2), "00", ["01", "02"]),
        ((1, 1.01), "General", ["1", "1.01"]),
        ((1.01, 1.1), "0.00", ["1.01", "1.10"]),
        ((1.1, 1.2), "General", ["1.1", "1.2"]),
        (("1.01", "1.10"), "General", ["1.01", "1.10"]),
    ],
)
def test_a_code_stored_as_a_number_stays_as_printed(
    codes: tuple[object, ...], form: str, shown: list[str], tmp_path: Path
) -> None:
    book, sheet = budget()
    for row, code in enumerate(codes, 2):
        sheet.cell(row, 1).value = code  # type: ignore[assignment]
        sheet.cell(row, 1).number_format = form
    assert column(understood(book, tmp_path), "kode")[:2] == shown


@pytest.mark.parametrize(("codes", "form"), [((1.01, 1.1), "General"), ((1, 1.01), "0.00")])
def test_a_code_that_may_have_lost_a_zero_is_asked_about(
    codes: tuple[float, float], form: str, tmp_path: Path
) -> None:
    book, sheet = budget()
    for row, code in enumerate(codes, 2):
        sheet.cell(row, 1).value, sheet.cell(row, 1).number_format = code, form
    assert "stored as a number" in refusal(book, tmp_path)


ENGLISH: list[list[object]] = [
    ["a", "Program Jalan", "12,345,000", "12,000,000", "97.21"],
    ["b", "Program Aduan", "1,250", "1,200", 96],
    [None, "JUMLAH", "12,346,250", "12,001,200", "97.21"],
]


def test_a_column_in_the_other_style_is_read_as_a_whole_and_told_once(tmp_path: Path) -> None:
    book, sheet = budget(ENGLISH)
    sheet["E3"].number_format = "0.00"
    told = understood(book, tmp_path)
    assert column(told, "pagu") == ["12,345,000", "1,250", "12,346,250"]
    assert column(told, "serapan") == ["97.21", "96.00", "97.21"]
    assert told.tables[0].changes["pagu"] == {"gaya": "inggris"}
    assert len([note for note in told.notes if "gaya Inggris" in note]) == 1


@pytest.mark.parametrize(
    "figures",
    [("1,250", "1,200"), ("12,345,000", "1.250.000,50")],
)
def test_a_cell_of_two_readings_is_asked_about_where_nothing_decides(
    figures: tuple[str, str], tmp_path: Path
) -> None:
    book, _ = budget([["a", "Program Jalan", figures[0], "1,100", 97.5],
                      ["b", "Program Aduan", figures[1], "1,100", 98]])  # fmt: skip
    assert '"1,100", which is one number with a decimal comma' in refusal(book, tmp_path)
    told = understood(book, tmp_path, gaya={"Anggaran": "inggris"})
    assert told.tables[0].changes["realisasi"] == {"gaya": "inggris"}


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"])
@pytest.mark.parametrize("cut", [30, 200])
def test_a_workbook_cut_short_in_any_part_is_one_sentence(
    part: str, cut: int, tmp_path: Path
) -> None:
    book, _ = budget()
    book.save(tmp_path / "utuh.xlsx")
    with (
        zipfile.ZipFile(tmp_path / "utuh.xlsx") as whole,
        zipfile.ZipFile(tmp_path / "rusak.xlsx", "w") as half,
    ):
        for name in whole.namelist():
            half.writestr(name, whole.read(name)[: cut if name == part else None])
    with pytest.raises(InputError) as error:
        understand(tmp_path / "rusak.xlsx", Asked("dinas-contoh", 2024, data=tmp_path))
    assert len(error.value.problems) == 1


def test_a_look_that_some_programs_write_wrongly_costs_no_figure(tmp_path: Path) -> None:
    book, _ = budget()
    book.save(tmp_path / "utuh.xlsx")
    with (
        zipfile.ZipFile(tmp_path / "utuh.xlsx") as whole,
        zipfile.ZipFile(tmp_path / "lain.xlsx", "w") as other,
    ):
        for name in whole.namelist():
            told = re.sub(rb'<family val="\d+"', b'<family val="34"', whole.read(name))
            other.writestr(name, told)
    told_book = understand(tmp_path / "lain.xlsx", Asked("dinas-contoh", 2024, data=tmp_path))
    assert column(told_book, "pagu") == ["400.000", "100.000", "500.000"]


def test_a_formula_that_gives_nothing_is_an_empty_cell(tmp_path: Path) -> None:
    book, sheet = budget()
    sheet["E2"] = '=IF(G2>100,1,"")'
    sheet["G2"] = 7
    assert column(understood(book, tmp_path), "serapan")[0] == ""


def test_a_formula_that_was_never_calculated_is_refused(tmp_path: Path) -> None:
    book, sheet = budget()
    sheet["E2"] = "=D2/C2"
    assert "Anggaran!E2: found a formula that was never calculated" in refusal(book, tmp_path)


def test_a_scale_that_makes_too_much_is_asked_about_in_either_style(tmp_path: Path) -> None:
    """1,250,000,000.50 millions are more than any agency spends: was it printed in full?"""
    first, second = (
        ("1,250,000,000.50", "1,100,000,000.50"),
        ("2,500,000,000.50", "2,400,000,000.50"),
    )
    book, sheet = budget([["a", "Jalan", *first, 88], ["b", "Aduan", *second, 96]])
    sheet["C1"], sheet["D1"] = "Pagu (Rp juta)", "Realisasi (Rp juta)"
    assert "in a column said to count juta rupiah" in refusal(book, tmp_path)
