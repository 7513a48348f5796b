"""What a person rejected on the sheets of decisions of the working paper that `periksa` writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.intake.usul import layout


class Row(Protocol):
    """A row of a sheet: the text of each column by its heading."""

    def __getitem__(self, column: str) -> str: ...


Rows = Callable[[Worksheet], Iterator[Row]]


def rejected_rules(rows: Rows, book: Workbook) -> frozenset[str]:
    """The rules of the sheet Aturan whose relation was rejected."""
    return frozenset(row[layout.RULE_NAME] for row in _rejected(rows, book, layout.RELATIONS))


def rejections(rows: Rows, book: Workbook) -> dict[str, list[str]]:
    """The relations and findings that were rejected, each by the names of its relations, as
    laporan.yaml keeps them."""
    found: dict[str, list[str]] = {}
    for section, title in (("hubungan", layout.RELATIONS), ("temuan", layout.FINDINGS)):
        told = [row[layout.NAMES].split("\n") for row in _rejected(rows, book, title)]
        names = [name for one in told for name in one if name]
        if names:
            found[section] = list(dict.fromkeys(names))
    return found


def _rejected(rows: Rows, book: Workbook, title: str) -> Iterator[Row]:
    for row in rows(book[title]) if title in book.sheetnames else ():
        if row[layout.DECISION].casefold() == layout.REJECTED:
            yield row
