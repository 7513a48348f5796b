"""Scores of cooperatives over the bands of their predicates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import floor

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.analysis.asking import one_scale
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.charts.axes import (
    BLUE,
    DARK,
    MUTED,
    ORANGE,
    PALE,
    PALER,
    alt,
    entitle,
    plain_axes,
)
from lkjip_analysis.pages.charts.shown_chart import chart
from lkjip_analysis.pages.parts.agency_fields import compared
from lkjip_analysis.pages.parts.inline_svg import MARK

HIGH, WIDE = 130.0, 270.0
"""Points that the dots may take upwards and across: so many that none hides another."""


def _fitting(odd: int, many: int) -> str:
    """Of how many scores the printed predicate is another one.

    >>> _fitting(0, 1), _fitting(0, 2), _fitting(0, 110)  # doctest: +NORMALIZE_WHITESPACE
    ('Predikatnya sesuai dengan nilainya', 'Kedua predikat sesuai dengan nilainya',
     'Semua 110 predikat sesuai dengan nilainya')
    """
    if odd:
        told = "{count} dari {every} predikat tidak sesuai dengan nilainya"
        return worded(told, count=odd, every=many)
    if not many:
        return worded("Tidak ada predikat yang dapat dibandingkan dengan nilainya")
    if many == 1:
        return worded("Predikatnya sesuai dengan nilainya")
    if many == 2:
        return worded("Kedua predikat sesuai dengan nilainya")
    return worded("Semua {many} predikat sesuai dengan nilainya", many=many)


@chart
def skor(
    koperasi: pd.DataFrame,
    skala: Iterable[Band] | Mapping[str, Sequence[Band]] = (),
    sumber: str = "",
) -> Axes:
    """Every score as a dot over its band; a cross where the printed predicate is another one.

    Without `skala` the bands are those of the frame's own report.
    """
    frame = koperasi.dropna(subset="nilai").sort_values("nilai", kind="stable")
    compares, odd = compared(frame)
    told = _fitting(int(odd.sum()), int(compares.sum()))
    values = [float(v) for v in frame["nilai"]]
    low, high = floor(min(values)) - 1.5, max(values) + 1.5
    axes, stacked = plain_axes(2.2), Counter[int]()
    top = max(Counter(floor(value * 2) for value in values).values()) + 2.2
    size = min(6.0, HIGH / top, WIDE / (2 * (high - low)))
    for (value, name), is_odd in zip(zip(values, frame["nama"], strict=True), odd, strict=True):
        column = floor(value * 2)
        stacked[column] += 1
        axes.plot([column / 2 + 0.25], [stacked[column]], linestyle="",
                  marker="X" if is_odd else "o", markersize=size * (1.6 if is_odd else 1),
                  color=ORANGE if is_odd else BLUE, gid=f"{MARK}{name} {number(value)}",
                  markeredgewidth=0)  # fmt: skip
    _bands(axes, one_scale(skala, "koperasi"), low, high, top)
    axes.set_xlim(low, high)
    axes.set_ylim(0, top)
    axes.set_yticks([])
    entitle(
        axes,
        told,
        worded("nilai kesehatan (yang tertinggi 100); silang: predikat tercetak berbeda"),
        sumber,
    )
    axes.set_label(alt(told, _told_of(frame, odd)))
    return axes


def _told_of(frame: pd.DataFrame, odd: pd.Series[bool]) -> list[str]:
    """How many scores fall into each class, and which cooperatives print another one."""
    parts = [
        worded("{name} menurut nilainya {count}", name=name, count=number(count))
        for name, count in Counter(frame["predikat_dihitung"].dropna()).items()
    ]
    return parts + [
        worded(
            "{nama} bernilai {nilai}, tercetak {predikat}, menurut nilai {predikat_dihitung}",
            nama=row["nama"],
            nilai=number(row["nilai"]),
            predikat=row["predikat"],
            predikat_dihitung=row["predikat_dihitung"],
        )
        for _, row in frame[odd].iterrows()
    ]


def _bands(axes: Axes, pita: Sequence[Band], low: float, high: float, top: float) -> None:
    """The bands as alternating paper, each with its name and lower end."""
    for place, band in enumerate(sorted(pita, key=lambda b: b.bawah or 0)):
        start = max(low, float(band.bawah) if band.bawah is not None else low)
        end = min(high, float(band.atas) if band.atas is not None else high)
        if start >= end:
            continue
        axes.axvspan(start, end, color=PALE if place % 2 else PALER, zorder=0, linewidth=0)
        name = band.nama.replace(" ", "\n") if end - start < (high - low) / 4 else band.nama
        axes.annotate(
            name,
            (start, top),
            (3, -3),
            textcoords="offset points",
            va="top",
            fontsize=9.1,
            color=DARK,
        )
        axes.axvline(start, color=MUTED, linewidth=0.6, zorder=1)
