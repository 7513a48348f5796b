"""The PDF itself with a highlight and a comment at each figure that a finding points at."""

from __future__ import annotations

import io
import logging
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    TextStringObject,
)

from lkjip_analysis.intake.document.printed_places import Box, Place
from lkjip_analysis.intake.pdf.contents.open_pdf import BROKEN
from lkjip_analysis.output.examined.marking.marks import (
    AUTHOR,
    COMPARED,
    Mark,
    colour_of,
    shades_of,
)

SMALL, STEP = 5.5, 3.4
"""The number of its finding beside a figure: the size of its letters and the width of a digit."""
WIDEST = 24
"""So far beside a figure of several findings their numbers reach; of more the comments tell."""
DARK, GREY = "0.60 0.10 0.00", "0.40 0.40 0.40"
"""Its colours: at a figure that may be wrong, and at one that is only compared."""
TURNED = {
    0: (1, 0, 0, 1, 0, 0), 90: (0, 1, -1, 0, 0, 0), 180: (-1, 0, 0, -1, 0, 0),
    270: (0, -1, 1, 0, 0, 0),
}  # fmt: skip
"""What is drawn upright on a page that is shown turned, by how much."""
logging.getLogger("pypdf").addHandler(logging.NullHandler())  # it would tell of every repair
Corners = tuple[float, float, float, float]


@dataclass(frozen=True)
class Look:
    """How a mark is drawn: its colour, which only the first of several on one figure has, and the
    room for its number, behind those of the others."""

    shade: str
    start: int
    room: int

    @property
    def end(self) -> int:
        """How far it reaches beside its figure."""
        return self.start + self.room if self.room else 0


def marked_pdf(content: bytes, marks: Sequence[Mark]) -> bytes:
    """The PDF with its marks, its pages as they are; nothing where it is too broken to be written
    again: pages that hold each other, a box that is none, a table without its size."""
    try:
        return _with_marks(content, marks)
    except (PyPdfError, *BROKEN):
        return b""


def _with_marks(content: bytes, marks: Sequence[Mark]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    shades, taken = shades_of(marks), Counter[Place]()
    for mark in marks:
        place = mark.place
        if 1 <= place.page <= len(writer.pages):
            page, start = writer.pages[place.page - 1], taken[place]
            look = Look("" if place in taken else shades[place], start, _room(mark, start))
            made = _annotation(page, mark, look)
            drawn = writer._add_object(_drawn(mark, look, _turn(page)))
            made[NameObject("/AP")] = DictionaryObject({NameObject("/N"): drawn})
            writer.add_annotation(place.page - 1, made)
            taken[place] += look.room
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _room(mark: Mark, start: int) -> int:
    """How wide the number of its finding is; nothing where those of others leave it no room."""
    wide = math.ceil(STEP * len(str(mark.number))) + 1 if mark.number else 0
    return wide if not start or start + wide <= WIDEST else 0


def _annotation(page: Any, mark: Mark, look: Look) -> Highlight:
    box = mark.place.box
    left, low, right, high = _on_page(page, box)
    corners = (left, high, right, high, left, low, right, low)
    made = Highlight(
        rect=_on_page(page, replace(box, x1=box.x1 + look.end)),
        quad_points=ArrayObject([FloatObject(number) for number in corners]),
        highlight_color=colour_of(mark.standing),
        printing=True,
    )
    made[NameObject("/Contents")] = TextStringObject(mark.text)
    made[NameObject("/T")] = TextStringObject(AUTHOR)
    return made


def _drawn(mark: Mark, look: Look, turn: int) -> DecodedStreamObject:
    """How the highlight looks: its colour under the figure, the number of its finding beside it,
    both as the page is shown."""
    wide, high = mark.place.box.width, mark.place.box.height
    told = []
    if look.shade:
        shade = " ".join(f"{int(look.shade[i : i + 2], 16) / 255:.3f}" for i in (0, 2, 4))
        told.append(f"q /G gs {shade} rg 0 0 {wide:.2f} {high:.2f} re f Q")
    if look.room:
        ink = GREY if mark.standing == COMPARED else DARK
        top, left = max(high - SMALL * 0.75, 0), wide + look.start + 0.5
        told.append(f"BT /F {SMALL} Tf {ink} rg {left:.2f} {top:.2f} Td ({mark.number}) Tj ET")
    made = DecodedStreamObject()
    made.set_data(" ".join(told).encode())
    made.update({
        NameObject("/Type"): NameObject("/XObject"),
        NameObject("/Subtype"): NameObject("/Form"),
        NameObject("/BBox"): ArrayObject([FloatObject(n) for n in (0, 0, wide + look.end, high)]),
        NameObject("/Matrix"): ArrayObject([FloatObject(n) for n in TURNED.get(turn, TURNED[0])]),
        NameObject("/Resources"): _resources(),
    })  # fmt: skip
    return made


def _resources() -> DictionaryObject:
    """Letters that every reader has, and ink through which the figure is seen."""
    letters = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica-Bold"}
    multiplied = {"/Type": "/ExtGState", "/BM": "/Multiply"}
    return DictionaryObject({
        NameObject("/Font"): DictionaryObject({NameObject("/F"): _named(letters)}),
        NameObject("/ExtGState"): DictionaryObject({NameObject("/G"): _named(multiplied)}),
    })  # fmt: skip


def _named(told: dict[str, str]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in told.items()})


def _turn(page: Any) -> int:
    """By how much the page is turned where it is shown, clockwise."""
    return int(page.rotation) % 360


def _on_page(page: Any, box: Box) -> Corners:
    """The box in the page's own coordinates (from below), whichever way the page is shown."""
    crop, turn = page.cropbox, _turn(page)
    x0, y0, x1, y1 = (float(n) for n in (crop.left, crop.bottom, crop.right, crop.top))
    if turn == 90:
        return x0 + box.top, y0 + box.x0, x0 + box.bottom, y0 + box.x1
    if turn == 180:
        return x1 - box.x1, y0 + box.top, x1 - box.x0, y0 + box.bottom
    if turn == 270:
        return x1 - box.bottom, y1 - box.x1, x1 - box.top, y1 - box.x0
    return x0 + box.x0, y1 - box.bottom, x0 + box.x1, y1 - box.top
