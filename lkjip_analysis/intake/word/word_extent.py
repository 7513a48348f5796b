"""How much a Word document holds, counted in its parts before a library builds a tree of it.

A span of a few bytes may reach over millions of columns, and tables may lie in tables without end.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field

from lkjip_analysis.intake.document.given_file import MAX_ROWS, MAX_TABLES, TooMuch
from lkjip_analysis.intake.document.package_parts import Begins, Ends, run_through
from lkjip_analysis.language import phrase

MAX_PARAGRAPHS = 200_000
"""Of text and of table cells."""
MAX_PLACES = 500_000
"""Places of a table: its rows times its widest row."""
MAX_REACH = 500
MAX_NESTED = 8
MAX_DEPTH = 200
MAX_ELEMENTS = 3_000_000
MAX_STYLES = 20_000


@dataclass
class _Table:
    rows: int = 0
    width: int = 0
    widest: int = 0


@dataclass
class _Extent:
    """What has been seen of one part."""

    counts: dict[str, int] = field(default_factory=dict)
    elements: int = 0
    depth: int = 0
    tables: list[_Table] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        if self.depth > MAX_DEPTH or self.elements > MAX_ELEMENTS:
            raise TooMuch("more elements, or deeper ones, than a report has")
        name = name.rpartition(":")[2]
        if name in MOST:
            self._count(name)
        if name == "tbl":
            self._table()
        elif name in OF_ROWS and self.tables:
            self._row(self.tables[-1], name, attributes)

    def end(self, name: str) -> None:
        self.depth -= 1
        if name.endswith("tbl") and name.rpartition(":")[2] == "tbl" and self.tables:
            self.tables.pop()

    def _table(self) -> None:
        self.tables.append(_Table())
        if len(self.tables) > MAX_NESTED:
            raise TooMuch(
                phrase("tables inside tables, more than {max_nested} deep", max_nested=MAX_NESTED)
            )

    def _count(self, name: str) -> None:
        self.counts[name] = self.counts.get(name, 0) + 1
        if self.counts[name] > MOST[name][0]:
            raise TooMuch(
                phrase(
                    "more than {most:,} {things}", most=MOST[name][0], things=phrase(MOST[name][1])
                )
            )

    def _row(self, table: _Table, name: str, attributes: dict[str, str]) -> None:
        if name == "tr":
            table.rows, table.width = table.rows + 1, 0
        elif name == "tc":
            table.width += 1
        else:
            told = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "val"), "")
            table.width += int(told[:9]) if told.isdecimal() else 0
        table.widest = max(table.widest, table.width)
        if table.widest > MAX_REACH:
            raise TooMuch(
                phrase(
                    "a row that reaches over more than {max_reach:,} columns", max_reach=MAX_REACH
                )
            )
        if table.rows * table.widest > MAX_PLACES:
            raise TooMuch(
                phrase("a table of more than {max_places:,} cells", max_places=MAX_PLACES)
            )


OF_ROWS = frozenset({"tr", "tc", "gridSpan", "gridBefore"})
MOST = {
    "p": (MAX_PARAGRAPHS, "paragraphs"),
    "tbl": (MAX_TABLES, "tables"),
    "tr": (MAX_ROWS, "table rows"),
    "style": (MAX_STYLES, "styles"),
}


def check_extent(archive: zipfile.ZipFile) -> None:
    """Raises: TooMuch where a part of the document holds more than a report does."""

    def watch() -> tuple[Begins, Ends]:
        seen = _Extent()
        return seen.start, seen.end

    run_through(archive, watch)
