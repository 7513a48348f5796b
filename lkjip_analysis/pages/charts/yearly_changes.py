"""From one year to the next: each row a bar as long as its change, to the left where it fell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.charts.rows import bars_both_ways, marked_open, named_rows, undecided_note


@dataclass(frozen=True)
class Way:
    """One indicator in two years, percent of its target; `unsure` where nobody has decided it."""

    name: str
    first: float
    last: float
    unsure: bool = False

    @property
    def change(self) -> str:
        """The difference in points, signed, with the minus that figures have on the page."""
        points = number(abs(self.last - self.first), 2)
        sign = "-" if self.last < self.first else "+" if self.last > self.first else ""
        return worded("{sign}{points} poin", sign=sign, points=points)


def drawn(ways: Sequence[Way], years: tuple[str, str]) -> Axes:
    """The changes from the top, all on one scale: a fall to the left of zero, a rise to the right.

    With each name stand the figures of both years.
    """
    changes, unsure = [way.last - way.first for way in ways], [way.unsure for way in ways]
    told = [_told(way, years) for way in ways]
    figures = marked_open([way.change for way in ways], unsure)
    both = [f"{number(way.first, 2)}% → {number(way.last, 2)}%" for way in ways]
    axes = named_rows([(way.name, figures[i]) for i, way in enumerate(ways)], both)
    words = [f"{way.name} {one}, {way.change}" for way, one in zip(ways, told, strict=True)]
    bars_both_ways(axes, changes, [change < 0 for change in changes], words, unsure)
    return axes


def legend(ways: Sequence[Way], first: object, last: object) -> str:
    """What is drawn, and which way is which."""
    told = worded(
        "perubahan capaian tercetak {first} ke {last} (poin); ke kiri turun, ke kanan naik",
        first=first,
        last=last,
    )
    return told + undecided_note([way.unsure for way in ways])


def _told(way: Way, years: tuple[str, str]) -> str:
    """The figures of both years in words."""
    return worded(
        "{first}% ({before}) menjadi {last}% ({now})",
        first=number(way.first, 2),
        before=years[0],
        last=number(way.last, 2),
        now=years[1],
    )
