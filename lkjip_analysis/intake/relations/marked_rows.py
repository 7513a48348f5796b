"""Rows in levels by the marks before their names: "2. BELANJA LANGSUNG" above "a.", "b." and "c.".

The marks alone say which rows are parts; the figures say whether the table adds up at all. A sum
that fails is proposed where another column of the row, or most rows of the column, show that the
marked rows are the parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.intake.relations.coded_rows import adds_up, counts, says
from lkjip_analysis.intake.relations.families import LONG, Families, family_relation
from lkjip_analysis.intake.relations.figure_grid import Grid, value
from lkjip_analysis.intake.relations.found_relation import FoundRelation
from lkjip_analysis.language import worded

MARKS = {
    "letter": re.compile(r"([a-z])\s*\.(?=\s|[A-Z])"),
    "letter in bracket": re.compile(r"\(?([a-z])\)"),
    "number": re.compile(r"(\d{1,2})\s*\.(?=\s|[A-Za-z])"),
    "number in bracket": re.compile(r"\(?(\d{1,2})\)"),
    "dash": re.compile(r"[-–•](?=\s*[A-Za-z])"),
}
"""How rows below others are marked; a name without a mark is a level of its own."""
FIRST = frozenset({"a", "1", ""})
FEWEST = 3
"""So many other rows of a column show that its marked rows are the parts."""


def marked_levels(grid: Grid) -> Iterator[FoundRelation]:
    """Each column of a row above marked ones that adds up, or fails where the others hold."""
    told = {parent: parts for parent, parts in marked_families(grid).items() if len(parts) > 1}
    for column in grid.named(percent=False) if told else ():
        kept = [parent for parent in told if _shows(grid, parent, told[parent], column)]
        asked = [parent for parent in told if says(grid, parent, told[parent], column)]
        for parent, parts in told.items():
            rows = [part for part in parts if grid.prints(part, column)]
            if not counts(grid, parent, rows, column):
                continue
            by_column = len(kept) >= FEWEST and 4 * len(kept) >= 3 * len(asked)
            others = [c for c in grid.named(percent=False) if c != column]
            by_row = any(_shows(grid, parent, parts, other) for other in others)
            if by_column or by_row:
                reason = worded(
                    "{label}: baris ini jumlah {count} baris bertanda di bawahnya",
                    label=grid.label,
                    count=len(rows),
                )
                relation = family_relation(
                    grid, parent, column, rows, len(kept), len(asked), reason
                )
                yield replace(relation, how="tanda baris")


def _shows(grid: Grid, parent: str, parts: Sequence[str], column: str) -> bool:
    """Do the parts add up to so many digits that accident need not be feared?"""
    if not says(grid, parent, parts, column) or not adds_up(grid, parent, parts, column):
        return False
    shown = grid.rows[parent][column]
    return abs(value(shown)) >= LONG * shown.step


def marked_families(grid: Grid) -> Families:
    """Row -> the marked rows below it, down to the next of its own level."""
    found: dict[str, list[str]] = {}
    path: dict[str, str] = {}  # the rows that stand above the next one, by their kind of mark
    for key in grid.order:
        if key not in grid.rows:
            path.clear()
            continue
        kind, mark = _mark(grid.names.get(key, ""))
        is_known = kind in path
        if is_known:
            path = _down_to(path, kind)
        elif mark not in FIRST:  # a list whose beginning stands elsewhere
            path.clear()
        if path:
            found.setdefault([*path.values()][-1], []).append(key)
        path[kind] = key
    return found


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
