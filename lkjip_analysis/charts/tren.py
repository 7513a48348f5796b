"""Figures over the years: lines with gaps and breaks, two years side by side, two targets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from textwrap import fill
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from lkjip_analysis import trends
from lkjip_analysis.charts.base import BLUE, DARK, GREY, ORANGE, alt, label
from lkjip_analysis.printed import number
from lkjip_analysis.series import UKURAN

WORDS = ((12, "triliun"), (9, "miliar"), (6, "juta"))
WIDTH = 66


def amount(value: float, satuan: str) -> str:
    """A figure of a chart with its unit, short: Rp6,15 miliar, 43,3%, 13.244."""
    if satuan == "persen":
        return f"{number(value, 2)}%"
    money = "Rp" if satuan == "rupiah" else ""
    for power, word in WORDS:
        if money and abs(value) >= 10**power:
            return f"{money}{number(round(value / 10**power, 3))} {word}"
    return f"{money}{number(round(value, 2))}"


def deret(tren: pd.DataFrame, kode: str, ukuran: str = "") -> Axes:
    """One series over the years: years in a row joined, gaps and breaks left open.

    Without `ukuran` the measure with the most figures is drawn. Figures that disagree in one
    period are all drawn, hollow, and no line goes through them.

    Raises: ValueError where the series has no figure.
    """
    told = tren[tren["kode"] == kode]
    if told.empty:
        raise ValueError(f'no figure of "{kode}"; there are {", ".join(sorted(set(tren["kode"])))}')
    ukuran = ukuran or str(told["ukuran"].value_counts(sort=True).index[0])
    told = told[told["ukuran"] == ukuran]
    line = trends.chosen(told)
    satuan = str(line["satuan"].iloc[-1])
    line, told = line[line["satuan"] == satuan], told[told["satuan"] == satuan]
    axes = _year_axes(3.2)
    stretches = list(trends.segments(line, tren.attrs.get("putus", ())))
    for part in stretches:
        axes.plot(part["posisi"], part["nilai"], color=BLUE, linewidth=2, zorder=1)
    _points(axes, line, told, satuan)
    _breaks(axes, stretches)
    title = _series_title(line, ukuran, satuan)
    _frame(axes, told, title, f"{UKURAN.get(ukuran, ukuran)} ({satuan})", _sources(told))
    axes.set_label(alt(title, [*_spoken(told, satuan), *_spoken_breaks(stretches, tren, kode)]))
    return axes


def _year_axes(height: float) -> Axes:
    figure, axes = plt.subplots(figsize=(7, height), layout="constrained")
    plt.close(figure)
    return axes


def _points(axes: Axes, line: pd.DataFrame, told: pd.DataFrame, satuan: str) -> None:
    """Every chosen figure, filled; those in conflict, and those of a part of a year, hollow."""
    apart = set(trends.conflicts(told).index)
    shown = told.loc[[i for i in told.index if i in apart or i in set(line.index)]]
    whole = shown["periode"] == ""
    for place, row in shown.sort_values("posisi").iterrows():
        solid = bool(whole[place]) and place not in apart
        colour = ORANGE if place in apart else BLUE
        axes.scatter(row["posisi"], row["nilai"], s=46, zorder=3, edgecolor=colour,
                     color=colour if solid else "white", linewidth=1.5)  # fmt: skip
        when = f"\n{row['periode'].removeprefix('per ')}" if row["periode"] else ""
        axes.annotate(
            f"{amount(row['nilai'], satuan)}{when}",
            (row["posisi"], row["nilai"]),
            (0, 8),
            ha="center",
            textcoords="offset points",
            color=DARK,
            fontsize=9,
        )


def _breaks(axes: Axes, stretches: list[pd.DataFrame]) -> None:
    """A dotted upright where a stretch ends although the next year has a figure: a break."""
    for before, after in pairwise(stretches):
        if after["tahun"].iloc[0] - before["tahun"].iloc[-1] == 1:
            where = (before["posisi"].iloc[-1] + after["posisi"].iloc[0]) / 2
            axes.axvline(where, color=GREY, linestyle=(0, (2, 3)), linewidth=1.2)
            axes.annotate("terputus", (where, 0.02), (4, 0), xycoords=("data", "axes fraction"),
                          textcoords="offset points", color="#4B5563", fontsize=8)  # fmt: skip


def _series_title(line: pd.DataFrame, ukuran: str, satuan: str) -> str:
    """What happened from the first whole year to the last, or that it cannot be told."""
    name = str(line["singkat"].iloc[0])
    what = name if ukuran in ("realisasi", "jumlah") else f"{name}, {UKURAN.get(ukuran, ukuran)}"
    known = line[line["nilai"].notna() & (line["periode"] == "")].sort_values("tahun")
    if len(known) > 1:
        first, last = known.iloc[0], known.iloc[-1]
        start, end = amount(first["nilai"], satuan), amount(last["nilai"], satuan)
        return f"{what}: {start} pada {first['tahun']}, {end} pada {last['tahun']}"
    return f"{what}: {len(line)} angka, belum dapat dibandingkan setahun penuh"


def _frame(axes: Axes, told: pd.DataFrame, title: str, unit: str, source: str) -> None:
    """A time axis with whole years, and what every chart has around it."""
    axes.set_xlim(float(told["posisi"].min()) - 0.6, float(told["posisi"].max()) + 0.6)
    axes.margins(y=0.3)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{x:.0f}"))
    _plain(axes, title, unit, source)


def _sources(told: pd.DataFrame) -> str:
    return "; ".join(dict.fromkeys(told["sumber"]))


def _spoken(told: pd.DataFrame, satuan: str) -> Iterator[str]:
    for _, row in told.sort_values("posisi").iterrows():
        yield f"{row['periode'] or row['tahun']} {amount(row['nilai'], satuan)} ({row['sumber']})"


def _spoken_breaks(stretches: list[pd.DataFrame], tren: pd.DataFrame, kode: str) -> Iterator[str]:
    for one in tren.attrs.get("putus", ()):
        if one.kode == kode and len(stretches) > 1:
            yield f"garis terputus pada {one.tahun} ({one.berubah}: {one.sebab})"


def kemiringan(capaian: pd.DataFrame, sumber: str) -> Axes:
    """Achievement of every indicator in two years that follow one another, percent.

    `capaian` has one row an indicator and year: singkat, tahun, nilai.
    """
    wide = capaian.pivot_table(index="singkat", columns="tahun", values="nilai", sort=False)
    first, last = sorted(wide.columns)[-2:]
    both = wide[[first, last]].dropna().sort_values(last, kind="stable")
    axes = _year_axes(1.6 + 0.62 * len(both))
    fell = int((both[last] < both[first]).sum())
    title = f"Capaian {fell} dari {len(both)} indikator menurun dari {first} ke {last}"
    if not fell:
        title = f"Capaian tidak menurun dari {first} ke {last}"
    left, right = (_spread(list(both[year])) for year in (first, last))
    for (name, row), at, to in zip(both.iterrows(), left, right, strict=True):
        colour = ORANGE if row[last] < row[first] else BLUE
        axes.plot([0, 1], [row[first], row[last]], color=colour, marker="o", linewidth=2)
        axes.annotate(f"{number(row[first], 2)}%", (0, row[first]), (-0.04, at), ha="right",
                      va="center", textcoords="data", fontsize=9, color=DARK)  # fmt: skip
        axes.annotate(f"{number(row[last], 2)}%  {name}", (1, row[last]), (1.04, to), ha="left",
                      va="center", textcoords="data", fontsize=9, color=DARK)  # fmt: skip
    axes.axhline(100, color=GREY, linewidth=1, zorder=0)
    axes.set_xlim(-0.35, 2.1)
    axes.set_xticks([0, 1], [str(first), str(last)])
    _plain(axes, title, "capaian (%); garis mendatar: 100%, jingga: menurun", sumber)
    axes.set_label(alt(title, [
        f"{name} {number(row[first], 2)}% pada {first}, {number(row[last], 2)}% pada {last}"
        for name, row in both.iterrows()
    ]))  # fmt: skip
    return axes


def _spread(values: list[float]) -> list[float]:
    """Places of labels beside rising values, moved apart so that none covers another."""
    span = max(values) - min(values) or 1
    room = max(span * 0.09, 3.0)
    order = sorted(range(len(values)), key=values.__getitem__)
    places = list(values)
    for lower, upper in pairwise(order):
        places[upper] = max(places[upper], places[lower] + room)
    return places


def _plain(axes: Axes, title: str, unit: str, source: str) -> None:
    axes.figure.suptitle(
        fill(title, WIDTH), x=0.01, ha="left", fontsize=12, fontweight="bold", color=DARK
    )
    axes.set_yticks([])
    axes.set_xlabel(
        f"{unit}\n{fill(f'Sumber: {source}', 105)}", loc="left", fontsize=8, color="#4B5563"
    )
    axes.tick_params(length=0, labelsize=9)
    axes.spines[["top", "right", "left"]].set_visible(False)


def dua_target(targets: pd.DataFrame, sumber: str) -> Axes:
    """Realisasi of each year between its first and its revised target."""
    axes = _year_axes(1.4 + 0.9 * len(targets))
    missed = targets[targets["realisasi"] < targets["target_awal"]]
    title = (
        f"{len(missed)} dari {len(targets)} kali realisasi di bawah target awal"
        if len(missed)
        else "Realisasi mencapai target awal setiap kali"
    )
    spoken = []
    for place, (_, row) in zip(range(len(targets))[::-1], targets.iterrows(), strict=True):
        spoken.append(_one_pair(axes, row, place))
    axes.set_yticks(range(len(targets))[::-1], list(targets["deret"]))
    axes.set_ylim(-0.6, len(targets) - 0.3)
    axes.margins(x=0.14)
    ticks = axes.get_yticks()
    _plain(axes, title, "bulat penuh: realisasi; garis tegak: target", sumber)
    axes.set_yticks(ticks, list(targets["deret"]))
    axes.set_xticks([])
    axes.set_label(alt(title, spoken))
    return axes


def _one_pair(axes: Axes, row: pd.Series[Any], place: int) -> str:
    satuan = str(row["satuan"])
    told = []
    marks = (("target_awal", "target awal", 12), ("target_perubahan", "target perubahan", -18))
    for name, words, shift in marks:
        if pd.notna(row[name]):
            axes.plot([row[name]] * 2, [place - 0.22, place + 0.22], color=DARK, linewidth=2)
            text = f"{words} {amount(row[name], satuan)}"
            axes.annotate(text, (row[name], place + (0.22 if shift > 0 else -0.22)),
                          (0, 4 if shift > 0 else -11), ha="center",
                          textcoords="offset points", fontsize=8, color=DARK)  # fmt: skip
            told.append(text)
    if pd.notna(row["realisasi"]):
        axes.scatter(row["realisasi"], place, s=70, color=BLUE, zorder=3)
        label(axes, f" {amount(row['realisasi'], satuan)}", (row["realisasi"], place))
        told.append(f"realisasi {amount(row['realisasi'], satuan)}")
    return f"{row['deret']}: {', '.join(told)}"
