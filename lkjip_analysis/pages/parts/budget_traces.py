"""How the figures of the budget came about: serapan, sisa, both layers, efficiency, corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import efficiency, frames, spending
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.metrics import FORMULAS
from lkjip_analysis.pages.parts.tracing import Trace, means, reckoned, summed
from lkjip_analysis.report.report import LAYER_WORDS, Report
from lkjip_analysis.report.tables import Address

Found = dict[tuple[Any, str], Trace]


def anggaran(report: Report, frame: pd.DataFrame) -> Found:
    """How serapan and sisa of each programme were computed."""
    found: Found = {}
    for kode, told in frame.dropna(subset=["pagu", "realisasi"]).iterrows():
        row = told.to_dict()
        inputs = (frame.attrs["sel"][kode, "pagu"], frame.attrs["sel"][kode, "realisasi"])
        for column, name in (("sisa", "sisa"), ("serapan_dihitung", "serapan")):
            if pd.notna(row[column]):
                found[kode, column] = _money(
                    f"{name.capitalize()} {row['program']}",
                    name,
                    row,
                    inputs,
                    report.layer,
                )
    return found


def _money(
    title: str, name: str, row: Mapping[Any, float], inputs: Iterable[Address], layer: str,
    of: str = "",
) -> Trace:  # fmt: skip
    """How sisa or serapan follows from pagu and realisasi, or from the sums of them."""
    money = {column: float(row[column]) for column in ("pagu", "realisasi")}
    names = {column: f"{of}{column}" for column in money}
    return reckoned(title, FORMULAS[name], money, inputs, layer, **names)


def layers(report: Report, frame: pd.DataFrame) -> Found:
    """How the budget totals of both layers were computed, and what the printed row leaves out."""
    found: Found = {}
    rows: dict[Any, dict[str, float]] = frame.T.to_dict()
    for layer in (report, report.used()):
        part, name = spending.anggaran(layer), layer.layer
        cells = {c: tuple(part.attrs["sel"][k, c] for k in part.index)
                 for c in ("pagu", "realisasi")}  # fmt: skip
        for column in ("pagu", "realisasi"):
            found[name, column] = summed(
                worded(
                    "Jumlah {column}, {layer}",
                    column=column,
                    layer=worded(LAYER_WORDS[name]),
                ),
                part[column],
                cells[column],
                name,
            )
        both = cells["pagu"] + cells["realisasi"]
        for column in ("serapan", "sisa") if rows[name]["pagu"] else ("sisa",):
            title = f"{worded(column.capitalize())}, {worded(LAYER_WORDS[name])}"
            found[name, column] = _money(title, column, rows[name], both, name, worded("jumlah "))
    return found | _printed_total(frame)


def _printed_total(frame: pd.DataFrame) -> Found:
    """How the figures that the printed total row leaves out follow from those it prints."""
    name, printed = spending.TOTAL, frame.attrs.get("sel", {})
    if name not in frame.index:
        return {}
    row: dict[str, float] = frame.T.to_dict()[name]
    inputs = (printed[name, "pagu"], printed[name, "realisasi"])
    return {
        (name, column): _money(
            worded("{column} menurut {name}", column=worded(column.capitalize()), name=name),
            column,
            row,
            inputs,
            "tercetak",
        )
        for column in (("serapan", "sisa") if row["pagu"] else ("sisa",))
        if (name, column) not in printed
    }


def traced_efficiency(report: Report, frame: pd.DataFrame) -> Found:
    """How the figure of each definition of efficiency was computed."""
    kinerja, budget = frames.kinerja(report), spending.anggaran(report)
    money = tuple(budget.attrs["sel"][k, c] for k in budget.index for c in ("pagu", "realisasi"))
    goals = means(report, kinerja)["seluruhnya", "rerata"].inputs
    value: dict[Any, float] = frame["nilai"].to_dict()
    figures = efficiency.ukuran_efisiensi(report)
    found: Found = {}
    for name, formula in efficiency.EFISIENSI.items():
        if pd.notna(value[name]):
            put = {one: figures[one] for one in formula.masukan}
            inputs = money if name == "sisa" else (*goals, *money)
            title = worded("Efisiensi, definisi {name}", name=worded(name))
            found[name, "nilai"] = reckoned(title, formula, put, inputs, report.layer, called=name)
    return found


def corrections(report: Report, names: Sequence[str]) -> Found:
    """Where the text that stands in for a misprint was written; `names` are the cells in words."""
    return {
        (place, "dipakai"): Trace(
            worded("Koreksi {name}", name=name),
            worded("isi kolom menjadi di koreksi.csv:{line}", line=one.line),
            f"{one.printed} → {one.text}",
            (one.address,),
            "dipakai",
        )
        for place, (name, one) in enumerate(zip(names, report.corrections, strict=True))
    }
