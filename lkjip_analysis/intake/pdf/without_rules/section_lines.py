"""Lines that head the rows below them in a table without rules: "A. Bidang Sosial".

Such a line stands alone, and often over columns that all other rows keep apart; it tells nothing of
where columns part, and it is no heading of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lkjip_analysis.intake.pdf.lines_of_text.column_pieces import counts
from lkjip_analysis.intake.pdf.lines_of_text.lines import Line
from lkjip_analysis.numbers.number_words import ROMAN

MARKED = re.compile(r"\(?(?P<mark>[A-Z]|[IVX]{1,5})[.)]\s*[^\W\d_]\w")
"""A letter or Roman numeral before the name of a part."""
LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
ASKED = 24
"""So many rows, from all over the table, tell whether a line lies over their columns."""


def lies_across(line: Line, rows: Sequence[Sequence[Line]]) -> bool:
    """Does a line lie over two neighbouring pieces of most rows that are in several pieces?"""
    some = rows[:: max(len(rows) // ASKED, 1)]
    return 2 * sum(_covers_two(line, row) for row in some) > len(some)


def _covers_two(line: Line, row: Sequence[Line]) -> bool:
    return any(line.box.x0 < a.box.x1 and line.box.x1 > b.box.x0 for a, b in pairwise(row))


def is_section(row: Sequence[Line], rows: Sequence[Sequence[Line]]) -> bool:
    """Is a line of words alone, and marked as a part or laid across columns?"""
    if len(row) != 1 or counts(row[0].text):
        return False
    return bool(MARKED.match(row[0].text)) or lies_across(row[0], rows)


def section_places(lines: Sequence[Sequence[Line]]) -> frozenset[int]:
    """Which lines stand alone and are marked one after the other: A. and B., I. and II.

    One such line may be the rest of a name ("H. Ahmad"); marks that go on from the first are parts.
    """
    found = [(i, match["mark"]) for i, row in enumerate(lines)
             if len(row) == 1 and (match := MARKED.match(row[0].text))]  # fmt: skip
    for order in (LETTERS, ROMAN):
        marks = [(i, mark) for i, mark in found if mark in order]
        if len(marks) > 1 and [mark for _, mark in marks] == list(order[: len(marks)]):
            return frozenset(i for i, _ in marks)
    return frozenset()
