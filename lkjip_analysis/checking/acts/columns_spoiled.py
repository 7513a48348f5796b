"""A column in another unit, pasted one row off, or holding the figures of the column beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, permutations

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials, scaled
from lkjip_analysis.checking.acts.choices import Changes, Choices
from lkjip_analysis.checking.acts.table_layout import Layout
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.values import Value

POWERS = (1, 3, -1, -3, 2, -2, 6, -6)
"""By such powers of ten does one unit differ from another."""


def other_unit(layout: Layout, trials: Trials, names: Names) -> Iterator[Act]:
    """The figures of a column times or divided by a power of ten, with its total or without."""
    for column in layout.columns:
        cells = {row: [layout.at(row, column)] for row in layout.printed(column)}
        if not trials.may_explain(chain.from_iterable(cells.values()), onward=False):
            continue
        by_power = {
            power: Choices(trials, cells, partial(_scaled, trials, power), onward=False)
            for power in POWERS
        }
        for some in _rows(layout, column):
            for power, choices in by_power.items():
                words = partial(names.in_unit, layout.table, column, some, len(cells), power)
                yield from choices.acts(some, words)


def _rows(layout: Layout, column: str) -> list[tuple[str, ...]]:
    """Which rows of a column may share a spoiled figure: its own, all, or those that fail."""
    plain, every = layout.plain(column), layout.printed(column)
    suspects = tuple(row for row in every if row in layout.suspects)
    own = tuple(row for row in suspects if row in plain)
    found = dict.fromkeys((plain, every, own, suspects))
    return [some for some in found if _many_figures(layout, column, some)]


def _many_figures(layout: Layout, column: str, rows: Sequence[str]) -> bool:
    """Is it more than one figure that another unit would change? A nil is a nil in any."""
    figures = (layout.figures[layout.at(row, column)] for row in rows)
    return sum(figure.texts.low != 0 for figure in figures) > 1


def _scaled(trials: Trials, power: int, cells: Sequence[Address]) -> Changes | None:
    """What a figure was before it was written in another unit; None where it was no print."""
    (cell,) = cells
    figure = scaled(trials.values.figure(cell), power)
    return None if figure is None else {cell: figure}


def one_off(layout: Layout, trials: Trials, names: Names) -> Iterator[Act]:
    """A block of a column one row below or above its place; what it overwrote is lost."""
    for column in layout.columns:
        rows = layout.printed(column)
        if not trials.may_explain(layout.at(row, column) for row in rows):
            continue
        for first, last in _blocks(layout, column, rows):
            block = rows[first : last + 1]
            for by in (1, -1):
                taken = block[1:] if by > 0 else block[:-1]
                kept = block[:-1] if by > 0 else block[1:]
                changes: dict[Address, Value] = {
                    (where := layout.at(row, column)): trials.moved(
                        where, layout.at(source, column)
                    )
                    for row, source in zip(kept, taken, strict=True)
                }
                lost = layout.at(block[-1] if by > 0 else block[0], column)
                words = partial(names.pasted, layout.table, column, block, by)
                found = trials.act(words, changes, [lost])
                if found:
                    yield found


def _blocks(layout: Layout, column: str, rows: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a pasted block may begin and end: at rows that fail, or at a figure printed twice."""
    failing = [i for i, row in enumerate(rows) if row in layout.suspects]
    doubled = [
        i
        for i in range(len(rows) - 1)
        if layout.figures[layout.at(rows[i], column)].texts
        == layout.figures[layout.at(rows[i + 1], column)].texts
    ]
    plain = [i for i, row in enumerate(rows) if layout.at(row, column) not in layout.totals]
    found = {(failing[0], failing[-1])} if failing else set()
    found |= {(i, plain[-1]) for i in doubled} | {(i + 1, plain[-1]) for i in doubled}
    found |= {(plain[0], i + 1) for i in doubled} | {(plain[0], i) for i in doubled}
    found |= {(i, j + 1) for i in failing[:1] for j in doubled}
    found |= {(i, j) for i in doubled for j in failing[-1:]}
    yield from sorted((a, b) for a, b in found if a < b)


def left_in(layout: Layout, trials: Trials, names: Names) -> Iterator[Act]:
    """A column that repeats another row by row: last year's, left in place of this year's."""
    plain = {column: layout.plain(column) for column in layout.columns}
    for column, source in permutations(layout.columns, 2):
        rows = plain[column]
        if len(rows) < 2 or not all(layout.is_alike(row, column, source) for row in rows):
            continue
        wrong = layout.repeating(layout.printed(column), column, source, same=True)
        for some in dict.fromkeys((tuple(wrong), rows)):
            lost = tuple(layout.at(row, column) for row in some)
            found = trials.act(partial(names.left_in, layout.table, column, source), {}, lost)
            if found:
                yield found
