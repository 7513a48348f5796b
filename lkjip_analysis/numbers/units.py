"""What may stand behind a figure: units that are declared, and rates, which say themselves."""

from __future__ import annotations

import re
from functools import lru_cache

ALWAYS = ("", "%", "persen", "‰", "permil")
RATE = re.compile(r"(?:per\s*|/\s*)(?:1|10|100)(?:\.?000)+(?:\s[^\d]*)?", re.IGNORECASE)
"""A rate says what it is counted on: 9,53/1.000, 9,7 per 100.000 penduduk."""
BASE = re.compile(r"(?:per\s*|/\s*)(10+|10{0,2}(?:\.000)+)(?![\d.])", re.IGNORECASE)
"""What a rate is counted on, as its unit tells."""
POWERS = str.maketrans("²³", "23")


@lru_cache(maxsize=4096)  # a column holds the same few texts in all its rows
def is_unit(text: str, declared: tuple[str, ...]) -> bool:
    """May a text stand behind a figure?

    >>> is_unit("km²", ("km2",)), is_unit("(orang)", ("orang",)), is_unit("per 1.000", ())
    (True, True, True)
    """
    known = {_plain(unit) for unit in (*declared, *ALWAYS)}
    return _plain(text) in known or bool(RATE.fullmatch(text))


def counted_on(unit: str) -> str:
    """What a rate is counted on; nothing where a unit tells of none.

    >>> counted_on("/ 10.000"), counted_on("per 100.000 penduduk"), counted_on("orang")
    ('10000', '100000', '')
    """
    told = BASE.search(unit)
    return told[1].replace(".", "") if told else ""


def _plain(unit: str) -> str:
    """A unit however its power is raised and whether it stands in brackets."""
    plain = " ".join(unit.casefold().translate(POWERS).split())
    return plain[1:-1].strip() if plain[:1] == "(" and plain[-1:] == ")" else plain
