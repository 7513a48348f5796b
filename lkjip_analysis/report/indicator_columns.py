"""How the row of an indicator prints its figures: with its unit, as a range, or as grades."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lkjip_analysis.numbers.printed import Unreadable, read
from lkjip_analysis.numbers.ranges import read_span
from lkjip_analysis.report.report import Indicator
from lkjip_analysis.report.schema import Column, Precision
from lkjip_analysis.report.tables import AsPrinted, same_label

OF_INDICATOR = "satuan indikator"
"""The unit of a column in which each row has the unit of its own indicator."""


def as_printed(key: str, indicators: Mapping[str, Indicator]) -> AsPrinted:
    """How to read the rows of a table whose column `key` holds the indicator's code."""

    def told(record: Mapping[str, str], column: Column) -> Column:
        if column.satuan != OF_INDICATOR or not column.is_number:
            return column
        indicator = indicators.get(record[key].strip())
        units = (*column.satuan_tercetak, *_units(record, indicator))
        text = record[column.name]
        if indicator and indicator.urutan and not _is_missing(text):
            return _graded(column, text, indicator)
        if column.bentuk == "target" and read_span(text, column.gaya, units):
            return replace(column, tipe="kategori", satuan_tercetak=units)
        precision = _of_target(record, column, indicator, units)
        return replace(column, satuan_tercetak=units, presisi=precision)

    return told


def _of_target(
    record: Mapping[str, str], column: Column, indicator: Indicator | None, units: tuple[str, ...]
) -> Precision:
    """How exact a target is: as its indicator declares; else rounded where its row is.

    A target of as many decimals as its realisasi may have been cut to them with it (0,162 and
    0,186 per mille print 0,16 and 0,19): their printed capaian is then no misprint.
    """
    if column.bentuk != "target" or column.presisi != "eksak":
        return column.presisi
    if indicator and indicator.presisi_target:
        return indicator.presisi_target
    target, reached = (
        _decimals(record.get(name, ""), column, units) for name in (column.name, "realisasi")
    )
    counted = indicator is None or indicator.presisi == "eksak"
    return "bulat" if 0 < target == reached and not counted else "eksak"


def _decimals(text: str, column: Column, units: tuple[str, ...]) -> int:
    try:
        return read(text, column.gaya, column.strip, units).decimals
    except Unreadable:
        return 0  # a bound or a range, or told with its cell when the table is read


def _units(record: Mapping[str, str], indicator: Indicator | None) -> tuple[str, ...]:
    """The words that may follow this row's figures: its indicator's unit, and that of its row."""
    told = (indicator.satuan if indicator else "", " ".join(record.get("satuan", "").split()))
    return tuple(unit for unit in told if unit)


def _is_missing(text: str) -> bool:
    try:
        return read(text).value is None
    except Unreadable:
        return False


def _graded(column: Column, text: str, indicator: Indicator) -> Column:
    """A grade of the indicator's own order, read as a category.

    A text that is none of its grades stays a figure to be read, and is told as unreadable.
    """
    known = same_label(text) in map(same_label, indicator.urutan)
    return replace(column, tipe="kategori") if known else column
