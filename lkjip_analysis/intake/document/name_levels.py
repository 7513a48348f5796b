"""Rows in levels that their names tell: a programme, its activities, their sub-activities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lkjip_analysis.numbers.grouping import grouped

LEVELS = (
    re.compile(r"\W*program\b", re.IGNORECASE),
    re.compile(r"\W*kegiatan\b", re.IGNORECASE),
    re.compile(r"\W*sub\W*kegiatan\b", re.IGNORECASE),
)


def level_of(name: str) -> int | None:
    """How deep a row lies by its name; None where the name does not say."""
    return next((i for i, level in enumerate(LEVELS) if level.match(name)), None)


def parents(names: Sequence[str]) -> list[int | None] | None:
    """For each row the one it is a part of; None where the names do not tell levels throughout.

    >>> parents(["Program Jalan", "Kegiatan A", "Kegiatan B", "Program Air"])
    [None, 0, 0, None]
    """
    levels = [level for level in map(level_of, names) if level is not None]
    if len(levels) < len(names) or len(set(levels)) < 2 or levels[0] != min(levels):
        return None
    found: list[int | None] = []
    last: dict[int, int] = {}
    for row, level in enumerate(levels):
        found.append(max((last[higher] for higher in last if higher < level), default=None))
        last[level] = row
    return found


def headings(names: Sequence[str], prints_figures: Sequence[object]) -> frozenset[int]:
    """The rows of a level of which no row prints a figure, above rows that do: no sum of theirs.

    >>> sorted(headings(["Program Jalan", "Kegiatan A", "Program Air", "Sumur"], [0, 1, 0, 1]))
    [0, 2]
    >>> headings(["Program Jalan", "Kegiatan A", "Program Air", "Kegiatan B"], [1, 0, 1, 0])
    frozenset()
    """
    levels = [level_of(name) for name in names]
    summed = {level for level, is_summed in zip(levels, prints_figures, strict=True) if is_summed}
    heads, below = set[int](), set[int]()
    for row in range(len(names) - 1, -1, -1):
        level = levels[row]
        if prints_figures[row]:
            below.add(len(LEVELS) if level is None else level)
        elif level is not None and level not in summed and max(below, default=-1) > level:
            heads.add(row)
    return frozenset(heads)


def nested(keys: Sequence[str], names: Sequence[str]) -> list[str]:
    """The keys of rows, each part under the key of its whole: `jalan.pemeliharaan`."""
    above = parents(names)
    if above is None:
        return list(keys)
    made: list[str] = []
    for key, whole in zip(keys, above, strict=True):
        made.append(key if whole is None else f"{made[whole]}.{key.rpartition('.')[2]}")
    return made


def coded(codes: Sequence[str], keys: Sequence[str], names: Sequence[str]) -> list[str]:
    """The codes that are printed; a row without one gets its key in its place among them.

    >>> coded(["", "1.01", ""], ["jalan", "a", "b"], ["Program Jalan", "Kegiatan A", "Kegiatan B"])
    ['1', '1.01', '1.b']
    """
    above = parents(names)
    made = [code or key for code, key in zip(codes, keys, strict=True)]
    if above is None:
        return made
    parts = grouped((whole, code) for whole, code in zip(above, codes, strict=True) if code)
    known = Counter(made)
    for row, whole in enumerate(above):
        if codes[row]:
            continue
        known[made[row]] -= 1
        stems = {code.rpartition(".")[0] for code in parts.get(row, ())}
        stem = stems.pop() if len(stems) == 1 else ""
        if stem and not known[stem] and stem != made[row]:
            made[row] = stem
        elif whole is not None:
            made[row] = f"{made[whole]}.{keys[row].rpartition('.')[2]}"
        known[made[row]] += 1
    return made
