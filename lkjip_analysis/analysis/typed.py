"""Printed tables as typed frames: honest dtypes, totals apart, what is missing named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.analysis.one_row import joined
from lkjip_analysis.analysis.tabel import MISSING, Known, Tabel, knowing
from lkjip_analysis.report.schema import Column, TableType
from lkjip_analysis.report.tables import Cell, Table

NONE: Mapping[str, type] = {}
YEAR = "tahun"
"""A key that is a number: rows of years are asked for as 2021, and joined with other years."""

BLANK, DASH = "tidak diisi", "tanda -"


def typed(table: Table, layer: str) -> Tabel:
    """A printed table without its total rows, indexed by row key.

    Counts and rupiah are Int64, other figures float64, words str. Text in a merged cell belongs to
    the rows it spans. `tingkat` tells rows that are parts of others (1, 1.01) from those that are
    not, where a table has both.
    """
    whole = _frame(table, _columns(table))
    rows = whole.loc[list(table.rows)].copy()
    _spread_merged(rows, table)
    depth = _levels(table.rows)
    if len(set(depth)) > 1:
        rows["tingkat"] = pd.array(depth, dtype="Int64")
    totals = whole.loc[[key for key in table.keys if key not in table.rows]]
    if table.type.kunci == YEAR and all(key.isdecimal() for key in table.keys):
        rows.index, totals.index = rows.index.astype(int), totals.index.astype(int)
    return knowing(rows, _known(table, layer, totals))


def _known(table: Table, layer: str, totals: pd.DataFrame) -> Known:
    columns = table.type.columns
    cells: dict[tuple[Any, str], Cell] = {
        (a.row, a.column): cell for a, cell in table.cells.items()
    }
    if pd.api.types.is_integer_dtype(totals.index):
        cells = {(int(row), name): cell for (row, name), cell in cells.items()}
    own = frozenset(
        map(int, table.rows) if pd.api.types.is_integer_dtype(totals.index) else table.rows
    )
    rows = Known(
        label=table.label,
        judul=table.type.judul,
        nama=table.type.nama_baris,
        layer=layer,
        units={name: column.satuan for name, column in columns.items() if column.satuan},
        titles={name: column.judul for name, column in columns.items()},
        kept={
            "sel": Kept({place: cell.address for place, cell in cells.items()}),
            "desimal": Kept({p: max(c.decimals, 0) for p, c in cells.items() if c.is_figure}),
        },
    )
    return replace(rows, total=knowing(totals, rows), missing=_missing(table), baris=own)


def empty(kind: TableType | None, extra: Mapping[str, type] = NONE) -> Tabel:
    """A table that a report does not print: its columns, no rows."""
    columns = kind.columns if kind else {}
    data = {
        name: pd.Series(dtype=_empty_dtype(column))
        for name, column in columns.items()
        if kind and name != kind.kunci and not column.hanya_tercetak
    }
    index = pd.Index([], name=kind.kunci if kind else None, dtype=str)
    frame = pd.DataFrame({**data, **{name: pd.Series(dtype=kind) for name, kind in extra.items()}})
    frame.index = index
    units = {name: column.satuan for name, column in columns.items() if column.satuan}
    titles = {name: column.judul for name, column in columns.items()}
    judul = kind.judul if kind else ""
    return knowing(frame, Known(judul=judul, units=units, titles=titles, is_absent=True))


def whole(table: Tabel, kind: TableType) -> Tabel:
    """The table with the columns of its type: what the report does not print is empty."""
    for name, column in kind.columns.items():
        if name not in (*table.columns, kind.kunci) and not column.hanya_tercetak:
            values = [None] * len(table)
            table[name] = pd.Series(values, index=table.index, dtype=_empty_dtype(column))
    return table


def stacked(tables: Sequence[Tabel]) -> Tabel:
    """Tables of one type, one below the other, one row for each key, that know what each knows."""
    frame = joined([table.traced() for table in tables])
    known, kept = [table._known for table in tables], dict(frame.attrs)
    return knowing(
        frame,
        replace(
            known[0],
            label=", ".join(one.label for one in known),
            kept=kept,
            units={n: unit for one in known for n, unit in one.units.items()},
            titles={n: title for one in known for n, title in one.titles.items()},
            total=knowing(pd.concat([table.total.frame for table in tables]), known[0]),
            baris=frozenset(frame.index),
            missing=pd.concat([table.missing for table in tables], ignore_index=True),
        ),
    )


def _levels(rows: Sequence[str]) -> list[int]:
    """How many other rows each row is a part of, counted from 1."""
    return [1 + sum(row.startswith(f"{other}.") for other in rows) for row in rows]


def _columns(table: Table) -> list[Column]:
    present = {address.column for address in table.cells}
    key = table.type.kunci
    return [c for name, c in table.type.columns.items() if name in present and name != key]


def _frame(table: Table, columns: Sequence[Column]) -> pd.DataFrame:
    index = pd.Index(table.keys, name=table.type.kunci, dtype=str)
    data: dict[str, Any] = {}
    for column in columns:
        cells = [table.cell(row, column.name) for row in table.keys]
        data[column.name] = _series(cells, column, index)
        if column.tipe == "angka" and any(_is_word(cell) for cell in cells):
            words = [cell.words if _is_word(cell) else None for cell in cells]
            data[f"{column.name}_teks"] = pd.Series(words, index=index, dtype=str)
        elif column.tipe == "teks" and any(cell.is_figure for cell in cells):
            data[f"{column.name}_angka"] = _floats(cells, index)
    return pd.DataFrame(data, index=index)


def _series(cells: Sequence[Cell], column: Column, index: pd.Index[str]) -> pd.Series[Any]:
    if column.tipe != "angka":
        return pd.Series([cell.words or None for cell in cells], index=index, dtype=str)
    figures = [cell.point if cell.is_figure else None for cell in cells]
    whole = column.presisi == "eksak" and all(f is None or f.denominator == 1 for f in figures)
    if whole:
        counts = [None if figure is None else int(figure) for figure in figures]
        return pd.Series(pd.array(counts, dtype="Int64"), index=index)
    return _floats(cells, index)


def _floats(cells: Sequence[Cell], index: pd.Index[str]) -> pd.Series[Any]:
    figures = [float(cell.point) if cell.is_figure else None for cell in cells]
    return pd.Series(figures, index=index, dtype=float)


def _empty_dtype(column: Column) -> Any:
    if column.tipe != "angka":
        return str
    return "Int64" if column.presisi == "eksak" else float


def _is_word(cell: Cell) -> bool:
    """Does a cell of a column of figures print a grade or a range (no figure, yet no gap)?"""
    return cell.printed is None and bool(cell.words)


def _spread_merged(rows: pd.DataFrame, table: Table) -> None:
    """What a merged cell says belongs to the rows below it, never to a total."""
    for name, column in table.type.columns.items():
        if column.gabungan and name in rows:
            rows[name] = rows[name].ffill()


def _missing(table: Table) -> pd.DataFrame:
    found = [
        (cell.address.row, cell.address.column, cell.words, _kind(cell.words))
        for cell in table
        if cell.column.tipe == "angka" and not cell.is_figure and not _is_word(cell)
    ]
    return pd.DataFrame(found, columns=MISSING, dtype=str)


def _kind(text: str) -> str:
    """The kind of a gap: left blank, a dash, or the words that stand there."""
    if not text:
        return BLANK
    return DASH if text in {"-", "–", "—"} else text.casefold()
