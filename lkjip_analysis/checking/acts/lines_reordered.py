"""Rows of which some columns stand in another order than the others: sorted by themselves, rotated.

Each row that fails then finds, among the other rows, the figures with which it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from lkjip_analysis.checking.acts.act_names import Names
from lkjip_analysis.checking.acts.act_trial import Act, Trials
from lkjip_analysis.checking.acts.lines_exchanged import column_choices
from lkjip_analysis.checking.acts.table_layout import Layout
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.values import Figure

FEWEST, MOST = 3, 12
"""So many rows may stand in another order; two are an exchange, of more too many would be tried."""

Order = dict[str, str]
"""For each row, the row whose figures it should have."""


def reordered(layout: Layout, trials: Trials, names: Names) -> Iterator[Act]:
    """The columns whose figures, put into another order among the rows that fail, mend them all."""
    rows = layout.suspects
    columns = [c for c in layout.columns if all(layout.figure(row, c) for row in rows)]
    if not FEWEST <= len(rows) <= MOST:
        return
    for some in column_choices(columns, layout.reckoned(rows[0])):
        if trials.is_over:
            return
        order = _order(layout, rows, some, trials)
        moved = [row for row in order or () if order and order[row] != row]
        if order and len(moved) >= FEWEST:
            changes = {
                to: figure
                for row in moved
                for to, figure in _taken(layout, row, order[row], some, trials).items()
            }
            words = partial(names.rows_reordered, layout.table, some, moved)
            act = trials.act(words, changes)
            if act:
                yield act


def _taken(
    layout: Layout, row: str, source: str, columns: Sequence[str], trials: Trials
) -> dict[Address, Figure]:
    """The figures of one row in the place of another's."""
    pairs = ((layout.at(row, c), layout.at(source, c)) for c in columns)
    return {to: trials.moved(to, there) for to, there in pairs}


def _order(
    layout: Layout, rows: Sequence[str], columns: Sequence[str], trials: Trials
) -> Order | None:
    """An order in which every row holds by itself; None where a row finds no figures."""
    fitting: dict[str, list[str]] = {}
    for row in rows:
        own = _own_rules(layout, row, columns, trials)
        fitting[row] = [s for s in rows if own and _holds(layout, row, s, columns, own, trials)]
        if not fitting[row]:
            return None
    return _matched(sorted(rows, key=lambda row: len(fitting[row])), fitting)


def _own_rules(layout: Layout, row: str, columns: Sequence[str], trials: Trials) -> list[Rule]:
    """The failed rules around a row that hold no figure of these columns in other rows."""
    cells = {layout.at(row, column) for column in columns}
    return [
        rule
        for rule in trials.fails.near(cells)
        if all(c in cells or c.table != layout.table or c.column not in columns for c in rule.cells)
    ]


def _holds(
    layout: Layout,
    row: str,
    source: str,
    columns: Sequence[str],
    own: Sequence[Rule],
    trials: Trials,
) -> bool:
    state = trials.values.changing(_taken(layout, row, source, columns, trials))
    return all(trials.holds(rule, state) for rule in own)


def _matched(rows: Sequence[str], fitting: Mapping[str, Sequence[str]]) -> Order | None:
    """Each row with another's figures, none of them taken twice (Kuhn's augmenting paths)."""
    taken: dict[str, str] = {}

    def placed(row: str, seen: set[str]) -> bool:
        for source in fitting[row]:
            if source in seen:
                continue
            seen.add(source)
            if source not in taken or placed(taken[source], seen):
                taken[source] = row
                return True
        return False

    if not all(placed(row, set()) for row in rows):
        return None
    return {row: source for source, row in taken.items()}
