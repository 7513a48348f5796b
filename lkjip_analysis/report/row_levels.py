"""Rows in levels: a row whose key extends another's by a point and more is a part of it.

`1` is a programme, `1.01` an activity of it, `1.01.02` a sub-activity. A level may be left out.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from lkjip_analysis.numbers.grouping import grouped


def parent(key: str, keys: Container[str]) -> str | None:
    """The nearest row that `key` is a part of; `keys` as a set where they are many.

    >>> parent("1.01.02", ["1", "1.01", "1.01.02"]), parent("1", ["1", "10"])
    ('1.01', None)
    >>> parent("1.01.", ["1.", "1.01."])
    '1.'
    """
    stem = key.rstrip(".")
    while "." in stem:
        stem = stem.rpartition(".")[0]
        for form in (stem, f"{stem}."):
            if form in keys:
                return form
    return None


def top(keys: Sequence[str]) -> list[str]:
    """The rows that are no part of another."""
    return [key for key, is_part in zip(keys, parts_of_others(keys), strict=True) if not is_part]


def parts_of_others(keys: Sequence[str]) -> list[bool]:
    """Of each row, whether it is a part of another."""
    known = frozenset(keys)
    return [parent(key, known) is not None for key in keys]


def families(keys: Sequence[str]) -> Mapping[str, list[str]]:
    """The direct parts of each row that has any, in the order of the table."""
    known = frozenset(keys)
    return grouped((above, key) for key in keys if (above := parent(key, known)) is not None)
