"""Which type a printed table is, how sure that is, and why; which heading is which column.

The score is made of how well the headings name the columns, how much of the type and of the table
they cover, and whether the cells can be read as their column wants. Nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from lkjip_analysis.intake.document.changed_budgets import BEFORE, FIRST_BUDGET
from lkjip_analysis.intake.document.figure_like import is_figure_like
from lkjip_analysis.intake.document.note_marks import without_mark
from lkjip_analysis.intake.document.texts import likeness, words
from lkjip_analysis.intake.sheets.headings import activities_column
from lkjip_analysis.intake.tables.heading_times import time_fit
from lkjip_analysis.intake.tables.known_types import heading_fit
from lkjip_analysis.intake.tables.outline_numbers import coded_columns
from lkjip_analysis.intake.tables.printed_rows import ENUMERATION
from lkjip_analysis.intake.tables.printed_table import PrintedTable
from lkjip_analysis.intake.tables.read_figures import figure_of
from lkjip_analysis.intake.tables.read_tables import FIGURE
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.printed import MISSING, is_dash
from lkjip_analysis.report.schema import Column, TableType

SURE, POSSIBLE = 0.75, 0.5
"""What is sure needs three of four columns by name; with less than half any type might be meant."""
TITLED = 0.12
"""What a title of the same words adds to a score."""
LOOKED_AT = 200
"""The first rows of a table tell its type; each is tried as every column of every type."""
NAMED = 0.7
"""Headings of words name their column at least so well: "Kegiatan" is no sasaran."""
OUTCOME = re.compile(r"\b(k|kinerja|outcome|output|keluaran|hasil|fisik|volume)\b", re.IGNORECASE)
FINANCE = re.compile(r"\b(anggaran|keuangan|pagu|belanja|rp)\b", re.IGNORECASE)
RANGE = re.compile(
    r"\d\s*%?\s*(-|–|—|s\.?\s?/?\s?d\.?|sampai|hingga|<|≤)|[<>≤≥]|ke (atas|bawah)|"
    r"(lebih|kurang) dari|di\s?(atas|bawah)|minimal|maksimal",
    re.IGNORECASE,
)
LARGE = 1_000_000
"""Rupiah amounts of programmes are larger; shares and scores are not."""
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
    looked_at = replace(table, rows=table.rows[:LOOKED_AT])
    coded = coded_columns(looked_at)
    texts = (table.title, table.label, *map(" ".join, table.heads))
    possible = (
        kind for kind in kinds.values() if kind.may_be_of(texts) and _may_cover(table, kind)
    )
    guesses = (_guess(looked_at, kind, tahun, coded) for kind in possible)
    likely = [guess for guess in guesses if guess.score >= POSSIBLE]
    return tuple(sorted(likely, key=lambda guess: -guess.score))


def _may_cover(table: PrintedTable, kind: TableType) -> bool:
    """Could a type be likely if each of its columns stood in the table, with the title of both?"""
    covered = len(kind.columns) / max(sum(map(bool, table.heads)), 1)
    return 2 * covered / (1 + covered) + TITLED >= POSSIBLE


def _guess(table: PrintedTable, kind: TableType, tahun: int, coded: Sequence[int]) -> TypeGuess:
    made = {name: c for name, c in kind.columns.items() if not _is_generated(c)}
    fits = {
        (number, name): fit
        for number in range(len(table.heads))
        for name, column in made.items()
        if (fit := _column_fit(table, number, kind.name, column, tahun)) >= _least_fit(column)
    }
    columns = _one_to_one(fits) | _code_column(coded, kind)
    if place := _activities(table, kind, columns):
        columns[place], fits[place, kind.nama_baris] = kind.nama_baris, 1.0
    needed = [name for name, column in made.items() if not column.boleh_tiada]
    can_split = {name for name in needed if _comes_from_split(name, made, columns)}
    missing = [name for name in needed if name not in columns.values() and name not in can_split]
    weights = {name: _weight(column, kind) for name, column in made.items()}
    want = sum(weights[name] for name in needed) or 1.0
    have = sum(weights[n] * fits.get((i, n), 0.0) for i, n in columns.items() if n in needed)
    have += sum(weights[name] * 0.9 for name in can_split)
    beside = {name for name, c in made.items() if c.tipe == "teks" and c.hanya_tercetak}
    used = sum(fits.get(key, 1.0) for key in columns.items() if key[1] not in beside)
    covered = used / max(sum(1 for head in table.heads if head), len(columns), 1)
    full = have / want if columns else 0.0
    score = 2 * full * covered / (full + covered) if full else 0.0
    score = min(score + _for_its_title(table, kind), 1.0)
    if _lacks_key_column(missing, kind):
        score *= 0.6
    if kind.name == "skala" and "skala" in missing:
        score = 0.0  # a class without its range is no scale
    score = round(score, 2)
    reason = _reason(table, kind, columns, missing) if score >= POSSIBLE else ""  # of one or two
    return TypeGuess(kind, score, columns, reason, tuple(missing))


def _activities(table: PrintedTable, kind: TableType, columns: Mapping[int, str]) -> int:
    """The column "Kegiatan" of a budget that names no programmes; 0 for none."""
    labels = {number: table.heading(number) for number in range(len(table.heads))}
    unknown = {number: text for number, text in labels.items() if number not in columns}
    return activities_column(unknown, columns, labels, kind)


def _least_fit(column: Column) -> float:
    """How well a heading must name a column of words, or of people beside others of people:
    "Perubahan" is like "Perempuan" and is none."""
    words_tell = column.tipe in ("teks", "kategori") and not column.name.startswith("no")
    return NAMED if words_tell or column.satuan == "orang" else POSSIBLE


def _for_its_title(table: PrintedTable, kind: TableType) -> float:
    """What the score gains by the words that the titles of the table and the type share."""
    shared = words(table.title) & words(f"{kind.judul} {kind.name}")
    return TITLED * len(shared) / max(len(words(f"{table.title} {kind.judul}")), 1)


def _code_column(coded: Sequence[int], kind: TableType) -> dict[int, str]:
    """A printed column of codes is the key that is otherwise made from names."""
    is_key = len(coded) == 1 and _is_generated(kind.columns[kind.kunci])
    return {coded[0]: kind.kunci} if is_key else {}


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
    if column.tipe == "kunci" or column.name.startswith("no"):
        texts = [text for text in table.column(number) if text]
        if texts and not all(ENUMERATION.fullmatch(text) for text in texts):
            return 0.0
        counted = 0.5 if _counts(texts) else 0.0
        return max(heading_fit(table.heads[number], kind, column), counted)
    told = table.budgets.get(number) == column.name
    fit = 1.0 if told else heading_fit(table.heads[number], kind, column)
    if fit < POSSIBLE:
        return 0.0  # the time can only make it worse, too
    heading = BEFORE.sub(" ", table.heading(number)) if told else table.heading(number)
    fit *= time_fit(heading, column, tahun, kind, table.year)
    if fit < POSSIBLE:
        return 0.0  # the cells can only make it worse
    texts = [text for text in table.column(number) if text]
    fit *= _measure_fit(table, number, column)
    if (kind, column.name) == ("skala", "skala"):
        fit *= 1.0 if sum(bool(RANGE.search(text)) for text in texts) * 2 >= len(texts) else 0.3
    return fit * _content_fit(texts, column)


def _measure_fit(table: PrintedTable, number: int, column: Column) -> float:
    """Do the figures measure what the column does: rupiah, or a share or count?"""
    if not column.is_number:
        return 1.0
    texts, heading = table.column(number), table.heading(number)
    percent = sum("%" in text for text in texts) * 2 > len([t for t in texts if t])
    if column.satuan == "rupiah":
        small = _largest(texts) < LARGE and any(
            _largest(table.column(i)) >= LARGE for i in range(len(table.heads)) if i != number
        )
        told = table.budgets.get(number)
        is_other_budget = FIRST_BUDGET in (told, column.name) and told != column.name
        other = percent or small or OUTCOME.search(heading) or is_other_budget
        return 0.3 if other else 1.0
    if column.satuan == "persen":
        return 0.4 if _largest(texts) >= LARGE else 1.0
    if column.satuan != "satuan indikator" or not FINANCE.search(heading):
        return 1.0
    if _beside_performance(table.heads, number):
        return 0.3
    return 0.5 if _largest(texts) >= LARGE else 1.0


def _beside_performance(heads: Sequence[tuple[str, ...]], number: int) -> bool:
    """Is it the column of money under a group that holds one of performance as well (K, Rp)?"""
    *group, last = heads[number]
    beside = (head[-1] for i, head in enumerate(heads) if i != number and head[:-1] == (*group,))
    return bool(group and FINANCE.search(last)) and any(map(OUTCOME.search, beside))


@lru_cache(maxsize=4096)
def _largest(texts: tuple[str, ...]) -> int:
    """The largest figure of a column by its whole digits, decimals apart."""
    wholes = (re.sub(r"[.,]\d{1,2}$|\D", "", text.strip()) for text in texts)
    return max((int(whole) for whole in wholes if whole and len(whole) < 19), default=0)


def _counts(texts: list[str]) -> bool:
    """Do these numbers run on from 1 (for each goal anew), as those of a list do?"""
    numbers = [int(digits[0]) for text in texts if (digits := re.search(r"\d+", text))]
    runs = (now == before + 1 or now == 1 for before, now in pairwise([0, *numbers]))
    return bool(numbers) and all(runs)


def _content_fit(texts: list[str], column: Column) -> float:
    if not texts:
        return 0.8
    if column.is_number:
        read = sum(_reads(text, column) for text in texts)
        like = sum(is_figure_like(text) for text in texts)
        if not read and not (like and all(is_figure_like(text) for text in texts)):
            return 0.2
        readable = max(read, 0.8 * like) / len(texts)
        return 1.0 if readable > 0.8 else 0.5 + 0.5 * readable
    if all(ENUMERATION.fullmatch(text) for text in texts) and column.name != "nomor":
        return 0.3
    figures = sum(bool(FIGURE.fullmatch(text)) for text in texts) / len(texts)
    named = column.tipe == "kategori" or column.gabungan or column.tipe == "teks"
    return 0.4 if named and figures > 0.6 and column.name not in ("skala", "nomor") else 1.0


def _reads(text: str, column: Column) -> bool:
    """Is it a figure, perhaps with a class in parentheses behind it: 165,68 (Sangat Baik)?"""
    if figure_of(split_class(without_mark(text)[0])[0], column) is not None:
        return True
    return bool(FIGURE.fullmatch(text)) or is_dash(text) or text.casefold() in MISSING


def split_class(text: str) -> tuple[str, str]:
    """A figure and the class printed behind it in parentheses, or the text and nothing."""
    match = re.fullmatch(r"([-–−]?[\d.,]+(?:\s*%)?)\s*\(\s*([^\W\d][^()]*?)\s*\)", text)
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
    parts = [
        worded(
            "{count} dari {every} kolom dikenali: {names}",
            count=len(columns),
            every=len(table.heads),
            names=", ".join(heads[:6]),
        )
    ]
    if missing:
        parts.append(worded("tidak dicetak: {missing}", missing=", ".join(missing)))
    if likeness(table.title, kind.judul) > 0.4:
        parts.append(worded('judulnya mirip "{judul}"', judul=kind.judul))
    return "; ".join(parts)
