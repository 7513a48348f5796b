"""Scores that are values times their weights: "Nilai | Bobot | Nilai Akhir", and what they come to.

A weight is printed as it was set, so a score is known to the last digit of its value. The row whose
weight is 100, and all others' weights together, adds up the scores, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, Row, near, value, whole_of
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.intake.relations.columns.guesses import BESIDE, Guess
from lkjip_analysis.language import worded

WEIGHT = re.compile(r"\W*bobot\W*(?:\(?\s*%\s*\)?)?\W*", re.IGNORECASE)
"""What heads a column of weights, and nothing else."""
WHOLE = 100
FEWEST = 3
"""So many weighted rows at least."""


def weighted(grid: Grid, weight: str) -> Iterator[Guess]:
    """Pairs of columns, values and to their right scores, that a column of weights may join."""
    if not WEIGHT.fullmatch(grid.column(weight).head) or not grid.column(weight).is_percent:
        return
    beside = grid.beside(weight, grid.named(), BESIDE)
    for whole, score in combinations(sorted(beside, key=grid.places.__getitem__), 2):
        yield _weighted(weight, whole, score)


def _weighted(weight: str, whole: str, score: str) -> Guess:
    def holds(row: Row) -> bool:
        share = value(row[weight]) / WHOLE
        room = (row[score].step + share * row[whole].step) / 2
        return abs(value(row[score]) - share * value(row[whole])) <= room

    def informs(row: Row) -> bool:
        return bool(value(row[score]) and value(row[whole]))

    return Guess(
        "rasio",
        {"hasil": f".{weight}", "pembilang": f".{score}", "penyebut": f".{whole}"},
        (score, whole),
        holds,
        informs,
        lambda named: worded("{part} dalam persen {whole}", part=named(score), whole=named(whole)),
        lambda row: bool(value(row[whole])),
    )


def weighted_total(grid: Grid, weight: str, score: str) -> Iterator[FoundRelation]:
    """What the last row adds up, where its weight is that of all others together.

    A row that is called a total is one anyway; rows above it may be a group's own.
    """
    *parts, last = grid.rows or [""]
    if grid.sums or grid.is_partial or len(parts) < FEWEST or not last:
        return
    weights = grid.printed(parts, weight)
    row = grid.rows[last]
    if len(weights) < len(parts) or not {weight, score} <= row.keys():
        return
    if not sum(map(value, weights)) == value(row[weight]) == WHOLE:
        return
    scores = grid.printed(parts, score)
    if len(scores) < len(parts):
        return
    holds = near(row[score], whole_of(scores), scores)
    yield FoundRelation(
        f"jumlah_{grid.name}_{last}_{score}",
        "jumlah",
        {"hasil": grid.cell(last, score), "bagian": grid.cells(parts, score)},
        "baris jumlah",
        1 + holds,
        2,
        0.0,
        worded("{label}: bobot baris ini bobot semua baris lain bersama-sama", label=grid.label),
    )
