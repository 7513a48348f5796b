"""Columns of a sheet that hold nothing but a sign like "Rp", beside the one with the amounts."""

from __future__ import annotations

from collections.abc import Collection
from itertools import takewhile

from lkjip_analysis.intake.document.column_headings import is_of_currency
from lkjip_analysis.intake.sheets.workbook_sheets import Sheet
from lkjip_analysis.numbers.grouping import grouped


def currency_signs(sheet: Sheet) -> dict[int, int]:
    """The columns that end in nothing but signs like "Rp", and the row of the first."""
    texts = ((column, (row, raw.label)) for (row, column), raw in sorted(sheet.cells.items()))
    first: dict[int, int] = {}
    for column, told in grouped(texts).items():
        signs = list(takewhile(lambda cell: is_of_currency([cell[1]]), reversed(told)))
        if signs:
            first[column] = signs[-1][0]
    return first


def beside_signs(labels: dict[int, str], signs: Collection[int]) -> dict[int, str]:
    """The headings, that of a column of signs given to the figures beside it, if that has none."""
    of_both = {c for c in signs if labels.get(c) and labels.get(c + 1, labels[c]) == labels[c]}
    moved = {c + 1: labels[c] for c in of_both}
    return dict(sorted(({c: t for c, t in labels.items() if c not in of_both} | moved).items()))
