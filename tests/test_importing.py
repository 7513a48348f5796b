"""Awkward workbooks: each is imported as it prints, or refused by sheet and cell."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from office import saved_as
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.checking.verify import verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.excel.folders import write_folder
from lkjip_analysis.intake.excel.importing import Asked, check, understand
from lkjip_analysis.intake.excel.read_workbook import all_types
from lkjip_analysis.intake.excel.starting import start
from lkjip_analysis.intake.sheets import workbook_sheets
from lkjip_analysis.intake.sheets.recognition import recognise
from lkjip_analysis.intake.sheets.sheet_cells import Raw
from lkjip_analysis.report.csvtext import as_meant
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.yamltext import SCHEMAS

RUPIAH = '_("Rp"* #,##0_);_("Rp"* \\(#,##0\\);_("Rp"* "-"_);_(@_)'
NAME, YEAR = "dinas-contoh", 2022


def budget(book: Workbook, total: object = 486_000_000) -> Worksheet:
    """An ordinary budget table: title, headings, two programmes, a total, a note below."""
    sheet = book.worksheets[0]
    sheet.title = "Realisasi"
    sheet["A1"] = "REALISASI ANGGARAN TAHUN 2022"
    sheet.merge_cells("A1:E1")
    rows = [
        ["No", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "%"],
        [1, "Program Jalan", 400_000_000, 390_000_000, 0.975],
        [2, "Program Aduan", 100_000_000, 96_000_000, 0.96],
        ["JUMLAH", None, 500_000_000, total, 0.972],
    ]
    for number, row in enumerate(rows, 3):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value  # type: ignore[assignment]
    for number in (4, 5, 6):
        for column, form in ((3, "#,##0"), (4, RUPIAH), (5, "0.00%")):
            sheet.cell(number, column).number_format = form
    sheet.merge_cells("A6:B6")
    sheet["A8"] = "Sumber: Bagian Keuangan, 31 Januari 2023"
    return sheet


def performance(book: Workbook) -> Worksheet:
    """An achievement table under a heading of two merged rows and a row of column numbers."""
    sheet = book.create_sheet("Kinerja")
    above = ["No", "Indikator Kinerja", "Satuan", "Tahun 2022", None, None]
    below = [None, None, None, "Target", "Realisasi", "Capaian (%)"]
    rows = [
        above, below, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6=5/4)"],
        [1, "Jalan dalam kondisi baik", "persen", 80, 72.5, 90.625],
        [2, "Aduan yang belum selesai", "aduan", 40, 30, 125],
    ]  # fmt: skip
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value  # type: ignore[assignment]
    for cells in ("D2:F2", "A2:A3", "B2:B3", "C2:C3"):
        sheet.merge_cells(cells)
    for row in (5, 6):
        sheet.cell(row, 6).number_format = "0.00"
    sheet["E5"].number_format = "0.00"
    return sheet


def asked(data: Path, **more: object) -> Asked:
    return Asked(NAME, YEAR, data=data, **more)  # type: ignore[arg-type]


def imported(path: Path, data: Path, **more: object) -> tuple[str, ...]:
    """What importing the workbook notes; the folder is written."""
    book = understand(path, asked(data, **more))
    notes = write_folder(book.target, book.files(), False, lambda folder: check(book, folder))
    return (*book.notes, *notes)


def rows_of(data: Path, name: str) -> list[list[str]]:
    path = data / NAME / str(YEAR) / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def refused(path: Path, data: Path, **more: object) -> str:
    """The message of a workbook that is refused; nothing is written."""
    with pytest.raises(InputError) as error:
        imported(path, data, **more)
    assert not (data / NAME).exists()
    return str(error.value)


@pytest.fixture
def book() -> Workbook:
    return Workbook()


def saved(book: Workbook, folder: Path) -> Path:
    book.save(folder / "buku.xlsx")
    return folder / "buku.xlsx"


# Imported as it prints.


def test_an_ordinary_table_prints_as_its_formats_say(book: Workbook, tmp_path: Path) -> None:
    budget(book)
    notes = imported(saved(book, tmp_path), tmp_path / "raw")

    assert rows_of(tmp_path / "raw", "anggaran")[1:] == [
        ["jalan", "Program Jalan", "400.000.000", "Rp 390.000.000", "97,50%"],
        ["aduan", "Program Aduan", "100.000.000", "Rp 96.000.000", "96,00%"],
        ["jumlah", "JUMLAH", "500.000.000", "Rp 486.000.000", "97,20%"],
    ]
    assert "Di luar tabel, tidak diimpor: Realisasi!A8." in notes
    assert verify(load(NAME, YEAR, tmp_path)).is_clean


def test_merged_headings_and_column_numbers_are_no_rows(book: Workbook, tmp_path: Path) -> None:
    budget(book)
    performance(book)
    imported(saved(book, tmp_path), tmp_path / "raw")

    assert rows_of(tmp_path / "raw", "capaian") == [
        ["kode", "no", "indikator", "satuan", "target", "realisasi", "capaian"],
        ["jalan_dalam_kondisi_baik", "1", "Jalan dalam kondisi baik", "persen", "80", "72,50",
         "90,63"],
        ["aduan_belum_selesai", "2", "Aduan yang belum selesai", "aduan", "40", "30", "125,00"],
    ]  # fmt: skip
    report = load(NAME, YEAR, tmp_path)
    assert report.indicators["aduan_belum_selesai"].arah == "turun"  # (2 x 40 - 30) / 40 = 125 %


def test_a_total_with_formulas_saved_by_libreoffice_is_read(book: Workbook, tmp_path: Path) -> None:
    sheet = budget(book, "=SUM(D4:D5)")
    sheet["C6"], sheet["E6"] = "=SUM(C4:C5)", "=D6/C6"
    path = saved_as(saved(book, tmp_path), "xlsx", tmp_path / "lo")
    imported(path, tmp_path / "raw")

    total = rows_of(tmp_path / "raw", "anggaran")[-1]
    assert total[2:] == ["500.000.000", "Rp 486.000.000", "97,20%"]


@pytest.mark.parametrize(("total", "wrong"), [(486_000_000, 0), (478_000_000, 1)])
def test_a_total_of_other_things_behind_the_total_is_no_part_of_it(
    book: Workbook, total: int, wrong: int, tmp_path: Path
) -> None:
    """390 + 96 = 486 million; the personnel spending below it stands in no row above."""
    sheet = budget(book, total)
    sheet["E6"] = "97,20%" if not wrong else "95,60%"
    below = ["Jumlah Belanja Tidak Langsung", None, 30_000_000, 29_100_000, "97,00%"]
    for column, value in enumerate(below, 1):
        sheet.cell(7, column).value = value  # type: ignore[assignment]
    imported(saved(book, tmp_path), tmp_path / "raw")
    report = load(NAME, YEAR, tmp_path / "raw")
    assert report.tables["anggaran"].row_name("jumlah") == "JUMLAH"
    assert len(verify(report).findings) == wrong


def test_a_workbook_made_from_csv_by_libreoffice_is_read(tmp_path: Path) -> None:
    text = "Program,Pagu,Realisasi,%\nProgram Jalan,400,390,97.5\nJUMLAH,400,390,97.5\n"
    (tmp_path / "tabel.csv").write_text(text)
    path = saved_as(tmp_path / "tabel.csv", "xlsx", tmp_path / "lo")
    imported(path, tmp_path / "raw")

    assert rows_of(tmp_path / "raw", "anggaran")[1] == [
        "jalan", "Program Jalan", "400", "390", "97,5"
    ]  # fmt: skip


def test_text_that_begins_like_a_formula_stays_text(book: Workbook, tmp_path: Path) -> None:
    sheet = budget(book)
    for place, text in (("B4", "=Program Jalan"), ("B5", "@Aduan"), ("D5", "+96.000.000")):
        sheet[place].value = text
        sheet[place].data_type = "s"
    imported(saved(book, tmp_path), tmp_path / "raw")

    rows = rows_of(tmp_path / "raw", "anggaran")
    assert [row[1] for row in rows[1:3]] == ["'=Program Jalan", "'@Aduan"]
    assert [as_meant(row[1]) for row in rows[1:3]] == ["=Program Jalan", "@Aduan"]
    assert rows[2][3] == "+96.000.000"


def test_a_merged_sasaran_is_written_in_its_first_row(book: Workbook, tmp_path: Path) -> None:
    sheet = budget(book)
    for cells in ("A1:E1", "A6:B6"):
        sheet.unmerge_cells(cells)
    sheet.insert_cols(2)
    sheet["B3"], sheet["B4"] = "Sasaran", "1. Layanan yang andal"
    sheet.merge_cells("B4:B5")
    imported(saved(book, tmp_path), tmp_path / "raw")

    rows = rows_of(tmp_path / "raw", "anggaran")
    assert [row[:2] for row in rows[1:3]] == [["1.jalan", "1. Layanan yang andal"], ["1.aduan", ""]]


def test_a_stray_format_in_the_last_cell_of_a_sheet_costs_nothing(
    book: Workbook, tmp_path: Path
) -> None:
    budget(book)["XFD1048576"].number_format = "0.00"
    imported(saved(book, tmp_path), tmp_path / "raw")

    assert len(rows_of(tmp_path / "raw", "anggaran")) == 4


def test_a_hidden_sheet_and_a_cover_are_told(book: Workbook, tmp_path: Path) -> None:
    budget(book)
    book.create_sheet("Sampul")["B2"] = "LAPORAN KINERJA"
    hidden = book.create_sheet("Lama")
    hidden["A1"], hidden.sheet_state = "Program", "hidden"
    notes = imported(saved(book, tmp_path), tmp_path / "raw")

    assert 'Lembar "Sampul" tidak diimpor: tidak memuat tabel.' in notes
    assert 'Lembar "Lama" tidak diimpor: tersembunyi.' in notes


# Refused by sheet and cell.


def never_calculated(sheet: Worksheet) -> None:
    sheet["D6"] = "=SUM(D4:D5)"


def a_date(sheet: Worksheet) -> None:
    sheet["D5"] = date(2022, 1, 5)


def a_boolean(sheet: Worksheet) -> None:
    sheet["D5"] = True


def an_error(sheet: Worksheet) -> None:
    sheet["D5"] = "#REF!"


def thousands_left_out(sheet: Worksheet) -> None:
    sheet["D5"].number_format = "#,##0,"


def two_readings(sheet: Worksheet) -> None:
    sheet["D5"] = "96.00.000"


def a_hidden_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[5].hidden = True


def a_hidden_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["D"].hidden = True


def merged_figures(sheet: Worksheet) -> None:
    sheet.merge_cells("D4:D5")


def a_group_heading(sheet: Worksheet) -> None:
    sheet.unmerge_cells("A6:B6")
    sheet.insert_rows(5)
    sheet["A5"] = "Sasaran 2"
    sheet.merge_cells("A5:E5")


def a_subtotal(sheet: Worksheet) -> None:
    sheet["B4"] = "Jumlah sasaran 1"


def heading_twice(sheet: Worksheet) -> None:
    sheet["E3"] = "Pagu"


def unknown_heading(sheet: Worksheet) -> None:
    sheet["F3"] = "Serapn"


def a_second_table(sheet: Worksheet) -> None:
    for column, value in enumerate([None, "Program Lain", 5_000, 4_000, 0.8], 1):
        sheet.cell(9, column).value = value  # type: ignore[assignment]


def the_same_programme_key(sheet: Worksheet) -> None:
    sheet["F3"] = "Kode"
    for row in (4, 5, 6):
        sheet.cell(row, 6, "x")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (never_calculated, "Realisasi!D6: found a formula that was never calculated"),
        (a_date, "Realisasi!D5: found a date or time"),
        (a_boolean, "Realisasi!D5: found the logical value TRUE"),
        (an_error, "Realisasi!D5: found the error #REF!"),
        (thousands_left_out, 'Realisasi!D5: found the number format "#,##0,"'),
        (two_readings, 'Realisasi!D5: found "96.00.000"'),
        (a_hidden_row, "Realisasi!A5: found a hidden row with data"),
        (a_hidden_column, "Realisasi!D3: found a hidden column with data"),
        (merged_figures, "Realisasi!D4: found merged cells within the table"),
        (a_group_heading, "Realisasi!A5: found a heading between the rows of the table"),
        (a_subtotal, "Realisasi!A4: found a row that calls itself a total, above the last row"),
        (heading_twice, 'Realisasi!E3: found the heading "Pagu" a second time'),
        (unknown_heading, 'Realisasi!F3: found the heading "Serapn", which names no column'),
        (a_second_table, "Realisasi!B9: found a row with figures below the end of the table"),
        (the_same_programme_key, 'Realisasi!F5: found the key "x" a second time'),
    ],
)
def test_what_cannot_be_read_as_printed_is_refused_by_cell(
    book: Workbook, tmp_path: Path, spoil: Callable[[Worksheet], None], told: str
) -> None:
    spoil(budget(book))

    assert f"buku.xlsx:{told}" in refused(saved(book, tmp_path), tmp_path / "raw")


def test_an_error_that_libreoffice_calculated_is_refused(book: Workbook, tmp_path: Path) -> None:
    budget(book)["D6"] = "=1/0"
    path = saved_as(saved(book, tmp_path), "xlsx", tmp_path / "lo")

    assert "Realisasi!D6: found the error #DIV/0!" in refused(path, tmp_path / "raw")


def test_every_problem_is_told_at_once(book: Workbook, tmp_path: Path) -> None:
    sheet = budget(book)
    a_date(sheet)
    never_calculated(sheet)
    merged_figures(performance(book))
    told = refused(saved(book, tmp_path), tmp_path / "raw")

    assert [line.split(": ")[0].split(":")[1] for line in told.splitlines()] == [
        "Realisasi!D5", "Realisasi!D6", "Kinerja!D4",
    ]  # fmt: skip


def test_headings_of_several_types_are_decided_by_the_user(book: Workbook, tmp_path: Path) -> None:
    sheet = budget(book)
    sheet["B3"], sheet["C3"] = "Uraian", "Target"
    path = saved(book, tmp_path)

    told = refused(path, tmp_path / "raw")
    assert "Realisasi!A3: found headings that fit several table types" in told
    assert "allowed: anggaran, capaian" in told
    imported(path, tmp_path / "raw", tipe={"Realisasi": "anggaran"})
    assert len(rows_of(tmp_path / "raw", "anggaran")) == 4


def test_a_capaian_that_no_formula_gives_needs_a_direction(book: Workbook, tmp_path: Path) -> None:
    budget(book)
    performance(book)["F6"] = 75.5
    path = saved(book, tmp_path)

    assert 'Kinerja!F6: found the indicator "Aduan yang' in refused(path, tmp_path / "raw")
    imported(path, tmp_path / "raw", arah={"aduan_belum_selesai": "turun:T/R"})
    indicator = load(NAME, YEAR, tmp_path).indicators["aduan_belum_selesai"]
    assert (indicator.arah, indicator.rumus) == ("turun", "T/R")


# Files that are no workbook, or far too large.


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_other_spreadsheets_are_to_be_saved_as_xlsx(
    book: Workbook, tmp_path: Path, ending: str
) -> None:
    budget(book)
    other = saved_as(saved(book, tmp_path), ending, tmp_path / "lo")
    named = other.rename(tmp_path / "lain.xlsx")

    assert "Save it" in refused(named, tmp_path / "raw")


def test_an_old_workbook_saved_as_xlsx_is_read(book: Workbook, tmp_path: Path) -> None:
    budget(book)
    old = saved_as(saved(book, tmp_path), "xls", tmp_path / "lama")
    imported(saved_as(old, "xlsx", tmp_path / "baru"), tmp_path / "raw")

    assert rows_of(tmp_path / "raw", "anggaran")[1][3] == "Rp 390.000.000"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bom.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * (workbook_sheets.MAX_UNPACKED + 1))

    assert "bom.xlsx: found a file that unpacks to too much" in refused(
        tmp_path / "bom.xlsx", tmp_path / "raw"
    )


def test_a_file_of_300_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "besar.xlsx").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(300_000_000)

    assert "found 300,000,000 bytes" in refused(tmp_path / "besar.xlsx", tmp_path / "raw")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "an empty file"),
        (b"PK\x03\x04 broken", "no .xlsx workbook"),
        (b"Program,Pagu\nJalan,400\n", "no .xlsx workbook"),
    ],
)
def test_what_is_no_workbook_is_a_message(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "bukan.xlsx").write_bytes(content)

    assert f"bukan.xlsx: found {told}" in refused(tmp_path / "bukan.xlsx", tmp_path)


@pytest.mark.parametrize(
    ("part", "before", "after", "told"),
    [
        (
            "xl/worksheets/sheet1.xml",
            b"</sheetData>",
            b"",
            "is cut off or broken at line 1, column",
        ),
        ("xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData>&nbsp;", "is cut off or broken"),
        ("xl/styles.xml", b"</cellXfs>", b"", "its part xl/styles.xml is cut off or broken"),
        ("xl/worksheets/sheet1.xml", b"<v>500</v>", b"<v>lima</v>", 'a number, but holds "lima"'),
        ("xl/_rels/workbook.xml.rels", b"", None, "xl/_rels/workbook.xml.rels is missing"),
        ("xl/styles.xml", b"", None, "its part xl/styles.xml is missing"),
    ],
)
def test_a_workbook_with_a_broken_part_names_it_in_our_words(
    book: Workbook, tmp_path: Path, part: str, before: bytes, after: bytes | None, told: str
) -> None:
    book.active.append(["Kode", "Pagu"])  # type: ignore[union-attr]
    book.active.append(["a", 500])  # type: ignore[union-attr]
    book.worksheets[0]["B2"].number_format = "0.00"
    path = saved(book, tmp_path)
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(tmp_path / "rusak.xlsx", "w") as half:
        for name in whole.namelist():
            data = whole.read(name)
            if name != part or after is not None:
                half.writestr(name, data.replace(before, after or b"") if name == part else data)
    message = refused(tmp_path / "rusak.xlsx", tmp_path / "raw")
    assert "rusak.xlsx: found no readable workbook (" in message and told in message


# What is wide, and what is read again.


def test_a_row_wider_than_any_heading_costs_no_more_than_the_widest_heading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked_for: list[int] = []
    label = workbook_sheets.Sheet.label

    def counted(sheet: workbook_sheets.Sheet, row: int, column: int) -> str:
        asked_for.append(column)
        return label(sheet, row, column)

    monkeypatch.setattr(workbook_sheets.Sheet, "label", counted)
    types, read = all_types([SCHEMAS]), []
    for width in (1_000, 2_000):
        cells = {(row, column): Raw(f"Kolom {column}", "General") for row in range(1, 11)
                 for column in range(1, width + 1)}  # fmt: skip
        asked_for.clear()
        assert not recognise(workbook_sheets.Sheet("a.xlsx", "A", cells), types, YEAR)
        read.append(len(asked_for))
    assert 0 < read[0] == read[1]


def test_a_workbook_is_read_once_until_it_is_saved_anew(
    book: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be imported is proposed: both read the same workbook."""
    times: list[Path] = []
    load_both = workbook_sheets.load_both
    monkeypatch.setattr(
        workbook_sheets, "load_both", lambda path: (times.append(path), load_both(path))[1]
    )
    budget(book)
    path = saved(book, tmp_path)
    first = workbook_sheets.open_sheets(path)
    assert workbook_sheets.open_sheets(path) == first and len(times) == 1
    book.worksheets[0]["A1"] = "REALISASI ANGGARAN TAHUN 2023 SETELAH PERUBAHAN"
    saved(book, tmp_path)
    (changed,) = workbook_sheets.open_sheets(path)
    assert changed.label(1, 1).endswith("PERUBAHAN") and len(times) == 2


# What is there already.


def test_a_folder_that_is_there_is_replaced_only_if_asked(book: Workbook, tmp_path: Path) -> None:
    budget(book)
    path = saved(book, tmp_path)
    imported(path, tmp_path / "raw")
    folder = tmp_path / "raw" / NAME / str(YEAR)
    (folder / "koreksi.csv").write_text(
        "sel,tercetak,menjadi,alasan,sertifikat\n"
        "anggaran[jalan].realisasi,Rp 390.000.000,Rp 391.000.000,dilihat di LRA,\n"
    )
    laporan = folder / "laporan.yaml"
    laporan.write_text(laporan.read_text("utf-8") + "# catatan sendiri\n", "utf-8")

    with pytest.raises(InputError, match="--timpa"):
        imported(path, tmp_path / "raw")
    again = understand(path, asked(tmp_path / "raw"))
    write_folder(again.target, again.files(), True, lambda where: check(again, where))

    assert (folder / "koreksi.csv").is_file()
    assert "catatan sendiri" in (folder / "laporan.lama.yaml").read_text("utf-8")


def test_a_folder_stays_as_it_is_where_the_new_one_cannot_be_read(
    book: Workbook, tmp_path: Path
) -> None:
    sheet = budget(book)
    imported(saved(book, tmp_path), tmp_path / "raw")
    before = rows_of(tmp_path / "raw", "anggaran")
    two_readings(sheet)
    spoiled = understand(saved(book, tmp_path), asked(tmp_path / "raw"))

    with pytest.raises(InputError, match="Realisasi!D5"):
        write_folder(spoiled.target, spoiled.files(), True, lambda where: check(spoiled, where))
    assert rows_of(tmp_path / "raw", "anggaran") == before


def test_reading_a_workbook_does_not_change_it(book: Workbook, tmp_path: Path) -> None:
    budget(book)
    path = saved(book, tmp_path)
    before = path.read_bytes()
    imported(path, tmp_path / "raw")

    assert path.read_bytes() == before
    assert load_workbook(path).sheetnames == ["Realisasi"]


def test_a_hidden_sheet_that_is_imported_is_told(book: Workbook, tmp_path: Path) -> None:
    budget(book).sheet_state = "hidden"
    book.create_sheet("Sampul")["B2"] = "LAPORAN KINERJA"
    path = saved(book, tmp_path)
    asked = Asked("dinas-uji", YEAR, tipe={"Realisasi": "anggaran"}, data=tmp_path / "raw")
    notes = understand(path, asked).notes
    assert 'Lembar "Realisasi" tersembunyi, tetapi diimpor.' in notes


def test_a_year_begun_twice_is_not_told_of_an_option_that_there_is_not(tmp_path: Path) -> None:
    start("dinas-uji", 2021, None, tmp_path)
    with pytest.raises(InputError) as refused:
        start("dinas-uji", 2021, None, tmp_path)
    assert "move that folder away" in str(refused.value) and "--timpa" not in str(refused.value)


@pytest.mark.parametrize(("left", "wrong"), [(10_000_000, 0), (11_000_000, 1)])
def test_what_a_budget_table_prints_as_left_is_its_own_column_and_held(
    book: Workbook, tmp_path: Path, left: int, wrong: int
) -> None:
    # 400 - 390 = 10, 100 - 96 = 4, 500 - 486 = 14 million.
    sheet = budget(book)
    for row, printed in enumerate(["Sisa Anggaran (Rp)", left, 4_000_000, 14_000_000], 3):
        sheet.cell(row, 6).value = printed  # type: ignore[assignment]
    imported(saved(book, tmp_path), tmp_path / "raw")
    head, first, *_ = rows_of(tmp_path / "raw", "anggaran")
    assert dict(zip(head, first, strict=True))["sisa_anggaran"].replace(".", "") == str(left)
    assert len(verify(load(NAME, YEAR, tmp_path)).findings) == wrong
