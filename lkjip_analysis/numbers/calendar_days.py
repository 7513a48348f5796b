"""Days as reports print them, 31 Januari 2022, and as people type them, 31-01-2022."""

from __future__ import annotations

import re
from datetime import date

from lkjip_analysis.language import worded

NAMES = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
         "Oktober", "November", "Desember")  # fmt: skip
"""The months as a date writes them."""
MONTHS = tuple(name.casefold() for name in NAMES)

YEAR = re.compile(r"(?:19|20)\d\d")
"""The digits of a year, whatever stands around them."""
YEAR_ALONE = re.compile(rf"\b{YEAR.pattern}\b")
"""A year that is a word of its own."""


def day_of(day: str, month: str, year: str) -> date | None:
    """The day of these three words; None where the month has no such day.

    >>> day_of("29", "Februari", "2024"), day_of("31", "april", "2024")
    (datetime.date(2024, 2, 29), None)
    """
    try:
        return date(int(year), MONTHS.index(month.casefold()) + 1, int(day))
    except ValueError:
        return None


def month_of(day: date) -> str:
    """A month and its year, Maret 2026, in the language of the report."""
    return f"{worded(NAMES[day.month - 1])} {day.year}"


def in_words(day: date) -> str:
    """A day as the language of the report writes it.

    >>> in_words(date(2026, 3, 2))
    '2 Maret 2026'
    """
    return f"{day.day} {month_of(day)}"


def written_day(day: str) -> str:
    """A date of ISO 8601 as Indonesians write it; any other text as it stands.

    >>> written_day("2026-03-02"), written_day("kemarin")
    ('2 Maret 2026', 'kemarin')
    """
    try:
        return in_words(date.fromisoformat(day))
    except ValueError:
        return day


def typed_day(text: str) -> date | None:
    """The day of a text typed in any of the usual ways; None for what is no such day.

    >>> typed_day("31/01/2026") == typed_day("2026-01-31") == typed_day("31 Januari 2026")
    True
    >>> typed_day("31-02-2026"), typed_day("01-26")
    (None, None)
    """
    names = {name: str(place) for place, name in enumerate(MONTHS, 1)}
    parts = [names.get(part.casefold(), part) for part in re.split(r"[-/. ]+", text.strip())]
    if len(parts) != 3 or not all(part.isdecimal() and part.isascii() for part in parts):
        return None
    year, month, day = map(int, parts if len(parts[0]) == 4 else reversed(parts))
    try:
        return date(year, month, day)
    except ValueError:
        return None
