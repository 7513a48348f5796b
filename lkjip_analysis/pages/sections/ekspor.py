"""Exports and markets: composition, the rate each row implies, destinations, fitness."""

from __future__ import annotations

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts import agency_fields
from lkjip_analysis.pages.sections.shared import Shown, answer
from lkjip_analysis.report.report import Report


def exports_answer(report: Report) -> Shown:
    """What was exported most, and how many markets are fit."""
    goods, markets, told = agency_fields.ekspor(report), agency_fields.rows_of(report, "pasar"), []
    if not goods.empty:
        top = goods.sort_values("nilai_usd", ascending=False, kind="stable").iloc[0]
        told.append(
            worded(
                "Ekspor US${total}, terbesar {barang} ({bagian}%).",
                total=number(_total(report)),
                barang=top["barang"],
                bagian=number(float(top["bagian"]), 1),
            )
        )
    if not markets.empty:
        fit, every = int((markets["memenuhi"] != "").sum()), len(markets)
        told.append(
            worded(
                "{count} dari {every} pasar bertanda memenuhi syarat.",
                count=number(fit),
                every=number(every),
            )
        )
    return answer(*(told or [worded("Laporan ini tidak memuat tabel ekspor atau pasar.")]))


def _total(report: Report) -> float:
    """The printed total in dollars, or the sum of the rows where none is printed."""
    table = agency_fields.table_of(report, "ekspor")
    assert table is not None
    for key in table.type.total:
        if key in table.keys and table.cell(key, "nilai_usd").is_figure:
            return float(table.cell(key, "nilai_usd").point)
    return float(agency_fields.ekspor(report)["nilai_usd"].sum())
