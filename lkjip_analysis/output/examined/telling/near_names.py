"""What a finding calls the cells around it: its heading has named table and row already."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.language import worded
from lkjip_analysis.output.examined.telling.outcome import Examined
from lkjip_analysis.report.place_names import heading, place, source
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.statements import TYPE as STATEMENTS
from lkjip_analysis.report.tables import Address


class NearNames:
    """Texts of one finding with its own sentence, row and table called so, not by their names."""

    def __init__(self, seen: Examined, finding: Finding, address: Address | None) -> None:
        self._names = dict(_names(seen, finding, address)) if address else {}
        # A place that another begins with would be cut out of it.
        self._order = sorted(self._names, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        for name in self._order:
            text = text.replace(name, self._names[name])
        return text


def reckoned_cells(seen: Examined, finding: Finding) -> set[Address]:
    """The cells of the relations that fail: what does not agree names each of them."""
    rules = (rule for rule in seen.verification.rules if rule.head.name in finding.rules)
    return {cell for rule in rules for cell in rule.cells}


def _names(seen: Examined, finding: Finding, address: Address) -> Iterator[tuple[str, str]]:
    """Each place that its texts may name by its whole name, and what it is called here."""
    report = seen.verification.report
    if address.table == CLAIMS:
        here = worded("kalimat ini")
        yield place(report, address), here
        yield f"{source(report, address)} ", f"{here} "  # where it is only said what it prints
        return
    repaired = (
        part.cell.address
        for remedy in finding.remedies
        for part in (*remedy.cells, *remedy.follows)
    )
    for cell in {*reckoned_cells(seen, finding), *repaired}:
        if told := _name(report, cell, address):
            yield place(report, cell), told


def _name(report: Report, cell: Address, here: Address) -> str:
    """What a cell is called beside another; nothing where only its whole name tells."""
    table = report.tables[cell.table]
    if cell.table == CLAIMS or table.type.name == STATEMENTS:
        return ""
    row, column = table.row_name(cell.row), heading(report, cell)
    is_here = cell.table == here.table
    if row == report.tables[here.table].row_name(here.row):
        own = worded("kolom “{column}”", column=column)
        return own if is_here else f"{source(report, cell)}, {own}"
    told = worded("baris “{row}”, kolom “{column}”", row=row, column=column)
    return told if is_here else ""
