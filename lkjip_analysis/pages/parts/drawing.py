"""A figure of matplotlib as bytes: SVG and PNG that are the same whenever the chart is the same.

Text stays text, ids are salted, there is no date, and coordinates are rounded.
"""

from __future__ import annotations

import io
import re
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image

FONTS = (
    "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Open Sans', Ubuntu, Cantarell, "
    "'Liberation Sans', Arial, 'DejaVu Sans Condensed', system-ui, sans-serif"
)
"""Those of the pages: what a machine shows its own words in, before what it falls back on."""
COLOURS, DPI = 64, 160
DRAWN: Any = {"svg.fonttype": "none", "svg.hashsalt": "lkjip", "text.parse_math": False}


def svg_and_png(figure: Figure, is_saved: bool = True) -> tuple[str, bytes]:
    """A figure as SVG and as PNG, laid out once; it can be drawn on afterwards.

    `is_saved`: else no PNG is drawn, and it is empty.
    """
    for text in figure.findobj(Text):  # "US$ 5 dan US$ 6" is no formula
        text.set_parse_math(False)
    engine, dpi = figure.get_layout_engine(), figure.dpi
    with mpl.rc_context(DRAWN):  # by the canvas itself: savefig would draw each twice
        svg = _svg(figure)
        figure.set_layout_engine("none")  # what was laid out for the one is for the other
        png = _png(figure) if is_saved else b""
    figure.set_layout_engine(engine)
    figure.dpi = dpi
    return svg, png


def _png(figure: Figure) -> bytes:
    """The chart as PNG with a palette of its most frequent colours: a third of the bytes."""
    figure.dpi = DPI
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    size = canvas.get_width_height()
    picture = Image.frombytes("RGBA", size, canvas.buffer_rgba()).convert("RGB")
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in _frequent(picture) for part in colour])
    file = io.BytesIO()
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(file, format="PNG")
    return file.getvalue()


def _frequent(picture: Image.Image) -> list[tuple[int, ...]]:
    """The most frequent colours, none so near another that Pillow takes one for the other."""
    counted: Any = picture.getcolors(picture.width * picture.height)
    apart: dict[tuple[int, ...], tuple[int, ...]] = {}
    for _, colour in sorted(counted, key=lambda told: (-told[0], told[1])):
        apart.setdefault(tuple(part // 8 for part in colour), colour)
    return list(apart.values())[:COLOURS]


def _svg(figure: Figure) -> str:
    """The chart as SVG: text as text, no date, salted ids, coordinates to a tenth of a point."""
    file = io.StringIO()
    canvas: Any = FigureCanvasSVG(figure)
    canvas.print_svg(file, metadata={"Date": None, "Creator": None})
    text = re.sub(r"<!--.*?-->|<metadata>.*?</metadata>", "", file.getvalue(), flags=re.DOTALL)
    text = re.sub(r"'DejaVu Sans'[^;\"]*?sans-serif", FONTS, text)
    # Within tags only, and not in the words of a mark: what a reader reads is never touched.
    text = re.sub(
        r"<[^>]*>", lambda tag: re.sub(r' id="[^"]*"|\d+\.\d{2,}', _rounded, tag[0]), text
    )
    return re.sub(r">\s+<", "><", text[text.index("<svg") :]).strip()


def _rounded(found: re.Match[str]) -> str:
    if found[0].startswith(" id="):
        return found[0]
    return f"{float(found[0]):.1f}".removesuffix(".0")
