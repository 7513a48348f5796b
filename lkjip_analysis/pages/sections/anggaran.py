"""The budget in both layers, programme by programme."""

from __future__ import annotations

import pandas as pd

from lkjip_analysis.analysis import efficiency, frame_sources, frames, spending
from lkjip_analysis.analysis.tabel import Tabel
from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts import budget_traces, html_parts
from lkjip_analysis.pages.parts.budget_sentence import after_corrections, budget, other_total
from lkjip_analysis.pages.parts.caveats import NOTHING, beside
from lkjip_analysis.pages.parts.sentence import BUDGET_PAGE
from lkjip_analysis.pages.sections.shared import Marks, Shown, answer, same_or
from lkjip_analysis.report.report import Correction, Report, rewrite

AMOUNTS = ("pagu", "realisasi")

EFFICIENCY = {
    "sisa": "Sisa",
    "selisih": "Selisih",
    "E": "Efisiensi (E)",
    "NE": "Nilai efisiensi (NE)",
}
"""What a reader calls each definition of efficiency."""


def budget_answer(report: Report, verification: Verification | None = None) -> Shown:
    """The budget in one sentence; with the verification what is open stands beside it."""
    seen = beside(verification) if verification else NOTHING
    told = budget(report, seen) or worded("Laporan ini tidak memuat tabel realisasi anggaran.")
    return answer(told, here=BUDGET_PAGE)


def totals_answer(report: Report) -> Shown:
    """Whether the programmes add up to what the total row prints, after accepted corrections."""
    if spending.anggaran(report).empty:
        return html_parts.absent(worded("Tabel anggaran"))
    sums = spending.anggaran_lapis(report).to_dict("index")["dipakai"]
    whole = frames.of_type(report, "anggaran")[0]
    if not any(spending.total_cell(whole, column) for column in AMOUNTS):
        return html_parts.absent(worded("Baris jumlah"))
    odd = [
        worded(
            "{column} baris jumlah {printed}, jumlah programnya Rp{sum}",
            column=worded(column),
            printed=other.text,
            sum=number(sums[column]),
        )
        for column in AMOUNTS
        if (other := other_total(report, sums, column))
    ]
    return same_or(odd, after_corrections(report, whole))


def printed_total(budget: Tabel) -> Tabel:
    """The row that prints the sum of the whole budget; subtotals are none, nor is one of several
    totals that each sum up some."""
    total = budget.total
    return total if len(total) < 2 else total.loc[total.index == spending.WHOLE]


def corrections_table(report: Report) -> Shown:
    """The corrections that turn the layer tercetak of the budget into dipakai, with their reasons;
    those of other tables stand in the appendix.
    """
    own = {table.name for table in frames.of_type(report, "anggaran")}
    corrections = [c for c in report.corrections if c.address.table in own]
    if not corrections:
        return html_parts.text(
            worded("Tidak ada koreksi yang diterima: semua angka sebagaimana tercetak.")
        )
    frame = pd.DataFrame([_correction_row(report, one) for one in corrections])
    cells = enumerate(corrections)
    frame.attrs["sel"] = frame_sources.Kept({(place, "tercetak"): c.address for place, c in cells})
    return html_parts.table(
        frame,
        worded("Koreksi yang diterima"),
        {
            "tercetak": (worded("Tercetak"), "cetak"),
            "dipakai": (worded("Sesudah koreksi"), "cetak"),
            "selisih": (worded("Selisih"), "cetak"),
            "alasan": (worded("Alasan"), "teks"),
            "diterima": (worded("Diterima oleh"), "teks"),
        },
        names=("sel", worded("Sel")),
        trail=html_parts.Trail(
            report,
            budget_traces.corrections(corrections, list(frame["sel"]), list(frame["selisih"])),
        ),
        ident="koreksi",
    )


def _correction_row(report: Report, correction: Correction) -> dict[str, str]:
    return {
        "sel": wording.place(report, correction.address),
        "tercetak": correction.printed,
        "dipakai": correction.text,
        "selisih": _moved(report, correction),
        "alasan": correction.reason,
        "diterima": wording.by_whom(correction.accepted),
    }


def _moved(report: Report, correction: Correction) -> str:
    """By how much a correction moves its figure; a dash where it is none."""
    cell = report.cell(correction.address)
    if not cell.is_figure:
        return "-"
    return number(float(rewrite(cell, correction.text).point - cell.point))


def efficiency_table(report: Report, marks: Marks | None = None) -> Shown:
    kinerja = frames.kinerja(report)
    if spending.anggaran(report).empty or kinerja.empty or frames.rerata_sasaran(kinerja).empty:
        return html_parts.absent(worded("Tabel anggaran atau capaian"))
    frame = efficiency.efisiensi(report)
    return html_parts.table(
        frame.assign(nama=[worded(EFFICIENCY.get(str(key), str(key))) for key in frame.index]),
        worded("Efisiensi menurut tiap definisi (%)"),
        {
            "rumus": (worded("Rumus"), "teks"),
            "nilai": (worded("Nilai"), "persen"),
            "keterangan": (worded("Arti"), "teks"),
        },
        names=("nama", worded("Definisi")),
        marks=marks,
        trail=html_parts.Trail(report, budget_traces.traced_efficiency(report, frame)),
    )
