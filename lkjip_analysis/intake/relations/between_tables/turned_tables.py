"""Tables that stand on their side: each row a measure, each column a quarter or a year.

One indicator's table has rows "Target", "Realisasi", "Capaian (%)": what is said of columns
elsewhere holds of its rows. Of a table of things over years only a row that calls itself a ratio
or a percentage ("Sex ratio" below "Laki-laki" and "Perempuan") is held against the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, GridColumn
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.intake.relations.between_tables.alike_rows import is_only_measured
from lkjip_analysis.intake.relations.columns.column_relations import column_relations
from lkjip_analysis.numbers.printed import Printed

LEAST, MOST = 3, 12
"""So many measures a thing may have; more rows are years, or things."""
PERCENT = re.compile(r"%|persen|prosentase|capaian|serapan|\brati?o\b|\brasio\b", re.IGNORECASE)


RATIO = re.compile(r"%|\b(?:persen\w*|prosentase|rasio|ratio|proporsi|pertumbuhan)\b", re.I)
PERIOD = re.compile(r"(?:19|20)\d\d|\b(?:triwulan|tw|semester|bulan|q[1-4])\b", re.I)


def turned_relations(grid: Grid) -> Iterator[FoundRelation]:
    """The relations between the rows of a table of measures, one for each column that has them."""
    measures, over_time = _is_of_measures(grid), _is_over_time(grid)
    if not (measures or over_time):
        return
    for found in column_relations(_turned(grid)):
        result = str(found.entries["hasil"]).removeprefix(".")
        if not measures and not RATIO.search(grid.names.get(result, "")):
            continue
        rows = str(found.entries["baris"]).split("|")
        held = [c for c in grid.named() if (rows == ["*"] or c in rows) and _prints(grid, found, c)]
        for column in held:
            yield _of_column(grid, found, column)


def _is_of_measures(grid: Grid) -> bool:
    names = [grid.names.get(key, "") for key in grid.rows]
    measures = all(is_only_measured(name) and re.search(r"[^\W\d]{3}", name) for name in names)
    return measures and LEAST <= len(names) <= MOST and len(grid.columns) > 1


def _is_over_time(grid: Grid) -> bool:
    """Is each column a year or quarter, and does a row call itself a ratio?"""
    periods = len(grid.columns) > 2 and all(PERIOD.search(c.head) for c in grid.columns)
    ratio = any(RATIO.search(grid.names.get(key, "")) for key in grid.rows)
    return periods and ratio and LEAST <= len(grid.rows) <= MOST


def _turned(grid: Grid) -> Grid:
    rows: dict[str, Mapping[str, Printed]] = {
        column.name: {key: row[column.name] for key, row in grid.rows.items() if column.name in row}
        for column in grid.columns
    }
    names = {key: grid.names[key] for key in grid.rows}
    return Grid(
        grid.name,
        grid.label,
        tuple(GridColumn(key, name, bool(PERCENT.search(name))) for key, name in names.items()),
        {key: place for place, key in enumerate(names)},
        rows,
        {},
        tuple(rows),
        {column.name: column.head for column in grid.columns},
        grid.title,
        grid.sort,
    )


def _prints(grid: Grid, found: FoundRelation, column: str) -> bool:
    return all(column in grid.rows[key] for key in found.columns)


def _of_column(grid: Grid, found: FoundRelation, column: str) -> FoundRelation:
    """What holds of the rows, as a relation between the cells of one column."""
    told = {
        role: str(text) for role, text in found.entries.items() if role not in ("tabel", "baris")
    }
    entries = {
        role: re.sub(r"(?<![\w\]])\.(\w+)", lambda match: grid.cell(match[1], column), text)
        for role, text in told.items()
    }
    return replace(found, name=f"{found.name}_{column}", entries=entries)
