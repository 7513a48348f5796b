"""Budgets that were changed in the year: which column holds them as they were before."""

from __future__ import annotations

import re

from lkjip_analysis.intake.tables.printed_table import PrintedTable

BEFORE = re.compile(r"\b(murni|semula|induk|awal|pokok|sebelum)\b", re.IGNORECASE)
"""What heads a budget as it was before it was changed."""
CHANGED = re.compile(
    r"\b(perubahan|sesudah|setelah|menjadi|p-?apbd|apbd-?p|revisi)\b", re.IGNORECASE
)
"""What heads the budget that was spent from, where both are printed."""


def is_before_change(table: PrintedTable, number: int) -> bool:
    """Does a column hold the budget before its change, beside one of the budget after it?"""
    if not BEFORE.search(table.heading(number)):
        return False
    others = (table.heading(i) for i in range(len(table.heads)) if i != number)
    return any(CHANGED.search(head) and not BEFORE.search(head) for head in others)
