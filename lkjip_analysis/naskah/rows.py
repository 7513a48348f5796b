"""From a printed table and its guessed type to the rows of a CSV, texts untouched.

What a cell prints together is put in the columns it belongs to ("165,68 (Sangat Baik)",
"1. Jati"); what the type has no place for is listed, never dropped silently.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lkjip_analysis.naskah.keys import Names, slug
from lkjip_analysis.naskah.tables import PrintedTable, Row
from lkjip_analysis.naskah.texts import one_line
from lkjip_analysis.naskah.type_guesses import NUMBERED, split_class
from lkjip_analysis.printed import Unreadable
from lkjip_analysis.reading.schema import Column, TableType
from lkjip_analysis.reading.tables import Address, read_cell

NOWHERE = Address("", "", "")
UNIT = re.compile(r"[\d.,]*\d\s*([^\W\d_][^\d%]{0,25})")


@dataclass(frozen=True)
class Body:
    """The rows of a table as column -> text, the totals marked, and what was left."""

    rows: tuple[Mapping[str, str], ...]
    totals: tuple[bool, ...]
    left: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()


def body_of(table: PrintedTable, kind: TableType, columns: Mapping[int, str]) -> Body:
    """The rows of `table` under the columns of its type; keys are given later."""
    has_group = "sasaran" in kind.columns and "sasaran" not in columns.values()
    last_total = max((i for i, row in enumerate(table.rows) if row.is_total), default=-1)
    rows: list[dict[str, str]] = []
    totals: list[bool] = []
    left: list[tuple[str, ...]] = []
    lines: list[int] = []
    group = ""
    for i, row in enumerate(table.rows):
        if row.is_total and not (kind.total and i == last_total):
            left.append(row.texts)
        elif not row.is_total and (row.spans or _is_lone(row, kind, columns)):
            group = row.first if has_group else ""
            left += [] if has_group else [row.texts]
        else:
            told = {name: row.texts[number] for number, name in columns.items()}
            if has_group:
                told["sasaran"], group = group, ""
            if row.is_total:
                told = _total(told, row, kind)
            rows.append(told)
            totals.append(row.is_total)
            lines.append(row.line)
    body = Body(tuple(rows), tuple(totals), tuple(left), (), tuple(lines))
    return _with_numbers(_with_classes(body, kind), kind)


def _is_lone(row: Row, kind: TableType, columns: Mapping[int, str]) -> bool:
    """A single text away from the column of names: a heading between rows."""
    named = any(row.texts[i] for i, name in columns.items() if name == kind.nama_baris)
    return not named and sum(bool(text) for text in row.texts) == 1


def _total(told: Mapping[str, str], row: Row, kind: TableType) -> dict[str, str]:
    """The word of a total row stands where the row's name does, however wide its cell is."""
    moved = {name: "" if text == row.first else text for name, text in told.items()}
    return {**moved, kind.nama_baris: row.first}


def _with_classes(body: Body, kind: TableType) -> Body:
    """A class in parentheses behind a figure goes to the class column of its own."""
    order = list(kind.columns)
    printed = {name for row in body.rows for name in row}
    rows = body.rows
    for number, following in pairwise(order):
        if number not in printed or following in printed:
            continue
        classed = kind.columns[number].is_number and kind.columns[following].tipe == "kategori"
        if classed and any(split_class(row[number])[1] for row in rows):
            rows = tuple(
                {**row, number: split_class(row[number])[0],
                 following: split_class(row[number])[1]} for row in rows
            )  # fmt: skip
    return replace(body, rows=rows)


def _with_numbers(body: Body, kind: TableType) -> Body:
    """Where every name begins with its number and the type has a column for it, it goes there."""
    order = list(kind.columns)
    rows = body.rows
    for number, name in pairwise(order):
        missing = not any(number in row for row in rows)
        if not (missing and number.startswith("no") and any(name in row for row in rows)):
            continue
        texts = [row[name] for row, total in zip(rows, body.totals, strict=True) if not total]
        filled = [text for text in texts if text]
        if filled and all(NUMBERED.match(text) for text in filled):
            rows = tuple(
                {**row, number: m[1], name: row[name][m.end():]}
                if (m := NUMBERED.match(row[name])) else {**row, number: ""} for row in rows
            )  # fmt: skip
    return replace(body, rows=rows)


def keyed(body: Body, kind: TableType, names: Names) -> tuple[list[dict[str, str]], list[str]]:
    """The rows with their key filled in, and what there is to say about it."""
    rows = [dict(row) for row in body.rows]
    notes: list[str] = []
    if kind.columns[kind.kunci].name == "kode":
        plain = [row for row, total in zip(rows, body.totals, strict=True) if not total]
        goals = _filled_down([row.get("sasaran", "") for row in plain])
        called = [row.get(kind.nama_baris, "") for row in plain]
        for row, key in zip(plain, names.keys(kind.nama_baris, called, goals), strict=True):
            row[kind.kunci] = key
        for row, total in zip(rows, body.totals, strict=True):
            if total:
                row[kind.kunci] = kind.total[0]
        return rows, notes
    seen: set[str] = set()
    for i, row in enumerate(rows, 1):
        key = re.sub(r"[\[\]*?]", "", row.get(kind.kunci, "")).strip()
        if not key or key in seen:
            notes.append(f"baris {i}: nomor {'berulang' if key else 'tidak tercetak'}, dipakai {i}")
            key = str(i) if str(i) not in seen else f"{i}.{len(seen)}"
        seen.add(key)
        row[kind.kunci] = key
    return rows, notes[:3] + ([f"... dan {len(notes) - 3} lagi"] if len(notes) > 3 else [])


def _filled_down(texts: Sequence[str]) -> list[str]:
    filled: list[str] = []
    for text in texts:
        filled.append(text or (filled[-1] if filled else ""))
    return filled


def printed_units(texts: Sequence[str], column: Column) -> tuple[str, ...]:
    """Units behind figures of a column that its type does not know yet."""
    known = {unit.casefold() for unit in column.satuan_tercetak} | {"ribu", "juta", "miliar"}
    found = (UNIT.fullmatch(one_line(text)) for text in texts)
    units = dict.fromkeys(match[1].strip() for match in found if match)
    return tuple(unit for unit in units if unit.casefold() not in known)


def with_units(column: Column, units: Sequence[str]) -> Column:
    return replace(column, satuan_tercetak=(*column.satuan_tercetak, *units))


def unreadable(text: str, column: Column) -> str:
    """Why a cell is no figure, in words; nothing where it can be read."""
    if not column.is_number:
        return ""
    try:
        read_cell(NOWHERE, text, "", 0, column)
    except Unreadable:
        return f'"{text}" tidak terbaca sebagai angka kolom {column.judul or column.name}'
    return ""


def new_type(table: PrintedTable, name: str) -> tuple[TableType, dict[int, str]]:
    """A table type of its own, made from the headings, for a table that fits none."""
    columns: dict[str, Column] = {"kode": Column("kode", "kunci", "Kode")}
    places: dict[int, str] = {}
    for number in range(len(table.heads)):
        heading = table.heading(number) or f"kolom {number + 1}"
        column = _new_column(slug(heading, columns, 3), heading, table.column(number))
        columns[column.name] = column
        places[number] = column.name
    texts = [n for n, c in columns.items() if c.tipe == "teks" and not n.startswith("no")]
    named = texts[0] if texts else "kode"
    total = ("jumlah",) if any(row.is_total for row in table.rows) else ()
    title = table.title or table.label or "Tabel"
    arti = f"Dibuat dari judul kolom tabel naskah: {title}"
    return TableType(name, title, arti, "kode", named, total, columns), places


def _new_column(name: str, heading: str, texts: Sequence[str]) -> Column:
    filled = [text for text in texts if text]
    units = printed_units(filled, Column(name, "angka"))
    few = units if len(units) <= 3 else ()
    made = Column(name, "angka", heading, satuan_tercetak=few)
    figures = [text for text in filled if not unreadable(text, made)]
    if re.fullmatch(r"(?i)no\.?|nomor|tahun", heading.strip()) or len(figures) < 0.9 * len(filled):
        return Column(name, "teks", heading)
    if not filled:
        return Column(name, "teks", heading)
    percent = "%" in heading or any("%" in text for text in filled)
    exact = not percent and not any(re.search(r",\d{1,2}\b", text) for text in filled)
    satuan = "persen" if percent else "rupiah" if re.search(r"\bRp", heading) else ""
    return replace(made, satuan=satuan, presisi="eksak" if exact else "bulat")
