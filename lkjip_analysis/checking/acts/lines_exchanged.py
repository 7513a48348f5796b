"""Two rows or two columns in each other's place, whole or in part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, combinations

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.checking.acts.choices import Changes, Choices
from lkjip_analysis.checking.acts.table_layout import Layout
from lkjip_analysis.report.tables import Address

FEW = 5
"""Of so many columns every choice is tried as what was exchanged of two rows."""

ROWS = 8
"""Of so many rows every choice is tried, where only the sums of two columns tell."""


def rows(layout: Layout, trials: Trials, names: Names) -> Iterator[Act]:
    """Two rows whose figures stand in each other's place in some columns, or in all."""
    done: set[str] = set()
    for row in layout.suspects:
        done.add(row)
        for other in (other for other in layout.rows if other not in done):
            if trials.is_over:
                return
            apart = layout.differing(row, other)
            pairs = {c: (layout.at(row, c), layout.at(other, c)) for c in apart}
            if not trials.may_explain(chain.from_iterable(pairs.values())):
                continue
            choices = Choices(trials, pairs, partial(_exchanged, trials))
            for some in column_choices(apart, layout.reckoned(row), choices.possible()):
                part = len(some) < len(apart)
                words = partial(names.rows_exchanged, layout.table, row, other, some, part)
                yield from choices.acts(some, words)


def columns(layout: Layout, trials: Trials, names: Names) -> Iterator[Act]:
    """Two columns whose figures stand in each other's place in some rows, or in all."""
    for one, other in combinations(layout.columns, 2):
        if trials.is_over:
            return
        apart = layout.repeating(layout.printed(one), one, other, same=False)
        pairs = {row: (layout.at(row, one), layout.at(row, other)) for row in apart}
        if not trials.may_explain(chain.from_iterable(pairs.values())):
            continue
        choices = Choices(trials, pairs, partial(_exchanged, trials))
        for some in _row_choices(layout, apart, (one, other), choices):
            words = partial(names.columns_exchanged, layout.table, one, other, some, len(apart))
            yield from choices.acts(some, words)


def _exchanged(trials: Trials, pair: Sequence[Address]) -> Changes:
    one, other = pair
    return {one: trials.moved(one, other), other: trials.moved(other, one)}


def column_choices(
    columns: Sequence[str], reckoned: frozenset[str], possible: Sequence[str] | None = None
) -> Iterator[tuple[str, ...]]:
    """What of two rows may have been exchanged, fewer columns first, and none but `possible`."""
    some = columns if possible is None else possible
    if len(columns) <= FEW:
        yield from chain.from_iterable(combinations(some, n) for n in range(1, len(some) + 1))
        return
    yield from ((column,) for column in some)
    yield from combinations(some, 2)
    inputs = tuple(column for column in columns if column not in reckoned)
    results = tuple(column for column in columns if column in reckoned)
    whole = (cells for cells in (inputs, results, tuple(columns)) if len(cells) > 2)
    yield from (cells for cells in whole if set(cells).issubset(some))


def _row_choices(
    layout: Layout, apart: Sequence[str], pair: tuple[str, str], choices: Choices
) -> Iterator[tuple[str, ...]]:
    """In which rows two columns may have been exchanged."""
    plain = [row for row in apart if all(layout.at(row, c) not in layout.totals for c in pair)]
    suspects = [row for row in apart if row in layout.suspects]
    sets = [plain, list(apart), suspects, [row for row in suspects if row in plain]]
    told = dict.fromkeys(tuple(some) for some in sets if len(some) > 1)
    yield from told
    if len(plain) <= ROWS and all(row in layout.failing for row in plain):
        possible = [row for row in plain if choices.is_possible(row)]
        every = chain.from_iterable(combinations(possible, n) for n in range(2, len(plain) + 1))
        yield from (some for some in every if some not in told)
