"""Lines whose numbers do not run on: "11." above "13.", "3)" twice, two sections "2.2".

Lists stand in one another, so a number goes on with the innermost list that it can go on with, and
1 begins another. Said is only what stands between numbers that do run on, where nothing between
the two lines prints the number that is missing and no table may hold it; of sections only that two
with other titles have one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable, paragraphs
from lkjip_analysis.intake.document.texts import likeness, one_line
from lkjip_analysis.intake.noticed.numbering.listed_titles import Titled, numbered_twice
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped

MARK = re.compile(
    r"\s*(?P<open>\(?)(?P<number>[1-9]\d?)(?P<close>[.)])(?!\d)\s*(?P<title>(?=[^\W\d]).+)",
    re.DOTALL,
)
SECTION = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})+)\.?\s+(?P<title>\S.*)", re.DOTALL)
OF_CONTENTS = re.compile(r"\s\d{1,3}$")
"""How a line of the table of contents ends that has no dots: with its page. It lists a section."""
BEFORE = 3
"""So many numbers must run on before one that does not; the next one behind it must do so too."""
DEEP = 60
"""So many lists of one form are kept in mind: each part of an agency has one of its own below it,
and the list of its parts goes on behind the last."""
ALIKE, FEW = 0.6, 4
"""A heading that is printed again has a title so alike; at most one heading in so many has a wrong
number by a slip."""


@dataclass(frozen=True)
class _Line:
    """A numbered line: its number, and its place among the blocks."""

    number: int
    place: int
    titled: Titled


@dataclass
class _List:
    """A list as far as it was read, and what in it may be wrong until the next line tells."""

    lines: list[_Line]
    doubt: tuple[_Line, _Line] | None = None

    def goes_on(self, line: _Line) -> bool:
        return line.number == self.lines[-1].number + 1


def numbered_lines(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """The lines whose number repeats or leaves one out, and the sections of one number."""
    for lines in grouped((form, line) for form, line in _lines(blocks)).values():
        for before, line in _out_of_order(lines, blocks):
            why = worded("nomor butir dalam daftar berurutan")
            name = f"butir_{line.place}"
            yield from numbered_twice(before.titled, line.titled, why, name)
    yield from _sections(blocks)


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[tuple[str, str], _Line]]:
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.listed:
            continue
        if match := MARK.match(block.text):
            number = match["number"]
            titled = Titled("butir", number, one_line(match["title"]), block)
            yield (match["open"], match["close"]), _Line(int(number), place, titled)


def _out_of_order(lines: Sequence[_Line], blocks: Sequence[Block]) -> Iterator[tuple[_Line, _Line]]:
    """Each line that does not follow the one before it in its list, where the next follows it."""
    open_lists: list[_List] = []
    for line in lines:
        own = next((one for one in reversed(open_lists) if one.goes_on(line)), None)
        if own:
            del open_lists[open_lists.index(own) + 1 :]
            if own.doubt:
                yield own.doubt
                own.doubt = None
            own.lines.append(line)
        elif line.number == 1:
            open_lists = [*open_lists[1 - DEEP :], _List([line])]
        elif open_lists and _is_slip(open_lists, line, blocks):
            open_lists[-1].doubt = open_lists[-1].lines[-1], line
            open_lists[-1].lines.append(line)
        else:
            open_lists = []


def _is_slip(open_lists: Sequence[_List], line: _Line, blocks: Sequence[Block]) -> bool:
    """Does a line repeat the number of the one before it, or leave one out that nothing prints?"""
    own = open_lists[-1]
    last = own.lines[-1]
    if len(own.lines) < BEFORE or line.number not in (last.number, last.number + 2):
        return False
    between = blocks[last.place : line.place]
    missing = re.compile(rf"(?<![\d.,]){line.number - 1}(?:[.)](?!\d)|\s)")
    texts = [block.text for block in paragraphs(between)]
    is_told = line.number != last.number and any(map(missing.search, texts))
    return not is_told and not any(isinstance(block, WordTable) for block in between)


def _sections(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """The sections whose number one before them has, with another title."""
    first: dict[str, Titled] = {}
    pairs: list[tuple[Titled, Titled]] = []
    for block in paragraphs(blocks):
        match = SECTION.fullmatch(one_line(block.text)) if block.heading else None
        if match and not OF_CONTENTS.search(match["title"]):
            told = Titled("subbab", match["number"], match["title"], block)
            before = first.setdefault(told.number, told)
            if before is not told and likeness(before.title, told.title) < ALIKE:
                pairs.append((before, told))
    if len(pairs) * FEW <= len(first):
        for before, told in pairs:
            yield from numbered_twice(before, told, worded("setiap subbab mempunyai nomor sendiri"))
