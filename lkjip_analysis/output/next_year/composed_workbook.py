"""A composed report as an Excel workbook: real numbers, draft sentences, how it was done."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.intake.excel_styles import at, font, head_cell, one_page_wide, saved, widths
from lkjip_analysis.language import worded
from lkjip_analysis.output.next_year.claimed_sentences import Kalimat
from lkjip_analysis.output.next_year.computed_report import Angka, Indikator, SasaranBaru, Susunan

Value = str | Angka
Head = Sequence[tuple[str, int]]

CAPAIAN: Head = (
    ("Sasaran", 9), ("Indikator", 40), ("Satuan", 12), ("Arah", 8), ("Rumus", 11), ("Target", 14),
    ("Realisasi", 14), ("Capaian (%)", 12), ("Kategori", 16), ("Realisasi tahun lalu", 14),
    ("Capaian tahun lalu (%)", 13), ("Selisih capaian (poin)", 12),
    ("Target akhir Renstra", 14), ("Capaian terhadap Renstra (%)", 14),
)  # fmt: skip
RERATA: Head = (("Sasaran", 60), ("Rata-rata capaian (%)", 14), ("Kategori", 18),
                ("Rata-rata tahun lalu (%)", 14))  # fmt: skip
ANGGARAN: Head = (("Sasaran", 10), ("Program", 56), ("Pagu (Rp)", 20), ("Realisasi (Rp)", 20),
                  ("Serapan (%)", 12), ("Sisa (Rp)", 20))  # fmt: skip
LINE = 15.0
"""The height of one line of text in points."""
RULES = (
    ("Asal angka", "Setiap angka di lembar lain dihitung dari isian {file}; tidak ada angka yang "
     "diketik dua kali."),
    ("Pembulatan", "Isian dicetak dengan desimal indikatornya. Angka turunan dihitung dari angka "
     "yang tercetak itu tanpa pembulatan antara, lalu dibulatkan sekali: setengah ke atas, dua "
     "desimal. Rata-rata dihitung dari capaian yang belum dibulatkan."),
    ("Capaian, arah naik", "R/T: realisasi / target x 100"),
    ("Capaian, arah turun", "(2T-R)/T: (2 x target - realisasi) / target x 100; atau T/R: target / "
     "realisasi x 100, menurut kolom Rumus"),
    ("Target 0", "Realisasi 0 dari target 0 bernilai {nol}; realisasi lain dari target 0 tidak "
     "dapat dihitung (n/a)."),
    ("Batas capaian", "{batas}"),
    ("Tanpa data", "Indikator tanpa data (n/a) tidak ikut dalam rata-rata."),
    ("Rata-rata sasaran", "jumlah capaian indikator sasaran itu / banyaknya"),
    ("Rata-rata seluruh sasaran", "jumlah rata-rata sasaran / banyaknya sasaran"),
    ("Rata-rata tahun lalu", "hanya bila indikatornya sama dengan tahun ini"),
    ("Serapan", "realisasi anggaran / pagu x 100"),
    ("Sisa", "pagu - realisasi anggaran"),
    ("Kategori", "kelas dari capaian sebagaimana tercetak (dua desimal), menurut skala di bawah"),
)  # fmt: skip


def workbook(susunan: Susunan, told: Sequence[Kalimat]) -> bytes:
    """The workbook as it is saved."""
    book = Workbook()
    book.remove(book.worksheets[0])
    every = [(goal, one) for goal in susunan.sasaran for one in goal.indikator]
    _sheet(book, "Capaian", CAPAIAN, [_indicator(goal, one) for goal, one in every])
    means = [(f"{g.nomor}. {g.nama}", g.rerata, g.kategori, g.rerata_lalu) for g in susunan.sasaran]
    overall = (worded("Rata-rata seluruh sasaran"), susunan.rerata, susunan.kategori, "")
    _sheet(book, "Rata-rata", RERATA, [*means, overall], total=True)
    if susunan.jumlah is not None:
        programmes = [
            (p.sasaran, p.nama, p.pagu, p.realisasi, p.serapan, _left(p.pagu, p.realisasi))
            for p in (*susunan.program, susunan.jumlah)
        ]
        _sheet(book, "Anggaran", ANGGARAN, programmes, total=True)
    sentences = [(k.where, k.text) for k in told]
    _sheet(book, "Kalimat", (("Bagian", 16), ("Kalimat", 110)), sentences)
    _sheet(book, "Rumus dan pembulatan", (("Hal", 30), ("Cara", 100)), _rules(susunan))
    return saved(book)


def _indicator(goal: SasaranBaru, one: Indikator) -> Sequence[Value]:
    change = Angka(_less(one.capaian, one.capaian_lalu))
    return (
        goal.nomor, one.nama, one.satuan, one.arah, one.rumus, one.target, one.realisasi,
        one.capaian, one.kategori, one.realisasi_lalu, one.capaian_lalu, change,
        one.target_renstra, one.capaian_renstra,
    )  # fmt: skip


def _less(one: Angka, other: Angka):  # type: ignore[no-untyped-def]
    return None if one.value is None or other.value is None else one.value - other.value


def _left(pagu: Angka, realisasi: Angka) -> Angka:
    return Angka(_less(pagu, realisasi), max(pagu.decimals, realisasi.decimals))


def _rules(susunan: Susunan) -> list[Sequence[Value]]:
    settings = susunan.isian.settings
    zero = settings["target_nol"]
    ends = {
        "paling tinggi": settings["capaian_maksimum"],
        "paling rendah": settings["capaian_minimum"],
    }
    bounds = [f"{worded(word)} {Angka(end).text}%" for word, end in ends.items() if end is not None]
    words = {
        "file": susunan.isian.file,
        "nol": f"{Angka(zero).text}%" if zero is not None else worded("n/a (tidak dinyatakan)"),
        "batas": ", ".join(bounds) or worded("tidak dibatasi"),
    }
    rows: list[Sequence[Value]] = [(worded(name), worded(text, **words)) for name, text in RULES]
    rows += [
        (f"{worded('Batas capaian')}: {one.nama}", _own_bounds(one))
        for goal in susunan.sasaran
        for one in goal.indikator
        if one.bounds
    ]
    rows += [(f"{worded('Kategori')} {band.nama}", band.told("%")) for band in susunan.pita]
    return rows + [
        (worded("Dibulatkan dari isian: {n}", n=n), text) for n, text in _rounded(susunan)
    ]


def _own_bounds(one: Indikator) -> str:
    """What holds for one indicator only."""
    words = {
        "maksimum": "paling tinggi {told}%",
        "minimum": "paling rendah {told}%",
        "presisi_target": "target {told}",
    }
    return ", ".join(
        worded(words[name], told=told.replace(".", ",")) for name, told in one.bounds.items()
    )


def _rounded(susunan: Susunan) -> list[tuple[str, str]]:
    """What was filled in with more decimals than are printed."""
    return [
        (
            f"{one.nama}, {worded(name.replace('_', ' '))}",
            worded("{exact!r} dicetak {text}", exact=float(figure.exact), text=figure.text),
        )
        for goal in susunan.sasaran
        for one in goal.indikator
        for name in ("realisasi", "realisasi_lalu", "capaian_lalu")
        if (figure := getattr(one, name)).exact is not None and figure.exact != figure.value
    ]


def _sheet(
    book: Workbook, name: str, head: Head, rows: Sequence[Sequence[Value]], total: bool = False
) -> None:
    sheet = book.create_sheet(worded(name))
    headings, wide = [worded(heading) for heading, _ in head], [width for _, width in head]
    widths(sheet, wide)
    for column, heading in enumerate(headings, 1):
        head_cell(at(sheet, 1, column), heading)
    for row, values in enumerate(rows, 2):
        for column, value in enumerate(values, 1):
            _put(sheet, row, column, value)
            if total and row == len(rows) + 1:
                sheet.cell(row, column).font = font(bold=True)
                sheet.cell(row, column).border = Border(top=Side(style="thin"))
    for row, values in enumerate([headings, *rows], 1):
        sheet.row_dimensions[row].height = LINE * _lines(values, wide)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    one_page_wide(sheet)


def _lines(values: Sequence[Value], widths: Sequence[int]) -> int:
    """How many lines the longest text of a row takes; LibreOffice does not find out itself."""
    texts = [
        (value, width)
        for value, width in zip(values, widths, strict=True)
        if isinstance(value, str)
    ]
    return max((len(wrap(text, max(width - 2, 5))) for text, width in texts), default=1) or 1


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    """A figure as a number with its decimals; a text as text, also where it begins with =."""
    cell = sheet.cell(row, column)
    if isinstance(value, Angka) and value.value is not None:
        cell.value = float(value.value)
        cell.number_format = "#,##0" + (f".{'0' * value.decimals}" if value.decimals else "")
        cell.alignment = Alignment(vertical="top")
        return
    cell.value = value.text if isinstance(value, Angka) else value
    cell.data_type = "s"
    side = "right" if isinstance(value, Angka) else None
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=side)
