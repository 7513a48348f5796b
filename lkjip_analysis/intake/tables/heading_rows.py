"""Rows that only head those below them: programmes without a figure, their activities below."""

from __future__ import annotations

from dataclasses import replace

from lkjip_analysis.intake.document.name_levels import headings
from lkjip_analysis.intake.tables.csv_rows import Body
from lkjip_analysis.report.schema import TableType


def without_headings(body: Body, kind: TableType) -> Body:
    """The body without them: what they lack is no gap in a total. They are told as left out."""
    counted = [name for name, column in kind.columns.items() if column.is_number]
    prints = [any(row.get(name) for name in counted) for row in body.rows]
    heads = headings([row.get(kind.nama_baris, "") for row in body.rows], prints)
    kept = [number for number in range(len(body.rows)) if number not in heads]
    if len(kept) == len(body.rows):
        return body
    at = {number: place for place, number in enumerate(kept)}
    return replace(
        body,
        rows=tuple(body.rows[i] for i in kept),
        totals=tuple(body.totals[i] for i in kept),
        left=(*body.left, *(tuple(body.rows[i].values()) for i in sorted(heads))),
        lines=tuple(body.lines[i] for i in kept),
        unread=tuple(body.unread[i] for i in kept),
        cells=tuple(body.cells[i] for i in kept),
        where=tuple(body.where[i] for i in kept),
        rounded=frozenset((at[i], name) for i, name in body.rounded if i in at),
    )
