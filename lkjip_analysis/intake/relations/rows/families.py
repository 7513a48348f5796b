"""Rows that sum up the rows below them though nothing says so: a programme above its activities.

A row is taken for one where figures of many digits agree, for those do not by accident.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, pairwise

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, near, room, value, whole_of
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, exactly
from lkjip_analysis.numbers.printed import Printed

LONG, MEDIUM = 10**5, 10**3
"""One agreeing figure of so many units of its last digit tells a sum, or two of the second."""
FEWEST = 2
"""So many rows that sum up others tell the levels of a table that has no total."""
ROWS = 400
"""More rows than any table of a report has; beyond, nothing is tried."""
NO_NAME = re.compile(r"[^a-z0-9_.]+")
"""What may stand in codes, and not in the names of rules."""
Families = Mapping[str, Sequence[str]]


def families(grid: Grid) -> Families:
    """Row -> the rows right below it that it sums up, inner ones first.

    Rows that may be the parts of one that prints the same, or neighbours that do, are tried by
    the rows above them both ways: as rows of their own and as parts that count there already.
    """
    keys = list(grid.rows)
    found: dict[str, Sequence[str]] = {}
    covered: set[str] = set()
    repeating = {key for above, key in pairwise(keys) if _repeats(grid, key, above)}
    copies: set[str] = set()
    for place in range(len(keys) - 2, -1, -1) if len(keys) <= ROWS else ():
        below = [key for key in keys[place + 1 :] if key not in covered]
        ways = dict.fromkeys(map(frozenset, ((), repeating, copies, repeating | copies)))
        runs = [_run(grid, keys[place], [k for k in below if k not in left]) for left in ways]
        if run := max(runs, key=partial(_fit, grid, keys[place])):
            found[keys[place]] = run
            covered |= set(run)
        else:
            copies |= set(_run(grid, keys[place], below, copied=True))
    return found


def _run(grid: Grid, parent: str, below: Sequence[str], *, copied: bool = False) -> Sequence[str]:
    """The first rows below that add up to a row, in as many columns as any such run.

    With `copied`, also where one of several rows alone prints what the row above them does.
    """
    best: tuple[int, Sequence[str]] = (0, ())
    whole = grid.rows[parent]
    wanted = {c: _allowed(whole[c]) for c in grid.named(percent=False) if c in whole}
    sums: dict[str, Fraction] = {}
    for size, key in enumerate(below, 1):
        for column in wanted.keys() & grid.rows[key].keys():
            sums[column] = sums.get(column, Fraction(0)) + value(grid.rows[key][column])
        kept = [c for c in sums if wanted[c].contains(sums[c])]
        if len(kept) > best[0] and _tells(grid, kept, parent, below[:size], copied):
            best = (len(kept), below[:size])
        for column in [c for c in sums if sums[c] > wanted[c].high and c not in grid.falling]:
            del wanted[column], sums[column]  # it is above what is wanted, and comes no more down
        if not wanted:
            break
    return best[1]


def _allowed(shown: Printed) -> Interval:
    """Where a sum may lie that is printed so."""
    return exactly(value(shown)).widen(room(shown, [shown]))


def _repeats(grid: Grid, key: str, above: str) -> bool:
    """Does a row print the figures of the row above it, being its only part?"""
    row, whole = (grid.rows[k] for k in (key, above))
    told = [c for c in grid.named(percent=False) if c in row and value(row[c])]
    return any(value(row[c]) >= LONG * row[c].step for c in told) and all(
        c in whole and value(whole[c]) == value(row[c])
        for c in told
        if value(row[c]) >= MEDIUM * row[c].step
    )


def _fit(grid: Grid, parent: str, run: Sequence[str]) -> int:
    """In how many more columns a row adds up the rows of a run than it does not."""
    kept = _kept(grid, parent, run)
    return 2 * len(kept) - len({*kept, *_summed(grid, parent, run)})


def _agrees(shown: Printed, told: Fraction) -> bool:
    return near(shown, told, [shown])


def _tells(grid: Grid, kept: Sequence[str], parent: str, run: Sequence[str], copied: bool) -> bool:
    """Do the agreeing figures have so many digits that accident need not be feared?

    Where one row alone prints more than nothing they are copies, and neighbours may well have
    spent the same.
    """
    rows = {key: grid.rows[key] for key in run}
    adding = [key for key, row in rows.items() if any(c in row and value(row[c]) for c in kept)]
    sizes = [abs(value(grid.rows[parent][c])) / grid.rows[parent][c].step for c in kept]
    medium, long = (sum(size >= least for size in sizes) for least in (MEDIUM, LONG))
    is_copy = len(adding) < 2 and not (copied and len(run) > 1)
    return long > 1 if is_copy else long > 0 or medium > 1


def tops(grid: Grid, told: Families) -> list[str]:
    """The rows that no other row sums up."""
    inner = {key for run in told.values() for key in run}
    return [key for key in grid.rows if key not in inner]


def family_relations(
    grid: Grid, told: Families, columns: Sequence[str] | None = None
) -> Iterator[FoundRelation]:
    """Each column of a row that sums up others, where a part of its figures agrees.

    With `columns`, those of a table without a total: one at most may fail, and by no figures that
    rows of the table print, for those may be parts of other parts, or parts left out.
    """
    summed = grid.named(percent=False) if columns is None else columns
    keys = list(grid.rows)
    places = {key: place for place, key in enumerate(keys)}
    for parent, run in told.items():
        kept = _kept(grid, parent, run)
        next_row = _next_apart(keys, places[run[-1]], told)
        for column in summed if len(run) > 1 else ():
            if column not in kept and (grid.is_partial or _goes_on(grid, next_row, kept, column)):
                continue
            rows = [key for key in run if grid.prints(key, column)]
            if column not in grid.rows[parent] or len(rows) < 2:
                continue
            if columns is None or not is_read_otherwise(grid, parent, run, column, columns):
                of, why = len(grid.named(percent=False)), found_by_trying(grid, rows)
                yield family_relation(grid, parent, column, rows, len(kept), of, why)


def summed_columns(grid: Grid, parent: str, run: Sequence[str]) -> list[str]:
    """The columns in which a row adds up others to so many digits that it is no accident."""
    row = grid.rows[parent]
    return [c for c in _kept(grid, parent, run) if abs(value(row[c])) >= LONG * row[c].step]


def _next_apart(keys: Sequence[str], last: int, told: Families) -> str:
    """The row below another that is no part of it, nor of its parts; nothing where none is."""
    inside = [keys[last]]
    for key in inside:
        inside += told.get(key, ())
    known = {*inside}
    below = (keys[place] for place in range(last + 1, len(keys)))
    return next((key for key in below if key not in known), "")


def _goes_on(grid: Grid, next_row: str, kept: Sequence[str], column: str) -> bool:
    """May the row after the parts be one more of them, of which the agreeing columns print nothing?

    Then nobody knows what a column that fails should add up to.
    """
    row = grid.rows.get(next_row, {})
    is_silent = not any(c in row and value(row[c]) for c in kept)
    return is_silent and column in row and bool(value(row[column]))


def levels_without_total(grid: Grid) -> Iterator[FoundRelation]:
    """The rows that sum up others in a table without a row for the whole.

    Nothing but the figures tells them, so several rows must do so, and a column counts where most
    of them add up: numbers of documents and people stand beside the amounts, and add up to nothing.
    """
    told = {parent: run for parent, run in families(grid).items() if len(run) > 1}
    if len(told) < FEWEST:
        return
    kept = {parent: _kept(grid, parent, run) for parent, run in told.items()}
    asked = {parent: _summed(grid, parent, run) for parent, run in told.items()}
    columns = [
        column
        for column in grid.named(percent=False)
        if (of := sum(column in asked[parent] for parent in told))
        and (held := sum(column in kept[parent] for parent in told if column in asked[parent]))
        >= FEWEST
        and 3 * held >= 2 * of
    ]
    yield from family_relations(grid, told, columns)


def is_read_otherwise(
    grid: Grid, parent: str, run: Sequence[str], column: str, columns: Sequence[str]
) -> bool:
    """Are other columns of the row off as well, or this one by what rows one after another hold?"""
    kept = _kept(grid, parent, run)
    if column in kept:
        return False
    off = [c for c in _summed(grid, parent, run) if c in columns and c not in kept]
    missed = abs(whole_of(grid.printed(run, column)) - value(grid.rows[parent][column]))
    return len(off) > 1 or is_of_rows_in_a_row(grid, column, missed)


def is_of_rows_in_a_row(grid: Grid, column: str, wanted: Fraction) -> bool:
    """Do some figures of a column that follow one another come to this? Each is looked at once."""
    figures = map(value, grid.printed(grid.rows, column))
    reached = {Fraction(0)}
    for end in accumulate(figures):
        if end - wanted in reached:
            return True
        reached.add(end)
    return False


def _summed(grid: Grid, parent: str, run: Sequence[str]) -> list[str]:
    """The columns in which a row and some of those below it print more than nothing."""
    rows = [grid.rows[key] for key in run]
    return [
        column
        for column, shown in grid.rows[parent].items()
        if value(shown) and any(column in row and value(row[column]) for row in rows)
    ]


def found_by_trying(grid: Grid, rows: Sequence[str]) -> str:
    """Why a row is held to be the sum of these, where nothing but its figures says so."""
    return worded(
        "{label}: baris ini adalah jumlah {count} baris di bawahnya; ditemukan dengan mencoba",
        label=grid.label,
        count=len(rows),
    )


def family_relation(
    grid: Grid, parent: str, column: str, rows: Sequence[str], kept: int, of: int, reason: str
) -> FoundRelation:
    """A row as the sum of others in one column, `kept` times of `of` that the like was found."""
    return FoundRelation(
        f"rincian_{grid.name}_{NO_NAME.sub('_', parent.casefold())}_{column}",
        "jumlah",
        {"hasil": grid.cell(parent, column), "bagian": grid.cells(rows, column)},
        "dicoba",
        kept,
        of,
        0.0,
        reason,
        frozenset((column,)),
    )


def _kept(grid: Grid, parent: str, run: Sequence[str]) -> list[str]:
    kept = []
    for column in grid.named(percent=False):
        cells = grid.printed(run, column)
        if column in grid.rows[parent] and cells:
            kept += [column] if _agrees(grid.rows[parent][column], whole_of(cells)) else []
    return kept
