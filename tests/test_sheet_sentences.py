"""What a sheet prints below its table: sentences, held against it, and the scale of its classes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.proposal.listed_scale import bands_of_note
from lkjip_analysis.output.examined.examining import examine
from lkjip_analysis.output.examined.telling.outcome import Examined

# 171 + 130 + 97 = 398 million of 186 + 132 + 118 = 436.
TAXES = (
    ("REALISASI PBB MENURUT DESA TAHUN 2024 (Rp)",),
    (),
    ("No", "Desa", "Target", "Realisasi", "%"),
    (1, "Sumberagung", 186_450_000, 171_234_500, 91.84),
    (2, "Kalirejo", 132_780_000, 130_115_250, 97.99),
    (3, "Margomulyo", 118_325_000, 97_412_750, 82.33),
    (None, "Jumlah", 437_555_000, 398_762_500, 91.13),
)
SAID = "Realisasi PBB-P2 Kecamatan Sumberagung tahun 2024 sebesar Rp{} dari target Rp437.555.000."
# 88,12 / 86,5 = 101,87; 6 / 7 = 85,71; 75,4 / 72 = 104,72.
GRADES = (
    ("CAPAIAN INDIKATOR KINERJA UTAMA TAHUN 2024",),
    (),
    ("No", "Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)", "Predikat"),
    (1, "Indeks Kepuasan Masyarakat", "Indeks", 86.5, 88.12, 101.87, "Sangat Tinggi"),
    (2, "Desa dengan APBDes tepat waktu", "desa", 7, 6, 85.71, "{}"),
    (3, "Nilai AKIP kecamatan", "Nilai", 72, 75.4, 104.72, "Sangat Tinggi"),
)
SCALE = "Keterangan: Sangat Tinggi >= 91; Tinggi 76 - 90,99; Sedang 66 - 75,99; Rendah < 66"


def examined(folder: Path, rows: Sequence[Sequence[object]], below: Sequence[str]) -> Examined:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Tabel"
    for row in (*rows, *([line] for line in below)):
        sheet.append(list(row))
    for row in sheet.iter_rows(min_row=4):
        for cell in row:
            if isinstance(cell.value, float):
                cell.number_format = "0.00"
            elif isinstance(cell.value, int) and cell.value > 1000:
                cell.number_format = "#,##0"
    book.save(folder / "kecamatan.xlsx")
    return examine(folder / "kecamatan.xlsx", folder / "hasil", "kecamatan-sumberagung", 2024)


@pytest.mark.parametrize("blank", [(), ("",)])
def test_a_sentence_below_a_table_is_held_against_it(tmp_path: Path, blank: tuple[str]) -> None:
    right = examined(tmp_path, TAXES, (*blank, SAID.format("398.762.500")))
    assert right.verification.findings == ()
    wrong = examined(tmp_path, TAXES, (*blank, SAID.format("399.462.500")))
    (finding,) = wrong.verification.findings
    assert "Rp399.462.500" in finding.message and "398.762.500" in finding.message
    row = 8 + len(blank)
    assert {place.at for places in wrong.places.values() for place in places} >= {f"Tabel!A{row}"}


def test_what_a_sentence_of_a_sheet_says_of_nothing_read_is_named(tmp_path: Path) -> None:
    seen = examined(tmp_path, TAXES, ("", "Tunggakan tahun lalu tercatat sebesar Rp12.345.678."))
    assert any("Rp12.345.678" in remark for remark in seen.remarks)
    assert seen.untested == 1


# 85,71 is Tinggi.
@pytest.mark.parametrize(("grade", "found"), [("Tinggi", 0), ("Sangat Tinggi", 1)])
def test_a_scale_below_a_table_is_read(grade: str, found: int, tmp_path: Path) -> None:
    rows = [[str(text).format(grade) if text == "{}" else text for text in row] for row in GRADES]
    seen = examined(tmp_path, rows, ("", SCALE))
    assert len(seen.verification.findings) == found
    assert not [remark for remark in seen.remarks if "skala" in remark]
    assert seen.untested == 0


@pytest.mark.parametrize(("line", "edges"), [
    (SCALE, ["91", "76 90.99", "66 75.99", "66"]),
    ("Skala: > 100 = Sangat Baik, 80 - 100 = Baik, 60 - 79,99 = Cukup, < 60 = Kurang.",
     ["100", "80 100", "60 79.99", "60"]),
    ("Keterangan : Sangat Tinggi (≥ 91%); Tinggi (76 s.d. 90,99%); Rendah (< 76%)",
     ["91", "76 90.99", "76"]),
    ("Kategori: Sangat Baik: 91 ke atas; Baik: 76 - 90; Kurang: 75 ke bawah",
     ["91", "76 90", "75"]),
    # Ages, and amounts, are no classes.
    ("Keterangan: Anak 0 - 12; Remaja 13 - 18; Dewasa > 18", []),
    ("Realisasi Rp5.000; Baik 90; lain 3", []),
])  # fmt: skip
def test_the_classes_of_one_line(line: str, edges: list[str]) -> None:
    bands = bands_of_note(Paragraph(line, "Tabel", 9))
    told = [(b.dari, b.lebih_dari, b.sampai, b.kurang_dari) for b in bands]
    assert [" ".join(filter(None, each)) for each in told] == edges
