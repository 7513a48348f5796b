"""What every chart shares: its axes, labels at the data, the finding as title, alt text.

A frame goes in and Axes come out. The title states the finding, the label of the Axes is its alt
text with the figures, and the source stands under it. No global style is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

import matplotlib.pyplot as plt
from matplotlib.axes import Axes

# Okabe and Ito's palette: told apart by the colour-blind, and in grey by lightness.
BLUE, ORANGE, GREY, DARK = "#0072B2", "#D55E00", "#8A8A8A", "#1F2937"


def new_axes(rows: int) -> Axes:
    figure, axes = plt.subplots(figsize=(7, 1.3 + 0.42 * rows), layout="constrained")
    plt.close(figure)
    return axes


def label(axes: Axes, text: str, point: tuple[float, float], above: bool = False) -> None:
    """A figure written beside its mark, so that no legend is needed."""
    axes.annotate(
        text,
        point,
        (0, 9) if above else (4, 0),
        ha="center" if above else "left",
        va="baseline" if above else "center",
        textcoords="offset points",
        color=DARK,
        fontsize=9,
    )


def finish(
    axes: Axes, positions: Sequence[int], names: Sequence[str], title: str, unit: str, source: str
) -> None:
    axes.set_yticks(list(positions), list(names))
    axes.set_ylim(-0.6, len(names) - 0.4)
    # Above the whole picture, so that long row names leave the finding room on the left.
    axes.figure.suptitle(
        fill(title, 66), x=0.01, ha="left", fontsize=12, fontweight="bold", color=DARK
    )
    axes.set_xlabel(f"{unit}\nSumber: {source}", loc="left", fontsize=8, color="#4B5563")
    axes.tick_params(length=0, labelsize=9)
    axes.spines[["top", "right", "left"]].set_visible(False)


def alt(title: str, parts: Sequence[str]) -> str:
    return f"{title}. {'; '.join(parts)}."
