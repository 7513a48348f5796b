"""How closely the figures of a report are watched."""

from __future__ import annotations

from matplotlib.axes import Axes

from lkjip_analysis.numbers.printed import number
from lkjip_analysis.pages.charts.axes import alt, bars, entitle, row_axes, row_name
from lkjip_analysis.pages.charts.showing import chart


@chart
def penguji(by_watchers: dict[int, int], sumber: str = "") -> Axes:
    """How many figures are watched by how many relations."""
    counts = sorted(by_watchers.items())
    total, unwatched = sum(by_watchers.values()), by_watchers.get(0, 0)
    tested = f"{number(total - unwatched)} dari {number(total)}"
    told = f"{tested} angka diuji paling sedikit satu pemeriksaan"
    names = [f"{n} pemeriksaan" if n else "belum teruji" for n, _ in counts]
    axes = row_axes(len(names))
    bars(axes, [count for _, count in counts], [n == 0 for n, _ in counts])
    for place, (name, (_, count)) in enumerate(zip(names, counts, strict=True)):
        row_name(axes, len(names) - 1 - place, name, number(count))
    axes.set_xticks([])
    entitle(axes, told, "banyak angka menurut pemeriksaan yang mengujinya", sumber)
    shown = [f"{name}: {number(n)} angka" for name, (_, n) in zip(names, counts, strict=True)]
    axes.set_label(alt(told, shown))
    return axes
