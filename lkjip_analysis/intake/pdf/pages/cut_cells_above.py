"""A cell that goes on below a repeated heading and shares its box: no line parts the two there.

The break of the page cut a merged cell; below the heading that is printed again, its rest begins
without a line of its own, and is read as part of the heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.grid import Slot

Rows = tuple[tuple[Slot, ...], ...]


def with_rests_above(known: Rows, rows: Rows) -> tuple[Rows, Rows]:
    """Both parts of a table, what the second's heading holds of rows put where it belongs.

    Unchanged where the first row is not the known heading with words added to some of it.
    """
    rests = _rests(known[0], rows[0]) if known and len(rows) > 1 else {}
    if not rests or not all(_is_free(rows[1][i]) for i in rests):
        return known, rows
    last = list(known)
    for column, rest in rests.items():
        row = max(i for i, told in enumerate(last) if told[column].text)
        slot = last[row][column]
        told = replace(
            slot, text=f"{slot.text} {rest}", where=(*slot.where, *rows[0][column].where)
        )
        last[row] = (*last[row][:column], told, *last[row][column + 1 :])
    return tuple(last), (known[0], *rows[1:])


def _is_free(slot: Slot) -> bool:
    return slot.above and not slot.text


def _rests(head: Sequence[Slot], row: Sequence[Slot]) -> dict[int, str]:
    """Column -> the words behind those of the heading; none where a column prints other words."""
    if len(head) != len(row) or sum(bool(slot.text) for slot in head) < 3:
        return {}
    found: dict[int, str] = {}
    same = 0
    for i, (known, told) in enumerate(zip(head, row, strict=True)):
        if re.sub(r"\W", "", known.text) == re.sub(r"\W", "", told.text):
            same += bool(known.text)
        elif known.text and told.text.startswith(f"{known.text} "):
            found[i] = told.text.removeprefix(known.text).strip()
        else:
            return {}
    return found if same > len(found) else {}
