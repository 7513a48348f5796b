"""Which definition of efficiency a report uses: the one that gives the figure it calls so."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.report import Report, RuleSpec
from lkjip_analysis.report.tables import Address, Cell

USED = "; dipakai laporan ini"


def definitions_used(report: Report) -> dict[Address, str]:
    """The definition behind each figure that the report calls efficiency, by its cell.

    Nothing of a figure that no definition gives: what is not printed so is not said to be.
    """
    found: dict[Address, str] = {}
    for spec in report.specs:
        if spec.entries.get("jenis") != "efisiensi":
            continue
        cells = {name: _figures(report, spec, name) for name in ("hasil", "pembilang", "penyebut")}
        if all(len(one) == 1 for one in cells.values()) and cells["penyebut"][0].point:
            named, paid, ceiling = (one[0] for one in cells.values())
            reached = [cell.point for cell in _figures(report, spec, "bagian")]
            for name, value in _values(paid.point, ceiling.point, reached):
                if abs(named.point - value) < step(max(named.decimals, 0)) and named.point:
                    found.setdefault(named.address, name)
    return found


def _values(
    paid: Fraction, ceiling: Fraction, reached: list[Fraction]
) -> Iterator[tuple[str, Fraction]]:
    """What each definition gives, in percent or rupiah."""
    serapan = metrics.serapan(paid, ceiling)
    yield "serapan", serapan
    yield "serapan", paid
    yield "sisa", metrics.efisiensi_sisa(serapan)
    yield "sisa", metrics.sisa(ceiling, paid)
    if reached:
        yield "selisih", metrics.efisiensi_selisih(metrics.rerata(reached), serapan)


def _figures(report: Report, spec: RuleSpec, name: str) -> list[Cell]:
    """The figures that an entry of a rule names."""
    told = spec.entries.get(name, "")
    names = told if isinstance(told, list) else str(told).split(";")
    return [cell for one in names for cell in _named(report, str(one).strip(), spec.table)]


def _named(report: Report, text: str, own: str) -> Iterator[Cell]:
    try:
        where = Address.parse(text, own)
    except ValueError:
        return
    table = report.tables.get(where.table)
    for row in table.select(where.row) if table else ():
        cell = report.tables[where.table].cells.get(where._replace(row=row))
        if cell and cell.is_figure:
            yield cell
