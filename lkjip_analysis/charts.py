"""Charts: a frame in, Axes out. The title states the finding, the label of the Axes is its alt
text with the figures, and the source stands under it. No global style is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.printed import number

# Okabe and Ito's palette: told apart by the colour-blind, and in grey by lightness.
BLUE, ORANGE, GREY, DARK = "#0072B2", "#D55E00", "#8A8A8A", "#1F2937"


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
    axes = _axes(len(names))
    positions = range(len(names))[::-1]
    axes.axvline(100, color=DARK, linewidth=1)
    axes.hlines(positions, before, now, color=GREY, linewidth=2, zorder=1)
    axes.scatter(before, positions, color="white", edgecolor=GREY, s=60, zorder=2)
    axes.scatter(now, positions, color=[BLUE if v >= 100 else ORANGE for v in now], s=80, zorder=3)
    for position, value in zip(positions, now, strict=True):
        _label(axes, f"{number(value, 2)}%", (value, position), above=True)
    _finish(
        axes,
        positions,
        names,
        told,
        "capaian terhadap target (%)",
        f"Titik kosong: tahun sebelumnya. {sumber}",
    )
    axes.set_label(
        _alt(
            told,
            [
                f"{name} {number(value, 2)}%"
                + (f" (tahun sebelumnya {number(last, 2)}%)" if pd.notna(last) else "")
                for name, value, last in zip(names, now, before, strict=True)
            ],
        )
    )
    return axes


def serapan(anggaran: pd.DataFrame, sumber: str) -> Axes:
    """Budget absorbed by each programme, in percent of its ceiling, smallest first."""
    frame = anggaran.dropna(subset="serapan_dihitung").sort_values(
        "serapan_dihitung", ascending=False, kind="stable"
    )
    values = frame["serapan_dihitung"]
    names = [_short(name) for name in frame["program"]]
    low = frame.iloc[-1]
    told = f"{_short(low['program'])} menyerap paling sedikit: {number(values.iloc[-1], 2)}%"
    axes = _axes(len(names))
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
    _finish(axes, positions, names, told, "realisasi terhadap pagu (%)", sumber)
    axes.set_label(
        _alt(
            told, [f"{name} {number(value, 2)}%" for name, value in zip(names, values, strict=True)]
        )
    )
    return axes


def penguji(by_watchers: dict[int, int], sumber: str) -> Axes:
    """How many figures are watched by how many relations."""
    counts = sorted(by_watchers.items())
    total, unwatched = sum(by_watchers.values()), by_watchers.get(0, 0)
    told = (
        f"{number(total - unwatched)} dari {number(total)} angka diuji paling sedikit satu hubungan"
    )
    names = [f"{n} hubungan" if n else "belum teruji" for n, _ in counts]
    axes = _axes(len(names))
    positions = range(len(names))[::-1]
    axes.barh(
        positions,
        [count for _, count in counts],
        height=0.6,
        color=[BLUE if n else ORANGE for n, _ in counts],
    )
    for position, (_, count) in zip(positions, counts, strict=True):
        _label(axes, number(count), (count, position))
    axes.margins(x=0.12)
    _finish(axes, positions, names, told, "banyak angka", sumber)
    axes.set_label(
        _alt(
            told,
            [
                f"{name}: {number(count)} angka"
                for name, (_, count) in zip(names, counts, strict=True)
            ],
        )
    )
    return axes


def _axes(rows: int) -> Axes:
    figure, axes = plt.subplots(figsize=(7, 1.3 + 0.42 * rows), layout="constrained")
    plt.close(figure)
    return axes


def _label(axes: Axes, text: str, point: tuple[float, float], above: bool = False) -> None:
    """A figure written beside its mark, so that no legend is needed."""
    axes.annotate(
        text,
        point,
        (0, 9) if above else (4, 0),
        ha="center" if above else "left",
        va="baseline" if above else "center",
        textcoords="offset points",
        color=DARK,
        fontsize=9,
    )


def _finish(
    axes: Axes, positions: Sequence[int], names: Sequence[str], title: str, unit: str, source: str
) -> None:
    axes.set_yticks(list(positions), list(names))
    axes.set_ylim(-0.6, len(names) - 0.4)
    # Above the whole picture, so that long row names leave the finding room on the left.
    axes.figure.suptitle(
        fill(title, 66), x=0.01, ha="left", fontsize=12, fontweight="bold", color=DARK
    )
    axes.set_xlabel(f"{unit}\nSumber: {source}", loc="left", fontsize=8, color="#4B5563")
    axes.tick_params(length=0, labelsize=9)
    axes.spines[["top", "right", "left"]].set_visible(False)


def _short(program: str) -> str:
    """A programme's name without the word Program, cut at a word."""
    name = " ".join(program.split()).removeprefix("Program ")
    return name if len(name) <= 44 else name[:43].rsplit(" ", 1)[0] + " …"


def _alt(title: str, parts: Sequence[str]) -> str:
    return f"{title}. {'; '.join(parts)}."
