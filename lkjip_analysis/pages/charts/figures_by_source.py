"""Figures of many days and sources: each a bar from zero with its day and who tells it."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.analysis import trends
from lkjip_analysis.pages.charts.axes import (
    BLUE,
    GREY,
    ORANGE,
    TINT,
    alt,
    entitle,
    plain_axes,
    row_name,
    row_note,
)
from lkjip_analysis.pages.charts.over_time import LABELLED, SMALL, worth
from lkjip_analysis.pages.charts.series_figures import measure_of, shown_figures, source_of
from lkjip_analysis.pages.charts.series_words import series_title
from lkjip_analysis.pages.charts.shown_chart import chart
from lkjip_analysis.pages.parts.inline_svg import MARK

ROW, BAR = 0.58, 0.2
"""Inches that a row takes with its day over it and its source under it; its bar, of a row."""

SOURCE = 40
"""Letters of a source that have room; under the picture all stand whole."""


def is_scattered(told: pd.DataFrame) -> bool:
    """Is one series told of so many days, or of so few whole years, that a line over the years
    would be a strip of dots?"""
    shown = shown_figures(trends.chosen(told), told)
    of_days = int((shown["periode"] != "").sum())
    return bool(of_days) and (len(shown) >= LABELLED or len(shown) - of_days < 2)


@chart
def menurut_sumber(tren: pd.DataFrame, kode: str, ukuran: str = "") -> Axes:
    """One series as all its figures, the oldest first: a bar from zero, its day and its source.

    Without `ukuran` the measure with the most figures. Figures of a whole year are filled, those of
    a day are outlines, those that disagree in one period are orange; a line parts what does not
    compare.
    """
    told, ukuran, satuan = measure_of(tren, kode, ukuran)
    line = trends.chosen(told)
    shown = shown_figures(line, told).sort_values("posisi", kind="stable")
    breaks = [one for one in tren.attrs.get("putus", ()) if one.stands_for(kode, ukuran)]
    apart = set(trends.conflicts(told).index)
    axes = plain_axes(0.4 + ROW * len(shown), SMALL)
    axes.set_yticks([])
    axes.set_xticks([])
    axes.set_ylim(-0.5, len(shown) - 0.45)
    parts = []
    for place, (key, row) in enumerate(shown.iterrows()):
        figure = worth(row, satuan, shown)
        parts.append(f"{row['periode'] or row['tahun']} {figure} ({row['sumber']})")
        _row(axes, len(shown) - 1 - place, row, (figure, parts[-1], key in apart))
    for year in (one.tahun for one in breaks):
        before = int((shown["posisi"] < year).sum())
        if 0 < before < len(shown):
            axes.axhline(
                len(shown) - before - 0.42, color=GREY, linestyle=(0, (2, 3)), linewidth=1.2
            )
    low, high = min(0.0, float(shown["nilai"].min())), max(0.0, float(shown["nilai"].max()))
    axes.set_xlim(low, high if high > low else low + 1)
    title = series_title(line, told, ukuran, satuan, [one.tahun for one in breaks])
    notes = [one.told for one in breaks]
    source, unit = source_of(told, ukuran, satuan)
    entitle(axes, title[:1].upper() + title[1:], unit, source, "; ".join(notes))
    axes.set_label(alt(title, [*parts, *notes]))
    return axes


def _row(axes: Axes, position: int, row: pd.Series[Any], told: tuple[str, str, bool]) -> None:
    """One figure: its day and source, what it is, and its bar."""
    figure, words, is_apart = told
    is_whole = row["periode"] == ""
    colour = ORANGE if is_apart else BLUE
    face = TINT if is_apart else BLUE if is_whole else "none"
    axes.barh(
        position, float(row["nilai"]), height=BAR, color=face, edgecolor=colour, linewidth=1.2,
        gid=MARK + words,
    )  # fmt: skip
    when = str(row["periode"] or row["tahun"]).removeprefix("per ")
    row_name(axes, position, when, figure, 0.13)
    row_note(axes, position, shorten(str(row["sumber"]), SOURCE, placeholder=" …"), 0.14)
