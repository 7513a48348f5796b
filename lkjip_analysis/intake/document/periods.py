"""Years, quarters and months in headings and titles: which time a column or table is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lkjip_analysis.numbers.calendar_days import YEAR_ALONE

MONTHS = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november"
"""A figure up to one of these is not that of the year; up to December it is."""
OF_PLAN_END = "target_renstra"
"""The column of the targets at the end of the plan."""
ROMAN = {"1": "i", "2": "ii", "3": "iii", "4": "iv"}
_UPTO = r"(?:s\s*[./]\s*d\.?|sampai(?:\s+dengan)?)\s*"
_QUARTER = re.compile(r"\b(?:triwulan|triw|trw|tw)\.?\s*-?\s*(iv|iii|ii|i|[1-4])\b")
_NAMED = re.compile(r"\btriwulan\b[^\d]*?\b(iv|iii|ii|i)\b")
_KEPT = re.compile(
    rf"(?:{_UPTO})?(?:(?:triwulan|semester|smt\.?|bulan)\s+(?:iv|iii|ii|i|[1-4])\b|\b(?:{MONTHS})\b)"
    r"|\b(?:19|20)\d\d\b|\btahun\s+(?:lalu|sebelumnya)\b|\bn\s*-\s*1\b"
)
_SPAN = re.compile(r"\b(?:19|20)\d\d\s*(?:[-–/]|s\.?d\.?)\s*(?:19|20)\d\d\b")
_OTHER = re.compile(
    rf"(?:\bnomor\s+\S+\s+tahun\s+|\bno\.?\s*\S+\s+tahun\s+|\b(?:{MONTHS}|desember)\s+)(?:19|20)\d\d"
)
_YEAR = r"(?:19|20)\d\d"
_OVER_YEARS = re.compile(
    r"\b(?:selama|dalam|kurun\s+waktu)\s+(?:\d{1,2}|dua|tiga|empat|lima|enam|beberapa)\b"
    rf"(?:\s*\(\w+\))?\s+tahun\b|\b(?:kurun\s+waktu|periode)\s+(?:tahun\s+)?{_YEAR}\W+"
    rf"(?:(?:s\.?/?d\.?|sampai|hingga)\W+)?{_YEAR}",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(
    r"(?:\bs[\s./]*d\b\.?|\bsampai(?:\s+dengan)?|\bhingga|\bper|\bposisi)\s*(?:akhir\s+)?"
    r"(?:triwulan\s+iv|semester\s+(?:ii|2)|(?:tanggal\s+)?(?:31\s+)?desember|akhir\s+tahun)\b"
)


@lru_cache(maxsize=64)  # each figure of a sentence asks it
def is_over_years(sentence: str) -> bool:
    """Does a sentence speak of several years together, so that a mean in it is none of one year?

    >>> is_over_years("dalam kurun waktu 2 tahun rata-rata"), is_over_years("periode 2019-2023")
    (True, True)
    >>> is_over_years("selama tahun 2023 rata-rata"), is_over_years("Renstra 2019-2023")
    (False, False)
    """
    return bool(_OVER_YEARS.search(sentence))


def without_whole_year(text: str) -> str:
    """A heading in small letters without the words that say that it is about all of its year.

    >>> without_whole_year("realisasi s.d. triwulan iv"), without_whole_year("per 31 desember 2024")
    ('realisasi ', ' 2024')
    >>> without_whole_year("realisasi s.d. triwulan iii")
    'realisasi s.d. triwulan iii'
    """
    return _WHOLE_YEAR.sub("", text)


def quarters(text: str) -> str:
    """A heading in small letters with its quarters written alike.

    >>> quarters("realisasi s/d tw. 3")
    'realisasi s/d triwulan iii'
    """
    return _QUARTER.sub(lambda found: f"triwulan {ROMAN.get(found[1], found[1])}", text)


def quarter_in(heading: str) -> str:
    """The quarter that a heading names alone, "tahun" where it is up to the last; else nothing.

    >>> quarter_in("TW 2 Target"), quarter_in("Triwulan Realisasi IV"), quarter_in("Target (TW IV)")
    ('ii', 'iv', 'iv')
    >>> quarter_in("Realisasi s.d. TW IV"), quarter_in("Realisasi s.d. TW II"), quarter_in("Target")
    ('tahun', 'ii', '')
    """
    text = quarters(heading.casefold())
    found = {told[1] for told in _NAMED.finditer(text)}
    if found == {"iv"} and re.search(rf"{_UPTO}\(?\s*triwulan", text):
        return "tahun"
    return found.pop() if len(found) == 1 else ""


def in_brackets(content: str) -> str:
    """What of a bracket of a heading tells its time; units and formulas tell none.

    >>> in_brackets("s.d. triwulan iii"), in_brackets("2023"), in_brackets("unit")
    ('s.d. triwulan iii', '2023', '')
    """
    kept = _KEPT.findall(_SPAN.sub(" ", content))
    return " ".join("tahun sebelumnya" if _is_last(text) else text for text in kept)


def _is_last(text: str) -> bool:
    return bool(re.fullmatch(r"tahun\s+lalu|n\s*-\s*1", text))


@lru_cache(maxsize=65_536)  # half a dozen checks ask it of each sentence
def years_in(title: str) -> frozenset[int]:
    """The years that a title says its table is about: no span, no regulation, no date.

    >>> sorted(years_in("Capaian Tahun 2023 (Perda Nomor 5 Tahun 2021)"))
    [2023]
    """
    plain = _OTHER.sub(" ", _SPAN.sub(" ", title.casefold()))
    return frozenset(int(year) for year in YEAR_ALONE.findall(plain))


def plan_end(headings: Iterable[str], year: int) -> str:
    """The last year of the plan, as the headings of the columns of its end name it; nothing where
    they name none, or several.

    >>> plan_end(["Target Akhir Renstra (2026)"], 2024), plan_end(["Renstra 2021-2026"], 2024)
    ('2026', '2026')
    >>> plan_end(["Target Renstra 2024", "Target akhir 2026"], 2024), plan_end(["Renstra"], 2024)
    ('', '')
    """
    told = [YEAR_ALONE.findall(heading) for heading in headings]
    ends = {max(years) for years in told if years}
    end = ends.pop() if len(ends) == 1 else ""
    return end if end and int(end) >= year else ""


def is_of_another_time(heading: str, year: int) -> bool:
    """Does a heading name another year than this, or a part of a year?

    >>> [is_of_another_time(head, 2024) for head in ("Realisasi (2023)", "Target (TW III)")]
    [True, True]
    >>> [is_of_another_time(head, 2024) for head in ("Realisasi 2024 (s.d. TW IV)", "Target")]
    [False, False]
    """
    plain = quarters(heading.casefold())
    years = years_in(plain)
    quarter = re.search(r"\btriwulan\s+(?:iii|ii|i)\b", plain)
    return bool(years and year not in years) or bool(quarter)
