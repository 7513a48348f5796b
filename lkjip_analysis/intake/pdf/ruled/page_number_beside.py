"""A page number that a line of the page's foot ties to the table above it: no row of the table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.document.grid import Slot

NUMBER = re.compile(r"\W*\d{1,4}\W*")
Rows = Sequence[Sequence[Slot]]


def columns_of_table(rows: Rows) -> int:
    """How many columns are the table's: those behind hold a page number alone, in the last row."""
    if len(rows) < 3:
        return len(rows[0]) if rows else 0
    texts = [i for i, slot in enumerate(rows[-1]) if slot.text]
    width = 1 + max(
        (
            i + max(slot.reach, 1) - 1
            for row in rows[:-1]
            for i, slot in enumerate(row)
            if slot.text
        ),
        default=0,
    )
    foot = len(texts) == 1 and texts[0] >= width and NUMBER.fullmatch(rows[-1][texts[0]].text)
    return width if foot and width > 1 else len(rows[0])
