"""Parts of a whole and counts side by side: exports, staff, assets."""

from __future__ import annotations

from collections.abc import Collection, Hashable

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.language import phrase, worded
from lkjip_analysis.numbers.metrics import persen
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.charts.axes import alt, entitle, plain_axes
from lkjip_analysis.pages.charts.rows import (
    bars,
    from_zero,
    marked_open,
    named_rows,
    undecided_note,
)
from lkjip_analysis.pages.charts.shown_chart import chart

LARGEST, PARTS = "{nama} adalah yang terbesar: {bagian}%", "dan bagiannya"
"""What a chart of parts says where nobody says otherwise."""


@chart
def bagian(
    nilai: pd.Series[float],
    judul: str = LARGEST,
    satuan: str = PARTS,
    sumber: str = "",
    *,
    belum: Collection[Hashable] = (),
) -> Axes:
    """The parts of a whole, largest first, each with its figure and its share in percent.

    `judul` may name the largest (`{nama}`) and its share (`{bagian}`); the rows in `belum` are
    drawn as figures that nobody has decided. Raises: TypeError for a whole frame, which does not
    say what is drawn.
    """
    if isinstance(nilai, pd.DataFrame):
        raise TypeError(phrase("charts.bagian draws one column; of a frame charts.komposisi does"))
    return _parts(nilai, _entitled(judul, nilai), worded(satuan), sumber, belum)


def _entitled(judul: str, nilai: pd.Series[float]) -> str:
    """The title with the name and share of the largest part, where it asks for them."""
    known = nilai.dropna()
    total = float(known.sum())
    if "{" not in judul or not total:
        return worded(judul)
    share = number(persen(float(known.max()), total), 1)
    return worded(judul).format(nama=known.idxmax(), bagian=share)


def _parts(
    values: pd.Series[float], told: str, satuan: str, sumber: str, belum: Collection[Hashable]
) -> Axes:
    ordered = values.dropna().sort_values(ascending=False, kind="stable")
    total, each = float(ordered.sum()), [float(value) for value in ordered]
    shares = [f" ({number(persen(value, total), 1)}%)" if total else "" for value in each]
    figures = [f"{number(value)}{share}" for value, share in zip(each, shares, strict=True)]
    unsure = [name in belum for name in ordered.index]
    named = list(zip(map(str, ordered.index), marked_open(figures, unsure), strict=True))
    axes, parts = named_rows(named), [f"{name} {figure}" for name, figure in named]
    bars(axes, each, [value < 0 for value in each], told=parts, unsure=unsure)
    from_zero(axes, each)
    entitle(axes, told, satuan + undecided_note(unsure), sumber)
    axes.set_label(alt(told, parts))
    return axes


@chart
def komposisi(
    frame: pd.DataFrame,
    kolom: str,
    judul: str = LARGEST,
    satuan: str = PARTS,
    sumber: str = "",
    *,
    kolom_nama: str = "",
    belum: Collection[Hashable] = (),
) -> Axes:
    """The parts that one column of a frame has in its sum, largest first.

    `judul` names the largest and its share; `kolom_nama` is the column that names a row, else the
    index does. The rows in `belum` are drawn as figures that nobody has decided. Raises:
    ValueError where a row is below zero, for that is no part of a sum.
    """
    names = frame.get(kolom_nama, frame.index)
    values = pd.Series([float(v) for v in frame[kolom].astype(float)], index=list(map(str, names)))
    total, top = float(values.sum()), values.dropna()
    if len(top) and top.min() < 0:
        raise ValueError(phrase('"{name}" is below zero and no part of a sum', name=top.idxmin()))
    if top.empty or not total:
        return plain_axes(1)
    unsure = {name for name, key in zip(values.index, frame.index, strict=True) if key in belum}
    return _parts(values, _entitled(judul, values), worded(satuan), sumber, unsure)
