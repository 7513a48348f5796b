"""The table types that an agency may use, and the words that may head each of their columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.document.periods import quarters
from lkjip_analysis.intake.document.texts import likeness, plain_words
from lkjip_analysis.report.schema import Column, TableType, find_type
from lkjip_analysis.report.yamltext import SCHEMAS, standard

NO_TABLES = frozenset({"klaim", "koreksi"})
PROMISED = re.compile(r"\b(target|rencana|pagu)\b", re.IGNORECASE)
HAPPENED = re.compile(r"\brealisasi\b", re.IGNORECASE)
BY_LETTER = re.compile(
    r"(?:(?P<quarter>triwulan\s+(?:iv|iii|ii|i))|jumlah|total|setahun)\W+(?P<letter>[tr])\W*"
)
"""Under a heading of quarters "T" and "R" stand for what was promised and what was reached."""
LETTERS = {"t": "target", "r": "realisasi"}


def known_types(folder: Path) -> Mapping[str, TableType]:
    """Every table type for a folder of data/raw: its own (`skema`), its agency's, the package's.

    Raises: InputError where a type of the agency is wrong.
    """
    places = (folder / "skema", folder.parent / "skema", SCHEMAS)
    names = sorted({path.stem for place in places for path in place.glob("*.yaml")} - NO_TABLES)
    return {name: find_type(name, places, Problem(name, "", "", "")) for name in names}


def sayings(kind: str, column: Column) -> tuple[str, ...]:
    """What may head this column: its title, its name, and how reports say it."""
    known = standard("sebutan")["kolom"]
    told = known.get(f"{kind}.{column.name}") or known.get(column.name, [])
    return (column.judul, column.name.replace("_", " "), *told)


@lru_cache(maxsize=20_000)
def heading_fit(lines: tuple[str, ...], kind: str, column: Column) -> float:
    """How well a heading (its lines, top first) names a column, 0 to 1."""
    if not lines or _is_of_the_other(lines, column.name):
        return 0.0
    written = [quarters(line.casefold()) for line in lines]
    tries = dict.fromkeys((_spelled(" ".join(written)), written[-1], written[0]))
    best = 0.0
    for weight, shown in zip((1.0, 0.97, 0.6), tries, strict=False):
        for saying in sayings(kind, column):
            best = max(best, weight * _fit(shown, saying))
    return best


def _spelled(heading: str) -> str:
    """A heading whose last letter alone says what was promised or reached, with that word.

    >>> _spelled("triwulan ii: t"), _spelled("jumlah (r)"), _spelled("triwulan ii")
    ('target triwulan ii', 'realisasi setahun', 'triwulan ii')
    """
    match = BY_LETTER.fullmatch(heading.strip())
    if not match:
        return heading
    return f"{LETTERS[match['letter']]} {match['quarter'] or 'setahun'}"


def _is_of_the_other(lines: tuple[str, ...], name: str) -> bool:
    """Does a heading say what happened over a column of what was promised, or the other way?

    The nearest line that says one of them does; one that says both leaves it open.
    """
    for line in reversed(lines):
        promised, happened = bool(PROMISED.search(line)), bool(HAPPENED.search(line))
        if promised or happened:
            return promised != happened and name.startswith(
                "realisasi" if promised else ("target", "pagu")
            )
    return False


def _fit(shown: str, saying: str) -> float:
    """Like `likeness`, and a heading that only adds words (a year, a unit) still fits well."""
    if not plain_words(saying):
        return 1.0 if shown.strip() == saying.strip() else 0.0
    have, want = set(plain_words(shown).split()), set(plain_words(saying).split())
    inside = 0.9 - 0.05 * min(len(have - want), 6) if want and want <= have else 0.0
    return max(likeness(shown, saying), inside)
