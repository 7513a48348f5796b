"""Sentences of one shape, each about a row of one table: "... dengan anggaran sebesar Rp ...;".

A report repeats a table in words, row after row. Which row a sentence is about is told by its own
words or by the line above it; which column, by what most sentences of that shape print. Where most
agree with the cell of their row, the one that does not repeats its cell wrongly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from lkjip_analysis.intake.document.texts import SMALL, plain_words, words
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.relations.basis.chance import tail
from lkjip_analysis.intake.sentences.sentence_figures import Figure, sentence_around
from lkjip_analysis.intake.sentences.tied.candidates import Place, equal, fits_unit, rounds_to
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped

LEAST, MOST, RARE = 3, 0.6, 0.001
"""Sentences that must agree with their cell, the part of all, the chance of accident."""
TELLING = 4
"""A figure of so many digits, zeros behind it apart, is seldom that of another row by chance."""
MANY, NEARLY_ALL = 8, 0.9
"""So many sentences of one shape, nearly all of them, say what the next one is of."""
TRIED = 2_000_000
"""So many pairs of a sentence and a cell are looked at in a report; further shapes are not."""
NAMED, APART = 0.75, 0.1
"""So many words of a row's name stand in the sentence, and no other row's name comes near."""
OF_OTHERS = re.compile(r"\b(?:nasional|provinsi|standar|target|sebelumnya|lalu)\b", re.IGNORECASE)
"""A figure before which such a word stands, as before none that repeats its cell, is of others."""
NO_YEAR = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d(?![\d.,]*\d))\d[\d.,]*")
CLAUSE = 80
"""So many letters before a figure say what it is of."""
FILLERS = SMALL | {"sebesar", "sebanyak", "sejumlah", "senilai", "mencapai", "adalah", "yaitu",
                   "rp", "hanya", "sekitar", "menjadi"}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A figure of the text: the claim it became, and what stands above its paragraph."""

    claim: int
    figure: Figure
    where: Place
    above: str
    since: str
    """The words of its paragraph before it, back to the figure of the same shape."""

    @property
    def value(self) -> Fraction:
        return Fraction(self.figure.printed.value or 0)

    @property
    def sentence(self) -> str:
        """The sentence in which it stands."""
        return sentence_around(self.where.paragraph.text, self.figure.start)


@dataclass(frozen=True)
class Repeated:
    """A figure that sentences of its shape say to repeat a cell; `kept` of `of` do."""

    claim: int
    spot: Spot
    kept: int
    of: int
    agrees: bool
    is_sure: bool = False
    """Is its row named whole, in a sentence like very many others that repeat their cells?"""


def shape(figure: Figure) -> tuple[str, ...]:
    """The last words that say what the figure is: ("realisasi", "anggaran")."""
    clause = re.split(r"[;:]\s+(?=\S)|[.]\s+|\d[\d.,]*\s*%?", figure.before)[-1]
    told = [word for word in plain_words(clause).split() if word not in FILLERS]
    return (figure.kind, *told[-2:])


def series(said: Iterable[Said], spots: Sequence[Spot]) -> Iterator[Repeated]:
    """What the sentences of each shape repeat, where most of them say it."""
    groups = grouped(((one.where.paragraph.part, *shape(one.figure)), one) for one in said)
    columns, tried = _columns(spots), 0
    totals = grouped((spot.table, spot) for spot in spots if spot.is_total)
    for group in groups.values():
        tried += len(group) * len(spots)
        if len(group) >= LEAST and tried <= TRIED:
            yield from _best(group, columns, totals)


Columns = Mapping[tuple[tuple[str, ...], str], Sequence[Spot]]


def _columns(spots: Sequence[Spot]) -> Columns:
    """The cells by column, over all tables of one form."""
    names: dict[str, dict[str, None]] = {}
    for spot in spots:
        names.setdefault(spot.table, {})[spot.column.name] = None
    forms = {table: tuple(told) for table, told in names.items()}
    return grouped(
        ((forms[spot.table], spot.column.name), spot)
        for spot in spots
        if not spot.is_total and not spot.is_claim
    )


def _best(
    group: Sequence[Said], columns: Columns, totals: Mapping[str, Sequence[Spot]]
) -> Iterator[Repeated]:
    """The column that most of the sentences repeat."""
    best, most = list[Repeated](), (0, 0)
    common = _said_by_all(group)
    for cells in columns.values():
        rows = _Rows(cells, common)
        tied = [(one, spot) for one in group if (spot := rows.cell(one))]
        kept = [_agree(one, spot) for one, spot in tied]
        if sum(kept) < max(LEAST, MOST * len(tied)) or _chance(tied, sum(kept)) > RARE:
            continue
        said = {told for (one, _), right in zip(tied, kept, strict=True) if right
                for told in _time_and_place(one)}  # fmt: skip
        if (sum(kept), -len(tied)) > most:
            most = (sum(kept), -len(tied))
            sure = sum(kept) >= max(MANY, NEARLY_ALL * len(tied))
            best = [
                Repeated(
                    one.claim, spot, sum(kept), len(tied), right, sure and _is_whole(one, spot)
                )
                for (one, spot), right in zip(tied, kept, strict=True)
                if right
                or not (
                    _time_and_place(one) - said
                    or _is_of_another_row(one, spot, [*cells, *totals.get(spot.table, ())])
                )
            ]
    yield from best


def _time_and_place(one: Said) -> frozenset[str]:
    """The years right before a figure, and the words that say it is of another time or place."""
    clause = re.split(r"[;:.]\s", NO_YEAR.split(one.figure.before)[-1])[-1][-CLAUSE:]
    told = (*re.findall(r"\b(?:19|20)\d\d\b", clause), *OF_OTHERS.findall(clause.casefold()))
    return frozenset(told)


def _said_by_all(group: Sequence[Said]) -> frozenset[str]:
    """The words of nearly every sentence, as the agency's own name: they name no row."""
    counted = Counter(word for one in group for word in words(one.since))
    return frozenset(word for word, count in counted.items() if count >= NEARLY_ALL * len(group))


def _agree(one: Said, spot: Spot) -> bool:
    return equal(one.figure, spot) or rounds_to(one.figure, spot)


def _is_of_another_row(one: Said, spot: Spot, cells: Sequence[Spot]) -> bool:
    """Does another row of the column print the figure? Then the sentence is about that one.

    A short or round figure stands in several rows by chance, where a row is named whole.
    """
    digits = [sign for sign in one.figure.printed.core if sign.isdigit()]
    told = "".join(digits).rstrip("0") if _is_whole(one, spot) else digits
    return len(told) >= TELLING and any(
        equal(one.figure, other) for other in cells if other.table == spot.table
    )


def _is_whole(one: Said, spot: Spot) -> bool:
    """Do the words before a figure name the whole row?"""
    return words(spot.called) <= words(one.since)


def _chance(tied: Sequence[tuple[Said, Spot]], kept: int) -> float:
    """How likely sentences agree so often with rows that they are not about."""
    crossed = [_agree(a[0], b[1]) for a, b in permutations(tied[:24], 2)]
    return tail(sum(crossed) / max(len(crossed), 1), len(tied), kept)


class _Rows:
    """The cells of a column, found by the words that their rows are called by."""

    def __init__(self, cells: Sequence[Spot], common: frozenset[str]) -> None:
        self._cells = cells
        self._common = common
        self._by_word = grouped(
            (word, number) for number, spot in enumerate(cells) for word in words(spot.called)
        )

    def cell(self, one: Said) -> Spot | None:
        """The cell of the row that a sentence is about, by its own words or by the line above."""
        for text in (one.since, one.above):
            if found := self._named(words(text), one.figure):
                return found
        return None

    def _named(self, told: frozenset[str], figure: Figure) -> Spot | None:
        met = {number for word in told for number in self._by_word.get(word, ())}
        scored = sorted(
            (
                (_score(self._cells[i], told), i)
                for i in met
                if fits_unit(figure, self._cells[i])
                and words(self._cells[i].called) & told - self._common
            ),
            reverse=True,
        )
        if not scored or scored[0][0] < NAMED:
            return None
        near = len(scored) > 1 and scored[1][0] > scored[0][0] - APART
        return None if near else self._cells[scored[0][1]]


def _score(spot: Spot, told: frozenset[str]) -> float:
    """How many of a row's words are told; of two that are told whole, the longer name."""
    name = words(spot.called)
    if len(name) < 2:
        return 0.0
    return len(name & told) / len(name) + 0.02 * min(len(name & told), 10)
