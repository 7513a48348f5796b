"""Achievement: targets, realisasi and capaian, printed beside computed."""

from __future__ import annotations

from lkjip_analysis import charts, frames, present, summary
from lkjip_analysis.metrics import kategori
from lkjip_analysis.printed import number
from lkjip_analysis.report import Report
from lkjip_analysis.workbook.base import Marks, Shown, answer, labels


def performance_answer(report: Report) -> Shown:
    return answer(summary.performance(report), summary.means(report))


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
    )


def kinerja_chart(report: Report) -> Shown:
    frame = frames.kinerja(report)
    if frame.empty or frame["capaian_dihitung"].isna().all():
        return present.absent("Capaian yang dapat dihitung")
    source = f"{labels(frames.of_type(report, 'capaian'))}, {report.dokumen}"
    return present.chart(charts.capaian(frame, source))


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
    scale = report.scales.get("capaian")
    shown["kategori"] = [
        kategori(value, scale.pita) or "tanpa kategori" if scale else ""
        for value in shown["rerata"]
    ]
    shown.index.name = "sasaran"
    return present.table(
        shown,
        "Rata-rata capaian, dihitung ulang",
        {
            "rerata": ("Rata-rata capaian (%)", "persen"),
            "kategori": ("Kategori menurut skala laporan", "teks"),
        },
    )


def predicates_table(report: Report) -> Shown:
    """Health classes of cooperatives as printed and as their scores give."""
    frame = frames.predikat(report)
    if frame.empty:
        return present.absent("Tabel penilaian koperasi")
    scale = report.scales["koperasi"]
    caption = (
        f"{number(int(frame['tercetak'].sum()))} koperasi menurut predikat; pita: {scale.rujukan}"
    )
    return present.table(
        frame,
        caption,
        {
            "tercetak": ("Sebagaimana tercetak", "cacah"),
            "menurut_nilai": ("Menurut nilainya", "cacah"),
        },
    )
