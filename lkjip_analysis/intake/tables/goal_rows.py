"""Rows of a table of indicators that name the goal of those below them and print nothing else."""

from __future__ import annotations

import re

from lkjip_analysis.intake.tables.printed_rows import Row

GOAL = re.compile(r"(sasaran|tujuan|misi|perspektif|urusan|bidang)\b", re.IGNORECASE)
"""How a goal begins where rows are numbered alike."""
LETTERED = re.compile(r"\(?(?:[A-Z]|[IVX]+)[.)]?")
"""Goals are numbered by letters or Roman figures, the indicators below them are not."""


def goal_of(row: Row, names: int) -> str:
    """The goal that a row names in the column of names; nothing where it is an indicator.

    >>> goal_of(Row(("A.", "Layanan andal", ""), 2), 1), goal_of(Row(("1.", "APM SD", ""), 3), 1)
    ('Layanan andal', '')
    """
    *number, name = [text for text in row.texts if text] or [""]
    if len(number) > 1 or row.texts[names] != name or row.is_summary:
        return ""
    is_lettered = bool(number) and LETTERED.fullmatch(number[0])
    return name if is_lettered or GOAL.match(name) else ""
