"""The printed cells behind a computed figure, those of one column together.

A hundred cells of one column share their table, its place and its file: that is said once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from lkjip_analysis.language import worded
from lkjip_analysis.pages.parts.tracing import Source, Trace
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address

SHOWN_INPUTS = 12
"""So many cells behind a figure are shown, the others counted."""


@dataclass(frozen=True)
class Shown:
    """One cell: its row, what it prints, what of it is used, and where a click on it leads."""

    name: str
    text: str
    used: str
    anchor: str
    line: int


@dataclass(frozen=True)
class Together:
    """Cells of one column in their order; `where` names file, line and column of the first."""

    column: str
    place: str
    where: str
    cells: tuple[Shown, ...]

    @property
    def size(self) -> int:
        return len(self.cells)


def behind(report: Report, trace: Trace) -> list[Together]:
    """The first printed cells behind a figure, then what other documents say."""
    addresses = trace.inputs[:SHOWN_INPUTS]
    own = [
        _together(report, list(cells), trace.layer)
        for _, cells in groupby(addresses, key=lambda cell: (cell.table, cell.column))
    ]
    return [*own, *map(_other, trace.sources[: SHOWN_INPUTS - len(addresses)])]


def more_than_shown(trace: Trace) -> int:
    return max(0, len(trace.inputs) + len(trace.sources) - SHOWN_INPUTS)


def _together(report: Report, cells: Sequence[Address], layer: str) -> Together:
    table = report.tables[cells[0].table]
    parts = [
        table.label,
        table.part,
        worded("halaman {page}", page=table.page) if table.page else "",
    ]
    shown = tuple(_shown(report, address, layer) for address in cells)
    heading = table.type.columns[cells[0].column].judul or cells[0].column
    where = f"{report.cell(cells[0]).file}:{shown[0].line}:{cells[0].column}"
    lines = [str(cell.line) for cell in shown[1:]]
    rest = worded(", baris {lines}", lines=", ".join(lines)) if lines else ""
    return Together(heading, ", ".join(filter(None, parts)), where + rest, shown)


def _shown(report: Report, address: Address, layer: str) -> Shown:
    """A cell with what was printed, whichever layer of the report a section is about."""
    cell = report.cell(address)
    correction = next((c for c in report.corrections if c.address == address), None)
    text = " ".join((correction.printed if correction else cell.text).split())
    used = correction.text if correction and layer == "dipakai" else ""
    name = report.tables[address.table].row_name(address.row)
    return Shown(name, text or "(kosong)", used, address.anchor, cell.line)


def _other(source: Source) -> Together:
    """A figure of another document: it opens its place there, if it has one here."""
    cell = Shown(source.label, source.text, source.used, source.anchor, 0)
    return Together("", source.place, source.where, (cell,))
