"""Letters to lines of text: what stands on one baseline, raised digits told from figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import inf

from lkjip_analysis.intake.document.printed_places import Box, around
from lkjip_analysis.intake.pdf.contents.ink import Letter

RAISED = str.maketrans("0123456789*)", "⁰¹²³⁴⁵⁶⁷⁸⁹*⁾")
LIFT, LIFT_ALONE = 0.12, 0.28
"""How far above its line a smaller letter, or one of the same size, is raised."""
SMALL = 0.86
"""Letters smaller than this part of the others are of a note or an index; between lie only the
roundings of one size."""
GAP = 0.21
"""A gap this wide, in parts of the letter size, parts words where no space is printed."""

SPACE = 1.1
"""A gap that one printed space fills parts words only: in letters of one width it is a wide one."""
BLANK = "\u25af"
"""What stands for a digit that was not read for sure."""
BAND = 8.0
"""Letters are looked up by bands of the page this many points high."""


@dataclass(frozen=True, slots=True)
class Line:
    """Letters on one baseline, from left to right, raised marks among them."""

    letters: tuple[Letter, ...]
    text: str
    box: Box
    base: float
    size: float

    @property
    def bold(self) -> bool:
        plain = [letter.bold for letter in self.letters if not letter.text.isspace()]
        return sum(plain) > len(plain) / 2

    @property
    def words(self) -> tuple[Box, ...]:
        """The box of each word of its text."""
        runs: list[list[Box]] = [[]]
        for before, letter in pairwise((self.letters[0], *self.letters)):
            if letter.text.isspace() or _parts(before, letter):
                runs.append([])
            runs[-1] += [] if letter.text.isspace() else [letter.box]
        return tuple(around(run) for run in runs if run)

    @property
    def sure(self) -> bool:
        return all(letter.sure and letter.text != "\ufffd" for letter in self.letters)


class Inside(list[Letter]):
    """The letters inside one area of a table; their lines are made out once, whoever asks."""

    @cached_property
    def lines(self) -> list[Line]:
        return lines_of(self)


def lines_of(letters: Iterable[Letter]) -> list[Line]:
    """The lines of upright letters, from top to bottom."""
    rows: list[list[Letter]] = []
    near: dict[int, list[list[Letter]]] = defaultdict(list)
    spaces: dict[int, list[Letter]] = defaultdict(list)
    for letter in sorted(letters, key=lambda letter: -letter.size):
        band = int(letter.base // BAND)
        if letter.text.isspace():
            spaces[band].append(letter)
            continue
        around_it = (row for i in (band, band - 1, band + 1) for row in near[i])
        row = next((row for row in around_it if _belongs(letter, row)), None)
        if row is None:
            row = []
            rows.append(row)
            near[band].append(row)
        row.append(letter)
    lines = [made for row in rows if (made := line_of([*row, *_between(spaces, row)]))]
    return sorted(lines, key=lambda line: (line.base, line.box.x0))


def _belongs(letter: Letter, row: Sequence[Letter]) -> bool:
    """Does a letter stand on the line of others that are at least as large?"""
    first = row[0]
    drop = letter.base - first.base
    if letter.size > SMALL * first.size:
        return abs(drop) < 0.3 * first.size
    return -0.62 * first.size < drop < 0.3 * first.size


def _between(spaces: Mapping[int, Sequence[Letter]], row: Sequence[Letter]) -> list[Letter]:
    left, right = min(x.box.x0 for x in row), max(x.box.x1 for x in row)
    base, size, band = row[0].base, row[0].size, int(row[0].base // BAND)
    return [
        s
        for i in (band - 1, band, band + 1)
        for s in spaces.get(i, ())
        if abs(s.base - base) < 0.3 * size and left < s.box.x0 and s.box.x1 < right
    ]


def line_of(letters: Iterable[Letter]) -> Line | None:
    """One line of letters that stand on one baseline; nothing where they are only spaces."""
    row = sorted(letters, key=lambda letter: (letter.box.x0, letter.box.x1))
    inked = [letter for letter in row if not letter.text.isspace()]
    if not inked:
        return None
    size = max(letter.size for letter in inked)
    large = [letter for letter in inked if letter.size > SMALL * size]
    base = sorted(letter.base for letter in large)[len(large) // 2]
    row = [replace(x, text=x.text.translate(RAISED)) if _raised(x, base, size) else x for x in row]
    return Line(tuple(row), _text(row), around(x.box for x in inked), base, size)


def _raised(letter: Letter, base: float, size: float) -> bool:
    if letter.pictured:
        return False
    lift = base - letter.base
    return lift > (LIFT if letter.size < SMALL * size else LIFT_ALONE) * size


def _text(row: Sequence[Letter]) -> str:
    pieces = [row[0].text]
    for before, letter in pairwise(row):
        if _parts(before, letter):
            pieces.append(" ")
        pieces.append(letter.text)
    return " ".join("".join(pieces).split())


def _parts(before: Letter, letter: Letter) -> bool:
    """Does the gap between two letters part words where no space is printed?"""
    gap = letter.box.x0 - before.box.x1
    is_space = before.text.isspace() or letter.text.isspace()
    return gap > GAP * min(before.size, letter.size) and not is_space


def blanked(line: Line) -> Line:
    """The line with a sign in the place of each digit that was not read for sure."""
    told = [replace(x, text=BLANK) if x.text.isdigit() and not x.sure else x for x in line.letters]
    return line_of(told) or line


def split_at_gaps(line: Line, wide: float, unspaced: float = inf) -> list[Line]:
    """The pieces of a line between gaps of at least `wide` times its size, or of `unspaced` times
    where no space is printed in them."""
    pieces: list[list[Letter]] = [[]]
    reach, space, last = line.letters[0].box.x0, 0.0, ""
    for letter in line.letters:
        if letter.text.isspace():
            pieces[-1].append(letter)
            space = max(space, letter.box.width)
            continue
        gap = letter.box.x0 - reach
        is_space = gap <= SPACE * space and not (letter.text.isdigit() and last.isdigit())
        least = (wide if space else min(wide, unspaced)) * line.size
        if pieces[-1] and gap > least and not is_space:
            pieces.append([])
        pieces[-1].append(letter)
        reach, space, last = max(reach, letter.box.x1), 0.0, letter.text
    made = (line_of(piece) for piece in pieces)
    return [piece for piece in made if piece]
