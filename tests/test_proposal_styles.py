"""Number style, codes and levels on the way of `usul`, as `import` decides them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from proposals import accepted, csv_of, excel, proposed, run, verified, word

HEAD = ["Program", "Pagu (Rp)", "Realisasi (Rp)", "%"]
ENGLISH = [
    HEAD,
    ["Program Air", "12,345,000", "12,000,000", "97.21"],
    ["Program Listrik", "1,250", "1,200", "96.00"],
    ["JUMLAH", "12,346,250", "12,001,200", "97.21"],
]


@pytest.mark.parametrize("make", [word, excel])
def test_a_column_in_the_other_style_is_read_in_it_without_a_finding(
    tmp_path: Path, make: object
) -> None:
    proposal, told = proposed(tmp_path, make(tmp_path, ENGLISH))  # type: ignore[operator]
    assert "pagu ditulis dengan gaya inggris" in told
    assert accepted(tmp_path, proposal)[0] == 0
    code, said = verified(tmp_path)
    assert (code, said.splitlines()[1]) == (0, "Tidak ada temuan"), said


def test_a_stored_number_beside_texts_is_printed_in_their_style(tmp_path: Path) -> None:
    rows: list[list[object]] = [list(row) for row in ENGLISH]
    rows[2][1:3] = [1250, 1200]
    file = excel(tmp_path, rows)
    book = load_workbook(file)
    for place in ("B3", "C3"):
        book.worksheets[0][place].number_format = "#,##0"
    book.save(file)
    proposal, _ = proposed(tmp_path, file)
    accepted(tmp_path, proposal)
    assert csv_of(tmp_path, "anggaran")[2].endswith('"1,250","1,200",96.00')
    assert verified(tmp_path)[0] == 0


ASKED = [HEAD, ["Program Air", "2,500", "2,400", "96"], ["Program Listrik", "1,250", "1,200", "96"]]


def test_what_can_be_read_two_ways_is_asked_and_not_taken(tmp_path: Path) -> None:
    proposal, told = proposed(tmp_path, word(tmp_path, ASKED))
    assert 'baris 1, kolom pagu: "2,500" dapat dibaca dua cara' in told
    code, said = accepted(tmp_path, proposal)
    assert code == 2
    assert '"2,500", which is one number with a decimal comma and another with a point' in said
    sheet = load_workbook(proposal)["Kolom baru"]
    lines = {sheet.cell(row, 2).value: row for row in range(5, sheet.max_row + 1)}
    answers = {("Kolom baru", f"I{lines[name]}"): "inggris" for name in ("pagu", "realisasi")}
    assert accepted(tmp_path, proposal, answers)[0] == 0
    assert "gaya: inggris" in (tmp_path / "dinas-uji/2024/laporan.yaml").read_text("utf-8")
    wrong = {("Kolom baru", f"I{lines['pagu']}"): "englis"}
    code, said = accepted(tmp_path, proposal, wrong)
    assert code == 2 and '"englis"' in said and "indonesia, inggris" in said


LEVELS = [
    ["Kode", *HEAD],
    [1, "Program Air", "500.000", "450.000", "90"],
    [1.01, "Kegiatan Sumur", "300.000", "270.000", "90"],
    [1.1, "Kegiatan Pipa", "200.000", "180.000", "90"],
    ["", "JUMLAH", "500.000", "450.000", "90"],
]


def test_a_code_whose_zeros_are_lost_is_told_and_rows_keep_their_levels(tmp_path: Path) -> None:
    proposal, told = proposed(tmp_path, excel(tmp_path, LEVELS))
    assert "Lembar!A4: kode 1,1 tersimpan sebagai angka" in told
    accepted(tmp_path, proposal)
    keys = [line.partition(",")[0] for line in csv_of(tmp_path, "anggaran")[1:]]
    assert keys == ["1", "1.01", "1.pipa", "jumlah"]
    assert verified(tmp_path)[0] == 0


def test_activities_without_codes_are_parts_of_their_programme_in_import_too(
    tmp_path: Path,
) -> None:
    file = excel(tmp_path, [row[1:] for row in LEVELS])
    code, told = run("import", file, "--instansi", "dinas-uji", "--tahun", 2024, "--ya",
                     "--data", tmp_path)  # fmt: skip
    assert code == 0, told
    keys = [line.partition(",")[0] for line in csv_of(tmp_path, "anggaran")[1:]]
    assert keys == ["air", "air.sumur", "air.pipa", "jumlah"]
    assert verified(tmp_path)[0] == 0


def test_what_a_format_hides_is_left_out_and_white_letters_are_asked(tmp_path: Path) -> None:
    rows: list[list[object]] = [HEAD, *([f"Program {n}", 500, 450, 90] for n in "ABC")]
    file = excel(tmp_path, rows)
    book = load_workbook(file)
    book.worksheets[0]["B3"].number_format = ";;;"
    book.worksheets[0]["C3"].font = Font(color="FFFFFF")
    book.save(file)
    proposal, told = proposed(tmp_path, file)
    assert "Lembar!B3: tidak dibaca" in told
    sheet = load_workbook(proposal).sheetnames[6]
    code, told = accepted(tmp_path, proposal)
    assert code == 2 and '"(?) 450"' in told
    accepted(tmp_path, proposal, {(sheet, "F6"): "-"})
    assert csv_of(tmp_path, "anggaran")[2] == "b,,Program B,,-,90"


REACHED = [
    ["No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"],
    ["1", "Jalan baik", "persen", "80", "72", "90,00"],
    ["2", "Jembatan baik", "unit", "40", "42", "105,00"],
]


@pytest.mark.parametrize("make", [word, excel])
def test_a_table_that_only_its_title_gives_another_year_is_not_of_this_one(
    tmp_path: Path, make: object
) -> None:
    title = "Tabel 3.2 Capaian Kinerja Tahun 2023"
    if make is word:
        file = word(tmp_path, REACHED, title)
    else:
        file = excel(tmp_path, [[title], [], *REACHED])
    proposal, told = proposed(tmp_path, file)
    assert "judulnya menyebut tahun 2023, bukan 2024" in told
    accepted(tmp_path, proposal)
    assert not (tmp_path / "dinas-uji/2024/capaian.csv").exists()
    assert verified(tmp_path)[0] == 0


def test_a_title_of_this_year_a_span_or_a_date_is_of_this_year(tmp_path: Path) -> None:
    for title in ("Tabel 3.2 Capaian Kinerja Tahun 2024", "Tabel 3.2 Renstra 2021-2026",
                  "Tabel 3.2 Capaian per 31 Desember 2023"):  # fmt: skip
        _, told = proposed(tmp_path, word(tmp_path, REACHED, title))
        assert "capaian (keyakinan" in told, title


def test_a_column_that_is_not_printed_makes_no_finding(tmp_path: Path) -> None:
    rows = [["No", "Indikator Kinerja", "Satuan", "Target (2024)", "Realisasi (2023)",
             "Capaian (%)"], *REACHED[1:]]  # fmt: skip
    proposal, _ = proposed(tmp_path, word(tmp_path, rows))
    accepted(tmp_path, proposal)
    assert verified(tmp_path)[1].splitlines()[1] == "Tidak ada temuan"


POINTED = [
    HEAD,
    ["Program Air", "546.343.572.00", "500.000.000.00", "91,52"],
    ["Program Listrik", "95.500.000.00", "95.000.000.00", "99,48"],
    ["Program Data", "950.000", "900.000", "94,74"],
    ["JUMLAH", "642.793.572.00", "595.900.000.00", "92,70"],
]
"""546.343.572 + 95.500.000 + 950.000 = 642.793.572; 500 + 95 + 0,9 million = 595.900.000."""


@pytest.mark.parametrize("make", [word, excel])
def test_a_column_with_points_before_its_sen_too_is_read_so(tmp_path: Path, make: object) -> None:
    proposal, told = proposed(tmp_path, make(tmp_path, POINTED))  # type: ignore[operator]
    assert "pagu ditulis dengan gaya titik" in told
    assert accepted(tmp_path, proposal)[0] == 0
    code, said = verified(tmp_path)
    assert (code, said.splitlines()[1]) == (0, "Tidak ada temuan"), said


def test_one_wrong_total_of_such_a_column_is_found(tmp_path: Path) -> None:
    rows = [list(row) for row in POINTED]
    rows[4][1] = "642.739.572.00"
    proposal, _ = proposed(tmp_path, word(tmp_path, rows))
    accepted(tmp_path, proposal)
    code, said = verified(tmp_path)
    assert code == 1 and "642.793.572.00" in said


def test_an_amount_with_points_before_its_sen_among_others_is_not_read(tmp_path: Path) -> None:
    """95.500.00 thousand: a digit was lost, or the mark is wrong; nobody can tell which."""
    rows = [[text.removesuffix(".00") for text in row] for row in POINTED]
    rows[2][1] = "95.500.000.00"
    proposal, told = proposed(tmp_path, word(tmp_path, rows))
    assert "gaya titik" not in told
    code, said = accepted(tmp_path, proposal)
    assert code == 2 and '"95.500.000.00"' in said
