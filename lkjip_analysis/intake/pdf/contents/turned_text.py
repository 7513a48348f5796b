"""Pages and cells whose text runs up or down: turned so that it reads from left to right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.intake.pdf.contents.ink import Ink, Letter, Stroke

MOST = 0.6
"""The part of a page's letters that must run one way for the page to be turned."""

SLANTED = 45
"""How letters are turned whose line runs neither along an edge of the page nor across it."""
STAMP = "tulisan miring seperti cap atau tanda air"
LEVEL = 2
"""So many letters of a line bent round a stamp may stand level by chance."""


def slanted(letters: Sequence[Letter]) -> list[Letter]:
    """The letters, as they were painted, of stamps and watermarks: slanted, or bent in an arc.

    None where most of a page is slanted: it is the page that lies askew.
    """
    if 2 * sum(letter.turned == SLANTED for letter in letters) > len(letters):
        return []
    runs = [list(run) for _, run in groupby(letters, lambda x: x.turned == SLANTED)]
    found: list[Letter] = []
    for at, run in enumerate(runs):
        inside = 0 < at < len(runs) - 1 and len(run) <= LEVEL
        level = inside and _close(runs[at - 1][-1], run[0]) and _close(run[-1], runs[at + 1][0])
        if level or run[0].turned == SLANTED:
            found += run
    return found


def _close(one: Letter, other: Letter) -> bool:
    """Do two letters follow one another in a word?"""
    (x, y), (u, v) = one.box.middle, other.box.middle
    return abs(x - u) + abs(y - v) < 2 * one.size


def upright(ink: Ink) -> Ink:
    """The page turned so that most of its text reads from left to right."""
    ways = Counter(letter.turned for letter in ink.letters if not letter.text.isspace())
    way, count = ways.most_common(1)[0] if ways else (0, 0)
    if way not in (90, 180, 270) or count < MOST * sum(ways.values()):
        return ink
    width, height = (ink.height, ink.width) if way != 180 else (ink.width, ink.height)
    return replace(
        ink,
        width=width,
        height=height,
        turn=way,
        letters=tuple(turned_letter(letter, way, ink.width, ink.height) for letter in ink.letters),
        strokes=tuple(_turned_stroke(stroke, way, ink) for stroke in ink.strokes),
        fills=tuple(replace(f, box=_turned(f.box, way, ink.width, ink.height)) for f in ink.fills),
        pictures=tuple(
            replace(p, box=_turned(p.box, way, ink.width, ink.height)) for p in ink.pictures
        ),
    )


def turned_letter(letter: Letter, way: int, width: float, height: float) -> Letter:
    box = _turned(letter.box, way, width, height)
    base = box.bottom - 0.22 * letter.size
    return replace(letter, box=box, base=base, turned=(letter.turned - way) % 360)


def as_printed(box: Box, ink: Ink) -> Box:
    """The box of a turned page as it lies on the page of the file."""
    back = (360 - ink.turn) % 360
    return _turned(box, back, ink.width, ink.height) if back else box


def _turned(box: Box, way: int, width: float, height: float) -> Box:
    """A box of a page of this size after the page is turned clockwise by `way` degrees."""
    if way == 90:
        return Box(height - box.bottom, box.x0, height - box.top, box.x1)
    if way == 180:
        return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
    if way == 270:
        return Box(box.top, width - box.x1, box.bottom, width - box.x0)
    return box


def _turned_stroke(stroke: Stroke, way: int, ink: Ink) -> Stroke:
    if stroke.across:
        box = Box(stroke.start, stroke.at, stroke.end, stroke.at)
    else:
        box = Box(stroke.at, stroke.start, stroke.at, stroke.end)
    new = _turned(box, way, ink.width, ink.height)
    across = stroke.across if way == 180 else not stroke.across
    if across:
        return Stroke(True, new.top, new.x0, new.x1)
    return Stroke(False, new.x0, new.top, new.bottom)
