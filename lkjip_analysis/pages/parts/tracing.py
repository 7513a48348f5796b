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
from lkjip_analysis.language import worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import FORMULAS, Formula, cara_capaian
from lkjip_analysis.numbers.printed import read
from lkjip_analysis.numbers.ranges import Span, read_span
from lkjip_analysis.numbers.written import at_most, number
from lkjip_analysis.report.report import Report, Scale
from lkjip_analysis.report.row_names import sasaran_of
from lkjip_analysis.report.tables import Address

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


def achieved(
    report: Report,
    title: str,
    kode: str,
    told: Mapping[str, str],
    capaian: float,
    inputs: tuple[Address, ...],
) -> Trace:
    """How the capaian of an indicator follows from target and realisasi, which `told` shows."""
    formula, worked = way_of(report, kode, told)
    worked = f"{worked} = {number(float(capaian), 4)}"
    return Trace(title, f"capaian = {formula}", worked, inputs, report.layer)


def way_of(report: Report, kode: str, told: Mapping[str, str]) -> tuple[str, str]:
    """How an indicator's capaian is computed: in words, and with the figures that `told` shows."""
    indicator = report.indicators.get(kode)
    way = FORMULAS[cara_capaian(indicator.arah, indicator.rumus) if indicator else "capaian R/T"]
    target, cap = told["target"], report.maximum(kode)
    least = report.minimum(kode)
    most = "" if cap is None else worded(", paling banyak {cap}", cap=number(float(cap)))
    most += "" if least is None else worded(", paling sedikit {least}", least=number(float(least)))
    if not re.fullmatch("-?[0-9.,]+", target):
        words, worked = _without_figure(way, told, (indicator.satuan,) if indicator else ())
    elif not target.strip("-0.,"):
        words = worded("menurut kebijakan laporan, realisasi dari target")
        worked = worded(
            "menurut kebijakan laporan, {realisasi} dari {target}",
            realisasi=told["realisasi"],
            target=target,
        )
    else:
        words, worked = way.kata(), way.hitungan(**told)
    return f"{words}{most}", f"{worked}{most}"


def _without_figure(
    way: Formula, told: Mapping[str, str], units: tuple[str, ...]
) -> tuple[str, str]:
    """The way to a capaian whose target prints a range, a bound or a grade."""
    target, realisasi = told["target"], told["realisasi"]
    span = read_span(target, units=units)
    if span is None or not re.fullmatch("-?[0-9.,]+", realisasi):
        return worded("100 bila realisasi sama dengan target"), worded(
            "realisasi {realisasi}, target {target}", realisasi=realisasi, target=target
        )
    bound = _bound(span, realisasi)
    if bound is None:
        return worded("100 bila realisasi di dalam target"), worded(
            "{realisasi} di dalam {target}", realisasi=realisasi, target=target
        )
    words = way.kata(target=worded("batas target yang terdekat"))
    return worded("100 di dalam target, selain itu {words}", words=words), way.hitungan(
        target=number(bound), realisasi=realisasi
    )


def _bound(span: Span, realisasi: str) -> Fraction | None:
    """The end of a target's range that a realisasi is held against; None inside it."""
    value = read(realisasi).value
    if value is None or span.low <= value <= span.high:
        return None
    return Fraction(span.high if value > span.high else span.low)


def class_of(
    report: Report,
    scale: Scale,
    title: str,
    value: float,
    inputs: tuple[Address, ...],
    desimal: int = 2,
) -> Trace:
    bands = "; ".join(f"{band.nama} {band.told()}" for band in scale.pita)
    shown = worded(
        "{value}, dibulatkan {rounded}",
        value=number(float(value), 4),
        rounded=number(float(value), desimal),
    )
    told = worded("{shown}, dicocokkan dengan skala: {bands}", shown=shown, bands=bands)
    return Trace(
        title, worded("kategori menurut {sumber}", sumber=scale.source), told, inputs, report.layer
    )


def means(report: Report, frame: pd.DataFrame) -> dict[tuple[Any, str], Trace]:
    """How the mean of each sasaran, and of all, was computed, and its class."""
    known = frames.yang_dirata_rata(frame)
    each = frames.rerata_sasaran(frame)
    groups = {name: known[[k for k in known.index if sasaran_of(k) == name]] for name in each.index}
    found: dict[tuple[Any, str], Trace] = {}
    what = _averaged(frame)
    for name, values in groups.items():
        found[name, "rerata"] = mean_of(
            report, frame, worded("Rata-rata sasaran {name}", name=name), values, values, what
        )
    found["seluruhnya", "rerata"] = _of_year(report, frame, each, known)
    if scale := report.scales.get("capaian"):
        shown = {**each.to_dict(), "seluruhnya": frames.rerata_tahun(frame)}
        for name, value in shown.items():
            inputs = found[name, "rerata"].inputs
            found[name, "kategori"] = class_of(
                report, scale, worded("Kategori {name}", name=name), value, inputs
            )
    return found


def _of_year(
    report: Report, frame: pd.DataFrame, each: pd.Series[float], known: pd.Series[float]
) -> Trace:
    """The mean of the year, of what the report's own is reckoned."""
    if frames.is_mean_of_indicators(frame):
        title, what = worded("Rata-rata seluruh indikator"), _averaged(frame)
        return mean_of(report, frame, title, known, known, what)
    title, what = worded("Rata-rata seluruh sasaran"), worded("rata-rata sasaran")
    return mean_of(report, frame, title, each, known, what)


def _averaged(frame: pd.DataFrame) -> str:
    """What the means of the year are of, in words."""
    cap = frame.attrs.get("batas")
    if cap is None:
        return "capaian yang dihitung"
    return worded("capaian yang dihitung, masing-masing paling tinggi {cap}", cap=number(cap))


def mean_of(
    report: Report,
    frame: pd.DataFrame,
    title: str,
    values: pd.Series[float],
    known: pd.Series[float],
    what: str,
) -> Trace:
    inputs = tuple(
        frame.attrs["sel"][kode, c] for kode in known.index for c in ("realisasi", "target")
    )
    return mean(title, what, list(values), inputs, report.layer)


def mean(
    title: str, what: str, values: Sequence[float], inputs: tuple[Address, ...], layer: str
) -> Trace:
    """An arithmetic mean; of many values the first are written out."""
    terms = _terms([round(float(value), 4) for value in values])
    result = at_most(float(metrics.rerata(list(map(float, values)))), 4)
    worked = f"({terms}) ÷ {len(values)} = {result}"
    return Trace(title, f"rata-rata = {FORMULAS['rerata'].kata(nilai=what)}", worked, inputs, layer)


def summed(
    title: str,
    values: pd.Series[float],
    inputs: Iterable[Address],
    layer: str,
    what: str = "baris, tanpa baris jumlah",
) -> Trace:
    """A total of one column, or of the columns of a row; `what` says of which figures."""
    known = [float(value) for value in values.dropna()]
    result = number(metrics.jumlah(known or [0.0]))
    worked = f"{_terms(known) or '0'} = {result}"
    return Trace(title, FORMULAS["jumlah"].kata(nilai=what), worked, tuple(inputs), layer)


def _terms(values: Sequence[float]) -> str:
    """Figures joined by plus signs; of many the first, and how many others."""
    more = (
        worded(" + {count} angka lain", count=len(values) - SHOWN_TERMS)
        if len(values) > SHOWN_TERMS
        else ""
    )
    return f"{' + '.join(map(number, values[:SHOWN_TERMS]))}{more}"


def ranks(
    report: Report, frame: pd.DataFrame, columns: Mapping[str, Sequence[str]]
) -> dict[tuple[Any, str], Trace]:
    """How the persons of each rank, and of all, were summed; `columns` says from which."""
    cells, layer = frame.attrs["sel"], report.layer
    return {
        (kode, name): summed(
            f"{worded('Jumlah golongan') if name == 'bergolongan' else name}, {row['status']}",
            row[list(own)],
            [cells[kode, c] for c in own],
            layer,
            worded("jumlah kolom golongannya"),
        )
        for kode, row in frame.iterrows()
        for name, own in columns.items()
    }


def totals(report: Report, frame: pd.DataFrame) -> dict[tuple[Any, str], Trace]:
    """How the persons of each schooling were summed over their status."""
    cells, status = frame.attrs["sel"], list(frame.attrs["nama"])
    return {
        (name, "jumlah_dihitung"): summed(
            worded("Jumlah pegawai {name}", name=name),
            row[status],
            [cells[name, one] for one in status],
            report.layer,
            worded("baris kolom itu, tanpa baris jumlah"),
        )
        for name, row in frame.iterrows()
    }


def reckoned(
    title: str,
    formula: Formula,
    figures: Mapping[str, float],
    inputs: Iterable[Address],
    layer: str,
    *,
    called: str = "",
    **names: str,
) -> Trace:
    """How a figure follows from others by a declared formula.

    `called` is what the figure is called, `names` what its inputs are, in words.
    """
    formula_in_words, worked = told(formula, figures, called=called, **names)
    return Trace(title, formula_in_words, worked, tuple(inputs), layer)


def told(
    formula: Formula, figures: Mapping[str, float], *, called: str = "", **names: str
) -> tuple[str, str]:
    """A declared formula in words, and worked with these figures."""
    shown = {name: number(float(value)) for name, value in figures.items()}
    result = at_most(float(formula.nilai(**figures)), 4)
    words = f"{worded(called or formula.nama.replace('_', ' '))} = {formula.kata(**names)}"
    return words, f"{formula.hitungan(**shown)} = {result}"
