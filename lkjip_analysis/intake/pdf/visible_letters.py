"""Which letters of a page a reader sees: doubled ones once, hidden ones not, and why not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lkjip_analysis.intake.pdf.ink import Fill, Ink, Letter

SMALLEST = 2.0
"""Letters smaller than this many points are not read by any eye."""
SAME = 0.12
"""Two equal letters closer than this part of their size are one, printed twice to be bold."""
WHITE = "tulisan putih di atas putih"
COVERED = "tertutup bidang berwarna"
TINY = "tulisan terlalu kecil untuk dibaca"


def visible(ink: Ink) -> tuple[Ink, tuple[Letter, ...]]:
    """The page with the letters that are seen, and the letters that are not."""
    judged = [_judged(letter, ink.fills, ink) for letter in ink.letters if letter.text]
    seen = _once([letter for letter in judged if not letter.hidden])
    hidden = tuple(letter for letter in judged if letter.hidden and letter.text.strip())
    return replace(ink, letters=tuple(seen)), hidden


def _judged(letter: Letter, fills: Sequence[Fill], ink: Ink) -> Letter:
    if letter.hidden or letter.text.isspace():
        return letter
    if letter.size < SMALLEST:
        return replace(letter, hidden=TINY)
    if letter.pale and not _on_colour(letter, fills, ink):
        return replace(letter, hidden=WHITE)
    if any(f.plain and f.order > letter.order and _over(f, letter) for f in fills):
        return replace(letter, hidden=COVERED)
    return letter


def _on_colour(letter: Letter, fills: Sequence[Fill], ink: Ink) -> bool:
    """Is what lies under a white letter coloured, or a picture?"""
    under = [f for f in fills if f.order < letter.order and _over(f, letter)]
    painted = max(under, key=lambda fill: fill.order, default=None)
    if painted and not painted.pale:
        return True
    return any(p.box.holds(*letter.box.middle) and p.order < letter.order for p in ink.pictures)


def _over(fill: Fill, letter: Letter) -> bool:
    return fill.box.holds(*letter.box.middle)


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
