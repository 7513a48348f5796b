"""How closely the figures of a report are watched."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from lkjip_analysis.language import phrase, worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.charts.axes import alt, entitle
from lkjip_analysis.pages.charts.rows import bars, from_zero, named_rows
from lkjip_analysis.pages.charts.shown_chart import chart

MANY = 4
"""From so many on it does not matter how many. What no figure has is shown as none."""


COUNTS = (
    "charts.penguji draws how many figures are watched by how many relations, as "
    'laporan.angka.groupby("pemeriksaan").size() tells'
)


@chart
def penguji(banyak: pd.Series[int], sumber: str = "") -> Axes:
    """How many figures (`banyak`) are watched by how many relations (its index)."""
    if not pd.api.types.is_numeric_dtype(banyak.index):
        raise TypeError(phrase(COUNTS))
    by_watchers = {int(str(watchers)): int(count) for watchers, count in banyak.items()}
    many = sum(count for watchers, count in by_watchers.items() if watchers >= MANY)
    counts = [(n, by_watchers.get(n, 0)) for n in range(MANY)] + [(MANY, many)]
    total, unwatched = sum(by_watchers.values()), by_watchers.get(0, 0)
    tested = worded("{count} dari {every}", count=number(total - unwatched), every=number(total))
    if not unwatched:
        tested = worded("Semua {count}", count=number(total))
    told = worded("{tested} angka diuji oleh paling sedikit satu pemeriksaan", tested=tested)
    if total == unwatched:
        told = worded("Belum ada angka yang dapat diuji")
    names = [_named(n) for n, _ in counts]
    axes = named_rows([(name, number(n)) for name, (_, n) in zip(names, counts, strict=True)])
    shown = [
        worded("{name}: {n} angka", name=name, n=number(n))
        for name, (_, n) in zip(names, counts, strict=True)
    ]
    bars(axes, [n for _, n in counts], [False] * len(counts), shown, [n == 0 for n, _ in counts])
    from_zero(axes, [n for _, n in counts])
    entitle(axes, told, worded("banyak angka menurut pemeriksaan yang mengujinya"), sumber)
    axes.set_label(alt(told, shown))
    return axes


def _named(watchers: int) -> str:
    if not watchers:
        return worded("belum teruji")
    told = "{n} pemeriksaan atau lebih" if watchers == MANY else "{n} pemeriksaan"
    return worded(told, n=watchers)
