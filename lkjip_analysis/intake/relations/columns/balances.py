"""What was left, what came and what went: "Sisa lalu" + "Masuk" - "Putus" is "Sisa".

Cases of a court, stock, cash, assets, staff. The heading of the result says that it is what is left
at the end, that of another column that it is what was there at the beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, Row, near, value
from lkjip_analysis.intake.relations.columns.guesses import BESIDE, Guess
from lkjip_analysis.language import worded

LEFT = re.compile(
    r"\b(?:sisa|saldo|stok|stock|persediaan|tunggakan|posisi|jumlah|keadaan|akhir)\b", re.IGNORECASE
)
"""What heads the figure at the end."""
BEGUN = re.compile(
    r"\b(?:awal|lalu|sebelum\w*|sisa|saldo|stok|stock|persediaan|tunggakan|posisi|keadaan)\b",
    re.IGNORECASE,
)
"""What heads the figure at the beginning."""


def balances(grid: Grid, result: str) -> Iterator[Guess]:
    """The columns before a figure of what is left, of which two are added and one is taken away."""
    head = grid.column(result)
    if head.is_percent or not LEFT.search(head.head):
        return
    before = [
        column
        for column in grid.beside(result, grid.named(percent=False), BESIDE)
        if grid.places[column] < grid.places[result]
    ]
    for first in before:
        if BEGUN.search(grid.column(first).head):
            others = [column for column in before if grid.places[column] > grid.places[first]]
            for came, went in permutations(others, 2):
                yield _balance(result, first, came, went)


def _balance(result: str, first: str, came: str, went: str) -> Guess:
    def holds(row: Row) -> bool:
        told = value(row[first]) + value(row[came]) - value(row[went])
        return near(row[result], told, [row[first], row[came], row[went]])

    def informs(row: Row) -> bool:
        return bool(value(row[came]) and value(row[went])) and value(row[came]) != value(row[went])

    return Guess(
        "jumlah",
        {
            "hasil": f".{result}",
            "bagian": f".{first} + .{came} + .{went}",
            "bobot": "1 + 1 + -1",
        },
        (first, came, went),
        holds,
        informs,
        lambda named: worded(
            "{first} ditambah {came} dikurangi {went}",
            first=named(first),
            came=named(came),
            went=named(went),
        ),
    )
