"""Figures over the years: lines with gaps and breaks, two years side by side, two targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from textwrap import fill
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from lkjip_analysis import metrics, trends
from lkjip_analysis.charts.base import BLUE, DARK, GREY, ORANGE, alt, label, new_axes
from lkjip_analysis.printed import number
from lkjip_analysis.reading.series import UKURAN

WORDS = ((12, "triliun"), (9, "miliar"), (6, "juta"))
WIDTH = 48
HEIGHT = 3.2
"""Of one series, in inches."""

SAME_TIME = 0.45
"""Years within which the same figure is labelled once."""

CROWDED = 0.22
"""Labels less than this part of the width apart would cover one another."""


def amount(value: float, satuan: str) -> str:
    """A figure of a chart with its unit, short: Rp6,15 miliar, 43,3%, 13.244."""
    if satuan == "persen":
        return f"{number(value, 2)}%"
    money = "Rp" if satuan == "rupiah" else ""
    for power, word in WORDS:
        if money and abs(value) >= 10**power:
            return f"{money}{number(round(value / 10**power, 3))} {word}"
    return f"{money}{number(round(value, 2))}"


def deret(tren: pd.DataFrame, kode: str, ukuran: str = "", axes: Axes | None = None) -> Axes:
    """One series over the years: years in a row joined, gaps and breaks left open.

    Without `ukuran` the measure with the most figures is drawn. Figures that disagree in one
    period are all drawn, hollow, and no line goes through them.

    Raises: ValueError where the series has no figure.
    """
    told = tren[tren["kode"] == kode]
    if told.empty:
        raise ValueError(f'no figure of "{kode}"; there are {", ".join(sorted(set(tren["kode"])))}')
    ukuran = ukuran or str(told["ukuran"].value_counts(sort=True).index[0])
    told = told[told["ukuran"] == ukuran]
    line = trends.chosen(told)
    satuan = str(line["satuan"].iloc[-1])
    line, told = line[line["satuan"] == satuan], told[told["satuan"] == satuan]
    axes = axes or new_axes(HEIGHT)
    stretches = list(trends.segments(line, tren.attrs.get("putus", ())))
    for part in stretches:
        axes.plot(part["posisi"], part["nilai"], color=BLUE, linewidth=2, zorder=1)
    _points(axes, line, told, satuan)
    _breaks(axes, stretches)
    breaks = [one for one in tren.attrs.get("putus", ()) if one.stands_for(kode, ukuran)]
    title = _series_title(line, told, ukuran, satuan, bool(breaks))
    told_breaks = [f"garis terputus pada {b.tahun} ({b.berubah}: {b.sebab})" for b in breaks]
    unit = f"{UKURAN.get(ukuran, ukuran)} ({satuan}); sumbu tegak tidak mulai dari nol"
    _frame(axes, told, title, "; ".join([unit, *told_breaks]), _sources(told))
    axes.set_label(alt(title, [*_spoken(told, satuan), *told_breaks]))
    return axes


def bertumpuk(tren: pd.DataFrame, codes: Sequence[str], ukuran: str = "") -> Axes:
    """Several series below one another in one picture; its alt text is that of all.

    Returns the Axes of the first.
    """
    figure = Figure(figsize=(5.4, HEIGHT * len(codes)), layout="constrained")
    # One row of subfigures each, so that every series keeps its own title.
    parts = figure.subfigures(len(codes), 1, squeeze=False)[:, 0]
    drawn = [
        deret(tren, kode, ukuran, part.subplots()) for kode, part in zip(codes, parts, strict=True)
    ]
    drawn[0].set_label(" ".join(str(axes.get_label()) for axes in drawn))
    return drawn[0]


def _points(axes: Axes, line: pd.DataFrame, told: pd.DataFrame, satuan: str) -> None:
    """Every chosen figure, filled; those in conflict, and those of a part of a year, hollow."""
    apart = set(trends.conflicts(told).index)
    shown = told.loc[[i for i in told.index if i in apart or i in set(line.index)]]
    room = float(shown["nilai"].max() - shown["nilai"].min()) / 4
    crowded = max(SAME_TIME, CROWDED * float(shown["posisi"].max() - shown["posisi"].min()))
    labelled: list[tuple[float, float]] = []
    for place, row in shown.sort_values("posisi").iterrows():
        solid = row["periode"] == "" and place not in apart
        colour = ORANGE if place in apart else BLUE
        at = float(row["posisi"]), float(row["nilai"])
        axes.scatter(*at, s=46, zorder=3, edgecolor=colour,
                     color=colour if solid else "white", linewidth=1.5)  # fmt: skip
        near = [a for a in labelled if abs(a[0] - at[0]) < crowded and abs(a[1] - at[1]) <= room]
        if any(a[1] == at[1] and abs(a[0] - at[0]) < SAME_TIME for a in near):
            continue  # the same figure of nearly the same day is labelled once
        _label_point(axes, row, satuan, below=bool(near))
        labelled.append(at)


def _label_point(axes: Axes, row: pd.Series[Any], satuan: str, below: bool) -> None:
    when = row["periode"].removeprefix("per ")
    text = "\n".join(filter(None, (amount(row["nilai"], satuan), when)))
    axes.annotate(
        text,
        (row["posisi"], row["nilai"]),
        (0, -9 if below else 8),
        ha="center",
        va="top" if below else "bottom",
        textcoords="offset points",
        color=DARK,
        fontsize=9,
    )


def _breaks(axes: Axes, stretches: list[pd.DataFrame]) -> None:
    """A dotted upright where a stretch ends although the next year has a figure: a break."""
    for before, after in pairwise(stretches):
        if after["tahun"].iloc[0] - before["tahun"].iloc[-1] == 1:
            where = (before["posisi"].iloc[-1] + after["posisi"].iloc[0]) / 2
            axes.axvline(where, color=GREY, linestyle=(0, (2, 3)), linewidth=1.2)
            axes.annotate("terputus", (where, 0.02), (4, 0), xycoords=("data", "axes fraction"),
                          textcoords="offset points", color="#4B5563", fontsize=8.5)  # fmt: skip


def _series_title(
    line: pd.DataFrame, told: pd.DataFrame, ukuran: str, satuan: str, broken: bool
) -> str:
    """What happened from the first whole year to the last, or how far the figures lie apart."""
    name = str(line["singkat"].iloc[0])
    what = name if ukuran in ("realisasi", "jumlah") else f"{name}, {UKURAN.get(ukuran, ukuran)}"
    known = line[line["nilai"].notna() & (line["periode"] == "")].sort_values("tahun")
    by_day = told["periode"].str.startswith("per ")
    if len(known) > 1 and by_day.sum() < len(known):
        first, last = known.iloc[0], known.iloc[-1]
        start, end = amount(first["nilai"], satuan), amount(last["nilai"], satuan)
        title = f"{what}: {start} pada {first['tahun']}, {end} pada {last['tahun']}"
        return title + ("" if broken else _by(first["nilai"], last["nilai"], satuan))
    low, high = (amount(value, satuan) for value in (told["nilai"].min(), told["nilai"].max()))
    if not by_day.any():
        return f"{what}: tidak ada dua tahun penuh yang dapat dibandingkan"
    return f"{what}: {low} sampai {high}, menurut tanggal dan sumbernya"


def _by(first: float, last: float, satuan: str) -> str:
    """The change in points or percent, signed."""
    if satuan == "persen":
        return f" ({_signed(metrics.perubahan(last, first))} poin)"
    return f" ({_signed(metrics.pertumbuhan(last, first))}%)" if first else ""


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{number(round(value, 2))}"


def _frame(axes: Axes, told: pd.DataFrame, title: str, unit: str, source: str) -> None:
    """A time axis with whole years, and what every chart has around it."""
    first, last = float(told["posisi"].min()), float(told["posisi"].max())
    axes.set_xlim(first - 0.6, last + 0.6)
    axes.margins(y=0.3)
    if last - first < 1:  # so that one year is not told many times
        axes.set_xticks(range(int(first), int(last) + 1))
    else:
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{x:.0f}"))
    _plain(axes, title, unit, source)


def _sources(told: pd.DataFrame) -> str:
    return "; ".join(dict.fromkeys(told["sumber"]))


def _spoken(told: pd.DataFrame, satuan: str) -> Iterator[str]:
    for _, row in told.sort_values("posisi").iterrows():
        yield f"{row['periode'] or row['tahun']} {amount(row['nilai'], satuan)} ({row['sumber']})"


def kemiringan(capaian: pd.DataFrame, sumber: str) -> Axes:
    """Achievement of every indicator in two years that follow one another, percent.

    `capaian` has one row an indicator and year: singkat, tahun, nilai.
    """
    wide = capaian.pivot_table(index="singkat", columns="tahun", values="nilai", sort=False)
    first, last = sorted(wide.columns)[-2:]
    both = wide[[first, last]].dropna().sort_values(last, kind="stable")
    axes = new_axes(1.6 + 0.62 * len(both))
    fell = int((both[last] < both[first]).sum())
    title = f"Capaian {fell} dari {len(both)} indikator menurun dari {first} ke {last}"
    if not fell:
        title = f"Capaian tidak menurun dari {first} ke {last}"
    left, right = (_spread(list(both[year])) for year in (first, last))
    for (name, row), at, to in zip(both.iterrows(), left, right, strict=True):
        colour = ORANGE if row[last] < row[first] else BLUE
        axes.plot([0, 1], [row[first], row[last]], color=colour, marker="o", linewidth=2)
        axes.annotate(f"{number(row[first], 2)}%", (0, row[first]), (-0.04, at), ha="right",
                      va="center", textcoords="data", fontsize=9, color=DARK)  # fmt: skip
        axes.annotate(f"{number(row[last], 2)}%  {name}", (1, row[last]), (1.04, to), ha="left",
                      va="center", textcoords="data", fontsize=9, color=DARK)  # fmt: skip
    axes.axhline(100, color=GREY, linewidth=1, zorder=0)
    axes.set_xlim(-0.35, 2.1)
    axes.set_xticks([0, 1], [str(first), str(last)])
    _plain(axes, title, "capaian (%); garis mendatar: 100%, jingga: menurun", sumber)
    axes.set_label(alt(title, [
        f"{name} {number(row[first], 2)}% pada {first}, {number(row[last], 2)}% pada {last}"
        for name, row in both.iterrows()
    ]))  # fmt: skip
    return axes


def _spread(values: list[float]) -> list[float]:
    """Places of labels beside rising values, moved apart so that none covers another."""
    span = max(values) - min(values) or 1
    room = max(span * 0.09, 3.0)
    order = sorted(range(len(values)), key=values.__getitem__)
    places = list(values)
    for lower, upper in pairwise(order):
        places[upper] = max(places[upper], places[lower] + room)
    return places


def _plain(axes: Axes, title: str, unit: str, source: str) -> None:
    axes.figure.suptitle(
        fill(title[:1].upper() + title[1:], WIDTH),
        x=0.01,
        ha="left",
        fontsize=12,
        fontweight="bold",
        color=DARK,
    )
    axes.set_yticks([])
    axes.set_xlabel(
        f"{fill(unit, 76)}\n{fill(f'Sumber: {source}', 76)}",
        loc="left",
        fontsize=8.5,
        color="#4B5563",
    )
    axes.tick_params(length=0, labelsize=9)
    axes.spines[["top", "right", "left"]].set_visible(False)


def dua_target(targets: pd.DataFrame, sumber: str) -> Axes:
    """Realisasi of each year between its first and its revised target."""
    axes = new_axes(1.4 + 0.9 * len(targets))
    missed = targets[targets["realisasi"] < targets["target_awal"]]
    title = (
        f"{len(missed)} dari {len(targets)} kali realisasi di bawah target awal"
        if len(missed)
        else "Realisasi mencapai target awal setiap kali"
    )
    spoken = []
    for place, (_, row) in zip(range(len(targets))[::-1], targets.iterrows(), strict=True):
        spoken.append(_one_pair(axes, row, place))
    axes.set_yticks(range(len(targets))[::-1], list(targets["deret"]))
    axes.set_ylim(-0.6, len(targets) - 0.3)
    axes.margins(x=0.14)
    ticks = axes.get_yticks()
    _plain(axes, title, "bulat penuh: realisasi; garis tegak: target", sumber)
    axes.set_yticks(ticks, list(targets["deret"]))
    axes.set_xticks([])
    axes.set_label(alt(title, spoken))
    return axes


def _one_pair(axes: Axes, row: pd.Series[Any], place: int) -> str:
    satuan = str(row["satuan"])
    told = []
    marks = (("target_awal", "target awal", 12), ("target_perubahan", "target perubahan", -18))
    for name, words, shift in marks:
        if pd.notna(row[name]):
            axes.plot([row[name]] * 2, [place - 0.22, place + 0.22], color=DARK, linewidth=2)
            text = f"{words} {amount(row[name], satuan)}"
            axes.annotate(text, (row[name], place + (0.22 if shift > 0 else -0.22)),
                          (0, 4 if shift > 0 else -11), ha="center",
                          textcoords="offset points", fontsize=8.5, color=DARK)  # fmt: skip
            told.append(text)
    if pd.notna(row["realisasi"]):
        axes.scatter(row["realisasi"], place, s=70, color=BLUE, zorder=3)
        label(axes, f" {amount(row['realisasi'], satuan)}", (row["realisasi"], place))
        told.append(f"realisasi {amount(row['realisasi'], satuan)}")
    return f"{row['deret']}: {', '.join(told)}"
