"""The picture of a page as ink: straightened, its rules found, its words read several times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from lkjip_analysis.intake.document.printed_places import Box, around
from lkjip_analysis.intake.pdf.contents.ink import Ink, Letter, Stroke
from lkjip_analysis.intake.pdf.contents.picture_size import MOST_POINTS
from lkjip_analysis.intake.pdf.contents.unpacking import TooBig
from lkjip_analysis.intake.pdf.lines_of_text.lines import BLANK
from lkjip_analysis.intake.pdf.ruled.drawn_lines import rules_of
from lkjip_analysis.intake.pdf.scans.line_model import carried_voice
from lkjip_analysis.intake.pdf.scans.ocr import DESCENDING, Word, words_on
from lkjip_analysis.intake.pdf.scans.read_again import read_again
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.grouping import grouped

DPI, AGAIN, COARSE = 300, 400, 220
"""The resolutions of the three readings; two of them made the same wrong digit."""
LARGEST = 60_000_000
"""Points of the finest picture: more than a page of A2 has."""
LONGEST_RUN = 0.3
"""Dark runs longer than this many inches are rules, and no letters."""
DARK = 140
"""Of 255, what is darker is ink: an old copy is grey, and a scan blurs thin lines."""
ANGLES = tuple(a / 10 for a in range(-20, 21, 2))

Bits = NDArray[np.bool_]


def scanned_ink(content: bytes, ink: Ink) -> Ink:
    """The letters and rules that the picture of a page shows."""
    import pypdfium2

    points = ink.width * ink.height * (AGAIN / 72) ** 2
    if points > LARGEST or ink.unpacked > MOST_POINTS:
        most = max(points, ink.unpacked)
        raise TooBig(phrase("a picture of {points:,.0f} points", points=most))
    document = pypdfium2.PdfDocument(content)
    try:
        page = document[ink.page - 1]
        first = _grey(page, DPI)
        second, third = _grey(page, AGAIN), _grey(page, COARSE)
    finally:
        document.close()
    angle = _skew(first)
    first, second, third = (_straight(made, angle) for made in (first, second, third))
    dark = np.asarray(first) < DARK
    across, down = _long(dark, DPI), _long(dark.T, DPI).T
    clean = _without(first, across | down)
    words = words_on(clean, [_other(second, AGAIN), _other(third, COARSE)])
    words = read_again(clean, words, carried_voice())
    strokes = (*_strokes(across, True), *_strokes(down.T, False))
    letters = tuple(in_tables_where_lost(_letters(words, 72 / DPI), strokes))
    return Ink(ink.page, ink.width, ink.height, letters, strokes)


def in_tables_where_lost(letters: Iterable[Letter], strokes: Iterable[Stroke]) -> Iterator[Letter]:
    """The letters; ink that was not read at all is told in tables, where it may be a figure."""
    tables = [around(_box(line) for line in (*rules.across, *rules.down))
              for rules in rules_of(strokes)[0] if rules.is_grid]  # fmt: skip
    for letter in letters:
        if letter.text != BLANK or any(table.holds(*letter.box.middle) for table in tables):
            yield letter


def _box(line: Stroke) -> Box:
    if line.across:
        return Box(line.start, line.at, line.end, line.at)
    return Box(line.at, line.start, line.at, line.end)


def _grey(page: Any, dpi: int) -> Any:
    return ImageOps.autocontrast(page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L"))


def _skew(picture: Any) -> float:
    """The angle at which the lines of text lie most level."""
    small = picture.resize((picture.width // 4, picture.height // 4), Image.Resampling.BOX)

    def level(angle: float) -> float:
        turned = np.asarray(small.rotate(angle, fillcolor=255)) < DARK
        rows = turned.sum(axis=1).astype(float)
        return float(((rows[1:] - rows[:-1]) ** 2).sum())

    return max(ANGLES, key=level)


def _straight(picture: Any, angle: float) -> Any:
    if not angle:
        return picture
    return picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)


def _long(dark: Bits, dpi: int) -> Bits:
    """The dark points that lie in long runs along their row."""
    length, width = int(LONGEST_RUN * dpi), dark.shape[1]
    if width < length:
        return np.zeros_like(dark)
    total = np.cumsum(np.pad(dark, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = total[:, length:] - total[:, :-length] >= 0.97 * length
    # How many such runs began up to a point, less those that ended before it.
    begun = np.cumsum(np.pad(full, ((0, 0), (0, length - 1))), axis=1, dtype=np.int32)
    inside = begun.copy()
    inside[:, length:] -= begun[:, : width - length]
    return (inside > 0) & dark


def _without(picture: Any, rules: Bits) -> Any:
    """The picture without its rules, which tesseract takes for letters."""
    points = np.array(picture)
    wide = rules.copy()
    for shift in (1, 2):
        wide[shift:] |= rules[:-shift]
        wide[:-shift] |= rules[shift:]
        wide[:, shift:] |= rules[:, :-shift]
        wide[:, :-shift] |= rules[:, shift:]
    points[wide] = 255
    return Image.fromarray(points)


def _other(picture: Any, dpi: int) -> Any:
    """Another picture in black and white, its rules out."""
    dark = np.asarray(picture) < DARK
    cleaned = _without(picture, _long(dark, dpi) | _long(dark.T, dpi).T)
    return cleaned.point(lambda value: 255 if value > DARK + 20 else 0)


def _strokes(rules: Bits, across: bool) -> Iterator[Stroke]:
    """The runs of a picture's rows as lines, in points."""
    scale = 72 / DPI
    for row in np.flatnonzero(rules.any(axis=1)):
        edges = np.flatnonzero(np.diff(np.pad(rules[row].astype(np.int8), 1)))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            yield Stroke(across, float(row) * scale, float(start) * scale, float(end) * scale)


def _letters(words: Sequence[Word], scale: float) -> Iterator[Letter]:
    order = 0
    for held in grouped((word.line, word) for word in words).values():
        plain = [word for word in held if not DESCENDING.search(word.text)] or held
        base = median(word.bottom for word in plain) * scale
        size = max(median(word.bottom - word.top for word in plain) * scale / 0.74, 4.0)
        for word in held:
            step = (word.right - word.left) * scale / len(word.text)
            for i, text in enumerate(word.text):
                order += 1
                left = word.left * scale + i * step
                box = Box(left, base - 0.76 * size, left + step, base + 0.22 * size)
                yield Letter(text, box, base, size, order=order, pictured=True, sure=word.agreed)
