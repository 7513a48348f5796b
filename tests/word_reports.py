"""Word reports made on the spot: one with the tables of Blora 2021, one of another layout, one that
pandoc writes. Their sentences are our own; only the figures are those of the report."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from folders import BLORA

Rows = Sequence[Sequence[str]]


def printed_rows(name: str, leave: Sequence[str] = ("kode",)) -> list[list[str]]:
    """The rows of a table of Blora 2021 as printed, without the keys that are no part of it."""
    with (BLORA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    kept = [i for i, column in enumerate(header) if column not in leave]
    return [[row[i] for i in kept] for row in rows]


def add_table(
    document: Any, heads: Rows, rows: Rows, merges: Sequence[tuple[int, ...]] = ()
) -> Any:
    """A table; `merges` are (row, column, row, column) over heads and rows together."""
    lines = [*heads, *rows]
    table = document.add_table(rows=len(lines), cols=len(lines[0]))
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    for top, left, bottom, right in merges:
        texts = [table.cell(i, j).text for i in range(top, bottom + 1)
                 for j in range(left, right + 1)]  # fmt: skip
        merged = table.cell(top, left).merge(table.cell(bottom, right))
        merged.text = " ".join(text for text in texts if text)
    return table


def repeat_heading(table: Any, rows: int) -> None:
    """Word repeats the first rows on every page."""
    for row in table.rows[:rows]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


ANGGARAN = [["SASARAN", "PROGRAM", "TARGET", "REALISASI", "%"], ["(1)", "(2)", "(3)", "(4)", "(5)"]]
CAPAIAN = [
    ["Sasaran strategis", "Indikator Kinerja", "", "Target", "Realisasi", "Capaian (%)",
     "Capaian Tahun Sebelumnya (%)", "Capaian terhadap Target Akhir Renstra (2021) (%)"],
    ["1", "2", "", "3", "4", "5 (4/3)", "6", "7 (4/target akhir renstra)"],
]  # fmt: skip
KOPERASI = [["NO", "NAMA KOPERASI", "ALAMAT", "2021", ""], ["", "", "", "NILAI", "PREDIKAT"]]
KOPERASI_MERGES = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4)]
RINGKASAN = [
    ["No.", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "CAPAIAN KINERJA", "KATEGORI CAPAIAN",
     "RATA-RATA CAPAIAN SASARAN"], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
]  # fmt: skip


def blora_report(path: Path) -> Path:
    """Chapters III and IV of 2021: nine tables, two of them over several pages."""
    document = Document()
    document.add_paragraph("DINAS PERDAGANGAN KOPERASI USAHA KECIL DAN MENENGAH KABUPATEN BLORA")
    document.add_heading("BAB II PERENCANAAN", 1)
    document.add_heading("B. Perjanjian Kinerja", 2)
    document.add_paragraph("Tabel 2.3 Program Pendukung Kinerja OPD")
    add_table(document, [["PROGRAM", "ANGGARAN", "KETERANGAN"]], printed_rows("program"))
    document.add_paragraph("Jumlah anggaran keseluruhan program itu Rp. 1.727.182.400,-.")
    document.add_heading("BAB III AKUNTABILITAS KINERJA", 1)
    document.add_heading("A. Capaian Kinerja", 2)
    document.add_paragraph("Tabel 3.1 Skala Pengukuran Kinerja")
    add_table(document, [["NO", "SKALA CAPAIAN KINERJA", "KATEGORI"]], printed_rows("skala"))
    _first_goal(document)
    _second_goal(document)
    _budget(document)
    _summary(document)
    document.save(str(path))
    return path


def _first_goal(document: Any) -> None:
    document.add_heading("I. Sasaran: Meningkatnya kualitas koperasi", 3)
    document.add_paragraph("Tabel 3.2 Pencapaian Kinerja Sasaran 1")
    add_table(document, CAPAIAN, printed_rows("capaian_1"), [(0, 1, 0, 2), (2, 0, 3, 0)])
    document.add_paragraph(
        "Persentase koperasi sehat ditargetkan 32%, realisasinya 43,30%, sehingga capaian koperasi "
        "sehat sebesar 135,31% dengan kategori sangat baik, mengalami kenaikan dibandingkan tahun "
        "2020 dengan capaian 117,31%."
    )
    document.add_paragraph("Tabel 3.3 Data Koperasi Sehat")
    rows = printed_rows("koperasi", ())
    for start, end in ((0, 40), (40, 80), (80, 110)):
        add_table(document, KOPERASI, rows[start:end], KOPERASI_MERGES)
    document.add_paragraph("Rata-rata capaian kinerja sasaran 1 pada tahun 2021 adalah 164,68.")


def _second_goal(document: Any) -> None:
    document.add_heading("II. Sasaran: Meningkatnya nilai ekspor", 3)
    document.add_paragraph("Tabel 3.5 Pencapaian Kinerja Sasaran 2")
    add_table(document, CAPAIAN, printed_rows("capaian_2"), [(0, 1, 0, 2), (2, 0, 3, 0)])
    document.add_paragraph(
        "Nilai ekspor ditargetkan sebesar US$ 2.942.679 dan realisasi nilai ekspor mencapai "
        "US$ 2.645.059."
    )
    document.add_paragraph("Tabel 3.6 Komoditi Ekspor")
    heads = ["No.", "Barang", "Nilai Ekspor (Rp. 000)", "Nilai Ekspor (US $)", "Kuantitas",
             "Negara Tujuan Ekspor"]  # fmt: skip
    add_table(document, [heads], printed_rows("ekspor"))


def _budget(document: Any) -> None:
    document.add_heading("B. Realisasi Anggaran", 2)
    document.add_paragraph("Tabel 3.8 Realisasi Anggaran Kinerja")
    rows = printed_rows("anggaran")
    total = ["JUMLAH", "", *rows[-1][2:]]
    add_table(document, ANGGARAN, rows[:6], [(2, 0, 5, 0)])
    add_table(document, ANGGARAN[:1], [*rows[6:-1], total], [(4, 0, 4, 1)])
    document.add_paragraph(
        "Penyerapan anggaran tahun 2021 sebesar 91,27% atau Rp.1.576.408.211,- dari pagu anggaran "
        "seluruhnya Rp.1.727.182.400,-."
    )


def _summary(document: Any) -> None:
    document.add_heading("BAB IV PENUTUP", 1)
    document.add_heading("A. Tinjauan Umum", 2)
    rows = [[*row[:5], f"{row[5]} ({row[6]})" if row[5] else ""] for row in
            printed_rows("ringkasan")]  # fmt: skip
    add_table(document, RINGKASAN, rows, [(2, 5, 3, 5), (4, 5, 5, 5)])
    document.add_paragraph(
        "Rata-rata capaian sasaran meningkatnya kualitas koperasi serta kemandirian usaha mikro "
        "kecil dan menengah sebesar 164,68%."
    )


LAYANAN = [
    ["No", "Indikator Kinerja", "Satuan", "Tahun 2023", "", ""],
    ["", "", "", "Target", "Realisasi", "% Capaian"],
    ["1", "2", "3", "4", "5", "6 = (5/4) x 100"],
]
LAYANAN_ROWS = [
    ["1", "Angka kematian bayi per 1.000 kelahiran", "kasus", "10", "8", "120,00"],
    ["2", "Cakupan imunisasi dasar", "%", "95", "90,25", "95,00"],
    ["3", "Puskesmas terakreditasi", "puskesmas", "20 puskesmas", "20 puskesmas", "100,00"],
]
BIAYA = [["No.", "Program/Kegiatan", "Pagu Anggaran (Rp)", "Realisasi (Rp)", "%"]]
BIAYA_ROWS = [
    ["1", "Program Pemenuhan Upaya Kesehatan", "4.000.000.000", "3.800.000.000", "95,00"],
    ["2", "Program Peningkatan SDM Kesehatan", "500.000.000", "400.000.000", "80,00"],
    ["3", "Program Sediaan Farmasi", "500.000.000", "450.000.000", "90,00"],
]
BIAYA_TOTAL = ["", "JUMLAH", "5.000.000.000", "4.650.000.000", "93,00"]
KLINIK = [["Nama Klinik", "Tempat Tidur", "Dokter"], ["Klinik Sehat", "12", "3"],
          ["Klinik Bunda", "8", "2"]]  # fmt: skip


def health_report(path: Path) -> Path:
    """A made-up agency of another layout: merged headings of two lines, a table that goes on
    without its heading, a table inside a cell, a table of no known type, headings as plain text."""
    document = Document()
    document.add_paragraph("DINAS KESEHATAN KABUPATEN CONTOH")
    document.add_paragraph("BAB III AKUNTABILITAS KINERJA")
    document.add_paragraph("A. Capaian Kinerja Organisasi")
    document.add_paragraph("Tabel 3.1. Target dan Realisasi Kinerja Sasaran")
    merges = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 5)]
    repeat_heading(add_table(document, LAYANAN, LAYANAN_ROWS, merges), 3)
    document.add_paragraph(
        "Angka kematian bayi ditargetkan 10 kasus dan realisasinya 8 kasus. Realisasi cakupan "
        "imunisasi dasar sebesar 90,52% dari target 95%."
    )
    document.add_paragraph("Tabel 3.2. Klinik swasta di tiap kecamatan")
    add_table(document, KLINIK[:1], KLINIK[1:])
    document.add_paragraph("B. Realisasi Anggaran")
    document.add_paragraph("Tabel 3.3. Pagu dan Realisasi Anggaran")
    add_table(document, BIAYA, BIAYA_ROWS[:2])
    document.add_paragraph("27")
    add_table(document, BIAYA_ROWS[2:], [BIAYA_TOTAL])
    document.add_paragraph("Rincian kasus tiap bulan:")
    outer = add_table(document, [["Catatan", "Isi"]], [["rincian", "lihat tabel ini"]])
    inner = outer.cell(1, 1).add_table(rows=2, cols=2)
    for i, line in enumerate((("Bulan", "Kasus"), ("Januari", "7"))):
        for j, text in enumerate(line):
            inner.cell(i, j).text = text
    document.save(str(path))
    return path


PANDOC = """\
# BAB III AKUNTABILITAS KINERJA

## A. Capaian Kinerja

Tabel 3.1 Capaian Kinerja Sasaran

| No | Sasaran Strategis | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|----|----|----|----|----|----|----|
| 1 | Terjaganya jalan kota | Jalan dalam kondisi mantap | % | 80,00 | 76,00 | 95,00 |
| 2 | | Aduan yang belum selesai | aduan | 50 | 40 | 120,00 |

Jalan dalam kondisi mantap mencapai realisasi 76,00% dari target 80,00% sesuai Peraturan Menteri
Nomor 53 Tahun 2014.

Tabel 3.2 Anggaran dan Realisasi

| Program | Pagu | Realisasi | Persentase |
|----|----|----|----|
| Program Penyelenggaraan Jalan | 900.000.000 | 810.000.000 | 90,00 |
| Program Penataan Bangunan | =100.000.000 | 50.000.000 | 50,00 |
| Jumlah | 1.000.000.000 | 860.000.000 | 86,00 |
"""


def pandoc_report(path: Path, pandoc: str) -> Path:
    """A report that pandoc writes from Markdown."""
    command = [pandoc, "--from", "markdown", "--to", "docx", "--output", str(path)]
    subprocess.run(command, input=PANDOC.encode(), check=True, timeout=120)
    return path
