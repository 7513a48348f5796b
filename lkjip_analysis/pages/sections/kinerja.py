"""Achievement: targets, realisasi and capaian, printed beside computed."""

from __future__ import annotations

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.parts import present, summary, tracing
from lkjip_analysis.pages.parts.beside import NOTHING, beside
from lkjip_analysis.pages.parts.sentence import ACHIEVEMENT_PAGE
from lkjip_analysis.pages.sections.shared import Marks, Shown, answer, labels
from lkjip_analysis.report.report import Report


def performance_answer(report: Report, verification: Verification | None = None) -> Shown:
    """The year in sentences; with the verification what is open stands beside its figures."""
    seen = beside(verification) if verification else NOTHING
    told = (summary.performance(report, seen), summary.changes(report, seen),
            summary.means(report, seen))  # fmt: skip
    return answer(*told, here=ACHIEVEMENT_PAGE)


def kinerja_table(report: Report, marks: Marks | None = None) -> Shown:
    """Target, realisasi and capaian of each indicator, printed and computed."""
    frame = frames.kinerja(report)
    if frame.empty:
        return present.absent("Tabel capaian kinerja")
    return present.table(
        frame,
        f"Capaian kinerja {report.tahun} ({labels(frames.of_type(report, 'capaian'))})",
        {
            "target": ("Target", "angka"),
            "realisasi": ("Realisasi", "angka"),
            "capaian": ("Capaian tercetak (%)", "persen"),
            "capaian_dihitung": ("Capaian dihitung (%)", "persen"),
            "kategori_dihitung": ("Kategori menurut skala laporan", "teks"),
        },
        names=("singkat", "Indikator"),
        marks=marks,
        trail=present.Trail(report, tracing.kinerja(report, frame)),
        ident="kinerja",
    )


def kinerja_chart(report: Report) -> Shown:
    frame = frames.kinerja(report)
    if frame.empty or frame["capaian_dihitung"].isna().all():
        return present.absent("Capaian yang dapat dihitung")
    return present.chart(charts.capaian(frame, _source(report)), _data(report, frame), "capaian")


def _source(report: Report) -> str:
    return f"{labels(frames.of_type(report, 'capaian'))}, {report.dokumen}"


def _data(report: Report, frame: pd.DataFrame) -> present.Html:
    """What the charts of achievement show, as a table."""
    columns = {
        "target": ("Target", "angka"),
        "realisasi": ("Realisasi", "angka"),
        "capaian_lalu": ("Capaian tahun sebelumnya (%)", "persen"),
        "capaian_dihitung": ("Capaian (%)", "persen"),
    }
    known = {name: told for name, told in columns.items() if name in frame}
    names = ("singkat", "Indikator")
    trail = present.Trail(report, tracing.kinerja(report, frame))
    title = "Target, realisasi dan capaian"
    return present.table(frame, title, known, names, trail=trail, ident="data-capaian")


def years_chart(report: Report) -> Shown:
    """Capaian of last year and this year, as the report prints last year's."""
    frame = frames.kinerja(report)
    if not summary.changes(report):
        return present.absent("Capaian tahun sebelumnya")
    axes = charts.lereng(frame, report.tahun, _source(report))
    columns = {
        "capaian_lalu": (f"Capaian {report.tahun - 1} (%)", "persen"),
        "capaian_dihitung": (f"Capaian {report.tahun} (%)", "persen"),
    }
    names = ("singkat", "Indikator")
    trail = present.Trail(report, tracing.kinerja(report, frame))
    title = "Capaian dua tahun"
    data = present.table(frame, title, columns, names, trail=trail, ident="data-dua-tahun")
    return present.chart(axes, data, "capaian-dua-tahun")


def means_table(report: Report) -> Shown:
    """Mean capaian of each sasaran and of all, recomputed, with its class."""
    frame = frames.kinerja(report)
    if frame.empty:
        return present.absent("Tabel capaian kinerja")
    means = frames.rerata_sasaran(frame)
    if means.empty:
        return present.absent("Capaian yang dapat dihitung")
    shown = means.rename("rerata").to_frame()
    shown.loc["seluruhnya"] = float(means.mean())
    shown["kategori"] = [frames.kategori_capaian(report, value) for value in shown["rerata"]]
    shown.index.name = "sasaran"
    return present.table(
        shown,
        "Rata-rata capaian, dihitung ulang",
        {
            "rerata": ("Rata-rata capaian (%)", "persen"),
            "kategori": ("Kategori menurut skala laporan", "teks"),
        },
        trail=present.Trail(report, tracing.means(report, frame)),
        ident="rerata",
    )
