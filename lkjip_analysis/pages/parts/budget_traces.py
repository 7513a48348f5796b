"""How the figures of the budget came about: serapan, sisa, both layers, efficiency, corrections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.numbers.printed import number
from lkjip_analysis.pages.parts.tracing import Trace, group, mean_of, means, ratio, summed
from lkjip_analysis.report.report import Report


def anggaran(report: Report, frame: pd.DataFrame) -> dict[tuple[Any, str], Trace]:
    """How serapan and sisa of each programme were computed."""
    found: dict[tuple[Any, str], Trace] = {}
    for kode, row in frame.iterrows():
        inputs = (frame.attrs["sel"][kode, "pagu"], frame.attrs["sel"][kode, "realisasi"])
        pagu, realisasi = number(row["pagu"]), number(row["realisasi"])
        if pd.isna(row["pagu"]) or pd.isna(row["realisasi"]):
            continue
        found[kode, "sisa"] = Trace(
            f"Sisa {row['program']}", "sisa = pagu − realisasi",
            f"{pagu} − {realisasi} = {number(row['sisa'])}", inputs, report.layer,
        )  # fmt: skip
        if pd.notna(row["serapan_dihitung"]):
            found[kode, "serapan_dihitung"] = Trace(
                f"Serapan {row['program']}", "serapan = realisasi ÷ pagu × 100",
                f"{realisasi} ÷ {pagu} × 100 = {number(row['serapan_dihitung'], 4)}",
                inputs, report.layer,
            )  # fmt: skip
    return found


def layers(report: Report, frame: pd.DataFrame) -> dict[tuple[Any, str], Trace]:
    """How the budget totals of both layers were computed, and what the printed row leaves out."""
    found: dict[tuple[Any, str], Trace] = {}
    for layer in (report, report.used()):
        part, name = frames.anggaran(layer), layer.layer
        cells = {c: tuple(part.attrs["sel"][k, c] for k in part.index)
                 for c in ("pagu", "realisasi")}  # fmt: skip
        for column in ("pagu", "realisasi"):
            found[name, column] = summed(
                f"Jumlah {column}, lapis {name}", part[column], cells[column], name
            )
        both = cells["pagu"] + cells["realisasi"]
        columns = ("pagu", "realisasi", "serapan", "sisa")
        total = {c: float(frame[c].to_dict()[name]) for c in columns}
        pagu, realisasi = number(total["pagu"]), number(total["realisasi"])
        if total["pagu"]:
            found[name, "serapan"] = Trace(
                f"Serapan, lapis {name}", "serapan = jumlah realisasi ÷ jumlah pagu × 100",
                f"{realisasi} ÷ {pagu} × 100 = {number(total['serapan'], 4)}", both, name,
            )  # fmt: skip
        found[name, "sisa"] = Trace(
            f"Sisa, lapis {name}", "sisa = jumlah pagu − jumlah realisasi",
            f"{pagu} − {realisasi} = {number(total['sisa'])}", both, name,
        )  # fmt: skip
    return found | _printed_total(frame)


def _printed_total(frame: pd.DataFrame) -> dict[tuple[Any, str], Trace]:
    """How the figures that the printed total row leaves out follow from those it prints."""
    name, printed = frames.TOTAL, frame.attrs.get("sel", {})
    if name not in frame.index:
        return {}
    row: dict[str, float] = frame.T.to_dict()[name]
    pagu, realisasi = number(row["pagu"]), number(row["realisasi"])
    told = {
        "serapan": f"{realisasi} ÷ {pagu} × 100 = {number(row['serapan'], 4)}"
        if row["pagu"] else "",
        "sisa": f"{pagu} − {realisasi} = {number(row['sisa'])}",
    }  # fmt: skip
    formulas = {"serapan": "serapan = realisasi ÷ pagu × 100", "sisa": "sisa = pagu − realisasi"}
    inputs = (printed[name, "pagu"], printed[name, "realisasi"])
    return {
        (name, column): Trace(
            f"{column.capitalize()} menurut {name}", formulas[column], worked, inputs, "tercetak"
        )
        for column, worked in told.items()
        if worked and (name, column) not in printed
    }


def quadrants(report: Report, frame: pd.DataFrame) -> dict[tuple[Any, str], Trace]:
    """How the mean capaian and the serapan of each sasaran were computed."""
    kinerja, budget = frames.kinerja(report), frames.anggaran(report)
    known, cells = kinerja["capaian_dihitung"].dropna(), budget.attrs["sel"]
    found: dict[tuple[Any, str], Trace] = {}
    for name in frame.index:
        own = known[[kode for kode in known.index if group(kode) == name]]
        found[name, "capaian"] = mean_of(report, kinerja, f"Rata-rata sasaran {name}", own, own)
        rows = [kode for kode in budget.index if str(kode).rpartition(".")[0] == name]
        found[name, "serapan"] = ratio(
            f"Serapan sasaran {name}", "jumlah realisasi ÷ jumlah pagu × 100",
            float(budget.loc[rows, "realisasi"].sum()), float(budget.loc[rows, "pagu"].sum()),
            tuple(cells[kode, column] for kode in rows for column in ("realisasi", "pagu")),
            report.layer,
        )  # fmt: skip
    return found


def efficiency(report: Report, frame: pd.DataFrame) -> dict[tuple[Any, str], Trace]:
    """How the figure of each definition of efficiency was computed."""
    kinerja, budget = frames.kinerja(report), frames.anggaran(report)
    money = tuple(budget.attrs["sel"][k, c] for k in budget.index for c in ("pagu", "realisasi"))
    goals = means(report, kinerja)["seluruhnya", "rerata"].inputs
    reached = float(frames.rerata_sasaran(kinerja).mean())
    pagu, spent = float(budget["pagu"].sum()), float(budget["realisasi"].sum())
    if not pagu:
        return {}
    share, plain, most = number(spent / pagu * 100, 4), number(reached, 4), min(reached, 100.0)
    cost = f"{number(pagu)} × {number(most, 4)}%"
    value: dict[Any, float] = frame["nilai"].to_dict()
    worked = {
        "sisa": (f"100 − {number(spent)} ÷ {number(pagu)} × 100", money),
        "selisih": (f"{plain} − {share}", (*goals, *money)),
        "E": (f"({cost} − {number(spent)}) ÷ ({cost}) × 100, antara −20 dan 20", (*goals, *money)),
        "NE": (f"50 + {_known(value['E'])} ÷ 20 × 50", (*goals, *money)),
    }
    return {
        (name, "nilai"): Trace(
            f"Efisiensi, definisi {name}", f"{name} = {frame['rumus'][name]}",
            f"{told} = {number(value[name], 4)}", inputs, report.layer)
        for name, (told, inputs) in worked.items()
        if not pd.isna(value[name])
    }  # fmt: skip


def _known(value: float) -> str:
    return "tidak ada data" if pd.isna(value) else number(value, 4)


def corrections(report: Report, names: Sequence[str]) -> dict[tuple[Any, str], Trace]:
    """Where the text that stands in for a misprint was written; `names` are the cells in words."""
    return {
        (place, "dipakai"): Trace(
            f"Koreksi {name}", f"isi kolom menjadi di koreksi.csv:{one.line}",
            f"{one.printed} → {one.text}", (one.address,), "dipakai")
        for place, (name, one) in enumerate(zip(names, report.corrections, strict=True))
    }  # fmt: skip
