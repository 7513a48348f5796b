"""Where a sentence names a row of a table, and which of its figures are about that row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.proposal.proposal import ProposedTable
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import SaidFigure

WORD = re.compile(r"[^\W_]+|%")
SHORTEST = 5
"""A name of one word that is shorter must be written in the sentence as in the table."""
EACH = re.compile(r"\b(?:masing\s*-?\s*masing|berturut\s*-?\s*turut)\b", re.IGNORECASE)
"""Figures of several rows follow their names in order: whose each is, is not guessed."""


@dataclass(frozen=True)
class RowCell:
    """A figure of a named row, with what heads its column and its table."""

    spot: Spot
    head: str
    title: str

    @property
    def years(self) -> frozenset[int]:
        """The years that its heading names, or else the title of its table."""
        return years_in(self.head) or years_in(self.title)

    @property
    def is_of_last_year(self) -> bool:
        """Is its column that of the year before, as a type's names of columns tell?"""
        return self.spot.column.name.endswith("_lalu")

    @property
    def is_share(self) -> bool:
        """Is it told in percent, by its unit or by its heading?"""
        return self.spot.is_share or "%" in self.head

    @property
    def heading(self) -> str:
        """The name of its column, and what is printed above it."""
        return f"{self.spot.column.name} {self.head}"


def of_one_value(cells: Sequence[RowCell]) -> RowCell | None:
    """The first of the cells, where they all print one figure."""
    return cells[0] if len({cell.spot.value for cell in cells}) == 1 else None


Row = tuple[RowCell, ...]
"""The figures of the rows of one name, one row of each table at most."""


@dataclass(frozen=True)
class Mention:
    """Where a sentence names a row."""

    row: Row
    start: int
    end: int


class NamedRows:
    """The rows of all tables by the words that name them."""

    def __init__(self, tables: Sequence[ProposedTable], spots: Sequence[Spot]) -> None:
        named = {table.name: table for table in tables}
        rows: dict[str, list[RowCell]] = {}
        totals: dict[str, list[RowCell]] = {}
        for spot in spots:
            table = named[spot.table]
            cell = RowCell(spot, table.head(spot.column.name), table.title)
            if spot.is_total:
                totals.setdefault(spot.table, []).append(cell)
            elif name := plain_words(spot.called):
                rows.setdefault(name, []).append(cell)
        self.totals: tuple[Row, ...] = tuple(map(tuple, filter(_is_told_apart, totals.values())))
        """The total rows, of each table that has one of them."""
        rows_of = Counter(c.spot.of_column for cells in rows.values() for c in cells)
        self.sizes: Mapping[tuple[str, str], int] = rows_of
        """How many rows have a figure in each column, totals left out."""
        self._told: dict[str, list[Mention]] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
        for name, cells in rows.items():
            if _is_told_apart(cells) and not name.isdigit():
                words = tuple(name.split())
                self._by_first.setdefault(words[0], []).append((words, tuple(cells)))

    def subjects(
        self, sentence: str, figures: Sequence[SaidFigure]
    ) -> Iterator[tuple[SaidFigure, Row]]:
        """The figures of a sentence that are about one row, each with that row."""
        mentions = self.names(sentence)
        if not mentions or EACH.search(sentence):
            return
        if len({id(mention.row) for mention in mentions}) == 1:
            yield from ((f, mentions[0].row) for f in figures if not _inside(f, mentions))
            return
        subject: Row | None = None
        ends = [0, *(figure.end for figure in figures)]
        for (start, end), figure in zip(pairwise(ends), figures, strict=True):
            between = [m.row for m in mentions if start <= m.start < end]
            if between:
                subject = between[0] if len({id(row) for row in between}) == 1 else None
            if subject and not _inside(figure, mentions):
                yield figure, subject

    def beside(
        self, sentence: str, figures: Sequence[SaidFigure]
    ) -> Iterator[tuple[SaidFigure, Row, int]]:
        """Each figure with the row whose name stands last before it, after the figure before, and
        where that name ends."""
        mentions = self.names(sentence)
        ends = [0, *(figure.end for figure in figures)]
        for (start, _), figure in zip(pairwise(ends), figures, strict=True):
            between = [m for m in mentions if start <= m.start and m.end <= figure.start]
            if between and not _inside(figure, mentions):
                yield figure, between[-1].row, between[-1].end

    def behind(
        self, sentence: str, figures: Sequence[SaidFigure]
    ) -> Iterator[tuple[SaidFigure, Row, int]]:
        """Each figure with the row whose name stands first behind it, before the next figure, and
        where that name begins."""
        mentions = self.names(sentence)
        starts = [*(figure.start for figure in figures), len(sentence)]
        for (_, end), figure in zip(pairwise(starts), figures, strict=True):
            between = [m for m in mentions if figure.text_end <= m.start and m.end <= end]
            if between and not _inside(figure, mentions):
                yield figure, between[0].row, between[0].start

    def names(self, sentence: str) -> Sequence[Mention]:
        """The names that stand in a sentence: half a dozen checks ask for them."""
        if sentence not in self._told:
            self._told[sentence] = self._found(sentence)
        return self._told[sentence]

    def _found(self, sentence: str) -> list[Mention]:
        """The names that stand in a sentence, of those at one place the longest."""
        words = [(m[0].casefold(), m.start(), m.end()) for m in WORD.finditer(sentence)]
        found: list[Mention] = []
        place = 0
        while place < len(words):
            known = words[place][0] in self._by_first  # most words begin no name
            at = self._at(words, place, sentence) if known else ()
            named = max(at, default=None, key=lambda n: len(n[0]))
            if named:
                last = words[place + len(named[0]) - 1]
                found.append(Mention(named[1], words[place][1], last[2]))
            place += len(named[0]) if named else 1
        return found

    def _at(
        self, words: Sequence[tuple[str, int, int]], place: int, sentence: str
    ) -> Iterator[tuple[tuple[str, ...], Row]]:
        for name, row in self._by_first[words[place][0]]:
            there = words[place : place + len(name)]
            if tuple(word for word, _, _ in there) == name and _is_name(
                sentence[there[0][1] : there[-1][2]], row[0].spot.called
            ):
                yield name, row


def in_column(row: Sequence[RowCell], other: Spot) -> Spot | None:
    """The figure of a row in the column of another one."""
    place = (other.table, other.column.name)
    return next((c.spot for c in row if c.spot.of_column == place), None)


def _is_told_apart(cells: Sequence[RowCell]) -> bool:
    """Is there one row of the name in each table?"""
    keys: dict[str, set[str]] = {}
    for cell in cells:
        keys.setdefault(cell.spot.table, set()).add(cell.spot.key)
    return all(len(told) == 1 for told in keys.values())


def _is_name(text: str, called: str) -> bool:
    """A name of one word is written large, as names are; a short one as in the table."""
    if len(text.split()) > 1:
        return True
    return text[:1].isupper() and (len(text) >= SHORTEST or text in called.split())


def _inside(figure: SaidFigure, mentions: Sequence[Mention]) -> bool:
    return any(m.start <= figure.start < m.end for m in mentions)
