"""Budget absorbed by programmes."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.charts.base import BLUE, DARK, ORANGE, alt, finish, new_axes
from lkjip_analysis.printed import number


def serapan(anggaran: pd.DataFrame, sumber: str) -> Axes:
    """Budget absorbed by each programme, in percent of its ceiling, smallest first."""
    frame = anggaran.dropna(subset="serapan_dihitung").sort_values(
        "serapan_dihitung", ascending=False, kind="stable"
    )
    values = frame["serapan_dihitung"]
    names = [_short(name) for name in frame["program"]]
    low = frame.iloc[-1]
    told = f"{_short(low['program'])} menyerap paling sedikit: {number(values.iloc[-1], 2)}%"
    axes = new_axes(len(names))
    positions = range(len(names))[::-1]
    colours = [ORANGE if value > 100 or value == values.iloc[-1] else BLUE for value in values]
    axes.barh(positions, values.clip(upper=120), color=colours, height=0.6)
    axes.axvline(100, color=DARK, linewidth=1)
    for position, value in zip(positions, values, strict=True):
        # Inside the bar's end, clear of the 100 % line.
        axes.annotate(
            f"{number(value, 2)}%",
            (max(min(value, 120), 14), position),
            (-4, 0),
            ha="right",
            va="center",
            textcoords="offset points",
            color="white",
            fontsize=9,
            fontweight="bold",
        )
    axes.set_xlim(0, max(102, min(float(values.max()), 120)) + 2)
    finish(axes, positions, names, told, "realisasi terhadap pagu (%)", sumber)
    axes.set_label(
        alt(
            told, [f"{name} {number(value, 2)}%" for name, value in zip(names, values, strict=True)]
        )
    )
    return axes


def _short(program: str) -> str:
    """A programme's name without the word Program, cut at a word."""
    name = " ".join(program.split()).removeprefix("Program ")
    return name if len(name) <= 44 else name[:43].rsplit(" ", 1)[0] + " …"
