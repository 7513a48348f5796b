"""Exports and markets: composition, the rate each row implies, destinations, fitness."""

from __future__ import annotations

from lkjip_analysis.analysis import frames
from lkjip_analysis.numbers.metrics import FORMULAS
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.parts import agency_fields, count_traces, present, tracing
from lkjip_analysis.pages.sections.shared import Marks, Shown, answer, labels
from lkjip_analysis.report.report import LAYER_WORDS, Report

MISSING = "Tabel ekspor"


def exports_answer(report: Report) -> Shown:
    """What was exported most, and how many markets are fit."""
    goods, markets, told = agency_fields.ekspor(report), agency_fields.pasar(report), []
    if not goods.empty:
        top = goods.sort_values("nilai_usd", ascending=False, kind="stable").iloc[0]
        told.append(
            f"Ekspor US${number(_total(report))}, terbesar {top['barang']} "
            f"({number(float(top['bagian']), 1)}%)."
        )
    if not markets.empty:
        fit, every = int(markets["memenuhi"].sum()), int(markets["banyak"].sum())
        told.append(f"{number(fit)} dari {number(every)} pasar bertanda memenuhi syarat.")
    return answer(*(told or ["Laporan ini tidak memuat tabel ekspor atau pasar."]))


def _total(report: Report) -> float:
    """The printed total in dollars, or the sum of the rows where none is printed."""
    table = agency_fields.table_of(report, "ekspor")
    assert table is not None
    for key in table.type.total:
        if key in table.keys and table.cell(key, "nilai_usd").is_figure:
            return float(table.cell(key, "nilai_usd").point)
    return float(agency_fields.ekspor(report)["nilai_usd"].sum())


def exports_chart(report: Report) -> Shown:
    goods = agency_fields.ekspor(report)
    if goods.empty:
        return present.absent(MISSING)
    values = goods.set_index("barang")["nilai_usd"]
    top = values.idxmax()
    told = f"{top} adalah barang ekspor terbesar: {number(float(goods['bagian'].max()), 1)}%"
    axes = charts.bagian(values, told, "nilai ekspor (US$) dan bagiannya", _source(report))
    return present.chart(axes, _composition(report), "ekspor")


def _source(report: Report) -> str:
    return (
        f"{labels(frames.of_type(report, 'ekspor'))}, {report.dokumen}, {LAYER_WORDS[report.layer]}"
    )


def _composition(report: Report) -> present.Html:
    goods = agency_fields.ekspor(report)
    traces = tracing.shares(report, goods, "nilai_usd", "barang", "nilai US$")
    return present.table(
        goods,
        f"Nilai ekspor menurut barang ({labels(frames.of_type(report, 'ekspor'))})",
        {"nilai_usd": ("US$", "rupiah"), "bagian": ("Bagian (%)", "persen")},
        names=("barang", "Barang"),
        trail=present.Trail(report, traces),
        ident="komposisi-ekspor",
    )


def rates_table(report: Report, marks: Marks | None = None) -> Shown:
    """The exchange rate that each row implies, in the layer of `report`."""
    goods = agency_fields.ekspor(report)
    if goods.empty:
        return present.absent(MISSING)
    sources = goods.attrs["sel"]
    traces = {
        (kode, "kurs"): tracing.reckoned(
            f"Kurs tersirat {row['barang']}", FORMULAS["kurs"],
            {name: row[name] for name in ("nilai_rupiah", "nilai_usd")},
            (sources[kode, "nilai_rupiah"], sources[kode, "nilai_usd"]), report.layer)
        for kode, row in goods.dropna(subset="kurs").iterrows()
    }  # fmt: skip
    return present.table(
        goods,
        f"Kurs tersirat tiap baris, {LAYER_WORDS[report.layer]} "
        f"({labels(frames.of_type(report, 'ekspor'))})",
        {
            "nilai_rupiah": ("Rupiah", "rupiah"),
            "nilai_usd": ("US$", "rupiah"),
            "kurs": ("Rupiah per US$", "persen"),
        },
        names=("barang", "Barang"),
        marks=marks,
        trail=present.Trail(report, traces),
        ident=f"kurs-{report.layer}",
    )


def destinations_table(report: Report) -> Shown:
    """Destinations as printed."""
    frame = agency_fields.tujuan(agency_fields.ekspor(report))
    if frame.empty:
        return present.absent("Kolom negara tujuan")
    return present.table(
        frame,
        f"{number(len(frame))} tujuan sebagaimana ditulis "
        f"({labels(frames.of_type(report, 'ekspor'))})",
        {"banyak": ("Barang", "cacah"), "barang": ("Barang yang dikirim", "teks")},
        trail=present.Trail(report, count_traces.destinations(report, frame)),
        ident="tujuan",
    )


def markets_table(report: Report) -> Shown:
    """Markets by kecamatan and condition."""
    frame = agency_fields.pasar(report)
    if frame.empty:
        return present.absent("Tabel pasar")
    return present.table(
        frame,
        f"Pasar menurut kecamatan dan keadaannya ({labels(frames.of_type(report, 'pasar'))})",
        {
            "banyak": ("Pasar", "cacah"),
            "memenuhi": ("Memenuhi syarat", "cacah"),
            "tidak_memenuhi": ("Belum memenuhi", "cacah"),
            "tidak": ("Yang belum memenuhi", "teks"),
        },
        trail=present.Trail(report, count_traces.markets(report, frame)),
        ident="pasar",
    )
