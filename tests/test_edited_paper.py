"""What a person wrote over in the working paper stands there after the next run too."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from test_working_paper import answer, examined

from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.usul import accepted
from lkjip_analysis.output.examined.answers import earlier_answers

# 97,85 : 95 = 103,00; 93,42 : 90 = 103,80; 99,14 : 98 = 101,16; 20 : 21,35 = 93,68, but
# 21,35 : 20 = 106,75: whoever knows that more mediations are better sees a formula turned over.
ROWS = [
    ("Perkara yang diselesaikan tepat waktu", "95", "97,85", "103,00"),
    ("Kepuasan pencari keadilan", "90", "93,42", "103,80"),
    ("Perkara yang tidak dibanding", "98", "99,14", "101,16"),
    ("Perkara yang dimediasi", "20", "21,35", "93,68"),
]
TURNED = "Perkara yang dimediasi"


def report(path: Path, mended: bool = False) -> Path:
    rows = [(*row[:3], "106,75") if mended and row[0] == TURNED else row for row in ROWS]
    lines = [f"| {number} | {' | '.join(row)} |" for number, row in enumerate(rows, 1)]
    text = "\n".join([
        "# LAPORAN KINERJA INSTANSI PEMERINTAH", "", "PENGADILAN AGAMA MAJU", "", "TAHUN 2023", "",
        "# BAB III AKUNTABILITAS KINERJA", "", "Tabel 3.1 Capaian kinerja tahun 2023", "",
        "| No | Indikator Kinerja | Target | Realisasi | Capaian (%) |", "|---|---|---|---|---|",
        *lines, "",
    ])  # fmt: skip
    path.write_text(text, encoding="utf-8")
    return path


def row_of(sheet: Worksheet, name: str) -> dict[str, object]:
    heads = [cell.value for cell in sheet[4]]
    (row,) = [r for r in sheet.iter_rows(min_row=5, values_only=True) if name in r]
    return dict(zip(map(str, heads), row, strict=True))


def write(paper: Path, sheet: str, name: str, **said: str) -> None:
    """Write over cells of the row that holds this name, by the headings of their columns."""
    book = load_workbook(paper)
    heads = [cell.value for cell in book[sheet][4]]
    (row,) = [r for r in book[sheet].iter_rows(min_row=5) if name in [cell.value for cell in r]]
    for column, text in said.items():
        row[heads.index(column)].value = text
    book.save(paper)


def test_a_direction_that_a_person_wrote_stays_and_is_examined_with(tmp_path: Path) -> None:
    document, paper = report(tmp_path / "lkjip.md"), tmp_path / "hasil/lkjip/kertas-kerja.xlsx"
    assert examined(document, tmp_path / "hasil", 0)["findings"] == []
    assert row_of(load_workbook(paper)["Indikator"], TURNED)["arah"] == "turun"
    write(paper, "Indikator", TURNED, terima="ya", arah="naik", rumus="R/T")
    for _ in range(2):  # in the run after, and in the one after that
        (finding,) = examined(document, tmp_path / "hasil", 1)["findings"]
        assert "93,68" in finding["message"] and finding["verdict"] == "ambigu"
        told = row_of(load_workbook(paper)["Indikator"], TURNED)
        assert (told["terima"], told["arah"], told["rumus"]) == ("ya", "naik", "R/T")
    # The others are as they were proposed.
    others = [row_of(load_workbook(paper)["Indikator"], name)["terima"] for name, *_ in ROWS[:3]]
    assert others == [None] * 3


def test_whose_report_it_is_stays_as_a_person_wrote_it(tmp_path: Path) -> None:
    document, paper = report(tmp_path / "lkjip.md"), tmp_path / "hasil/lkjip/kertas-kerja.xlsx"
    examined(document, tmp_path / "hasil", 0)
    said = {"Pemerintah daerah": "Mahkamah Agung", "Tanggal data": "2024-01-26",
            "Terima semua": "ya"}  # fmt: skip
    for row, text in said.items():
        answer(paper, "Petunjuk", row, text)
    for _ in range(2):
        examined(document, tmp_path / "hasil", 0)
        guide = [row[:2] for row in load_workbook(paper)["Petunjuk"].iter_rows(values_only=True)]
        told = {str(name): text for name, text in guide}
        for row, text in said.items():
            assert [value for name, value in told.items() if name.startswith(row)] == [text]


def test_a_row_of_their_own_and_a_corrected_cell_stay(tmp_path: Path) -> None:
    document, paper = report(tmp_path / "lkjip.md"), tmp_path / "hasil/lkjip/kertas-kerja.xlsx"
    examined(document, tmp_path / "hasil", 0)
    book = load_workbook(paper)
    heads = [cell.value for cell in book["Aturan"][4]]
    own = {"terima": "ya", "nama": "rerata_saya", "jenis": "rerata", "dasar": "tafsir",
           "sel": "hasil=capaian[a].capaian; bagian=capaian[*].capaian",
           "sebab": "=1+1"}  # fmt: skip
    for column, text in own.items():
        cell = book["Aturan"].cell(5, heads.index(column) + 1, text)
        cell.data_type = "s"
    table = next(sheet for sheet in book if sheet.title.startswith("T01 "))
    (cell,) = [c for row in table.iter_rows() for c in row if c.value == "99,14"]
    cell.value = "99,15"
    book.save(paper)
    for _ in range(2):
        examined(document, tmp_path / "hasil", 0)
        book = load_workbook(paper)
        kept = row_of(book["Aturan"], "rerata_saya")
        assert {column: kept[column] for column in own} == own
        table = next(sheet for sheet in book if sheet.title.startswith("T01 "))
        texts = [c.value for row in table.iter_rows() for c in row]
        assert texts.count("99,15") == 1 and "99,14" not in texts and texts.count("97,85") == 1


def test_of_another_proposal_an_earlier_edit_says_nothing(tmp_path: Path) -> None:
    document, paper = report(tmp_path / "lkjip.md"), tmp_path / "hasil/lkjip/kertas-kerja.xlsx"
    examined(document, tmp_path / "hasil", 0)
    write(paper, "Indikator", TURNED, arah="naik", rumus="R/T", alasan="lebih banyak lebih baik")
    report(document, mended=True)  # 106,75 tells the direction itself
    examined(document, tmp_path / "hasil", 0)
    told = row_of(load_workbook(paper)["Indikator"], TURNED)
    assert told["arah"] == "naik" and "sesuai rumus R/T" in str(told["alasan"])
    assert (paper.parent / "lama" / paper.name).is_file()  # what was written is not lost


def test_a_column_that_a_person_added_stays_with_what_stands_in_it(tmp_path: Path) -> None:
    document, paper = report(tmp_path / "lkjip.md"), tmp_path / "hasil/lkjip/kertas-kerja.xlsx"
    examined(document, tmp_path / "hasil", 0)
    book = load_workbook(paper)
    sheet = book["Indikator"]
    column, below = sheet.max_column + 1, sheet.max_row + 1
    sheet.cell(4, column, "Catatan pemeriksa")
    (row,) = [r[0].row for r in sheet.iter_rows(min_row=5) if TURNED in [c.value for c in r]]
    sheet.cell(row, column, "tanya panitera")
    heads = [cell.value for cell in sheet[4]]
    for head, text in (("tabel", "capaian"), ("kode", "lain"), ("Catatan pemeriksa", "baris saya")):
        if head in heads:
            sheet.cell(below, heads.index(head) + 1, text)
    book.save(paper)
    for _ in range(2):
        examined(document, tmp_path / "hasil", 0)
        kept = load_workbook(paper)["Indikator"]
        assert row_of(kept, TURNED)["Catatan pemeriksa"] == "tanya panitera"
        assert "baris saya" in {cell.value for cell in list(kept.columns)[column - 1]}


@pytest.mark.parametrize("read", [earlier_answers, accepted._opened])
@pytest.mark.parametrize(("place", "is_far"), [("XFD1048576", True), ("AZ900", False)])
def test_one_cell_in_the_last_corner_is_one_sentence_and_no_wait(
    read: Callable[[Path], object], place: str, is_far: bool, tmp_path: Path
) -> None:
    document, paper = report(tmp_path / "lkjip.md"), tmp_path / "hasil/lkjip/kertas-kerja.xlsx"
    examined(document, tmp_path / "hasil", 0)
    book = load_workbook(paper)
    (sheet,) = [one for one in book.worksheets if one.title.startswith("T01")]
    sheet[place] = "x"
    book.save(paper)
    with pytest.raises(InputError, match=place) if is_far else nullcontext():
        read(paper)
