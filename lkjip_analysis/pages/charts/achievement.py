"""Achievement of indicators: against their targets, and against the year before."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.analysis.frames import shown
from lkjip_analysis.numbers.printed import number
from lkjip_analysis.pages.charts.axes import (
    BLUE,
    DARK,
    GREY,
    MUTED,
    ORANGE,
    PALE,
    alt,
    apart,
    bars,
    entitle,
    goal_marks,
    plain_axes,
    row_axes,
    row_name,
)
from lkjip_analysis.pages.charts.showing import chart

LONGEST = 220.0
"""Bars end here, percent of the target; what is longer is cut and says its figure."""


def reached(frame: pd.DataFrame, every: int) -> str:
    """The finding: how many indicators reached their target, and which did not."""
    missed = list(frame.loc[frame["capaian_dihitung"] < 100, "singkat"])
    if len(frame) == every == 1:
        return f"Satu-satunya indikator{' tidak' if missed else ''} mencapai target"
    if not missed and len(frame) == every:
        return f"Semua {len(frame)} indikator mencapai target"
    if len(missed) == len(frame) == every:
        return f"Tidak satu pun dari {len(frame)} indikator mencapai target"
    told = f"{len(frame) - len(missed)} dari {every} indikator mencapai target"
    lacking = f" ({every - len(frame)} tidak dapat dihitung)" if len(frame) < every else ""
    names = f"; {' dan '.join(missed)} tidak" if 1 <= len(missed) <= 2 else ""
    return told + lacking + names


@chart
def capaian(kinerja: pd.DataFrame, sumber: str = "") -> Axes:
    """Achievement of each indicator as a bar against the mark of 100 percent of its target.

    Over each bar stand realisasi and target in the indicator's own unit.
    """
    frame = kinerja.dropna(subset="capaian_dihitung")
    if frame.empty:
        return plain_axes(1)
    values = [float(v) for v in frame["capaian_dihitung"]]
    axes, told = row_axes(len(frame), 0.78), reached(frame, len(kinerja))
    bars(axes, [max(0.0, min(v, LONGEST)) for v in values], [v < 100 for v in values], 0.26)
    parts = []
    for place, ((kode, row), value) in enumerate(zip(frame.iterrows(), values, strict=True)):
        position = len(values) - 1 - place
        against = " dari target ".join(shown(kinerja, kode, c) for c in ("realisasi", "target"))
        row_name(axes, position, str(row["singkat"]), f"{number(value, 2)}%", 0.17)
        _under(axes, position, against)
        parts.append(f"{row['singkat']} {number(value, 2)}%, realisasi {against}")
    goal_marks(axes, len(values), 100, 0.17)
    axes.set_xlim(0, max(105.0, min(max(values), LONGEST) * 1.02))
    axes.set_xticks([0, 50, 100], ["0%", "50%", "target"])
    entitle(axes, told, "capaian terhadap target (%); garis tegak: target", sumber)
    axes.set_label(alt(told, parts))
    return axes


def _under(axes: Axes, position: int, against: str) -> None:
    """Realisasi and target under the bar."""
    axes.annotate(against, (0, position - 0.15), (0, -1), textcoords="offset points",
                  ha="left", va="top", fontsize=8.5, color=MUTED)  # fmt: skip


@chart
def lereng(kinerja: pd.DataFrame, tahun: int, sumber: str = "") -> Axes:
    """Achievement last year and this year, one line an indicator, labelled at both ends.

    `kinerja` holds capaian_lalu; indicators that lack either year are left out.
    """
    past: Any = pd.to_numeric(kinerja["capaian_lalu"], errors="coerce")  # some print "n/a" there
    frame = kinerja.assign(capaian_lalu=past).dropna(subset=["capaian_dihitung", "capaian_lalu"])
    if frame.empty:
        return plain_axes(1)
    before = [float(v) for v in frame["capaian_lalu"]]
    now = [float(v) for v in frame["capaian_dihitung"]]
    names = list(frame["singkat"])
    axes, told = plain_axes(3.6), _changes(names, before, now)
    span = max(*before, *now, 100) - min(*before, *now, 100) or 1
    for first, last in zip(before, now, strict=True):
        down = last < first
        axes.plot([0, 1], [first, last], color=ORANGE if down else BLUE, linewidth=2,
                  linestyle=(0, (4, 2)) if down else "-", marker="o", markersize=6)  # fmt: skip
    left, right = apart(before, span * 0.075), apart(now, span * 0.075)
    for name, first, last, low, high in zip(names, before, now, left, right, strict=True):
        axes.annotate(f"{number(first, 2)}%", (-0.04, low), ha="right", va="center",
                      fontsize=9, color=DARK)  # fmt: skip
        axes.annotate(f"{number(last, 2)}% {name}", (1.04, high), ha="left", va="center",
                      fontsize=9, color=DARK)  # fmt: skip
    axes.axhline(100, color=GREY, linewidth=1, zorder=0)
    axes.set_yticks([100], ["target"])
    axes.set_xlim(-0.5, 2.3)
    axes.set_xticks([0, 1], [str(tahun - 1), str(tahun)])
    axes.spines["bottom"].set_color(PALE)
    entitle(axes, told, "capaian terhadap target tiap tahun (%); garis putus: turun", sumber)
    axes.set_label(
        alt(
            told,
            [
                f"{name} {number(first, 2)}% ({tahun - 1}), {number(last, 2)}% ({tahun})"
                for name, first, last in zip(names, before, now, strict=True)
            ],
        )
    )
    return axes


def _changes(names: list[str], before: list[float], now: list[float]) -> str:
    down = [n for n, first, last in zip(names, before, now, strict=True) if last < first]
    if len(names) == 1:
        word = "turun" if down else "tidak turun"
        return f"Capaian satu-satunya indikator {word} dari tahun sebelumnya"
    if not down:
        return "Capaian tidak satu pun turun dari tahun sebelumnya"
    if len(down) == len(names):
        return f"Capaian semua {len(names)} indikator turun dari tahun sebelumnya"
    return f"Capaian {len(down)} dari {len(names)} indikator turun dari tahun sebelumnya"
