"""The first sheet of the form: what it is for, how it is filled in, every column it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.intake.excel.template_sheets import choice_said
from lkjip_analysis.intake.excel_pages import one_page_wide, printable
from lkjip_analysis.intake.excel_rows import fit_row
from lkjip_analysis.intake.excel_styles import (
    at,
    head_cell,
    line_below,
    part_title,
    put_text,
    saved,
    title,
    widths,
    words_side,
)
from lkjip_analysis.language import worded
from lkjip_analysis.output.next_year.form import (
    SETTINGS,
    SETTINGS_SHEET,
    SHEETS,
    TITLE,
    Entry,
    example_book,
)
from lkjip_analysis.output.next_year.form_of_report import contents
from lkjip_analysis.report.report import Report

GUIDE = "Panduan"
WIDTHS = (14, 34, 9, 22, 44)
STEPS = (
    "Timpa contoh di lembar lain dengan data instansi Anda; hapus baris contoh yang tidak dipakai.",
    "Setiap angka diisi satu kali. Capaian, rata-rata, serapan dan kategori dihitung darinya.",
    "Angka ditulis sebagai bilangan, tanpa Rp, satuan atau titik pemisah ribuan.",
    "Angka yang belum ada dikosongkan, atau ditulis n/a; jangan diisi 0.",
    "Simpan, lalu jalankan: lkjip susun NAMA-BERKAS.xlsx",
)
FILLED = (
    "Sasaran, indikator, program dan angka tahun lalu diambil dari laporan {tahun}: periksa, lalu "
    "isi tanggal data, target, realisasi, dan anggaran."
)
"""The first step where the form was filled in from a report."""
CONTENT = {
    "teks": "teks", "kode": "huruf kecil, angka, - dan _", "angka": "bilangan",
    "rupiah": "bilangan (rupiah)", "tanggal": "tanggal, misalnya 2026-01-31", "pilihan": "pilihan",
}  # fmt: skip
HEADS = ("Lembar", "Kolom atau baris", "Wajib", "Isi", "Petunjuk")


def example(before: Report | None = None) -> bytes:
    """The form filled in with a made-up agency, behind its guide, as it is saved; or that of the
    year after a report, filled in with what the report tells."""
    book = example_book(*contents(before)) if before else example_book()
    guide(book.create_sheet(worded(GUIDE), 0), before)
    book.active = 0
    return saved(printable(book))


def guide(sheet: Worksheet, before: Report | None = None) -> None:
    """Write the guide on an empty sheet."""
    first = worded(FILLED, tahun=before.tahun) if before else worded(STEPS[0])
    widths(sheet, WIDTHS)
    title(
        sheet,
        worded(TITLE),
        worded("Satu isian, dan Word, Excel serta data laporan dihitung darinya."),
    )
    for row, step in enumerate((first, *map(worded, STEPS[1:])), 4):
        put_text(at(sheet, row, 1), f"{row - 3}.")
        sheet.cell(row, 1).alignment = Alignment(horizontal="right")
        put_text(at(sheet, row, 2), step)
    start = 4 + len(STEPS) + 1
    part_title(at(sheet, start, 1), worded("Yang diisi"))
    for column, text in enumerate(HEADS, 1):
        head_cell(at(sheet, start + 1, column), worded(text))
    for row, texts in enumerate(_asked(), start + 2):
        _line(sheet, row, texts)
    one_page_wide(sheet, landscape=False, head=start + 1)


def _line(sheet: Worksheet, row: int, texts: tuple[str, ...]) -> None:
    for column, text in enumerate(texts, 1):
        cell = at(sheet, row, column)
        put_text(cell, text)
        cell.alignment = words_side()
        cell.border = line_below()
    fit_row(sheet, row)


def _asked() -> Iterator[tuple[str, ...]]:
    """Every entry of the form, sheet by sheet."""
    for name, entries in {SETTINGS_SHEET: SETTINGS, **SHEETS}.items():
        yield from ((worded(name), *_told(entry)) for entry in entries)


def _told(entry: Entry) -> tuple[str, ...]:
    choices = " / ".join(map(choice_said, entry.choices))
    needed = "" if entry.blank else worded("ya")
    content = choices or worded(CONTENT[entry.content])
    return worded(entry.heading), needed, content, worded(entry.hint)
