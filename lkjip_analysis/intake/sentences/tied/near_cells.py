"""The cells near a sentence, with their columns added up once for all sentences there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import combinations

from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.row_names import is_mean_name

PERCENT = ("persen", "%", "")
MEAN = re.compile(
    r"rata\s*-?\s*rata|rerata|pencapaian seluruh|pengukuran pencapaian", re.IGNORECASE
)
MEAN_NAMED = re.compile(r"(?:\w+ )?rata rata(?: \w+){1,2}")
"""The mean in the name of a row with the words beside it: "rata rata lama studi"."""


@dataclass(frozen=True)
class Group:
    """A column, or its rows of one goal: how klaim.csv names it, how many figures, their sum."""

    pattern: str
    count: int
    total: Fraction
    loose: Fraction
    """Half a unit of the last digit of its coarsest figure."""
    parts: frozenset[Fraction]

    @cached_property
    def mean(self) -> Fraction:
        return self.total / self.count

    @cached_property
    def mean_told(self) -> str:
        return f"rata-rata {self.count} baris = {number(self.mean, 3)}"

    @cached_property
    def sum_told(self) -> str:
        return f"penjumlahan {self.count} baris = {number(self.total)}"


@dataclass(frozen=True)
class Difference:
    """Two figures of one row, the larger first."""

    large: Spot
    small: Spot
    place: int

    @property
    def value(self) -> Fraction:
        return self.large.value - self.small.value


class NearCells:
    """Cells near a sentence by their unit: as columns, and as differences within a row.

    `sizes` says how many cells each column has: klaim.csv names it whole, so it is added up only
    where all of it is near and of one unit.
    """

    def __init__(
        self, spots: Sequence[Spot], sizes: Mapping[str, int], mean_names: Iterable[str] = ()
    ) -> None:
        self.spots = spots
        self._sizes = sizes
        self._mean_names = frozenset(mean_names)
        self.groups = cache(self._groups)
        self._differences = cache(self._all_differences)

    def tells_a_mean(self, sentence: str) -> bool:
        """Does a sentence speak of a mean, other than in the name of what a row measures?"""
        return _tells_a_mean(sentence, self._mean_names)

    def of_units(self, units: tuple[str, ...]) -> list[Spot]:
        return [spot for spot in self.spots if spot.unit in units]

    def _groups(self, units: tuple[str, ...]) -> list[Group]:
        return [
            Group(
                pattern,
                len(cells),
                sum((cell.value for cell in cells), Fraction(0)),
                max(step(cell.printed.decimals) for cell in cells) / 2,
                frozenset(cell.value for cell in cells),
            )
            for pattern, cells in _columns(self.of_units(units)).items()
            if len(cells) > 1 and len(cells) == self._sizes[pattern]
        ]

    def differences(self, unit: str, value: Fraction, slack: Fraction) -> list[Difference]:
        """The differences of a unit that a figure may print, in the order of print."""
        values, found = self._differences(unit)
        first, last = bisect_left(values, value - slack), bisect_right(values, value + slack)
        return sorted(found[first:last], key=lambda difference: difference.place)

    def _all_differences(self, unit: str) -> tuple[list[Fraction], list[Difference]]:
        rows = grouped((spot.address.partition("]")[0], spot) for spot in self.of_units((unit,)))
        pairs = [pair for row in rows.values() for pair in combinations(row, 2)]
        found = [
            Difference(one, other, place)
            if one.value > other.value
            else Difference(other, one, place)
            for place, (one, other) in enumerate(pairs)
        ]
        found.sort(key=lambda difference: difference.value)
        return [difference.value for difference in found], found


@lru_cache(maxsize=64)  # each figure of a sentence asks it
def _tells_a_mean(sentence: str, names: frozenset[str]) -> bool:
    if not MEAN.search(sentence):
        return False
    told = plain_words(sentence) if names else sentence
    for name in names:
        told = told.replace(name, " ")
    return MEAN.search(told) is not None


def _columns(spots: Sequence[Spot]) -> dict[str, list[Spot]]:
    """Columns whole and, where keys carry a goal's number, goal by goal: pattern -> cells."""
    groups: dict[str, list[Spot]] = {}
    for spot in spots:
        if spot.is_total or spot.is_claim:
            continue
        goal = spot.key.partition(".")[0] if "." in spot.key else ""
        for row in dict.fromkeys(["*", f"{goal}.*" if goal.isdigit() else "*"]):
            groups.setdefault(f"{spot.table}[{row}].{spot.column.name}", []).append(spot)
    whole = {p: g for p, g in groups.items() if "[*]" in p}
    return {
        pattern: group
        for pattern, group in groups.items()
        if pattern in whole or len(group) < len(whole[_whole(pattern)])
    }


def names_with_means(names: Iterable[str]) -> Iterator[str]:
    """The words around the mean in the names of what is measured: "rata rata lama studi"."""
    for called in names:
        match = MEAN_NAMED.search(plain_words(called))
        if match and not is_mean_name(called):
            yield match[0]


def column_sizes(spots: Sequence[Spot]) -> dict[str, int]:
    """How many figures each column has, and its rows of each goal."""
    return {pattern: len(cells) for pattern, cells in _columns(spots).items()}


def _whole(pattern: str) -> str:
    return re.sub(r"\[.*\]", "[*]", pattern)
