"""Rows that call themselves a total or a mean, and the rows that they sum up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, near, value, whole_of
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.intake.relations.rows.coded_rows import coded_families, coded_levels
from lkjip_analysis.intake.relations.rows.failing_totals import is_meant_as_total
from lkjip_analysis.intake.relations.rows.families import (
    Families,
    families,
    family_relations,
    levels_without_total,
    tops,
)
from lkjip_analysis.intake.relations.rows.marked_rows import marked_levels
from lkjip_analysis.intake.relations.rows.means_of_others import (
    counts_otherwise,
    is_mean_of,
    is_of_other_figures,
    mean_of_means,
)
from lkjip_analysis.intake.relations.rows.named_subtotals import named_subtotals, subtotal_relations
from lkjip_analysis.intake.relations.rows.rates import is_rate, make_a_whole
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed
from lkjip_analysis.report.row_levels import families as key_families
from lkjip_analysis.report.row_names import begins_as_total, is_total_name

TOTAL, MEAN = "jumlah", "rerata"
"""The keys of rows that sum others up."""
REACH = 50
"""Over so many earlier sums a sum is tried: a table of thousands of them must end too."""
LEVELS = re.compile(r"\W*(program|kegiatan|sub\s*kegiatan|sub\s*urusan|urusan)\b", re.IGNORECASE)


def total_rows(grid: Grid, levels_known: bool) -> Iterator[FoundRelation]:
    """A row that calls itself a total or a mean, over the rows above it."""
    told = {} if levels_known else coded_families(grid)
    coded = list(coded_levels(grid, told))
    inner = told if coded else {}
    yield from coded
    if not (coded or (levels_known and key_families(grid.order))):
        yield from marked_levels(grid)
    has_total = any(_kind(key) == TOTAL for key in grid.sums)
    if not (coded or has_total or (levels_known and key_families(grid.order))):
        yield from levels_without_total(grid)
    since: list[str] = []
    for key, following in pairwise((*grid.order, "")):
        if key not in grid.sums:
            since.append(key)
            continue
        kind = _kind(key)
        if not (levels_known and key == TOTAL):
            yield from _one_row(grid, key, kind, since, inner)
        elif named := _subtotals(grid, key, kind, [*grid.rows]):
            yield from _over_subtotals(grid, key, kind, named)
        elif not (coded or key_families(grid.order) or _any_sum(grid, key, kind, [*grid.rows])):
            yield from _over_tops(grid, key, kind)
        since = since if following in grid.sums else []


def _kind(key: str) -> str:
    return MEAN if re.fullmatch(rf"{MEAN}(_\d+)?", key) else TOTAL


def _one_row(
    grid: Grid, key: str, kind: str, since: Sequence[str], coded: Families
) -> Iterator[FoundRelation]:
    parts = _parts(grid, key, kind, since)
    if not parts:
        yield from mean_of_means(grid, key)
        return
    if named := _subtotals(grid, key, kind, parts):
        yield from _over_subtotals(grid, key, kind, named)
        return
    if kind == TOTAL and not _any_sum(grid, key, kind, parts):
        inner = coded or families(grid)
        top = [part for part in tops(grid, inner) if part in parts]
        if inner and _any_sum(grid, key, kind, top):
            if not coded:
                yield from family_relations(grid, inner)
            parts = top
        elif _is_nested(grid, parts):
            return
    yield from _columns(grid, key, kind, parts)


def _over_tops(grid: Grid, key: str, kind: str) -> Iterator[FoundRelation]:
    """A total of the rows that no other row sums up, though no code tells their levels."""
    inner = families(grid)
    top = tops(grid, inner)
    if inner and _any_sum(grid, key, kind, top):
        yield from family_relations(grid, inner)
        yield from _columns(grid, key, kind, top)


def _subtotals(grid: Grid, key: str, kind: str, parts: Sequence[str]) -> list[str]:
    """The rows named as totals that a total sums up; none where it sums up others."""
    named = named_subtotals(grid, parts) if kind == TOTAL else []
    return named if len(named) > 1 and _any_sum(grid, key, kind, named) else []


def _over_subtotals(
    grid: Grid, key: str, kind: str, named: Sequence[str]
) -> Iterator[FoundRelation]:
    yield from subtotal_relations(grid, named)
    yield from _columns(grid, key, kind, named)


def _columns(grid: Grid, key: str, kind: str, parts: Sequence[str]) -> Iterator[FoundRelation]:
    """The sum or mean of each column that a summary row prints."""
    least = 1 if kind == MEAN and _are_means_of_groups(grid) else 2
    summed = {
        c: rows
        for c in grid.named()
        if c in grid.sums[key] and len(rows := [k for k in parts if c in grid.rows[k]]) >= least
    }
    kept = [c for c, rows in summed.items() if _sums_to(grid, key, c, kind, rows)]
    may_fail = kind == TOTAL and not kept and is_total_name(grid.names[key])
    is_meant = may_fail and is_meant_as_total(grid, key, summed)
    by_figures = kind == TOTAL and not begins_as_total(grid.names[key])
    for column, rows in summed.items():
        if by_figures and column not in kept and _is_within(grid, key, column, rows):
            continue
        if column not in kept and (
            grid.is_partial
            or _is_other_summary(grid, key, column, kind, rows)
            or (kind == TOTAL and is_rate(grid, key, column, rows))
            or (kind == MEAN and _is_no_mean(grid, key, column, rows, parts))
        ):
            continue
        relation = _relation(grid, key, column, kind, summed, kept, parts)
        yield replace(relation, is_meant=is_meant)


def _is_no_mean(
    grid: Grid, key: str, column: str, rows: Sequence[str], parts: Sequence[str]
) -> bool:
    """Is the figure one of other things, or, below one group of the rows, the sum of all?"""
    every = [k for k in grid.rows if column in grid.rows[k]]
    return (
        is_of_other_figures(
            value(grid.sums[key][column]), [*map(value, grid.printed(rows, column))]
        )
        or counts_otherwise(grid, key, column, parts)
        or _is_of_totals(grid, key, column)
        or (len(every) > len(rows) and _sums_to(grid, key, column, TOTAL, every))
    )


def _relation(
    grid: Grid,
    key: str,
    column: str,
    kind: str,
    summed: Mapping[str, Sequence[str]],
    kept: Sequence[str],
    parts: Sequence[str],
) -> FoundRelation:
    rows = summed[column]
    told = {k for k, row in grid.rows.items() if column in row}
    whole = set(rows) == told and len(parts) == len(grid.rows)  # none stands below the total
    named = [k for k in parts if grid.prints(k, column)]
    bagian = grid.cell("*", column) if whole else grid.cells(named, column)
    said = worded("disebut jumlah") if kind == TOTAL else worded("disebut rata-rata")
    if kind == MEAN and not grid.names[key]:
        said = worded("tidak bernama, dan angkanya hampir rata-rata")
    if kind == TOTAL and not is_total_name(grid.names[key]):
        said = worded("({names}) jumlah", names=grid.names[key])
    counted = [c for c in summed if c in kept or not grid.column(c).is_percent]
    return FoundRelation(
        f"{kind}_{grid.name}_{key}_{column}",
        kind,
        {"hasil": grid.cell(key, column), "bagian": bagian},
        "baris jumlah" if grid.names[key] else "dicoba",
        len(kept),
        len(counted),
        0.0,
        worded(
            "{label}: baris ini {said} {count} baris", label=grid.label, said=said, count=len(rows)
        ),
        frozenset((column,)),
    )


def _parts(grid: Grid, key: str, kind: str, since: Sequence[str]) -> list[str]:
    """The rows that it sums up: all, or those since an earlier sum; nothing where none fit."""
    alike = [k for k in grid.order if k in grid.sums and k.startswith(kind)]
    every, last = list(grid.rows), key == alike[-1]
    if kind == TOTAL and len(alike) == 1:  # rows below it may be none of its parts
        either = [rows for rows in ([*since], every) if rows]
        return max(either, default=every, key=lambda rows: len(_summed_by(grid, key, kind, rows)))
    if len(alike) == 1 or (kind == MEAN and not since):
        return every
    if kind == MEAN and not (last and _follows_a_sum(grid, key)):
        return every if last and _any_sum(grid, key, kind, every) else list(since)
    back = islice(_reaching_back(grid, key), REACH) if kind == TOTAL else ()
    tries = chain([every] if last else [], back)
    fitting = (rows for rows in tries if _any_sum(grid, key, kind, rows))
    means = [grid.sums[k] for k in alike[:-1]] if kind == MEAN else []
    return next(fitting, every if last and not _is_mean_of(grid.sums[key], means) else [])


def _are_means_of_groups(grid: Grid) -> bool:
    """Is each row called a mean that of the rows since the one before, but for a last one of all?
    Then so is that of a group of one."""
    groups: dict[str, list[str]] = {}
    since: list[str] = []
    for key in grid.order:
        if key in grid.rows:
            since.append(key)
        elif since:
            groups[key], since = since, []
    told = [(key, rows) for key, rows in groups.items() if len(rows) > 1]
    means = all(_kind(key) == MEAN for key in grid.sums)
    return means and bool(told) and all(_any_sum(grid, key, MEAN, rows) for key, rows in told)


def _follows_a_sum(grid: Grid, key: str) -> bool:
    return grid.order[grid.order.index(key) - 1] in grid.sums


def _reaching_back(grid: Grid, key: str) -> Iterator[list[str]]:
    """The rows above it since the last sum, since the one before it, and so on."""
    rows: list[str] = []
    for above in reversed(grid.order[: grid.order.index(key)]):
        if above not in grid.sums:
            rows.append(above)
        elif rows:
            yield rows[::-1]
    if rows:
        yield rows[::-1]


def _is_mean_of(row: Mapping[str, Printed], means: Sequence[Mapping[str, Printed]]) -> bool:
    """Is a row the mean of other means, in one of its columns?"""
    told = {c: [mean[c] for mean in means if c in mean] for c in row}
    return any(is_mean_of(row[c], parts) for c, parts in told.items())


def _any_sum(grid: Grid, key: str, kind: str, parts: Sequence[str]) -> bool:
    return bool(_summed_by(grid, key, kind, parts))


def _summed_by(grid: Grid, key: str, kind: str, parts: Sequence[str]) -> list[str]:
    """The columns in which a summary row is the sum or mean of these rows."""
    told = {c: [k for k in parts if c in grid.rows[k]] for c in grid.named()}
    return [
        c
        for c, rows in told.items()
        if c in grid.sums[key]
        and value(grid.sums[key][c])
        and len(rows) > 1
        and _sums_to(grid, key, c, kind, rows)
    ]


def _sums_to(grid: Grid, key: str, column: str, kind: str, rows: Sequence[str]) -> bool:
    parts = grid.printed(rows, column)
    whole = whole_of(parts)
    return near(grid.sums[key][column], whole / len(parts) if kind == MEAN else whole, parts)


def _is_within(grid: Grid, key: str, column: str, rows: Sequence[str]) -> bool:
    """Is it no more than the largest part? So is the rate of a whole place, which is no sum."""
    return value(grid.sums[key][column]) <= max(value(grid.rows[k][column]) for k in rows)


def _is_other_summary(grid: Grid, key: str, column: str, kind: str, rows: Sequence[str]) -> bool:
    """The share of a total row is rather the share of its totals; achievements are cut off."""
    parts = grid.printed(rows, column)
    if kind == TOTAL:
        other = grid.sums[key][column].unit == "%" and all(p.unit != "%" for p in parts)
        return other or (grid.column(column).is_percent and not make_a_whole(parts))
    means = (
        sum((min(value(p), Fraction(cap)) for p in parts), Fraction(0)) / len(parts)
        for cap in (100, 120)
    )
    return any(near(grid.sums[key][column], mean, parts) for mean in means)


def _is_of_totals(grid: Grid, key: str, column: str) -> bool:
    """Is it the mean of what the rows named as totals print, each of a part of the table?"""
    sums = [row for other, row in grid.sums.items() if _kind(other) == TOTAL]
    return is_mean_of(grid.sums[key][column], [row[column] for row in sums if column in row])


def _is_nested(grid: Grid, parts: Sequence[str]) -> bool:
    """Do rows stand for parts of other rows: a programme, its activities?"""
    levels = {match[1].casefold() for key in parts if (match := LEVELS.match(grid.names[key]))}
    keys = set(parts)
    coded = any(part.rpartition(".")[0] in keys for part in parts)
    return len(levels) > 1 or coded
