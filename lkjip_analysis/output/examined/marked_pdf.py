"""The PDF itself with a highlight and a comment at each figure that a finding points at."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.output.examined.marks import AUTHOR, Mark

COLOURS = {"terbukti": "f4a582", "ambigu": "fde08a", "klaim": "fde08a"}
OTHER = "cfe3f5"


def marked_pdf(content: bytes, marks: Sequence[Mark]) -> bytes:
    """The PDF with its marks, its pages as they are; nothing where pages hold each other."""
    try:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    except PyPdfError:
        return b""
    for mark in marks:
        page = mark.place.page
        if 1 <= page <= len(writer.pages):
            writer.add_annotation(page - 1, _annotation(writer.pages[page - 1], mark))
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _annotation(page: Any, mark: Mark) -> Highlight:
    left, low, right, high = _on_page(page, mark.place.box)
    corners = (left, high, right, high, left, low, right, low)
    made = Highlight(
        rect=(left, low, right, high),
        quad_points=ArrayObject([FloatObject(number) for number in corners]),
        highlight_color=COLOURS.get(mark.standing, OTHER),
        printing=True,
    )
    made[NameObject("/Contents")] = TextStringObject(mark.text)
    made[NameObject("/T")] = TextStringObject(AUTHOR)
    return made


def _on_page(page: Any, box: Box) -> tuple[float, float, float, float]:
    """The box in the page's own coordinates (from below), whichever way the page is shown."""
    crop, turn = page.cropbox, int(page.rotation) % 360
    x0, y0, x1, y1 = (float(n) for n in (crop.left, crop.bottom, crop.right, crop.top))
    if turn == 90:
        return x0 + box.top, y0 + box.x0, x0 + box.bottom, y0 + box.x1
    if turn == 180:
        return x1 - box.x1, y0 + box.top, x1 - box.x0, y0 + box.bottom
    if turn == 270:
        return x1 - box.bottom, y1 - box.x1, x1 - box.top, y1 - box.x0
    return x0 + box.x0, y1 - box.bottom, x0 + box.x1, y1 - box.top
