"""Achievement of indicators: against their targets, and against the year before."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.analysis.frames import shown
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.charts.axes import alt, entitle, plain_axes
from lkjip_analysis.pages.charts.rows import (
    bars,
    goal_marks,
    marked_open,
    named_rows,
    undecided_note,
)
from lkjip_analysis.pages.charts.shown_chart import chart
from lkjip_analysis.pages.charts.yearly_changes import Way, drawn, legend
from lkjip_analysis.pages.parts.achievement_sentences import is_printed_otherwise, reached_between
from lkjip_analysis.pages.parts.indicator_names import spelt_out

FEW = 9
"""So many indicators fit the first screen."""

LESS = " ↓"
"""Stands behind the name of an indicator of which less is better."""

NONE = "–"
"""Stands for the figure of an indicator that has none."""

LONGEST = 220.0
"""Bars end here, percent of the target; what is longer is cut and says its figure."""


ROOM = 122.0
"""The axis goes at least so far, so that no mark of a target stands under the figures beside it."""


def reached(frame: pd.DataFrame, every: int, belum: Collection[Hashable] = ()) -> str:
    """The finding: how many indicators reached their target, and which did not; those in `belum`
    are neither."""
    is_open = [kode in belum for kode in frame.index]
    if any(is_open):
        return _reached_at_least(frame, every, is_open)
    missed = list(frame.loc[frame["capaian_dihitung"] < 100, "singkat"])
    if len(frame) == every == 1:
        is_missed = "Satu-satunya indikator tidak mencapai target"
        return worded(is_missed if missed else "Satu-satunya indikator mencapai target")
    if not missed and len(frame) == every == 2:
        return worded("Kedua indikator mencapai target")
    if not missed and len(frame) == every:
        return worded("Semua {count} indikator mencapai target", count=len(frame))
    if len(missed) == len(frame) == every:
        return worded("Tidak satu pun dari {count} indikator mencapai target", count=len(frame))
    told = worded(
        "{count} dari {every} indikator mencapai target",
        count=len(frame) - len(missed),
        every=every,
    )
    lacking = (
        worded(" ({every} tidak dapat dihitung)", every=every - len(frame))
        if len(frame) < every
        else ""
    )
    return told + lacking + _missing(missed)


def _reached_at_least(frame: pd.DataFrame, every: int, is_open: Sequence[bool]) -> str:
    """The same where nobody has decided some indicators: between how many, and which surely not."""
    sure = frame.loc[[not one for one in is_open]]
    if every == 1:
        return worded("Belum pasti apakah satu-satunya indikator mencapai target")
    beside = [worded("{count} belum pasti", count=sum(is_open))]
    if len(frame) < every:
        beside.append(worded("{count} tidak dapat dihitung", count=every - len(frame)))
    told = worded(
        "{count} dari {every} indikator mencapai target ({beside})",
        count=reached_between(frame["capaian_dihitung"], is_open),
        every=every,
        beside=", ".join(beside),
    )
    return told + _missing(list(sure.loc[sure["capaian_dihitung"] < 100, "singkat"]))


def _missing(names: Sequence[str]) -> str:
    """Which indicators did not reach their target, where they are few enough to be named."""
    if not 1 <= len(names) <= 2:
        return ""
    return worded("; yang tidak: {names}", names=worded(" dan ").join(names))


@chart
def capaian(
    kinerja: pd.DataFrame,
    sumber: str = "",
    *,
    ringkas: bool = False,
    belum: Collection[Hashable] = (),
) -> Axes:
    """Achievement of each indicator as a bar against the mark of 100 percent of its target.

    Under each bar stand realisasi and target in the indicator's own unit; with `ringkas` they
    are left out, and of many indicators those furthest below are shown. The codes in `belum` rest
    on figures that nobody has decided, and are drawn so; a frame of a report knows its own.
    """
    known = kinerja.dropna(subset="capaian_dihitung")
    if known.empty:
        return plain_axes(1)
    told, frame = reached(known, len(kinerja), belum), _furthest(kinerja) if ringkas else kinerja
    values = [float(v) for v in frame["capaian_dihitung"].fillna(0.0)]
    unknown = list(frame["capaian_dihitung"].isna())
    falls = [way == "turun" for way in frame.get("arah", [""] * len(frame))]
    against = _against(kinerja, frame, falls)
    rows = zip(frame["singkat"], values, against, unknown, strict=True)
    parts = [_in_words(*row) for row in rows]
    unsure = [kode in belum for kode in frame.index]
    figures = marked_open(
        [NONE if none else f"{number(v, 2)}%" for v, none in zip(values, unknown, strict=True)],
        unsure,
    )
    named = [f"{spelt_out(row)}{LESS * falls[i]}" for i, (_, row) in enumerate(frame.iterrows())]
    axes = named_rows(list(zip(named, figures, strict=True)), () if ringkas else against)
    bars(axes, [min(v, LONGEST) for v in values], [v < 100 for v in values], parts, unsure)
    goal_marks(axes, [100] * len(values))
    _in_percent(axes, values)
    drawn_of = unknown.count(False), len(known)
    is_ours = any(is_printed_otherwise(kinerja, kode) for kode in known.index)
    measure = _what_is_drawn(*drawn_of, any(falls), is_ours) + undecided_note(unsure)
    entitle(axes, told, measure, sumber)
    axes.set_label(alt(told, parts))
    return axes


def _in_words(name: str, value: float, beside: str, is_unknown: bool) -> str:
    """One indicator with what it reached; where that is not known, only that."""
    if is_unknown:
        return worded("{name} tidak dapat dihitung", name=name)
    return worded("{name} {value}%, realisasi {beside}",
                  name=name, value=number(value, 2), beside=beside)  # fmt: skip


def _in_percent(axes: Axes, values: Sequence[float]) -> None:
    """Ticks from nothing past the longest bar, the target among them."""
    axes.set_xlim(min(0.0, *values) * 1.02, max(ROOM, min(max(values), LONGEST) * 1.02))
    ticks = [0, 50, 100, *range(150, int(axes.get_xlim()[1]) + 1, 50)]
    axes.set_xticks(ticks, ["target" if tick == 100 else f"{tick}%" for tick in ticks])


def _against(kinerja: pd.DataFrame, frame: pd.DataFrame, falls: Sequence[bool]) -> list[str]:
    """Realisasi and target of each indicator, or the limit it is to stay below, in its unit."""
    words = (worded(" dari target "), worded(" dari batas "))
    known = frame["capaian_dihitung"].notna()
    return [
        words[falling].join(shown(kinerja, kode, name) for name in ("realisasi", "target"))
        if known[kode]
        else worded("tidak dapat dihitung")
        for kode, falling in zip(frame.index, falls, strict=True)
    ]


def _what_is_drawn(shown: int, every: int, is_any_falling: bool, is_ours: bool) -> str:
    """What the bars measure, that they are only the lowest, and what the arrow says."""
    few = worded("{count} yang terendah dari {every}; ", count=shown, every=every)
    told = few if shown < every else ""
    what = worded(
        "capaian dihitung ulang, % dari target" if is_ours else "capaian terhadap target (%)"
    )
    measure = f"{told}{what}"
    return measure + worded("; ↓ makin rendah makin baik") * is_any_falling


def _furthest(frame: pd.DataFrame) -> pd.DataFrame:
    """As many indicators as a first screen holds, in their order: where there are more, those
    furthest below; of what cannot be computed nobody knows how far it is."""
    if len(frame) <= FEW:
        return frame
    lowest = frame["capaian_dihitung"].dropna().sort_values(kind="stable").index[:FEW]
    return frame[frame.index.isin(lowest)]


@chart
def lereng(
    kinerja: pd.DataFrame, tahun: int, sumber: str = "", *, belum: Collection[Hashable] = ()
) -> Axes:
    """Achievement last year and this year, each indicator a bar as long as its change.

    `kinerja` holds capaian_lalu, which is a print: this year's is the print too (`capaian`), and
    computed where there is none. Indicators that lack either year are left out.
    """
    past: Any = pd.to_numeric(kinerja["capaian_lalu"], errors="coerce")  # some print "n/a" there
    computed = kinerja["capaian_dihitung"]
    printed: Any = pd.to_numeric(kinerja.get("capaian", computed), errors="coerce")
    frame = kinerja.assign(capaian_lalu=past, capaian_kini=printed.fillna(computed))
    frame = frame.dropna(subset=["capaian_kini", "capaian_lalu"])
    if frame.empty:
        return plain_axes(1)
    names, before, now = (
        list(frame[column]) for column in ("singkat", "capaian_lalu", "capaian_kini")
    )
    ways = [
        Way(str(name), float(first), float(last), kode in belum)
        for kode, name, first, last in zip(frame.index, names, before, now, strict=True)
    ]
    told = _changes([way for way in ways if not way.unsure], len(ways))
    axes = drawn(ways, (str(tahun - 1), str(tahun)))
    entitle(axes, told, legend(ways, tahun - 1, tahun), sumber)
    parts = [
        f"{way.name} {number(way.first, 2)}% ({tahun - 1}), {number(way.last, 2)}% ({tahun})"
        for way in ways
    ]
    axes.set_label(alt(told, parts))
    return axes


def _changes(sure: Sequence[Way], every: int) -> str:
    """How many indicators surely fell and which the farthest, and of how many nobody knows."""
    down = [way for way in sure if way.last < way.first]
    unsure = every - len(sure)
    beside = worded(" ({count} belum pasti)", count=unsure) if unsure else ""
    if every == 1 and sure:
        word = worded("turun") if down else worded("tidak turun")
        return worded("Capaian satu-satunya indikator {word} dari tahun sebelumnya", word=word)
    if not down and not unsure:
        return worded("Capaian tidak satu pun turun dari tahun sebelumnya")
    many = worded("{down} dari {names}", down=len(down), names=every)
    if len(down) == every:
        many = worded("kedua") if every == 2 else worded("semua {names}", names=every)
    told = "Capaian {many} indikator turun dari tahun sebelumnya{beside}"
    return worded(told, many=many, beside=beside) + _farthest(down)


def _farthest(down: Sequence[Way]) -> str:
    """Which of those that fell did so the farthest; nothing where none did."""
    if not down:
        return ""
    lost, name = max((way.first - way.last, way.name) for way in down)
    return worded(", paling jauh {which} ({lost} poin)", which=name, lost=number(lost, 2))
