"""The figures of reports as points in time: whose, of which year and period, from which document.

Achievement, quarterly and budget tables are read by themselves; other cells are placed by `tren`
of laporan.yaml, statements by their own row. Nothing is merged here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.report import statements, yearly_rows
from lkjip_analysis.report.history import History
from lkjip_analysis.report.period import QUARTERS, Period, read_period
from lkjip_analysis.report.report import Layer, Report
from lkjip_analysis.report.series import PERCENT, PERCENTAGES, same_unit
from lkjip_analysis.report.statements import COPIED, ORIGINS, Origin
from lkjip_analysis.report.tables import Address, Cell, Table

BUDGET = "anggaran"
"""The code of the budget's series: the total row of the budget table."""

COLUMNS: dict[str, tuple[str, int]] = {
    "target": ("target", 0),
    "realisasi": ("realisasi", 0),
    "capaian": ("capaian", 0),
    "realisasi_lalu": ("realisasi", -1),
    "capaian_lalu": ("capaian", -1),
    "target_renstra": ("target_akhir", 0),
}
"""Columns of an achievement table: what each measures, and of which year."""


@dataclass(frozen=True)
class Point:
    """One printed figure: its series, measure and period, and the document it stands in.

    `laporan` is the year of the folder it was read from, `dari` the cell of another year's report
    that it copies, `dicetak` the print that a correction replaced.
    """

    kode: str
    ukuran: str
    tahun: int
    period: Period
    cell: Cell
    satuan: str
    asal: Origin
    sumber: str
    laporan: int
    layer: Layer = "tercetak"
    catatan: str = ""
    is_statement: bool = False
    dari: tuple[int, Address] | None = None
    dicetak: str = ""

    @property
    def nilai(self) -> Fraction:
        return self.cell.point

    @property
    def key(self) -> tuple[str, str, int, str]:
        """Points with one key speak of the same thing."""
        return self.kode, self.ukuran, self.tahun, self.period.text

    @property
    def document(self) -> str:
        """The document that a figure was printed in; a copy is in the document it copies."""
        if self.dari:
            return worded("laporan {tahun}", tahun=self.dari[0])
        return self.sumber if self.is_statement else worded("laporan {tahun}", tahun=self.laporan)

    @property
    def rank(self) -> int:
        """How close the document is to the year's own report; 0 is the report itself."""
        return ORIGINS.index(self.asal)

    def agrees(self, other: Point) -> bool:
        """Could both be prints of one number?"""
        return self.cell.interval.meets(other.cell.interval)


def of_history(history: History) -> list[Point]:
    """All figures of an agency in order of time, copies of a cell that is at hand left out."""
    found = [
        point
        for report in history.reports.values()
        for point in in_series((*of(report), *of_year_rows(report), *corrected(report)), history)
    ]
    kept = [p for p in found if not (p.dari and p.dari[0] in history.reports)]
    return sorted(kept, key=lambda p: (p.kode, p.ukuran, p.period.position, p.rank))


def of(report: Report) -> Iterator[Point]:
    """The figures of one folder as printed."""
    for table in report.tables.values():
        if table.type.name == "capaian":
            yield from _achievement(report, table)
        elif table.type.name == "anggaran":
            yield from _budget(report, table)
        elif table.type.name in ("triwulan", "triwulan_kumulatif"):
            yield from _quarters(report, table)
        elif table.type.name == statements.TYPE:
            yield from _statements(report, table)
    for placed in report.over_years.placed:
        cell = report.cell(placed.sel)
        if cell.is_figure:
            point = own(report, cell, placed.kode, placed.ukuran, placed.tahun, placed.periode)
            yield replace(point, catatan=placed.catatan)


def of_year_rows(report: Report) -> Iterator[Point]:
    """What indicators were in other years, by tables of the report with a row for each year."""
    for kode, tahun, address in yearly_rows.other_years(report):
        yield own(report, report.cell(address), kode, yearly_rows.MEASURE, tahun)


def in_series(points: Iterable[Point], history: History) -> Iterator[Point]:
    """The points under the code that their series has over the years; what it was, as a note."""
    for point in points:
        code = history.code(point.laporan, point.kode)
        if code == point.kode:
            yield point
        else:
            told = worded(
                'dalam laporan {tahun} bernama "{nama}" ({kode})',
                tahun=point.laporan,
                nama=history.called(point.laporan, point.kode),
                kode=point.kode,
            )
            yield replace(point, kode=code, catatan="; ".join(filter(None, (point.catatan, told))))


def corrected(report: Report) -> Iterator[Point]:
    """The points whose cells were corrected, as they are used."""
    cells = {correction.address for correction in report.corrections}
    if cells:
        for point in of(report.used()):
            if point.cell.address in cells:
                printed = report.text(point.cell.address)
                yield replace(point, layer="dipakai", dicetak=printed)


def own(report: Report, cell: Cell, kode: str, ukuran: str, tahun: int, periode: str = "") -> Point:
    """A figure that the report of `report.tahun` prints itself, of its own year or another."""
    asal: Origin = "laporan tahun itu" if tahun == report.tahun else "laporan tahun berikutnya"
    table = report.tables[cell.address.table]
    place = table.label
    if table.name == "klaim":
        place = table.cell(cell.address.row, "bagian").text
    return Point(
        kode,
        ukuran,
        tahun,
        read_period(periode, tahun),
        cell,
        _unit(report, cell, kode, ukuran),
        asal,
        worded("laporan {tahun}, {place}", tahun=report.tahun, place=place),
        report.tahun,
    )


def _unit(report: Report, cell: Cell, kode: str, ukuran: str) -> str:
    if ukuran in PERCENTAGES:
        return PERCENT
    if kode in report.indicators:
        return report.indicators[kode].satuan
    declared = report.over_years.series.get(kode)
    return same_unit(declared.satuan if declared and declared.satuan else cell.column.satuan)


def _achievement(report: Report, table: Table) -> Iterator[Point]:
    for row in table.rows:
        for column, (ukuran, years) in COLUMNS.items():
            cell = table.cells.get(Address(table.name, row, column))
            if cell and cell.is_figure:
                yield own(report, cell, row, ukuran, report.tahun + years)


def _budget(report: Report, table: Table) -> Iterator[Point]:
    for row in (key for key in table.keys if key in table.type.total):
        for column in ("pagu", "realisasi", "serapan"):
            cell = table.cells.get(Address(table.name, row, column))
            if cell and cell.is_figure:
                yield own(report, cell, BUDGET, column, report.tahun)


def _quarters(report: Report, table: Table) -> Iterator[Point]:
    """Each quarter; cumulative figures speak of the year so far, which their note says."""
    note = "sejak awal tahun" if table.type.name == "triwulan_kumulatif" else ""
    for row in table.rows:
        for ukuran in ("target", "realisasi"):
            for name, periode in zip(("i", "ii", "iii", "iv"), QUARTERS, strict=True):
                cell = table.cells.get(Address(table.name, row, f"{ukuran}_{name}"))
                if cell and cell.is_figure:
                    point = own(report, cell, row, ukuran, report.tahun, periode)
                    yield replace(point, catatan=note)


def _statements(report: Report, table: Table) -> Iterator[Point]:
    for row in table.rows:
        told = {name: statements.text_of(table, row, name) for name in table.type.columns}
        cell = table.cell(row, "nilai")
        if not (told["deret"] and cell.is_figure):
            continue
        tahun = int(told["tahun"] or report.tahun)
        copied = COPIED.fullmatch(told["dari"])
        yield Point(
            told["deret"],
            told["ukuran"],
            tahun,
            read_period(told["periode"], tahun),
            cell,
            same_unit(told["satuan"]),
            next(origin for origin in ORIGINS if origin == told["jenis_sumber"]),
            told["sumber"],
            report.tahun,
            catatan=told["catatan"],
            is_statement=True,
            dari=(int(copied["tahun"]), Address.parse(copied["sel"])) if copied else None,
        )
