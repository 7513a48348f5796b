"""Names of one column that differ by a letter: one name spelled two ways, it may be."""

from __future__ import annotations

import warnings
from collections import Counter
from itertools import combinations
from typing import Any

import pandas as pd

from lkjip_analysis.language import phrase
from lkjip_analysis.report.near_spelling import is_near

SHORTEST = 4
"""Of shorter names a letter tells two apart: Sari and Sati, but not UPT and UPK."""
SPELLED = "{name}: {told} may be one name spelled two ways, and are counted apart"
SHOWN = 5
"""So many pairs are said; `ejaan` has all."""
MOST = 400
"""Of more names than these no pairs are looked for: they name rows, not groups."""


def near_names(column: pd.Series[Any]) -> list[tuple[str, str]]:
    """The pairs of names that may be one, the rarer spelling first.

    Names that differ in a digit or a single letter are numbered, not misspelled.

    >>> near_names(pd.Series(["Blora", "Bora", "Blora", "Cepu", "CEPU", "Ruas A", "Ruas B"]))
    [('CEPU', 'Cepu'), ('Bora', 'Blora')]
    """
    if not pd.api.types.is_string_dtype(column) or column.nunique() > MOST:
        return []
    spelled: dict[str, Counter[str]] = {}
    for name in column.dropna().map(str):
        spelled.setdefault(" ".join(name.casefold().split()), Counter())[name] += 1
    usual = {name: ways.most_common(1)[0][0] for name, ways in spelled.items()}
    pairs = [
        (way, usual[name]) for name, ways in spelled.items() for way in ways if way != usual[name]
    ]
    for near in combinations(spelled, 2):
        if _of_one_name(*near):
            rare, other = sorted(near, key=lambda name: spelled[name].total())
            pairs.append((usual[rare], usual[other]))
    return pairs


def warn_of_spelling(column: pd.Series[Any], caller: int) -> None:
    """Say which names are counted apart that may be one; `caller` is as many calls above this."""
    pairs = near_names(column)
    if not pairs:
        return
    told = "; ".join(f'"{one}", "{other}"' for one, other in pairs[:SHOWN])
    more = phrase(" and {count} others", count=len(pairs) - SHOWN) if pairs[SHOWN:] else ""
    warnings.warn(phrase(SPELLED, name=column.name, told=told + more), stacklevel=caller + 1)


def _of_one_name(one: str, other: str) -> bool:
    """Is one word of two names a letter otherwise, and every other the same?"""
    left, right = one.casefold().split(), other.casefold().split()
    changed = [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]]
    if len(left) != len(right) or len(changed) != 1:
        return False
    rare, usual = sorted(changed[0], key=len)
    is_word = rare.isalpha() and usual.isalpha() and len(rare) >= SHORTEST
    return is_word and is_near(rare, usual)
