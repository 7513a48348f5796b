"""Other years of an indicator in a table with a row for each year.

A report says that a realisasi is the figure of its year in such a table (`sama`); then the rows of
the other years print what the indicator was there, and nothing has to declare them one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import permutations
from typing import Any

from lkjip_analysis.report.rejected_relations import is_rejected
from lkjip_analysis.report.report import Report, RuleSpec
from lkjip_analysis.report.tables import Address, Table

MEASURE = "realisasi"


def other_years(report: Report) -> Iterator[tuple[str, int, Address]]:
    """The indicator, the year and the cell of each figure of another year that such a table has."""
    seen: set[tuple[str, Address]] = set()
    for spec in report.specs:
        if spec.entries.get("jenis") != "sama" or is_rejected(report, spec.stem):
            continue
        for kode, source in _tied(report, spec):
            for year, cell in _column(report, source):
                if (kode, cell) not in seen and report.is_figure(cell):
                    seen.add((kode, cell))
                    yield kode, year, cell


def _tied(report: Report, spec: RuleSpec) -> Iterator[tuple[str, Address]]:
    """The indicator of which a relation says that its realisasi is a cell of its year's row."""
    ends = [cell for role in ("hasil", "sumber") for cell in _cell(spec.entries.get(role))]
    for own, source in permutations(ends, 2):
        is_own = _type(report, own) == "capaian" and own.column == MEASURE
        if is_own and own.row in report.indicators and source.row == str(report.tahun):
            yield own.row, source


def _cell(told: Any) -> Iterator[Address]:
    """The one cell that an entry names. Of several each belongs to that of its own row, which is
    no year's."""
    texts = told if isinstance(told, list) else [told]
    if len(texts) == 1:
        with suppress(ValueError):
            yield Address.parse(str(texts[0]))


def _type(report: Report, cell: Address) -> str:
    table = report.tables.get(cell.table)
    return table.type.name if table else ""


def _column(report: Report, source: Address) -> Iterator[tuple[int, Address]]:
    """The cells of a column in the rows of other years, where each row is a year."""
    table = report.tables.get(source.table)
    if table is None or not _is_by_year(table):
        return
    for row in table.rows:
        cell = Address(table.name, row, source.column)
        if row != source.row and cell in table.cells:
            yield int(row), cell


def _is_by_year(table: Table) -> bool:
    return all(len(row) == 4 and row.isdecimal() for row in table.rows)
