"""From one year to the next: each row a way whose length is the change, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.charts.axes import (
    BLUE,
    GREY,
    MUTED,
    ORANGE,
    row_axes,
    row_name,
)
from lkjip_analysis.pages.parts.inline_svg import MARK


@dataclass(frozen=True)
class Way:
    """One indicator in two years, percent of its target."""

    name: str
    first: float
    last: float

    @property
    def change(self) -> str:
        """The difference in points, signed, with the minus that figures have on the page."""
        points = number(abs(self.last - self.first), 2)
        sign = "-" if self.last < self.first else "+" if self.last > self.first else ""
        return worded("{sign}{points} poin", sign=sign, points=points)


def drawn(ways: Sequence[Way], years: tuple[str, str]) -> Axes:
    """The ways from the top, a hollow ring at the first year and a smaller full dot at the last.

    A change too small to see looks like none: the dot stands in its ring.
    """
    axes = row_axes(len(ways), 0.68)
    for place, way in enumerate(ways):
        _one(axes, len(ways) - 1 - place, way, years)
    ends = [end for way in ways for end in (way.first, way.last)]
    low, high = min(0.0, *ends), max(105.0, *ends)
    axes.set_xlim(low - (high - low) * 0.02, high + (high - low) * 0.03)
    axes.set_xticks([0, 50, 100], ["0%", "50%", "target"])
    return axes


def legend(first: object, last: object) -> str:
    """What is drawn, and which mark is which year."""
    return worded(
        "capaian sebagaimana tercetak (%); lingkaran kosong {first}, penuh {last}; "
        "garis putus: turun",
        first=first,
        last=last,
    )


def _one(axes: Axes, position: int, way: Way, years: tuple[str, str]) -> None:
    down = way.last < way.first
    colour, style = (ORANGE, (0, (2.5, 1.2))) if down else (BLUE, "-")
    told = worded(
        "{first}% ({before}) menjadi {last}% ({now})",
        first=number(way.first, 2),
        before=years[0],
        last=number(way.last, 2),
        now=years[1],
    )
    row_name(axes, position, way.name, way.change, 0.16)
    axes.plot([100, 100], [position - 0.1, position + 0.1], color=GREY, linewidth=1.2, zorder=0)
    axes.plot([way.first, way.last], [position, position], color=colour, linewidth=2.4,
              linestyle=style, solid_capstyle="butt", zorder=1)  # fmt: skip
    axes.plot([way.first], [position], marker="o", markersize=8, markerfacecolor="#FFFFFF",
              markeredgecolor=colour, markeredgewidth=1.4, linestyle="", zorder=2)  # fmt: skip
    axes.plot([way.last], [position], marker="o", markersize=4.5, color=colour, linestyle="",
              zorder=3, gid=f"{MARK}{way.name} {told}, {way.change}")  # fmt: skip
    axes.annotate(told, (0.0, position - 0.17), xycoords=axes.get_yaxis_transform(), ha="left",
                  va="top", fontsize=8.5, color=MUTED)  # fmt: skip
