"""The PDF itself with a highlight and a comment at each figure that a finding points at."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from dataclasses import replace
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

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.intake.pdf.open_pdf import BROKEN
from lkjip_analysis.output.examined.marks import AUTHOR, COMPARED, Mark, colour_of

SMALL, STEP = 5.5, 3.4
"""The number of its finding beside a figure: the size of its letters and the width of a digit."""
DARK, GREY = "0.60 0.10 0.00", "0.40 0.40 0.40"
"""Its colours: at a figure that may be wrong, and at one that is only compared."""
TURNED = {
    0: (1, 0, 0, 1, 0, 0), 90: (0, 1, -1, 0, 0, 0), 180: (-1, 0, 0, -1, 0, 0),
    270: (0, -1, 1, 0, 0, 0),
}  # fmt: skip
"""What is drawn upright on a page that is shown turned, by how much."""
logging.getLogger("pypdf").addHandler(logging.NullHandler())  # it would tell of every repair
Corners = tuple[float, float, float, float]


def marked_pdf(content: bytes, marks: Sequence[Mark]) -> bytes:
    """The PDF with its marks, its pages as they are; nothing where it is too broken to be written
    again: pages that hold each other, a box that is none, a table without its size."""
    try:
        return _with_marks(content, marks)
    except (PyPdfError, *BROKEN):
        return b""


def _with_marks(content: bytes, marks: Sequence[Mark]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    for mark in marks:
        page = mark.place.page
        if 1 <= page <= len(writer.pages):
            made = _annotation(writer, writer.pages[page - 1], mark)
            writer.add_annotation(page - 1, made)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _annotation(writer: PdfWriter, page: Any, mark: Mark) -> Highlight:
    box = mark.place.box
    left, low, right, high = _on_page(page, box)
    corners = (left, high, right, high, left, low, right, low)
    room = STEP * len(str(mark.number)) + 1 if mark.number else 0
    made = Highlight(
        rect=_on_page(page, replace(box, x1=box.x1 + room)),
        quad_points=ArrayObject([FloatObject(number) for number in corners]),
        highlight_color=colour_of(mark.standing),
        printing=True,
    )
    made[NameObject("/Contents")] = TextStringObject(mark.text)
    made[NameObject("/T")] = TextStringObject(AUTHOR)
    if room:
        drawn = writer._add_object(_drawn(mark, room, _turn(page)))
        made[NameObject("/AP")] = DictionaryObject({NameObject("/N"): drawn})
    return made


def _drawn(mark: Mark, room: float, turn: int) -> DecodedStreamObject:
    """How the highlight looks: its colour under the figure, the number of its finding beside it,
    both as the page is shown."""
    wide, high = mark.place.box.width, mark.place.box.height
    colour = colour_of(mark.standing)
    shade = " ".join(f"{int(colour[i : i + 2], 16) / 255:.3f}" for i in (0, 2, 4))
    ink = GREY if mark.standing == COMPARED else DARK
    top = max(high - SMALL * 0.75, 0)
    made = DecodedStreamObject()
    made.set_data(
        f"q /G gs {shade} rg 0 0 {wide:.2f} {high:.2f} re f Q "
        f"BT /F {SMALL} Tf {ink} rg {wide + 0.5:.2f} {top:.2f} Td ({mark.number}) Tj ET"
        .encode()
    )  # fmt: skip
    made.update({
        NameObject("/Type"): NameObject("/XObject"),
        NameObject("/Subtype"): NameObject("/Form"),
        NameObject("/BBox"): ArrayObject([FloatObject(n) for n in (0, 0, wide + room, high)]),
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
