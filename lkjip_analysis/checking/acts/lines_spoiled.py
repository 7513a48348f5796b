"""Figures of one column, or of one row, that were put in wrong together, in whatever way.

A column sorted by itself or rounded from some row on, a row of an earlier state: each figure is
what the relations around it want. So many figures explain much, so they are told only where
nothing is proven, and prevent no proof.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, combinations

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.checking.acts.table_layout import Layout
from lkjip_analysis.report.tables import Address

FEW = 5
"""Of so many figures of a row every choice is tried."""


def lines_spoiled(trials: Trials, names: Names) -> Iterator[Act]:
    """The columns and rows whose figures, some of them freed, would explain what fails."""
    for layout in trials.layouts:
        for column in layout.columns:
            yield from _column(layout, column, trials, names)
        for row in layout.suspects:
            yield from _row(layout, row, trials, names)


def _column(layout: Layout, column: str, trials: Trials, names: Names) -> Iterator[Act]:
    """The figures of a column in the rows that fail, with its total or without."""
    wrong = [row for row in layout.printed(column) if layout.at(row, column) in trials.fails.around]
    plain = [row for row in wrong if layout.at(row, column) not in layout.totals]
    for rows in dict.fromkeys((tuple(plain), tuple(wrong))):
        words = partial(names.column_spoiled, layout.table, column)
        act = _act([layout.at(row, column) for row in rows], trials, words)
        if act:
            yield act
            return


def _row(layout: Layout, row: str, trials: Trials, names: Names) -> Iterator[Act]:
    """The figures of a row that stand in failed relations, in every choice of few of them."""
    cells = [layout.at(row, c) for c in layout.columns if layout.at(row, c) in trials.fails.around]
    sizes = range(2, len(cells) + 1) if len(cells) <= FEW else (len(cells) - 1, len(cells))
    for some in chain.from_iterable(combinations(cells, size) for size in sizes):
        act = _act(some, trials, partial(names.row_spoiled, layout.table, row))
        if act:
            yield act


def _act(cells: Sequence[Address], trials: Trials, words: partial[str]) -> Act | None:
    """These figures freed, where more than one of them changes."""
    act = trials.act(str, {}, cells) if len(cells) > 1 else None
    if act is None or len(act.repair.roots) < 2:
        return None
    return Act(words(act.repair.roots), act.repair, act.mends)
