"""The painting of a page, operator by operator, as pdfminer plays it: noted down as ink."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect, mult_matrix

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.intake.pdf.contents.ink import Fill, Letter, Picture, Stroke
from lkjip_analysis.intake.pdf.contents.picture_size import points_of
from lkjip_analysis.intake.pdf.contents.turned_text import SLANTED

MOST_OBJECTS = 400_000
"""The most letters, lines and pictures that one page may hold."""
DEEPEST = 30
"""How deep drawings may lie in one another."""
UNKNOWN = "\ufffd"
THIN = 2.5
"""A filled rectangle this thin is a drawn line."""
BULLET = "\u2022"
LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\u00a0": " ", "\u00ad": "-", "\u2212": "-", "\u2010": "-", "\u2011": "-",
}  # fmt: skip
ASCENT, DESCENT = 0.76, 0.22
"""How far letters reach above and below their baseline, in parts of their size."""
TILTED = 5
"""By so many degrees a page may have been laid askew on the scanner that wrote its text."""
NOT_SHOWN = 3
"""The text mode that paints nothing; 7 only clips."""

Matrix = tuple[float, float, float, float, float, float]


class TooMuch(Exception):
    """A page that holds more than any report's."""


class Painting(PDFTextDevice):
    """Notes every letter, line, area and picture of the page that is played on it."""

    def __init__(self, manager: Any) -> None:
        super().__init__(manager)
        self.letters: list[Letter] = []
        self.strokes: list[Stroke] = []
        self.fills: list[Fill] = []
        self.pictures: list[Picture] = []
        self.unpacked = 0
        """How many points the pictures unpack to, each as often as it is drawn."""
        self._sizes: dict[int, int] = {}
        self.clip: Box | None = None
        self.clear = False
        """Is what is painted now seen through, or on a layer that is switched off?"""
        self.layers: list[bool] = []
        self._figures: list[tuple[Matrix, Box | None, bool]] = []
        self._frame = self._page = Box(0, 0, 0, 0)
        self._mode, self._pale, self._bold = 0, False, False
        self._count = 0

    def begin_page(self, page: Any, ctm: Any) -> None:
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.cropbox)
        self._frame = Box(x0, y0, x1, y1)
        self._page = Box(0, 0, self._frame.width, self._frame.height)

    @property
    def size(self) -> tuple[float, float]:
        return self._frame.width, self._frame.height

    def tick(self) -> None:
        self._count += 1
        if self._count > MOST_OBJECTS:
            raise TooMuch

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        self.tick()
        if len(self._figures) > DEEPEST:
            raise TooMuch
        assert self.ctm is not None
        self._figures.append((self.ctm, self.clip, self.clear))
        if tuple(bbox) != (0, 0, 1, 1):
            inner = mult_matrix(tuple(matrix), self.ctm)
            self.cut(self._boxed(apply_matrix_rect(inner, tuple(bbox))))

    def end_figure(self, name: str) -> None:
        self.ctm, self.clip, self.clear = self._figures.pop()

    def cut(self, box: Box) -> None:
        """From here on nothing is seen outside `box`."""
        old = self.clip or box
        self.clip = Box(
            max(box.x0, old.x0),
            max(box.top, old.top),
            min(box.x1, old.x1),
            min(box.bottom, old.bottom),
        )

    def _boxed(self, rect: Sequence[float]) -> Box:
        x0, y0, x1, y1 = rect
        left, high = self._frame.x0, self._frame.bottom
        return Box(min(x0, x1) - left, high - max(y0, y1), max(x0, x1) - left, high - min(y0, y1))

    def render_image(self, name: str, stream: Any) -> None:
        self.tick()
        box = self._boxed(apply_matrix_rect(self._matrix, (0, 0, 1, 1)))
        key = str(getattr(stream, "objid", None) or name)
        self.unpacked += self._points(stream)
        if not (self.clear or any(self.layers)):
            self.pictures.append(Picture(box, key, self._count))

    def _points(self, stream: Any) -> int:
        """How many points a picture unpacks to; asked once of each that has a number."""
        number = getattr(stream, "objid", None)
        if number is None:
            return points_of(stream)
        if number not in self._sizes:
            self._sizes[number] = points_of(stream)
        return self._sizes[number]

    @property
    def _matrix(self) -> Any:
        assert self.ctm is not None
        return self.ctm

    def paint_path(
        self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]
    ) -> None:
        self.tick()
        if self.clear or any(self.layers):
            return
        for points, closed in _subpaths(path):
            moved = [self._point(point) for point in points]
            if stroke:
                self._lines(moved, closed)
            if fill and len(moved) >= 2:
                self._area(moved, gstate.ncolor, gstate.ncs)

    def _point(self, point: Any) -> tuple[float, float]:
        x, y = apply_matrix_pt(self._matrix, point)
        return x - self._frame.x0, self._frame.bottom - y

    def _lines(self, points: Sequence[tuple[float, float]], closed: bool) -> None:
        ends = [*points, points[0]] if closed else list(points)
        for (x0, y0), (x1, y1) in pairwise(ends):
            self.tick()
            if abs(y0 - y1) <= 1 and abs(x0 - x1) > 1:
                self.strokes.append(Stroke(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) <= 1 and abs(y0 - y1) > 1:
                self.strokes.append(Stroke(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def _area(self, points: Sequence[tuple[float, float]], colour: Any, space: Any) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        if box.height <= THIN < box.width:
            self.strokes.append(Stroke(True, (box.top + box.bottom) / 2, box.x0, box.x1))
        elif box.width <= THIN < box.height:
            self.strokes.append(Stroke(False, (box.x0 + box.x1) / 2, box.top, box.bottom))
        else:
            shade = _shade(colour, space)
            self.fills.append(Fill(box, self._count, shade > 0.93, not 0.05 < shade <= 0.97))

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        self._mode = textstate.render
        self._pale = _shade(graphicstate.ncolor, ncs) > 0.93
        self._bold = "bold" in str(textstate.font.fontname).casefold()
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Any,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        self.tick()
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = UNKNOWN
        wide = float(font.char_width(cid) * fontsize * scaling)
        size = abs(fontsize) * math.hypot(matrix[2], matrix[3])
        if font.is_vertical() or not text or size <= 0:
            return wide
        box = self._boxed(
            apply_matrix_rect(
                matrix, (0, rise - DESCENT * fontsize, wide, rise + ASCENT * fontsize)
            )
        )
        _, y = apply_matrix_pt(matrix, (0, rise))
        letter = Letter(
            _shown(text),
            box,
            self._frame.bottom - y,
            size,
            _turn(matrix[0], matrix[1]),
            self._count,
            self._hidden(box),
            self._pale,
            self._bold,
        )
        self.letters.append(letter)
        return wide

    def _hidden(self, box: Box) -> str:
        if self._mode in (NOT_SHOWN, 7):
            return "tulisan tanpa tinta"
        if self.clear:
            return "tulisan tembus pandang"
        if any(self.layers):
            return "lapisan yang dimatikan"
        x, y = box.middle
        if not self._page.holds(x, y):
            return "di luar halaman"
        if self.clip and not self.clip.holds(x, y):
            return "terpotong oleh bingkainya"
        return ""


def _shown(text: str) -> str:
    """A character as it is read; what only a symbol font knows is a mark like a bullet."""
    private = len(text) == 1 and 0xE000 <= ord(text) <= 0xF8FF
    return BULLET if private else LIGATURES.get(text, text)


def _subpaths(path: Sequence[Any]) -> list[tuple[list[Any], bool]]:
    """The corner points of each piece of a path, and whether it is closed."""
    pieces: list[tuple[list[Any], bool]] = []
    for step in path:
        if step[0] == "m":
            pieces.append(([step[1:3]], False))
        elif not pieces:
            continue
        elif step[0] == "h":
            pieces[-1] = (pieces[-1][0], True)
        else:
            pieces[-1][0].append(step[-2:])
    return pieces


@lru_cache(maxsize=64)
def _turn(along: float, up: float) -> int:
    """By how many degrees letters are turned whose line goes so far along and up."""
    degrees = math.degrees(math.atan2(up, along))
    way = round(degrees / 90) * 90
    return way % 360 if abs(degrees - way) < TILTED else SLANTED


def _shade(colour: Any, space: Any) -> float:
    """How light a colour is, 0 black to 1 white; one that is not known counts as dark."""
    values = colour if isinstance(colour, (tuple, list)) else (colour,)
    if not values or not all(isinstance(value, (int, float)) for value in values):
        return 0.0
    name = getattr(space, "name", "")
    if name in ("Separation", "DeviceN"):
        return 1.0 - float(max(values))
    if name in ("Indexed", "Pattern", "Lab"):
        return 0.0
    if len(values) == 4:
        cyan, magenta, yellow, black = values
        return float((1 - black) * (1 - max(cyan, magenta, yellow)))
    return float(min(values))
