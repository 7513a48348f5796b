"""The repairs that would explain a finding, each as a line a reader can follow."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from lkjip_analysis.checking.findings.finding import NewPrint, Remedy
from lkjip_analysis.checking.findings.wording import in_place, wanted
from lkjip_analysis.language import listed, worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.place_names import label as label
from lkjip_analysis.report.place_names import place as place
from lkjip_analysis.report.place_names import quoted as quoted
from lkjip_analysis.report.place_names import source as source
from lkjip_analysis.report.report import CLAIMS, Report

SHOWN_WAYS = 12
"""So many repairs are told: a reader who compares more of them looks into the source instead."""
SHOWN_CELLS = 4
"""So many figures of one act are named; the act itself says which the others are."""
SHOWN_OLD = 2
"""Figures that were not brought up to date: two show which, and their print is beside them."""
ALIKE = 4
"""So many repairs of one row that miss by the same are told in one line."""
MANY_FOLLOW = 3
SHOWN_DEEP = 3
"""Beside a repair of one figure alone, so many are told that change `MANY_FOLLOW` others too."""


def are_exchanged(remedy: Remedy) -> bool:
    """Does the repair put each of two figures in the other's place?"""
    prints = [part.prints for part in remedy.cells]
    points = [part.cell.point for part in remedy.cells if part.cell.is_figure]
    exchanged = [Interval(point, point) for point in reversed(points)]
    return len(remedy.cells) == len(points) == 2 and prints == exchanged


def possibilities(report: Report, remedies: Sequence[Remedy], followed: bool = True) -> list[str]:
    """Each possible repair as a line; cells of one row or column that miss alike share a line.

    `followed` also counts the figures that would follow, and no more than counts most repairs that
    would change many.
    """
    told, counted = _simplest(remedies) if followed else (remedies, ())
    lines: list[str] = []
    for group in _groups(told):
        if group[0].act and len(group) > 1:
            lines.append(_one_act(report, group))
        elif len(group) >= ALIKE:
            is_empty = group[0].cells[0].cell.is_empty
            lines.append(_one_empty(report, group) if is_empty else _one_of(report, group))
        else:
            lines += [whole(report, remedy, followed) for remedy in group]
    more = len(lines) - SHOWN_WAYS
    rest = [worded("{more} kemungkinan lain", more=more)] if more > 0 else []
    return [*lines[:SHOWN_WAYS], *rest, *_counted(counted)]


def _groups(remedies: Sequence[Remedy]) -> list[list[Remedy]]:
    """Repairs that one line can tell: of one act, of one row, else of one column."""
    by_row = grouped(((r.act,) if r.act else _alike(r), r) for r in remedies)
    found: dict[Hashable, list[Remedy]] = {}
    for key, group in by_row.items():
        for remedy in group:
            is_row = remedy.act or len(group) >= ALIKE
            found.setdefault(key if is_row else _of_column(remedy), []).append(remedy)
    return list(found.values())


def _simplest(remedies: Sequence[Remedy]) -> tuple[Sequence[Remedy], Sequence[Remedy]]:
    """The repairs to tell, and those that are only counted: each would change many figures where
    another changes its own alone.
    """
    deep = [r for r in remedies if len(r.follows) >= MANY_FOLLOW and not r.act]
    alone = any(len(r.cells) == 1 and not r.follows for r in remedies)
    counted = deep[SHOWN_DEEP:] if alone and len(deep) > SHOWN_DEEP + 1 else []
    return [remedy for remedy in remedies if remedy not in counted], counted


def _counted(remedies: Sequence[Remedy]) -> list[str]:
    """One line for the repairs that are not told: how many figures each would change as well."""
    if not remedies:
        return []
    few, many = (f(len(remedy.follows) for remedy in remedies) for f in (min, max))
    return [
        worded(
            "{more} kemungkinan lain, masing-masing juga mengubah {span} angka lain",
            more=len(remedies),
            span=str(few) if few == many else worded("{low} sampai {high}", low=few, high=many),
        )
    ]


def _alike(remedy: Remedy) -> tuple[Hashable, ...]:
    """What repairs of one row share that one line can tell: by how much they miss."""
    part = remedy.cells[0]
    if part.cell.is_empty:
        return part.cell.address.table, part.cell.address.column, part.text
    exact = part.prints is not None and part.prints.low == part.prints.high
    if len(remedy.cells) > 1 or not exact or part.prints is None:
        return (tuple(part.cell.address for part in remedy.cells),)
    where = part.cell.address
    gap = Fraction(part.prints.low) - part.cell.point
    return (where.table, where.row if where.table != CLAIMS else where, gap)


def _of_column(remedy: Remedy) -> Hashable:
    """What repairs of one column share, each of one figure: by how much it misses.

    A slip with a name makes a repair worth a line of its own, except a digit: among many figures
    some digit always fits.
    """
    where, alike = remedy.cells[0].cell.address, _alike(remedy)
    if len(alike) < 3 or where.table == CLAIMS or not _is_plain(remedy.cells[0]):
        return (*alike, id(remedy))
    return where.table, where.column, alike[-1], len(remedy.follows)


def _is_plain(part: NewPrint) -> bool:
    """Is a repair no slip with a name, or a digit alone?"""
    old, new = part.cell.text, part.text or ""
    changed = sum(one != other for one, other in zip(old, new, strict=False))
    return not part.slip or (len(old) == len(new) and changed == 1)


def _one_of(report: Report, remedies: Sequence[Remedy]) -> str:
    """One line for repairs of one row, or one column, that all miss by the same."""
    cells = [remedy.cells[0].cell for remedy in remedies]
    part, table = remedies[0].cells[0], report.tables[cells[0].address.table]
    assert part.prints is not None
    gap = Fraction(part.prints.low) - part.cell.point
    rows = [table.row_name(cell.address.row) for cell in cells]
    columns = [table.type.columns[cell.address.column].judul for cell in cells]
    of_row = len({cell.address.row for cell in cells}) == 1
    line = worded(
        "{label}, {table}: salah satu dari {count} angkanya ({names}) {word} {abs}",
        label=table.label,
        table=rows[0] if of_row else worded("kolom “{column}”", column=columns[0]),
        count=len(cells),
        names=", ".join(columns) if of_row else _first_of(rows),
        word=worded("kurang" if gap > 0 else "lebih"),
        abs=number(abs(gap)),
    )
    return line if of_row else _with_followers(line, remedies[0])


def _first_of(names: Sequence[str]) -> str:
    """The first of many names, and how many more there are."""
    more = len(names) - SHOWN_CELLS
    shown = ", ".join(names[:SHOWN_CELLS])
    return shown + (worded(" dan {count} lagi", count=more) if more > 0 else "")


def _one_empty(report: Report, remedies: Sequence[Remedy]) -> str:
    """One line for empty cells of one column, any of which may lack the same figure."""
    part = remedies[0].cells[0]
    where = part.cell.address
    table = report.tables[where.table]
    names = [table.row_name(remedy.cells[0].cell.address.row) for remedy in remedies]
    return worded(
        "{table}, kolom {column}: salah satu dari {count} sel kosong ({names}), "
        "seharusnya {wanted}",
        table=table.label,
        column=table.type.columns[where.column].judul,
        count=len(names),
        names=", ".join(names),
        wanted=wanted(part),
    )


def _one_act(report: Report, remedies: Sequence[Remedy]) -> str:
    """One line for an act that may have begun at one of several figures, those that are shown."""
    more = len(remedies) - SHOWN_CELLS
    cells = [in_place(remedy.cells[0], report) for remedy in remedies[:SHOWN_CELLS]]
    rest = [worded("{more} angka lain", more=more)] if more > 0 else []
    return f"{remedies[0].act} ({worded(' atau ').join([*cells, *rest])})"


def whole(report: Report, remedy: Remedy, followed: bool = True) -> str:
    """One repair as a line: every cell that it changes, and how many figures follow."""
    cells = worded(" dan ").join(in_place(part, report) for part in remedy.cells)
    if remedy.act:
        cells = _acted(report, remedy)
    return _with_followers(cells, remedy) if followed else cells


def _with_followers(cells: str, remedy: Remedy) -> str:
    if not remedy.follows:
        return cells
    return worded(
        "{cells}; {count} angka lain ikut berubah", cells=cells, count=len(remedy.follows)
    )


def left_old(report: Report, remedy: Remedy) -> str:
    """The figures that an act left as they were, each with what it would be, and how many more."""
    shown = [
        worded(
            "{place} (seharusnya {wanted})", place=place(report, p.cell.address), wanted=wanted(p)
        )
        for p in remedy.cells[:SHOWN_OLD]
    ]
    more = len(remedy.cells) - SHOWN_OLD + len(remedy.follows)
    rest = [worded("{more} angka lain", more=more)] if more > 0 else []
    return listed([*shown, *rest])


def _acted(report: Report, remedy: Remedy) -> str:
    """An act in its words, with the first of many figures that it changed."""
    more = len(remedy.cells) - SHOWN_CELLS
    cells = [in_place(part, report) for part in remedy.cells[:SHOWN_CELLS]]
    rest = [worded("{more} angka lain", more=more)] if more > 0 else []
    return f"{remedy.act} ({worded(' dan ').join([*cells, *rest])})"
