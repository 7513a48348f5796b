"""Tables as spreadsheets save them, and what a hurried typist leaves: read, and told once."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import AGENCY, write_folder
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app

LAPORAN = "tabel:\n  anggaran: {tipe: anggaran, label: Tabel 3.8, transkripsi: ganda}\n"
ROWS = [
    "kode,program,pagu,realisasi,serapan",
    'a,Program A,100,80,"80,00"',
    'b,Program B,200,90,"45,00"',
    'jumlah,Jumlah,300,170,"56,67"',
]
READY = "Lengkap: siap diverifikasi."


def written(base: Path, rows: list[str], encoding: str = "utf-8") -> Path:
    folder = write_folder(base, LAPORAN, {})
    text = "\n".join(rows) + "\n"
    (folder / "anggaran.csv").write_bytes(text.encode(encoding))
    return folder


def lkjip(base: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, [*words, "--data", str(base)])
    return done.exit_code, done.output


def checked(base: Path) -> str:
    return lkjip(base, "check", AGENCY, "2021")[1]


def test_our_own_form_needs_no_word(tmp_path: Path) -> None:
    written(tmp_path, ROWS)
    assert "Dikenali" not in checked(tmp_path)


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("cp1252", "anggaran.csv: disimpan sebagai CP-1252, bukan UTF-8."),
        ("utf-8-sig", "anggaran.csv: disimpan sebagai UTF-8 (BOM)."),
        ("utf-16", "anggaran.csv: disimpan sebagai UTF-16, bukan UTF-8."),
    ],
)
def test_another_encoding_is_read_and_told(tmp_path: Path, encoding: str, told: str) -> None:
    written(tmp_path, [row.replace("Program A", "Program Café") for row in ROWS], encoding)
    output = checked(tmp_path)
    assert told in output
    assert READY in output  # a budget alone waits for no indicator
    assert "Tidak terbaca" not in output
    assert lkjip(tmp_path, "verify", AGENCY, "2021")[0] == 0


def test_the_blank_cell_that_excel_saves_at_each_end_is_accepted_and_told(tmp_path: Path) -> None:
    semicolons = ["kode;program;pagu;realisasi;serapan;", "a;Program A;100;80;80,00;",
                  "b;Program B;200;90;45,00;", "jumlah;Jumlah;300;170;56,67;"]  # fmt: skip
    written(tmp_path, semicolons)
    assert "anggaran.csv: dipisahkan titik koma; tiap baris berakhir sel kosong." in checked(
        tmp_path
    )
    assert lkjip(tmp_path, "verify", AGENCY, "2021")[0] == 0


def test_the_line_that_tells_excel_its_separator_is_no_row(tmp_path: Path) -> None:
    written(tmp_path, ["sep=,", *ROWS])
    assert checked(tmp_path) == f"{READY}\n"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("02-Jan", 'anggaran.csv:2:kode: found the key "02-Jan"'),
        ("02/01/2024", "a code, not the date that a spreadsheet made of it"),
        ('"1,01"', "a code with points, not the number that a spreadsheet made of it"),
    ],
)
def test_a_code_that_a_spreadsheet_made_a_date_or_a_number_is_none(
    tmp_path: Path, code: str, told: str
) -> None:
    written(tmp_path, [row.replace("a,", f"{code},") if row[0] == "a" else row for row in ROWS])
    assert told in checked(tmp_path)
    assert lkjip(tmp_path, "verify", AGENCY, "2021")[0] == 2


@pytest.mark.parametrize(("first", "last", "is_cut"), [("1.09", "1.1", True), ("1.9", "1.10", 0)])
def test_a_code_that_lost_the_zero_at_its_end_is_pointed_at(
    tmp_path: Path, first: str, last: str, is_cut: bool
) -> None:
    keys = {"a": first, "b": last}
    written(tmp_path, [keys.get(row[0], row[0]) + row[1:] for row in ROWS])
    told = 'anggaran.csv: kode "1.1": bila tercetak 1.10, nolnya hilang di lembar kerja.'
    assert (told in checked(tmp_path)) == is_cut


def test_a_blank_cell_too_many_in_one_row_is_pointed_at_as_a_possible_shift(tmp_path: Path) -> None:
    written(tmp_path, [*ROWS[:2], ROWS[2] + ",", ROWS[3]])
    told = checked(tmp_path)
    assert "anggaran.csv: baris 3 punya sel kosong lebih daripada kepala tabelnya" in told
    assert "Dikenali" not in told


def test_a_filled_cell_too_many_stays_an_error(tmp_path: Path) -> None:
    written(tmp_path, [*ROWS[:2], ROWS[2] + ",x", ROWS[3]])
    code, told = lkjip(tmp_path, "check", AGENCY, "2021")
    assert code == 2
    assert 'anggaran.csv:3: found 6 fields, the last is "x"; allowed: 5 fields' in told


def test_one_word_in_many_rows_is_told_once_with_all_their_lines(tmp_path: Path) -> None:
    rows = [f'p{i},Program {i},100,tiada,"80,00"' for i in range(1, 31)]
    written(tmp_path, [ROWS[0], *rows])
    for command in ("check", "verify"):
        told = lkjip(tmp_path, command, AGENCY, "2021")[1]
        assert told.count('"tiada"') == 1
        assert 'anggaran.csv:2:realisasi: found "tiada" (not a number)' in told
        assert "The same in 29 other lines: 3, 4, 5" in told and "21, 22 and 9 others." in told


def test_blank_cells_of_many_rows_are_asked_for_once_with_their_number(tmp_path: Path) -> None:
    rows = [f'p{i},Program {i},100,,"80,00"' for i in range(1, 7)]
    written(tmp_path, [*ROWS[:2], *rows])
    told = checked(tmp_path)
    assert told.count("tulis - atau n/a bila memang tidak ada") == 1
    assert "anggaran.csv:3: " in told and " kosong pada 6 baris: Program 1, " in told
    assert "Program 2 (anggaran.csv:4), Program 3 (anggaran.csv:5) dan 3 lainnya;" in told


def test_a_missing_file_is_not_confused_with_the_file_of_another_table(tmp_path: Path) -> None:
    folder = written(tmp_path, ROWS)
    with (folder / "laporan.yaml").open("a", encoding="utf-8") as file:
        file.write("  anggaran_2: {tipe: anggaran, label: Tabel 3.9}\n")
    told = lkjip(tmp_path, "verify", AGENCY, "2021")[1]
    assert 'no file "anggaran_2.csv"; allowed: a file in the folder for each declared' in told
    assert "Add the file, or remove tabel.anggaran_2." in told and "Did you mean" not in told

    (folder / "angaran_2.csv").write_text("\n".join(ROWS), encoding="utf-8")
    told = lkjip(tmp_path, "verify", AGENCY, "2021")[1]
    assert 'Did you mean "angaran_2.csv"? Else: Add the file' in told


@pytest.mark.parametrize("words", [("verify", AGENCY, "2024"), ("check", AGENCY, "2024")])
def test_a_year_folder_of_two_digits_is_named_with_what_a_year_needs(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = written(tmp_path, ROWS)
    folder.rename(folder.with_name("24"))
    code, told = lkjip(tmp_path, *words)
    assert code == 2
    assert 'raw/dinas-contoh: found the folder "24"; allowed: a year of four digits' in told
    assert 'found the folder "24"' in lkjip(tmp_path, "list")[1]
