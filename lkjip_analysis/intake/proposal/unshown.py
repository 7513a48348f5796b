"""Cells whose text is what the file stores, and not what it is known to print."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lkjip_analysis.intake.pdf.cells import LOOSE
from lkjip_analysis.intake.tables.csv_rows import Body
from lkjip_analysis.language import worded
from lkjip_analysis.report.schema import TableType


def unsure_figures(body: Body, kind: TableType) -> dict[tuple[int, str], str]:
    """Figures whose text was not sure: how a symbol shows, or whether it is seen at all."""
    return {
        (number, name): worded("tidak pasti: {why}", why=why)
        for number, told in enumerate(body.unread)
        for name, why in told.items()
        if kind.columns[name].is_number
    }


def unshown_in(body: Body) -> frozenset[tuple[int, str]]:
    """Cells whose text is not known to be printed; where only the place is unsure, it is."""
    return frozenset(
        (number, name)
        for number, told in enumerate(body.unread)
        for name, why in told.items()
        if why != LOOSE
    )


def without(
    rows: Sequence[Sequence[str]], columns: Sequence[str], unshown: Collection[tuple[int, str]]
) -> list[list[str]]:
    """The rows with nothing in the cells that are not known."""
    return [
        ["" if (number, name) in unshown else text for name, text in zip(columns, row, strict=True)]
        for number, row in enumerate(rows)
    ]
