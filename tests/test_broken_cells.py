"""Workbooks with a cell that no sheet can have, or with parts that only look."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from proposals import excel, read_proposal, run

ROWS = [
    ("Program", "Pagu", "Realisasi", "%"),
    ("Program Perikanan", 1000, 950, "95,00"),
    ("Program Kelautan", 2000, 1900, "95,00"),
    ("Jumlah", 3000, 2850, "95,00"),
]
SHEET = "xl/worksheets/sheet1.xml"


def spoiled(base: Path, before: bytes, after: bytes) -> Path:
    """A sound workbook in which one piece of its sheet is replaced."""
    whole, target = excel(base, ROWS, "Anggaran"), base / "rusak.xlsx"
    with zipfile.ZipFile(whole) as sound, zipfile.ZipFile(target, "w") as file:
        for name in sound.namelist():
            part = sound.read(name)
            if name == SHEET:
                assert before in part
                part = part.replace(before, after, 1)
            file.writestr(name, part)
    return target


def commands(base: Path, file: Path) -> list[tuple[int, str]]:
    """What import, usul, susun and periksa say of it."""
    told = ("--instansi", "dinas-uji", "--tahun", "2024", "--data", base / "raw")
    return [
        run("import", file, *told, "--ya"),
        run("usul", file, *told, "-o", base / "usulan.xlsx"),
        run("susun", file, "-o", base / "susun"),
        run("periksa", file, *told[:4], "-o", base / "periksa"),
    ]


@pytest.mark.parametrize("place", [b"C0", b"C99999999"])
def test_a_cell_outside_of_every_sheet_is_refused_by_every_command(
    place: bytes, tmp_path: Path
) -> None:
    file = spoiled(tmp_path, b'r="C2"', b'r="' + place + b'"')
    for code, told in commands(tmp_path, file):
        assert code == 2 and f"in row {int(place[1:])}," in told and len(told.splitlines()) == 1


def test_a_number_beyond_all_numbers_is_named_with_its_cell(tmp_path: Path) -> None:
    file = spoiled(tmp_path, b"<v>1000</v>", b"<v>1e400</v>")
    imported, proposed, _, examined = commands(tmp_path, file)
    assert imported[0] == 2 and "Anggaran!B2" in imported[1]
    assert proposed[0] == 0 and "Anggaran!B2" in proposed[1]
    assert examined[0] == 0


def test_a_workbook_read_without_what_only_looks_is_also_marked(tmp_path: Path) -> None:
    dtd = b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet'
    file = spoiled(tmp_path, b"<worksheet", dtd)
    code, told = run("periksa", file, "--instansi", "dinas-uji", "--tahun", "2024", "-o",
                     tmp_path / "periksa")  # fmt: skip
    assert code == 0, told
    assert (tmp_path / "periksa" / "rusak" / "index.html").is_file()


def test_cells_that_could_not_be_read_are_counted_beside_the_tested_ones(tmp_path: Path) -> None:
    """A formula that no program has calculated yet holds no figure: both totals."""
    rows = [
        ("Program", "Anggaran (Rp)", "Realisasi (Rp)"),
        ("Program Pangan", 1_200_000, 1_150_000),
        ("Program Penyuluhan", 800_000, 790_000),
        ("Jumlah", "=SUM(B2:B3)", "=SUM(C2:C3)"),
    ]
    file, told = excel(tmp_path, rows, "Anggaran"), ("--instansi", "dinas-uji", "--tahun", "2024")
    code, said = run("periksa", file, *told, "-o", tmp_path / "hasil")
    assert code == 0 and "2 sel tidak terbaca" in said
    assert "Sel yang tidak terbaca" in next((tmp_path / "hasil").glob("*/index.html")).read_text()


NO_NUMBERS = [
    b"1_000", "１０００".encode(), "١٠٠٠".encode(), b"10&#95;00", b"<![CDATA[1_000]]>",
    b"1<!-- -->_000", b"1 000", b"0x3e8", b"1,000",
]  # fmt: skip
"""What no sheet stores as a number. Python takes the first six for a thousand."""


@pytest.mark.parametrize("stored", NO_NUMBERS)
def test_a_number_that_only_a_program_reads_is_refused_with_its_cell(
    stored: bytes, tmp_path: Path
) -> None:
    file = spoiled(tmp_path, b"<v>1000</v>", b"<v>" + stored + b"</v>")
    for code, told in commands(tmp_path, file):
        assert code == 2 and "cell B2 is stored as a number" in told, told
        assert len(told.splitlines()) == 1


def test_so_is_a_place_in_the_list_of_texts(tmp_path: Path) -> None:
    """1_1 would be the text at 11, another row's."""
    file = spoiled(tmp_path, b't="n"><v>1000</v>', b't="s"><v>1_1</v>')
    for code, told in commands(tmp_path, file):
        assert code == 2 and "stored as a number" in told, told


@pytest.mark.parametrize("stored", [b" 1000 ", b"1E3", b"+1000.", b"1000.0"])
def test_a_number_as_sheets_store_it_is_read(stored: bytes, tmp_path: Path) -> None:
    file = spoiled(tmp_path, b"<v>1000</v>", b"<v>" + stored + b"</v>")
    assert column_of(file) == ["1.000", "2.000", "3.000"]


def column_of(file: Path) -> list[str]:
    (table,) = read_proposal(file, "dinas-uji", 2024).tables
    at = table.heads.index("Pagu")
    return [row[at].replace(".", "").replace("000", ".000") for row in table.rows]
