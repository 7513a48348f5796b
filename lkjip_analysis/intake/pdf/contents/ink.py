"""What is printed on a page: letters, strokes, filled areas and pictures, each in its place."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis.intake.document.printed_places import Box


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `base` is the height of its baseline from the top of the page, `turned` the
    degrees by which its line is turned, counterclockwise."""

    text: str
    box: Box
    base: float
    size: float
    turned: int = 0
    order: int = 0
    """Its turn in the painting of the page: what is painted later lies above."""
    hidden: str = ""
    """Why it cannot be seen; nothing where it can."""
    pale: bool = False
    """Is it white, or nearly?"""
    bold: bool = False
    pictured: bool = False
    """Was it read from a picture, which tells neither its size nor its height well?"""
    sure: bool = True
    """False where two readings of a picture did not agree."""


@dataclass(frozen=True, slots=True)
class Fill:
    """An area painted in one colour."""

    box: Box
    order: int
    pale: bool
    plain: bool
    """Is it white or black: a colour that lets no text through?"""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line: across the page at height `at`, or down it at distance `at`."""

    across: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; `key` is the same where the same picture is shown again."""

    box: Box
    key: str
    order: int


@dataclass(frozen=True)
class Ink:
    """All that is printed on one page; boxes count from its top left corner."""

    page: int
    width: float
    height: float
    letters: tuple[Letter, ...]
    strokes: tuple[Stroke, ...] = ()
    fills: tuple[Fill, ...] = ()
    pictures: tuple[Picture, ...] = ()
    unpacked: int = 0
    """How many points its pictures unpack to, each as often as it is drawn."""
    turn: int = 0
    """By how many degrees the page was turned to make its text upright."""
