"""A figure that was filled down over those below it: what stood there is lost.

Their sum still tells what they came to together, so each is known by bounds alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.checking.acts.table_layout import Layout
from lkjip_analysis.checking.locating.allowed_prints import on_grid
from lkjip_analysis.checking.locating.mending_prints import printable
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.values import Value

TELLING = 100
"""Figures of fewer units of their last digit are alike by chance."""


def filled_down(layout: Layout, trials: Trials, names: Names) -> Iterator[Act]:
    """Figures of a column that repeat the one above them, where their sum says they should not."""
    for column in layout.columns:
        for rows in _runs(layout, column):
            lost = [layout.at(row, column) for row in rows[1:]]
            for rule in trials.failed if lost else ():
                act = _act(rule, lost, trials)
                if act:
                    words = names.filled_down(layout.table, column, rows[0], rows[1:])
                    yield Act(words, act.repair, act.mends)
                    break


def _runs(layout: Layout, column: str) -> Iterator[Sequence[str]]:
    """The rows one below the other, three or more, that print the same telling figure."""
    figures = {row: layout.figures[layout.at(row, column)] for row in layout.plain(column)}
    for same, some in groupby(figures, key=lambda row: figures[row].texts):
        rows = list(some)
        unit = step(figures[rows[0]].decimals)
        if len(rows) > 2 and abs(Fraction(same.low)) >= TELLING * unit:
            yield rows


def _act(rule: Rule, lost: Sequence[Address], trials: Trials) -> Act | None:
    """The figures with what a relation leaves for them; tried by equal parts, told by bounds."""
    wishes, figures = trials.search.wishes, {cell: trials.values.figure(cell) for cell in lost}
    if not figures.keys() <= wishes.reaching(rule).keys():
        return None
    trials.work += len(lost) * len(rule.cells)
    none: Mapping[Address, Value] = {c: f.printing(exactly(0)) for c, f in figures.items()}
    whole = wishes.wish(lost[0], rule, trials.values.changing(none), True)
    if not isinstance(whole, Interval) or not printable(whole, figures[lost[0]]):
        return None
    unit, most = step(figures[lost[0]].decimals), Fraction(on_grid(whole, figures[lost[0]]).low)
    share = most / len(lost) // unit * unit
    parts = {cell: figures[cell].printing(exactly(share)) for cell in lost}
    parts[lost[0]] = figures[lost[0]].printing(exactly(most - share * (len(lost) - 1)))
    act = trials.act(str, parts)
    if act is None:
        return None
    span = Interval(min(most, Fraction(0)), max(most, Fraction(0)))
    bounds = {cell: figures[cell].printing(span) for cell in lost}
    return Act("", Repair(tuple(lost), bounds), act.mends)
