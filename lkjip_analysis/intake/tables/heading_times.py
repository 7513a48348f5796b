"""Of which time a heading speaks: the year of the report, the one before, a quarter, the end."""

from __future__ import annotations

import re

from lkjip_analysis.intake.document.periods import quarter_in, quarters, without_whole_year
from lkjip_analysis.numbers.calendar_days import YEAR_ALONE
from lkjip_analysis.report.additive import QUARTERS
from lkjip_analysis.report.schema import Column

PARTIAL = re.compile(
    r"\b(tw|triwulan|tri\s*wulan|semester|smt|bulan|s\.?\s?d\.?\s+tw)\b", re.IGNORECASE
)
AT_END = re.compile(r"renstra|rpjmd|akhir|jangka menengah", re.IGNORECASE)
LAST = re.compile(r"sebelum|lalu\b|\bn\s*-\s*1\b", re.IGNORECASE)


def time_fit(heading: str, column: Column, tahun: int, kind: str, titled: int | None) -> float:
    """Does the heading speak of the time that the column is of: this year, the last, the end?

    Where it names no year, the title of the table does.
    """
    if not (column.is_number or column.tipe == "kategori"):
        return 1.0
    in_part = without_whole_year(quarters(heading.casefold()))
    if PARTIAL.search(in_part) and not kind.startswith("triwulan"):
        return 0.4
    if kind.startswith("triwulan") and not _is_of_quarter(column.name, quarter_in(heading)):
        return 0.4
    years = {int(year) for year in YEAR_ALONE.findall(heading)}
    year = next(iter(years)) if len(years) == 1 else None
    at_end = bool(AT_END.search(heading))
    if column.name.endswith("_renstra"):
        return 1.0 if at_end else 0.4
    if column.name.endswith("_lalu"):
        return 1.0 if year == tahun - 1 or (year is None and LAST.search(heading)) else 0.4
    if at_end or LAST.search(heading):
        return 0.4
    return 1.0 if (year or titled) in (None, tahun) else 0.4


def _is_of_quarter(column: str, told: str) -> bool:
    """Is a column of a table of quarters one of the quarter that its heading names, if any?"""
    own = column.rpartition("_")[2]
    if own in QUARTERS:
        return told in ("", own) or (told == "tahun" and own == "iv")
    return told in ("", "tahun")
