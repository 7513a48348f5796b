"""A series over the years in words: its amounts, and what it did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor, isfinite, log10
from typing import Any

import pandas as pd

from lkjip_analysis.language import worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.printed import read_or_none
from lkjip_analysis.numbers.written import at_most, number
from lkjip_analysis.report.period import spoken_period
from lkjip_analysis.report.series import UKURAN

WORDS = ((12, "triliun"), (9, "miliar"), (6, "juta"))


def amount(value: float, satuan: str, beside: Iterable[float] = (), printed: str = "") -> str:
    """A figure of a chart with its unit, short: Rp6,15 miliar, 43,30%, 13.244.

    It has as many decimals as the figures `beside` it show: 2,21 and 1,90. A percentage has those
    it is `printed` with: 108, where nobody knows 108,00.
    """
    behind = "%" if satuan == "persen" else ""
    if behind and (figure := read_or_none(printed)) and figure.value is not None:
        return f"{number(value, max(figure.decimals, 0))}%"
    money = "Rp" if satuan == "rupiah" else ""
    for power, word in WORDS:
        if money and abs(value) >= 10**power:
            return f"{money}{at_most(value / 10**power, 3)} {worded(word)}"
    most = max(_shown_places(other) for other in (value, *beside))
    return f"{money}{number(value, most)}{behind}"


def _shown_places(value: float) -> int:
    """The decimals that a figure shows where it stands alone."""
    return len(at_most(value, _places(value)).partition(",")[2]) if isfinite(value) else 0


def _places(value: float) -> int:
    """Two decimals, of a small figure as many as show three of its digits: 0,0189 is not 0,02."""
    return 2 if abs(value) >= 0.1 or not value else 2 - floor(log10(abs(value)))


def series_title(
    line: pd.DataFrame, told: pd.DataFrame, ukuran: str, satuan: str, breaks: Sequence[int]
) -> str:
    """What happened from the first whole year to the last, or how far the figures lie apart.

    Where figures from a year of `breaks` on are others than before, no two are held together.
    """
    name = str(line["singkat"].iloc[0])
    what = (
        name
        if ukuran in ("realisasi", "jumlah")
        else f"{name}, {worded(UKURAN.get(ukuran, ukuran))}"
    )
    known = line[line["nilai"].notna() & (line["periode"] == "")].sort_values("tahun")
    by_day = told["periode"].str.startswith("per ")
    if len(known) > 1 and by_day.sum() < len(known):
        return _from_first_to_last(known, what, satuan, breaks)
    every = told["nilai"]
    low, high = (amount(value, satuan, every) for value in (every.min(), every.max()))
    if not by_day.any():
        return worded("{what}: tidak ada dua tahun penuh yang dapat dibandingkan", what=what)
    return worded(
        "{what}: {low} sampai {high}, menurut tanggal dan sumbernya", what=what, low=low, high=high
    )


def _from_first_to_last(known: pd.DataFrame, what: str, satuan: str, breaks: Sequence[int]) -> str:
    first, last = known.iloc[0], known.iloc[-1]
    between = [year for year in breaks if first["tahun"] < year <= last["tahun"]]
    if between:
        return worded(
            "{what}: angka sejak {tahun} tidak sebanding dengan sebelumnya",
            what=what,
            tahun=between[0],
        )
    start, end = (
        amount(row["nilai"], satuan, known["nilai"], str(row["tercetak"])) for row in (first, last)
    )
    title = worded(
        "{what}: {start} pada {first}, {end} pada {last}",
        what=what,
        start=start,
        first=first["tahun"],
        end=end,
        last=last["tahun"],
    )
    return title + by(first["nilai"], last["nilai"], satuan)


def by(first: float, last: float, satuan: str) -> str:
    """The change in points or percent, signed."""
    if satuan == "persen":
        return worded(" ({last} poin)", last=_signed(metrics.perubahan(last, first)))
    return f" ({_signed(metrics.pertumbuhan(last, first))}%)" if first else ""


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{number(value, 2)}"


def when_of(row: pd.Series[Any], is_bare: bool = False) -> str:
    """Of what year, or part of a year, a figure is; `is_bare` without "per" before a day."""
    return spoken_period(row["periode"], is_bare) or str(row["tahun"])
