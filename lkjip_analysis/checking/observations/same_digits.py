"""Figures that look copied by mistake: the same digits in two columns, one score off the grid."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, NewPrint, Remedy, Told
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address, Cell, Table

DIGITS = 6
"""So many digits are not alike by chance."""
NO_DIGIT = re.compile(r"\D+")

ROWS = 30
"""Of fewer figures all may be multiples of five of their last digit by accident."""
RARE = Fraction(1, 50)
"""On so many rows, so few off the common grid are worth a look."""


def found(report: Report) -> Iterator[Finding]:
    """The suspicions about figures of every table."""
    for table in report.tables.values():
        if table.name != CLAIMS:
            yield from _alike_in_a_row(report, table)
            yield from _off_the_grid(report, table)


def _alike_in_a_row(report: Report, table: Table) -> Iterator[Finding]:
    """The same digits in two columns of one row whose units differ."""
    columns = [name for name, column in table.type.columns.items() if column.is_number]
    for key in table.keys:
        cells = [table.cells.get(Address(table.name, key, name)) for name in columns]
        for first, second in _alike([cell for cell in cells if cell and cell.is_figure]):
            if _of_other_units(first, second) and not _computed(first, second, cells):
                told = worded(
                    "{figure}, angka yang sama dengan kolom {judul} ({other}).",
                    figure=wording.quoted(first),
                    judul=second.column.judul,
                    other=wording.quoted(second),
                )
                impact = worded("Salah satu kolom mungkin tersalin dari yang lain.")
                yield _suspicion(report, "kembar", told, impact, (first, second))


def _alike(cells: Sequence[Cell]) -> list[tuple[Cell, Cell]]:
    """The pairs of cells that print the same digits, from left to right."""
    same: defaultdict[str, list[int]] = defaultdict(list)
    for place, cell in enumerate(cells):
        same[NO_DIGIT.sub("", cell.text)].append(place)
    held = [places for digits, places in same.items() if len(digits) >= DIGITS]
    pairs = sorted(pair for places in held for pair in combinations(places, 2))
    return [(cells[first], cells[second]) for first, second in pairs]


def _computed(first: Cell, second: Cell, cells: Sequence[Cell | None]) -> bool:
    """Is one the other in percent of a third, such as a capaian of a target of 1 or 100?"""
    thirds = [c.point for c in cells if c and c.is_figure and c not in (first, second)]
    pairs = ((first.point, second.point), (second.point, first.point))
    return any(part * 100 == share * whole for whole in thirds for part, share in pairs)


def _of_other_units(first: Cell, second: Cell) -> bool:
    """Do they count other things? A column whose unit nobody told may count the same."""
    units = {first.column.satuan, second.column.satuan}
    return len(units) == 2 and "" not in units


def _off_the_grid(report: Report, table: Table) -> Iterator[Finding]:
    """The few figures of a column that are no multiple of what all the others are."""
    for name, column in table.type.columns.items():
        cells = [table.cells.get(Address(table.name, key, name)) for key in table.rows]
        figures = [c for c in cells if c and column.is_number and c.is_figure and c.decimals > 0]
        if len(figures) < ROWS:
            continue
        grid, few = step(figures[0].decimals) * 5, int(len(figures) * RARE)
        off = list(islice((cell for cell in figures if cell.point % grid), few + 1))
        for cell in off if len(off) <= few else ():
            others = len(figures) - len(off)
            told = worded(
                "{wording} bukan kelipatan {grid}; {others} angka lain dalam kolom ini "
                "kelipatannya.",
                wording=wording.quoted(cell),
                grid=number(grid),
                others=others,
            )
            yield _suspicion(
                report, "kelipatan", told, worded("Mungkin salah satu digitnya."), (cell,)
            )


def _suspicion(
    report: Report, name: str, told: str, impact: str, cells: tuple[Cell, ...]
) -> Finding:
    where = cells[0].address
    return Finding(
        id=f"{name}.{where}",
        kind="dugaan",
        source=wording.source(report, where),
        label=wording.label(report, where),
        rules=(name,),
        remedies=(Remedy(tuple(NewPrint(cell, None, None) for cell in cells)),),
        impact=impact,
        told=Told(told, where=wording.place(report, where)),
    )
