"""How a computed figure came about: its formula, the figures put in, and the cells they stand in.

Every page of a report can be asked "where does this come from?"; the answer is a `Trace`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.numbers.metrics import Arah, Band, Rumus
from lkjip_analysis.numbers.printed import number
from lkjip_analysis.report.report import Report, Scale
from lkjip_analysis.report.tables import Address

FORMULAS: Mapping[tuple[Arah, Rumus], str] = {
    ("turun", "T/R"): "target ÷ realisasi × 100",
    ("turun", "(2T-R)/T"): "(2 × target − realisasi) ÷ target × 100",
}
BY_BOUND = "100 bila realisasi mencapai target, selain itu terhadap batas target yang terdekat"
SHOWN_TERMS = 12


@dataclass(frozen=True)
class Source:
    """A printed figure of another document, or of another year's report: what it prints and where.

    `anchor` is its place in the printed tables beside the page, where it has one; `used` is its
    text after a correction.
    """

    label: str
    text: str
    place: str
    where: str
    anchor: str = ""
    used: str = ""


@dataclass(frozen=True)
class Trace:
    """The way to one computed figure. `worked` is the formula with the figures put in.

    `inputs` are the printed cells it was computed from, in the layer `layer`, and `sources` those
    that may stand in other reports.
    """

    title: str
    formula: str
    worked: str
    inputs: tuple[Address, ...]
    layer: str
    sources: tuple[Source, ...] = ()


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
        told = {name: frames.shown(frame, kode, name) for name in ("target", "realisasi")}
        found[kode, "capaian_dihitung"] = achieved(
            report, f"Capaian {row['singkat']}", str(kode), told, row["capaian_dihitung"], inputs
        )
        if scale := report.scales.get("capaian"):
            found[kode, "kategori_dihitung"] = _class(
                report, scale, f"Kategori {row['singkat']}", row["capaian_dihitung"], inputs,
                frame.attrs["desimal"].get((kode, "capaian"), 2),
            )  # fmt: skip
    return found


def achieved(
    report: Report,
    title: str,
    kode: str,
    told: Mapping[str, str],
    capaian: float,
    inputs: tuple[Address, ...],
) -> Trace:
    """How the capaian of an indicator follows from target and realisasi, which `told` shows."""
    formula = formula_of(report, kode, told["target"])
    worked = f"{put_in(formula, told)} = {number(float(capaian), 4)}"
    return Trace(title, f"capaian = {formula}", worked, inputs, report.layer)


def formula_of(report: Report, kode: str, target: str) -> str:
    if not re.fullmatch("-?[0-9.,]+", target):  # a grade, or a range
        return BY_BOUND
    if not target.strip("-0.,"):
        return "menurut kebijakan laporan, realisasi dari target"
    indicator = report.indicators.get(kode)
    if indicator is None:
        return "realisasi ÷ target × 100"
    plain = FORMULAS.get((indicator.arah, indicator.rumus), "realisasi ÷ target × 100")
    cap = indicator.maksimum or report.policies.get("capaian_maksimum")
    return f"{plain}, paling banyak {number(float(cap))}" if cap else plain


def put_in(formula: str, told: Mapping[str, str]) -> str:
    if formula == BY_BOUND:
        return f"realisasi {told['realisasi']}, target {told['target']}"
    for name, text in told.items():
        formula = formula.replace(name, text)
    return formula


def _class(
    report: Report,
    scale: Scale,
    title: str,
    value: float,
    inputs: tuple[Address, ...],
    desimal: int = 2,
) -> Trace:
    bands = "; ".join(f"{band.nama} {span(band)}" for band in scale.pita)
    shown = f"{number(float(value), 4)}, dibulatkan {number(float(value), desimal)}"
    told = f"{shown}, dicocokkan dengan pita: {bands}"
    return Trace(title, f"kategori menurut {scale.sumber}", told, inputs, report.layer)


def span(band: Band) -> str:
    """The ends of a band in words, as printed."""
    low = "" if band.bawah is None else ("dari " if band.bawah_termasuk else "lebih dari ")
    high = "" if band.atas is None else ("sampai " if band.atas_termasuk else "kurang dari ")
    ends = [
        f"{word}{number(end)}"
        for word, end in ((low, band.bawah), (high, band.atas))
        if end is not None
    ]
    joint = " sampai " if not band.atas_termasuk else " "
    return joint.join(ends)


def means(report: Report, frame: pd.DataFrame) -> dict[tuple[Any, str], Trace]:
    """How the mean of each sasaran, and of all, was computed, and its class."""
    known = frame["capaian_dihitung"].dropna()
    each = frames.rerata_sasaran(frame)
    groups = {name: known[[k for k in known.index if group(k) == name]] for name in each.index}
    found: dict[tuple[Any, str], Trace] = {}
    for name, values in groups.items():
        found[name, "rerata"] = mean_of(report, frame, f"Rata-rata sasaran {name}", values, values)
    found["seluruhnya", "rerata"] = mean_of(
        report, frame, "Rata-rata seluruh sasaran", each, known, "rata-rata sasaran"
    )
    if scale := report.scales.get("capaian"):
        shown = {**each.to_dict(), "seluruhnya": float(each.mean())}
        for name, value in shown.items():
            inputs = found[name, "rerata"].inputs
            found[name, "kategori"] = _class(report, scale, f"Kategori {name}", value, inputs)
    return found


def group(kode: Any) -> str:
    return str(kode).rpartition(".")[0] or "tanpa nomor"


def mean_of(
    report: Report,
    frame: pd.DataFrame,
    title: str,
    values: pd.Series[float],
    known: pd.Series[float],
    what: str = "capaian yang dihitung",
) -> Trace:
    inputs = tuple(frame.attrs["sel"][kode, c] for kode in known.index for c in
                   ("realisasi", "target"))  # fmt: skip
    return mean(title, what, list(values), inputs, report.layer)


def mean(
    title: str, what: str, values: Sequence[float], inputs: tuple[Address, ...], layer: str
) -> Trace:
    """An arithmetic mean; of many values the first are written out."""
    terms = [number(round(float(value), 4)) for value in values[:SHOWN_TERMS]]
    more = f" + {len(values) - SHOWN_TERMS} angka lain" if len(values) > SHOWN_TERMS else ""
    result = number(sum(map(float, values)) / len(values), 4)
    worked = f"({' + '.join(terms)}{more}) ÷ {len(values)} = {result}"
    return Trace(title, f"jumlah {what} ÷ banyaknya", worked, inputs, layer)


def summed(
    title: str,
    values: pd.Series[float],
    inputs: Iterable[Address],
    layer: str,
    formula: str = "jumlah baris, tanpa baris jumlah",
) -> Trace:
    """A total of one column."""
    known = values.dropna()
    terms = [number(value) for value in known[:SHOWN_TERMS]]
    more = f" + {len(known) - SHOWN_TERMS} angka lain" if len(known) > SHOWN_TERMS else ""
    worked = f"{' + '.join(terms)}{more} = {number(float(known.sum()))}"
    return Trace(title, formula, worked, tuple(inputs), layer)


def ranks(
    report: Report, frame: pd.DataFrame, columns: Mapping[str, Sequence[str]]
) -> dict[tuple[Any, str], Trace]:
    """How the persons of each rank, and of all, were summed; `columns` says from which."""
    cells, layer = frame.attrs["sel"], report.layer
    return {
        (kode, name): summed(
            f"{'Jumlah golongan' if name == 'bergolongan' else name}, {row['status']}",
            row[list(own)], [cells[kode, c] for c in own], layer, "jumlah kolom golongannya")
        for kode, row in frame.iterrows()
        for name, own in columns.items()
    }  # fmt: skip


def totals(report: Report, frame: pd.DataFrame) -> dict[tuple[Any, str], Trace]:
    """How the persons of each schooling were summed over their status."""
    cells, status = frame.attrs["sel"], list(frame.attrs["nama"])
    return {
        (name, "jumlah_dihitung"): summed(
            f"Jumlah pegawai {name}", row[status], [cells[name, one] for one in status],
            report.layer, "jumlah baris kolom itu, tanpa baris jumlah")
        for name, row in frame.iterrows()
    }  # fmt: skip


def shares(
    report: Report, frame: pd.DataFrame, column: str, names: str, what: str
) -> dict[tuple[Any, str], Trace]:
    """How each row's `bagian` of a column's sum was computed; `what` is the column's word."""
    total, cells = float(frame[column].sum()), frame.attrs["sel"]
    every = tuple(cells[kode, column] for kode in frame.index)
    return {
        (kode, "bagian"): ratio(
            f"Bagian {row[names]}", f"{what} ÷ jumlah {what} × 100", row[column], total,
            tuple(dict.fromkeys((cells[kode, column], *every))), report.layer)
        for kode, row in frame.dropna(subset=["bagian"]).iterrows()
    }  # fmt: skip


def ratio(
    title: str, formula: str, above: float, below: float, inputs: tuple[Address, ...], layer: str,
    factor: int = 100,
) -> Trace:  # fmt: skip
    """One figure divided by another."""
    times = f" × {factor}" if factor != 1 else ""
    worked = f"{number(above)} ÷ {number(below)}{times} = {number(above / below * factor, 4)}"
    return Trace(title, formula, worked, inputs, layer)
