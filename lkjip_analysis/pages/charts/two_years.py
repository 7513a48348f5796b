"""What was reached against what was promised: two years side by side, and two targets of a year."""

from __future__ import annotations

from itertools import pairwise
from textwrap import shorten
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.numbers.printed import number
from lkjip_analysis.pages.charts.axes import BLUE, DARK, GREY, ORANGE, alt, plain_axes, row_name
from lkjip_analysis.pages.charts.over_time import amount, plain
from lkjip_analysis.pages.charts.showing import chart

LETTERS = 24
"""As many of a name fit beside its figure."""


@chart
def kemiringan(capaian: pd.DataFrame, sumber: str = "") -> Axes:
    """Achievement of every indicator in two years that follow one another, percent.

    `capaian` has one row an indicator and year: singkat, tahun, nilai.
    """
    wide = capaian.pivot_table(index="singkat", columns="tahun", values="nilai", sort=False)
    first, last = sorted(wide.columns)[-2:]
    both = wide[[first, last]].dropna().sort_values(last, kind="stable")
    axes = plain_axes(1.6 + 0.5 * len(both))
    fell = int((both[last] < both[first]).sum())
    title = f"Capaian {fell} dari {len(both)} indikator menurun dari {first} ke {last}"
    if not fell:
        title = f"Capaian tidak menurun dari {first} ke {last}"
    left, right = (_spread(list(both[year])) for year in (first, last))
    for (name, row), at, to in zip(both.iterrows(), left, right, strict=True):
        colour = ORANGE if row[last] < row[first] else BLUE
        short = shorten(str(name), LETTERS, placeholder=" …")
        axes.plot([0, 1], [row[first], row[last]], color=colour, marker="o", linewidth=2)
        axes.annotate(f"{number(row[first], 2)}%", (0, row[first]), (-0.07, at), ha="right",
                      va="center", textcoords="data", fontsize=9, color=DARK)  # fmt: skip
        axes.annotate(f"{number(row[last], 2)}%  {short}", (1, row[last]), (1.07, to), ha="left",
                      va="center", textcoords="data", fontsize=9, color=DARK)  # fmt: skip
    axes.axhline(100, color=GREY, linewidth=1, zorder=0)
    axes.set_xlim(-0.5, 2.3)
    axes.set_xticks([0, 1], [str(first), str(last)])
    plain(axes, title, "capaian (%); garis mendatar: 100%, jingga: menurun", sumber)
    axes.set_label(alt(title, [
        f"{name} {number(row[first], 2)}% pada {first}, {number(row[last], 2)}% pada {last}"
        for name, row in both.iterrows()
    ]))  # fmt: skip
    return axes


@chart
def dua_target(targets: pd.DataFrame, sumber: str = "") -> Axes:
    """Realisasi of each year between its first and its revised target."""
    axes = plain_axes(1.2 + 1.2 * len(targets))
    missed = targets[targets["realisasi"] < targets["target_awal"]]
    title = (
        f"{len(missed)} dari {len(targets)} kali realisasi di bawah target awal"
        if len(missed)
        else "Realisasi mencapai target awal setiap kali"
    )
    figures = targets[["target_awal", "target_perubahan", "realisasi"]].to_numpy(dtype=float)
    middle = float(np.nanmin(figures) + np.nanmax(figures)) / 2
    spoken = []
    for place, (_, row) in zip(range(len(targets))[::-1], targets.iterrows(), strict=True):
        spoken.append(_one_pair(axes, row, place, middle))
    axes.set_ylim(-0.5, len(targets) - 0.2)
    axes.margins(x=0.08)
    plain(axes, title, "bulat penuh: realisasi; garis tegak: target", sumber)
    axes.set_xticks([])
    axes.set_label(alt(title, spoken))
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


def _one_pair(axes: Axes, row: pd.Series[Any], place: int, middle: float) -> str:
    """One year: its targets as uprights with their labels towards the `middle`, realisasi a dot."""
    satuan = str(row["satuan"])
    told = []
    marks = (("target_awal", "target awal", 12), ("target_perubahan", "target perubahan", -18))
    for name, words, shift in marks:
        if pd.notna(row[name]):
            axes.plot([row[name]] * 2, [place - 0.14, place + 0.14], color=DARK, linewidth=2)
            text = f"{words} {amount(row[name], satuan)}"
            side = "left" if row[name] < middle else "right"
            axes.annotate(text, (row[name], place + (0.14 if shift > 0 else -0.14)),
                          (0, 4 if shift > 0 else -11), ha=side,
                          textcoords="offset points", fontsize=8.5, color=DARK)  # fmt: skip
            told.append(text)
    reached = ""
    if pd.notna(row["realisasi"]):
        axes.scatter(row["realisasi"], place, s=70, color=BLUE, zorder=3)
        reached = amount(row["realisasi"], satuan)
        told.append(f"realisasi {reached}")
    row_name(axes, place, str(row["deret"]), reached, 0.46)
    return f"{row['deret']}: {', '.join(told)}"
