"""Charts of rows: each under its name and its figure, a bar from zero, what it rests on below.

Everything between two rows is measured in inches of the picture, so that bars are as thick and
names as near to them in every chart. On paper, which has the width, a row stands beside its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from textwrap import wrap
from typing import Any

from matplotlib.axes import Axes

from lkjip_analysis.language import worded
from lkjip_analysis.pages.charts.axes import (
    BLUE,
    DARK,
    MUTED,
    ORANGE,
    PALER,
    SHEET,
    TINT,
    WIDTH,
    is_for_paper,
    plain_axes,
)
from lkjip_analysis.pages.charts.shown_chart import Chart
from lkjip_analysis.pages.parts.inline_svg import MARK

LETTERS = 47
"""As many of a row's name and figures fit beside one another."""

NAME_LINE = 34
"""Letters of a name that stands beside its row, on paper."""

LINES = 2
"""So many lines a name has at most."""

LINE, BAR, GAP, FRAME = 0.155, 0.15, 0.12, 0.4
"""Inches: a line of letters, a bar, what parts two rows, and what scale and notes take."""

MANY, CLOSER = 7, 0.08
"""Of more rows than so many, with nothing said below them, the gap is so narrow, for the chart to
stay within a screen."""

SHEET_ROW = 0.4
"""Inches that a row takes at least whose name stands beside it."""

CLEAR = BAR / 2 * 72 + 3
"""Points from the middle of a bar to the words above and below it."""

REACH = 0.1
"""Inches from the middle of a bar to the end of a mark over it, short of those words."""


def named_rows(
    named: Sequence[tuple[str, str]],
    notes: Sequence[str] = (),
    width: float = WIDTH,
    *,
    is_figure_first: bool = False,
) -> Axes:
    """Axes for bars from the top, each with its name, its figure and its note.

    The figure stands at the right end, or right behind the name where a mark of something else
    stands under that end. Notes that fit stand behind the names, and all others under the bars.
    """
    on_paper = is_for_paper.get()
    letters = [NAME_LINE if on_paper else _room(figure, width) for _, figure in named]
    cut = [_lines(name, most) for (name, _), most in zip(named, letters, strict=True)]
    is_beside = not is_figure_first and _share_a_line(named, notes, width)
    axes = _spaced(cut, 1 if any(notes) and not is_beside else 0, SHEET if on_paper else width)
    middles = row_middles(axes, len(named))
    for place, (name, (_, figure)) in enumerate(zip(cut, named, strict=True)):
        told = name, figure, notes[place] if notes else ""
        if on_paper:
            _beside(axes, middles[place], told)
        elif is_beside:
            _in_one_line(axes, middles[place], told)
        else:
            _over(axes, middles[place], told, is_figure_first)
    return axes


def _spaced(names: Sequence[str], below: int, width: float) -> Axes:
    """Axes as high as their rows, each with room for the lines of its own name and for so many
    below its bar; the middles of the rows are their ticks."""
    on_paper, lines = is_for_paper.get(), [name.count("\n") + 1 for name in names]
    gap = GAP if on_paper or below or len(names) <= MANY else CLOSER
    parted = gap if on_paper else BAR + gap
    least = SHEET_ROW if on_paper else 0.0
    heights = [max(least, (above + below) * LINE + parted) for above in lines]
    unit = max(heights)
    steps = [sum(pair) / 2 for pair in pairwise(heights)] if on_paper else heights[1:]
    middles = [sum(steps[place:]) / unit for place in range(len(names))]
    under = heights[-1] / 2 if on_paper else BAR / 2 + below * LINE + 0.05
    over = heights[0] / 2 if on_paper else BAR / 2 + lines[0] * LINE + 0.05
    axes = plain_axes(FRAME + sum(heights), width)
    axes.set_yticks(middles)
    axes.tick_params(axis="y", left=False, labelleft=False)
    axes.set_ylim(-under / unit, middles[0] + over / unit)
    return axes


def row_middles(axes: Axes, count: int) -> list[float]:
    """The middle of each row from the top; where the axes have no named rows, one apart."""
    named = [float(middle) for middle in axes.get_yticks()]
    return named if len(named) == count else [float(count - 1 - row) for row in range(count)]


def _room(figure: str, width: float) -> int:
    """How many letters of a name stand beside its figure."""
    return round((LETTERS - round(1.2 * len(figure))) * min(1.0, width / WIDTH))


def _share_a_line(named: Sequence[tuple[str, str]], notes: Sequence[str], width: float) -> bool:
    """Has each row of a wide chart room for its note between its name and its figure?"""
    if not any(notes) or width < WIDTH or is_for_paper.get():
        return False
    told = zip(named, notes, strict=True)
    return all(len(name) + len(note) + 3 <= _room(figure, width) for (name, figure), note in told)


def _in_one_line(axes: Axes, position: float, told: tuple[str, str, str]) -> None:
    """The name over a row, its note behind the name, its figure at the end."""
    name, figure, note = told
    shown = row_words(axes, position, name, CLEAR)
    look: dict[str, Any] = {"va": "bottom", "fontsize": 9.1, "color": MUTED}
    _words(axes, note, (1.0, 0.0), shown, (6.0, 0.0), **look)
    row_words(axes, position, figure, CLEAR, 1.0)


def _lines(name: str, letters: int) -> str:
    """A name in the lines it has room for."""
    return "\n".join(wrap(name, letters, max_lines=LINES, placeholder=" …"))


def _over(axes: Axes, position: float, told: tuple[str, str, str], is_figure_first: bool) -> None:
    """The name over a row, its figure in the name's last line, and the note under the bar."""
    name, figure, note = told
    shown = row_words(axes, position, name, CLEAR)
    if is_figure_first:
        _words(axes, figure, (1.0, 0.0), shown, (6.0, 0.0), va="bottom", fontweight="bold")
    else:
        row_words(axes, position, figure, CLEAR, 1.0)
    if note:
        at = axes.get_yaxis_transform()
        below = _words(
            axes, note, (0.0, position), at, (0.0, -CLEAR), va="top", fontsize=9.1, color=MUTED
        )
        below.set_in_layout(False)  # a long one is no reason for shorter bars


def row_words(axes: Axes, position: float, text: str, up: float, across: float = 0.0) -> Any:
    """Words over a row, so many points above its middle; at its right end they are its figure."""
    look: dict[str, Any] = {"ha": "right", "fontweight": "bold"} if across else {}
    at = axes.get_yaxis_transform()
    return _words(axes, text, (across, position), at, (0.0, up), va="bottom", **look)


def _beside(axes: Axes, position: float, told: tuple[str, str, str]) -> None:
    """The name at the left of a row, over what it rests on, and its figure at the right."""
    name, figure, note = told
    at = axes.get_yaxis_transform()
    above = {"va": "bottom"} if note else {"va": "center"}
    _words(axes, name, (0.0, position), at, (-8.0, float(bool(note))), ha="right", **above)
    _words(axes, figure, (1.0, position), at, (8.0, 0.0), va="center", fontweight="bold")
    if note:
        look: dict[str, Any] = {"ha": "right", "va": "top", "fontsize": 9.1, "color": MUTED}
        _words(axes, note, (0.0, position), at, (-8.0, -1.0), **look)


def _words(
    axes: Axes,
    text: str,
    at: tuple[float, float],
    measured: Any,
    away: tuple[float, float],
    **look: Any,
) -> Any:
    """Words at a place of the picture, so many points away from it."""
    return axes.annotate(
        text,
        at,
        away,
        xycoords=measured,
        textcoords="offset points",
        **{"ha": "left", "fontsize": 9.5, "color": DARK, **look},
    )


def in_rows(axes: Axes, inches: float) -> float:
    """What so many inches are in rows of the axes; of axes in a figure of the caller's, about."""
    figure: Any = axes.get_figure(root=True)
    low, high = axes.get_ylim()
    is_own = isinstance(figure, Chart) and axes.figure is figure
    each = (figure.get_figheight() - FRAME) / (high - low) if is_own else 0.5
    return min(0.5, inches / each)


def goal_marks(axes: Axes, goals: Sequence[float]) -> None:
    """An upright mark at the goal of each bar from the top, clear of the words above it."""
    reach = in_rows(axes, REACH)
    for position, value in zip(row_middles(axes, len(goals)), goals, strict=True):
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
    told: Sequence[str] = (),
    unsure: Sequence[bool] = (),
) -> None:
    """One bar a row from the top; the odd ones differ by colour and, for grey print, by being pale.

    Odd is what is worse than it should be, and nothing else. `told` says each bar in words; what is
    `unsure` is an outline of dashes.
    """
    height, middles = in_rows(axes, BAR), row_middles(axes, len(values))
    for place, (value, is_odd) in enumerate(zip(values, odd, strict=True)):
        colour = ORANGE if is_odd else BLUE
        is_unsure = bool(unsure) and unsure[place]
        axes.barh(
            middles[place],
            value,
            height=height,
            color=PALER if is_unsure else TINT if is_odd else BLUE,
            edgecolor=colour,
            linestyle=(0, (3, 2)) if is_unsure else "-",
            linewidth=1.2 * bool(value),
            gid=MARK + told[place] if told else None,
        )


def from_zero(axes: Axes, values: Sequence[float], room: float = 0.02) -> None:
    """From zero to what lies furthest from it, without a scale: each bar tells its figure."""
    low, high = min(0.0, *values), max(0.0, *values)
    beside = (high - low or 1) * room
    axes.set_xlim(low - beside * (low < 0), high + beside)
    axes.set_xticks([])


def bars_both_ways(
    axes: Axes,
    values: Sequence[float],
    odd: Sequence[bool],
    told: Sequence[str],
    unsure: Sequence[bool],
) -> None:
    """Bars to the left and to the right of zero, which is marked."""
    bars(axes, values, odd, told, unsure)
    goal_marks(axes, [0] * len(values))
    from_zero(axes, values)


def marked_open(figures: Sequence[str], unsure: Sequence[bool]) -> list[str]:
    """Figures as a chart tells them, a question mark behind those that nobody has decided."""
    return [
        f"{figure} ?" if is_open else figure
        for figure, is_open in zip(figures, unsure, strict=True)
    ]


def undecided_note(unsure: Sequence[bool]) -> str:
    """What stands behind the measure of a chart with outlines of dashes."""
    return worded("; garis putus: belum diputuskan") if any(unsure) else ""
