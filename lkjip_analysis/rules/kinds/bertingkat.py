"""Totals by levels: a total row is the sum of the top level, each row that of its direct parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lkjip_analysis.language import phrase, worded
from lkjip_analysis.report.row_levels import families, top
from lkjip_analysis.report.tables import Address, Table
from lkjip_analysis.rules.arithmetic import Linear
from lkjip_analysis.rules.base import Head, Rule
from lkjip_analysis.rules.kind import Kind
from lkjip_analysis.rules.rule_draft import Draft, Wrong

TOTAL = r"(jumlah|total)( (total|jumlah|seluruhnya|keseluruhan|anggaran|belanja))?"
"""What a printed total row of a budget is called."""


def _build(draft: Draft) -> Iterable[Rule]:
    table, column, head = draft.report.tables[draft.table], draft.column, draft.head
    _check_totals(table)
    for row in table.type.total:
        if row in table.keys and row not in table.type.tambahan:
            yield from _total(draft, head, row, top(table.rows))
    stem = head.name.removesuffix(f".{column}")
    for row, parts in families(table.rows).items():
        reason = worded("baris ini adalah penjumlahan bagian-bagian langsungnya")
        own = replace(head, name=f"{stem}[{row}].{column}", reason=reason)
        yield from _total(draft, own, row, parts)


def _total(draft: Draft, head: Head, whole: str, parts: Sequence[str]) -> Iterable[Rule]:
    result = Address(draft.table, whole, draft.column)
    cells = draft.counted([result._replace(row=part) for part in parts])
    if cells:
        weights = {**dict.fromkeys(cells, 1), result: -1}
        yield Linear(replace(head, kind="jumlah"), weights, result)


def _check_totals(table: Table) -> None:
    """A row that is named a total has the key of one, or it would count as a part."""
    for row in table.rows:
        if re.fullmatch(TOTAL, table.row_name(row).casefold()):
            found = phrase(
                'the row "{row}" of {name}, named "{table}"',
                row=row,
                name=table.name,
                table=table.row_name(row),
            )
            keys = ", ".join(table.type.total)
            raise Wrong(
                found,
                phrase("the key {keys} for a total row", keys=keys),
                phrase("Give it the key {keys}.", keys=keys),
            )


KIND = Kind("bertingkat", {}, _build)
