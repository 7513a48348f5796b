"""Headings that begin with their year are no figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from proposals import word

from lkjip_analysis.intake.usul.proposing import read_proposal

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


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (("Target", "Realisasi (2021)", "Capaian (%)"), ['"Realisasi (2021)" bukan tentang']),
        (("Target", "Realisasi (s.d. TW II)", "Capaian (%)"), ['"Realisasi (s.d. TW II)" bukan']),
        (("Realisasi", "Realisasi", "Capaian (%)"), ['"Realisasi" tercetak dua kali']),
        (("Target (2022)", "Realisasi (2022)", "Capaian (%)"), []),
    ],
)  # fmt: skip
def test_why_a_table_is_not_that_of_this_year_is_said(
    heads: tuple[str, ...], told: list[str], tmp_path: Path
) -> None:
    rows = [("No", "Indikator Kinerja", "Satuan", *heads),
            ("1", "Perkara putus", "perkara", "100", "90", "90,00")]  # fmt: skip
    read = read_proposal(word(tmp_path, rows, "Tabel 3.1 Kinerja"), "pengadilan", 2022).tables[0]
    assert read.is_new == bool(told)
    assert all(any(part in note for note in read.notes) for part in told), read.notes
