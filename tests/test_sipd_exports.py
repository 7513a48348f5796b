"""Exports of SIPD: lines of documents or accounts, added up to the table that a report prints."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.excel.importing import Asked, understand
from lkjip_analysis.intake.sheets.sheet_blocks import read_sheets
from lkjip_analysis.intake.sheets.sipd_exports import added_up
from lkjip_analysis.intake.sheets.workbook_sheets import Sheet, open_sheets
from lkjip_analysis.intake.tables.read_tables import printed_tables

LEVELS = (
    "Kode Program", "Nama Program", "Kode Kegiatan", "Nama Kegiatan",
    "Kode Sub Kegiatan", "Nama Sub Kegiatan",
)  # fmt: skip
SPENT = (
    "Kode SKPD", "Nama SKPD", *LEVELS, "Nomor Dokumen", "Tanggal Dokumen", "Nilai Realisasi",
    "Nilai Setoran", "Nama Pegawai",
)  # fmt: skip
BUDGET = ("NO", "TAHUN", "KODE SKPD", "NAMA SKPD", *map(str.upper, LEVELS), "NAMA REKENING", "PAGU")
OFFICE = ("2.17.01", "Dinas Rekaan")
PLAN = ("2.17.01", "Penunjang", "2.17.01.2.01", "Perencanaan", "2.17.01.2.01.0001", "Renja")
REPORT = ("2.17.01", "Penunjang", "2.17.01.2.01", "Perencanaan", "2.17.01.2.01.0002", "Laporan")
WATCH = ("2.17.05", "Pengawasan", "2.17.05.2.01", "Pemeriksaan", "2.17.05.2.01.0001", "Periksa")


def _saved(folder: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    path = folder / "sipd.xlsx"
    book.save(path)
    return path


def _spent(level: Sequence[str], amount: object, back: object = 0) -> tuple[object, ...]:
    return (*OFFICE, *level, "1/TBP/2024", "2024-02-01", amount, back, "nama orang")


def _budget(level: Sequence[str], amount: object) -> tuple[object, ...]:
    return (1, 2024, *OFFICE, *level, "Belanja ATK", amount)


def _printed(sheet: Sheet) -> list[list[str]]:
    columns = range(1, max(sheet.columns) + 1)
    return [[sheet.text(row, c) for c in columns] for row in range(2, sheet.last_row + 1)]


SPENDING = [
    SPENT,
    _spent(PLAN, 1_000_000),
    _spent(REPORT, 250_000),
    _spent(PLAN, 500_000),
    _spent(WATCH, 75_000),
]
BUDGETS = [BUDGET, _budget(PLAN, 2_000_000), _budget(REPORT, 300_000), _budget(WATCH, 80_000)]


def test_the_lines_are_added_up_on_each_level(tmp_path: Path) -> None:
    (sheet,) = added_up(open_sheets(_saved(tmp_path, Data=SPENDING, Pagu=BUDGETS)))
    assert _printed(sheet) == [
        ["Kode", "Program", "Realisasi", "Pagu"],
        ["2.17.01", "Penunjang", "1.750.000", "2.300.000"],
        ["2.17.01.2.01", "Perencanaan", "1.750.000", "2.300.000"],
        ["2.17.01.2.01.0001", "Renja", "1.500.000", "2.000.000"],
        ["2.17.01.2.01.0002", "Laporan", "250.000", "300.000"],
        ["2.17.05", "Pengawasan", "75.000", "80.000"],
        ["2.17.05.2.01", "Pemeriksaan", "75.000", "80.000"],
        ["2.17.05.2.01.0001", "Periksa", "75.000", "80.000"],
        ["", "Jumlah", "1.825.000", "2.380.000"],
    ]
    assert sheet.place(3, 3) == "Data!K2:K4", "a sum tells the cells that it was added up from"
    assert [told.split(" ", 2)[1] for told in sheet.said] == ['"Data"', '"Pagu"']


def test_both_doors_read_the_same_rows_and_no_name_of_a_person(tmp_path: Path) -> None:
    path = _saved(tmp_path, Data=SPENDING, Pagu=BUDGETS)
    asked = Asked("dinas-rekaan", 2024, data=tmp_path)
    (table,) = understand(path, asked).tables
    head, *lines = csv.reader(table.as_csv().splitlines())
    by_import = [(line[0].removeprefix("jumlah"), line[2], line[3]) for line in lines]
    (proposed,) = printed_tables(read_sheets(path))
    by_usul = [(row.texts[0], row.texts[3], row.texts[2]) for row in proposed.rows]
    assert by_import == by_usul
    assert head == ["kode", "program", "pagu", "realisasi"]
    assert "nama orang" not in table.as_csv() + str(proposed)


def test_money_returned_is_asked_about_on_every_level_that_holds_it(tmp_path: Path) -> None:
    """750.000 was spent and 50.000 paid back: is it taken off already? No source says."""
    rows = [SPENT, _spent(PLAN, 750_000), _spent(PLAN, 0, 50_000), _spent(WATCH, 75_000)]
    (proposed,) = printed_tables(read_sheets(_saved(tmp_path, Data=rows)))
    asked = [row.texts[0] for row in proposed.rows if row.unread]
    assert asked == ["2.17.01", "2.17.01.2.01", "2.17.01.2.01.0001", ""]
    assert "750.000" in proposed.rows[0].unread[2] and "50.000" in proposed.rows[0].unread[2]


def test_an_amount_that_is_none_is_named_by_its_cell(tmp_path: Path) -> None:
    rows = [SPENT, _spent(PLAN, "1,2,3"), _spent(WATCH, 75_000)]
    with pytest.raises(InputError) as error:
        added_up(open_sheets(_saved(tmp_path, Data=rows)))
    (problem,) = error.value.problems
    assert problem.column == "Data!K2" and "1,2,3" in problem.found


@pytest.mark.parametrize("typed", ["1250000.50", "1.250.000,50", 1250000.5])
def test_sen_and_either_style_are_kept(tmp_path: Path, typed: object) -> None:
    rows = [SPENT, _spent(PLAN, typed), _spent(PLAN, "10.000.000,25" if "," in str(typed) else 0)]
    (sheet,) = added_up(open_sheets(_saved(tmp_path, Data=rows)))
    assert sheet.text(3, 3) == ("11.250.000,75" if "," in str(typed) else "1.250.000,50")


def test_agencies_are_tables_of_their_own(tmp_path: Path) -> None:
    other = ("2.19.02", "Badan Rekaan", *WATCH, "2/TBP/2024", "2024-03-01", 40_000, 0, "")
    sheets = added_up(open_sheets(_saved(tmp_path, Data=[*SPENDING, other])))
    assert [sheet.title for sheet in sheets] == ["Dinas Rekaan", "Badan Rekaan"]
    assert sheets[1].text(3, 3) == "40.000"


def test_hidden_rows_are_left_out_and_said(tmp_path: Path) -> None:
    book = Workbook()
    for row in SPENDING:
        book.active.append(list(row))
    book.active.row_dimensions[2].hidden = True
    book.save(tmp_path / "sipd.xlsx")
    (sheet,) = added_up(open_sheets(tmp_path / "sipd.xlsx"))
    assert sheet.text(3, 3) == "750.000"
    assert sheet.said[1] == "1 baris tersembunyi tidak ikut."


def test_a_printed_table_with_one_level_is_none(tmp_path: Path) -> None:
    rows = [("Kode Program", "Nama Program", "Pagu"), ("1.01", "Penunjang", 100)]
    path = _saved(tmp_path, Tabel=rows)
    assert added_up(open_sheets(path)) == open_sheets(path)


def test_a_line_without_a_programme_is_left_out_and_said(tmp_path: Path) -> None:
    """The last line of an export may add up all of it."""
    total = (*OFFICE, "", "", "", "", "", "", "", "", 1_825_000, 0, "")
    (sheet,) = added_up(open_sheets(_saved(tmp_path, Data=[*SPENDING, total])))
    assert sheet.text(sheet.last_row, 3) == "1.825.000"
    assert sheet.said[1] == "1 baris tanpa kode program tidak ikut."
