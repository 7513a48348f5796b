"""One figure of each row side by side, against what it is held to."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from math import isfinite
from operator import lt
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.language import within, worded
from lkjip_analysis.numbers.calendar_days import YEAR
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.charts.axes import alt, entitle, plain_axes
from lkjip_analysis.pages.charts.rows import (
    bars,
    from_zero,
    goal_marks,
    marked_open,
    named_rows,
    undecided_note,
)
from lkjip_analysis.pages.charts.shown_chart import chart
from lkjip_analysis.report.row_levels import parent

FEW = 2
"""So many rows a title names."""


@chart
def batang(
    frame: pd.DataFrame,
    kolom: str,
    judul: str = "",
    satuan: str = "",
    sumber: str = "",
    *,
    acuan: float | str | None = None,
    kata_acuan: str = "",
    tentang: str = "",
    desimal: int | None = None,
    kolom_nama: str = "",
    belum: Collection[Hashable] = (),
) -> Axes:
    """A figure of each row as a bar, in the order of the rows; rows without one are left out.

    `acuan` is what they are held against, a number or a column: those below it stand out, and the
    title tells them, as what it is `tentang` below `kata_acuan`; without one it names the highest
    and the lowest. `desimal` is how many a figure has that no cell prints. `belum` are drawn open.
    """
    known: Any = frame.dropna(subset=[kolom])
    if known.empty:
        return plain_axes(1)
    names, values = [*map(str, known.get(kolom_nama, known.index))], [*map(float, known[kolom])]
    goals, unsure = _goals(known, acuan), [key in belum for key in known.index]
    figures = marked_open(_figures(known, kolom, desimal), unsure)
    told = list(map(" ".join, zip(names, figures, strict=True)))
    indented, parts = _by_level(names, _wholes(known.index, names))
    named = list(zip(indented, figures, strict=True))
    held = kata_acuan or str(acuan if isinstance(acuan, str) else number(acuan or 0))
    beside = _told_goals(known, acuan, held, desimal)
    axes = named_rows(named, beside, is_figure_first=bool(beside))
    bars(axes, values, list(map(lt, values, goals)), told=told, unsure=unsure)
    goal_marks(axes, goals)
    from_zero(axes, [*values, *filter(isfinite, goals)])
    below = "" if acuan is None else below_goal(parts, values, goals, held, tentang)
    judul = judul or below or _highest(told, values)
    entitle(axes, judul, satuan + undecided_note(unsure), sumber)
    axes.set_label(alt(judul, told))
    return axes


def _wholes(keys: Sequence[Hashable], names: Sequence[str]) -> list[str]:
    """What each row is a part of, by its name; nothing for those that are no part of another."""
    called = dict(zip(map(str, keys), names, strict=True))
    return [called.get(parent(key, called) or "", "") for key in map(str, keys)]


def _by_level(names: Sequence[str], wholes: Sequence[str]) -> tuple[list[str], list[str]]:
    """The names of rows beside their bars, those of parts behind a dash; and in a sentence, where
    a part is not to read as one beside its whole."""
    pairs = list(zip(names, wholes, strict=True))
    part_of = "{name} (bagian dari {whole})"
    return (
        [f"\u2013 {name}" if whole else name for name, whole in pairs],
        [worded(part_of, name=name, whole=whole) if whole else name for name, whole in pairs],
    )


def _figures(frame: pd.DataFrame, kolom: str, desimal: int | None) -> list[str]:
    """Each figure with the decimals it is printed with, else with so many: as few as will do."""
    printed = frame.attrs.get("desimal", {})
    if desimal is None and (frame[kolom] % 1 != 0).any():
        desimal = 2
    return [
        number(float(value), printed.get((key, kolom), desimal))
        for key, value in frame[kolom].items()
    ]


def _told_goals(
    frame: pd.DataFrame, acuan: float | str | None, held: str, desimal: int | None
) -> list[str]:
    """Under each bar what its own mark stands for; a mark that is the same in all rows is said
    once, above them."""
    if not isinstance(acuan, str):
        return []
    figures = _figures(frame.dropna(subset=[acuan]), acuan, desimal)
    told = iter(f"{held} {figure}" for figure in figures)
    return [next(told) if is_known else "" for is_known in frame[acuan].notna()]


def _goals(frame: pd.DataFrame, acuan: float | str | None) -> list[float]:
    """What each row is held against; NaN, which nothing is below, where there is nothing."""
    if isinstance(acuan, str):
        return [float(goal) for goal in frame[acuan].astype(float)]
    return [float("nan") if acuan is None else float(acuan)] * len(frame)


def _highest(told: list[str], values: list[float]) -> str:
    """The highest and the lowest row with their figures."""
    highest, lowest = told[values.index(max(values))], told[values.index(min(values))]
    if len(set(values)) == 1:
        return highest if len(values) == 1 else worded("Semua sama tinggi")
    return worded("Tertinggi {highest}, terendah {lowest}", highest=highest, lowest=lowest)


def below_goal(
    names: Sequence[str], values: Sequence[float], goals: Sequence[float], held: str, what: str
) -> str:
    """Which rows are below what they are held against, the one furthest below first: by name where
    they are few, else how many and that one."""
    every = zip(names, values, goals, strict=True)
    gaps = [(goal - value, name) for name, value, goal in every if value < goal]
    fewer = [name for _, name in sorted(gaps, key=lambda one: -one[0])]
    if what and len(fewer) <= FEW and 0 < len(fewer) < len(names):
        few = worded(" dan ").join(fewer)
        return worded("{what} di bawah {held}: {names}", what=what, held=held, names=few)
    if what and len(fewer) == len(names) > 1:
        if all(map(YEAR.fullmatch, names)):
            return worded("{what} di bawah {held} setiap tahun", what=what, held=held)
        return worded("{what} di bawah {held} pada setiap baris", what=what, held=held)
    if what:
        plain = below_goal(names, values, goals, held, "")
        return worded("{what}: {found}", what=what, found=within(plain))
    if not fewer:
        return worded("Tidak ada yang di bawah {held}", held=held)
    if len(fewer) == len(names) > 1:
        return worded("Semuanya di bawah {held}", held=held)
    if len(fewer) <= FEW:
        return worded("Di bawah {held}: {names}", held=held, names=worded(" dan ").join(fewer))
    return worded(
        "{count} dari {every} di bawah {held}, paling jauh {name}",
        count=len(fewer),
        every=len(names),
        held=held,
        name=fewer[0],
    )
