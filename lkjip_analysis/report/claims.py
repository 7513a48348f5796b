"""klaim.csv and statements: each row says of itself whether it is a figure or words, and how exact.

A `turunan` is a figure that no sentence prints but that follows from two that are printed. A
statement (table type `pernyataan`) is always a figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.printed import Unreadable
from lkjip_analysis.report.schema import Column, Kind, Precision
from lkjip_analysis.report.tables import Cell, Table, read_cell

OWN_WORD = ("klaim", "pernyataan")
"""The table types whose rows say of themselves how their `nilai` is read."""

KINDS = ("angka", "kategori", "teks", "turunan")
PRECISIONS = ("eksak", "bulat")
BASES = ("tercetak", "tafsir", "usulan")
COLUMNS = ("kode", "bagian", "paragraf", "tentang", "nilai", "tipe", "satuan", "presisi", "aturan",
           "sel", "dasar", "sebab")  # fmt: skip
"""The columns of klaim.csv, in the order in which it is written."""


def named_by_role(sel: str) -> Iterator[tuple[str, list[str]]]:
    """The roles that a `sel` gives, each with its cells or words, which are joined by +.

    >>> list(named_by_role("bagian=a[b].c + a[d].c; bobot=1+2"))
    [('bagian', ['a[b].c', 'a[d].c']), ('bobot', ['1', '2'])]
    """
    for part in filter(None, map(str.strip, sel.split(";"))):
        role, _, named = part.partition("=")
        yield role.strip(), [one.strip() for one in named.split("+")]


def typed_claims(table: Table) -> Table:
    """The claims with each `nilai` read as its own `tipe`, `satuan` and `presisi` say.

    Raises: InputError with every claim that cannot be read.
    """
    cells, problems = dict(table.cells), []
    for row in table.keys:
        cell = table.cell(row, "nilai")
        told = {"tipe": "angka"} | {
            name: table.cell(row, name).text.strip()
            for name in ("tipe", "satuan", "presisi")
            if name in table.type.columns
        }
        wrong = _row_problems(table, row)
        if wrong:
            problems += wrong
            continue
        try:
            cells[cell.address] = _typed(cell, told)
        except Unreadable as error:
            found = f'"{cell.text}" ({error})'
            remedy = "Print the figure as the report has it, or set tipe to teks."
            problems.append(Problem(cell.file, found, "a figure", remedy, cell.line, "nilai"))
    if problems:
        raise InputError(problems)
    return replace(table, cells=cells)


def _row_problems(table: Table, row: str) -> list[Problem]:
    """Words of a claim that are none of the allowed ones."""
    cell = table.cell(row, "nilai")
    choices = {"tipe": KINDS, "presisi": ("", *PRECISIONS), "dasar": ("", *BASES)}
    found = (
        _choice(cell, column, table.cell(row, column).text.strip(), allowed)
        for column, allowed in choices.items()
        if column in table.type.columns
    )
    roles = _role_problems(table.cell(row, "sel")) if "sel" in table.type.columns else ()
    return [problem for problem in (*found, *roles) if problem]


def _role_problems(cell: Cell) -> Iterator[Problem]:
    """The parts of `sel` each give one role its cells."""
    seen: set[str] = set()
    for part in filter(None, map(str.strip, cell.text.split(";"))):
        role, given, _ = (text.strip() for text in part.partition("="))
        allowed, remedy = "ROLE=tabel[baris].kolom; ROLE=...", "Write the role before the cell."
        if not given:
            yield Problem(cell.file, f'"{part}"', allowed, remedy, cell.line, "sel")
        elif role in seen:
            remedy = "Join several cells by +."
            yield Problem(
                cell.file,
                phrase('the role "{role}" twice', role=role),
                allowed,
                remedy,
                cell.line,
                "sel",
            )
        seen.add(role)


def _choice(cell: Cell, column: str, told: str, allowed: tuple[str, ...]) -> Problem | None:
    if told in allowed:
        return None
    found, remedy = f'"{told}"', nearest(told, allowed)
    return Problem(cell.file, found, ", ".join(allowed), remedy, cell.line, column)


def _typed(cell: Cell, told: dict[str, str]) -> Cell:
    column = Column(
        "nilai",
        cast(Kind, "angka" if told["tipe"] == "turunan" else told["tipe"]),
        cell.column.judul,
        satuan=told["satuan"],
        presisi=cast(Precision, told["presisi"] or "bulat"),
        satuan_tercetak=(told["satuan"],),
    )
    typed = read_cell(cell.address, cell.text, cell.file, cell.line, column)
    return replace(typed, derived=told["tipe"] == "turunan")
