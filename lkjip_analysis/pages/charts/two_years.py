"""What was reached against what was promised: two years side by side, and two targets of a year."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.charts.axes import DARK, alt, plain_axes
from lkjip_analysis.pages.charts.over_time import plain
from lkjip_analysis.pages.charts.rows import CLEAR, bars, row_words
from lkjip_analysis.pages.charts.series_words import amount
from lkjip_analysis.pages.charts.shown_chart import Chart, chart
from lkjip_analysis.pages.charts.yearly_changes import Way, drawn, legend


@chart
def kemiringan(
    capaian: pd.DataFrame, sumber: str = "", *, belum: Collection[Hashable] = ()
) -> Axes:
    """Achievement of every indicator in two years that follow one another, percent.

    The indicators in `belum`, by their codes, are drawn as figures that nobody has decided.

    `capaian` has one row an indicator and year: singkat, tahun, nilai. Without an indicator that
    has both years it is blank.
    """
    years = capaian.groupby("singkat")["tahun"].nunique()
    capaian = capaian[capaian["singkat"].isin(years.index[years > 1])]
    if capaian.empty:
        return Chart().subplots()
    wide = capaian.pivot_table(index="singkat", columns="tahun", values="nilai", sort=False)
    first, last = sorted(wide.columns)[-2:]
    both = wide[[first, last]].dropna()
    unsure = set(capaian.loc[capaian["kode"].isin(list(belum)), "singkat"]) if belum else set()
    title = _fell(both[~both.index.isin(list(unsure))], len(both), (str(first), str(last)))
    ways = [
        Way(str(name), float(row[first]), float(row[last]), name in unsure)
        for name, row in both.iterrows()
    ]
    axes = drawn(ways, (str(first), str(last)))
    plain(axes, title, legend(ways, first, last), sumber)
    axes.set_label(alt(title, [_in_words(way, first, last) for way in ways]))
    return axes


def _fell(sure: pd.DataFrame, every: int, years: tuple[str, str]) -> str:
    """How many of the indicators surely fell, and of how many nobody knows."""
    first, last = years
    fell = int((sure.iloc[:, 1] < sure.iloc[:, 0]).sum())
    title = worded(
        "Capaian {fell} dari {every} indikator menurun dari {first} ke {last}",
        fell=fell,
        every=every,
        first=first,
        last=last,
    )
    unsure = every - len(sure)
    if not fell and not unsure:
        title = worded("Capaian tidak menurun dari {first} ke {last}", first=first, last=last)
    return title + (worded(" ({count} belum pasti)", count=unsure) if unsure else "")


def _in_words(way: Way, first: str, last: str) -> str:
    """One indicator's way from year to year."""
    return worded(
        "{name} {before}% pada {first}, {now}% pada {last}",
        name=way.name,
        before=number(way.first, 2),
        first=first,
        now=number(way.last, 2),
        last=last,
    )


OVER = 24.0
"""Points that the words of a year's first target take over its bar."""


@chart
def dua_target(targets: pd.DataFrame, sumber: str = "") -> Axes:
    """Realisasi of each year from zero, with its first and its revised target as uprights."""
    axes = plain_axes(0.3 + 1.3 * len(targets))
    missed = targets[targets["realisasi"] < targets["target_awal"]]
    title = (
        worded(
            "{count} dari {every} kali realisasi di bawah target awal",
            count=len(missed),
            every=len(targets),
        )
        if len(missed)
        else worded("Realisasi mencapai target awal setiap kali")
    )
    if len(missed) == len(targets) > 1:
        title = worded("Realisasi di bawah target awal setiap kali")
    figures = targets[["target_awal", "target_perubahan", "realisasi"]].to_numpy(dtype=float)
    middle = (min(0.0, float(np.nanmin(figures))) + float(np.nanmax(figures))) / 2
    spoken = []
    for place, (_, row) in zip(range(len(targets))[::-1], targets.iterrows(), strict=True):
        spoken.append(_one_pair(axes, row, place, middle))
    axes.set_ylim(-0.45, len(targets) - 0.35)
    axes.set_yticks([])
    bars(axes, list(figures[:, 2]), list(figures[:, 2] < figures[:, 0]), spoken)
    axes.set_xlim(min(0.0, float(np.nanmin(figures))), 1.04 * float(np.nanmax(figures)))
    plain(axes, title, worded("batang: realisasi; garis tegak: target"), sumber)
    axes.set_xticks([0], ["0"])
    axes.set_label(alt(title, spoken))
    return axes


def _one_pair(axes: Axes, row: pd.Series[Any], place: int, middle: float) -> str:
    """One year in words; its targets are uprights with their labels towards the `middle`."""
    satuan = str(row["satuan"])
    every = [row[name] for name in ("target_awal", "target_perubahan", "realisasi")]
    told = []
    marks = (
        ("target_awal", worded("target awal"), 12),
        ("target_perubahan", worded("target perubahan"), -18),
    )
    for name, words, shift in marks:
        if pd.notna(row[name]):
            axes.plot([row[name]] * 2, [place - 0.14, place + 0.14], color=DARK, linewidth=2)
            text = f"{words} {amount(row[name], satuan, every)}"
            side = "left" if row[name] < middle else "right"
            axes.annotate(
                text,
                (row[name], place + (0.14 if shift > 0 else -0.14)),
                (0, 4 if shift > 0 else -11),
                ha=side,
                textcoords="offset points",
                fontsize=9.1,
                color=DARK,
            )
            told.append(text)
    reached = ""
    if pd.notna(row["realisasi"]):
        reached = amount(row["realisasi"], satuan, every)
        told.append(worded("realisasi {reached}", reached=reached))
    row_words(axes, place, str(row["deret"]), CLEAR + OVER)
    row_words(axes, place, reached, CLEAR + OVER, 1.0)
    return f"{row['deret']}: {', '.join(told)}"
