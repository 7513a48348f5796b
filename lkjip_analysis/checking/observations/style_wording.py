"""What is said of a figure that is rounded or written in an unusual way."""

from __future__ import annotations

from dataclasses import replace

from lkjip_analysis.checking.findings.finding import NewPrint, Told
from lkjip_analysis.checking.findings.shown_figures import between
from lkjip_analysis.checking.findings.wording import place, quoted, wanted, written
from lkjip_analysis.checking.locating.rounding import Mode
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Cell

MODES: dict[Mode, str] = {
    "potong": "dipotong, tidak dibulatkan",
    "satu desimal": "dibulatkan ke satu desimal lalu ditambah nol",
    "digit terakhir": "menyimpang satu pada digit terakhir",
    "dua kali": "dibulatkan dua kali",
    "target dibulatkan": "cocok bila targetnya dibulatkan sebelum dicetak",
    "semua seragam": "menurut pembulatan yang sama pada semua angka terkait",
}


def rounding(report: Report, usual: NewPrint, given: Interval, mode: Mode, effect: str) -> Told:
    """`given`: what the relation gives; `usual`: what the usual rounding would print of it."""
    cell = usual.cell
    where = place(report, cell.address)
    if mode == "target dibulatkan":
        return Told(
            worded(
                "{quoted} tidak dapat dihitung ulang dari angka yang tercetak saja "
                "(hasil hitung {in_print}), tetapi cocok bila target dan realisasinya "
                "dibulatkan sebelum dicetak; ini bukan kesalahan.",
                quoted=quoted(cell),
                in_print=between(given, cell),
            ),
            where=where,
        )
    return Told(
        worded(
            "hasil hitung {in_print}; angka ini {modes} (pembulatan biasa: {expected}). {effect}",
            in_print=between(given, cell, more=3),
            modes=worded(MODES[mode]),
            expected=wanted(replace(usual, slip=None)),
            effect=effect,
        ),
        where=where,
        printed=written(cell),
        link=", ",
    )


def number_style(report: Report, cell: Cell, text: str) -> Told:
    return Told(
        worded(
            "{quoted} ditulis dengan pemisah ribuan dan desimal gaya lain; hanya "
            "dapat dibaca sebagai {text}.",
            quoted=quoted(cell),
            text=text,
        ),
        where=place(report, cell.address),
    )


def column_style(report: Report, cell: Cell, text: str, count: tuple[int, int] | None) -> Told:
    """A column in another style than declared: all of it, or so many of its figures."""
    table = report.tables[cell.address.table]
    many = worded("seluruhnya")
    if count:
        many = worded("{few} dari {all} angka", few=count[0], all=count[1])
    return Told(
        worded(
            "{label}, kolom {judul}: {many} ditulis dengan pemisah ribuan dan "
            "desimal gaya lain ({quoted} dibaca {text}); nilainya tidak berubah.",
            label=table.label,
            many=many,
            judul=cell.column.judul,
            quoted=quoted(cell),
            text=text,
        )
    )
