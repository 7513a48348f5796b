"""Pictures of places in a PDF: the row a figure stands in, with the figure framed."""

from __future__ import annotations

import base64
import io
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PIL import ImageDraw
from PIL.Image import Resampling

from lkjip_analysis.intake.document.printed_places import Box, Place, around

SCALE = 1.6
"""Pixels to a point: 115 to the inch."""
ABOVE, BESIDE, COLOURS = 30.0, 16, 32
NEAR = 12
"""A strip is cut so many pixels higher or lower at most, where that is between two lines."""
FRAME = (178, 58, 8)
LARGEST = 60_000_000
"""Points of the picture of a page, at most: four times those of A0."""


@dataclass(frozen=True)
class Strip:
    """A strip of a page as a data URL; `across` is where its figure lies, in percent of it."""

    address: str
    across: int
    page: int


class Pages:
    """The pages of a PDF as pictures, each drawn once; only the last is held."""

    def __init__(self, document: Any, undrawn: Collection[int] = ()) -> None:
        self.document, self.undrawn = document, undrawn
        self.last: tuple[int, Any] = (0, None)

    def can_be_drawn(self, page: int) -> bool:
        """Is neither the page nor what its pictures unpack to larger than any report's?"""
        width, height = self.document.get_page_size(page - 1)
        return page not in self.undrawn and width * height * SCALE**2 <= LARGEST

    def picture(self, page: int) -> Any:
        if self.last[0] != page:
            drawn = self.document[page - 1].render(scale=SCALE).to_pil().convert("RGB")
            self.last = page, drawn
        return self.last[1]

    def crop(self, places: Sequence[Place], main: int = 1) -> Strip | None:
        """The strip of the page on which the places lie, without the page's margins; None where
        the page is too large to be drawn, or too broken for who draws it."""
        lead = leading(places, main)
        try:
            if not self.can_be_drawn(lead.page):
                return None
            picture = self.picture(lead.page).copy()
        except RuntimeError:
            return None
        boxes = [place.box for place in places if place.page == lead.page]
        drawing = ImageDraw.Draw(picture)
        for box in boxes:
            drawing.rectangle(_pixels(box, 2.0), outline=FRAME, width=2)
        whole = around(boxes)
        top = _between_lines(picture, int((whole.top - ABOVE) * SCALE))
        low = _between_lines(picture, int((whole.bottom + ABOVE) * SCALE))
        left, right = _inked(picture.crop((0, top, picture.width, max(low, top + 1))))
        middle = (lead.box.x0 + lead.box.x1) / 2 * SCALE
        across = round(100 * (middle - left) / (right - left))
        cut = picture.crop((left, top, right, max(low, top + 1)))
        return Strip(_address(cut), across, lead.page)


def leading(places: Sequence[Place], main: int = 1) -> Place:
    """Where the figure lies that its first `main` places are of: its longest piece, for "Rp." may
    end one line, or one page, and its digits begin the next."""
    return max(places[: max(main, 1)], key=lambda place: place.box.width)


def _between_lines(picture: Any, wanted: int) -> int:
    """The lightest row of pixels around the wanted one, the nearest of several: no letter, and no
    line of a table, is cut there."""
    top = max(min(wanted - NEAR, picture.height - 1), 0)
    low = max(min(wanted + NEAR, picture.height), top + 1)
    rows = picture.crop((0, top, picture.width, low)).convert("L")
    light: bytes = rows.resize((1, low - top), Resampling.BOX).tobytes()
    best = max(range(len(light)), key=lambda at: (light[at], -abs(top + at - wanted)))
    return int(top + best)


def _inked(strip: Any) -> tuple[int, int]:
    """From where to where across something is printed, with a little air; all where nothing is."""
    ink = strip.convert("L").point(lambda light: 255 * (light < 245)).getbbox()
    left, _, right, _ = ink or (0, 0, strip.width, 0)
    return max(left - BESIDE, 0), min(right + BESIDE, strip.width)


def _pixels(box: Box, air: float) -> tuple[float, float, float, float]:
    return ((box.x0 - air) * SCALE, (box.top - air) * SCALE,
            (box.x1 + air) * SCALE, (box.bottom + air) * SCALE)  # fmt: skip


def _address(picture: Any) -> str:
    file = io.BytesIO()
    picture.quantize(COLOURS).save(file, "PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode("ascii")


@contextmanager
def pages_of_pdf(content: bytes, undrawn: Collection[int] = ()) -> Iterator[Pages | None]:
    """The pages of a PDF to draw from, but for those that are not drawn; None where none is."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except RuntimeError:  # what another reader has put right, this one refuses
        yield None
        return
    with document:
        yield Pages(document, undrawn)
