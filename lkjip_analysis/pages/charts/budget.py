"""Budget absorbed by programmes, and achievement against it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.analysis import measures
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.charts import labels
from lkjip_analysis.pages.charts.axes import (
    BLUE,
    DARK,
    GREY,
    MUTED,
    ORANGE,
    alt,
    entitle,
    plain_axes,
)
from lkjip_analysis.pages.charts.rows import bars, goal_marks, named_rows
from lkjip_analysis.pages.charts.shown_chart import chart
from lkjip_analysis.pages.parts.inline_svg import MARK

LONGEST = 120.0
"""Bars end here, percent of the ceiling; what is longer is cut and says its figure."""


@chart
def serapan(anggaran: pd.DataFrame, sumber: str = "", *, ambang: float | None = None) -> Axes:
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
    names = [short(name) for name in frame["program"]]
    told = _absorbed(names, values)
    least = values[-1] if values[-1] < values[0] else None
    low = [v == least if ambang is None else v < ambang for v in values]
    if ambang is not None:
        told += under(sum(low), len(low), ambang)
    shown = [f"{name} {number(value, 2)}%" for name, value in zip(names, values, strict=True)]
    axes = named_rows([(name, f"{number(v, 2)}%") for name, v in zip(names, values, strict=True)])
    odd = [value > 100 or below for value, below in zip(values, low, strict=True)]
    bars(axes, [min(value, LONGEST) for value in values], odd, told=shown)
    goal_marks(axes, [100] * len(values))
    axes.set_xlim(min(0.0, *values), max(102.0, min(max(values), LONGEST) + 2))
    axes.set_xticks([0, 50, 100], ["0%", "50%", worded("pagu")])
    entitle(axes, told, worded("realisasi terhadap pagu (%)"), sumber)
    axes.set_label(alt(told, shown))
    return axes


def under(low: int, every: int, ambang: float) -> str:
    """How many programmes are below the mark, as the end of a title.

    >>> under(2, 9, 90), under(0, 9, 90), under(1, 1, 90)
    (', 2 dari 9 program di bawah 90%', ', tidak ada yang di bawah 90%', ', di bawah 90%')
    """
    mark = worded("di bawah {ambang}%", ambang=number(ambang))
    if not low:
        return worded(", tidak ada yang {mark}", mark=mark) if every > 1 else ""
    return (
        worded(", {low} dari {every} program {mark}", low=low, every=every, mark=mark)
        if every > 1
        else f", {mark}"
    )


def _absorbed(names: Sequence[str], values: Sequence[float]) -> str:
    """Which programme absorbed least; where there is one, or all are alike, that.

    >>> _absorbed(["A"], [91.5]), _absorbed(["A", "B"], [90.0, 90.0])
    ('A menyerap 91,50% pagunya', 'Semua program menyerap 90,00% pagunya')
    """
    least = f"{number(values[-1], 2)}%"
    if len(values) == 1:
        return worded("{names} menyerap {least} pagunya", names=names[0], least=least)
    if values[0] == values[-1]:
        return worded("Semua program menyerap {least} pagunya", least=least)
    many = sum(value == values[-1] for value in values)
    which = names[-1] if many == 1 else worded("{many} program", many=many)
    return worded("{which} menyerap paling sedikit: {least}", which=which, least=least)


@chart
def kuadran(
    sasaran: pd.DataFrame, sumber: str = "", *, serapan_seluruhnya: float | None = None
) -> Axes:
    """Mean capaian of each sasaran against its serapan, in four named quadrants.

    The quadrants meet at capaian 100 percent and at the serapan of the whole budget.
    """
    if "capaian" not in sasaran:
        sasaran = sasaran.assign(capaian=sasaran["capaian_dihitung"])
    axes = plain_axes(3.0)
    across, up = sasaran["serapan"], sasaran["capaian"]
    known = sasaran.attrs.get("serapan_seluruhnya", across.mean())
    middle = float(known if serapan_seluruhnya is None else serapan_seluruhnya)
    reached = [float(value) >= 100 for value in up]
    told = _told(sasaran, middle)
    axes.axhline(100, color=GREY, linewidth=1)
    axes.axvline(middle, color=GREY, linewidth=1)
    _frame_quadrants(axes, across, up, middle)
    _sasaran(
        axes,
        [
            (worded("Sasaran {key}", key=key), float(x), float(y), met)
            for key, x, y, met in zip(sasaran.index, across, up, reached, strict=True)
        ],
    )
    entitle(
        axes,
        told,
        worded("mendatar: serapan (%), garisnya serapan seluruh anggaran; tegak: capaian (%)"),
        sumber,
    )
    axes.set_label(alt(told, list(map(_in_words, sasaran.index, across, up))))
    return axes


def _in_words(key: object, across: float, up: float) -> str:
    """One sasaran of the quadrants."""
    x, y = number(across, 2), number(up, 2)
    return worded("sasaran {key} capaian {y}%, serapan {x}%", key=key, y=y, x=x)


ROOM = (280.0, 190.0)
"""What title and notes leave of the quadrants, in points."""

LINE, NAMED = 12.0, 75.0
"""How far from its corner the name of a quadrant reaches, up and across, in points."""

ON_PAPER = {"facecolor": "#FFFFFF", "edgecolor": "none", "pad": 1.0}
"""Words over a line of the quadrants hide it behind them."""

APART = 11.0
"""Points between two marks that do not hide one another."""


def _sasaran(axes: Axes, told: Sequence[tuple[str, float, float, bool]]) -> None:
    """A mark for each sasaran, none over another, each with its words where they cover least."""
    ends = axes.get_xlim(), axes.get_ylim()
    shares = [
        [(value - low) / (high - low) for value, (low, high) in zip(at, ends, strict=True)]
        for at in (one[1:3] for one in told)
    ]
    places = _apart([(across * ROOM[0], up * ROOM[1]) for across, up in shares])
    words = [
        worded("{name}\ncapaian {y}%\nserapan {x}%", name=name, y=number(y, 2), x=number(x, 2))
        for name, x, y, _ in told
    ]
    spots = labels.spots(list(zip(places, words, strict=True)), places, _corners(), ROOM)
    for (x, _), one, text, spot in zip(places, told, words, spots, strict=True):
        at = x / ROOM[0] * (ends[0][1] - ends[0][0]) + ends[0][0], one[2]
        axes.plot(
            *([value] for value in at),
            marker="o" if one[3] else "X",
            markersize=9,
            color=BLUE if one[3] else ORANGE,
            linestyle="",
            gid=MARK + text.replace("\n", ", "),
        )
        axes.annotate(
            text,
            at,
            (spot.right, spot.up),
            textcoords="offset points",
            ha=spot.ha,
            va=spot.va,
            fontsize=9.1,
            color=DARK,
            bbox=ON_PAPER,
        )


def _apart(wanted: Sequence[labels.Place]) -> list[labels.Place]:
    """The places of marks, each as far to the right as it must be to hide none before it."""
    places = list[labels.Place]()
    for x, y in wanted:
        while any(abs(x - a) < APART and abs(y - b) < APART for a, b in places):
            x += APART
        places.append((x, y))
    return places


def _corners() -> list[labels.Place]:
    """What the names of the quadrants cover."""
    return [
        place
        for up in (LINE, 2 * LINE, ROOM[1] - 2 * LINE, ROOM[1] - LINE)
        for left, right in ((0, NAMED), (ROOM[0] - NAMED, ROOM[0]))
        for place in labels.between((left, up), (right, up))
    ]


def _told(sasaran: pd.DataFrame, middle: float) -> str:
    saving = [
        str(key)
        for key, row in sasaran.iterrows()
        if row["capaian"] >= 100 and row["serapan"] < middle
    ]
    if saving:
        return worded(
            "Sasaran {saving} mencapai target dengan serapan di bawah rata-rata",
            saving=worded(" dan ").join(saving),
        )
    met = sum(sasaran["capaian"] >= 100)
    return worded(
        "{met} dari {sasaran} sasaran mencapai target rata-rata", met=met, sasaran=len(sasaran)
    )


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
        (0.01, 0.99, worded("tercapai,\nserapan rendah"), "left", "top"),
        (0.99, 0.99, worded("tercapai,\nserapan tinggi"), "right", "top"),
        (0.01, 0.01, worded("belum tercapai,\nserapan rendah"), "left", "bottom"),
        (0.99, 0.01, worded("belum tercapai,\nserapan tinggi"), "right", "bottom"),
    ):
        axes.annotate(
            text,
            (x, y),
            xycoords="axes fraction",
            ha=side,
            va=top,
            fontsize=9.1,
            style="italic",
            color=MUTED,
        )


def short(program: str) -> str:
    """A programme's name without the word Program."""
    return " ".join(program.split()).removeprefix("Program ")
