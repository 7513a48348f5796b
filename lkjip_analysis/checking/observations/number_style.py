"""Figures that break the number style of their column but can be read in one way only.

One figure among others is a slip of writing. Several of a column, or all, are one remark; in a
report that writes all its decimals so, it is the report's own way and none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, NewPrint, Remedy, Told
from lkjip_analysis.checking.observations import style_wording
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.printed import readings
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Cell

WHOLE = 2
"""So many figures of a column are no slip of writing, but a way of it."""


def found(report: Report) -> Iterator[Finding]:
    """What there is to say of figures in another style than declared."""
    own_way = _is_own_way(report)
    columns: dict[tuple[str, str], list[Cell]] = {}
    for cell in report.cells():
        if cell.printed is not None and (len(readings(cell.printed.core)) == 1):
            columns.setdefault((cell.address.table, cell.address.column), []).append(cell)
    for cells in columns.values():
        off = [c for c in cells if c.printed and c.printed.off_style]
        off = [cell for cell in off if not (own_way and _has_decimals(cell))]
        if len(off) >= WHOLE:
            count = None if len(off) == len(cells) else (len(off), len(cells))
            yield _finding(
                report, off, style_wording.column_style(report, off[0], _meant(off[0]), count)
            )
        elif off:
            yield _finding(report, off, style_wording.number_style(report, off[0], _meant(off[0])))


def _is_own_way(report: Report) -> bool:
    """Are all decimals of the report written with one mark, whatever its columns declare?"""
    told = [cell.printed for cell in report.figures() if cell.printed and _has_decimals(cell)]
    off = [printed for printed in told if printed.off_style]
    return len(off) >= WHOLE and len({_last_mark(printed.core) for printed in told}) == 1


def _last_mark(core: str) -> str:
    """What stands before the decimals of a figure that has some."""
    return core[max(core.rfind("."), core.rfind(","))]


def _has_decimals(cell: Cell) -> bool:
    power = cell.printed.power if cell.printed else 0
    return cell.decimals + power > 0


def _meant(cell: Cell) -> str:
    assert cell.printed is not None
    power = cell.printed.power
    places = max(cell.decimals + power, 0)
    return number(cell.point / 10**power, places, style=cell.printed.style)


def _finding(report: Report, cells: Sequence[Cell], told: Told) -> Finding:
    prints = tuple(
        NewPrint(cell, Interval(cell.point, cell.point), _meant(cell), worded("gaya angka lain"))
        for cell in cells
    )
    first = cells[0].address
    return Finding(
        id=f"{first.anchor}-gaya",
        kind="kaidah",
        source=wording.source(report, first),
        label=wording.label(report, first),
        rules=(),
        remedies=(Remedy(prints),),
        impact=worded("Nilainya tidak berubah."),
        told=told,
    )
