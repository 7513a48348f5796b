"""Achievement of indicators against their targets."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.charts.base import BLUE, DARK, GREY, ORANGE, alt, finish, label, new_axes
from lkjip_analysis.printed import number


def capaian(kinerja: pd.DataFrame, sumber: str) -> Axes:
    """Achievement of each indicator this year and last, in percent, around the 100 % line."""
    kinerja = kinerja.dropna(subset="capaian_dihitung")
    names, now = list(kinerja["singkat"]), kinerja["capaian_dihitung"]
    before = kinerja.get("capaian_lalu", pd.Series(float("nan"), index=kinerja.index))
    missed = [name for name, value in zip(names, now, strict=True) if value < 100]
    told = (
        "Semua indikator mencapai target"
        if not missed
        else f"{len(names) - len(missed)} dari {len(names)} indikator mencapai target"
    )
    axes = new_axes(len(names))
    positions = range(len(names))[::-1]
    axes.axvline(100, color=DARK, linewidth=1)
    axes.hlines(positions, before, now, color=GREY, linewidth=2, zorder=1)
    axes.scatter(before, positions, color="white", edgecolor=GREY, s=60, zorder=2)
    axes.scatter(now, positions, color=[BLUE if v >= 100 else ORANGE for v in now], s=80, zorder=3)
    for position, value in zip(positions, now, strict=True):
        label(axes, f"{number(value, 2)}%", (value, position), above=True)
    finish(
        axes,
        positions,
        names,
        told,
        "capaian terhadap target (%)",
        f"Titik kosong: tahun sebelumnya. {sumber}",
    )
    axes.set_label(
        alt(
            told,
            [
                f"{name} {number(value, 2)}%"
                + (f" (tahun sebelumnya {number(last, 2)}%)" if pd.notna(last) else "")
                for name, value, last in zip(names, now, before, strict=True)
            ],
        )
    )
    return axes
