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
NEAR, AIR = 12, 4
"""A strip is cut so many pixels higher or lower at most, where that is between two lines, and so
many from either."""
BEYOND, THIN, RULED, FREE, DARK = 36, 4, 0.3, 0.1, 190
"""Or at a rule of its table, so many pixels away and so thick at most, dark over such a part of the
page's width and free of letters above and below: cells of one row begin on different lines."""
ROOM = 260
"""So many pixels of a strip a narrow phone has room for."""
FRAME = (178, 58, 8)
LARGEST = 60_000_000
"""Points of the picture of a page, at most: four times those of A0."""


@dataclass(frozen=True)
class Strip:
    """A strip of a page as a data URL, its size in pixels. `across` is how far it is moved where
    there is room for a part of it, in percent: so far that its figure is seen whole, and of the
    framed ones beside it those that fit."""

    address: str
    across: int
    page: int
    width: int = 0
    height: int = 0


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
        top = _cut_at(picture, (whole.top - ABOVE) * SCALE, whole.top * SCALE)
        low = _cut_at(picture, (whole.bottom + ABOVE) * SCALE, whole.bottom * SCALE)
        left, right = _inked(picture.crop((0, top, picture.width, max(low, top + 1))))
        seen = _together(lead.box, boxes)
        beside = right - left - seen.width * SCALE
        across = round(100 * (seen.x0 * SCALE - left) / max(beside, 1))
        cut = picture.crop((left, top, right, max(low, top + 1)))
        return Strip(_address(cut), min(max(across, 0), 100), lead.page, *cut.size)


def leading(places: Sequence[Place], main: int = 1) -> Place:
    """Where the figure lies that its first `main` places are of: its longest piece, for "Rp." may
    end one line, or one page, and its digits begin the next."""
    return max(places[: max(main, 1)], key=lambda place: place.box.width)


def _together(lead: Box, boxes: Sequence[Box]) -> Box:
    """The figure's box, with those nearest to it that a phone shows beside it."""
    seen = lead
    for box in sorted(boxes, key=lambda box: abs(box.middle[0] - lead.middle[0])):
        both = around((seen, box))
        seen = both if both.width * SCALE <= ROOM else seen
    return seen


def _cut_at(picture: Any, wanted: float, figures: float) -> int:
    """The row of pixels where a strip ends above or below its figures: at a rule of their table, as
    near to the wanted one as may be, else between lines: no letter is cut there."""
    below = wanted > figures
    top, rows = _around(picture, wanted, BEYOND)
    dark = _means(rows.point(lambda light: 255 * (light < DARK)))
    rules = [
        top + at
        for at in range(THIN, len(dark) - THIN)
        if dark[at] > 255 * RULED and max(dark[at - THIN], dark[at + THIN]) < 255 * FREE
    ]
    outside = [at for at in rules if (at > figures + AIR if below else at < figures - AIR)]
    if outside:
        return min(outside, key=lambda at: abs(at - wanted)) + (3 if below else -2)
    return _between_lines(picture, wanted)


def _between_lines(picture: Any, wanted: float) -> int:
    """The lightest row of pixels around the wanted one, the nearest of several."""
    top, rows = _around(picture, wanted, NEAR + AIR)
    light = _means(rows)
    middle = int(wanted) - top
    clear = [min(light[max(at - AIR, 0) : at + AIR + 1]) for at in range(len(light))]
    best = max(range(len(light)), key=lambda at: (light[at], clear[at], -abs(at - middle)))
    return int(top + best)


def _around(picture: Any, wanted: float, reach: int) -> tuple[int, Any]:
    """The rows of pixels around one, in grey, and the first of them."""
    top = max(min(int(wanted) - reach, picture.height - 1), 0)
    low = max(min(int(wanted) + reach, picture.height), top + 1)
    return top, picture.crop((0, top, picture.width, low)).convert("L")


def _means(rows: Any) -> bytes:
    """How light each row of pixels is."""
    told: bytes = rows.resize((1, rows.height), Resampling.BOX).tobytes()
    return told


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
