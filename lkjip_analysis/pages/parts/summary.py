"""The year in five sentences: what a busy reader needs first, every figure from the data.

A figure of a sentence knows the page and row where it is shown, so that the index can lead there.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.numbers.metrics import serapan
from lkjip_analysis.numbers.printed import number
from lkjip_analysis.pages.parts.rendering import VERIFICATION_PAGE, slug
from lkjip_analysis.report import statements
from lkjip_analysis.report.report import Report

ACHIEVEMENT_PAGE, BUDGET_PAGE = "01_kinerja.html", "04_anggaran.html"
NAMED = 6
"""So many indicators are named one by one in a sentence."""


@dataclass(frozen=True)
class Figure:
    """A figure in a sentence, and where it is shown; of a computed one also its column there."""

    text: str
    page: str
    anchor: str
    column: str = ""

    @property
    def trace(self) -> str:
        """What opens the way it was computed, on the page that shows it."""
        return f"hitung.{self.anchor}.{self.column}" if self.column else ""


Sentence = tuple[str | Figure, ...]


def text(sentence: Sentence) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in sentence)


def year(verification: Verification) -> list[str]:
    """At most six sentences in Bahasa Indonesia about achievement, budget and findings."""
    return [text(sentence) for sentence in sentences(verification)]


def sentences(verification: Verification) -> list[Sentence]:
    """The same sentences with the places of their figures."""
    report = verification.report
    told = [_stated_figures(report), performance(report), changes(report), means(report),
            budget(report), (*wrong(verification), " ", *watched(verification))]  # fmt: skip
    return [sentence for sentence in told if sentence]


def overall(report: Report) -> tuple[Figure, str]:
    """The mean of all sasaran, and its class on the printed scale."""
    mean = float(frames.rerata_sasaran(frames.kinerja(report)).mean())
    named = frames.kategori_capaian(report, mean)
    return _percent(mean, "rerata.seluruhnya", "rerata"), named


def _percent(value: float, anchor: str, column: str, page: str = ACHIEVEMENT_PAGE) -> Figure:
    return Figure(f"{number(float(value), 2)}%", page, anchor, column)


def _stated_figures(report: Report) -> Sentence:
    """Of a year whose report is not at hand: how much is known of it, and from whom."""
    tables = frames.of_type(report, statements.TYPE)
    rows = [(table, row) for table in tables for row in table.rows]
    if not rows:
        return ()
    sources = {statements.text_of(table, row, "sumber") for table, row in rows}
    lacking = "" if frames.of_type(report, "capaian") else " Laporan kinerja tahun ini tidak ada."
    return (f"Tahun ini memuat {len(rows)} angka dari {len(sources)} sumber lain.{lacking}",)


def performance(report: Report) -> Sentence:
    """How many indicators reached their target; each with its figures, or the best and the worst.

    Nothing where the report has no achievement table.
    """
    kinerja = frames.kinerja(report)
    if kinerja.empty:
        return ()
    known = kinerja.dropna(subset="capaian_dihitung").sort_values("capaian_dihitung", kind="stable")
    if known.empty:
        return (f"Tidak satu pun dari {len(kinerja)} indikator dapat dihitung capaiannya.",)
    lacking = len(kinerja) - len(known)
    without = f" ({number(lacking)} tidak dapat dihitung)" if lacking else ""
    reached = known[known["capaian_dihitung"] >= 100].index
    every = f"{number(len(reached))} dari {number(len(kinerja))}"
    opening = f"Menurut angka {report.layer}, {every} indikator mencapai targetnya"
    if len(known) > NAMED:
        last, first = known.index[-1], known.index[0]
        return (f"{opening}{without}; tertinggi ", *_reached(report, kinerja, last), ", terendah ",
                *_reached(report, kinerja, first), ".")  # fmt: skip
    told: list[str | Figure] = [f"{opening}{without}"]
    for start, codes in ((": ", reached), ("; tidak: ", known.index.difference(reached))):
        for kode in (kode for kode in kinerja.index if kode in codes):
            told += [start, *_reached(report, kinerja, kode)]
            start = ", "
    return (*told, ".")


def _reached(report: Report, kinerja: pd.DataFrame, kode: Any) -> Sentence:
    """One indicator: its capaian, and what was reached of what target, as printed."""
    row = kinerja.loc[kode]
    indicator = report.indicators.get(kode)
    reached, aimed = _units(indicator.satuan if indicator else "", row["target"])
    return (
        f"{row['singkat']} ", _capaian(kode, row), " (", *_otherwise(kinerja, kode),
        _printed(kinerja, kode, "realisasi"), f"{reached} dari target ",
        _printed(kinerja, kode, "target"), f"{aimed})",
    )  # fmt: skip


def _units(satuan: str, target: Any) -> tuple[str, str]:
    """What follows the realisasi, and what the target; a text may bring its own unit."""
    if satuan == "persen":
        return "%", "" if "%" in str(target) else "%"
    return "", f" {satuan}" if satuan and not isinstance(target, str) else ""


def _otherwise(kinerja: pd.DataFrame, kode: Any) -> Sentence:
    """The printed capaian where it is another one than the figures give."""
    row = kinerja.loc[kode]
    printed = pd.to_numeric(row.get("capaian"), errors="coerce")
    if pd.isna(printed) or round(printed, 2) == round(row["capaian_dihitung"], 2):
        return ()
    return "tercetak ", _printed(kinerja, kode, "capaian"), "%; "


def _capaian(kode: Any, row: pd.Series[Any]) -> Figure:
    return _percent(row["capaian_dihitung"], f"kinerja.{slug(str(kode))}", "capaian_dihitung")


def _printed(kinerja: pd.DataFrame, kode: Any, column: str) -> Figure:
    """A figure with the decimals it is printed with, and the cell that prints it."""
    where = kinerja.attrs["sel"][kode, column]
    return Figure(frames.shown(kinerja, kode, column), VERIFICATION_PAGE, where.anchor)


def changes(report: Report) -> Sentence:
    """Which indicators fell and rose against last year, as this report prints last year."""
    kinerja = frames.kinerja(report)
    if "capaian_lalu" not in kinerja:
        return ()
    last = pd.to_numeric(kinerja["capaian_lalu"], errors="coerce")  # some print "n/a" there
    both = kinerja.assign(capaian_lalu=last).dropna(subset=["capaian_dihitung", "capaian_lalu"])
    gap = both["capaian_dihitung"].round(2) - both["capaian_lalu"].round(2)
    fell, rose = list(gap[gap < 0].index), list(gap[gap > 0].index)
    if both.empty:
        return ()
    told: list[str | Figure] = [
        f"Dibanding {report.tahun - 1}, capaian {number(len(fell))} dari {number(len(both))} "
        f"indikator turun dan {number(len(rose))} naik"
    ]
    named = [("; turun: ", fell), ("; naik: ", rose)] if len(both) <= NAMED else []
    for start, codes in named:
        for kode in codes:
            row = both.loc[kode]
            before = _printed(kinerja, kode, "capaian_lalu")
            told += [f"{start}{row['singkat']} ", before, "% menjadi ", _capaian(kode, row)]
            start = ", "
    return (*told, ".")


def means(report: Report) -> Sentence:
    """Mean achievement of each sasaran and of all, with the class on the printed scale."""
    kinerja = frames.kinerja(report)
    if kinerja.empty:
        return ()
    each = frames.rerata_sasaran(kinerja)
    if each.empty:
        return ()
    figure_of_all, name = overall(report)
    told: list[str | Figure] = ["Rata-rata capaian yang dihitung ulang: "]
    if len(each) > 1:
        for key, value in each.items():
            figure = _percent(value, f"rerata.{slug(str(key))}", "rerata")
            told += [f"sasaran {key} ", figure, "; "]
        told.append("seluruhnya ")
    where = f" ({name} menurut {report.scales['capaian'].sumber})" if name else ""
    return (*told, figure_of_all, f"{where}.")


def budget(report: Report) -> Sentence:
    """Budget and spending, after the accepted corrections where these change them."""
    if frames.anggaran(report).empty:
        return ()
    layers = frames.anggaran_lapis(report).to_dict("index")
    printed, used = layers["tercetak"], layers["dipakai"]
    base: Sentence = (
        "Dari pagu ", _rupiah(used, "pagu", "dipakai"),
        " terserap ", _rupiah(used, "realisasi", "dipakai"), " atau ",
        _percent(used["serapan"], "lapis.dipakai", "serapan", BUDGET_PAGE),
        ", sisa ", _rupiah(used, "sisa", "dipakai"),
    )  # fmt: skip
    if printed["realisasi"] == used["realisasi"]:
        return (*base, ".")
    return (
        *base,
        f" (sesudah {len(report.corrections)} koreksi yang diterima). Sebagaimana tercetak, jumlah "
        "realisasi baris program ",
        _rupiah(printed, "realisasi", "tercetak"),
        f", {_gap(printed['realisasi'] - used['realisasi'])}.",
    )


def _gap(amount: float) -> str:
    return f"{'lebih' if amount > 0 else 'kurang'} Rp{number(abs(amount))}"


def _rupiah(amounts: Mapping[Hashable, Any], column: str, layer: str) -> Figure:
    return Figure(f"Rp{number(amounts[column])}", BUDGET_PAGE, f"lapis.{layer}", column)


def wrong(verification: Verification) -> Sentence:
    """How many figures are proven wrong, how many cannot be decided."""
    counted = verification.as_json()["summary"]
    assert isinstance(counted, dict)
    if verification.is_clean:
        return ("Tidak ada angka yang terbukti salah atau perlu diklarifikasi.",)
    told: list[str | Figure] = []
    for standing, before, after in (
        ("terbukti", "", " angka terbukti salah cetak"),
        ("ambigu", ", ", " hal perlu diklarifikasi"),
        ("klaim", ", ", " kalimat bertentangan dengan angkanya"),
        ("kaidah", ", ", " kategori atau penulisan tidak mengikuti aturan laporan sendiri"),
    ):
        count = counted[standing]
        if not count and standing != "terbukti":
            continue
        shown = number(count)
        figure = Figure(shown, VERIFICATION_PAGE, f"golongan-{standing}") if count else shown
        told += [before, figure, after]
    return (*told, ".")


def watched(verification: Verification) -> Sentence:
    """What was tested and what could not be."""
    told = verification.coverage.as_json()
    page = VERIFICATION_PAGE
    return (
        Figure(number(told["watched"]), page, "bagan-angka-teruji"),
        f" dari {number(told['figures'])} angka dapat diuji dengan angka lain; ",
        Figure(number(told["unwatched"]), page, "bagan-angka-teruji"),
        " belum.",
    )


def key_figures(verification: Verification) -> dict[str, str]:
    """What a list of many reports shows of this one, as text: achievement, budget, findings."""
    report = verification.report
    told = verification.as_json()["summary"]
    assert isinstance(told, dict)
    kinerja, anggaran = frames.kinerja(report), frames.anggaran(report.used())
    capaian = [] if kinerja.empty else list(frames.rerata_sasaran(kinerja))
    pagu = 0.0 if anggaran.empty else float(anggaran["pagu"].sum())
    spent = 0.0 if anggaran.empty else float(anggaran["realisasi"].sum())
    return {
        "capaian": f"{number(sum(capaian) / len(capaian), 2)}%" if capaian else "",
        "serapan": f"{number(serapan(spent, pagu), 2)}%" if pagu else "",
        **{name: number(told[name]) for name in ("terbukti", "ambigu", "klaim")},
    }
