"""The part of a year that a figure speaks of: the year, a quarter, a day, or up to a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lkjip_analysis.language import AS_WRITTEN, phrase, report_language, worded
from lkjip_analysis.numbers.calendar_days import NAMES, day_of, in_words, month_of

QUARTERS = ("triwulan I", "triwulan II", "triwulan III", "triwulan IV")
FORMS = "nothing (the whole year), triwulan I to triwulan IV, per 2023-05-09, s.d. 2024-06-30"
_DATED = re.compile(r"(?P<kind>per|s\.d\.) (?P<date>\d{4}-\d{2}(?:-\d{2})?)")

_LABEL = re.compile(
    r"(?P<kind>per|s\.d\.) (?:(?P<day>\d{1,2}) )?(?P<month>[A-Z][a-z]+) (?P<year>\d{4})"
)

SO_FAR = 0.12
"""A sum of a year so far stands just before the year's own."""

Kind = Literal["setahun", "triwulan", "per", "s.d."]


@dataclass(frozen=True)
class Period:
    """A period as written, its kind, and where it stands on a time axis, in years.

    The whole of 2021 stands at 2021.0, the middle of it; its days from 2020.5 to 2021.5.
    """

    text: str
    kind: Kind
    position: float

    @property
    def label(self) -> str:
        """The period as a reader sees it; nothing for the whole year."""
        match = _DATED.fullmatch(self.text)
        if not match:
            return self.text
        exact = match["date"].count("-") == 2
        day = date.fromisoformat(match["date"] if exact else f"{match['date']}-01")
        month = f"{NAMES[day.month - 1]} {day.year}"
        return f"{match['kind']} {f'{day.day} {month}' if exact else month}"


def read_period(text: str, tahun: int) -> Period:
    """The period that `text` writes, of a figure of `tahun`.

    Raises: ValueError for a text that is none.

    >>> read_period("triwulan I", 2022).position, read_period("per 2022-07", 2022).label
    (2021.625, 'per Juli 2022')
    """
    text = " ".join(text.split())
    if not text:
        return Period("", "setahun", float(tahun))
    if text in QUARTERS:
        return Period(text, "triwulan", tahun - 0.5 + (2 * QUARTERS.index(text) + 1) / 8)
    match = _DATED.fullmatch(text)
    if not match:
        raise ValueError(phrase('"{text}" is no period', text=text))
    whole = match["date"] if match["date"].count("-") == 2 else f"{match['date']}-15"
    day = date.fromisoformat(whole)
    if match["kind"] == "s.d.":
        return Period(text, "s.d.", tahun - SO_FAR)
    return Period(text, "per", day.year - 0.5 + (day - date(day.year, 1, 1)).days / 365)


def spoken_period(label: str, is_bare: bool = False) -> str:
    """A period by its label, as the language of the report tells it; `is_bare` a day alone, without
    the word that says it is one.

    >>> spoken_period("per Mei 2023"), spoken_period("per Mei 2023", True), spoken_period("2023")
    ('per Mei 2023', 'Mei 2023', '2023')
    """
    match = _LABEL.fullmatch(label)
    day = day_of(match["day"] or "1", match["month"], match["year"]) if match else None
    if report_language() == AS_WRITTEN or not match or not day:
        return label.removeprefix("per ") if is_bare else label
    told = in_words(day) if match["day"] else month_of(day)
    if match["kind"] == "s.d.":
        return worded("s.d. {day}", day=told)
    return told if is_bare else worded("per {day}", day=told)
