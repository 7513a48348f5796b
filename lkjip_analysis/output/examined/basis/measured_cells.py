"""What each figure of a report measures, of what and of which year, by its heading and its row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.relations.basis.measures import Measure, measure_of
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.schema import Column
from lkjip_analysis.report.series import PERCENT
from lkjip_analysis.report.tables import Address, Cell, Table

BEFORE = frozenset({"lalu"})
"""Of a heading without a year: the year before the report's."""


class Measured(NamedTuple):
    """What is measured ("realisasi"), of what (the row's name in words that compare), and when."""

    word: str
    name: str
    year: int


def measured_columns(report: Report) -> Iterator[tuple[Table, list[tuple[Measured, Cell]]]]:
    """Each column whose heading or title says what it measures and of which year: its figures.

    Totals are left out: they are of the rows of their table.
    """
    for table in report.tables.values():
        columns = [c for c in table.type.columns.values() if c.is_number and table.name != CLAIMS]
        names = {row: plain_words(table.row_name(row)) for row in table.rows if columns}
        for column in columns:
            measure = _measure(report, table, column)
            if measure.word and measure.year:
                yield table, list(_figures(table, names, column, measure))


class MeasuredCells:
    """The figures of a report by what they measure."""

    def __init__(self, report: Report) -> None:
        pairs = [pair for _, column in measured_columns(report) for pair in column]
        self._cells = grouped(pairs)
        self._measured = {cell.address: measured for measured, cell in pairs}

    def like(self, cell: Cell) -> Sequence[Cell]:
        """The figures that measure what this one does, itself among them."""
        measured = self._measured.get(cell.address)
        return self._cells[measured] if measured else ()


def _figures(
    table: Table, names: Mapping[str, str], column: Column, measure: Measure
) -> Iterator[tuple[Measured, Cell]]:
    for row, name in names.items():
        cell = table.cells.get(Address(table.name, row, column.name))
        if cell and cell.is_figure and not cell.derived and name:
            assert measure.year is not None
            yield Measured(measure.word, name, measure.year), cell


def _measure(report: Report, table: Table, column: Column) -> Measure:
    """What a column measures and of which year; of no year where it is of a part of one."""
    title = table.title
    told = measure_of(column.judul, title, column.satuan == PERCENT, report.tahun)
    if measure_of(title, "", False, report.tahun).stages - BEFORE:
        return replace(told, year=None)
    if told.stages == BEFORE and told.year is None:
        return replace(told, year=report.tahun - 1)
    if told.stages:
        return replace(told, year=None)
    years = years_in(title)
    if told.year == report.tahun and not years_in(column.judul) and len(years) == 1:
        return replace(told, year=next(iter(years)))
    return told
