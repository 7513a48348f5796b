"""Where a table tells what its figures count in: heading, title, corner, units, sheet, note."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from proposals import accepted, csv_of, excel, proposed, run, verified

from lkjip_analysis.numbers.heading_scale import is_scale_line, is_unit_line, scale_in

# 1.180,40 of 1.250,50 is 94,39 %; 2.301,75 of 2.400,00 is 95,91 %; the sums give 95,39 %.
ROWS = [
    ("1", "Program Perikanan Tangkap", "1.250,50", "1.180,40", "94,39"),
    ("2", "Program Perikanan Budidaya", "2.400,00", "2.301,75", "95,91"),
    ("", "JUMLAH", "3.650,50", "3.482,15", "95,39"),
]
KNOWN = ("No", "Program", "Anggaran", "Realisasi", "%")
OWN = ("No", "Sumber Dana", "Alokasi", "Penyaluran", "%")
CORNER = ("", "", "", "", "(dalam jutaan rupiah)")
UNITS = ("", "", "(Rp juta)", "(Rp juta)", "(%)")
NOTE = ("Keterangan: angka dalam jutaan rupiah", "", "", "", "")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Pagu (Rp. Jt)", "juta"), ("Pagu (jt Rp)", "juta"), ("Pagu (x Rp1 juta)", "juta"),
        ("Pagu (Rp x 1.000)", "ribu"), ("dlm rb rupiah", "ribu"), ("Rp milliar", "miliar"),
        ("Pagu (Rp M)", "miliar"), ("dalam milyaran rupiah", "miliar"),
        ("Kedalaman (dalam m)", ""), ("Produksi (t)", ""), ("Angka per 1.000 KH", ""),
        ("Pagu (Rp)", ""), ("Jarak (m)", ""),
    ],
)  # fmt: skip
def test_a_scale_is_read_however_it_is_written(text: str, word: str) -> None:
    assert scale_in(text) == word


def test_a_line_of_units_or_of_the_scale_is_told_from_a_title_and_from_rows() -> None:
    assert is_scale_line("Dalam ribuan rupiah") and is_scale_line("(Rp 000)")
    assert not is_scale_line("Realisasi Anggaran Tahun 2024 (Rp juta)")
    assert is_unit_line(UNITS) and is_unit_line(("(unit)", "Rp", ""))
    assert not is_unit_line(("", "")) and not is_unit_line(("Rp 2.000", "%"))


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([CORNER, KNOWN, *ROWS], "Anggaran"),
        ([KNOWN, UNITS, *ROWS], "Anggaran"),
        ([KNOWN, *ROWS, NOTE], "Anggaran"),
        ([KNOWN, *ROWS], "Anggaran (Rp juta)"),
    ],
)
def test_import_reads_the_scale_from_where_it_stands(
    rows: list[tuple[str, ...]], title: str, tmp_path: Path
) -> None:
    file = excel(tmp_path, rows, title)
    code, told = run("import", file, "--instansi", "dinas-uji", "--tahun", "2024", "--data",
                     tmp_path, "--ya")  # fmt: skip
    assert code == 0 and told.count("dibaca dalam juta") == 2, told
    assert csv_of(tmp_path, "anggaran")[1].endswith('"1.250,50","1.180,40","94,39"')
    assert "Tidak ada temuan" in verified(tmp_path)[1]


CAPTION = "Tabel 3.4 Penyaluran Dana"


@pytest.mark.parametrize(
    ("before", "rows", "after"),
    [
        ([CAPTION, "(dalam jutaan rupiah)"], [OWN, *ROWS], []),
        ([CAPTION, "Disajikan dalam jutaan rupiah."], [OWN, *ROWS], []),
        (["Penyaluran Dana", "(dalam jutaan rupiah)"], [OWN, *ROWS], []),
        (["Penyalurannya ada di tabel berikut (dalam jutaan rupiah):"], [OWN, *ROWS], []),
        ([CAPTION], [CORNER, OWN, *ROWS], []),
        ([CAPTION], [OWN, UNITS, *ROWS], []),
        ([CAPTION], [OWN, *ROWS], [NOTE[0]]),
        ([CAPTION], [OWN, *ROWS, NOTE], []),
    ],
)
def test_usul_reads_the_scale_from_where_it_stands(
    before: list[str], rows: list[tuple[str, ...]], after: list[str], tmp_path: Path
) -> None:
    document = Document()
    for text in before:
        document.add_paragraph(text)
    table = document.add_table(len(rows), 5)
    for line, row in zip(table.rows, rows, strict=True):
        for cell, value in zip(line.cells, row, strict=True):
            cell.text = value
    for text in after:
        document.add_paragraph(text)
    document.save(str(tmp_path / "naskah.docx"))
    proposal, told = proposed(tmp_path, tmp_path / "naskah.docx")
    assert told.count("dalam juta menurut") == 2, told
    assert accepted(tmp_path, proposal)[0] == 0
    assert "Tidak ada temuan" in verified(tmp_path)[1]
