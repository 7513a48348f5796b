"""What every chart shares: its axes, labels at the data, the finding as title, alt text.

A frame goes in and a `Chart` comes out: a Figure that shows itself in Jupyter. The title states the
finding, the label is its alt text with the figures, and the source stands under it. No global style
is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from textwrap import fill
from typing import Any

from matplotlib.axes import Axes

from lkjip_analysis.language import capital, worded
from lkjip_analysis.pages.charts.shown_chart import Chart, Words, given
from lkjip_analysis.pages.parts.inline_svg import NOTES, PAPER, TITLE

# Okabe and Ito's palette: told apart by the colour-blind, and in grey by lightness.
BLUE, ORANGE, GREY, DARK = "#0072B2", "#D55E00", "#8A8A8A", "#1F2937"
MUTED, PALE, PALER, TINT = "#4B5563", "#E5E7EB", "#F3F4F6", "#FFE3CC"


TITLE_LINE, NOTE_LINE = 0.19, 0.15
"""Inches that a line of the title takes, and one under the picture."""

WIDTH = 3.8
"""Inches: narrow enough that ten-point text is readable on a phone."""

SHEET = 6.5
"""Inches: the width of the text on paper."""

is_for_paper: ContextVar[bool] = ContextVar("is_for_paper", default=False)
"""Is the chart for a document: as wide as its text, which says around it what the chart tells?"""


@contextmanager
def for_paper() -> Iterator[None]:
    """Charts that are drawn within are for a document."""
    before = is_for_paper.set(True)
    try:
        yield
    finally:
        is_for_paper.reset(before)


def plain_axes(height: float, width: float = WIDTH) -> Axes:
    """Axes without frame, for charts that write their own labels; `entitle` adds to their height.

    The figure is their own, in inches; no global list of figures keeps it.
    """
    axes = given.get() or Chart(figsize=(width, height), layout="constrained").add_subplot()
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(length=0, labelsize=9.1, colors=MUTED)
    return axes


def entitle(axes: Axes, title: str, unit: str, source: str, note: str = "") -> None:
    """The finding and what is measured in which unit above the picture, notes and source under it.

    A page says all of it itself, in its own letters; the drawing, which has the unit under it
    too, keeps them for whoever saves it. A document says all but the unit.
    """
    figure: Any = axes.get_figure(root=True)
    wide = figure.get_figwidth() / WIDTH
    is_alone = isinstance(figure, Chart) and axes.figure is figure
    is_told_beside = is_alone and is_for_paper.get()
    measure, note = map(capital, (unit, note))
    origin = worded("Sumber: {source}", source=source) if source else ""
    notes = [told for told in (measure, note, "" if is_told_beside else origin) if told]
    above = "" if is_told_beside else fill(title, round(42 * wide))
    under = "\n".join(fill(note, round(60 * wide)) for note in notes)
    if is_alone:
        figure.words = Words(title, measure, tuple(told for told in (note, origin) if told))
        figure.is_small = wide < 1
        figure.patch.set_gid(PAPER)
        lines = (above.count("\n") + 1) * TITLE_LINE + (under.count("\n") + 1) * NOTE_LINE
        figure.set_figheight(figure.get_figheight() + lines - TITLE_LINE * is_told_beside)
    axes.patch.set_visible(False)
    look: dict[str, Any] = {"fontsize": 10.5, "fontweight": "bold", "color": DARK}
    if is_alone and above:
        axes.figure.suptitle(above, x=0.01, ha="left", gid=TITLE, **look)
    elif not is_alone:  # one of several on a figure of the caller's: its title is its own
        axes.set_title(fill(title, 42), loc="left", **look)
    small: dict[str, Any] = {"fontsize": 8.5, "color": MUTED, "gid": NOTES}
    if is_told_beside:  # across the sheet: beside names the axes are too narrow for its lines
        figure.supxlabel(under, x=0.01, ha="left", **small)
    else:
        axes.set_xlabel(under, loc="left", **small)
    for spine in axes.spines.values():
        spine.set_edgecolor(MUTED)


def alt(title: str, parts: Sequence[str]) -> str:
    return f"{title}. {'; '.join(parts)}." if parts else f"{title}."
