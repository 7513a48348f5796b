"""How many series moved between the same two years, each a bar as long as its change: in points of
percentages, in percent of the earlier figure of what has another unit.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.analysis import trends
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.numbers.written import at_most, number
from lkjip_analysis.pages.charts.achievement import LESS
from lkjip_analysis.pages.charts.axes import alt, entitle
from lkjip_analysis.pages.charts.figures_by_source import is_scattered, menurut_sumber, shared_ends
from lkjip_analysis.pages.charts.over_time import deret, is_broken
from lkjip_analysis.pages.charts.rows import bars_both_ways, marked_open, named_rows, undecided_note
from lkjip_analysis.pages.charts.series_figures import (
    measure_of,
    of_several_years,
    source_of,
    with_sources,
)
from lkjip_analysis.pages.charts.series_words import amount
from lkjip_analysis.pages.charts.shown_chart import Charts, chart
from lkjip_analysis.report.series import PERCENT

RELATIVE = "perubahan relatif dari {first} ke {last} (%)"

MANY = 4
"""So many series of two years say more in one picture than in one each."""


def gerak(tren: pd.DataFrame, ukuran: str = "", *, belum: Collection[Hashable] = ()) -> Charts:
    """How each series of at least two years moved, as what shows it best.

    One picture of all changes where they tell the same two years, and one more of percentages,
    whose changes are points; otherwise one picture each: a line over the years, or bars where a
    series is told of many days by several sources. Without `ukuran` each shows the measure with the
    most figures. In the picture of all changes the series in `belum` are drawn as figures that
    nobody has decided. Series of bars that count in one unit have one scale.
    """
    tren = with_sources(tren)
    told, codes, years = of_several_years(tren, ukuran)
    if ukuran and (found := _many_moves(told, ukuran)) is not None:
        return Charts(perubahan(part, ukuran, belum=belum) for part in _by_measure(told, found))
    bars_of = [kode for kode in codes if is_scattered(measure_of(told, kode, ukuran)[0])]
    ends = shared_ends(told, bars_of, ukuran)
    return Charts(
        menurut_sumber(told, kode, ukuran, hingga=ends[kode])
        if kode in ends
        else deret(tren, kode, ukuran, rentang=years)
        for kode in codes
    )


def how_drawn(tren: pd.DataFrame, ukuran: str) -> str:
    """How the charts that `gerak` draws are read: no word of lines where there are bars only."""
    told, codes, _ = of_several_years(tren, ukuran)
    if ukuran and (found := _many_moves(told, ukuran)) is not None:
        return _bars_told(list(found["satuan"] == PERCENT))
    by_source = [kode for kode in codes if is_scattered(measure_of(told, kode, ukuran)[0])]
    lines = [kode for kode in codes if kode not in by_source]
    said = (
        (lines, worded("Garis hanya menghubungkan tahun yang berurutan.")),
        (
            [kode for kode in lines if is_broken(told, kode, ukuran)],
            worded(
                "Garis titik-titik menandai tempat angka berganti arti, sehingga kedua sisinya "
                "tidak sebanding."
            ),
        ),
        (by_source, worded("Batang menunjukkan angka menurut tiap sumber.")),
    )
    return " ".join(words for series, words in said if series)


def _moves(tren: pd.DataFrame, ukuran: str) -> pd.DataFrame | None:
    """The change of each series, where every one is told of the same two years and compares."""
    told = tren[tren["ukuran"] == ukuran]
    declared = list(tren.attrs.get("arah", ()))
    found = trends.changes(told)
    found = found.sort_values(
        "kode", key=lambda codes: codes.map({kode: i for i, kode in enumerate(declared)}),
        kind="stable",
    )  # fmt: skip
    is_one_each = found["kode"].nunique() == len(found) > 0
    is_whole = (told["periode"] == "").all() and trends.conflicts(told).empty
    is_same = len(found[["dari", "ke"]].drop_duplicates()) == 1
    compares = (found["persen"].notna() | (found["satuan"] == PERCENT)) & found["perubahan"].notna()
    return found if is_one_each and is_whole and is_same and compares.all() else None


def _many_moves(tren: pd.DataFrame, ukuran: str) -> pd.DataFrame | None:
    """The change of each series, where they are so many that one picture tells more."""
    found = _moves(tren, ukuran)
    return found if found is not None and len(found) >= MANY else None


def _by_measure(tren: pd.DataFrame, found: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The figures of the series that have another unit than percent, then those in percent."""
    for is_share in (False, True):
        codes = found.loc[(found["satuan"] == PERCENT) == is_share, "kode"]
        if len(codes):
            yield tren[tren["kode"].isin(codes)]


def _bars_told(is_share: Sequence[bool]) -> str:
    """What the bars of one picture, or of the two, are as long as."""
    if all(is_share):
        measure = worded("poin")
    elif any(is_share):
        measure = worded(
            "persen dari angka tahun yang lebih awal; indikator dalam persen berubah dalam poin, "
            "pada bagan tersendiri"
        )
    else:
        measure = worded("persen dari angka tahun yang lebih awal")
    return worded(
        "Batang ke kiri berarti turun, ke kanan berarti naik. Panjangnya adalah perubahan dalam "
        "{measure}.",
        measure=measure,
    )


@chart
def perubahan(tren: pd.DataFrame, ukuran: str, *, belum: Collection[Hashable] = ()) -> Axes:
    """The change of each series between two years, from zero: percent of the earlier figure, so
    that series of different units have one scale, or points where all are percentages.

    Orange are those that moved the wrong way; the codes in `belum` rest on figures that nobody has
    decided.
    """
    found = _moves(tren, ukuran)
    in_points = found is not None and bool((found["satuan"] == PERCENT).all())
    length = "perubahan" if in_points else "persen"
    if found is None or found[length].isna().any():
        raise ValueError(phrase("these series do not all compare between the same two years"))
    first, last = int(found["dari"].iloc[0]), int(found["ke"].iloc[0])
    worse = [way == "memburuk" for way in found["arah"]]
    arah = tren.attrs.get("arah", {})
    moved = [float(one) for one in found[length]]
    unit = worded(" poin") if in_points else "%"
    figures = [f"{'+' if one > 0 else ''}{number(one, 2)}{unit}" for one in moved]
    unsure = [kode in belum for kode in found["kode"]]
    figures = marked_open(figures, unsure)
    both = [_both(row) for _, row in found.iterrows()]
    parts = [
        f"{name} {figure}, {_in_words(pair, (first, last))}"
        for name, figure, pair in zip(found["singkat"], figures, both, strict=True)
    ]
    names = [
        f"{name}{LESS * (arah.get(kode) == 'turun')}"
        for kode, name in zip(found["kode"], found["singkat"], strict=True)
    ]
    axes = named_rows(list(zip(names, figures, strict=True)), [" → ".join(pair) for pair in both])
    bars_both_ways(axes, moved, worse, parts, unsure)
    falls = any(arah.get(kode) == "turun" for kode in found["kode"])
    measure = _measure((first, last), in_points, any(worse), falls) + undecided_note(unsure)
    title = _title(found[[not one for one in unsure]], sum(unsure), (first, last), in_points)
    entitle(axes, title, measure, source_of(tren[tren["ukuran"] == ukuran], ukuran, "")[0])
    axes.set_label(alt(title, parts))
    return axes


def _both(row: pd.Series[Any]) -> tuple[str, str]:
    """The figures of both years in their unit."""
    both, unit = (float(row["sebelum"]), float(row["sekarang"])), str(row["satuan"])
    before, after = (
        f"{at_most(value, 2)}%" if unit == "persen" else amount(value, unit, both) for value in both
    )
    return before, after


def _in_words(both: tuple[str, str], years: tuple[int, int]) -> str:
    return worded("{first} ({before}) menjadi {last} ({now})",
                  first=both[0], before=years[0], last=both[1], now=years[1])  # fmt: skip


def _title(found: pd.DataFrame, unsure: int, years: tuple[int, int], in_points: bool) -> str:
    """How many of the sure ones moved the right way, which did not, and how many are not sure."""
    what = worded(" persentase") if in_points else ""
    worse = list(found.loc[found["arah"] == "memburuk", "singkat"])
    better = int((found["arah"] == "membaik").sum())
    if better == len(found) and not unsure:
        words = {1: "Satu-satunya indikator{what} membaik dari {first} ke {last}",
                 2: "Kedua indikator{what} membaik dari {first} ke {last}"}  # fmt: skip
        return worded(
            words.get(better, "Semua {every} indikator{what} membaik dari {first} ke {last}"),
            every=better, what=what, first=years[0], last=years[1],
        )  # fmt: skip
    told = worded(
        "{better} dari {every} indikator{what} membaik dari {first} ke {last}",
        better=better, every=len(found) + unsure, what=what, first=years[0], last=years[1],
    )  # fmt: skip
    told += worded(" ({count} belum pasti)", count=unsure) if unsure else ""
    names = worded(" dan ").join(worse)
    return told + (worded(", {names} memburuk", names=names) if 1 <= len(worse) <= 2 else "")


def _measure(
    years: tuple[int, int], in_points: bool, is_any_worse: bool, is_any_falling: bool
) -> str:
    words = "perubahan dari {first} ke {last} (poin)" if in_points else RELATIVE
    told = worded(words, first=years[0], last=years[1])
    told += worded("; jingga memburuk") * is_any_worse
    return told + worded("; ↓ makin rendah makin baik") * is_any_falling
