"""Columns under one heading that is printed twice: nobody knows which one is meant, so that none of
them is read; the table keeps its others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.column_headings import headings_again, is_of_currency
from lkjip_analysis.intake.document.figure_like import is_figure_like
from lkjip_analysis.intake.tables.printed_table import PrintedTable, Refused
from lkjip_analysis.language import worded


def without_doubled(table: PrintedTable) -> PrintedTable:
    """The table without the columns whose heading stands a second time, each said with its place.

    A heading that reaches over several columns stands once, and of columns that print the same in
    every row (Satuan behind the target and behind the realisasi) any may be meant.
    """
    cells = table.head_cells
    paths = {i: cell.path for i, cell in enumerate(cells) if table.heads[i]}
    again = {
        place: other
        for place, before in headings_again(paths).items()
        if (other := tuple(i for i in before if _may_be_either(table, i, place)))
    }
    if not again:
        return table
    doubled: dict[str, set[int]] = {}
    for place, before in again.items():
        doubled.setdefault(table.heading(min(before)), set()).update((place, *before))
    lost = set[int]().union(*doubled.values())
    kept = [i for i in range(len(cells)) if i not in lost]
    refused = tuple(_refused(table, title, places) for title, places in doubled.items())
    return replace(with_columns(table, kept), refused=refused)


def with_columns(table: PrintedTable, kept: Sequence[int]) -> PrintedTable:
    """The table with these of its columns."""
    return replace(
        table,
        heads=tuple(table.heads[i] for i in kept),
        head_cells=tuple(table.head_cells[i] for i in kept),
        rows=tuple(row.only(kept) for row in table.rows) if kept else (),
    )


def without_currency_signs(table: PrintedTable) -> PrintedTable:
    """The table without columns of nothing but "Rp", whose heading is that of the figures beside.

    A column Satuan that says Rp in each row has a heading of its own, and stays.
    """
    kept, beside = list(range(len(table.heads))), range(len(table.heads) - 1)
    heads, cells = list(table.heads), list(table.head_cells)
    for sign in (i for i in beside if is_of_currency(table.column(i))):
        if heads[sign + 1] in ((), heads[sign]):
            heads[sign + 1], cells[sign + 1] = heads[sign], cells[sign]
            kept.remove(sign)
    if len(kept) == len(heads):
        return table
    return with_columns(replace(table, heads=tuple(heads), head_cells=tuple(cells)), kept)


def _may_be_either(table: PrintedTable, one: int, other: int) -> bool:
    """Have two columns a heading each, and do they print something else in some row?"""
    cells = table.head_cells
    apart = cells[one].place != cells[other].place
    return apart and any(row.texts[one] != row.texts[other] for row in table.rows)


def refused_columns(tables: Iterable[PrintedTable]) -> tuple[Refused, ...]:
    """The columns of all tables that are not read, each with the name of its table."""
    found = list[Refused]()
    for table in tables:
        name = table.label or table.title
        named = f"{name}: " if name else ""
        found += [replace(one, words=f"{named}{one.words}") for one in table.refused]
    return tuple(found)


def _refused(table: PrintedTable, title: str, places: Collection[int]) -> Refused:
    where = dict.fromkeys(table.head_cells[i].place for i in sorted(places))
    figures = sum(is_figure_like(text) for i in places for text in table.column(i) if text)
    told = 'judul kolom "{title}" tercetak dua kali ({where}): kolom-kolom itu tidak dibaca'
    more = 'judul kolom "{title}" tercetak {times} kali ({where}): kolom-kolom itu tidak dibaca'
    what = worded("beri tiap kolom judul sendiri dalam dokumennya, lalu ulangi")
    found = worded(
        told if len(where) == 2 else more, title=title, times=len(where), where=", ".join(where)
    )
    return Refused(f"{found}; {what}", figures)
