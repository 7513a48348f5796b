"""A chart as a page shows it: a drawing with its figures in words, and its data.

The drawing is SVG in the page itself: it has the page's letters and follows its theme, and
`bagan.js` saves it as SVG or PNG on white paper. The same chart gives the same bytes: ids are
salted, there is no date, and coordinates are rounded.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from lkjip_analysis.pages.parts.drawing import svg_and_png
from lkjip_analysis.pages.parts.inline_svg import inline
from lkjip_analysis.pages.parts.pages_only import are_pages_only
from lkjip_analysis.pages.parts.rendering import Html, marked, render, slug, with_style


@dataclass(frozen=True)
class Picture:
    """A chart with its alt text, its files to save, and its data as a table.

    `figure` is the drawing itself, `frame` the figures that it draws. `drawn` is the PNG, empty
    where pages alone are made.
    """

    drawn: bytes = field(repr=False)
    alt: str
    html: str = field(repr=False)
    folder: str = field(default="", repr=False)
    figure: Figure | None = field(default=None, repr=False, compare=False)
    frame: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False, compare=False)

    @property
    def png(self) -> bytes:
        """The chart as a file of PNG, for a document or to save."""
        return self.drawn or (svg_and_png(self.figure)[1] if self.figure else b"")

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        shown = {"text/html": with_style(self.html, self.folder, self.drawn, self.alt)}
        if self.drawn:
            shown["image/png"] = base64.b64encode(self.drawn).decode()
        return {**shown, "text/plain": self.alt}


@dataclass(frozen=True)
class Pictures:
    """Several charts that belong together, each a picture and an output of its own."""

    parts: tuple[Picture, ...]

    @property
    def figure(self) -> tuple[Figure | None, ...]:
        """The drawings, in their order."""
        return tuple(part.figure for part in self.parts)

    @property
    def frame(self) -> pd.DataFrame:
        """The figures of all of them below one another."""
        return pd.concat([part.frame for part in self.parts])

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(*self.parts)  # type: ignore[no-untyped-call]


def picture(chart: Figure, data: Html | None = None, name: str = "") -> Picture:
    """A chart ready to show; `data` is its table, `name` the name of the files to save."""
    svg, png = svg_and_png(chart, not are_pages_only())
    frame = data.frame if data else getattr(chart, "frame", pd.DataFrame())
    alt, name = str(chart.get_label()), name or str(chart.get_label()).partition(".")[0].casefold()
    ident = slug(name)[:60]
    html = render(
        "bagan.html.j2",
        name=ident,
        words=getattr(chart, "words", None),
        small=getattr(chart, "is_small", False),
        drawing=marked(inline(svg, ident, alt)),
        data=marked(data.html) if data else "",
    )
    return Picture(png, alt, html, data.folder if data else "", chart, frame)
