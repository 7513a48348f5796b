"""The reports of one agency over the years, read only where a comparison asks for them.

A year that cannot be read keeps no other from being compared; it is told in `unread`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.errors import InputError
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Indicator, Report, Scale
from lkjip_analysis.report.reports_at_hand import folder_of, years_of
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

    @property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator by its code, as the latest report that has it declares it."""
        return {
            k: i for year in sorted(self.reports) for k, i in self.reports[year].indicators.items()
        }

    @property
    def series(self) -> dict[str, Series]:
        """Every series by its code: the declared ones, and each indicator."""
        found = {
            kode: Series(kode, one.nama, one.singkat, one.satuan, one.arah)
            for kode, one in self.indicators.items()
        }
        for year in sorted(self.reports):
            found |= self.reports[year].over_years.series
        return found

    @property
    def breaks(self) -> tuple[Break, ...]:
        return tuple(
            b for year in sorted(self.reports) for b in self.reports[year].over_years.breaks
        )

    def declaring(self, kode: str, tahun: int) -> Report | None:
        """The report whose formula and cap an indicator has in a year: that year's, else the
        latest that declares it.
        """
        own = self.reports.get(tahun)
        if own and kode in own.indicators:
            return own
        others = (self.reports[year] for year in sorted(self.reports, reverse=True))
        return next((report for report in others if kode in report.indicators), None)

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
