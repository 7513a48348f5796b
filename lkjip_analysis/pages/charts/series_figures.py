"""Which figures of a table over the years a chart of one series draws, and who tells them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from lkjip_analysis.analysis import trends
from lkjip_analysis.analysis.tabel import Tabel
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.series import UKURAN


def of_several_years(
    tren: pd.DataFrame, ukuran: str
) -> tuple[pd.DataFrame, list[str], tuple[int, int] | None]:
    """The figures of a measure, the series of at least two years in the order of the report, and
    the first and last year of all."""
    tren = with_sources(tren)
    told = tren[tren["ukuran"] == ukuran] if ukuran else tren
    years = told.groupby("kode", sort=False)["tahun"].nunique()
    declared = list(tren.attrs.get("arah", ()))
    codes = sorted(years.index[years > 1], key=lambda k: declared.index(k) if k in declared else -1)
    span = told[told["kode"].isin(codes)]["tahun"]
    return told, codes, (int(span.min()), int(span.max())) if codes else None


def with_sources(tren: pd.DataFrame) -> pd.DataFrame:
    """Figures over the years with what is known of each, as charts tell it."""
    return tren.traced() if isinstance(tren, Tabel) else tren


def measure_of(tren: pd.DataFrame, kode: str, ukuran: str) -> tuple[pd.DataFrame, str, str]:
    """The figures of one series in one measure and unit, and which they are.

    Raises: ValueError where the series has no figure.
    """
    told = tren[tren["kode"] == kode]
    if told.empty:
        there = ", ".join(sorted(set(tren["kode"])))
        raise ValueError(phrase('no figure of "{kode}"; there are {there}', kode=kode, there=there))
    ukuran = ukuran or str(told["ukuran"].value_counts(sort=True).index[0])
    told = trends.bare(told[told["ukuran"] == ukuran])
    satuan = str(trends.chosen(told)["satuan"].iloc[-1])
    return told[told["satuan"] == satuan], ukuran, satuan


def shown_figures(line: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """The figures that are drawn: every chosen one, and those in conflict."""
    apart = set(trends.conflicts(told).index)
    return told.loc[[i for i in told.index if i in apart or i in set(line.index)]]


def source_of(told: pd.DataFrame, ukuran: str, satuan: str) -> tuple[str, str]:
    """Who tells the figures, and what they measure in which unit."""
    unit = f"{worded(UKURAN.get(ukuran, ukuran))} ({worded(satuan)})"
    return places_told(told["sumber"]), unit


def places_told(sources: Iterable[str]) -> str:
    """Documents with their places, each document named once.

    >>> places_told(["laporan 2021, Tabel 3.2", "RKPD", "laporan 2021, BAB III", "RKPD"])
    'laporan 2021, Tabel 3.2, BAB III; RKPD'
    """
    parted = (source.partition(", ") for source in dict.fromkeys(sources))
    places = grouped((name, place) for name, _, place in parted)
    return "; ".join(", ".join(filter(None, (name, *at))) for name, at in places.items())
