"""Names of one row in two tables that differ in one word, and that word by a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.proposal.proposal import MIDDLE, ProposedRule, ProposedTable
from lkjip_analysis.report.near_spelling import is_near

SHORT = 5
"""Two words of fewer letters are different words, unless two of their letters changed places."""
SHARED = 2
"""So many words are the same in both names."""


def name_spellings(tables: Sequence[ProposedTable]) -> Iterator[ProposedRule]:
    """The names that a table prints a letter otherwise than another table of the same rows.

    A word written in two ways is told once for its row, however many tables print either.
    """
    named = [(table, _names(table)) for table in tables]
    seen: set[tuple[str, frozenset[str]]] = set()
    for (one, first), (other, second) in combinations(named, 2):
        column = one.kind.nama_baris
        if column != other.kind.nama_baris or column == one.kind.kunci:
            continue
        for key, name in first.items():
            fellow = second.get(key, name)
            written = written_otherwise(name, fellow) if fellow != name else frozenset()
            if written and (key, written) not in seen:
                seen.add((key, written))
                yield ProposedRule(
                    f"nama_{other.name}_{_told(key)}",
                    "teks_sama",
                    f"hasil={one.name}[{key}].{column}; sumber={other.name}[{key}].{column}",
                    "tafsir",
                    "baris yang sama bernama sama",
                    MIDDLE,
                )


def _names(table: ProposedTable) -> dict[str, str]:
    return {key: name for key, name in table.names if key not in table.kind.total}


def _told(key: str) -> str:
    return re.sub(r"\W+", "_", key).strip("_")


def slightly_other(one: str, other: str) -> bool:
    """Is one word of two names a letter otherwise, and all else that both have the same?

    >>> slightly_other("Penilaian Kesehatan KPS/USP Koperasi", "Penilaian Kesehatan KSP/USP")
    True
    >>> slightly_other("Jalan Kabupaten Ruas A", "Jalan Kabupaten Ruas B")
    False
    """
    return bool(written_otherwise(one, other))


def written_otherwise(one: str, other: str) -> frozenset[str]:
    """The two ways to write the only word in which two names differ, by a letter; else nothing."""
    left, right = _words(one), _words(other)
    nothing = frozenset[str]()
    if left == right or len(set(left) & set(right)) < SHARED:
        return nothing
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    changed = [(left[a:b], right[c:d]) for tag, a, b, c, d in codes if tag == "replace"]
    same = sum(b - a for tag, a, b, _, _ in codes if tag == "equal")
    if same < SHARED or len(changed) != 1 or [len(side) for side in changed[0]] != [1, 1]:
        return nothing
    (word,), (fellow,) = changed[0]
    if any(sign.isdigit() for sign in word + fellow):
        return nothing
    long = min(len(word), len(fellow)) >= SHORT
    moved = len(word) == len(fellow) and sorted(word) == sorted(fellow)
    is_slip = (long or moved) and is_near(word, fellow) and not _goes_on(word, fellow)
    return frozenset((word, fellow)) if is_slip else nothing


@lru_cache(10_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(plain_words(name).split())


def _goes_on(word: str, fellow: str) -> bool:
    """A word with an ending: both may be meant."""
    return word.startswith(fellow) or fellow.startswith(word)
