"""Rows in levels by their codes: 4 above 4.1 above 4.1.01, each the sum of its direct parts.

The codes alone say which rows are parts; the figures say whether the table adds up at all. A row
whose parts do not stand right below it, all of them and once, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, near, value, whole_of
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.intake.relations.rows.families import (
    Families,
    family_relation,
    is_read_otherwise,
)
from lkjip_analysis.language import worded

CODE = re.compile(r"[0-9A-Za-z]{1,6}(\.[0-9A-Za-z]{1,6})*\.?")
AGAIN = re.compile(rf"({CODE.pattern})_\d+")
"""The key of a row whose code stands above already."""
FEWEST = 3
"""So many rows of at least two parts each must add up in a column."""
SIGNED = 6
"""Of so many parts it is tried whether some are taken off."""


def coded_levels(grid: Grid, told: Families) -> Iterator[FoundRelation]:
    """Each column of a row above others by its code, where most such rows of the column add up;
    half of them, where all do in another column."""
    asked, kept = dict[str, list[str]](), dict[str, list[str]]()
    for column in grid.named(percent=False) if told else ():
        asked[column] = [row for row, parts in told.items() if says(grid, row, parts, column)]
        kept[column] = [row for row in asked[column] if adds_up(grid, row, told[row], column)]
    is_shown = any(FEWEST <= len(kept[column]) == len(rows) for column, rows in asked.items())
    for column, rows in asked.items():
        many = len(kept[column]) >= FEWEST and 4 * len(kept[column]) >= 3 * len(rows)
        if rows and (many or (is_shown and 2 * len(kept[column]) >= len(rows))):
            yield from _levels(grid, told, column, len(kept[column]), len(rows))


def _levels(
    grid: Grid, told: Families, column: str, kept: int, asked: int
) -> Iterator[FoundRelation]:
    for parent, parts in told.items():
        rows = [part for part in parts if grid.prints(part, column)]
        if counts(grid, parent, rows, column):
            said = worded(
                "{label}: baris ini jumlah {count} baris menurut kodenya; {kept} dari {of} "
                "baris seperti ini cocok",
                label=grid.label, count=len(rows), kept=kept, of=asked,
            )  # fmt: skip
            yield family_relation(grid, parent, column, rows, kept, asked, said)


def coded_families(grid: Grid) -> Families:
    """Row -> its direct parts by their codes, where they stand right below it and only there."""
    keys = [key for key in grid.order if key in grid.rows]
    is_plain = all(key.isdecimal() for key in keys)
    found: dict[str, list[str]] = {}
    broken: set[str] = set()
    path: list[str] = []
    for key in keys:
        code = again[1] if (again := AGAIN.fullmatch(key)) else key
        if not CODE.fullmatch(code) or not code[0].isdigit():
            continue
        path = [above for above in path if _is_part(code, above, is_plain)]
        broken |= {above for above in _above(code, found, is_plain) if above not in path}
        if again:
            broken |= {code, *path}
            continue
        if path:
            found.setdefault(path[-1], []).append(key)
        found.setdefault(key, [])
        path.append(key)
    return {key: parts for key, parts in found.items() if parts and key not in broken}


def _is_part(code: str, above: str, is_plain: bool) -> bool:
    """Codes without points (51, 511, 5111) tell their level by their length."""
    begins = above if is_plain and len(above) > 1 else f"{above.rstrip('.')}."
    return code not in (above, begins) and code.startswith(begins)


def _above(code: str, known: Families, is_plain: bool) -> Iterator[str]:
    """The rows printed so far that a code would be a part of."""
    for end in range(1, len(code)):
        for above in (code[:end], f"{code[:end]}."):
            if above in known and _is_part(code, above, is_plain):
                yield above


def says(grid: Grid, parent: str, parts: Sequence[str], column: str) -> bool:
    """Does a row print more than nothing above two parts that do?"""
    shown = grid.rows[parent].get(column)
    filled = sum(bool(value(cell)) for cell in grid.printed(parts, column))
    return shown is not None and bool(value(shown)) and filled > 1


def adds_up(grid: Grid, parent: str, parts: Sequence[str], column: str) -> bool:
    cells = grid.printed(parts, column)
    return near(grid.rows[parent][column], whole_of(cells), cells)


def counts(grid: Grid, parent: str, rows: Sequence[str], column: str) -> bool:
    """Is the sum of a row proposed? One that fails only beside others of the row that hold."""
    if column not in grid.rows[parent] or not rows:
        return False
    if adds_up(grid, parent, rows, column):
        return True
    others = [c for c in grid.named(percent=False) if c != column and says(grid, parent, rows, c)]
    return (
        says(grid, parent, rows, column)
        and not grid.is_partial
        and all(adds_up(grid, parent, rows, c) for c in others)
        and not is_read_otherwise(grid, parent, rows, column, grid.named(percent=False))
        and not is_difference(grid, parent, rows, column)
    )


def is_difference(grid: Grid, parent: str, rows: Sequence[str], column: str) -> bool:
    """Does a row come from its parts with some taken off: what came in less what went out?"""
    parts = [value(cell) for cell in grid.printed(rows, column)]
    signs = product((1, -1), repeat=len(parts)) if len(parts) <= SIGNED else ()
    wanted = value(grid.rows[parent][column])
    return any(sum(s * p for s, p in zip(told, parts, strict=True)) == wanted for told in signs)
