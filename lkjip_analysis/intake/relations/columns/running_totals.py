"""Columns that add up another one from row to row: month by month, the sum of the year so far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lkjip_analysis.intake.relations.basis.chance import accidents
from lkjip_analysis.intake.relations.basis.figure_grid import Grid, Row, near, value
from lkjip_analysis.intake.relations.basis.found_relation import RARE, SELDOM, FoundRelation
from lkjip_analysis.intake.relations.columns.believed_guesses import (
    MOST,
    NEARLY_ALL,
    is_hopeless,
    some_of,
)
from lkjip_analysis.intake.relations.columns.guesses import BESIDE
from lkjip_analysis.language import worded

HEADED = re.compile(r"kumulatif|akumulasi|s\.?\s?/?\s?d\b|sampai|berjalan", re.IGNORECASE)
FEWEST, FEWEST_HEADED = 4, 1
"""So many rows that add up tell a running total; fewer where its heading and first row do."""
BEFORE = "sebelumnya"
"""What the total of the row before is called among the figures of a step."""


@dataclass(frozen=True)
class _Trial:
    """A column tried as the running total of another: each row with the one before it."""

    part: str
    kept: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    chance: float


def running_totals(grid: Grid) -> Iterator[FoundRelation]:
    """The running totals of a table, one relation for each row after the first."""
    for column in grid.named():
        rows = [key for key in grid.rows if column in grid.rows[key]]
        headed = bool(HEADED.search(grid.column(column).head))
        least = FEWEST_HEADED if headed else FEWEST
        if len(rows) <= max(least, 2) or not _rises(grid, column, rows):
            continue
        alike = grid.named(grid.column(column).is_percent)
        beside = grid.beside(column, alike, BESIDE)
        tried = [_tried(grid, column, part, rows, least) for part in beside]
        believed = [
            trial
            for trial in tried
            if _is_believed(trial, headed)
            or (headed and _begins(grid, column, trial, rows[0]) and _misses_once(trial))
        ]
        if believed:
            best = max(believed, key=lambda trial: len(trial.kept))
            yield from _relations(grid, column, best, headed)


def _rises(grid: Grid, column: str, rows: Sequence[str]) -> bool:
    steps = list(pairwise(value(grid.rows[key][column]) for key in rows))
    return sum(after > before for before, after in steps) >= MOST * len(steps)


def _begins(grid: Grid, column: str, trial: _Trial, first: str) -> bool:
    """Does the running total begin with the figure that it adds up, and not by accident?"""
    row = grid.rows[first]
    if not trial.kept or trial.part not in row or not value(row[column]):
        return False
    same = value(row[trial.part]) == value(row[column])
    return same and trial.chance * float(row[column].step / abs(value(row[column]))) <= SELDOM


def _misses_once(trial: _Trial) -> bool:
    """Do no steps fail, or one, or two that follow one another, as of one wrong total?"""
    failing = [n for n, (_, row) in enumerate(trial.steps) if row not in trial.kept]
    return len(failing) < 2 or (len(failing) == 2 and failing[1] - failing[0] == 1)


def _tried(grid: Grid, column: str, part: str, rows: Sequence[str], least: int) -> _Trial:
    steps = [(a, b) for a, b in pairwise(rows) if part in grid.rows[b]]

    def holds(row: Row) -> bool:
        parts = [row[BEFORE], row[part]]
        return near(row[column], value(row[BEFORE]) + value(row[part]), parts)

    if is_hopeless([holds(_step(grid, column, part, *step)) for step in some_of(steps)]):
        return _Trial(part, (), tuple(steps), 1.0)
    told = {b: _step(grid, column, part, a, b) for a, b in steps}
    saying = [row for row in told.values() if value(row[part]) and value(row[BEFORE])]
    informing = sum(map(holds, saying))
    if informing < least:
        return _Trial(part, (), tuple(steps), 1.0)
    kept = tuple(key for key, row in told.items() if holds(row))
    chance = accidents(saying, column, holds, informing, len(grid.columns))
    return _Trial(part, kept, tuple(steps), chance)


def _step(grid: Grid, column: str, part: str, before: str, row: str) -> Row:
    """The figures of a row that a running total rests on."""
    return {
        column: grid.rows[row][column],
        part: grid.rows[row][part],
        BEFORE: grid.rows[before][column],
    }


def _is_believed(trial: _Trial, headed: bool) -> bool:
    """One wrong total fails in two steps, its own and the next."""
    if len(trial.kept) < FEWEST or len(trial.kept) < MOST * len(trial.steps):
        return False
    if headed:
        return trial.chance <= RARE
    few = len(trial.steps) - len(trial.kept) <= max(2, int((1 - NEARLY_ALL) * len(trial.steps)))
    return few and trial.chance <= SELDOM


def _relations(grid: Grid, column: str, trial: _Trial, headed: bool) -> Iterator[FoundRelation]:
    for before, row in trial.steps:
        parts = (grid.cell(before, column), grid.cell(row, trial.part))
        yield FoundRelation(
            f"kumulatif_{grid.name}_{row}_{column}",
            "jumlah",
            {"hasil": grid.cell(row, column), "bagian": " + ".join(parts)},
            "judul kolom" if headed else "dicoba",
            len(trial.kept),
            len(trial.steps),
            trial.chance,
            worded(
                "{label}: {column} menjumlahkan {part} dari baris ke baris; cocok di {kept} dari "
                "{of} baris",
                label=grid.label,
                column=column,
                part=trial.part,
                kept=len(trial.kept),
                of=len(trial.steps),
            ),
            frozenset((column, trial.part)),
        )
