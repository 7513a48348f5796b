"""Headings that begin with their year are no figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from proposals import INSTANSI, TAHUN, read_proposal, run, word

ROWS = (
    ("Sasaran", "Indikator", "2022 Target", "2022 Realisasi", "2022 %"),
    ("Mutu", "Kunjungan pasien", "300", "285", "95,00"),
    ("Mutu", "Hari rawat", "700", "630", "90,00"),
    ("Akses", "Desa terlayani", "40", "42", "105,00"),
)


def test_a_line_of_headings_with_years_is_no_row(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("LAPORAN KINERJA RUMAH SAKIT TAHUN 2022")
    document.add_paragraph("Tabel 3.1 Pengukuran kinerja")
    table = document.add_table(rows=0, cols=5)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(tmp_path / "a.docx"))
    (read,) = read_proposal(tmp_path / "a.docx", "rumah-sakit", 2022).tables
    assert len(read.rows) == 3 and "Indikator" not in {t for row in read.rows for t in row}


HEAD = ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)")
THEN, NOW = (1, "Kunjungan", "%", 80, 72, 90), (1, "Kunjungan", "%", 82, "77,9", 95)


def test_a_line_above_a_table_without_caption_tells_its_year(tmp_path: Path) -> None:
    """72 of 80 was reached in 2023: 77,9 of 82 is what the report of 2024 tells."""
    document = Document()
    for year, row in (("2023", THEN), ("2024", NOW)):
        document.add_paragraph(f"Capaian Kinerja Tahun {year}")
        table = document.add_table(2, 6)
        for line, texts in zip(table.rows, (HEAD, row), strict=True):
            for cell, text in zip(line.cells, texts, strict=True):
                cell.text = str(text)
    document.save(str(tmp_path / "a.docx"))
    _of_two_years(tmp_path, tmp_path / "a.docx")


def test_the_name_of_a_sheet_tells_the_year_of_its_table(tmp_path: Path) -> None:
    made = Workbook()
    for year, row in (("2023", THEN), ("2024", NOW)):
        sheet = made.create_sheet(f"Capaian {year}")
        sheet.append(HEAD)
        sheet.append(row)
    made.remove(made.worksheets[0])
    made.save(tmp_path / "a.xlsx")
    code, told = run("import", tmp_path / "a.xlsx", "--instansi", INSTANSI, "--tahun", TAHUN,
                     "--ya", "--data", tmp_path)  # fmt: skip
    assert code == 2 and "Capaian 2023!A1" in told and "Capaian 2024!A1" not in told
    _of_two_years(tmp_path, tmp_path / "a.xlsx")


def _of_two_years(base: Path, file: Path) -> None:
    then, now = read_proposal(file, INSTANSI, 2024).tables
    assert then.is_new and any("2023" in note for note in then.notes)
    assert now.kind.name == "capaian" and now.rows[0][-3:] == ("82", "77,9", "95")


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (("Target", "Realisasi (2021)", "Capaian (%)"), ['"Realisasi (2021)" bukan tentang']),
        (("Target", "Realisasi (s.d. TW II)", "Capaian (%)"), ['"Realisasi (s.d. TW II)" bukan']),
        (("Realisasi", "Realisasi", "Capaian (%)"), ['"Realisasi" tercetak dua kali']),
        (("Target (2022)", "Realisasi (2022)", "Capaian (%)"), []),
    ],
)
def test_why_a_table_is_not_that_of_this_year_is_said(
    heads: tuple[str, ...], told: list[str], tmp_path: Path
) -> None:
    rows = [("No", "Indikator Kinerja", "Satuan", *heads),
            ("1", "Perkara putus", "perkara", "100", "90", "90,00")]  # fmt: skip
    read = read_proposal(word(tmp_path, rows, "Tabel 3.1 Kinerja"), "pengadilan", 2022).tables[0]
    assert read.is_new == bool(told)
    assert all(any(part in note for note in read.notes) for part in told), read.notes


@pytest.mark.parametrize(("plain", "year"), [("Realisasi", "2024"), ("Realisasi 2024", "2024")])
def test_results_of_years_before_do_not_tell_the_year_of_the_report(
    plain: str, year: str, tmp_path: Path
) -> None:
    """Beside a heading without a year 2023 and 2022 are what was before; 2023 was taken."""
    made = Workbook()
    made.worksheets[0].append(
        ("No", "Indikator", "Target", plain, "Capaian (%)", "Realisasi 2023", "Realisasi 2022")
    )
    made.worksheets[0].append((1, "Kunjungan", "80", "72", "90,00", "70", "65"))
    made.worksheets[0].append((2, "Rujukan", "50", "60", "120,00", "55", "54"))
    made.create_sheet("Narasi").append([f"Kunjungan pada tahun {year} mencapai 72 dari target 80."])
    made.save(tmp_path / "a.xlsx")
    code, told = run("periksa", tmp_path / "a.xlsx", "-o", tmp_path / "hasil")
    assert code in (0, 1) and f"tahun {year}" in told, told


def test_results_of_two_years_before_are_told_with_how_they_come_into_the_trends(
    tmp_path: Path,
) -> None:
    made = Workbook()
    heads = (*HEAD, "Realisasi 2023", "Realisasi 2022")
    for row in (heads, (*NOW, "72", "70"), (2, "Rujukan", "%", 50, 60, 120, "55", "54")):
        made.worksheets[0].append(row)
    made.save(tmp_path / "a.xlsx")
    (table,) = read_proposal(tmp_path / "a.xlsx", INSTANSI, int(TAHUN)).tables
    told = [note for note in table.notes if "pernyataan" in note]
    assert len(told) == 1 and '"Realisasi 2022"' in told[0] and "2023" not in told[0]
