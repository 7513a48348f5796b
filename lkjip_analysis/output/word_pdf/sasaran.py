"""The indicators of one sasaran, as the achievement tables print them and as they compute."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isnan

from lkjip_analysis.analysis import frames
from lkjip_analysis.language import worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import meant, number
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.row_names import UNNUMBERED
from lkjip_analysis.report.tables import Address, Cell, Table, same_label

FIGURE, NO_DIGIT = re.compile(r"\d[\d.,]*\d|\d"), re.compile(r"\D")


@dataclass(frozen=True)
class Sasaran:
    """The rows of one sasaran in one table; iterating gives their keys."""

    report: Report
    table: Table
    code: str
    rows: tuple[str, ...]

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    @property
    def key(self) -> str:
        return f"{self.table.name}.{self.code}"

    @property
    def short(self) -> str:
        return worded("sasaran {code}", code=self.code) if self.code else "indikator"

    @property
    def title(self) -> str:
        return named(self.report, self.code)

    def name(self, row: str) -> str:
        """What the row is about, with its unit where the print does not name it."""
        told, indicator = self.table.row_name(row), self.report.indicators.get(row)
        unit = indicator.satuan if indicator else ""
        return f"{told} ({unit})" if unit and "(" not in told else told

    def text(self, row: str, column: str) -> str:
        """What is printed; a figure with the comma and points that the chapter has."""
        told = self.report.text(Address(self.table.name, row, column))
        value = self.cell(row, column)
        if value is None or not value.is_figure or value.point < 0:
            return told
        ours = number(float(value.point), max(value.decimals, 0))
        same_digits = NO_DIGIT.sub("", ours) == NO_DIGIT.sub("", told)
        return FIGURE.sub(ours, told, count=1) if same_digits else told

    def cell(self, row: str, column: str) -> Cell | None:
        return self.table.cells.get(Address(self.table.name, row, column))

    def value(self, row: str, column: str) -> Fraction | None:
        cell = self.cell(row, column)
        return cell.point if cell and cell.is_figure else None

    def capaian(self, row: str) -> Cell | None:
        return self.cell(row, "capaian")

    def computed(self, row: str) -> Fraction | None:
        """capaian by the indicator's own formula, exactly; None where it is undefined."""
        target, realisasi = self.value(row, "target"), self.value(row, "realisasi")
        if target is None and (told := self.text(row, "target")):
            reached = self.text(row, "realisasi") if realisasi is None else float(realisasi)
            found = frames.capaian_tanpa_angka(self.report, row, told, reached)
            return None if isnan(found) else meant(found)
        if target is None or realisasi is None:
            return None
        return self.report.capaian(row, realisasi, target)

    def is_as_computed(self, row: str) -> bool:
        """Does the print tell the capaian that the figures give, where they give any?"""
        cell, exact = self.capaian(row), self.computed(row)
        return exact is None or bool(cell and cell.is_figure and is_rounding(cell, exact))

    def shown_capaian(self, row: str) -> str:
        """The capaian that the figures give, as on the pages; the print beside it where it is
        another one."""
        printed = self.text(row, "capaian")
        if self.is_as_computed(row):
            return printed
        computed = shown(self.computed(row))
        if not printed:
            return computed
        return worded("{computed} (tercetak: {printed})", computed=computed, printed=printed)

    def category(self, row: str) -> str:
        """The class of the capaian that is shown, and the printed one where it is another."""
        printed, scale = self.text(row, "kategori"), self.report.scales.get("capaian")
        exact, cell = self.computed(row), self.capaian(row)
        told = self.value(row, "capaian") if exact is None else exact
        if scale is None or told is None:
            return printed
        decimals = max(cell.decimals, 0) if cell and cell.is_figure else 2
        found = (
            metrics.kategori(told, scale.pita)
            if exact is None
            else metrics.kategori_dihitung(told, scale.pita, decimals)
        )
        computed = found or worded("tanpa kategori")
        if printed and same_label(printed) not in same_label(computed).split(" atau "):
            return worded("{computed} (tercetak: {printed})", computed=computed, printed=printed)
        return printed or computed


def groups(report: Report) -> Iterator[Sasaran]:
    """Each sasaran of each achievement table, in the order of the report."""
    for table in frames.of_type(report, "capaian"):
        codes = [row.rpartition(".")[0] for row in table.rows]
        for code in dict.fromkeys(codes):
            rows = tuple(row for row in table.rows if row.rpartition(".")[0] == code)
            yield Sasaran(report, table, code, rows)


def named(report: Report, code: str) -> str:
    """What a reader calls a sasaran: its number and, where it is declared, its words."""
    words = report.sasaran.get(code, "")
    if not code or code == worded(UNNUMBERED):
        return worded("Indikator tanpa sasaran")
    return (
        worded("Sasaran {code}: {words}", code=code, words=words)
        if words
        else worded("Sasaran {code}", code=code)
    )


def rerata(report: Report) -> dict[str, Fraction]:
    """Mean capaian of each sasaran in percent, by its code; those without data are left out."""
    return _means(report, lambda group, row: group.computed(row))


def rerata_tercetak(report: Report) -> dict[str, Fraction]:
    """The same of the capaian as it is printed."""
    return _means(report, lambda group, row: group.value(row, "capaian"))


def year_mean(report: Report) -> Fraction:
    """The mean of the year: of its indicators where the report's own is, else of the means of its
    sasaran. Raises: ValueError where no capaian is known."""
    return _year_mean(report, lambda group, row: group.computed(row))


def year_mean_as_printed(report: Report) -> Fraction | None:
    """The same of the capaian as it is printed; None where none is."""
    if not rerata_tercetak(report):
        return None
    return _year_mean(report, lambda group, row: group.value(row, "capaian"))


def _year_mean(report: Report, of: Callable[[Sasaran, str], Fraction | None]) -> Fraction:
    if is_mean_of_indicators(report):
        return metrics.rerata([value for values in _known(report, of).values() for value in values])
    return metrics.rerata(list(_means(report, of).values()))


def is_mean_of_indicators(report: Report) -> bool:
    """Is the report's own mean of the year that of its indicators?"""
    return frames.is_mean_of_indicators(frames.kinerja(report))


def _means(report: Report, of: Callable[[Sasaran, str], Fraction | None]) -> dict[str, Fraction]:
    return {code: metrics.rerata(values) for code, values in _known(report, of).items() if values}


def _known(
    report: Report, of: Callable[[Sasaran, str], Fraction | None]
) -> dict[str, list[Fraction]]:
    """The capaian of each sasaran's indicators that have one, as it counts in a mean."""
    found: dict[str, list[Fraction]] = {}
    cap = frames.kinerja(report).attrs.get("batas")
    for group in groups(report):
        known = [value for row in group if (value := of(group, row)) is not None]
        found.setdefault(group.code, []).extend(metrics.dibatasi(value, cap) for value in known)
    return found


def is_rounding(cell: Cell | None, exact: Fraction | None) -> bool:
    """Is the print of a figure the exact one, rounded to what is printed?"""
    if cell is None or not cell.is_figure or exact is None:
        return True
    return abs(cell.point - exact) <= step(cell.decimals) / 2


def shown(value: Fraction | None, decimals: int = 2) -> str:
    """A computed figure as it is printed; "n/a" where there is none."""
    return "n/a" if value is None else number(value, decimals)
