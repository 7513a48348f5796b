"""How the row of an indicator prints its figures: with its unit, as a range, or as grades."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lkjip_analysis.numbers.printed import read_or_none
from lkjip_analysis.numbers.ranges import read_span
from lkjip_analysis.report.grades import grade, is_word
from lkjip_analysis.report.report import Indicator
from lkjip_analysis.report.schema import Column
from lkjip_analysis.report.tables import AsPrinted, same_label

MEASURED, ACHIEVED = ("target", "realisasi"), ("capaian",)
"""Columns of an indicator's row, and those that may tell in words how far it was reached."""
OF_INDICATOR = "satuan indikator"
"""The unit of a column in which each row has the unit of its own indicator."""


def as_printed(key: str, indicators: Mapping[str, Indicator]) -> AsPrinted:
    """How to read the rows of a table whose column `key` holds the indicator's code."""

    def told(record: Mapping[str, str], column: Column) -> Column:
        if not column.is_number:
            return column
        if column.satuan != OF_INDICATOR:
            return _achieved(column, record)
        indicator = indicators.get(record[key].strip())
        units = (*column.satuan_tercetak, *_units(record, indicator))
        text = record[column.name]
        if indicator and indicator.urutan and not _is_missing(text):
            return _graded(column, text, indicator)
        if not (indicator and indicator.urutan) and is_word(text):
            return _as_word(column, text)
        if column.bentuk == "target" and read_span(text, column.gaya, units):
            return replace(column, tipe="kategori", satuan_tercetak=units)
        return replace(_as_declared(column, indicator), satuan_tercetak=units)

    return told


def _as_declared(column: Column, indicator: Indicator | None) -> Column:
    """A target as exact as its indicator declares it.

    Undeclared it is what was promised, to the digit; a capaian that only a rounded target explains
    is told as rounding, not as an error.
    """
    declared = indicator.presisi_target if indicator else None
    if declared is None or column.bentuk != "target" or column.presisi != "eksak":
        return column
    return replace(column, presisi=declared, dinyatakan=True)


def _units(record: Mapping[str, str], indicator: Indicator | None) -> tuple[str, ...]:
    """The words that may follow this row's figures: its indicator's unit, and that of its row."""
    told = (indicator.satuan if indicator else "", " ".join(record.get("satuan", "").split()))
    return tuple(unit for unit in told if unit)


def _is_missing(text: str) -> bool:
    printed = read_or_none(text)
    return printed is not None and printed.value is None


def _graded(column: Column, text: str, indicator: Indicator) -> Column:
    """A grade of the indicator's own order, read as a category.

    A text that is none of its grades stays a figure to be read, and is told as unreadable.
    """
    known = {grade(one): same_label(one) for one in indicator.urutan}
    known |= {same_label(one): same_label(one) for one in indicator.urutan}
    told = known.get(same_label(text)) or known.get(grade(text))
    return replace(column, tipe="kategori", predikat=told) if told else column


def _achieved(column: Column, record: Mapping[str, str]) -> Column:
    """An achievement that is told in words ("Tercapai") of an indicator that prints words."""
    text = record[column.name]
    if column.name not in ACHIEVED or not is_word(text):
        return column
    of_word = any(is_word(record.get(name, "")) for name in MEASURED)
    return _as_word(column, text) if of_word else column


def _as_word(column: Column, text: str) -> Column:
    return replace(column, tipe="kategori", predikat=grade(text))
