"""A Word document as LibreOffice prints it: its pages, and where on them the places lie."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from pypdf import PdfReader

from lkjip_analysis.intake.document.libreoffice import converted
from lkjip_analysis.intake.document.printed_places import Box, Place, around
from lkjip_analysis.output.examined.marking.marked_word import BOOKMARK, with_bookmarks

Printed = dict[Place, tuple[Place, ...]]
"""For each place of a document the lines of its print."""
NEAR = 6
"""A figure is looked for among so many letters before and behind its bookmark."""
WIDE, HIGH = 60.0, 13.0
"""A box in points where the letters themselves are not found."""


def printed_word(content: bytes, places: Iterable[Place]) -> tuple[bytes, Printed]:
    """The document as PDF, and the places on its pages, each line of print one.

    Raises: Unavailable where LibreOffice is not here.
    """
    import pypdfium2

    asked = list(dict.fromkeys(places))
    pdf = converted(with_bookmarks(content, asked), ".docx", ".pdf")
    document = pypdfium2.PdfDocument(pdf)
    try:
        return pdf, {
            asked[number]: tuple(_lines(document, page, left, top, asked[number]))
            for number, page, left, top in _bookmarks(pdf)
            if number < len(asked)
        }
    finally:
        document.close()


def _bookmarks(pdf: bytes) -> Iterator[tuple[int, int, float, float]]:
    """The number of each bookmark, its page, and its left and top from the page's lower left."""
    reader = PdfReader(io.BytesIO(pdf))
    for name, told in reader.named_destinations.items():
        number = name.lstrip("/").removeprefix(BOOKMARK)
        page = reader.get_destination_page_number(told)
        if number.isdigit() and page is not None and told.left is not None:
            yield int(number), page + 1, float(told.left), float(told.top or 0)


def _lines(document: Any, page: int, left: float, top: float, place: Place) -> Iterator[Place]:
    """The boxes of the letters of a place, those of one line together."""
    held = document[page - 1]
    text = held.get_textpage()
    height = held.get_height()
    start = text.get_index(left + 1, top - HIGH / 2, HIGH / 2, HIGH)
    boxes = [_box(text.get_charbox(i), height) for i in _letters(text, start, place.text)]
    if not boxes:
        boxes = [Box(left, height - top, left + WIDE, height - top + HIGH)]
    line: list[Box] = []
    for box in boxes:
        if line and abs(box.middle[1] - line[-1].middle[1]) > HIGH / 2:
            yield replace(place, page=page, box=around(line))
            line = []
        line.append(box)
    yield replace(place, page=page, box=around(line))


def _letters(text: Any, start: int | None, wanted: str) -> list[int]:
    """Which letters of a page print a text that begins near one of them; spaces are passed over."""
    if start is None or not wanted:
        return []
    count = text.count_chars()
    bare = "".join(wanted.split())
    for first in sorted(
        range(max(start - NEAR, 0), min(start + NEAR, count)), key=lambda i: abs(i - start)
    ):
        here = [
            i
            for i in range(first, min(first + 2 * len(wanted) + 4, count))
            if text.get_text_range(i, 1).strip()
        ][: len(bare)]
        if "".join(text.get_text_range(i, 1) for i in here) == bare:
            return here
    return []


def _box(told: tuple[float, float, float, float], height: float) -> Box:
    left, bottom, right, top = told
    return Box(left, height - top, right, height - bottom)
