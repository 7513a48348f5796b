"""Rows in levels by the marks before their names: "2. BELANJA LANGSUNG" above "a.", "b." and "c.".

The marks alone say which rows are parts, before the names or in a cell of their own; the figures
say whether the table adds up at all. A sum that fails is proposed where another column of the row,
most rows of the column, or other rows in all their columns show that the marked rows are the parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, value, whole_of
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.intake.relations.rows.coded_rows import adds_up, counts, is_difference, says
from lkjip_analysis.intake.relations.rows.families import (
    LONG,
    Families,
    family_relation,
    is_of_rows_in_a_row,
)
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.number_words import ROMAN
from lkjip_analysis.numbers.printed import Printed
from lkjip_analysis.report.row_names import begins_as_total

MARKS = {
    "roman": re.compile(r"([IVX]+)\s*\.(?=\s|[A-Z])"),
    "capital": re.compile(r"([A-Z])\s*\.(?=\s|[A-Z])"),
    "letter": re.compile(r"([a-z])\s*\.(?=\s|[A-Z])"),
    "letter in bracket": re.compile(r"\(?([a-z])\)"),
    "number": re.compile(r"(\d{1,2})\s*\.(?=\s|[A-Za-z])"),
    "number in bracket": re.compile(r"\(?(\d{1,2})\)"),
    "dash": re.compile(r"[-–•](?=\s*[A-Za-z])"),
}
"""How rows below others are marked; a name without a mark is a level of its own."""
PROGRAM = re.compile(r"\W*(?:(?:\d{1,3}|[IVX]+|[A-Za-z])\s*[.)]\s*)?program\b", re.IGNORECASE)
"""A programme heads its activities whatever number stands before it."""
FIRST = frozenset({"I", "A", "a", "1", ""})
FEWEST = 3
"""So many other rows of a column show that its marked rows are the parts."""
HARDLY = Fraction(1, 100)
"""Where no column of a row adds up, it misses its parts by so little in each."""


def marked_levels(grid: Grid) -> Iterator[FoundRelation]:
    """Each column of a row above marked ones that adds up, or fails where the others hold."""
    told = {parent: parts for parent, parts in marked_families(grid).items() if len(parts) > 1}
    columns = grid.named(percent=False) if told else []
    asked = {c: [row for row in told if says(grid, row, told[row], c)] for c in columns}
    kept = {c: [row for row in told if _shows(grid, row, told[row], c)] for c in columns}
    shown = _shown_by_others(grid, told, asked)
    for column in columns:
        by_column = len(kept[column]) >= FEWEST and 4 * len(kept[column]) >= 3 * len(asked[column])
        for parent, parts in told.items():
            rows = [part for part in parts if grid.prints(part, column)]
            others = [c for c in columns if c != column]
            by_row = any(_shows(grid, parent, parts, other) for other in others)
            is_meant = by_column or parent in shown
            if not counts(grid, parent, rows, column):
                if not (is_meant and _misses(grid, parent, rows, column)):
                    continue
            elif not (is_meant or by_row):
                continue
            yield _relation(grid, parent, column, rows, (len(kept[column]), len(asked[column])))


def _relation(
    grid: Grid, parent: str, column: str, rows: Sequence[str], support: tuple[int, int]
) -> FoundRelation:
    reason = worded(
        "{label}: baris ini jumlah {count} baris bertanda di bawahnya",
        label=grid.label,
        count=len(rows),
    )
    relation = family_relation(grid, parent, column, rows, *support, reason)
    return replace(relation, how="tanda baris")


Columns = Mapping[str, Sequence[str]]
"""Column -> rows above marked ones."""


def _shown_by_others(grid: Grid, told: Families, asked: Columns) -> set[str]:
    """The rows that hardly miss their parts in any column, where other rows hold in all theirs.

    A table of two groups, of which one adds up in six columns and the other misses by a thousandth
    in each, adds up.
    """
    found = dict[str, list[_Missed]]()
    for column, rows in asked.items():
        for row in rows:
            found.setdefault(row, []).append(_missed(grid, row, told[row], column))
    holding = [all(m.is_rounded for m in missed) and len(missed) for missed in found.values()]
    if sum(holding) < FEWEST:
        return set()
    return {row for row, missed in found.items() if all(m.is_hardly for m in missed)}


@dataclass(frozen=True)
class _Missed:
    """By how much a row misses its parts."""

    by: Fraction
    of: Printed
    parts: int

    @property
    def is_rounded(self) -> bool:
        """May it come from the rounding of the parts, and has the figure many digits?"""
        return self.by <= self.parts * self.of.step and self.is_long

    @property
    def is_hardly(self) -> bool:
        return self.by <= HARDLY * abs(value(self.of))

    @property
    def is_long(self) -> bool:
        return abs(value(self.of)) >= LONG * self.of.step


def _missed(grid: Grid, parent: str, parts: Sequence[str], column: str) -> _Missed:
    cells, shown = grid.printed(parts, column), grid.rows[parent][column]
    return _Missed(abs(whole_of(cells) - value(shown)), shown, len(cells))


def _misses(grid: Grid, parent: str, rows: Sequence[str], column: str) -> bool:
    """Does a row surely miss its parts, though no other of its columns adds up? Their marks go on
    without a gap."""
    marks = [_mark(grid.marked(row))[1] for row in rows]
    is_list = says(grid, parent, rows, column) and all(_follows(*pair) for pair in pairwise(marks))
    return is_list and surely_misses(grid, parent, rows, column)


def surely_misses(grid: Grid, parent: str, rows: Sequence[str], column: str) -> bool:
    """Does a row miss its parts, all of which were read? It is not by what each part may have been
    rounded, nor by rows that may be parts of it too, or are taken off."""
    if grid.is_partial or any(column not in grid.rows[row] for row in rows):
        return False
    missed = _missed(grid, parent, rows, column)
    return (
        missed.is_long
        and not missed.is_rounded
        and not is_of_rows_in_a_row(grid, column, missed.by)
        and not is_difference(grid, parent, rows, column)
    )


def _shows(grid: Grid, parent: str, parts: Sequence[str], column: str) -> bool:
    return says(grid, parent, parts, column) and adds_up_long(grid, parent, parts, column)


def adds_up_long(grid: Grid, parent: str, parts: Sequence[str], column: str) -> bool:
    """Do the parts add up to so many digits that accident need not be feared?"""
    shown = grid.rows[parent][column]
    return abs(value(shown)) >= LONG * shown.step and adds_up(grid, parent, parts, column)


def marked_families(grid: Grid) -> Families:
    """Row -> the marked rows below it, down to the next of its own level."""
    found: dict[str, list[str]] = {}
    path: dict[str, str] = {}  # the rows that stand above the next one, by their kind of mark
    last: dict[str, str] = {}
    programs = _programs(grid)
    for key in grid.order:
        if key not in grid.rows or begins_as_total(grid.names[key]):
            path.clear()
            continue
        kind, mark = ("program", "") if key in programs else _mark(grid.marked(key))
        is_known = kind in path
        if is_known:
            path = _down_to(path, kind)
        elif mark not in FIRST and not _follows(last.get(kind, ""), mark):
            path.clear()  # a list whose beginning stands elsewhere
        if path:
            found.setdefault([*path.values()][-1], []).append(key)
        path[kind] = key
        last[kind] = mark
    return found


def _programs(grid: Grid) -> set[str]:
    """The rows called programmes, where the first row is one and others are not."""
    told = [key for key in grid.order if key in grid.rows]
    programs = {key for key in told if PROGRAM.match(grid.names[key])}
    is_headed = FEWEST <= len(programs) < len(told) and told[0] in programs
    return programs if is_headed else set()


def _follows(last: str, mark: str) -> bool:
    """Is it the next mark of a list that runs on through the groups: "b." 3), 4), "c." 5)?

    >>> [_follows(*pair) for pair in (("2", "3"), ("IX", "X"), ("c", "d"), ("2", "4"), ("", "3"))]
    [True, True, True, False, False]
    """
    if last in ROMAN[:-1]:
        return mark == ROMAN[ROMAN.index(last) + 1]
    if last.isdecimal():
        return mark == str(int(last) + 1)
    return len(last) == 1 and mark == chr(ord(last) + 1)


def _mark(name: str) -> tuple[str, str]:
    """The kind of mark before a name and the mark; of a name without one neither."""
    for kind, pattern in MARKS.items():
        if match := pattern.match(name.strip()):
            return kind, match[1] if match.groups() else ""
    return "", ""


def _down_to(path: Mapping[str, str], kind: str) -> dict[str, str]:
    """The rows above one of this kind: those of the kinds that came before it."""
    kinds = list(path)
    return {known: path[known] for known in kinds[: kinds.index(kind)]}
