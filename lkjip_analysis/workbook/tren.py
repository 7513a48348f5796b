"""Figures over the years and against other documents: what changed, what breaks, what disagrees."""

from __future__ import annotations

import pandas as pd

from lkjip_analysis import charts, crossing, trends
from lkjip_analysis.history import History
from lkjip_analysis.judging import evidence
from lkjip_analysis.printed import number
from lkjip_analysis.reading.series import UKURAN
from lkjip_analysis.report import Report
from lkjip_analysis.showing import present
from lkjip_analysis.workbook.base import Shown, answer
from lkjip_analysis.years import standing
from lkjip_analysis.years.points import BUDGET

A_PICTURE = 3
"""So many series in one picture: as much as a printed page takes."""

ALONE = "Baru satu tahun yang memuat angka ini, sehingga belum ada yang dibandingkan."


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


def capaian_table(past: History, tahun: int) -> Shown:
    """Achievement over the years with its class under each year's own scale and under one."""
    frame = standing.achievements(past, tahun)
    if frame.empty:
        return present.absent("Capaian dari tahun ke tahun")
    scale = past.scale(tahun)
    one = f"Kategori menurut skala {tahun}" if scale else "Kategori"
    return present.table(
        _traced(frame, tahun),
        "Capaian dari tahun ke tahun (persen)",
        {
            "tahun": ("Tahun", "teks"),
            "nilai": ("Capaian (%)", "persen"),
            "kategori": ("Kategori menurut skala tahunnya", "teks"),
            "kategori_satu": (one, "teks"),
            "asal": ("Asal", "teks"),
        },
        names=("singkat", "Indikator"),
    )


def _traced(frame: pd.DataFrame, tahun: int) -> pd.DataFrame:
    """The frame with links for the cells of this year's own report only."""
    told = frame.attrs.get("sel", {})
    own = {key: where for key, (year, where) in told.items() if year == tahun}
    traced = frame.copy()
    traced.attrs = {"sel": own}
    return traced


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
    parts = [codes[i : i + A_PICTURE] for i in range(0, len(codes), A_PICTURE)]
    drawn = (present.chart(charts.bertumpuk(tren, part, ukuran)) for part in parts)
    return present.Pictures(tuple(drawn))


def changes_table(past: History) -> Shown:
    """Change in units or points and in percent, its direction, or why there is none."""
    frame = trends.changes(trends.long(past))
    if frame.empty:
        return present.text(ALONE)
    shown = frame.assign(
        hal=[
            f"{a}, {UKURAN.get(b, b)}"
            for a, b in zip(frame["singkat"], frame["ukuran"], strict=True)
        ],
        tahun=[f"{a}-{b}" for a, b in zip(frame["dari"], frame["ke"], strict=True)],
        satuan=["poin" if unit == "persen" else unit for unit in frame["satuan"]],
    )
    return present.table(
        shown,
        "Perubahan dari satu tahun ke tahun berikutnya yang tersedia; tahun tanpa angka dilewati",
        {
            "tahun": ("Tahun", "teks"),
            "sebelum": ("Sebelum", "angka"),
            "sekarang": ("Sekarang", "angka"),
            "perubahan": ("Perubahan", "angka"),
            "satuan": ("Satuan perubahan", "teks"),
            "persen": ("Perubahan (%)", "persen"),
            "persen_setahun": ("Majemuk setahun (%)", "persen"),
            "arah": ("Arah", "teks"),
        },
        names=("hal", "Hal"),
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


def targets_table(past: History) -> Shown:
    """Years with two targets: capaian against the first and the revised one."""
    frame = standing.targets(past)
    if frame.empty:
        return present.absent("Tahun dengan target awal dan target perubahan")
    return present.table(
        frame,
        "Dua target dalam satu tahun (rupiah atau satuan deretnya, persen)",
        {
            "target_awal": ("Target awal", "angka"),
            "target_perubahan": ("Target perubahan", "angka"),
            "realisasi": ("Realisasi", "angka"),
            "capaian_awal": ("Capaian atas target awal (%)", "persen"),
            "capaian_perubahan": ("Capaian atas target perubahan (%)", "persen"),
        },
        names=("deret", "Deret dan tahun"),
    )


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
        for finding in crossing.found(report, past)
        if finding.id.startswith("lonjakan.")
    ]
    return present.listed(items, "Tidak ada sumber yang saling bertentangan untuk hal yang sama.")


def renstra_table(past: History, tahun: int) -> Shown:
    """How far each indicator is from the final target of the Renstra, and the pace needed."""
    frame = standing.renstra(past, tahun)
    if frame.empty:
        return present.absent("Target akhir Renstra")
    return present.table(
        frame,
        f"Jarak ke target akhir Renstra, dari realisasi {tahun}",
        {
            "realisasi": ("Realisasi", "angka"),
            "target_akhir": ("Target akhir", "angka"),
            "jarak": ("Jarak", "angka"),
            "laju_setahun": ("Perlu setahun", "angka"),
            "persen_setahun": ("Perlu setahun (%)", "persen"),
            "keterangan": ("Keterangan", "teks"),
            "asal": ("Asal target akhir", "teks"),
        },
        names=("indikator", "Indikator"),
    )


def quarters_table(past: History) -> Shown:
    """Realisasi of each quarter alone and since the year began."""
    frame = standing.quarters(past)
    if frame.empty:
        return present.absent("Angka triwulan")
    return present.table(
        frame,
        "Realisasi tiap triwulan",
        {
            "tahun": ("Tahun", "teks"),
            "periode": ("Triwulan", "teks"),
            "sendiri": ("Triwulan itu", "angka"),
            "sampai": ("Sejak awal tahun", "angka"),
            "satuan": ("Satuan", "teks"),
        },
        names=("singkat", "Indikator"),
    )


def evidence_table(report: Report) -> Shown:
    """Each figure that a document beside the report holds too, with the document's rank."""
    found = [ones[0] for ones in evidence.compared(report).values()]
    if not found:
        return present.text(
            f"Tidak ada dokumen bukti di samping laporan ini: semua angkanya {evidence.UNTESTED}."
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
    return present.table(
        pd.DataFrame(rows),
        f"Angka laporan dan buktinya; {number(untested)} angka lain {evidence.UNTESTED}",
        {
            "tercetak": ("Laporan", "teks"),
            "bukti": ("Bukti", "teks"),
            "putusan": ("Putusan", "teks"),
            "dokumen": ("Dokumen", "teks"),
        },
        names=("sel", "Sel"),
    )


def sources_table(past: History) -> Shown:
    """Every figure with its document: the long frame as a reader sees it."""
    tren = trends.long(past)
    if tren.empty:
        return present.absent("Angka dari tahun ke tahun")
    shown = tren.assign(
        hal=[
            f"{a}, {UKURAN.get(b, b)}" for a, b in zip(tren["singkat"], tren["ukuran"], strict=True)
        ],
        waktu=[p or str(t) for p, t in zip(tren["periode"], tren["tahun"], strict=True)],
    )
    return present.table(
        shown,
        f"{number(len(tren))} angka beserta sumbernya",
        {
            "waktu": ("Tahun atau periode", "teks"),
            "tercetak": ("Sebagaimana tertulis", "teks"),
            "sumber": ("Sumber", "teks"),
            "asal": ("Jenis", "teks"),
            "catatan": ("Catatan", "teks"),
        },
        names=("hal", "Hal"),
    )
