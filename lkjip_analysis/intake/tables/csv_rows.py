"""From a printed table and its guessed type to the rows of a CSV, texts untouched.

What a cell prints together is put in the columns it belongs to ("165,68 (Sangat Baik)",
"1. Jati"); what the type has no place for is listed, never dropped silently.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lkjip_analysis.intake.document.name_levels import coded, nested, parents
from lkjip_analysis.intake.document.note_marks import without_mark
from lkjip_analysis.intake.document.printed_places import Place
from lkjip_analysis.intake.tables.goal_rows import goal_alone, goals_in, prints
from lkjip_analysis.intake.tables.keys import Names, Taken
from lkjip_analysis.intake.tables.printed_rows import Row
from lkjip_analysis.intake.tables.printed_table import PrintedTable
from lkjip_analysis.intake.tables.type_guesses import NUMBERED, split_class
from lkjip_analysis.language import worded
from lkjip_analysis.report.row_names import total_of_all
from lkjip_analysis.report.schema import TableType

TOTAL, MEAN = "jumlah", "rerata"
"""The keys of rows that sum others up."""
MOSTLY = 0.75
"""Codes in levels are kept where so many of the rows print theirs."""


@dataclass(frozen=True)
class Body:
    """The rows of a table as column -> text, the totals and means marked, and what was left."""

    rows: tuple[Mapping[str, str], ...]
    totals: tuple[str, ...]
    """For each row TOTAL or MEAN where it sums others up, else nothing."""
    left: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    unread: tuple[Mapping[str, str], ...] = ()
    """For each row the columns whose text is not sure, and why."""
    cells: tuple[Mapping[str, str], ...] = ()
    """For each row the cells of the workbook that it was read from, by column."""
    where: tuple[Mapping[str, tuple[Place, ...]], ...] = ()
    """For each row where its cells are printed, by column."""
    rounded: frozenset[tuple[int, str]] = frozenset()
    """Cells whose number a workbook stores with more digits than it shows, by row and column."""


def body_of(table: PrintedTable, kind: TableType, columns: Mapping[int, str]) -> Body:
    """The rows of `table` under the columns of its type; keys are given later."""
    has_group = "sasaran" in kind.columns and not prints(table, columns, "sasaran")
    goals = goals_in(table, kind, columns) if has_group else {}
    end = _last_row(table, kind, columns)
    kept: list[tuple[Row, dict[str, str]]] = []
    left, alone = list[tuple[str, ...]](), list[tuple[str, ...]]()
    notes, group, above = list[str](), "", dict[str, str]()
    for i, row in enumerate(table.rows):
        told = {name: row.texts[number] for number, name in columns.items()}
        if i > end:
            left.append(row.texts)
        elif goals.get(i):
            group = goals[i]
        elif kind.nama_baris == "indikator" and (goal := goal_alone(told)):
            left += alone  # the goal before has no indicator below it
            above, alone = goal, [row.texts]
        elif not row.is_summary and (row.spans or _is_lone(row, kind, columns)):
            group = row.first if has_group else ""
            left += [] if has_group else [row.texts]
        else:
            told |= {name: text for name, text in above.items() if not told[name]}
            above, alone = {}, []
            notes += _stored_codes(told, row, kind, columns)
            if has_group:
                told["sasaran"], group = ("" if row.is_summary else group), ""
            told = _total(told, row, kind) if row.is_summary and not row.mean else told
            notes += _without_marks(told, kind, row)
            kept.append((row, told))
    body = Body(
        tuple(told for _, told in kept), tuple(_summary(row) for row, _ in kept), (*left, *alone),
        tuple(notes), tuple(row.line for row, _ in kept),
        tuple(_by_name(row.unread, columns) for row, _ in kept),
        tuple(_by_name(dict(enumerate(row.cells)), columns) for row, _ in kept),
        tuple({columns[i]: places for i, places in enumerate(row.where) if i in columns}
              for row, _ in kept),
        frozenset((number, columns[i]) for number, (row, _) in enumerate(kept)
                  for i in row.rounded if i in columns),
    )  # fmt: skip
    return _with_numbers(_with_classes(body, kind), kind)


def _last_row(table: PrintedTable, kind: TableType, columns: Mapping[int, str]) -> int:
    """The last row that is a total or prints a figure; below it, under a total, people sign."""
    if not any(row.is_total for row in table.rows):
        return table.end - 1
    counted = [number for number, name in columns.items() if kind.columns[name].is_number]
    shown = (row.is_summary or any(row.texts[number] for number in counted) for row in table.rows)
    return max((i for i, is_shown in enumerate(shown) if is_shown), default=-1)


def _stored_codes(
    told: dict[str, str], row: Row, kind: TableType, columns: Mapping[int, str]
) -> list[str]:
    """Writes numbers as the codes they are; one whose zeros are not known is left out and said."""
    said = []
    for number, code in row.codes.items():
        name = columns.get(number, "")
        if name == kind.kunci or name.startswith("kode"):
            told[name] = code
            if not code:
                place = row.cells[number] if row.cells else worded("baris {line}", line=row.line)
                unknown = worded("tersimpan sebagai angka, nol di ujungnya tidak diketahui")
                said.append(
                    worded(
                        "{place}: kode {code} {unknown}: tulis kodenya di sini",
                        place=place,
                        code=row.texts[number],
                        unknown=unknown,
                    )
                )
    return said


def _summary(row: Row) -> str:
    return MEAN if row.is_mean else TOTAL if row.is_total else ""


def _by_name(told: Mapping[int, str], columns: Mapping[int, str]) -> dict[str, str]:
    return {columns[number]: text for number, text in told.items() if number in columns and text}


def _without_marks(told: dict[str, str], kind: TableType, row: Row) -> list[str]:
    """Takes the marks of notes away from the figures of a row, and says which."""
    said = []
    for name, text in told.items():
        figure, mark = without_mark(text) if kind.columns[name].is_number else (text, "")
        if mark:
            told[name] = figure
            said.append(
                worded(
                    'baris {line}: tanda catatan "{mark}" pada {figure} tidak ikut',
                    line=row.line,
                    mark=mark,
                    figure=figure,
                )
            )
    return said


def _is_lone(row: Row, kind: TableType, columns: Mapping[int, str]) -> bool:
    """A single text away from the column of names: a heading between rows."""
    named = any(row.texts[i] for i, name in columns.items() if name == kind.nama_baris)
    return not named and sum(bool(text) for text in row.texts) == 1


def _total(told: Mapping[str, str], row: Row, kind: TableType) -> dict[str, str]:
    """The word of a summary row stands where the row's name does, however wide its cell is."""
    words = {name for name, text in told.items() if text and text in (row.first, row.named)}
    moved = {name: "" if name in words else text for name, text in told.items()}
    return {**moved, kind.nama_baris: row.named}


def _with_classes(body: Body, kind: TableType) -> Body:
    """A figure and its class in parentheses that one cell prints go each to their own column."""
    printed = {name for row in body.rows for name in row}
    rows = body.rows
    for number, named in pairwise(kind.columns):
        is_classed = kind.columns[number].is_number and kind.columns[named].tipe == "kategori"
        if not is_classed or (number in printed) == (named in printed):
            continue
        shared = number if number in printed else named
        if any(split_class(row[shared])[1] for row in rows):
            rows = tuple({**row, **_parted(row[shared], number, named, shared)} for row in rows)
    return replace(body, rows=rows)


def _parted(text: str, number: str, named: str, shared: str) -> dict[str, str]:
    """What a cell prints of a figure and of its class; one that prints one of them keeps it."""
    figure, told = split_class(text)
    return {number: figure, named: told} if told else {number: "", named: "", shared: text}


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
    for row, total in zip(rows, body.totals, strict=True):
        if total:
            row[kind.kunci] = ""
    if kind.columns[kind.kunci].name == "kode":
        notes = _named_keys(rows, body, kind, names)
    else:
        notes = _numbered_keys(rows, body, kind)
    taken = Taken(row[kind.kunci] for row in rows)
    whole = _whole(rows, body, kind)
    if kind.total:
        taken.take(kind.total[0])
    for row, total in zip(rows, body.totals, strict=True):
        if total:
            row[kind.kunci] = kind.total[0] if row is whole else taken.take(taken.free(total))
    return rows, notes


def _whole(rows: Sequence[dict[str, str]], body: Body, kind: TableType) -> Mapping[str, str] | None:
    """The row that is the total of all, where the type has one; totals beside it are subtotals."""
    told = [both for both in zip(rows, body.totals, strict=True) if both[1] != MEAN]
    names = [row.get(kind.nama_baris, "") for row, _ in told]
    place = total_of_all(names, [total == TOTAL for _, total in told]) if kind.total else None
    return None if place is None else told[place][0]


def _plain(rows: Sequence[dict[str, str]], body: Body) -> list[dict[str, str]]:
    return [row for row, total in zip(rows, body.totals, strict=True) if not total]


def _named_keys(
    rows: Sequence[dict[str, str]], body: Body, kind: TableType, names: Names
) -> list[str]:
    """Keys as printed where the rows print their own, else made from the names of the rows."""
    plain = _plain(rows, body)
    printed = [_as_key(row.get(kind.kunci, "")) for row in plain]
    told = [key for key in printed if key]
    differ = len(set(told)) == len(told)
    if all(printed) and differ:
        for row, key in zip(plain, printed, strict=True):
            row[kind.kunci] = key
        return []
    goals = _filled_down([row.get("sasaran", "") for row in plain])
    called = [row.get(kind.nama_baris, "") for row in plain]
    made = names.keys(kind.nama_baris, called, goals)
    # As `lkjip import` keeps what is typed; in levels a row without its code would lose its place.
    placed = parents(called) is not None or not _in_levels(told)
    is_sure = placed or len(told) >= MOSTLY * len(plain)
    if told and differ and is_sure and not set(told) & set(made):
        for row, key in zip(plain, coded(printed, made, called), strict=True):
            row[kind.kunci] = key
        return [worded("baris tanpa kode: kuncinya dibuat dari nama baris")]
    made = nested(made, called)
    for row, key in zip(plain, made, strict=True):
        row[kind.kunci] = key
    twice = worded("kode tercetak berulang atau kosong: kunci dibuat dari nama baris")
    return [twice] if any(printed) else []


def _in_levels(codes: Sequence[str]) -> bool:
    """Is one of the codes a part of another: 1.01 of 1?"""
    whole = set(codes)
    return any(code.rpartition(".")[0] in whole for code in codes)


def _as_key(text: str) -> str:
    return re.sub(r"[\[\]*?]", "", text).strip()


def _numbered_keys(rows: Sequence[dict[str, str]], body: Body, kind: TableType) -> list[str]:
    seen: set[str] = set()
    notes: list[str] = []
    for i, row in enumerate(_plain(rows, body), 1):
        key = _as_key(row.get(kind.kunci, ""))
        if not key or key in seen:
            notes.append(
                worded(
                    "baris {i}: nomor berulang, dipakai {i}"
                    if key
                    else "baris {i}: nomor tidak tercetak, dipakai {i}",
                    i=i,
                )
            )
            key = str(i) if str(i) not in seen else f"{i}.{len(seen)}"
        seen.add(key)
        row[kind.kunci] = key
    return notes[:3] + (
        [worded("... dan {count} lagi", count=len(notes) - 3)] if len(notes) > 3 else []
    )


def _filled_down(texts: Sequence[str]) -> list[str]:
    filled: list[str] = []
    for text in texts:
        filled.append(text or (filled[-1] if filled else ""))
    return filled
