"""Where something is printed: the page of a document and the box on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A box on a page in points, from its top left corner as the page is shown."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Place:
    """A box on a page; page 1 is the first of the file.

    A document without pages tells the place in its own way: page 0, and `at` is a paragraph of a
    Word document (`p12`), a cell of a workbook (`Anggaran!D6`) or a line (`baris 120`).
    """

    page: int
    box: Box
    at: str = ""
    start: int = 0
    """The letter of the paragraph at which it begins, where `at` names one."""
    text: str = ""
    """What is printed there, where `at` names a paragraph."""


NOWHERE = Box(0, 0, 0, 0)


def elsewhere(at: str) -> Place:
    """A place in a document that has no pages."""
    return Place(0, NOWHERE, at)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a paragraph's text, from its letter `start` to before `end`, and its place."""

    start: int
    end: int
    place: Place
    words: tuple[Box, ...] = ()
    """The box of each of its words, where they are known: a justified line spreads them."""


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of `boxes`; there is at least one."""
    held = list(boxes)
    return Box(
        min(box.x0 for box in held),
        min(box.top for box in held),
        max(box.x1 for box in held),
        max(box.bottom for box in held),
    )


def pages_of(places: Iterable[Place]) -> str:
    """The pages as a person writes them: `12`, or `12–13`; nothing where none is known."""
    pages = [place.page for place in places if place.page]
    if not pages:
        return ""
    first, last = min(pages), max(pages)
    return str(first) if first == last else f"{first}–{last}"
