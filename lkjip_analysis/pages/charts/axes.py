"""What every chart shares: its axes, labels at the data, the finding as title, alt text.

A frame goes in and a `Chart` comes out: a Figure that shows itself in Jupyter. The title states the
finding, the label is its alt text with the figures, and the source stands under it. No global style
is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import pairwise
from textwrap import fill, wrap
from typing import Any

from matplotlib.axes import Axes

from lkjip_analysis.language import worded
from lkjip_analysis.pages.charts.shown_chart import Chart, Words, given
from lkjip_analysis.pages.parts.inline_svg import MARK, NOTES, PAPER, TITLE

# Okabe and Ito's palette: told apart by the colour-blind, and in grey by lightness.
BLUE, ORANGE, GREY, DARK = "#0072B2", "#D55E00", "#8A8A8A", "#1F2937"
MUTED, PALE, PALER, TINT = "#4B5563", "#E5E7EB", "#F3F4F6", "#FFE3CC"


LETTERS = 47
"""As many of a row's name and figures fit beside one another."""

TITLE_LINE, NOTE_LINE = 0.19, 0.15
"""Inches that a line of the title takes, and one under the picture."""

WIDTH = 3.8
"""Inches: narrow enough that ten-point text is readable on a phone."""

SHEET, SHEET_ROW = 6.5, 0.4
"""Inches: the width of the text on paper, and what a row takes whose name stands beside it."""

NAME_LINE = 34
"""Letters of a name that stands beside its row."""

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
    axes.tick_params(length=0, labelsize=9, colors=MUTED)
    return axes


def row_axes(rows: int, each: float = 0.52) -> Axes:
    """Axes for bars or dots, each row under its own name, so that long names take no width.

    On paper, which has the width, each row stands beside its name.
    """
    on_paper = is_for_paper.get()
    axes = plain_axes(0.4 + (SHEET_ROW if on_paper else each) * rows, SHEET if on_paper else WIDTH)
    axes.set_yticks([])
    axes.set_ylim(-0.5, rows - 0.3)
    return axes


def named_rows(named: Sequence[tuple[str, str]]) -> Axes:
    """Axes for bars from the top, each under its name and its figure; a long name has two lines."""
    is_long = any(len(name) > _room(figure) for name, figure in named)
    axes = row_axes(len(named), 0.84 if is_long else 0.5)
    for place, (name, figure) in enumerate(named):
        row_name(axes, len(named) - 1 - place, name, figure, lines=2)
    return axes


def _room(figure: str) -> int:
    """How many letters of a name stand beside its figure."""
    return LETTERS - round(1.2 * len(figure))


def row_name(
    axes: Axes, position: int, name: str, told: str = "", above: float = 0.27, lines: int = 1
) -> None:
    """The name over a row, cut where its figures begin at the right end of its last line."""
    if is_for_paper.get():
        _beside(axes, position, name, told)
        return
    figure: Any = axes.get_figure(root=True)
    letters = round(_room(told) * min(1.0, figure.get_figwidth() / WIDTH))
    cut = "\n".join(wrap(name, letters, max_lines=lines, placeholder=" …"))
    ends = (
        (0.0, cut, "left", "normal"),
        (1.0, told, "right", "bold"),
    )
    for x, text, side, weight in ends:
        axes.annotate(
            text,
            (x, position + above),
            xycoords=axes.get_yaxis_transform(),
            ha=side,
            va="bottom",
            fontsize=9.5,
            color=DARK,
            fontweight=weight,
        )


def row_note(axes: Axes, position: int, note: str, below: float) -> None:
    """What a row rests on, under its bar; on paper under its name."""
    if is_for_paper.get():
        place: Any = {"xytext": (-8, -1), "ha": "right"}
        below = 0.0
    else:
        place = {"xytext": (0, -1), "ha": "left"}
    axes.annotate(
        note,
        (0, position - below),
        xycoords=axes.get_yaxis_transform(),
        textcoords="offset points",
        va="top",
        fontsize=9,
        color=MUTED,
        **place,
    )


def _beside(axes: Axes, position: int, name: str, told: str) -> None:
    """The name at the left of a row, over what it rests on, and its figure at the right."""
    cut = "\n".join(wrap(name, NAME_LINE, max_lines=2, placeholder=" …"))
    ends = (
        (0.0, cut, "right", -8, "normal"),
        (1.0, told, "left", 8, "bold"),
    )
    for x, text, side, away, weight in ends:
        axes.annotate(
            text,
            (x, position),
            (away, 1 if side == "right" else 0),
            xycoords=axes.get_yaxis_transform(),
            textcoords="offset points",
            ha=side,
            va="bottom" if side == "right" else "center",
            fontsize=9.5,
            color=DARK,
            fontweight=weight,
        )


def goal_marks(axes: Axes, goals: Sequence[float], reach: float = 0.24) -> None:
    """An upright mark at the goal of each bar from the top, clear of the names between them."""
    for position, value in enumerate(reversed(goals)):
        axes.plot(
            [value] * 2,
            [position - reach, position + reach],
            color=DARK,
            linewidth=2.2,
            solid_capstyle="butt",
        )


def bars(
    axes: Axes,
    values: Sequence[float],
    odd: Sequence[bool],
    height: float = 0.36,
    told: Sequence[str] = (),
    unsure: Sequence[bool] = (),
) -> None:
    """One bar a row from the top; the odd ones differ by colour and, for grey print, by being pale.

    `told` says each bar in words; what is `unsure` is an outline of dashes.
    """
    for place, (value, is_odd) in enumerate(zip(values, odd, strict=True)):
        position = len(values) - 1 - place
        colour = ORANGE if is_odd else BLUE
        is_unsure = bool(unsure) and unsure[place]
        axes.barh(
            position,
            value,
            height=height,
            color=PALER if is_unsure else TINT if is_odd else BLUE,
            edgecolor=colour,
            linestyle=(0, (3, 2)) if is_unsure else "-",
            linewidth=1.2 * bool(value),
            gid=MARK + told[place] if told else None,
        )


def marked_open(figures: Sequence[str], unsure: Sequence[bool]) -> list[str]:
    """Figures as a chart tells them, a question mark behind those that nobody has decided."""
    return [
        f"{figure} ?" if is_open else figure
        for figure, is_open in zip(figures, unsure, strict=True)
    ]


def undecided_note(unsure: Sequence[bool]) -> str:
    """What stands behind the measure of a chart with outlines of dashes."""
    return worded("; garis putus: belum diputuskan") if any(unsure) else ""


def entitle(axes: Axes, title: str, unit: str, source: str, note: str = "") -> None:
    """The finding and what is measured in which unit above the picture, notes and source under it.

    A page says all of it itself, in its own letters; the drawing, which has the unit under it
    too, keeps them for whoever saves it. A document says all but the unit.
    """
    figure: Any = axes.get_figure(root=True)
    wide = figure.get_figwidth() / WIDTH
    is_alone = isinstance(figure, Chart) and axes.figure is figure
    is_told_beside = is_alone and is_for_paper.get()
    measure, note = (told[:1].upper() + told[1:] for told in (unit, note))
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
    axes.set_xlabel(under, loc="left", fontsize=8.5, color=MUTED, gid=NOTES)
    for spine in axes.spines.values():
        spine.set_edgecolor(MUTED)


def apart(values: Sequence[float], gap: float) -> list[float]:
    """Where labels at these heights may stand so that none is nearer than `gap` to the next."""
    order = sorted(range(len(values)), key=lambda i: values[i])
    placed = [float(value) for value in values]
    for _ in range(60):
        for lower, upper in pairwise(order):
            lack = gap - (placed[upper] - placed[lower])
            if lack > 1e-9:
                placed[lower] -= lack / 2
                placed[upper] += lack / 2
    return placed


def alt(title: str, parts: Sequence[str]) -> str:
    return f"{title}. {'; '.join(parts)}."
