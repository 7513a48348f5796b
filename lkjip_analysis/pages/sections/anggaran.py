"""The budget in both layers, programme by programme."""

from __future__ import annotations

import pandas as pd

from lkjip_analysis.analysis import efficiency, frame_sources, frames, spending
from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.parts import agency_fields, budget_traces, present
from lkjip_analysis.pages.parts.beside import NOTHING, beside
from lkjip_analysis.pages.parts.budget_sentence import budget
from lkjip_analysis.pages.parts.sentence import BUDGET_PAGE
from lkjip_analysis.pages.sections.shared import Marks, Shown, answer, labels
from lkjip_analysis.report.report import LAYER_WORDS, Report


def budget_answer(report: Report, verification: Verification | None = None) -> Shown:
    """The budget in one sentence; with the verification what is open stands beside it."""
    seen = beside(verification) if verification else NOTHING
    told = budget(report, seen) or "Laporan ini tidak memuat tabel realisasi anggaran."
    return answer(told, here=BUDGET_PAGE)


def layers_table(report: Report) -> Shown:
    """The budget in both layers beside the printed total row."""
    if spending.anggaran(report).empty:
        return present.absent("Tabel realisasi anggaran")
    frame = spending.anggaran_lapis(report)
    return present.table(
        frame,
        "Jumlah anggaran sebelum dan sesudah koreksi (rupiah, persen)",
        {
            "pagu": ("Pagu (Rp)", "rupiah"),
            "realisasi": ("Realisasi (Rp)", "rupiah"),
            "serapan": ("Serapan (%)", "persen"),
            "sisa": ("Sisa (Rp)", "rupiah"),
        },
        trail=present.Trail(report, budget_traces.layers(report, frame)),
        ident="lapis",
    )


def corrections_table(report: Report) -> Shown:
    """The corrections that turn the layer tercetak into dipakai, with their reasons."""
    if not report.corrections:
        return present.text(
            "Belum ada koreksi yang diterima; angka sebelum dan sesudah koreksi sama."
        )
    named = any(str(c.accepted) for c in report.corrections)
    frame = pd.DataFrame(
        [
            {
                "sel": wording.place(report, c.address),
                "tercetak": c.printed,
                "dipakai": c.text,
                "alasan": c.reason,
                **({"diterima": str(c.accepted)} if named else {}),
            }
            for c in report.corrections
        ]
    )
    cells = enumerate(report.corrections)
    frame.attrs["sel"] = frame_sources.Kept({(place, "tercetak"): c.address for place, c in cells})
    return present.table(
        frame,
        "Koreksi yang diterima",
        {
            "tercetak": ("Tercetak", "cetak"),
            "dipakai": ("Sesudah koreksi", "cetak"),
            "alasan": ("Alasan", "teks"),
            **({"diterima": ("Diterima oleh", "teks")} if named else {}),
        },
        names=("sel", "Sel"),
        trail=present.Trail(report, budget_traces.corrections(report, list(frame["sel"]))),
        ident="koreksi",
    )


def programmes_table(
    report: Report, marks: Marks | None = None, printed: Report | None = None
) -> Shown:
    """The programmes in the layer of `report`; `printed` is the printed layer of the same."""
    frame = spending.anggaran(report)
    if frame.empty:
        return present.absent("Tabel realisasi anggaran")
    source = labels(frames.of_type(report, "anggaran"))
    return present.table(
        frame,
        f"Anggaran per program, {LAYER_WORDS[report.layer]} ({source})",
        {
            "pagu": ("Pagu (Rp)", "rupiah"),
            "realisasi": ("Realisasi (Rp)", "rupiah"),
            "sisa": ("Sisa (Rp)", "rupiah"),
            "serapan": ("Serapan tercetak (%)", "persen"),
            "serapan_dihitung": ("Serapan dihitung (%)", "persen"),
        },
        names=("program", "Program"),
        marks=marks,
        trail=present.Trail(printed or report, budget_traces.anggaran(report, frame)),
        ident="program",
    )


def programmes_chart(report: Report) -> Shown:
    frame = spending.anggaran(report)
    if frame.empty:
        return present.absent("Tabel realisasi anggaran")
    source = f"{labels(frames.of_type(report, 'anggaran'))}, {LAYER_WORDS[report.layer]}"
    if frame["serapan_dihitung"].isna().all():
        return present.absent("Serapan yang dapat dihitung")
    columns = {
        "pagu": ("Pagu (Rp)", "rupiah"),
        "realisasi": ("Realisasi (Rp)", "rupiah"),
        "serapan_dihitung": ("Serapan (%)", "persen"),
    }
    names = ("program", "Program")
    trail = present.Trail(report, budget_traces.anggaran(report, frame))
    title = "Serapan tiap program"
    data = present.table(frame, title, columns, names, trail=trail, ident="data-serapan")
    return present.chart(charts.serapan(frame, source), data, "serapan")


def quadrants_chart(report: Report) -> Shown:
    """Mean capaian of each sasaran against what was spent on it."""
    frame = agency_fields.kuadran(report)
    if frame.empty:
        return present.absent("Anggaran dan capaian tiap sasaran")
    kinds = ("anggaran", "capaian")
    source = labels([t for kind in kinds for t in frames.of_type(report, kind)])
    columns = {"capaian": ("Rata-rata capaian (%)", "persen"), "serapan": ("Serapan (%)", "persen")}
    trail = present.Trail(report, budget_traces.quadrants(report, frame))
    title = "Capaian dan serapan tiap sasaran"
    data = present.table(frame, title, columns, trail=trail, ident="data-kuadran")
    axes = charts.kuadran(frame, f"{source}, {LAYER_WORDS[report.layer]}")
    return present.chart(axes, data, "capaian-dan-serapan")


def efficiency_table(report: Report) -> Shown:
    kinerja = frames.kinerja(report)
    if spending.anggaran(report).empty or kinerja.empty or frames.rerata_sasaran(kinerja).empty:
        return present.absent("Tabel anggaran atau capaian")
    frame = efficiency.efisiensi(report)
    return present.table(
        frame,
        "Efisiensi menurut tiap definisi (%)",
        {"rumus": ("Rumus", "teks"), "nilai": ("Nilai", "persen"), "keterangan": ("Arti", "teks")},
        trail=present.Trail(report, budget_traces.traced_efficiency(report, frame)),
    )
