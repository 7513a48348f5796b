"""What programmes left of their ceilings."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from math import nan

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.analysis import measures
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.charts.axes import alt, entitle, plain_axes
from lkjip_analysis.pages.charts.budget import short, under
from lkjip_analysis.pages.charts.rows import bars_both_ways, marked_open, named_rows, undecided_note
from lkjip_analysis.pages.charts.shown_chart import chart

SEEN = 0.005
"""What is less than so much of the largest has no bar to be seen: such programmes are one row."""


SHOWN = ["program", "sisa", "serapan_dihitung"]


@chart
def sisa(
    anggaran: pd.DataFrame,
    sumber: str = "",
    *,
    ambang: float | None = None,
    belum: Collection[Hashable] = (),
) -> Axes:
    """What each programme left of its ceiling (`pagu` less `realisasi`, rupiah), the most first.

    Where nearly all is spent the shares are alike and what is left is not. What was spent beyond a
    ceiling is drawn to the left. Programmes that absorbed less than `ambang` percent are counted
    in the title and told apart by their colour; what each absorbed stands below. The rows in
    `belum` rest on figures that nobody has decided, and are drawn so.
    """
    frame = anggaran.assign(
        sisa=anggaran["pagu"].astype(float) - anggaran["realisasi"].astype(float),
        serapan_dihitung=measures.serapan(anggaran["pagu"], anggaran["realisasi"]),
    )
    frame = frame.dropna(subset="sisa").sort_values("sisa", ascending=False, kind="stable")
    if frame.empty:
        return plain_axes(1)
    rows, unsure = _rows(frame, belum)
    low = [value < 0 or share < (ambang or 0.0) for _, value, share in rows]
    values = [left for _, left, _ in rows]
    figures = [f"Rp{number(left)}" for left in values]
    told = _left(frame)
    marked = marked_open(figures, unsure)
    named = [(name, figure) for (name, *_), figure in zip(rows, marked, strict=True)]
    if ambang is not None:
        told += under(int((frame["serapan_dihitung"] < ambang).sum()), len(frame), ambang)
    parts = [" ".join(one) for one in named]
    axes = named_rows(named, [_absorbed(share) for *_, share in rows])
    bars_both_ways(axes, values, low, parts, unsure)
    measure = worded("pagu yang tidak dibelanjakan (rupiah)") + _coloured(low, ambang)
    measure += undecided_note(unsure)
    entitle(axes, told, measure, sumber)
    axes.set_label(alt(told, parts))
    return axes


def _rows(
    frame: pd.DataFrame, belum: Collection[Hashable]
) -> tuple[list[tuple[str, float, float]], list[bool]]:
    """Each programme that can be seen beside the largest, with what it absorbed, the others as one
    row; which are open."""
    kept = frame["sisa"].abs() >= SEEN * frame["sisa"].abs().max()
    rows = [
        (short(str(program)), float(left), float(share))
        for program, left, share in frame.loc[kept, SHOWN].itertuples(index=False)
    ]
    unsure = [key in belum for key in frame.index[kept]]
    if few := int((~kept).sum()):
        unsure.append(any(key in belum for key in frame.index[~kept]))
        rest = float(frame["sisa"][~kept].sum())
        rows.append((worded("{count} program lain", count=few), rest, nan))
    return rows, unsure


def _absorbed(share: float) -> str:
    """What a programme absorbed of its ceiling, where it has one."""
    return worded("serapan {share}%", share=number(share, 2)) if share == share else ""


def _coloured(low: Sequence[bool], ambang: float | None) -> str:
    """What the other colour says, where a bar has it."""
    if ambang is None or not any(low):
        return ""
    return worded("; jingga: serapan di bawah {ambang}% atau melebihi pagu", ambang=number(ambang))


def _left(frame: pd.DataFrame) -> str:
    """Which programme left most, the first, and of how much; it may be too little for a bar."""
    most, total = float(frame["sisa"].iloc[0]), float(frame["sisa"].sum())
    if most <= 0:
        return worded("Tidak ada program yang menyisakan anggaran")
    name, figure = short(str(frame["program"].iloc[0])), f"Rp{number(most)}"
    if total <= 0:
        return worded("Sisa terbesar pada {name}: {figure}", name=name, figure=figure)
    return worded(
        "{name} menyisakan {figure} dari Rp{total} yang tidak dibelanjakan",
        name=name,
        figure=figure,
        total=number(total),
    )
