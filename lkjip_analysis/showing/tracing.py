"""How a computed figure came about: its formula, the figures put in, and the cells they stand in.

Every page of a report can be asked "where does this come from?"; the answer is a `Trace`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lkjip_analysis import frames
from lkjip_analysis.metrics import Arah, Rumus
from lkjip_analysis.printed import number
from lkjip_analysis.reading.tables import Address
from lkjip_analysis.report import Report, Scale

FORMULAS: Mapping[tuple[Arah, Rumus], str] = {
    ("turun", "T/R"): "target ÷ realisasi × 100",
    ("turun", "(2T-R)/T"): "(2 × target − realisasi) ÷ target × 100",
}
SHOWN_TERMS = 12


@dataclass(frozen=True)
class Trace:
    """The way to one computed figure. `worked` is the formula with the figures put in.

    `inputs` are the printed cells it was computed from, in the layer `layer`.
    """

    title: str
    formula: str
    worked: str
    inputs: tuple[Address, ...]
    layer: str


Traces = Mapping[tuple[Any, str], Trace]
"""The traces of a frame's figures by (row, column)."""


def kinerja(report: Report, frame: pd.DataFrame) -> dict[tuple[Any, str], Trace]:
    """How capaian and kategori of each indicator were computed."""
    found: dict[tuple[Any, str], Trace] = {}
    sources = frame.attrs["sel"]
    for kode, row in frame.iterrows():
        if pd.isna(row["capaian_dihitung"]):
            continue
        inputs = (sources[kode, "realisasi"], sources[kode, "target"])
        formula, result = _formula(report, str(kode)), number(float(row["capaian_dihitung"]), 4)
        worked = f"{_put_in(formula, frame, kode)} = {result}"
        found[kode, "capaian_dihitung"] = Trace(
            f"Capaian {row['singkat']}", f"capaian = {formula}", worked, inputs, report.layer
        )
        if scale := report.scales.get("capaian"):
            found[kode, "kategori_dihitung"] = _class(
                report, scale, f"Kategori {row['singkat']}", row["capaian_dihitung"]
            )
    return found


def _formula(report: Report, kode: str) -> str:
    indicator = report.indicators.get(kode)
    if indicator is None:
        return "realisasi ÷ target × 100"
    plain = FORMULAS.get((indicator.arah, indicator.rumus), "realisasi ÷ target × 100")
    cap = indicator.maksimum or report.policies.get("capaian_maksimum")
    return f"{plain}, paling banyak {number(float(cap))}" if cap else plain


def _put_in(formula: str, frame: pd.DataFrame, kode: Any) -> str:
    for name in ("target", "realisasi"):
        formula = formula.replace(name, frames.shown(frame, kode, name))
    return formula


def _class(report: Report, scale: Scale, title: str, value: float) -> Trace:
    bands = "; ".join(_band(band) for band in scale.pita)
    told = f"{number(float(value), 2)} dicocokkan dengan pita: {bands}"
    return Trace(title, f"kategori menurut {scale.sumber}", told, (), report.layer)


def _band(band: Any) -> str:
    """A band in words: its name and its ends as printed."""
    low = "" if band.bawah is None else ("dari " if band.bawah_termasuk else "lebih dari ")
    high = "" if band.atas is None else ("sampai " if band.atas_termasuk else "kurang dari ")
    ends = [
        f"{word}{number(end)}"
        for word, end in ((low, band.bawah), (high, band.atas))
        if end is not None
    ]
    return f"{band.nama} {' '.join(ends)}"


def means(report: Report, frame: pd.DataFrame) -> dict[tuple[Any, str], Trace]:
    """How the mean of each sasaran, and of all, was computed, and its class."""
    known = frame["capaian_dihitung"].dropna()
    each = frames.rerata_sasaran(frame)
    groups = {name: known[[k for k in known.index if _group(k) == name]] for name in each.index}
    found: dict[tuple[Any, str], Trace] = {}
    for name, values in groups.items():
        found[name, "rerata"] = _mean(report, frame, f"Rata-rata sasaran {name}", values, values)
    found["seluruhnya", "rerata"] = _mean(
        report, frame, "Rata-rata seluruh sasaran", each, known, "rata-rata sasaran"
    )
    if scale := report.scales.get("capaian"):
        shown = {**each.to_dict(), "seluruhnya": float(each.mean())}
        for name, value in shown.items():
            found[name, "kategori"] = _class(report, scale, f"Kategori {name}", value)
    return found


def _group(kode: Any) -> str:
    return str(kode).rpartition(".")[0] or "tanpa nomor"


def _mean(
    report: Report,
    frame: pd.DataFrame,
    title: str,
    values: pd.Series[float],
    known: pd.Series[float],
    what: str = "capaian yang dihitung",
) -> Trace:
    told = f"({' + '.join(number(float(v), 4) for v in values)}) ÷ {len(values)}"
    worked = f"{told} = {number(float(values.mean()), 4)}"
    inputs = tuple(frame.attrs["sel"][kode, c] for kode in known.index for c in
                   ("realisasi", "target"))  # fmt: skip
    return Trace(title, f"jumlah {what} ÷ banyaknya", worked, inputs, report.layer)


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
    """How the budget totals of both layers were computed."""
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
        found[name, "serapan"] = Trace(
            f"Serapan, lapis {name}", "serapan = jumlah realisasi ÷ jumlah pagu × 100",
            f"{realisasi} ÷ {pagu} × 100 = {number(total['serapan'], 4)}", both, name,
        )  # fmt: skip
        found[name, "sisa"] = Trace(
            f"Sisa, lapis {name}", "sisa = jumlah pagu − jumlah realisasi",
            f"{pagu} − {realisasi} = {number(total['sisa'])}", both, name,
        )  # fmt: skip
    return found


def summed(title: str, values: pd.Series[float], inputs: Iterable[Address], layer: str) -> Trace:
    """A total of one column."""
    known = values.dropna()
    terms = [number(value) for value in known[:SHOWN_TERMS]]
    more = f" + {len(known) - SHOWN_TERMS} angka lain" if len(known) > SHOWN_TERMS else ""
    worked = f"{' + '.join(terms)}{more} = {number(float(known.sum()))}"
    return Trace(title, "jumlah baris, tanpa baris jumlah", worked, tuple(inputs), layer)


def ratio(
    title: str, formula: str, above: float, below: float, inputs: tuple[Address, ...], layer: str,
    factor: int = 100,
) -> Trace:  # fmt: skip
    """One figure divided by another."""
    times = f" × {factor}" if factor != 1 else ""
    worked = f"{number(above)} ÷ {number(below)}{times} = {number(above / below * factor, 4)}"
    return Trace(title, formula, worked, inputs, layer)
