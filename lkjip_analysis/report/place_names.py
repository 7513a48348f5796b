"""What a cell of a report is called where its readers find it: its table, row and column."""

from __future__ import annotations

from lkjip_analysis.language import worded
from lkjip_analysis.report import statements
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address, Cell

LISTS = "daftar"
"""The type of lists of tables and figures: a report prints no headings in them."""


def source(report: Report, address: Address) -> str:
    """Where a figure stands: its table, the section of a claim, the source of a statement."""
    table = report.tables[address.table]
    if table.type.name == statements.TYPE:
        return statements.text_of(table, address.row, "sumber")
    if table.name != CLAIMS:
        return table.label
    return ", ".join(table.cell(address.row, name).text for name in ("bagian", "paragraf"))


def label(report: Report, address: Address) -> str:
    """What a cell is about: its row and column as printed, or the subject of a claim."""
    table = report.tables[address.table]
    row = table.row_name(address.row)
    alone = table.name == CLAIMS or table.type.name == statements.TYPE
    return row if alone else f"{row} - {heading(report, address)}"


def heading(report: Report, address: Address) -> str:
    """What the column of a cell is called: as printed, or as we call that of a list of tables."""
    kind = report.tables[address.table].type
    title = kind.columns[address.column].judul
    return worded(title) if kind.name == LISTS else title


def place(report: Report, address: Address) -> str:
    return f"{source(report, address)}, {label(report, address)}"


def quoted(cell: Cell) -> str:
    return cell.words
