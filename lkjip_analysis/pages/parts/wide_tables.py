"""Tables that are wider than a screen: set closer, and where that does not do, folded.

A folded row is its name over a grid of its cells, each under its own heading, so that nothing has
to be scrolled for; what it says to a reader by ear is the same table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lkjip_analysis.language import worded

ROOM = 990
"""Pixels between the rail of contents and the margin of a screen of 1.280."""

HALF = 740
"""Pixels beside the first chart of a page on a wide screen, for tables that it has room for."""

THIRD, SMALLER = 510, (7.2, 12)
"""Pixels of the words beside that chart on a screen of 1.280, and those of a letter and of the
space beside a column of a table that is set smaller there.
"""

WRAPPED = 16
"""A column of words breaks its lines beyond so many letters."""

NAMES = 28
"""Letters of a name that stay in one line where a table stands beside a chart."""

USUAL, CLOSE = (8.0, 20), (6.5, 8)
"""Pixels of a letter, and of the space beside a column, as usual and set closer."""

MARK = 18, 12
"""Pixels that the letter of a mark takes."""

LYING, FOLDED = "muat", "dilipat"
PAPER = (("rapat", 676), (LYING, 1000))
"""How a table that is wide on a screen is printed: upright, else on a sheet that lies, and
the pixels that each has room for. Beyond it is folded: no letters are smaller than 8 points.
"""

PRINTED = 5.9, 6.7
"""Pixels of a letter of 8 points, and of the space beside a column on paper."""

WRAPPED_ON_PAPER = 10
"""There a column of words is as wide as its longest word, or so many letters."""

MARKED = 2
"""Letters that a mark takes beside the figures of its column, on paper."""

PHONE, PHONE_LETTER, PHONE_NAMES = 350, (8.0, 16), 136
"""Pixels of a phone's page, of a letter and of the space beside a column there, and what the names
of rows take at least.
"""

NARROW = 13
"""Letters of the widest column of which a phone has room for three beside one another."""

PROSE = 24
"""A cell of more letters has a line of its own in a card."""

SHORT = 40
"""Of so many rows a phone can set each as a card."""


def setting(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    places: Sequence[bool],
) -> str:
    """How a table is set: "" as usual, "padat" closer, "melipat" folded; and how it is printed.

    >>> setting(["Nama"], [["Jalan"]], [False], [False])
    ''
    >>> [setting(["I/a"] * n, [["12"] * n], [True] * n, [False] * n) for n in (20, 24)]
    ['', 'padat rapat']
    >>> setting(["Pagu"] * 11, [["1.727.182.400"] * 11], [True] * 11, [False] * 11)
    'melipat muat'
    >>> setting(["Pagu"] * 24, [["1.727.182.400"] * 24], [True] * 24, [False] * 24)
    'melipat dilipat'
    """
    letters = _columns(headings, rows, numeric, places)
    if _width(letters, USUAL) + MARK[0] * sum(places) <= ROOM:
        return ""
    is_close = _width(letters, CLOSE) + MARK[1] * sum(places) <= ROOM
    paper = _on_paper(_columns(headings, rows, numeric, places, MARKED, WRAPPED_ON_PAPER))
    return f"{'padat' if is_close else 'melipat'} {paper}"


def _columns(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    places: Sequence[bool],
    mark: int = 0,
    wrapped: int = WRAPPED,
) -> list[int]:
    """How many letters each column cannot do without, `mark` of them for those of its marks."""
    return [
        _letters(heading, [row[i] for row in rows], numeric[i], mark * places[i], wrapped)
        for i, heading in enumerate(headings)
    ]


def _width(letters: Sequence[int], each: tuple[float, float]) -> float:
    """Pixels that the columns cannot do without, at so many a letter and beside a column."""
    return sum(n * each[0] + each[1] for n in letters)


def _on_paper(letters: Sequence[int]) -> str:
    """The first way of printing that has room for the columns; else folded."""
    for name, room in PAPER:
        if _width(letters, PRINTED) <= room:
            return name
    return FOLDED


def upright(setting: str) -> str:
    """The same with no sheet that lies: what is too wide for an upright one is folded.

    >>> upright("padat muat"), upright("padat rapat")
    ('padat dilipat', 'padat rapat')
    """
    return " ".join(FOLDED if one == LYING else one for one in setting.split())


def _letters(heading: str, texts: Iterable[str], numeric: bool, mark: int, wrapped: int) -> int:
    """How many letters a column cannot do without; figures are never broken.

    `mark` is what stands behind each figure, in letters; words are `wrapped` beyond so many, and
    none of so many is broken.
    """
    words = [len(word) for word in heading.split()]
    cells = (
        len(text) + mark
        if numeric and " " not in text
        else max(min(len(text), wrapped), *(min(len(w), WRAPPED) for w in text.split()), 0)
        for text in texts
    )
    return max(2, *words, max(cells, default=0))


def on_phone(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    places: Sequence[bool],
) -> str:
    """How a phone shows a table, its first column the names: "pas" where it fits, "susun" each row
    as a card with its cells under their headings ("tiga" in a line, else two), "" scrolled
    sideways where those are too many.

    >>> on_phone(["", "Pagu"], [["Jalan", "1.727.182.400"]], [False, True], [False] * 2)
    'pas'
    >>> many = ["", "Pagu", "Realisasi", "Sisa"], [["Jalan", *["1.727.182.400"] * 3]]
    >>> on_phone(*many, [False, True, True, True], [False] * 4)
    'susun tiga'
    >>> on_phone(many[0], many[1] * 41, [False, True, True, True], [False] * 4)
    ''
    """
    names, *letters = _columns(headings, rows, numeric, places)
    room = max(PHONE_NAMES, _width([names], PHONE_LETTER)) + _width(letters, PHONE_LETTER)
    if room + MARK[0] * sum(places) <= PHONE:
        return "pas"
    widest = max(
        (
            n + (MARK[0] / PHONE_LETTER[0] if marked else 0)
            for i, (n, marked) in enumerate(zip(letters, places[1:], strict=True), 1)
            if all(len(row[i]) <= PROSE for row in rows)
        ),
        default=0,
    )
    cards = "susun tiga" if widest <= NARROW else "susun"
    return cards if len(rows) <= SHORT else ""


def folds(setting: str) -> bool:
    """Does each cell so set need its heading beside it, on a screen, a phone or on paper?"""
    return not {"melipat", "susun", FOLDED}.isdisjoint(setting.split())


def of_rows(
    headings: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
    numeric: Sequence[bool],
    places: Sequence[bool],
) -> str:
    """How rows are set as they are shown, each with its `cells` and what it is called, on a screen,
    on paper and on a phone."""
    nothing = worded("tidak ada data")  # which is shown as a dash
    texts = [
        [str(row.get("name", "")), *(c["text"].replace(nothing, "-") for c in row["cells"])]
        for row in rows
    ]
    whole = ["", *headings], texts, [False, *numeric], [False, *places]
    wide = setting(*whole)
    longest = max((len(row[0]) for row in texts), default=0)
    unbroken = max(0, min(longest, NAMES) - WRAPPED) * USUAL[0]  # no column of broken names
    room = _width(_columns(*whole), USUAL) + MARK[0] * sum(places) + unbroken
    if not wide and room <= HALF:
        small = _width(_columns(*whole), SMALLER) + MARK[1] * sum(places)
        wide = "separuh sepertiga" if small <= THIRD else "separuh"
    return wide if "melipat" in wide else f"{wide} {on_phone(*whole)}".strip()
