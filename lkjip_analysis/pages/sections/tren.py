"""Figures over the years and against other documents: what changed, what breaks, what disagrees."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from lkjip_analysis.analysis import standing, trends
from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.checking import other_years
from lkjip_analysis.checking.judging import evidence
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.parts import present
from lkjip_analysis.pages.parts.tracing import Source, Trace, Traces
from lkjip_analysis.pages.sections.shared import Shown, answer
from lkjip_analysis.pages.sections.tahunan import ALONE
from lkjip_analysis.report.history import History
from lkjip_analysis.report.points import BUDGET
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.series import UKURAN


def trend_answer(past: History) -> Shown:
    """Which years are at hand, how many figures moved which way, and what cannot be compared."""
    tren = trends.long(past)
    if tren.empty:
        return answer("Belum ada angka yang dapat diikuti dari tahun ke tahun.")
    years = sorted(set(tren["tahun"]))
    read = f"Tersedia {number(len(tren))} angka dari tahun {', '.join(map(str, years))}."
    failed = [f"Tahun {told.partition(':')[0]} tidak dapat dibaca." for told in past.unread]
    return answer(read, _moved(trends.changes(tren)), _apart(tren), *failed)


def _moved(changes: pd.DataFrame) -> str:
    if changes.empty:
        return ALONE
    counted = changes["arah"].value_counts()
    words = ("membaik", "memburuk", "tetap", "naik", "turun")
    told = [f"{number(int(counted[word]))} {word}" for word in words if word in counted]
    broken = int(counted.get("tidak dibandingkan", 0))
    rest = f"; {broken} tidak dibandingkan karena garisnya terputus" if broken else ""
    return f"Dari {len(changes)} perubahan antar-tahun: {', '.join(told)}{rest}."


def _apart(tren: pd.DataFrame) -> str:
    groups = trends.conflicts(tren).groupby(trends.SAME).ngroups
    return f"{groups} hal disebut berbeda oleh sumber yang berbeda." if groups else ""


def capaian_chart(past: History, tahun: int) -> Shown:
    """Achievement of each indicator last year and this."""
    frame = standing.achievements(past, tahun)
    two = frame[frame["tahun"].isin((tahun - 1, tahun)) & frame["kode"].isin(past.indicators)]
    both = two.groupby("kode")["tahun"].nunique()
    if not (both == 2).any():
        return present.absent(f"Capaian {tahun - 1} dan {tahun} untuk indikator yang sama")
    return present.chart(charts.kemiringan(two, "; ".join(dict.fromkeys(two["sumber"]))))


def series_chart(past: History, kode: str, ukuran: str = "") -> Shown:
    """One series over the years; where the agency has none of that code, that is said."""
    tren = trends.long(past)
    told = tren[(tren["kode"] == kode) & ((tren["ukuran"] == ukuran) | (not ukuran))]
    if told.empty:
        names = {k: s.nama for k, s in past.series.items()}
        return present.absent(f"Deret {names.get(kode, kode)}")
    return present.chart(charts.deret(tren, kode, ukuran))


def indicator_charts(past: History) -> Shown:
    """Each indicator's realisasi that at least two years tell, one chart below the other."""
    tren = trends.long(past)
    kept = tren[tren["kode"].isin(past.indicators) & (tren["ukuran"] == "realisasi")]
    return _each(tren, [k for k in past.indicators if _years(kept, k) > 1], "realisasi")


def other_charts(past: History) -> Shown:
    """The series that are no indicators, those whose figures disagree or jump among them."""
    tren = trends.long(past)
    rest = tren[~tren["kode"].isin([*past.indicators, BUDGET]) & ~tren["ukuran"].isin(
        ("capaian", "rerata_capaian", "target"))]  # fmt: skip
    return _each(tren, [k for k in dict.fromkeys(rest["kode"]) if _years(rest, k) > 1], "")


def _years(tren: pd.DataFrame, kode: str) -> int:
    return int(tren[tren["kode"] == kode]["tahun"].nunique())


def _each(tren: pd.DataFrame, codes: list[str], ukuran: str) -> Shown:
    if not codes:
        return present.absent("Angka dari dua tahun atau lebih")
    years = tren[tren["kode"].isin(codes) & ((tren["ukuran"] == ukuran) | (not ukuran))]["tahun"]
    span = int(years.min()), int(years.max())
    return present.Pictures(
        tuple(present.chart(charts.deret(tren, kode, ukuran, rentang=span)) for kode in codes)
    )


def breaks_list(past: History) -> Shown:
    """Where a line is broken: in which year, what changed, and why."""
    names = past.series
    items = [
        f"{names[b.kode].singkat if b.kode in names else b.kode}"
        f"{f', {UKURAN[b.ukuran]}' if b.ukuran else ''}, mulai {b.tahun} ({b.berubah}): {b.sebab}."
        for b in past.breaks
    ]
    return present.listed(items, "Tidak ada garis yang dinyatakan terputus.")


def targets_chart(past: History) -> Shown:
    frame = standing.targets(past)
    if frame.empty:
        return present.absent("Tahun dengan target awal dan target perubahan")
    tren = trends.long(past)
    told = tren[tren["ukuran"].isin(("target_awal", "target_perubahan"))]
    return present.chart(charts.dua_target(frame, "; ".join(dict.fromkeys(told["sumber"]))))


def conflicts_list(past: History) -> Shown:
    """What documents say differently of one thing in one period, and jumps from one to the next."""
    found = trends.conflicts(trends.long(past))
    items = []
    for _, group in found.groupby(trends.SAME, sort=False):
        first = group.iloc[0]
        told = "; ".join(f"{r['tercetak']} ({r['sumber']})" for _, r in group.iterrows())
        when = first["periode"] or first["tahun"]
        items.append(f"{first['singkat']}, {UKURAN[first['ukuran']]}, {when}: {told}.")
    items += [
        finding.message
        for report in past.reports.values()
        for finding in other_years.found(report, past)
        if other_years.JUMP in finding.rules
    ]
    return present.listed(items, "Tidak ada sumber yang saling bertentangan untuk hal yang sama.")


def evidence_table(report: Report) -> Shown:
    """Each figure that a document beside the report holds too, with the document's rank."""
    found = [ones[0] for ones in evidence.compared(report).values()]
    if not found:
        return present.text(
            "Tidak ada dokumen bukti di samping laporan ini: angkanya hanya diuji antar-tabel, "
            "belum ke bukti."
        )
    rows = [
        {
            "sel": str(one.cell.address),
            "tercetak": one.cell.text,
            "bukti": one.proof.text,
            "putusan": "sesuai" if one.agrees else "bertentangan",
            "dokumen": one.named,
        }
        for one in found
    ]
    untested = sum(1 for _ in report.figures()) - len(found)
    frame = pd.DataFrame(rows)
    frame.attrs["sel"] = Kept({(i, "tercetak"): one.cell.address for i, one in enumerate(found)})
    return present.table(
        frame,
        f"Angka laporan dan buktinya; {number(untested)} angka lain {evidence.UNTESTED}",
        {
            "tercetak": ("Laporan", "cetak"),
            "bukti": ("Bukti", "cetak"),
            "putusan": ("Putusan", "teks"),
            "dokumen": ("Dokumen", "teks"),
        },
        names=("sel", "Sel"),
        trail=present.Trail(report, _proofs(report, found)),
    )


def _proofs(report: Report, found: Sequence[evidence.Compared]) -> Traces:
    """Where the figures of the documents stand."""
    folder = f"{report.instansi}/{report.tahun}/bukti"
    return {
        (i, "bukti"): Trace(
            f"Bukti {one.cell.address}", f"sebagaimana tercetak dalam {one.named}", one.proof.text,
            (one.cell.address,), "tercetak",
            (Source(one.evidence.dokumen, one.proof.text, f"peringkat {one.evidence.peringkat}",
                    f"{folder}/{one.proof.file}:{one.proof.line}:{one.proof.address.column}"),))
        for i, one in enumerate(found)
    }  # fmt: skip
