"""Days as reports print them: 31 Januari 2022."""

from __future__ import annotations

from datetime import date

MONTHS = ("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
          "oktober", "november", "desember")  # fmt: skip


def day_of(day: str, month: str, year: str) -> date | None:
    """The day of these three words; None where the month has no such day.

    >>> day_of("29", "Februari", "2024"), day_of("31", "april", "2024")
    (datetime.date(2024, 2, 29), None)
    """
    try:
        return date(int(year), MONTHS.index(month.casefold()) + 1, int(day))
    except ValueError:
        return None
