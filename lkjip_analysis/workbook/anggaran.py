"""The budget in both layers, programme by programme."""

from __future__ import annotations

import pandas as pd

from lkjip_analysis import charts, frames, present, sentences, summary
from lkjip_analysis.report import Report
from lkjip_analysis.workbook.base import Marks, Shown, answer, labels


def budget_answer(report: Report) -> Shown:
    return answer(summary.budget(report) or "Laporan ini tidak memuat tabel realisasi anggaran.")


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
