"""One page as a reader takes it: its tables and its lines of text, from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lkjip_analysis.intake.document.printed_places import Box, Place
from lkjip_analysis.intake.pdf.contents.ink import Ink, Letter
from lkjip_analysis.intake.pdf.contents.turned_text import (
    SLANTED,
    STAMP,
    as_printed,
    slanted,
    upright,
)
from lkjip_analysis.intake.pdf.contents.visible_letters import visible
from lkjip_analysis.intake.pdf.lines_of_text.cells import PageTable
from lkjip_analysis.intake.pdf.lines_of_text.lines import Line, blanked, lines_of, split_at_gaps
from lkjip_analysis.intake.pdf.ruled.ruled_tables import ruled_tables
from lkjip_analysis.intake.pdf.without_rules.stretches import WIDE
from lkjip_analysis.intake.pdf.without_rules.tables_without_rules import aligned_tables


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text outside tables; `box` as the page was read, `place` as it lies in the file."""

    text: str
    box: Box
    place: Place
    size: float
    bold: bool
    sure: bool = True
    words: tuple[Box, ...] = ()
    """The box of each word of `text`, as it lies in the file."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Text of a page that cannot be seen, and why."""

    page: int
    text: str
    reason: str


@dataclass(frozen=True)
class Page:
    """What is read on one page; `scanned` where it is the picture of a page."""

    number: int
    width: float
    height: float
    items: tuple[TextLine | PageTable, ...]
    hidden: tuple[Hidden, ...] = ()
    scanned: bool = False
    notes: tuple[str, ...] = ()
    lacks: str = ""
    """The program that reading this page would need, where it is not there."""
    undrawn: bool = False
    """Do its pictures unpack to more than is drawn?"""
    loose: tuple[Line, ...] = ()
    """The lines outside ruled tables, where some of them stand in columns."""
    sheet: Ink | None = None
    """The page as it was read, without its ink."""


def page_of(ink: Ink) -> Page:
    """The tables and lines of a page's ink."""
    seen, hidden = visible(ink)
    seen = upright(seen)
    tables, rest = ruled_tables(seen)
    stamped = slanted(sorted(rest, key=lambda letter: letter.order))
    stamps = {id(letter) for letter in stamped}
    loose = lines_of([x for x in rest if x.turned in (0, SLANTED) and id(x) not in stamps])
    more, lines = aligned_tables(loose, seen)
    texts = [_text_line(line, seen) for line in lines]
    found: list[TextLine | PageTable] = [*tables, *more, *texts]
    items = sorted(found, key=lambda item: (item.box.top, item.box.x0))
    return Page(
        seen.page,
        seen.width,
        seen.height,
        tuple(items),
        (*_told(hidden, ink.page), *_stamp(stamped, ink.page)),
        loose=tuple(loose) if more or any(len(split_at_gaps(x, WIDE)) > 1 for x in loose) else (),
        sheet=replace(seen, letters=(), strokes=(), fills=(), pictures=()),
    )


def _text_line(line: Line, ink: Ink) -> TextLine:
    place = Place(ink.page, as_printed(line.box, ink))
    text = line.text if line.sure else blanked(line).text
    words = tuple(as_printed(box, ink) for box in line.words)
    return TextLine(text, line.box, place, line.size, line.bold, line.sure, words)


def _stamp(letters: list[Letter], page: int) -> list[Hidden]:
    """What a stamp says, its letters as they were painted."""
    said = " ".join("".join(letter.text for letter in letters).split())
    return [Hidden(page, said, STAMP)] if said else []


def _told(letters: tuple[Letter, ...], page: int) -> tuple[Hidden, ...]:
    """The hidden letters as lines of text, with their reasons."""
    told: list[Hidden] = []
    for reason in dict.fromkeys(letter.hidden for letter in letters):
        mine = [replace(x, turned=0) for x in letters if x.hidden == reason]
        told += [Hidden(page, line.text, reason) for line in lines_of(mine)]
    return tuple(told)
