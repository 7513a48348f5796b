"""A chart as a page shows it: a picture with its figures in words, its data, and files to save.

The inline picture is SVG that follows the reader's light or dark theme; the saved SVG and PNG keep
white paper. Text stays text in both, so that they are small and sharp. The same chart gives the
same bytes: ids are salted, there is no date, and coordinates are rounded.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Any

from matplotlib.figure import Figure

from lkjip_analysis.pages.charts.drawing import svg_and_png
from lkjip_analysis.pages.parts.rendering import Html, marked, render, slug, with_style

DARK_THEME = {
    "#1f2937": "#f3f4f6",
    "#4b5563": "#cbd5e1",
    "#8a8a8a": "#9ca3af",
    "#0072b2": "#56b4e9",
    "#d55e00": "#f5a35c",
    "#e5e7eb": "#374151",
    "#f3f4f6": "#1f2937",
    "#ffffff": "#111827",
}
"""What each colour of a chart becomes on dark paper, with the same differences of lightness."""


@dataclass(frozen=True)
class Picture:
    """A chart with its alt text, its files to save, and its data as a table."""

    png: bytes
    alt: str
    html: str = ""
    folder: str = ""

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        shown = {"image/png": base64.b64encode(self.png).decode(), "text/plain": self.alt}
        return {"text/html": with_style(self.html, self.folder), **shown} if self.html else shown

    @property
    def whole(self) -> str:
        """The piece of a page, with the PNG in its link."""
        return with_png(self.html, base64.b64encode(self.png).decode())


@dataclass(frozen=True)
class Pictures:
    """Several charts that belong together, each a picture and an output of its own."""

    parts: tuple[Picture, ...]

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(*self.parts)  # type: ignore[no-untyped-call]


PNG_PLACE = "data:image/png;base64,-"


def with_png(html: str, encoded: str) -> str:
    """A chart's HTML with its PNG put into the link that waits for it.

    A notebook keeps the PNG apart: its bytes may differ between machines, the rest may not.
    """
    return html.replace(PNG_PLACE, f"data:image/png;base64,{encoded}")


def picture(chart: Figure, data: Html | None = None, name: str = "") -> Picture:
    """A chart ready to show; `data` is its table, `name` the name of the files to save."""
    svg, png = svg_and_png(chart)
    alt = str(chart.get_label())
    html = render(
        "bagan.html.j2",
        name=slug(name or alt.partition(".")[0].casefold())[:60],
        alt=alt,
        inline=_encoded(_themed(svg)),
        saved=_encoded(svg),
        png=PNG_PLACE,
        data=marked(data.html) if data else "",
    )
    return Picture(png, alt, html, data.folder if data else "")


def _themed(svg: str) -> str:
    """The same picture on the page's own paper, light or dark."""
    light = "".join(f"--{name[1:]}:{name};" for name in DARK_THEME)
    dark = "".join(f"--{name[1:]}:{shade};" for name, shade in DARK_THEME.items())
    style = f"<style>:root{{{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}</style>"
    for name in DARK_THEME:
        svg = re.sub(rf"([:\"]\s?){name}", rf"\1var(--{name[1:]})", svg)
    head = svg.index(">") + 1
    return svg[:head] + style + svg[head:]


def _encoded(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
