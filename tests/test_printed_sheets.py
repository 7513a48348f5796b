"""Every workbook as it is printed: one page wide, numbered, with room for its head, nothing cut."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from folders import OTHERS
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.intake.excel.template import template
from lkjip_analysis.intake.excel_pages import A4, WIDEST, finished, printable, within_page
from lkjip_analysis.intake.excel_rows import LINE, lines_of, width_of
from lkjip_analysis.intake.excel_styles import HEAD, head_cell, put_text, title
from lkjip_analysis.output.corrections.audit_columns import HEAD_ROW
from lkjip_analysis.output.corrections.audit_paper import Reviewed, working_paper
from lkjip_analysis.output.datapackage.tables_workbook import as_xlsx
from lkjip_analysis.output.next_year.composed_workbook import workbook as composed
from lkjip_analysis.output.next_year.computed_report import compose
from lkjip_analysis.output.next_year.form_checks import filled
from lkjip_analysis.output.next_year.form_guide import example
from lkjip_analysis.report.loading import load


@pytest.fixture(scope="module")
def books(
    blora_verified: Verification, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Workbook]:
    form = tmp_path_factory.mktemp("isian") / "isian.xlsx"
    form.write_bytes(example())
    made = {
        "templat": template(),
        "isian": example(),
        "susunan": composed(compose(filled(form)), []),
        "ekspor": as_xlsx(blora_verified),
        "reviu": working_paper(2021, [Reviewed("dinas", blora_verified)], {}),
    }
    return {name: load_workbook(io.BytesIO(content)) for name, content in made.items()}


def every_sheet(books: dict[str, Workbook]) -> Iterator[tuple[str, Worksheet]]:
    for name, book in books.items():
        for sheet in book.worksheets:
            yield f"{name}: {sheet.title}", sheet


def test_each_sheet_prints_one_page_wide_and_numbered(books: dict[str, Workbook]) -> None:
    for name, sheet in every_sheet(books):
        assert sheet.sheet_properties.pageSetUpPr.fitToPage, name
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0), name
        assert sheet.page_setup.paperSize == A4, name
        assert sheet.oddFooter.right.text == "Halaman &P dari &N", name


def test_the_head_of_a_page_runs_into_no_title_and_repeats_none(books: dict[str, Workbook]) -> None:
    for name, sheet in every_sheet(books):
        # A line of 9 points needs an eighth of an inch; the margins were 0.1 inch apart.
        assert sheet.page_margins.top - sheet.page_margins.header >= 0.5, name
        assert sheet.page_margins.bottom - sheet.page_margins.footer >= 0.3, name
        assert sheet.oddHeader.left.text != sheet["A1"].value, name
    heads = {name: sheet.oddHeader.left.text for name, sheet in every_sheet(books)}
    assert heads["isian: Panduan"] is None and heads["ekspor: Petunjuk"] is None
    assert heads["isian: Skala"] == "Isian laporan kinerja tahun berikutnya"
    assert heads["susunan: Anggaran"] == "Dinas Contoh: laporan kinerja tahun 2025"
    assert heads["ekspor: Tabel 3.8"].startswith("Dinas Perdagangan, Koperasi")


def figures(sheet: Worksheet) -> Iterator[Cell]:
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell, Cell) and isinstance(cell.value, int | float):
                yield cell


def test_a_figure_keeps_away_from_the_words_beside_it(books: dict[str, Workbook]) -> None:
    # "91" and "ya" of the next column read 91ya.
    for name in ("isian", "susunan", "ekspor"):
        for sheet in books[name].worksheets:
            for cell in figures(sheet):
                beside = sheet.cell(cell.row, cell.column + 1)
                if isinstance(beside.value, str) and cell.alignment.horizontal == "right":
                    where = name, sheet.title, beside.coordinate
                    side = beside.alignment
                    assert side.horizontal == "right" or side.indent == 1, where
    scale = books["isian"]["Skala"]
    assert (scale["B2"].value, scale["C2"].value) == (91, "ya")
    assert scale["C2"].alignment.indent == 1
    # An indent of figures LibreOffice forgets, so that those of one column stand askew.
    assert not any(cell.alignment.indent for cell in figures(books["ekspor"]["Tabel 3.8"]))


def test_amounts_are_shown_with_indonesian_marks(books: dict[str, Workbook]) -> None:
    formats = {
        cell.number_format
        for name in ("isian", "susunan", "ekspor")
        for sheet in books[name].worksheets
        for cell in figures(sheet)
        if "#,##0" in cell.number_format
    }
    assert "[$-421]#,##0" in formats
    # A dash that means nil has no marks to show.
    assert {one for one in formats if not one.startswith("[$-421]")} <= {'#,##0;-#,##0;"-"'}


def test_no_wrapped_text_is_cut_at_the_foot_of_its_row(books: dict[str, Workbook]) -> None:
    for name, sheet in every_sheet(books):
        widths = {letter: told.width for letter, told in sheet.column_dimensions.items()}
        for row in sheet.iter_rows():
            height = sheet.row_dimensions[row[0].row].height
            for cell in row:
                if not isinstance(cell, Cell) or not isinstance(cell.value, str):
                    continue
                if cell.alignment.wrap_text and height and cell.column_letter in widths:
                    needed = lines_of(cell.value, widths[cell.column_letter])
                    one = sheet.title, cell.coordinate, cell.value[:40]
                    merged = cell.coordinate in sheet.merged_cells
                    assert merged or height >= min(LINE * needed, 409), (name, *one)


def test_no_word_of_a_heading_is_broken(books: dict[str, Workbook]) -> None:
    # "Perkembangan" is 12,4 digits wide, in bold 14,2: in a column of 14 its end went below.
    for name, sheet in every_sheet(books):
        if not sheet.print_title_rows:
            continue
        for cell in sheet[int(str(sheet.print_title_rows).rpartition("$")[2])]:
            told = sheet.column_dimensions.get(cell.column_letter)
            if not isinstance(cell.value, str) or told is None or told.hidden:
                continue
            longest = max(width_of(word) for word in cell.value.split())
            assert 1.15 * longest + 1 <= told.width, (name, cell.coordinate, cell.value)


def small(heading: str, below: str, rows: int = 1, columns: int = 2) -> Worksheet:
    book = Workbook()
    sheet = book.worksheets[0]
    title(sheet, heading, below)
    for column in range(1, columns + 1):
        head_cell(sheet.cell(HEAD, column), f"Kolom {column}")
        for row in range(HEAD + 1, HEAD + 1 + rows):
            put_text(sheet.cell(row, column), "isi")
    finished(sheet, [10] * columns, frozen=1)
    printable(book)
    return sheet


def test_a_title_longer_than_its_table_goes_on_below() -> None:
    sheet = small("Judul yang jauh lebih panjang daripada tabelnya " * 3, "Sumber.")
    # Two columns of 10 and eight that nobody made wider, 8,43 each, are 87 of the 95 of a page.
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A1:J1"]
    assert sheet.row_dimensions[1].height > 2 * LINE
    short = small("Judul yang jauh lebih panjang daripada tabelnya", "Sumber.")
    assert not short.merged_cells.ranges


def test_a_narrow_sheet_stands_upright() -> None:
    assert small("Judul", "", columns=9).page_setup.orientation == "portrait"
    assert small("Judul", "", columns=10).page_setup.orientation == "landscape"


def test_a_bold_total_is_not_shown_as_marks(books: dict[str, Workbook]) -> None:
    # 262.061.120.309 in bold: 12 digits and 3 points of 0,47, a seventh wider, is 15,4.
    assert books["ekspor"]["Tabel 1.3"].column_dimensions["D"].width >= 16


def test_no_sheet_is_printed_in_letters_too_small_to_read() -> None:
    """A4 lying is 10,69 inches between its margins: 1.026 pixels, 146 characters of 7 pixels in 11
    points, so 200 come out in 8,0. A sheet of 2.000 was printed in 1,2 points, one of 290 on A3,
    which few offices print."""
    last = small("Judul", "", columns=WIDEST // 10)
    assert (last.page_setup.fitToWidth, last.print_title_cols) == (1, None)
    # Its first column stays in view; beside it each page has room for 190: 350 take two pages,
    # 2.000 take eleven (1.990 / 190 = 10,5).
    for columns, pages in ((35, 2), (200, 11)):
        sheet = small("Judul", "", columns=columns)
        assert sheet.page_setup.fitToWidth == pages
        assert sheet.print_title_cols == "$A:$A" and sheet.page_setup.paperSize == A4


def test_columns_of_words_are_made_narrower_before_a_print_goes_on_beside_it() -> None:
    # 197 for a column of 11 and three of names: (197 - 11) / 3 = 62 each.
    assert within_page([11, 80, 64, 90]) == [11, 62, 62, 62]
    # Twelve of 20 and two of 60 would leave the names less than nothing: two pages.
    assert within_page([60, 60, *[20] * 12]) == [60, 60, *[20] * 12]
    # What is not printed takes no room.
    assert within_page([100, 90, 60], printed=2) == [100, 90, 60]


def test_headings_repeat_on_each_page_of_a_long_table() -> None:
    assert small("Judul", "", rows=200).print_title_rows == f"${HEAD}:${HEAD}"


def test_lines_are_counted_between_words() -> None:
    # 9 digits' room: "1234 5678" is 4 + 0.47 + 4 = 8.47 wide, one word more is not.
    assert lines_of("1234 5678", 9) == 1
    assert lines_of("1234 5678 9", 9) == 2
    # A word of 20 digits in a column of 9 takes three lines.
    assert lines_of("1" * 20, 9) == 3
    # Narrow letters are no reason for a second line: 20 of them are 9.4 digits wide.
    assert lines_of("i" * 20, 10) == 1


def test_a_working_paper_without_findings_says_so() -> None:
    quiet = verify(load("rsud-rekaan", 2023, OTHERS))
    assert not quiet.findings
    book = load_workbook(io.BytesIO(working_paper(2023, [Reviewed("rsud-rekaan", quiet)], {})))
    assert "Tidak ada temuan." in [cell.value for cell in book.worksheets[1][10]]


@pytest.mark.parametrize(
    ("instansi", "tahun"), [("dinas-kesehatan-rekaan", 2023), ("inspektorat-sampang", 2019)]
)
def test_each_finding_is_told_from_kondisi_to_rekomendasi(instansi: str, tahun: int) -> None:
    # A scale with a hole between two categories had no recommendation, a total that its rows do
    # not give no akibat.
    found = verify(load(instansi, tahun, OTHERS))
    assert found.findings
    book = load_workbook(io.BytesIO(working_paper(tahun, [Reviewed(instansi, found)], {})))
    heads, *rows = book.worksheets[1].iter_rows(min_row=HEAD_ROW, values_only=True)
    for row in rows:
        told = dict(zip(heads, row, strict=True))
        for name in ("Kondisi", "Kriteria", "Akibat", "Rekomendasi"):
            assert told[name], (name, told["Kondisi"])
