"""Which type a printed table is, how sure that is, and why; which heading is which column.

The score is made of how well the headings name the columns, how much of the type and of the table
they cover, and whether the cells can be read as their column wants. Nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from lkjip_analysis.naskah.tables import ENUMERATION, FIGURE, PrintedTable
from lkjip_analysis.naskah.texts import likeness, words
from lkjip_analysis.naskah.types import heading_fit
from lkjip_analysis.printed import DASHES, MISSING, Unreadable
from lkjip_analysis.reading.schema import Column, TableType
from lkjip_analysis.reading.tables import Address, read_cell

SURE, POSSIBLE = 0.75, 0.5
AT_END = re.compile(r"renstra|rpjmd|akhir|jangka menengah", re.IGNORECASE)
LAST = re.compile(r"sebelum|lalu\b", re.IGNORECASE)
NUMBERED = re.compile(r"(\d{1,3}\s*[.)])\s*(?=[^\d\s])")


@dataclass(frozen=True)
class TypeGuess:
    """One type a table may be: which of its columns stands under which heading."""

    kind: TableType
    score: float
    columns: Mapping[int, str]
    reason: str
    missing: tuple[str, ...]
    """Columns that the type needs and the table does not print."""


def type_guesses(
    table: PrintedTable, kinds: Mapping[str, TableType], tahun: int
) -> tuple[TypeGuess, ...]:
    """The types that a table may be in a report of `tahun`, the likeliest first."""
    guesses = (_guess(table, kind, tahun) for kind in kinds.values())
    likely = [guess for guess in guesses if guess.score >= POSSIBLE]
    return tuple(sorted(likely, key=lambda guess: -guess.score))


def _guess(table: PrintedTable, kind: TableType, tahun: int) -> TypeGuess:
    made = {name: c for name, c in kind.columns.items() if not _is_generated(c)}
    fits = {
        (number, name): fit
        for number in range(len(table.heads))
        for name, column in made.items()
        if (fit := _column_fit(table, number, kind.name, column, tahun)) >= POSSIBLE
    }
    columns = _one_to_one(fits)
    needed = [name for name, column in made.items() if not column.boleh_tiada]
    can_split = {name for name in needed if _comes_from_split(name, made, columns)}
    missing = [name for name in needed if name not in columns.values() and name not in can_split]
    weights = {name: _weight(column, kind) for name, column in made.items()}
    want = sum(weights[name] for name in needed) or 1.0
    have = sum(weights[n] * fits[i, n] for i, n in columns.items() if n in needed)
    have += sum(weights[name] * 0.9 for name in can_split)
    used = sum(fits[key] for key in columns.items())
    covered = used / max(sum(1 for head in table.heads if head), len(columns), 1)
    score = 0.0
    if columns and have:
        full = have / want
        score = 2 * full * covered / (full + covered)
    title = f"{table.title} {kind.judul}"
    score = min(score + 0.12 * len(words(table.title) & words(f"{kind.judul} {kind.name}"))
                / max(len(words(title)), 1), 1.0)  # fmt: skip
    if _lacks_key_column(missing, kind):
        score *= 0.6
    reason = _reason(table, kind, columns, missing)
    return TypeGuess(kind, round(score, 2), columns, reason, tuple(missing))


def _is_generated(column: Column) -> bool:
    return column.tipe == "kunci" and column.name == "kode"


def _comes_from_split(name: str, made: Mapping[str, Column], columns: Mapping[int, str]) -> bool:
    """Numbers may stand before a name ("1. Jati"), and rows can be counted."""
    return made[name].tipe == "kunci" and name not in columns.values()


def _weight(column: Column, kind: TableType) -> float:
    if column.name == kind.nama_baris or column.is_number:
        return 2.0
    return 0.7 if column.gabungan or column.tipe == "kunci" else 1.0


def _lacks_key_column(missing: list[str], kind: TableType) -> bool:
    numbers = [name for name, c in kind.columns.items() if c.is_number and not c.boleh_tiada]
    return kind.nama_baris in missing or (bool(numbers) and set(numbers) <= set(missing))


def _column_fit(table: PrintedTable, number: int, kind: str, column: Column, tahun: int) -> float:
    texts = [text for text in table.column(number) if text]
    if column.tipe == "kunci" or column.name.startswith("no"):
        if texts and not all(ENUMERATION.fullmatch(text) for text in texts):
            return 0.0
        counted = 0.5 if _counts(texts) else 0.0
        return max(heading_fit(table.heads[number], kind, column), counted)
    fit = heading_fit(table.heads[number], kind, column)
    fit *= _time_fit(table.heading(number), column, tahun)
    return fit * _content_fit(texts, column)


def _counts(texts: list[str]) -> bool:
    """Do these numbers run on from 1 (for each goal anew), as those of a list do?"""
    numbers = [int(digits[0]) for text in texts if (digits := re.search(r"\d+", text))]
    runs = (now == before + 1 or now == 1 for before, now in pairwise([0, *numbers]))
    return bool(numbers) and all(runs)


def _time_fit(heading: str, column: Column, tahun: int) -> float:
    """Does the heading speak of the time that the column is of: this year, the last, the end?"""
    if not column.is_number:
        return 1.0
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", heading)}
    year = next(iter(years)) if len(years) == 1 else None
    at_end = bool(AT_END.search(heading))
    if column.name.endswith("_renstra"):
        return 1.0 if at_end else 0.4
    if column.name.endswith("_lalu"):
        return 1.0 if year == tahun - 1 or (year is None and LAST.search(heading)) else 0.4
    if at_end or LAST.search(heading):
        return 0.4
    return 1.0 if year in (None, tahun) else 0.6


def _content_fit(texts: list[str], column: Column) -> float:
    if not texts:
        return 0.8
    if column.is_number:
        readable = sum(_reads(text, column) for text in texts) / len(texts)
        return 1.0 if readable > 0.8 else 0.4 + 0.6 * readable if readable >= 0.4 else 0.2
    if all(ENUMERATION.fullmatch(text) for text in texts) and column.name != "nomor":
        return 0.3
    figures = sum(bool(FIGURE.fullmatch(text)) for text in texts) / len(texts)
    named = column.tipe == "kategori" or column.gabungan or column.tipe == "teks"
    return 0.4 if named and figures > 0.6 and column.name not in ("skala", "nomor") else 1.0


def _reads(text: str, column: Column) -> bool:
    """Is it a figure, perhaps with a class in parentheses behind it: 165,68 (Sangat Baik)?"""
    try:
        read_cell(Address("", "", ""), split_class(text)[0], "", 0, column)
    except Unreadable:
        return bool(FIGURE.fullmatch(text)) or text in DASHES or text.casefold() in MISSING
    return True


def split_class(text: str) -> tuple[str, str]:
    """A figure and the class printed behind it in parentheses, or the text and nothing."""
    match = re.fullmatch(r"([\d.,]+(?:\s*%)?)\s*\(\s*([^\W\d][^()]*?)\s*\)", text)
    return (match[1], match[2]) if match else (text, "")


def _one_to_one(fits: Mapping[tuple[int, str], float]) -> dict[int, str]:
    """Each heading to one column, the best fits first; equal fits in the order of both."""
    columns: dict[int, str] = {}
    for number, name in sorted(fits, key=lambda key: (-round(fits[key], 3), key[0])):
        if number not in columns and name not in columns.values():
            columns[number] = name
    return dict(sorted(columns.items()))


def _reason(
    table: PrintedTable, kind: TableType, columns: Mapping[int, str], missing: list[str]
) -> str:
    heads = [f'"{table.heading(i)}" = {name}' for i, name in columns.items() if table.heads[i]]
    parts = [f"{len(columns)} dari {len(table.heads)} kolom dikenali: {', '.join(heads[:6])}"]
    if missing:
        parts.append(f"tidak dicetak: {', '.join(missing)}")
    if likeness(table.title, kind.judul) > 0.4:
        parts.append(f'judulnya mirip "{kind.judul}"')
    return "; ".join(parts)
