"""Pictures of places in a PDF: the row a figure stands in, with the figure framed."""

from __future__ import annotations

import base64
import io
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from PIL import ImageDraw

from lkjip_analysis.intake.document.printed_places import Box, Place, around

SCALE = 1.6
"""Pixels to a point: 115 to the inch."""
ABOVE, COLOURS = 30.0, 32
FRAME = (178, 58, 8)
LARGEST = 60_000_000
"""Points of the picture of a page, at most: four times those of A0."""


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

    def crop(self, places: Iterable[Place]) -> str:
        """The strip of the first page on which the places lie, as a data URL, if it is drawn."""
        held = list(places)
        if not self.can_be_drawn(held[0].page):
            return ""
        boxes = [place.box for place in held if place.page == held[0].page]
        picture = self.picture(held[0].page).copy()
        drawing = ImageDraw.Draw(picture)
        for box in boxes:
            drawing.rectangle(_pixels(box, 2.0), outline=FRAME, width=2)
        whole = around(boxes)
        top = max(int((whole.top - ABOVE) * SCALE), 0)
        low = min(int((whole.bottom + ABOVE) * SCALE), picture.height)
        return _address(picture.crop((0, top, picture.width, max(low, top + 1))))


def _pixels(box: Box, air: float) -> tuple[float, float, float, float]:
    return ((box.x0 - air) * SCALE, (box.top - air) * SCALE,
            (box.x1 + air) * SCALE, (box.bottom + air) * SCALE)  # fmt: skip


def _address(picture: Any) -> str:
    file = io.BytesIO()
    picture.quantize(COLOURS).save(file, "PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode("ascii")


@contextmanager
def pages_of_pdf(content: bytes, undrawn: Collection[int] = ()) -> Iterator[Pages]:
    """The pages of a PDF to draw from, but for those that are not drawn."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        yield Pages(document, undrawn)
    finally:
        document.close()
