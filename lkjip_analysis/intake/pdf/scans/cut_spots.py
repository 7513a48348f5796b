"""Spots of ink cut out of the picture of a page, and read by tesseract on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PIL import Image

from lkjip_analysis.intake.pdf.scans.ink_spots import Spot
from lkjip_analysis.intake.pdf.scans.ocr import ByHeight, read_words

EDGE, APART, BETWEEN, LEFT, LINE = 6, 60, 26, 40, 44
"""In points of the picture: around a spot, between its copies, between lines, before them, and the
height of a line."""
SIZE = 1.4
"""How much larger a spot is read that stands on a line of its own."""
IN_A_ROW = 2
"""Tesseract passes over some digits that stand alone: they are set so many times side by side."""
NOISE = "—-. ”\"'"
"""What it makes of the edge of a part."""


def cut_out(picture: Any, spot: Spot, side: int = EDGE) -> Any:
    """A spot with what stands around it."""
    left, top, right, bottom = spot
    return picture.crop((max(left - side, 0), max(top - EDGE, 0), right + side, bottom + EDGE))


def read_alone(picture: Any, spots: Sequence[tuple[Spot, int]]) -> list[tuple[str, str]]:
    """What tesseract reads of each spot on a line of its own, once and so many times in a row."""
    if not spots:
        return []
    return _read_lines([(_enlarged(picture, spot, 1), _enlarged(picture, spot, times))
                        for spot, times in spots])  # fmt: skip


def _enlarged(picture: Any, spot: Spot, times: int) -> Any:
    """A spot cut out and enlarged, so many times side by side."""
    part = cut_out(picture, spot, EDGE if times == 1 else EDGE // 2)
    wide, high = round(SIZE * part.width), round(SIZE * part.height)
    row = Image.new("L", (times * wide, high), 255)
    for i in range(times):
        row.paste(part.resize((wide, high), Image.Resampling.LANCZOS), (i * wide, 0))
    return row


def _read_lines(cut: Sequence[tuple[Any, Any]]) -> list[tuple[str, str]]:
    """What is read of each two parts of the picture, set on a line of their own."""
    sheet, lines = _sheet(cut)
    read = ByHeight(read_words(sheet, 6, least=0.0))
    told = []
    for top, bottom, middle in lines:
        halves = (0, top, middle, bottom), (middle, top, sheet.width, bottom)
        first, second = ("".join(w.text for w in read.within(half)).strip(NOISE) for half in halves)
        told.append((first, second))
    return told


def _sheet(cut: Sequence[tuple[Any, Any]]) -> tuple[Any, list[tuple[int, int, int]]]:
    """Each two parts on a line of their own; and the top, bottom and middle of each line."""
    heights = [max(first.height, LINE) for first, _ in cut]
    room = max(first.width + second.width for first, second in cut) + 2 * LEFT + APART
    sheet = Image.new("L", (room, sum(heights) + BETWEEN * (len(cut) + 1)), 255)
    lines, down = [], BETWEEN
    for (first, second), high in zip(cut, heights, strict=True):
        at = down + (high - first.height) // 2
        sheet.paste(first, (LEFT, at))
        sheet.paste(second, (LEFT + first.width + APART, at))
        lines.append((down, down + high, LEFT + first.width + APART // 2))
        down += high + BETWEEN
    return sheet, lines
