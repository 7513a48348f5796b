"""Which letters of a page a reader sees: doubled ones once, hidden ones not, and why not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lkjip_analysis.intake.pdf.contents.ink import Fill, Ink, Letter

SMALLEST = 2.0
"""Letters smaller than this many points are not read by any eye."""
SAME = 0.12
"""Two equal letters closer than this part of their size are one, printed twice to be bold."""
LOW, MANY = 8.0, 200
"""Filled areas are looked up by bands of a page so many points high, and by no more of them."""
WHITE = "tulisan putih di atas putih"
COVERED = "tertutup bidang berwarna"
TINY = "tulisan terlalu kecil untuk dibaca"


def visible(ink: Ink) -> tuple[Ink, tuple[Letter, ...]]:
    """The page with the letters that are seen, and the letters that are not."""
    fills = Painted(ink)
    judged = [_judged(letter, fills, ink) for letter in ink.letters if letter.text]
    seen = _once([letter for letter in judged if not letter.hidden])
    hidden = tuple(letter for letter in judged if letter.hidden and letter.text.strip())
    return replace(ink, letters=tuple(seen)), hidden


class Painted:
    """The filled areas of a page, by the bands of it that they reach into.

    A page of many cells, each with its ground, has ten thousand: no letter is held against all.
    """

    def __init__(self, ink: Ink) -> None:
        self._high, self._bands = max(LOW, ink.height / MANY), defaultdict[int, list[Fill]](list)
        for fill in ink.fills:
            top, bottom = max(fill.box.top, 0.0), min(fill.box.bottom, ink.height)
            if top <= bottom:
                for band in range(int(top // self._high), int(bottom // self._high) + 1):
                    self._bands[band].append(fill)

    def at(self, letter: Letter) -> list[Fill]:
        """Those on which the middle of a letter of the page stands, or which cover it."""
        x, y = letter.box.middle
        near = self._bands.get(int(y // self._high), ())
        return [fill for fill in near if fill.box.holds(x, y)]


def _judged(letter: Letter, fills: Painted, ink: Ink) -> Letter:
    if letter.hidden or letter.text.isspace():
        return letter
    if letter.size < SMALLEST:
        return replace(letter, hidden=TINY)
    there = fills.at(letter)
    if letter.pale and not _on_colour(letter, there, ink):
        return replace(letter, hidden=WHITE)
    if any(fill.plain and fill.order > letter.order for fill in there):
        return replace(letter, hidden=COVERED)
    return letter


def _on_colour(letter: Letter, there: Sequence[Fill], ink: Ink) -> bool:
    """Is what lies under a white letter coloured, or a picture?"""
    under = [fill for fill in there if fill.order < letter.order]
    painted = max(under, key=lambda fill: fill.order, default=None)
    if painted and not painted.pale:
        return True
    return any(p.box.holds(*letter.box.middle) and p.order < letter.order for p in ink.pictures)


def _once(letters: Iterable[Letter]) -> list[Letter]:
    """Without letters that are printed a second time in the same place."""
    kept: list[Letter] = []
    near: dict[tuple[str, int, int], list[Letter]] = defaultdict(list)
    for letter in letters:
        x, y = letter.box.x0, letter.base
        column, row = int(x // 4), int(y // 4)
        around = [
            other
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for other in near.get((letter.text, i, j), ())
        ]
        close = SAME * letter.size
        if any(abs(o.box.x0 - x) < close and abs(o.base - y) < close for o in around):
            continue
        near[letter.text, column, row].append(letter)
        kept.append(letter)
    return kept
