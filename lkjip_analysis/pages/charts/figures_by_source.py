"""Figures of many days and sources: each a bar from zero with its day and who tells it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10
from textwrap import shorten
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.analysis import trends
from lkjip_analysis.language import capital, worded
from lkjip_analysis.pages.charts.axes import BLUE, GREY, PALER, alt, entitle
from lkjip_analysis.pages.charts.over_time import LABELLED, SMALL, worth
from lkjip_analysis.pages.charts.rows import BAR, from_zero, in_rows, named_rows, row_middles
from lkjip_analysis.pages.charts.series_figures import measure_of, shown_figures, source_of
from lkjip_analysis.pages.charts.series_words import amount, series_title, when_of
from lkjip_analysis.pages.charts.shown_chart import chart
from lkjip_analysis.pages.parts.inline_svg import MARK

SOURCE = 43
"""Letters of a source that have room; under the picture all stand whole."""


CLOSE, DOT = 0.1, 49.0
"""Figures that differ by so small a part of the highest lie close; the size of a dot."""

SHORTEST = 10
"""A series has a scale of its own where its longest bar were else a smaller part than this."""


def is_scattered(told: pd.DataFrame) -> bool:
    """Is one series told of so many days, or of so few whole years, that a line over the years
    would be a strip of dots?"""
    shown = shown_figures(trends.chosen(told), told)
    of_days = int((shown["periode"] != "").sum())
    return bool(of_days) and (len(shown) >= LABELLED or len(shown) - of_days < 2)


def shared_ends(tren: pd.DataFrame, codes: Sequence[str], ukuran: str) -> dict[str, float]:
    """How far the scale of each series goes: as far as that of the highest one that counts the same
    thing, unless its own bars would then be too short to compare.
    """
    told = {kode: measure_of(tren, kode, ukuran) for kode in codes}
    own = {kode: float(figures["nilai"].max()) for kode, (figures, *_) in told.items()}
    highest: dict[tuple[str, str], float] = {}
    for kode, (_, measure, unit) in told.items():
        highest[measure, unit] = max(own[kode], highest.get((measure, unit), 0.0))
    ends = {kode: highest[measure, unit] for kode, (_, measure, unit) in told.items()}
    return {kode: end if own[kode] >= end / SHORTEST else own[kode] for kode, end in ends.items()}


@chart
def menurut_sumber(tren: pd.DataFrame, kode: str, ukuran: str = "", *, hingga: float = 0.0) -> Axes:
    """One series as all its figures, the oldest first: a bar from zero, its day and its source.

    Of many figures that lie close together bars would look alike: they are dots on a scale whose
    ends are told.
    Without `ukuran` the measure with the most figures. Figures of a whole year are filled, those of
    a day are outlines, those that disagree in one period are outlines of dashes; a line parts what
    does not compare. The scale goes at least to `hingga`, so that series side by side compare.
    """
    told, ukuran, satuan = measure_of(tren, kode, ukuran)
    line = trends.chosen(told)
    shown = shown_figures(line, told).sort_values("posisi", kind="stable")
    breaks = [one for one in tren.attrs.get("putus", ()) if one.stands_for(kode, ukuran)]
    apart = set(trends.conflicts(told).index)
    figures = [worth(row, satuan, shown) for _, row in shown.iterrows()]
    axes, scale = _days(shown, figures), _close_scale(shown["nilai"])
    parts, middles = [], row_middles(axes, len(shown))
    for place, (key, row) in enumerate(shown.iterrows()):
        parts.append(f"{when_of(row)} {figures[place]} ({row['sumber']})")
        draw = _dot if scale else _bar
        draw(axes, middles[place], row, parts[-1], key in apart)
    for year in (one.tahun for one in breaks):
        before = int((shown["posisi"] < year).sum())
        if 0 < before < len(shown):
            axes.axhline(
                middles[before - 1] - 0.42, color=GREY, linestyle=(0, (2, 3)), linewidth=1.2
            )
    if scale:
        _tell_ends(axes, scale, satuan)
    else:
        from_zero(axes, [*(float(value) for value in shown["nilai"]), hingga], 0.0)
    title = series_title(line, told, ukuran, satuan, [one.tahun for one in breaks])
    notes = [one.told for one in breaks]
    source, unit = source_of(told, ukuran, satuan)
    unit += worded("; skala tidak dari nol") if scale else ""
    entitle(axes, capital(title), unit + _outlined(shown, bool(scale)), source, "; ".join(notes))
    axes.set_label(alt(title, [*parts, *notes]))
    return axes


def _close_scale(values: pd.Series[float]) -> tuple[float, float] | None:
    """The round ends of a scale for many figures that lie close together, far from zero."""
    low, high = float(values.min()), float(values.max())
    if len(values) < LABELLED or low <= 0 or not 0 < high - low <= CLOSE * high:
        return None
    step = 10.0 ** floor(log10(high - low))
    return floor(low / step) * step, ceil(high / step) * step


def _tell_ends(axes: Axes, scale: tuple[float, float], satuan: str) -> None:
    """The two ends of a scale that does not begin at zero, each within the chart."""
    axes.set_xlim(*scale)
    axes.set_xticks(scale, [amount(end, satuan, scale) for end in scale])
    first, last = axes.get_xticklabels()
    first.set_horizontalalignment("left")
    last.set_horizontalalignment("right")


def _outlined(shown: pd.DataFrame, are_dots: bool) -> str:
    """What a bar or dot without filling is: of a day, or of less than a year."""
    days = shown.loc[shown["periode"] != "", "periode"]
    if days.empty:
        return ""
    is_of_days = days.str.startswith("per ").all()
    if are_dots:
        return worded(
            "; titik kosong: pada tanggal itu" if is_of_days else "; titik kosong: belum setahun"
        )
    return worded(
        "; batang kosong: pada tanggal itu" if is_of_days else "; batang kosong: belum setahun"
    )


def _days(shown: pd.DataFrame, figures: Sequence[str]) -> Axes:
    """A row for each figure, its day over it and its source under it."""
    days = [when_of(row, is_bare=True) for _, row in shown.iterrows()]
    sources = [shorten(str(source), SOURCE, placeholder=" …") for source in shown["sumber"]]
    return named_rows(list(zip(days, figures, strict=True)), sources, SMALL)


def _dot(axes: Axes, position: float, row: pd.Series[Any], words: str, is_apart: bool) -> None:
    """The same as a dot on the line of its row."""
    is_filled = row["periode"] == "" and not is_apart
    axes.axhline(position, color=GREY, linewidth=0.6, zorder=0)
    axes.scatter(
        float(row["nilai"]), position, s=DOT, zorder=3, edgecolor=BLUE, linewidth=1.5,
        facecolor=PALER if is_apart else BLUE if is_filled else "none", clip_on=False,
        linestyle=(0, (2, 1.5)) if is_apart else "-", gid=MARK + words,
    )  # fmt: skip


def _bar(axes: Axes, position: float, row: pd.Series[Any], words: str, is_apart: bool) -> None:
    """What one figure is: filled of a whole year, an outline of a day, dashes where sources
    disagree and nobody has decided."""
    is_filled = row["periode"] == "" and not is_apart
    axes.barh(
        position, float(row["nilai"]), height=in_rows(axes, BAR), edgecolor=BLUE, linewidth=1.2,
        color=PALER if is_apart else BLUE if is_filled else "none",
        linestyle=(0, (3, 2)) if is_apart else "-", gid=MARK + words,
    )  # fmt: skip
