"""Two columns of two tables side by side: the rows that are called the same, with their prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import permutations, product

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, value
from lkjip_analysis.intake.relations.basis.measures import Measure, measure_of
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed
from lkjip_analysis.numbers.same_figure import same_figure

REVISED = re.compile(
    r"\b(?:revisi|perubahan)\s+(?:\w+\s+){0,2}(?:perjanjian|penetapan|target|indikator)\b"
    r"|\b(?:perjanjian|penetapan)\s+kinerja\s+(?:\w+\s+)?(?:revisi|perubahan)\b",
    re.IGNORECASE,
)
"""The title of a table of targets that took the place of others within the year."""

ACHIEVED, TARGET = "capaian", "target"
Slips = Callable[[Sequence[tuple[Printed, Printed]]], bool]
"""Is all that differs between two columns a slip?"""


@dataclass(frozen=True)
class Pair:
    """The rows that two columns share: their addresses and prints."""

    one: Grid
    other: Grid
    columns: tuple[str, str]
    rows: tuple[tuple[str, str, Printed, Printed], ...]


@dataclass(frozen=True)
class Compared:
    """Two columns, in each two tables of their forms, and what their headings say they measure."""

    pairs: tuple[Pair, ...]
    measures: tuple[Measure, Measure]
    year: int
    """That of the report."""

    @property
    def columns(self) -> tuple[str, str]:
        return self.pairs[0].columns

    @cached_property
    def prints(self) -> list[tuple[Printed, Printed]]:
        return [(one, other) for pair in self.pairs for _, _, one, other in pair.rows]


@dataclass(frozen=True)
class Editions:
    """The targets of the year by the names of their rows: of tables that a title calls revised,
    and of plans, which tell no results, as they were before."""

    revised: Mapping[frozenset[str], frozenset[Fraction]]
    planned: Mapping[frozenset[str], frozenset[Fraction]]

    def are_two(self, names: Iterable[frozenset[str]], one: Printed, other: Printed) -> bool:
        """Is one figure the target as it was revised, the other as a plan printed it before?"""
        keys = [*names]
        now, before = (
            frozenset[Fraction]().union(*(told.get(key, frozenset()) for key in keys))
            for told in (self.revised, self.planned)
        )
        ends = permutations((value(one), value(other)))
        return any(a in now and b in before - now for a, b in ends)


def editions(grids: Iterable[Grid], year: int) -> Editions:
    found: tuple[dict[frozenset[str], set[Fraction]], ...] = ({}, {})
    for grid in grids:
        is_revised = bool(REVISED.search(grid.title))
        if not is_revised and _tells_results(grid):
            continue
        for column in grid.columns:
            measure = measure_of(column.head, grid.title, column.is_percent, year)
            if measure.word == TARGET and measure.year in (None, year):
                for key, called in grid.called.items():
                    for printed in grid.printed([key], column.name):
                        found[not is_revised].setdefault(called, set()).add(value(printed))
    return Editions(*({k: frozenset(v) for k, v in told.items()} for told in found))


def of_one_edition(compared: Compared, told: Editions, slips: Slips) -> Compared:
    """Targets without those set before a revision that the document tells, save for a slip, and
    achievements without those of other targets."""
    word = compared.measures[0].word
    if not told.revised or word not in (ACHIEVED, TARGET):
        return compared
    if word == ACHIEVED:
        return replace(compared, pairs=tuple(map(of_one_target, compared.pairs)))
    kept = (
        tuple(
            row
            for row in pair.rows
            if same_figure(*row[2:])
            or slips([row[2:]])
            or not told.are_two(_names_of(pair, *row[:2]), *row[2:])
        )
        for pair in compared.pairs
    )
    pairs = (replace(pair, rows=rows) for pair, rows in zip(compared.pairs, kept, strict=True))
    return replace(compared, pairs=tuple(pairs))


def _names_of(pair: Pair, one: str, other: str) -> set[frozenset[str]]:
    return {pair.one.called.get(one, frozenset()), pair.other.called.get(other, frozenset())}


def _tells_results(grid: Grid) -> bool:
    return any("realisasi" in column.head.casefold() for column in grid.columns)


def of_one_target(pair: Pair) -> Pair:
    """The rows but those of which each table prints targets of its own, as the agreement before it
    was revised: what is reached of another target is another achievement."""
    kept = (row for row in pair.rows if not _of_other_targets(pair, *row[:2]))
    return replace(pair, rows=tuple(kept))


def _of_other_targets(pair: Pair, one: str, other: str) -> bool:
    told = _targets(pair.one, one), _targets(pair.other, other)
    return all(told) and not any(same_figure(a, b) for a, b in product(*told))


def _targets(grid: Grid, row: str) -> list[Printed]:
    heads = {c.name for c in grid.columns if TARGET in c.head.casefold()}
    return [printed for name, printed in grid.rows[row].items() if name in heads]
