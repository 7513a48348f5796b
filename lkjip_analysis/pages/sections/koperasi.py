"""Cooperatives and small business: scores, predicates, places, and what "sehat" may mean."""

from __future__ import annotations

from math import nan

from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.observing.definitions import achieved
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import exact
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.parts import agency_fields, count_traces, present
from lkjip_analysis.pages.sections.shared import Marks, Shown, answer, labels
from lkjip_analysis.report.report import Report

MISSING = "Tabel penilaian koperasi"


def cooperatives_answer(report: Report) -> Shown:
    """How many cooperatives were assessed, how many predicates fit, how many businesses."""
    frame, small = agency_fields.koperasi(report), agency_fields.rows_of(report, "umkm")
    told = []
    if not frame.empty:
        odd = frame["predikat"].str.casefold() != frame["predikat_dihitung"].str.casefold()
        healthy = int((frame["predikat_dihitung"].str.casefold() == "sehat").sum())
        told.append(
            f"{number(len(frame))} koperasi dinilai; menurut nilainya {number(healthy)} "
            f"berpredikat Sehat, dan {number(int(odd.sum()))} predikat tercetak tidak sesuai "
            "dengan nilainya."
        )
    if not small.empty:
        told.append(f"Tercatat {number(float(small['jumlah'].sum()))} unit usaha.")
    return answer(*(told or ["Laporan ini tidak memuat tabel koperasi atau UMKM."]))


def scores_chart(report: Report) -> Shown:
    """All scores over the bands, odd predicates crossed."""
    frame, tables = agency_fields.koperasi(report), frames.of_type(report, "koperasi")
    if frame.empty:
        return present.absent(MISSING)
    source = f"{labels(tables)}; skala: {report.scales['koperasi'].sumber}"
    axes = charts.skor(frame, report.scales["koperasi"].pita, source)
    return present.chart(axes, _scores(report, frame), "nilai-koperasi")


def _scores(report: Report, frame) -> present.Html:  # type: ignore[no-untyped-def]
    return present.table(
        frame,
        f"Nilai dan predikat koperasi ({labels(frames.of_type(report, 'koperasi'))})",
        {
            "alamat": ("Alamat", "teks"),
            "nilai": ("Nilai", "angka"),
            "predikat": ("Predikat tercetak", "teks"),
            "predikat_dihitung": ("Predikat menurut nilai", "teks"),
        },
        names=("nama", "Koperasi"),
        ident="nilai-koperasi",
    )


def predicates_table(report: Report) -> Shown:
    """Health classes of cooperatives as printed and as their scores give."""
    frame = frames.predikat(report)
    if frame.empty:
        return present.absent(MISSING)
    scale = report.scales["koperasi"]
    caption = (
        f"{number(int(frame['tercetak'].sum()))} koperasi menurut predikat; skala: {scale.rujukan}"
    )
    return present.table(
        frame,
        caption,
        {
            "tercetak": ("Sebagaimana tercetak", "cacah"),
            "menurut_nilai": ("Menurut nilainya", "cacah"),
        },
        trail=present.Trail(report, count_traces.predicates(report, frame)),
        ident="predikat",
    )


def odd_predicates_table(report: Report, marks: Marks | None = None) -> Shown:
    """The cooperatives whose printed predicate is not that of their score."""
    frame = agency_fields.koperasi(report)
    if frame.empty:
        return present.absent(MISSING)
    odd = frame["predikat"].str.casefold() != frame["predikat_dihitung"].str.casefold()
    if not odd.any():
        return present.text("Semua predikat tercetak sesuai dengan nilainya.")
    return present.table(
        frame[odd],
        f"Predikat yang tidak sesuai dengan nilainya ({number(int(odd.sum()))})",
        {
            "nilai": ("Nilai", "angka"),
            "predikat": ("Predikat tercetak", "teks"),
            "predikat_dihitung": ("Predikat menurut nilai", "teks"),
        },
        names=("nama", "Koperasi"),
        marks=marks,
        ident="predikat-berbeda",
    )


def places_table(report: Report) -> Shown:
    """Cooperatives by kecamatan as printed."""
    frame = agency_fields.koperasi(report)
    if frame.empty or "alamat" not in frame:
        return present.absent(MISSING)
    shown = agency_fields.menurut_kecamatan(frame)
    known = {name.casefold() for name in report.references.get("kecamatan", ())}
    shown["catatan"] = [
        "" if not known or str(place).casefold() in known else "tidak ada dalam daftar kecamatan"
        for place in shown.index
    ]
    classes = [band.nama for band in report.scales["koperasi"].pita if band.nama in shown]
    return present.table(
        shown,
        "Koperasi menurut alamat tercetak; predikat menurut nilainya",
        {
            "banyak": ("Koperasi", "cacah"),
            "rerata": ("Rata-rata nilai", "persen"),
            **{name: (name, "cacah") for name in classes},
            "catatan": ("Catatan", "teks"),
        },
        trail=present.Trail(report, count_traces.places(report, shown, frame)),
        ident="kecamatan",
    )


def readings_table(report: Report) -> Shown:
    """What "sehat" may mean, and the capaian each reading would give."""
    counts, scale = frames.predikat(report), report.scales.get("capaian")
    found = next((s.entries for s in report.specs if s.entries.get("jenis") == "definisi"), None)
    if counts.empty or found is None:
        return present.absent("Hubungan yang menyatakan arti sehat")
    whole, target = (report.cell(str(found[role])) for role in ("penyebut", "target"))
    if not all(cell.is_figure and cell.point for cell in (whole, target)):
        return present.absent("Banyak koperasi aktif atau targetnya")
    frame = agency_fields.bacaan(counts["tercetak"], float(whole.point))
    reached = [
        achieved(report, target.address, metrics.persen(exact(count), whole.point), scale)
        for count in frame["banyak"]
    ]
    frame["capaian"] = [nan if value is None else float(value) for value, _ in reached]
    frame["kategori"] = [name for _, name in reached]
    traces = count_traces.readings(report, frame, counts, whole.address, target.address)
    return present.table(
        frame,
        f"Pembacaan sehat menurut predikat tercetak; "
        f"{number(whole.point)} koperasi aktif, target {number(target.point)} persen",
        {
            "banyak": ("Koperasi", "cacah"),
            "dari_dinilai": ("Dari yang dinilai (%)", "persen"),
            "dari_aktif": ("Dari yang aktif (%)", "persen"),
            "capaian": ("Capaian (%)", "persen"),
            "kategori": ("Kategori", "teks"),
        },
        trail=present.Trail(report, traces),
        ident="pembacaan",
    )


def businesses_table(report: Report, marks: Marks | None = None) -> Shown:
    """Small business by size, as printed, total row and all."""
    table = agency_fields.table_of(report, "umkm")
    if table is None:
        return present.absent("Tabel UMKM")
    return present.table(
        frames.values(table),
        f"Unit usaha menurut skalanya ({table.label})",
        {"jumlah": ("Unit", "cacah")},
        names=("jenis_usaha", "Skala usaha"),
        marks=marks,
        ident="umkm",
    )
