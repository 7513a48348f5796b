"""What a notebook shows of a report: each section one call, from data to a piece of the page.

A section whose table the agency does not have says so and is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from lkjip_analysis import charts, coverage, frames, present, sentences, summary
from lkjip_analysis.findings import Finding
from lkjip_analysis.metrics import kategori
from lkjip_analysis.printed import number
from lkjip_analysis.report import Report
from lkjip_analysis.tables import Address, Table
from lkjip_analysis.verify import Verification

Shown = present.Html | present.Picture


def labels(tables: list[Table]) -> str:
    """The labels of the tables a section draws from, for its source line."""
    return ", ".join(table.label for table in tables)


Marks = Mapping[Address, Sequence[Finding]]
"""The findings that point at each cell (`Verification.marks`)."""


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


def layers_table(report: Report) -> Shown:
    """The budget in both layers beside the printed total row."""
    if frames.anggaran(report).empty:
        return present.absent("Tabel realisasi anggaran")
    return present.table(
        frames.anggaran_lapis(report),
        "Jumlah anggaran menurut lapis (rupiah, persen)",
        {
            "pagu": ("Pagu (Rp)", "rupiah"),
            "realisasi": ("Realisasi (Rp)", "rupiah"),
            "serapan": ("Serapan (%)", "persen"),
            "sisa": ("Sisa (Rp)", "rupiah"),
        },
    )


def corrections_table(report: Report) -> Shown:
    """The corrections that turn the layer tercetak into dipakai, with their reasons."""
    if not report.corrections:
        return present.text("Belum ada koreksi yang diterima: kedua lapis sama.")
    frame = pd.DataFrame(
        [
            {
                "sel": sentences.place(report, c.address),
                "tercetak": c.printed,
                "dipakai": c.text,
                "alasan": c.reason,
            }
            for c in report.corrections
        ]
    ).set_index("sel")
    return present.table(
        frame,
        "Koreksi yang diterima (koreksi.csv)",
        {
            "tercetak": ("Tercetak", "teks"),
            "dipakai": ("Dipakai", "teks"),
            "alasan": ("Alasan", "teks"),
        },
    )


def programmes_table(report: Report, marks: Marks | None = None) -> Shown:
    frame = frames.anggaran(report)
    if frame.empty:
        return present.absent("Tabel realisasi anggaran")
    source = labels(frames.of_type(report, "anggaran"))
    return present.table(
        frame,
        f"Anggaran per program, lapis {report.layer} ({source})",
        {
            "pagu": ("Pagu (Rp)", "rupiah"),
            "realisasi": ("Realisasi (Rp)", "rupiah"),
            "sisa": ("Sisa (Rp)", "rupiah"),
            "serapan": ("Serapan tercetak (%)", "persen"),
            "serapan_dihitung": ("Serapan dihitung (%)", "persen"),
        },
        names=("program", "Program"),
        marks=marks,
    )


def programmes_chart(report: Report) -> Shown:
    frame = frames.anggaran(report)
    if frame.empty:
        return present.absent("Tabel realisasi anggaran")
    source = f"{labels(frames.of_type(report, 'anggaran'))}, lapis {report.layer}"
    return present.chart(charts.serapan(frame, source))


def efficiency_table(report: Report) -> Shown:
    kinerja = frames.kinerja(report)
    if frames.anggaran(report).empty or kinerja.empty or frames.rerata_sasaran(kinerja).empty:
        return present.absent("Tabel anggaran atau capaian")
    return present.table(
        frames.efisiensi(report),
        "Efisiensi menurut tiap definisi (%)",
        {"rumus": ("Rumus", "teks"), "nilai": ("Nilai", "persen"), "keterangan": ("Arti", "teks")},
    )


def coverage_chart(verification: Verification) -> Shown:
    source = f"{verification.report.dokumen}, {len(verification.rules)} hubungan"
    return present.chart(charts.penguji(dict(verification.coverage.watchers), source))


def coverage_table(verification: Verification) -> Shown:
    """How many figures of each printed table are watched, and how closely."""
    tables = coverage.by_table(verification)
    frame = pd.DataFrame(
        [{watch: table.counts[watch] for watch in coverage.WATCHES} for table in tables],
        index=pd.Index([table.label for table in tables], name="tabel"),
    )
    frame.insert(0, "angka", frame.sum(axis=1))
    headings: dict[str, str] = {
        "angka": "Angka",
        **{watch: watch.capitalize() for watch in coverage.WATCHES},
    }
    return present.table(
        frame,
        "Banyak angka menurut hubungan yang mengujinya",
        {name: (title, "cacah") for name, title in headings.items()},
    )


def advice(verification: Verification) -> Shown:
    """What a next report should print so that more of it can be tested."""
    enough = "Semua kolom diuji oleh paling sedikit dua hubungan."
    return present.listed(coverage.advice(verification), enough)


def answer(*sentences: str) -> Shown:
    """The paragraph that opens a page."""
    return present.text(" ".join(filter(None, sentences)))


def performance_answer(report: Report) -> Shown:
    return answer(summary.performance(report), summary.means(report))


def budget_answer(report: Report) -> Shown:
    return answer(summary.budget(report) or "Laporan ini tidak memuat tabel realisasi anggaran.")


def verification_answer(verification: Verification) -> Shown:
    return answer(summary.wrong(verification), summary.watched(verification))
