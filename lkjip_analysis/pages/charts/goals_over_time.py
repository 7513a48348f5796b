"""What was to be reached in a year, beside the line of what was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import copysign
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.analysis import trends
from lkjip_analysis.language import worded
from lkjip_analysis.pages.charts import labels
from lkjip_analysis.pages.charts.axes import DARK
from lkjip_analysis.pages.charts.series_words import amount
from lkjip_analysis.pages.parts.inline_svg import MARK

GOAL = 0.3
"""Years to each side that the line of a target takes."""

BEYOND = (5.0, 10.0, 15.0)
"""Points beyond a target where a label would be read as its figure."""


def goals_of(tren: pd.DataFrame, line: pd.DataFrame, ukuran: str, satuan: str) -> pd.DataFrame:
    """What was to be reached in the years of a line, where it shows what was: one target a year."""
    if ukuran != "realisasi":
        return line.head(0)
    kode, years = line["kode"].iloc[0], set(line["tahun"])
    told = tren[(tren["kode"] == kode) & (tren["ukuran"] == "target") & (tren["periode"] == "")]
    told = told[(told["satuan"] == satuan) & told["tahun"].isin(years)]
    return trends.chosen(told).dropna(subset="nilai") if len(told) else line.head(0)


def goal_lines(axes: Axes, goals: pd.DataFrame, satuan: str) -> Iterator[pd.DataFrame]:
    """A short line at what was to be reached in a year, which no label hides."""
    for (_, row), words in zip(goals.iterrows(), goals_told(goals, satuan), strict=True):
        ends = pd.DataFrame({"posisi": [row["posisi"] - GOAL, row["posisi"] + GOAL]})
        ends = ends.assign(nilai=row["nilai"], tahun=row["tahun"])
        look: dict[str, Any] = {"color": DARK, "linewidth": 2.2, "solid_capstyle": "butt"}
        axes.plot(ends["posisi"], ends["nilai"], zorder=2, gid=MARK + words, **look)
        yield ends


def goals_told(goals: pd.DataFrame, satuan: str) -> list[str]:
    return [
        worded(
            "target {tahun} {figure}",
            tahun=row["tahun"],
            figure=amount(row["nilai"], satuan, goals["nilai"], str(row["tercetak"])),
        )
        for _, row in goals.iterrows()
    ]


def beyond(axes: Axes, shown: pd.DataFrame, marked: Sequence[pd.DataFrame]) -> list[labels.Place]:
    """Where a label would be read as that of a target: on the far side of it from its point."""
    found = list[labels.Place]()
    for goal in marked:
        ends = [
            labels.in_points(axes, at) for at in zip(goal["posisi"], goal["nilai"], strict=True)
        ]
        reached = shown.loc[shown["tahun"] == goal["tahun"].iloc[0], "nilai"]
        away = {ends[0][1] - labels.in_points(axes, (0.0, float(value)))[1] for value in reached}
        for side in {copysign(1, one) for one in away if abs(one) > labels.THIN}:
            found += [(x, y + side * step) for x, y in labels.between(*ends) for step in BEYOND]
    return found
