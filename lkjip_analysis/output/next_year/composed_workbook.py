"""A composed report as an Excel workbook: real numbers, draft sentences, how it was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Border, Side

from lkjip_analysis.intake.excel_pages import finished, printable
from lkjip_analysis.intake.excel_styles import (
    HEAD,
    INDONESIAN,
    at,
    figure_side,
    font,
    head_cell,
    line_below,
    put_text,
    saved,
    title,
    words_side,
)
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import KEPT, at_most
from lkjip_analysis.output.next_year.claimed_sentences import Kalimat
from lkjip_analysis.output.next_year.computed_report import Angka, Indikator, SasaranBaru, Susunan

Value = str | Angka
Head = Sequence[tuple[str, int]]


@dataclass(frozen=True)
class Part:
    """One sheet: its name, its title, its columns with their widths, its rows."""

    name: str
    title: str
    head: Head
    rows: Sequence[Sequence[Value]]
    named: int = 1
    """How many columns say what a row is about; they stay in view."""
    total: bool = False
    """Is the last row one of totals?"""


CAPAIAN: Head = (
    ("Sasaran", 9), ("Indikator", 34), ("Satuan", 10), ("Arah", 7), ("Rumus", 9), ("Target", 10),
    ("Realisasi", 11), ("Capaian (%)", 10), ("Kategori", 14), ("Realisasi tahun lalu", 11),
    ("Capaian tahun lalu (%)", 11), ("Selisih capaian (poin)", 10),
    ("Target akhir Renstra", 10), ("Capaian terhadap Renstra (%)", 11),
)  # fmt: skip
RERATA: Head = (("Sasaran", 60), ("Rata-rata capaian (%)", 14), ("Kategori", 18),
                ("Rata-rata tahun lalu (%)", 14))  # fmt: skip
ANGGARAN: Head = (("Sasaran", 10), ("Program", 56), ("Pagu (Rp)", 20), ("Realisasi (Rp)", 20),
                  ("Serapan (%)", 12), ("Sisa (Rp)", 20))  # fmt: skip
KALIMAT: Head = (("Bagian", 20), ("Kalimat", 110))
CARA: Head = (("Hal", 30), ("Cara", 100))
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
    ("Rata-rata tahun lalu", "hanya bila indikatornya sama dengan tahun ini"),
    ("Serapan", "realisasi anggaran / pagu x 100"),
    ("Sisa", "pagu - realisasi anggaran"),
    ("Kategori", "kelas dari capaian sebagaimana tercetak (dua desimal), menurut skala di bawah"),
)  # fmt: skip
MEAN_PLACE = 1 + [name for name, _ in RULES].index("Rata-rata sasaran")
"""Behind that of the sasaran stands the mean of the year."""
OF_ALL = (
    ("Rata-rata seluruh sasaran", "jumlah rata-rata sasaran / banyaknya sasaran"),
    ("Rata-rata seluruh indikator", "jumlah capaian semua indikator / banyaknya"),
)
"""How the mean of the year is reckoned, as the form says."""


def workbook(susunan: Susunan, told: Sequence[Kalimat]) -> bytes:
    """The workbook as it is saved."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for part in _parts(susunan, told):
        _sheet(book, part, _source(susunan))
    return saved(printable(book, _name(susunan)))


def _of_all(susunan: Susunan) -> tuple[str, str]:
    """What the mean of the year is called, and how it is reckoned."""
    return OF_ALL[susunan.is_of_indicators]


def _name(susunan: Susunan) -> str:
    settings = susunan.isian.settings
    words = {"nama": settings["nama"], "tahun": settings["tahun"]}
    return worded("{nama}: laporan kinerja tahun {tahun}", **words)


def _source(susunan: Susunan) -> str:
    """What stands under the title of each sheet."""
    return worded("{name}, dihitung dari {file}", name=_name(susunan), file=susunan.isian.file)


def _parts(susunan: Susunan, told: Sequence[Kalimat]) -> Iterator[Part]:
    every = [(goal, one) for goal in susunan.sasaran for one in goal.indikator]
    achieved = [_indicator(goal, one) for goal, one in every]
    yield Part("Capaian", "Capaian kinerja tiap indikator", CAPAIAN, achieved, named=2)
    means = [(f"{g.nomor}. {g.nama}", g.rerata, g.kategori, g.rerata_lalu) for g in susunan.sasaran]
    overall = (worded(_of_all(susunan)[0]), susunan.rerata, susunan.kategori, "")
    yield Part("Rata-rata", "Rata-rata capaian tiap sasaran", RERATA, [*means, overall], total=True)
    if susunan.jumlah is not None:
        programmes = [
            (p.sasaran, p.nama, p.pagu, p.realisasi, p.serapan, _left(p.pagu, p.realisasi))
            for p in (*susunan.program, susunan.jumlah)
        ]
        heading = "Realisasi anggaran tiap program"
        yield Part("Anggaran", heading, ANGGARAN, programmes, named=2, total=True)
    sentences = [(k.where, k.text) for k in told]
    yield Part("Kalimat", "Kalimat untuk bab III", KALIMAT, sentences)
    name = "Rumus dan pembulatan"
    yield Part(name, name, CARA, _rules(susunan))


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
    rows.insert(MEAN_PLACE, tuple(map(worded, _of_all(susunan))))
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
            worded("{exact} dicetak {text}", exact=at_most(figure.exact, KEPT), text=figure.text),
        )
        for goal in susunan.sasaran
        for one in goal.indikator
        for name in ("realisasi", "realisasi_lalu", "capaian_lalu")
        if (figure := getattr(one, name)).exact is not None and figure.exact != figure.value
    ]


def _sheet(book: Workbook, part: Part, source: str) -> None:
    sheet = book.create_sheet(worded(part.name))
    title(sheet, worded(part.title), source)
    for column, (heading, _) in enumerate(part.head, 1):
        over_figures = any(isinstance(row[column - 1], Angka) for row in part.rows)
        head_cell(at(sheet, HEAD, column), worded(heading), over_figures)
    for row, values in enumerate(part.rows, HEAD + 1):
        for column, value in enumerate(values, 1):
            _put(at(sheet, row, column), value)
            if part.total and row == HEAD + len(part.rows):
                sheet.cell(row, column).font = font(bold=True)
                sheet.cell(row, column).border = Border(top=Side(style="thin"))
    finished(sheet, [width for _, width in part.head], frozen=part.named)


def _put(cell: Cell, value: Value) -> None:
    """A figure as a number with its decimals; a text as text, also where it begins with =."""
    cell.font, cell.border = font(), line_below()
    if not isinstance(value, Angka):
        put_text(cell, value)
        cell.alignment = words_side()
        return
    put_text(cell, value.text)
    cell.alignment = figure_side()
    if value.value is not None:
        cell.value = float(value.value)
        decimals = f".{'0' * value.decimals}" if value.decimals else ""
        cell.number_format = f"{INDONESIAN}#,##0{decimals}"
