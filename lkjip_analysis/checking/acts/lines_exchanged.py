"""Two rows or two columns in each other's place, whole or in part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, combinations

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.checking.acts.table_layout import Layout
from lkjip_analysis.report.tables import Address

FEW = 5
"""Of so many columns every choice is tried as what was exchanged of two rows."""

ROWS = 8
"""Of so many rows every choice is tried, where only the sums of two columns tell."""


def rows(layout: Layout, trials: Trials, names: Names) -> Iterator[Act]:
    """Two rows whose figures stand in each other's place in some columns, or in all."""
    for row in layout.suspects:
        for other in layout.rows:
            if trials.is_over:
                return
            is_done = other in layout.suspects and layout.rows.index(other) < layout.rows.index(row)
            if other == row or is_done:
                continue
            apart = [
                column
                for column in layout.columns
                if (one := layout.figure(row, column)) and (two := layout.figure(other, column))
                if one.texts != two.texts
            ]
            for some in choices(apart, layout.reckoned(row)):
                pairs = [(layout.at(row, c), layout.at(other, c)) for c in some]
                part = len(some) < len(apart)
                words = partial(names.rows_exchanged, layout.table, row, other, some, part)
                yield from _tried(trials, pairs, words)


def columns(layout: Layout, trials: Trials, names: Names) -> Iterator[Act]:
    """Two columns whose figures stand in each other's place in some rows, or in all."""
    for one, other in combinations(layout.columns, 2):
        if trials.is_over:
            return
        apart = layout.repeating(layout.printed(one), one, other, same=False)
        for some in _rowchoices(layout, apart, (one, other)):
            pairs = [(layout.at(row, one), layout.at(row, other)) for row in some]
            words = partial(names.columns_exchanged, layout.table, one, other, some, len(apart))
            yield from _tried(trials, pairs, words)


def _tried(
    trials: Trials, pairs: Sequence[tuple[Address, Address]], words: Callable[[], str]
) -> Iterator[Act]:
    both = [way for one, other in pairs for way in ((one, other), (other, one))]
    if trials.may({to: trials.rough.moved(to, source) for to, source in both}):
        found = trials.act(words, {to: trials.moved(to, source) for to, source in both})
        if found:
            yield found


def choices(columns: Sequence[str], reckoned: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """What of two rows may have been exchanged, fewer columns first."""
    if len(columns) <= FEW:
        yield from chain.from_iterable(combinations(columns, n) for n in range(1, len(columns) + 1))
        return
    yield from ((column,) for column in columns)
    yield from combinations(columns, 2)
    inputs = tuple(column for column in columns if column not in reckoned)
    results = tuple(column for column in columns if column in reckoned)
    yield from (some for some in (inputs, results, tuple(columns)) if len(some) > 2)


def _rowchoices(
    layout: Layout, apart: Sequence[str], pair: tuple[str, str]
) -> Iterator[tuple[str, ...]]:
    """In which rows two columns may have been exchanged."""
    plain = [row for row in apart if all(layout.at(row, c) not in layout.totals for c in pair)]
    suspects = [row for row in apart if row in layout.suspects]
    sets = [plain, list(apart), suspects, [row for row in suspects if row in plain]]
    told = dict.fromkeys(tuple(some) for some in sets if len(some) > 1)
    yield from told
    if len(plain) <= ROWS and all(row in layout.failing for row in plain):
        every = chain.from_iterable(combinations(plain, n) for n in range(2, len(plain) + 1))
        yield from (some for some in every if some not in told)
