"""Budget absorbed by programmes, and achievement against it."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.analysis import measures
from lkjip_analysis.numbers.printed import number
from lkjip_analysis.pages.charts.axes import (
    BLUE,
    DARK,
    GREY,
    MUTED,
    ORANGE,
    alt,
    bars,
    entitle,
    goal_marks,
    plain_axes,
    row_axes,
    row_name,
)
from lkjip_analysis.pages.charts.showing import chart

LONGEST = 120.0
"""Bars end here, percent of the ceiling; what is longer is cut and says its figure."""


@chart
def serapan(anggaran: pd.DataFrame, sumber: str = "", ambang: float | None = None) -> Axes:
    """Budget absorbed by each programme, in percent of its ceiling, smallest last.

    The programmes below `ambang` percent stand out and are counted in the title; without it the
    smallest does.
    """
    if "serapan_dihitung" not in anggaran:
        reached = measures.serapan(anggaran["pagu"], anggaran["realisasi"])
        anggaran = anggaran.assign(serapan_dihitung=reached)
    frame = anggaran.dropna(subset="serapan_dihitung").sort_values(
        "serapan_dihitung", ascending=False, kind="stable"
    )
    values = [float(value) for value in frame["serapan_dihitung"]]
    if frame.empty:
        return plain_axes(1)
    names = [_short(name) for name in frame["program"]]
    told = f"{names[-1]} menyerap paling sedikit: {number(values[-1], 2)}%"
    low = [v == values[-1] if ambang is None else v < ambang for v in values]
    if ambang is not None:
        told += f"; {sum(low)} dari {len(low)} program di bawah {number(ambang)}%"
    axes = row_axes(len(names))
    odd = [value > 100 or below for value, below in zip(values, low, strict=True)]
    bars(axes, [max(0.0, min(value, LONGEST)) for value in values], odd)
    for place, (name, value) in enumerate(zip(names, values, strict=True)):
        row_name(axes, len(names) - 1 - place, name, f"{number(value, 2)}%")
    goal_marks(axes, len(values), 100)
    axes.set_xlim(0, max(102.0, min(max(values), LONGEST) + 2))
    axes.set_xticks([0, 50, 100], ["0%", "50%", "pagu"])
    entitle(axes, told, "realisasi terhadap pagu (%)", sumber)
    shown = [f"{name} {number(value, 2)}%" for name, value in zip(names, values, strict=True)]
    axes.set_label(alt(told, shown))
    return axes


@chart
def kuadran(
    sasaran: pd.DataFrame, sumber: str = "", serapan_seluruhnya: float | None = None
) -> Axes:
    """Mean capaian of each sasaran against its serapan, in four named quadrants.

    The quadrants meet at capaian 100 percent and at the serapan of the whole budget.
    """
    axes = plain_axes(3.9)
    if "capaian" not in sasaran:
        sasaran = sasaran.assign(capaian=sasaran["capaian_dihitung"])
    across, up = sasaran["serapan"], sasaran["capaian"]
    known = sasaran.attrs.get("serapan_seluruhnya", across.mean())
    middle = float(known if serapan_seluruhnya is None else serapan_seluruhnya)
    reached = [float(value) >= 100 for value in up]
    told = _told(sasaran, middle)
    axes.axhline(100, color=GREY, linewidth=1)
    axes.axvline(middle, color=GREY, linewidth=1)
    for key, x, y, met in zip(sasaran.index, across, up, reached, strict=True):
        axes.plot([x], [y], marker="o" if met else "X", markersize=11,
                  color=BLUE if met else ORANGE, linestyle="")  # fmt: skip
        axes.annotate(f"Sasaran {key}\ncapaian {number(y, 2)}%\nserapan {number(x, 2)}%", (x, y),
                      (0, 9 if y >= 100 else -9), textcoords="offset points", ha="center",
                      va="bottom" if y >= 100 else "top", fontsize=9, color=DARK)  # fmt: skip
    _frame_quadrants(axes, across, up, middle)
    entitle(axes, told, "mendatar: serapan pagu (%), menurut garis serapan seluruhnya; "
            "tegak: capaian (%)", sumber)  # fmt: skip
    axes.set_label(
        alt(
            told,
            [
                f"sasaran {key} capaian {number(y, 2)}%, serapan {number(x, 2)}%"
                for key, x, y in zip(sasaran.index, across, up, strict=True)
            ],
        )
    )
    return axes


def _told(sasaran: pd.DataFrame, middle: float) -> str:
    saving = [
        str(key)
        for key, row in sasaran.iterrows()
        if row["capaian"] >= 100 and row["serapan"] < middle
    ]
    if saving:
        return f"Sasaran {' dan '.join(saving)} mencapai target dengan serapan di bawah rata-rata"
    met = sum(sasaran["capaian"] >= 100)
    return f"{met} dari {len(sasaran)} sasaran mencapai target rata-rata"


def _frame_quadrants(
    axes: Axes, across: pd.Series[float], up: pd.Series[float], middle: float
) -> None:
    """Limits with room for labels, and the name of each quadrant in its outer corner."""
    reach = max(abs(across - middle).max(), 4.0) * 1.9
    high = max(float(up.max()), 110.0)
    low = min(float(up.min()), 90.0)
    room = (high - low) * 0.9
    axes.set_xlim(middle - reach, middle + reach)
    axes.set_ylim(low - room, high + room)
    axes.set_yticks([100], ["target"])
    axes.set_xticks([middle], [f"{number(middle, 2)}%"])
    for x, y, text, side, top in (
        (0.01, 0.99, "tercapai,\nserapan rendah", "left", "top"),
        (0.99, 0.99, "tercapai,\nserapan tinggi", "right", "top"),
        (0.01, 0.01, "belum tercapai,\nserapan rendah", "left", "bottom"),
        (0.99, 0.01, "belum tercapai,\nserapan tinggi", "right", "bottom"),
    ):
        axes.annotate(text, (x, y), xycoords="axes fraction", ha=side, va=top,
                      fontsize=8.5, style="italic", color=MUTED)  # fmt: skip


def _short(program: str) -> str:
    """A programme's name without the word Program."""
    return " ".join(program.split()).removeprefix("Program ")
