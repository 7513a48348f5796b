"""The Excel file as one opens it: real numbers, text that stays text, findings on their cells."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from folders import made_up
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.intake.excel_styles import number_format
from lkjip_analysis.numbers.printed import read
from lkjip_analysis.output.datapackage import tables_workbook
from lkjip_analysis.output.datapackage.tables_workbook import as_xlsx

TOTAL = 'jumlah,,Jumlah,100,50,"50,00"\n'
BUDGET = "kode,sasaran,program,pagu,realisasi,serapan\n"


@pytest.fixture(scope="module")
def book(blora_verified: Verification) -> Workbook:
    return load_workbook(io.BytesIO(as_xlsx(blora_verified)))


def _row(sheet: Worksheet, column: int, text: str) -> int:
    return next(
        line for line in range(5, sheet.max_row + 1) if text in str(sheet.cell(line, column).value)
    )


def test_figures_are_numbers_shown_as_printed(book: Workbook) -> None:
    sheet = book["Tabel 3.8"]
    line = _row(sheet, 2, "Penilaian Kesehatan")
    assert [sheet.cell(4, i).value for i in range(1, 6)] == [
        "Sasaran", "Program", "Target", "Realisasi", "%",
    ]  # fmt: skip
    assert (sheet.cell(line, 3).value, sheet.cell(line, 5).value) == (30_000_000, 87.33)
    assert sheet.cell(line, 3).number_format == "[$-421]#,##0"
    assert sheet.cell(line, 5).number_format == "[$-421]#,##0.00"
    assert sheet.freeze_panes == "C5"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("13.244 unit", '[$-421]#,##0" unit"'),
        ("Rp 30.000,00", '[$-421]"Rp "#,##0.00'),
        ("42,31%", '[$-421]#,##0.00"%"'),
        ("1.576.408.211", "[$-421]#,##0"),
        ("65,6 miliar", "[$-421]#,##0"),
    ],
)
def test_a_number_keeps_the_decimals_and_unit_of_its_print(text: str, shown: str) -> None:
    assert number_format(read(text, units=("unit",))) == shown


def test_a_finding_is_a_comment_on_its_cell(book: Workbook) -> None:
    sheet = book["Tabel 3.8"]
    cell = sheet.cell(_row(sheet, 2, "Perizinan"), 4)
    assert cell.value == 100_000_000 and cell.fill.start_color.rgb.endswith("FDE4E4")
    assert cell.comment is not None
    assert "Terbukti salah" in cell.comment.text and "10.000.000" in cell.comment.text
    assert "Dikoreksi menjadi 10.000.000" in cell.comment.text
    assert sheet.cell(_row(sheet, 2, "Penilaian"), 4).comment is None


@pytest.mark.parametrize("most", [400, 300, 20])
def test_a_long_finding_is_cut_off_and_never_the_correction(
    most: int, blora_verified: Verification, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A comment has so many letters at most, unless its correction alone has more."""
    monkeypatch.setattr(tables_workbook, "MAX_COMMENT", most)
    sheet = load_workbook(io.BytesIO(as_xlsx(blora_verified)))["Tabel 3.8"]
    comment = sheet.cell(_row(sheet, 2, "Perizinan"), 4).comment
    assert comment is not None
    findings, apart, correction = comment.text.rpartition("\n\n")
    assert correction.startswith("Dikoreksi menjadi 10.000.000 ") and correction.endswith(".")
    assert len(comment.text) <= most or findings == "..."
    assert findings.endswith(" ...") or findings == "..."
    if most > 20:
        assert apart and findings.startswith("Terbukti salah: ")


def test_each_finding_leads_to_its_cell(book: Workbook, blora_verified: Verification) -> None:
    sheet = book["Temuan"]
    assert sheet.max_row - 4 == len(blora_verified.findings)
    links = 0
    for line in range(5, sheet.max_row + 1):
        link = sheet.cell(line, 5).hyperlink
        if link is None:
            assert not sheet.cell(line, 5).value  # what is absent has no cell
            continue
        target, _, where = str(link.location).rpartition("!")
        cell = book[target.strip("'")][where]
        assert cell.comment is not None, (target, where)
        links += 1
    assert links > 50


def test_the_first_sheet_leads_to_every_other(book: Workbook) -> None:
    guide = book["Petunjuk"]
    links = {str(c.hyperlink.location) for (c,) in guide.iter_rows(max_col=1) if c.hyperlink}
    assert links == {f"'{name}'!A1" for name in book.sheetnames if name != "Petunjuk"}


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    names = ["=HYPERLINK(A1)", "+62 21", "-", "@SUM(A1)"]
    rows = "".join(f'p{i},,{name},100,50,"50,00"\n' for i, name in enumerate(names))
    report = made_up(
        tmp_path, "tabel:\n  anggaran: {label: Tabel 1}\n", {"anggaran": BUDGET + rows + TOTAL}
    )
    sheet = load_workbook(io.BytesIO(as_xlsx(verify(report))))["Tabel 1"]
    for line, name in enumerate(names, 5):
        cell = sheet.cell(line, 2)
        assert (cell.value, cell.data_type) == (name, "s")
        assert cell.quotePrefix


def test_no_data_stays_as_it_is_printed(tmp_path: Path) -> None:
    rows = "a,,A,n/a,-,\n" + 'b,,B,"1.000","500","50,00"\n'
    report = made_up(
        tmp_path, "tabel:\n  anggaran: {label: Tabel 1}\n", {"anggaran": BUDGET + rows + TOTAL}
    )
    sheet = load_workbook(io.BytesIO(as_xlsx(verify(report))))["Tabel 1"]
    assert [sheet.cell(5, i).value for i in (3, 4, 5)] == ["n/a", "-", None]


def test_a_dash_that_means_nil_is_a_zero_that_looks_like_a_dash(book: Workbook) -> None:
    sheet = book["Tabel 1.1"]
    cell = sheet.cell(_row(sheet, 2, "KONTRAK BUPATI"), 4)  # five men, no woman
    assert cell.value == 0 and cell.number_format == '#,##0;-#,##0;"-"'


def test_labels_that_excel_refuses_or_repeats_become_names_of_sheets(tmp_path: Path) -> None:
    label = "Tabel 3/8: [anggaran] menurut program dan kegiatan"
    listed = (
        "".join(f'  a{i}: {{tipe: anggaran, label: "{label}"}}\n' for i in range(2))
        + "  a2: {tipe: anggaran, label: Temuan}\n"
    )
    tables = {f"a{i}": BUDGET + 'p,,P,100,50,"50,00"\n' + TOTAL for i in range(3)}
    book = load_workbook(
        io.BytesIO(as_xlsx(verify(made_up(tmp_path, f"tabel:\n{listed}", tables))))
    )
    assert len(book.sheetnames) == 5 and len({n.casefold() for n in book.sheetnames}) == 5
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in book.sheetnames)
    assert "Temuan (2)" in book.sheetnames


def test_the_file_tells_no_time_but_that_of_the_data(blora_verified: Verification) -> None:
    content = as_xlsx(blora_verified)
    assert content == as_xlsx(blora_verified)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert core.count("2026-11-24T00:00:00Z") == 2
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_every_cell_is_in_the_typeface_of_all_workbooks(book: Workbook) -> None:
    # A style without a font is shown in whatever a program takes for it, Times in one of them.
    for sheet in book.worksheets:
        assert {cell.font.name for row in sheet.iter_rows() for cell in row} == {"Calibri"}
