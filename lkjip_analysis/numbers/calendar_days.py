"""Days as reports print them: 31 Januari 2022."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from lkjip_analysis.language import report_locale

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


def written_day(day: str) -> str:
    """A date of ISO 8601 as Indonesians write it; any other text as it stands.

    >>> written_day("2026-03-02"), written_day("kemarin")
    ('2 Maret 2026', 'kemarin')
    """
    try:
        return format_date(date.fromisoformat(day), "d MMMM y", locale=report_locale())
    except ValueError:
        return day
