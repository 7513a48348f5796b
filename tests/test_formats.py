"""Numbers of a spreadsheet as they print in Indonesia, by their format."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS
from proposals import excel

from lkjip_analysis.intake.sheets.formats import Shortened, Unprintable, printed_as, text_as
from lkjip_analysis.intake.sheets.workbook_sheets import open_sheets

RUPIAH = '_("Rp"* #,##0_);_("Rp"* \\(#,##0\\);_("Rp"* "-"_);_(@_)'
RUPIAH_ID = '_-[$Rp-421]* #,##0.00_-;-[$Rp-421]* #,##0.00_-;_-[$Rp-421]* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (13244, "General", "13244"),
        (43.3, "General", "43,3"),
        (-1.41, "General", "-1,41"),
        (0.1 + 0.2, "General", "0,3"),
        (2022, "@", "2022"),
        (43.3, "0.00", "43,30"),
        (1576408211, "#,##0", "1.576.408.211"),
        (30000, "#,##0.00", "30.000,00"),
        (0.8733, "0.00%", "87,33%"),
        (0.9, "0%", "90%"),
        (90.625, "0.00", "90,63"),
        (-28.39, "0.00", "-28,39"),
        (-1500, "#,##0;(#,##0)", "(1.500)"),
        (-1500, "#,##0.00;[Red]-#,##0.00", "-1.500,00"),
        (390000000, RUPIAH, "Rp 390.000.000"),
        (-5000, RUPIAH, "Rp (5.000)"),
        (0, RUPIAH, "Rp -"),
        (30000, RUPIAH_ID, "Rp 30.000,00"),
        (30000, "[$Rp-id-ID]#,##0", "Rp30.000"),
        (556182400, '"Rp. "#,##0",-"', "Rp. 556.182.400,-"),
        (13244, '#,##0" unit"', "13.244 unit"),
        (1234.5, "[$-421]#,##0.00", "1.234,50"),
    ],
)
def test_a_number_prints_by_its_format(value: float, form: str, text: str) -> None:
    assert printed_as(value, form) == text


@pytest.mark.parametrize(
    "form",
    ["0.00E+00", "#,##0,", '#,##0,,"juta"', "# ?/?", "dd/mm/yyyy", "[h]:mm", "[$-409]#,##0.00",
     "[>100]0;0.0", ";;;", "0.0000000", '0"1"', "#.##0"],
)  # fmt: skip
def test_a_format_outside_the_list_is_refused(form: str) -> None:
    with pytest.raises(Unprintable):
        printed_as(1234.5, form)


@pytest.mark.parametrize("value", [87.33333333333333, 123456789012])
def test_an_unformatted_number_that_a_cell_shows_shortened_is_refused(value: float) -> None:
    with pytest.raises(Shortened, match="shortened"):
        printed_as(value, "General")


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (98.9, '0.00"%"', "98,90%"),
        (98.9, "0.00\\%", "98,90%"),
        (87.33, '0.00" persen"', "87,33 persen"),
        (0.9873, '0.00%;-0.00%;"-"', "98,73%"),
        (1, "00", "01"),
        (7, "000", "007"),
        (9.7, '0.0" km2"', "9,7 km2"),
        (5, "0.##", "5"),
        (1250, '#,##0;(#,##0);"-"', "1.250"),
        (-1250, '#,##0;(#,##0);"-"', "(1.250)"),
        (-0.004, "0.00", "0,00"),
        (12, 'General" unit"', "12 unit"),
    ],
)
def test_a_literal_sign_multiplies_nothing_and_zeros_in_front_stay(
    value: float, form: str, text: str
) -> None:
    assert printed_as(value, form) == text


@pytest.mark.parametrize(
    "form",
    ['0"1"', '"1"0', '0",5"', '0"."00', "0%%", "#,##0,", '0.0,,"jt"', "[<1]0%;0.00", "0\\;",
     "0.00E+00", "# ?/?", "[$-409]0.00", "d", "[h]:mm", "#,0", "0;;", ";;;", "@@", "Rp#,##0",
     "0.00[Red]"],
)  # fmt: skip
def test_a_format_that_could_print_another_number_is_refused(form: str) -> None:
    with pytest.raises(Unprintable):
        printed_as(0, form)
        printed_as(-1234.5, form)


@pytest.mark.parametrize(
    ("text", "form", "shown"),
    [
        ("9,7", '@" km"', "9,7 km"),
        ("9,7", "0.00", "9,7"),
        ("n/a", '0;-0;0;"("@")"', "(n/a)"),
        ("Selesai", "\\@0", "Selesai"),
        ("Selesai", '0"@"', "Selesai"),
    ],
)
def test_a_text_prints_by_its_format_as_well(text: str, form: str, shown: str) -> None:
    assert text_as(text, form) == shown


def test_a_text_that_its_format_hides_is_refused() -> None:
    with pytest.raises(Unprintable, match="hides"):
        text_as("98", ";;;")


def test_the_built_in_accounting_format_of_money_is_read(tmp_path: Path) -> None:
    """It is stored by its number alone, 44; openpyxl writes it out wrongly."""
    file = excel(tmp_path, [("Program", "Pagu"), ("Jalan", 1250000.5)])
    made = load_workbook(file)
    made.worksheets[0]["B2"].number_format = BUILTIN_FORMATS[44]
    made.save(file)
    (sheet,) = open_sheets(file)
    assert sheet.text(2, 2) == "$ 1.250.000,50"
