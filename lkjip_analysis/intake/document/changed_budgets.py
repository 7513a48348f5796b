"""Budgets that were changed in the year: which column holds them as they were before."""

from __future__ import annotations

import re
from collections.abc import Mapping

BEFORE = re.compile(r"\b(murni|semula|induk|awal|pokok|sebelum)\b", re.IGNORECASE)
"""What heads a budget as it was before it was changed."""
CHANGED = re.compile(
    r"\b(perubahan|sesudah|setelah|menjadi|p-?apbd|apbd-?p|dppa|revisi|pergeseran)\b", re.IGNORECASE
)
"""What heads the budget that was spent from, where both are printed."""
BUDGET = re.compile(r"\b(anggaran|pagu|p?-?apbd(-?p)?|dpp?a|alokasi)\b", re.IGNORECASE)
OTHER = re.compile(r"\b(realisasi|sisa|selisih|serapan|bertambah|berkurang)\b|%", re.IGNORECASE)
"""What heads figures that are no budget, whatever else their heading says."""
PLAIN = re.compile(
    r"\W*(?:(?:jumlah|total|pagu|anggaran|alokasi|belanja|program|apbd|dpa|tahun|rp|20\d\d)\b\W*)+",
    re.IGNORECASE,
)
FIRST_BUDGET, BUDGET_SPENT = "pagu_murni", "pagu"
"""The columns of a table type that hold the one and the other."""


def budget_columns(headings: Mapping[int, str]) -> dict[int, str]:
    """The two columns of a budget before and after its change, where the headings tell both.

    >>> budget_columns({1: "Program", 2: "Anggaran Murni", 3: "Anggaran Perubahan", 4: "Realisasi"})
    {2: 'pagu_murni', 3: 'pagu'}
    >>> budget_columns({1: "Program", 2: "Pagu (Rp)", 3: "Pagu Setelah Perubahan", 4: "Perubahan"})
    {2: 'pagu_murni', 3: 'pagu'}
    >>> budget_columns({1: "Program", 2: "Pagu", 3: "Anggaran murni"})
    {3: 'pagu_murni', 2: 'pagu'}
    >>> budget_columns({1: "Pagu 2022", 2: "Pagu 2023", 3: "Perubahan"})
    {}
    """
    told = {place: text for place, text in headings.items() if not OTHER.search(text)}
    first = [place for place, text in told.items() if BEFORE.search(text)]
    after = [p for p, text in told.items() if CHANGED.search(text) and p not in first]
    plain = [p for p, text in told.items() if BUDGET.search(text) and PLAIN.fullmatch(text)]
    if first and not after:
        after = plain
    elif not first:
        first, after = plain, [place for place in after if BUDGET.search(told[place])]
    found = [
        [p for p in places if BUDGET.search(told[p])] if len(places) > 1 else places
        for places in (first, after)
    ]
    if [len(places) for places in found] != [1, 1]:
        return {}
    return {found[0][0]: FIRST_BUDGET, found[1][0]: BUDGET_SPENT}
