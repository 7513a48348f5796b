"""What a document repeats of another year, held against that year's report of the same agency.

"Realisasi 2022" in the report of 2023 prints again what the report of 2022 printed. Which of the
two is right cannot be told here: a figure may have been revised since, so both are named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.judging.borne_out import BETWEEN_YEARS
from lkjip_analysis.checking.other_years import disagreement
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.output.examined.basis.measured_cells import Measured, measured_columns
from lkjip_analysis.output.examined.holding_back.believed_relations import OF_YEAR, Support
from lkjip_analysis.report import points
from lkjip_analysis.report.indicator_columns import OF_INDICATOR
from lkjip_analysis.report.points import Point
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.series import same_unit
from lkjip_analysis.report.tables import Address, Cell, Table

Column = list[tuple[Point, Point]]
"""The figures of a column that another year's report prints as well, each with that print."""


@dataclass(frozen=True)
class Repeated:
    """The columns of a document that repeat another year, and are believed to."""

    columns: tuple[Column, ...]

    def findings(self, report: Report) -> tuple[Finding, ...]:
        """A finding for each figure that differs from what that year's own report prints."""
        return tuple(
            disagreement(report, point, [other])
            for column in self.columns
            for point, other in column
            if not other.agrees(point)
        )

    @property
    def compared(self) -> frozenset[Address]:
        """The figures that were held against that year's own report."""
        return frozenset(point.cell.address for column in self.columns for point, _ in column)

    @property
    def support(self) -> dict[str, Support]:
        """How many of the figures that are repeated agree."""
        pairs = [pair for column in self.columns for pair in column]
        agree = sum(other.agrees(point) for point, other in pairs)
        return {BETWEEN_YEARS: Support(agree, len(pairs), OF_YEAR)} if pairs else {}

    @property
    def sentences(self) -> list[str]:
        """For each year how many figures were held against its own report."""
        pairs = grouped((pair[0].tahun, pair) for column in self.columns for pair in column)
        return [
            worded(
                "Laporan tahun {tahun} ada di sini: {agree} dari {count} angkanya yang diulang "
                "dokumen ini sama.",
                tahun=tahun,
                agree=sum(other.agrees(point) for point, other in held),
                count=len(held),
            )
            for tahun, held in sorted(pairs.items())
        ]


def repeated(report: Report, others: Iterable[Report]) -> Repeated:
    """What a report repeats of the years that these other reports are of.

    A column of which more figures differ than agree measures something else, and is left alone.
    """
    printed = grouped(pair for other in others for pair in _of_own_year(other))
    if not printed:
        return Repeated(())
    columns = (
        [
            (point, other)
            for measured, point in _points(
                report, table, [pair for pair in column if pair[0] in printed]
            )
            if (other := _same(point, printed[measured]))
        ]
        for table, column in measured_columns(report)
    )
    return Repeated(tuple(column for column in columns if _is_believed(column)))


def _is_believed(column: Column) -> bool:
    agree = sum(other.agrees(point) for point, other in column)
    return agree > 0 and 2 * agree >= len(column)


def _of_own_year(report: Report) -> Iterator[tuple[Measured, Point]]:
    """What a report prints of its own year, by what it measures."""
    for table, column in measured_columns(report):
        for measured, point in _points(report, table, column):
            if measured.year == report.tahun:
                yield measured, point


def _same(point: Point, printed: Sequence[Point]) -> Point | None:
    """The print of that year that speaks of the same figure: one that agrees, where one does.

    None where that report differs from itself.
    """
    alike = [p for p in printed if not (p.satuan and point.satuan) or p.satuan == point.satuan]
    agreeing = [other for other in alike if other.agrees(point)]
    if agreeing:
        return agreeing[0]
    return alike[0] if len({other.nilai for other in alike}) == 1 else None


def _points(
    report: Report, table: Table, column: Sequence[tuple[Measured, Cell]]
) -> Iterator[tuple[Measured, Point]]:
    for measured, cell in column:
        point = points.own(report, cell, cell.address.row, measured.word, measured.year)
        yield measured, replace(point, satuan=_unit(table, cell))


def _unit(table: Table, cell: Cell) -> str:
    """The unit of a figure, where its column or its row prints one."""
    if cell.column.satuan != OF_INDICATOR:
        return same_unit(cell.column.satuan)
    printed = table.cells.get(Address(table.name, cell.address.row, "satuan"))
    return same_unit(printed.text) if printed else ""
