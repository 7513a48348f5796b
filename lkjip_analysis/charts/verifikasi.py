"""How closely the figures of a report are watched."""

from __future__ import annotations

from matplotlib.axes import Axes

from lkjip_analysis.charts.base import BLUE, ORANGE, alt, finish, label, new_axes
from lkjip_analysis.printed import number


def penguji(by_watchers: dict[int, int], sumber: str) -> Axes:
    """How many figures are watched by how many relations."""
    counts = sorted(by_watchers.items())
    total, unwatched = sum(by_watchers.values()), by_watchers.get(0, 0)
    told = (
        f"{number(total - unwatched)} dari {number(total)} angka diuji paling sedikit satu hubungan"
    )
    names = [f"{n} hubungan" if n else "belum teruji" for n, _ in counts]
    axes = new_axes(len(names))
    positions = range(len(names))[::-1]
    axes.barh(
        positions,
        [count for _, count in counts],
        height=0.6,
        color=[BLUE if n else ORANGE for n, _ in counts],
    )
    for position, (_, count) in zip(positions, counts, strict=True):
        label(axes, number(count), (count, position))
    axes.margins(x=0.12)
    finish(axes, positions, names, told, "banyak angka", sumber)
    axes.set_label(
        alt(
            told,
            [
                f"{name}: {number(count)} angka"
                for name, (_, count) in zip(names, counts, strict=True)
            ],
        )
    )
    return axes
