"""Counts at the foot of a table that name a class of its rows: "Jumlah koperasi sehat: 110"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim, ProposedTable
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.printed import read_or_none
from lkjip_analysis.report.schema import Column

MOST_CLASSES = 8
"""Scales have four or five classes; more texts that come again are units or places."""
FEWEST_ROWS = 6
"""In a table of fewer rows any two words may come again without being classes."""
FIRST = ("jumlah", "total", "banyaknya", "banyak")
"""What a count at the foot begins with."""


def counted_classes(tables: Sequence[ProposedTable]) -> Iterator[ProposedClaim]:
    """Each count below a table that names one of its classes, held against its rows.

    A name may mean further classes ("sehat" with "cukup sehat"): where the count is that of such
    classes together it is left alone.
    """
    for table in tables:
        if table.is_partial:
            continue
        for column, classes in class_columns(table, FEWEST_ROWS):
            for name, figure in _feet(table):
                if (meant := _meant(name, figure, classes)) and _rows_print(table, column):
                    yield _claim(table, column, name, figure, meant)


def class_columns(table: ProposedTable, fewest: int) -> Iterator[tuple[str, Counter[str]]]:
    """The columns whose texts are a few classes, with how many rows print each."""
    for place, name in enumerate(table.columns):
        if _is_of_classes(table.kind.columns[name], table.kind.nama_baris):
            told = Counter(plain_words(row[place]) for row in _plain_rows(table) if row[place])
            if 1 < len(told) <= MOST_CLASSES and sum(told.values()) >= fewest:
                yield name, told


def _is_of_classes(column: Column, called: str) -> bool:
    return column.tipe in ("kategori", "teks") and column.name != called


def _plain_rows(table: ProposedTable) -> list[tuple[str, ...]]:
    key = table.columns.index(table.kind.kunci)
    return [
        row
        for row in table.rows
        if row[key] not in table.kind.total and not _foot(row[:key] + row[key + 1 :])
    ]


def _feet(table: ProposedTable) -> Iterator[tuple[str, int]]:
    """The lines below a table that say one count of something."""
    key = table.columns.index(table.kind.kunci)
    rows = (row[:key] + row[key + 1 :] for row in table.rows)
    yield from filter(None, map(_foot, (*rows, *table.left_rows)))


def _foot(row: Sequence[str]) -> tuple[str, int] | None:
    """What a row counts, if it says nothing but that."""
    filled = [text for text in row if text.strip()]
    said = plain_words(filled[0]).split() if len(filled) == 2 else []
    number = _count(filled[1]) if said and said[0] in FIRST else None
    return (filled[0], number) if number is not None else None


def _count(text: str) -> int | None:
    printed = read_or_none(text)
    if printed is None or printed.value is None:
        return None
    whole = printed.value.denominator == 1 and printed.value >= 0
    return int(printed.value) if whole else None


def _meant(name: str, figure: int, classes: Counter[str]) -> str:
    """The one class that a name ends with; nothing where the count may be that of several."""
    said = plain_words(name)
    found = [c for c in classes if said.endswith(f" {c}")]
    meant = max(found, key=len, default="")
    alike = [count for c, count in classes.items() if meant and c.endswith(meant)]
    several = len(alike) > 1 and figure == sum(alike)
    return "" if several else meant


def _rows_print(table: ProposedTable, column: str) -> bool:
    """Does every row print a class? A table of a few examples counts nothing."""
    place = table.columns.index(column)
    return all(row[place].strip() for row in _plain_rows(table))


def _claim(table: ProposedTable, column: str, name: str, figure: int, meant: str) -> ProposedClaim:
    printed = next(text for _, text in table.printed(column) if plain_words(text) == meant)
    called = name.strip(" :.")
    return ProposedClaim(
        "jumlah_kelas",
        table.part,
        f"kaki {table.label}",
        called,
        str(figure),
        "angka",
        presisi="eksak",
        aturan="sebanyak",
        sel=f"bagian={table.name}[*].{column}; kategori={printed.strip()}",
        sureness=HIGH,
        sebab=worded("kaki tabel menghitung baris berkelas {printed}", printed=printed.strip()),
        sentence=f"{called}: {figure}",
    )
