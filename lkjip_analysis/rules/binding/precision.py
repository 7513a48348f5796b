"""How closely a printed figure is known where more tells it than its own digits.

A count is whole: 40 cases are not 40,96 cut off, but a mean of counts may be. And figures that
stand side by side are printed alike: a 100 in a row of two decimals is 100,00 and not anything that
would round to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import Linear, Quotient, Rule, Same

COUNTED = frozenset({
    "orang", "jiwa", "pegawai", "siswa", "murid", "guru", "pasien", "anak", "balita", "bayi",
    "kasus", "perkara", "kejadian", "dokumen", "laporan", "kegiatan", "program", "indikator",
    "sasaran", "desa", "kelurahan", "kecamatan", "nagari", "sekolah", "puskesmas", "koperasi",
    "pasar", "kelompok", "lembaga", "perusahaan", "peserta", "penduduk", "rumah", "unit", "buah",
    "paket", "kali",
})  # fmt: skip
"""Things that are counted, as the unit of a figure or the subject of a sentence names them."""


def as_meant(report: Report, rules: Sequence[Rule]) -> Report:
    """The report with counts exact and figures of one row as close as their neighbours."""
    rows = dict(_beside_longer(report, rules))
    return report.holding([*rows.values(), *_counts(report, rules), *_means(report, rules)])


def _means(report: Report, rules: Sequence[Rule]) -> Iterator[Cell]:
    """Whole means in columns of counts: two counts exact to the digit have a mean of 68,5."""
    for rule in rules:
        if isinstance(rule, Linear) and not rule.leaves_rest:
            cell = report.cell(rule.result)
            if cell.is_figure and cell.precision == "eksak" and cell.decimals == 0:
                yield replace(cell, precision="bulat")


def _counts(report: Report, rules: Sequence[Rule]) -> Iterator[Cell]:
    """Whole counts that other figures are reckoned from: their `bulat` leaves nothing open."""
    reckoned = {rule.result for rule in rules if not isinstance(rule, Same)}
    each = {
        rule.second
        for rule in rules
        if isinstance(rule, Quotient) and rule.per == 1 and isinstance(rule.second, Address)
    }
    inputs = {part for rule in rules if isinstance(rule, Quotient) for part in rule.cells}
    for where in inputs - reckoned:
        cell = report.cell(where)
        is_whole = cell.is_figure and cell.half and cell.decimals == 0
        if is_whole and (where in each or _is_of_things(report, cell)):
            yield replace(cell, precision="eksak")


def _is_of_things(report: Report, cell: Cell) -> bool:
    """Is this a count by its unit, or where it has none by the subject of its sentence?"""
    where = cell.address
    table, unit = report.tables[where.table], cell.column.satuan
    if table.name == CLAIMS:
        unit = report.text(where._replace(column="satuan")) or table.row_name(where.row)
    elif where.row in report.indicators and unit == "satuan indikator":
        unit = report.indicators[where.row].satuan
    return is_of_things(unit)


def is_of_things(unit: str) -> bool:
    """Does a unit name things that are counted, of which none is a part?

    >>> is_of_things("orang"), is_of_things("ton"), is_of_things("kasus per 1.000 orang")
    (True, False, False)
    """
    words = re.findall(r"[a-z]+", unit.casefold())
    is_rate = any(sign in unit.casefold() for sign in ("%", "per ", "persen", "rasio", "rata"))
    return not is_rate and bool(COUNTED.intersection(words))


def _beside_longer(report: Report, rules: Sequence[Rule]) -> Iterator[tuple[Address, Cell]]:
    """Rounded figures of one row and unit whose mean or sum the row prints, with their decimals."""
    for rule in rules:
        if not isinstance(rule, Linear):
            continue
        cells = [report.cell(where) for where in rule.inputs]
        if len({(*cell.address[:2], cell.column.satuan) for cell in cells}) != 1:
            continue
        longest = max(cell.decimals for cell in cells)
        for cell in cells if rule.result.row == cells[0].address.row else ():
            if cell.half and cell.address.table != CLAIMS and 0 <= cell.decimals < longest:
                # Exact, for no zeros are printed that could have been added.
                yield cell.address, replace(cell, precision="eksak", decimals=longest)
