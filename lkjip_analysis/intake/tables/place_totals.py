"""The last or first row of a table of places, called by the place they make up: Provinsi X.

Its name alone says nothing: it is taken for their total where its figures are their sums.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.intake.tables.printed_rows import Row
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import read_or_none

LEVELS = {"negara": r"indonesia|nasional", "provinsi": r"provinsi|prov\.?",
          "kabupaten": r"kabupaten|kab\.?|kota", "kecamatan": r"kecamatan|kec\.?",
          "desa": r"desa|kelurahan|nagari"}  # fmt: skip
WHOLE = re.compile(
    rf"\W*(?:se[\s-]?)?(?:{'|'.join(f'(?P<{n}>{p})' for n, p in LEVELS.items())})"
    r"(?:\s+[^\W\d][\w'.-]*){0,4}\W*",
    re.IGNORECASE,
)
LEAST = 3
"""So many places, or more, make up another."""
TELLING, SURE = 5, 2
"""Figures of so many digits, in so many columns, are no sums by accident."""


def level(text: str) -> str:
    """What sort of place a row is called after; nothing where it names none.

    >>> level("PROVINSI JAWA TENGAH"), level("Nasional"), level("Se-Kabupaten Blora"), level("Cepu")
    ('provinsi', 'negara', 'kabupaten', '')
    """
    match = WHOLE.fullmatch(text.strip())
    return match.lastgroup or "" if match else ""


def with_place_total(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows, the last or else the first marked as their total where they make up that place."""
    if len(rows) <= LEAST or any(row.is_total for row in rows):
        return rows
    first = next(i for i, row in enumerate(rows) if not row.spans or i == len(rows) - 1)
    for at in dict.fromkeys((len(rows) - 1, first)):
        parts = [r for i, r in enumerate(rows) if i != at and not (r.spans or r.is_summary)]
        last = at == len(rows) - 1 and not rows[at].is_listed
        if _makes_up(rows[at], parts) or (last and _surely_adds_up(rows[at], parts)):
            return (*rows[:at], replace(rows[at], whole=True), *rows[at + 1 :])
    return rows


def _makes_up(whole: Row, parts: Sequence[Row]) -> bool:
    """Is this the place that the others make up, by its name and by its figures?"""
    sort = level(whole.named)
    if not sort or len(parts) < LEAST or any(level(row.named) == sort for row in parts):
        return False
    return adds_up(whole, parts)


def _surely_adds_up(whole: Row, parts: Sequence[Row]) -> bool:
    """Does a row without a number of the list print sums of so many digits that it is their total?

    "PDRB" below the branches of trade, "Dinas" below its units.
    """
    if len(parts) < LEAST or not adds_up(whole, parts):
        return False
    sums = 0
    for column, text in enumerate(whole.texts):
        told = [value for row in parts if (value := _value(row.texts[column])) is not None]
        digits = re.sub(r"\D", "", text).strip("0")
        same = _value(text) == sum(told, Fraction(0))
        sums += same and len(told) == len(parts) and len(digits) >= TELLING
    return sums >= SURE


def adds_up(whole: Row, parts: Sequence[Row]) -> bool:
    """Are at least half of the figures that may be sums what the parts add up to?"""
    may = kept = 0
    for column in range(len(whole.texts)):
        shown = _value(whole.texts[column])
        told = [value for row in parts if (value := _value(row.texts[column])) is not None]
        if shown is None or len(told) < LEAST or shown <= max(told):
            continue  # a rate of the whole lies between those of its parts
        may += 1
        kept += shown == sum(told, Fraction(0))
    return 0 < may <= 2 * kept


def _value(text: str) -> Fraction | None:
    figure = read_or_none(text)
    return None if figure is None or figure.off_style else figure.value
