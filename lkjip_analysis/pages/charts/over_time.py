"""Figures over the years: lines with gaps and breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from textwrap import shorten
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from lkjip_analysis.analysis import trends
from lkjip_analysis.language import capital, worded
from lkjip_analysis.pages.charts import labels
from lkjip_analysis.pages.charts.axes import (
    BLUE,
    DARK,
    GREY,
    MUTED,
    WIDTH,
    alt,
    entitle,
    plain_axes,
)
from lkjip_analysis.pages.charts.goals_over_time import beyond, goal_lines, goals_of, goals_told
from lkjip_analysis.pages.charts.series_figures import (
    measure_of,
    of_several_years,
    shown_figures,
    source_of,
    with_sources,
)
from lkjip_analysis.pages.charts.series_words import amount, series_title, when_of
from lkjip_analysis.pages.charts.shown_chart import Chart, Charts, chart
from lkjip_analysis.pages.parts.inline_svg import MARK
from lkjip_analysis.report.period import spoken_period

SMALL, HEIGHT = 2.7, 1.65
"""Width and height of one series, in inches: several stand beside one another."""

FOOT = 7.0
"""Points above the axis where the word of a break stands, if nothing is there."""

MOST = 240
"""Letters of unit or sources, twice those of a title, that leave room; alt text has all."""

LABELLED = 4
"""So many figures of one series are all labelled."""

HIDDEN, RING = 2.5, 4.0
"""Points between two marks of which one hides the other, and how much wider it then is drawn."""

MONTH = re.compile(r"\b([A-Z][a-z]{2})[a-z]+(?= \d{4}\b)")
"""The name of a month before its year, of which a label has room for three letters."""

TICK = 0.42
"""Inches that a year under the axis takes."""

LONG = 6
"""Years that an axis of several series has at most if one of them tells only of a part."""

SAME_TIME = 0.45
"""Years within which the same figure is labelled once."""


@chart
def deret(
    tren: pd.DataFrame, kode: str, ukuran: str = "", *, rentang: tuple[int, int] | None = None
) -> Axes:
    """One series over the years: years in a row joined, gaps and breaks left open.

    Without `ukuran` the measure with the most figures is drawn. Figures that disagree in one
    period are all drawn, hollow, and no line goes through them. `rentang` are the first and last
    year of the axis, so that series side by side can be compared. The upright axis begins at zero:
    a change of a third of a percent is not to look like one of fourteen.

    Raises: ValueError where the series has no figure.
    """
    return _one_series(tren, kode, ukuran, plain_axes(HEIGHT, SMALL), rentang)


def tiap_deret(tren: pd.DataFrame, ukuran: str = "") -> Charts:
    """Each series that at least two years tell, one chart each in the order of the report, all on
    the same years.

    Without `ukuran` each shows the measure with the most figures.
    """
    tren = with_sources(tren)
    _, codes, years = of_several_years(tren, ukuran)
    return Charts(deret(tren, kode, ukuran, rentang=years) for kode in codes)


def _one_series(
    tren: pd.DataFrame, kode: str, ukuran: str, axes: Axes, rentang: tuple[int, int] | None = None
) -> Axes:
    told, ukuran, satuan = measure_of(tren, kode, ukuran)
    line = trends.chosen(told)
    stretches = list(trends.segments(line, tren.attrs.get("putus", ())))
    shown, goals = shown_figures(line, told), goals_of(tren, line, ukuran, satuan)
    _heights(axes, [*shown["nilai"], *goals["nilai"]])
    for part in stretches:
        axes.plot(part["posisi"], part["nilai"], color=BLUE, linewidth=2, zorder=1)
    _mark_breaks(axes, _breaks(stretches))
    breaks = [one for one in tren.attrs.get("putus", ()) if one.stands_for(kode, ukuran)]
    title = series_title(line, told, ukuran, satuan, [one.tahun for one in breaks])
    told_breaks = [one.told for one in breaks]
    source, unit = source_of(told, ukuran, satuan)
    unit += worded("; garis pendek: target") if len(goals) else ""
    _frame(axes, told, (title, unit, "; ".join(told_breaks)), source, rentang)
    _points(axes, shown, set(trends.conflicts(told).index), satuan)
    marked = list(goal_lines(axes, goals, satuan))
    _label_points(axes, shown, [*stretches, *marked], satuan, beyond(axes, shown, marked))
    axes.set_label(alt(title, [*_spoken(told, satuan), *goals_told(goals, satuan), *told_breaks]))
    return axes


def is_broken(tren: pd.DataFrame, kode: str, ukuran: str) -> bool:
    """Has the chart of this series a dotted upright, where its figures change their meaning?"""
    line = trends.chosen(measure_of(tren, kode, ukuran)[0])
    return bool(_breaks(list(trends.segments(line, tren.attrs.get("putus", ())))))


@chart
def bertumpuk(tren: pd.DataFrame, codes: Sequence[str], ukuran: str = "") -> Axes:
    """Several series below one another in one picture; its alt text is that of all.

    Returns the Axes of the first.
    """
    figure = Chart(figsize=(WIDTH, 2 * HEIGHT * len(codes)), layout="constrained")
    # One row of subfigures each, so that every series keeps its own title.
    parts = figure.subfigures(len(codes), 1, squeeze=False)[:, 0]
    drawn = [
        _one_series(tren, kode, ukuran, part.subplots())
        for kode, part in zip(codes, parts, strict=True)
    ]
    drawn[0].set_label(" ".join(str(axes.get_label()) for axes in drawn))
    return drawn[0]


def _points(axes: Axes, shown: pd.DataFrame, apart: set[Any], satuan: str) -> None:
    """Each figure filled; those of a part of a year hollow, those in conflict of dashes.

    Each stands on its day; one that would hide another is a wider ring around it.
    """
    drawn = list[labels.Place]()
    for place, row in shown.sort_values("posisi").iterrows():
        solid = row["periode"] == "" and place not in apart
        at = float(row["posisi"]), float(row["nilai"])
        x, y = labels.in_points(axes, at)
        under = sum(abs(x - a) < HIDDEN and abs(y - b) < HIDDEN for a, b in drawn)
        drawn.append((x, y))
        told = f"{when_of(row)}: {worth(row, satuan, shown)}, {row['sumber']}"
        axes.scatter(*at, s=(6 + RING * under) ** 2, zorder=3, edgecolor=BLUE, gid=MARK + told,
                     facecolor=BLUE if solid and not under else "none", linewidth=1.5,
                     linestyle=(0, (2, 1.5)) if place in apart else "-", clip_on=False)  # fmt: skip


def _label_points(
    axes: Axes,
    shown: pd.DataFrame,
    stretches: Sequence[pd.DataFrame],
    satuan: str,
    elsewhere: Sequence[labels.Place],
) -> None:
    """A figure and its day at each point; the same figure of nearly the same day once."""
    rows, known = [], list[labels.Place]()
    for _, row in _worth_a_label(shown).iterrows():
        at = float(row["posisi"]), float(row["nilai"])
        if not any(a[1] == at[1] and abs(a[0] - at[0]) < SAME_TIME for a in known):
            rows.append((labels.in_points(axes, at), _label(row, satuan, shown), at))
            known.append(at)
    ends = [(labels.in_points(axes, a), labels.in_points(axes, b))
            for part in stretches
            for a, b in pairwise(zip(part["posisi"], part["nilai"], strict=True))]  # fmt: skip
    breaks = [labels.in_points(axes, (x, 0))[0] for x in _breaks(stretches)]
    ends += [((x, 0), (x, labels.ROOM[1])) for x in breaks]
    marks = [labels.in_points(axes, at) for at in zip(shown["posisi"], shown["nilai"], strict=True)]
    lines = [place for first, last in ends for place in labels.between(first, last)]
    lines += elsewhere
    told = [row[:2] for row in rows] + [((x, FOOT), worded("tak sebanding")) for x in breaks]
    found = labels.spots(told, marks, lines, labels.ROOM)
    at_points = [at for *_, at in rows]
    at_breaks = [(x, _height(axes, FOOT)) for x in _breaks(stretches)]
    for (_, text), at, spot in zip(told, at_points + at_breaks, found, strict=True):
        axes.annotate(text, at, (spot.right, spot.up), ha=spot.ha, va=spot.va,
                      textcoords="offset points", fontsize=9.1,
                      color=DARK if at in at_points else MUTED)  # fmt: skip


def _worth_a_label(shown: pd.DataFrame) -> pd.DataFrame:
    """Of many figures the first, the last, the lowest and the highest; the marks tell the rest."""
    ordered = shown.sort_values("posisi")
    if len(ordered) <= LABELLED:
        return ordered
    ends = {ordered.index[0], ordered.index[-1], ordered["nilai"].idxmin(),
            ordered["nilai"].idxmax()}  # fmt: skip
    return ordered[ordered.index.isin(ends)]


def worth(row: pd.Series[Any], satuan: str, beside: pd.DataFrame) -> str:
    return amount(row["nilai"], satuan, beside["nilai"], str(row["tercetak"]))


def _label(row: pd.Series[Any], satuan: str, beside: pd.DataFrame) -> str:
    told = worth(row, satuan, beside)
    when = MONTH.sub(r"\1", spoken_period(row["periode"], is_bare=True))
    return f"{told}\n({when})" if when else told  # "14" over "Januari 2026" would be one day


def _height(axes: Axes, up: float) -> float:
    """Which value of the data stands so many points above the axis."""
    low, high = axes.get_ylim()
    return low + up / labels.ROOM[1] * (high - low)


def _breaks(stretches: Sequence[pd.DataFrame]) -> list[float]:
    """Where a stretch ends although the next year has a figure."""
    return [
        float(before["posisi"].iloc[-1] + after["posisi"].iloc[0]) / 2
        for before, after in pairwise(stretches)
        if after["tahun"].iloc[0] - before["tahun"].iloc[-1] == 1
    ]


def _mark_breaks(axes: Axes, breaks: Sequence[float]) -> None:
    """A dotted upright at each break; its word is a label among the others."""
    for where in breaks:
        axes.axvline(where, color=GREY, linestyle=(0, (2, 3)), linewidth=1.2)


def _heights(axes: Axes, values: Sequence[float]) -> None:
    """From zero to over the highest figure, with room for its label; below zero where one is."""
    low, high = min(0.0, *values), max(0.0, *values)
    span = high - low or 1
    axes.set_ylim(low - 0.35 * span * (low < 0), high + 0.4 * span)
    if low < 0:
        axes.axhline(0, color=GREY, linewidth=1, zorder=0)


def _frame(
    axes: Axes, told: pd.DataFrame, words: tuple[str, str, str], source: str,
    years: tuple[int, int] | None,
) -> None:  # fmt: skip
    """A time axis with whole years, and what every chart has around it."""
    first, last = float(told["posisi"].min()), float(told["posisi"].max())
    if years and not _is_lost(last - first, years):
        first, last = min(first, years[0]), max(last, years[1])
    axes.set_xlim(first - 0.6, last + 0.6)
    known = sorted({int(where) for where in told["posisi"]})
    room = min((b - a for a, b in pairwise(known)), default=1) / (last - first + 1.2)
    if room * SMALL > TICK:
        axes.set_xticks(known)
    else:
        axes.xaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{x:.0f}"))
    title, unit, note = words
    plain(axes, title, unit, source, note)


def _is_lost(own: float, shared: tuple[int, int]) -> bool:
    """Would a series of a few years stand in a corner of an axis of many?"""
    every = shared[1] - shared[0]
    return every > LONG and own < every / 2


def _spoken(told: pd.DataFrame, satuan: str) -> Iterator[str]:
    for _, row in told.sort_values("posisi").iterrows():
        yield f"{when_of(row)} {worth(row, satuan, told)} ({row['sumber']})"


def plain(axes: Axes, title: str, unit: str, source: str, note: str = "") -> None:
    """What every chart has around it, each cut to what leaves room for the points."""
    title, unit, source, note = (
        told if len(told) <= most else shorten(told, most, placeholder=" …")
        for told, most in ((title, MOST // 2), (unit, MOST), (source, MOST), (note, MOST))
    )
    entitle(axes, capital(title), unit, source, note)
    axes.set_yticks([])
    axes.tick_params(length=0, labelsize=9.1, colors=MUTED)
    axes.spines[["top", "right", "left"]].set_visible(False)
