"""Columns whose cells print a figure and its share in brackets, "1.102 (92,61%)": two columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.intake.tables.doubled_columns import with_columns
from lkjip_analysis.intake.tables.printed_rows import Row
from lkjip_analysis.intake.tables.printed_table import PrintedTable

PAIR = re.compile(
    r"(?P<figure>(?:Rp\.?\s*)?\d[\d.,]*)\s*\(\s*(?P<share>\d{1,4}(?:[.,]\d+)?\s*%)\s*\)"
)
FEWEST = 3
"""So many rows print both before a column is one of pairs."""
SHARE = "(%)"
"""What the heading of the shares says besides that of the figures."""


def with_parted_pairs(table: PrintedTable) -> PrintedTable:
    """The table with a column of its own for the shares that stand in brackets."""
    paired = {i for i in range(len(table.heads)) if table.heads[i] and _is_paired(table, i)}
    if not paired:
        return table
    kept = [n for i in range(len(table.heads)) for n in ([i, i] if i in paired else [i])]
    shares = [at for at in range(1, len(kept)) if kept[at] == kept[at - 1]]
    parted = with_columns(table, kept)
    heads = [(*h, SHARE) if i in shares else h for i, h in enumerate(parted.heads)]
    rows = tuple(_parted(row, shares) for row in parted.rows)
    return replace(parted, heads=tuple(heads), rows=rows)


def _is_paired(table: PrintedTable, column: int) -> bool:
    """Does every cell of the column with a figure print its share behind it?"""
    told = [text for text in table.column(column) if any(map(str.isdigit, text))]
    return len(told) >= FEWEST and all(PAIR.fullmatch(text) for text in told)


def _parted(row: Row, shares: Sequence[int]) -> Row:
    """The row with the figure in the first of two columns, the share in the second."""
    texts = list(row.texts)
    for place in shares:
        pair = PAIR.fullmatch(texts[place])
        texts[place - 1 : place + 1] = (
            (pair["figure"].strip(), pair["share"]) if pair else (texts[place], "")
        )
    return replace(row, texts=tuple(texts))
