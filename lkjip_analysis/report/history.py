"""The reports of one agency over the years, read only where a comparison asks for them.

A year that cannot be read keeps no other from being compared; it is told in `unread`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from lkjip_analysis.errors import InputError
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Indicator, Report, Scale
from lkjip_analysis.report.reports_at_hand import folder_of, years_of
from lkjip_analysis.report.same_indicators import same_series
from lkjip_analysis.report.series import Break, Series


@dataclass(frozen=True)
class History:
    """One agency's reports by year, and why some years could not be read."""

    instansi: str
    reports: Mapping[int, Report]
    unread: tuple[str, ...] = ()

    @property
    def latest(self) -> Report:
        return self.reports[max(self.reports)]

    @cached_property
    def renamed(self) -> Mapping[tuple[int, str], str]:
        """The code of a series, by the year and code of a report that calls it otherwise."""
        return same_series(self.reports)

    def code(self, tahun: int, kode: str) -> str:
        """The code that a code of one year's report has over the years."""
        return self.renamed.get((tahun, kode), kode)

    def called(self, tahun: int, kode: str) -> str:
        """What the report of a year calls one of its indicators."""
        report = self.reports.get(tahun)
        indicator = report.indicators.get(kode) if report else None
        return indicator.nama if indicator else kode

    @property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator by its code, as the latest report that has it declares it."""
        return {
            self.code(year, k): i
            for year in sorted(self.reports)
            for k, i in self.reports[year].indicators.items()
        }

    @property
    def series(self) -> dict[str, Series]:
        """Every series by its code: the declared ones, and each indicator."""
        found = {
            kode: Series(kode, one.nama, one.singkat, one.satuan, one.arah)
            for kode, one in self.indicators.items()
        }
        for year in sorted(self.reports):
            declared = self.reports[year].over_years.series
            found |= {self.code(year, kode): one for kode, one in declared.items()}
        return found

    @property
    def breaks(self) -> tuple[Break, ...]:
        return tuple(
            replace(b, kode=self.code(year, b.kode))
            for year in sorted(self.reports)
            for b in self.reports[year].over_years.breaks
        )

    def declaring(self, kode: str, tahun: int) -> tuple[Report, str] | None:
        """The report whose formula and cap an indicator has in a year, and its code there: that
        year's, else the latest that declares it.
        """
        own = [tahun] if tahun in self.reports else []
        for year in (*own, *sorted(self.reports, reverse=True)):
            report = self.reports[year]
            told = (k for k in report.indicators if self.code(year, k) == kode)
            if (found := next(told, None)) is not None:
                return report, found
        return None

    def scale(self, tahun: int) -> Scale | None:
        """The scale of achievement that the report of a year prints, if it is at hand."""
        report = self.reports.get(tahun)
        return report.scales.get("capaian") if report else None


def history(instansi: str, data: Path | str | None = None) -> History:
    """All years of an agency that are at hand.

    Raises: InputError for an unknown agency, or where no year can be read.
    """
    years = years_of(instansi, data)
    if not years:
        folder_of(instansi, 0, data)  # names the agencies that are at hand
    return _read(instansi, years, data, {})


def around(report: Report, data: Path | str | None = None) -> History:
    """A report with the other years of its agency; alone where they are not at hand."""
    years = years_of(report.instansi, data)
    return _read(report.instansi, years, data, {report.tahun: report})


def _read(
    instansi: str, years: tuple[int, ...], data: Path | str | None, known: Mapping[int, Report]
) -> History:
    reports, failed = dict(known), {}
    for year in years:
        try:
            reports[year] = reports.get(year) or load(instansi, year, data)
        except InputError as error:
            failed[year] = error
    if not reports:
        raise InputError([problem for error in failed.values() for problem in error.problems])
    unread = tuple(f"{year}: {error}" for year, error in failed.items())
    return History(instansi, dict(sorted(reports.items())), unread)
