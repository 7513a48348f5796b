"""Which measures add up over the parts of a year: counts and money do, rates and scores do not.

A rate of four quarters has no sum, and one since the year began may fall. A table of quarters tells
it by the unit and name of a row, and by its targets: a target that is the same in each quarter and
for the year, or that falls, is no count of what was done so far.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.report.indicator_columns import OF_INDICATOR
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.series import PERCENT, same_unit
from lkjip_analysis.report.tables import Address, Cell, Table

RATE_UNIT = re.compile(
    r"%|/|‰|\b(persen|persentase|per|permil|promil|poin|skor|nilai|indeks|rasio|rata|level|"
    r"tingkat|kategori|predikat|skala|derajat|angka|tahun|bulan|minggu|hari|jam|menit|detik)\b",
    re.IGNORECASE,
)
RATE_NAME = re.compile(
    r"%|\b(persentase|prosentase|persen|tingkat|indeks|rasio|rata|rerata|skor|laju|pertumbuhan|"
    r"proporsi|cakupan|kontribusi|umur|usia|prevalensi|derajat|kepuasan|inflasi|gini|"
    r"kemiskinan|pengangguran|angka (kematian|kesakitan|harapan|partisipasi|putus|melek|kelahiran|"
    r"kelulusan|kebebasan|prevalensi|kemiskinan)|opini|predikat|maturitas|kematangan|stunting|"
    r"capaian|efektivitas|efisiensi|per kapita|ipm|lpe|ikm|tpt|sakip|spbe)\b",
    re.IGNORECASE,
)
STOCK = re.compile(r"\b(penduduk|miskin|aktif|penganggur|tersedia|pegawai|asn|aset)\b", re.I)
"""What is counted at a moment; it may fall without an error."""
QUARTERS = ("i", "ii", "iii", "iv")


def is_additive(unit: str, name: str, whole: bool) -> bool:
    """Does a measure of this unit and name add up? Without a unit, only whole numbers may."""
    if RATE_UNIT.search(unit) or STOCK.search(name):
        return False
    if unit.strip(" -"):
        return not re.search(r"%|\b(persentase|prosentase|persen|rata|rerata|rasio)\b", name, re.I)
    return whole and not RATE_NAME.search(name)


def unit_of_amounts(report: Report, where: Address) -> str | None:
    """The unit of a figure, nothing where none is told; None where it is a rate, or a score of an
    indicator, of which no part can stand with another row."""
    table = report.tables[where.table]
    column = table.type.columns[where.column]
    printed = table.cells[where].printed
    if same_unit(column.satuan) == PERCENT and column.satuan_tercetak:
        # Percents beside persons in one column: each row is an indicator with a unit of its own.
        unit = (printed.unit if printed else "") or column.satuan
    elif column.satuan != OF_INDICATOR:
        return same_unit(column.satuan)
    else:
        indicator = report.indicators.get(where.row)
        unit = _text(table, where.row, "satuan") or (indicator.satuan if indicator else "")
    whole = table.cells[where].decimals <= 0
    return same_unit(unit) if is_additive(unit, table.row_name(where.row), whole) else None


def row_is_additive(table: Table, row: str, unit: str) -> bool:
    """Does this row of a table of quarters add up, so that its quarters may be held together?"""
    cells = [cell for column in table.type.columns if (cell := _figure(table, row, column))]
    if any("%" in cell.text for cell in cells):
        return False
    told = _text(table, row, "satuan") or unit
    whole = all(cell.decimals <= 0 for cell in cells)
    measured = ("target",) if told else ("target", "realisasi")
    level = any(_is_level(table, row, measure) for measure in measured)
    return is_additive(told, table.row_name(row), whole) and not level


def _is_level(table: Table, row: str, measure: str) -> bool:
    """Do the figures tell a level? The year's is that of the last quarter, or targets fall."""
    parts = [_figure(table, row, f"{measure}_{quarter}") for quarter in QUARTERS]
    values = [cell.point for cell in parts if cell]
    year = _figure(table, row, measure)
    if len(values) < len(QUARTERS):
        return False
    if _is_so_far(table):
        return measure == "target" and (_falls(values) or len(set(values)) == 1)
    return year is not None and values[-1] == year.point and any(values[:-1])


def _is_so_far(table: Table) -> bool:
    """Does the type of this table print what was done since the year began?"""
    return table.type.name == "triwulan_kumulatif"


def _falls(values: Sequence[Fraction]) -> bool:
    return any(later < earlier for earlier, later in pairwise(values))


def _figure(table: Table, row: str, column: str) -> Cell | None:
    cell = table.cells.get(Address(table.name, row, column))
    return cell if cell and cell.column.is_number and cell.is_figure else None


def _text(table: Table, row: str, column: str) -> str:
    cell = table.cells.get(Address(table.name, row, column))
    return cell.text.strip() if cell else ""
