"""How the figures of the budget came about: serapan, sisa, both layers, efficiency, corrections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import efficiency, frames, spending
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.metrics import FORMULAS
from lkjip_analysis.pages.parts.tracing import Trace, means, reckoned
from lkjip_analysis.report.report import Correction, Report

Found = dict[tuple[Any, str], Trace]


def anggaran(report: Report, frame: pd.DataFrame) -> Found:
    """How serapan and sisa of each programme were computed."""
    found: Found = {}
    for kode, told in frame.dropna(subset=["pagu", "realisasi"]).iterrows():
        row = told.to_dict()
        money = {column: float(row[column]) for column in ("pagu", "realisasi")}
        inputs = (frame.attrs["sel"][kode, "pagu"], frame.attrs["sel"][kode, "realisasi"])
        for column, name in (("sisa", "sisa"), ("serapan_dihitung", "serapan")):
            if pd.notna(row[column]):
                title = f"{name.capitalize()} {row['program']}"
                found[kode, column] = reckoned(title, FORMULAS[name], money, inputs, report.layer)
    return found


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


def corrections(
    accepted: Sequence[Correction], names: Sequence[str], moved: Sequence[str]
) -> Found:
    """Where the text that stands in for a misprint was written, and how far it is from the print;
    `names` are the cells in words, `moved` the differences."""
    found: Found = {}
    for place, (name, one, far) in enumerate(zip(names, accepted, moved, strict=True)):
        found[place, "dipakai"] = Trace(
            worded("Koreksi {name}", name=name),
            worded("koreksi yang diterima: tercetak → sesudah koreksi"),
            f"{one.printed} → {one.text}",
            (one.address,),
            "dipakai",
        )
        found[place, "selisih"] = Trace(
            worded("Selisih {name}", name=name),
            worded("sesudah koreksi − tercetak"),
            f"{one.text} − {one.printed} = {far}",
            (one.address,),
            "dipakai",
        )
    return found
