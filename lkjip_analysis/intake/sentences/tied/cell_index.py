"""The figures of all tables, found by what they print: a report of many tables and many sentences
would else compare every sentence with every cell."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from lkjip_analysis.intake.document.grid import Grid
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.sentence_figures import CORE, Figure
from lkjip_analysis.intake.sentences.tied.candidates import (
    Place,
    digits_of,
    fits_unit,
    one_digit_off,
    rounds_to,
)
from lkjip_analysis.intake.sentences.tied.near_cells import (
    NearCells,
    column_sizes,
    names_with_means,
)
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped

MOST_ALIKE = 300
"""So many cells that print one figure are weighed, those that stand nearest."""
SEARCHED_ROWS = 1000
"""In a table of more rows a sentence is held against its total rows, and against equal figures."""
PRINTED = re.compile(rf"(?<![\d.,]){CORE}")
DECIMALS = 2
"""A figure of so many decimals stands in no two places by chance."""


class CellIndex:
    """The cells of the tables by their value, by their digits, and by where they stand."""

    def __init__(self, spots: Sequence[Spot], grids: Iterable[Grid] = ()) -> None:
        self.spots = spots
        slots = {slot.text for grid in grids for row in grid.rows for slot in row}
        self._printed = {text for told in slots for text in PRINTED.findall(told)}
        called = (spot.called for spot in spots if not spot.is_total)
        self._mean_names = frozenset(names_with_means({*slots, *called}))
        self._by_value: defaultdict[Fraction, list[int]] = defaultdict(list)
        for number, spot in enumerate(spots):
            self._by_value[spot.value].append(number)
        self._marked: dict[int, dict[object, list[int]]] = {}
        self._near = lru_cache(maxsize=4)(self._near_cells)

    def same(self, figure: Figure, where: Place) -> list[Spot]:
        """The cells that print the figure's value in a unit that fits."""
        assert figure.printed.value is not None
        return self._usable(figure, self._by_value.get(figure.printed.value, ()), where)

    def is_printed(self, figure: Figure) -> bool:
        """Does a table print a figure just so, be it in a column that is not read?"""
        return figure.printed.decimals >= DECIMALS and figure.printed.core in self._printed

    def rounded(self, figure: Figure, where: Place) -> list[Spot]:
        """The cells that the figure prints with fewer decimals."""
        value, step = figure.printed.value, figure.printed.step
        assert value is not None
        first = bisect_left(self._values, value - step)
        last = bisect_right(self._values, value + step)
        found = [n for told in self._values[first:last] for n in self._by_value[told]]
        return self._usable(figure, [n for n in found if rounds_to(figure, self.spots[n])], where)

    def slips(self, figure: Figure, where: Place) -> list[Spot]:
        """The cells whose digits differ from the figure's by one slip of the fingers."""
        digits = digits_of(figure.printed)
        met = {
            n
            for length in range(len(digits) - 1, len(digits) + 2)
            for n in self._met(length, digits)
        }
        firsts = (
            n
            for n in met
            if one_digit_off(figure, self.spots[n]) and not rounds_to(figure, self.spots[n])
        )
        numbers = [n for first in firsts for n in self._alike[_print(self.spots[first])]]
        return self._usable(figure, numbers, where)

    def _usable(self, figure: Figure, numbers: Iterable[int], where: Place) -> list[Spot]:
        fitting = sorted(n for n in numbers if fits_unit(figure, self.spots[n]))
        found = [self.spots[n] for n in fitting]
        if len(found) > MOST_ALIKE:
            found = sorted(found, key=lambda spot: abs(spot.place - where.place))[:MOST_ALIKE]
        return found

    @cached_property
    def _values(self) -> list[Fraction]:
        return sorted(self._by_value)

    @cached_property
    def _alike(self) -> dict[tuple[Fraction, int, bool], list[int]]:
        """The cells that print the same: a column of percentages holds few figures many times."""
        return grouped((_print(spot), number) for number, spot in enumerate(self.spots))

    @cached_property
    def _of_length(self) -> dict[int, list[tuple[str, int]]]:
        """The digits of the cells, the first of those that print the same, by how many they are."""
        told = ((digits_of(self.spots[first].printed), first) for first, *_ in self._alike.values())
        return grouped((len(digits), (digits, first)) for digits, first in told)

    def _met(self, length: int, digits: str) -> Iterator[int]:
        """The first of the cells of so many digits that may be a slip away from these."""
        if length not in self._marked:  # of ten thousand amounts no percentage asks
            told = self._of_length.get(length, ())
            self._marked[length] = grouped((key, n) for text, n in told for key in _marks(text))
        marked = self._marked[length]
        return (n for key in _slips(digits) for n in marked.get(key, ()))

    def near(self, where: Place) -> NearCells:
        """The cells of the tables of the same part, named in the text, or right beside it."""
        return self._near(tuple(_nearness(told, where) for told in self._tables))

    @cached_property
    def _tables(self) -> list[tuple[str, str, int]]:
        return list(self._cells)

    @cached_property
    def _cells(self) -> dict[tuple[str, str, int], list[Spot]]:
        """The cells of each table; of a very large one those of its total rows."""
        tables = grouped(((spot.label, spot.part, spot.place), spot) for spot in self.spots)
        return {
            told: cells
            if len({s.key for s in cells}) <= SEARCHED_ROWS
            else [s for s in cells if s.is_total]
            for told, cells in tables.items()
        }

    @cached_property
    def _sizes(self) -> dict[str, int]:
        return column_sizes(self.spots)

    def _near_cells(self, nearness: tuple[str, ...]) -> NearCells:
        chosen: list[Spot] = []
        for told, how in zip(self._tables, nearness, strict=True):
            if how:
                chosen += [s for s in self._cells[told] if how == "all" or s.unit == "rupiah"]
        return NearCells(chosen, self._sizes, self._mean_names)


def narrowed(label: str, rows: int) -> str:
    """What a reader is told of a table that is too large to be searched whole; else nothing."""
    if rows <= SEARCHED_ROWS:
        return ""
    return worded(
        "{label}: {count} baris; kalimat hanya dicocokkan dengan baris jumlahnya "
        "dan dengan angka yang sama.",
        label=label,
        count=rows,
    )


def _print(spot: Spot) -> tuple[Fraction, int, bool]:
    """What decides how a cell is held against a figure: its value, its decimals, its comma."""
    return spot.value, spot.printed.decimals, "," in spot.printed.core


def _nearness(table: tuple[str, str, int], where: Place) -> str:
    """Is all of a table near a sentence, its amounts of money, or nothing of it?"""
    label, part, place = table
    named = bool(label) and label in where.paragraph.text
    if part == where.paragraph.part or named or abs(place - where.place) <= 2:
        return "all"
    return "rupiah" if part.startswith(where.paragraph.part.partition(".")[0]) else ""


def _marks(digits: str) -> Iterator[object]:
    """What is remembered of a cell: its digits, with one left open, with one left out."""
    yield digits
    for i in range(len(digits)):
        yield hash((i, digits[:i], digits[i + 1 :]))
        yield "-", digits[:i] + digits[i + 1 :]


def _slips(digits: str) -> Iterator[object]:
    """What is looked up of a figure, so that each cell one slip away is met."""
    for i in range(len(digits)):
        yield hash((i, digits[:i], digits[i + 1 :]))
        yield digits[:i] + digits[i + 1 :]
        yield digits[:i] + digits[i + 1 : i + 2] + digits[i : i + 1] + digits[i + 2 :]
    yield "-", digits
