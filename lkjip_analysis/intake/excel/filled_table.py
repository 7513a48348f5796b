"""A table read from a sheet, on its way to a CSV: its rows with keys, and where each cell stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lkjip_analysis.intake.excel.settings import NOTHING
from lkjip_analysis.intake.sheets.headings import LEFT_OUT
from lkjip_analysis.intake.sheets.recognition import Recognised
from lkjip_analysis.intake.sheets.row_keys import MEAN, SUM
from lkjip_analysis.intake.sheets.sheet_rows import Row
from lkjip_analysis.report.csvtext import write_rows
from lkjip_analysis.report.declaration import Told
from lkjip_analysis.report.row_names import begins_as_total, is_mean_name
from lkjip_analysis.report.schema import TableType

SUMMARY = re.compile(rf"({SUM}|{MEAN})(_\d+)?")
FIRST_LINE = 2
"""The line of a CSV on which its first row stands."""


@dataclass(frozen=True)
class Filled:
    """One table of the workbook with its name, its rows, and what is told of it.

    `changes` is how its columns are written otherwise than their type says: style, scale, units.
    """

    name: str
    found: Recognised
    rows: tuple[Row, ...]
    label: Told = NOTHING
    bagian: Told = NOTHING
    halaman: Told = NOTHING
    transkripsi: Told = NOTHING
    changes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def type(self) -> TableType:
        return self.found.type

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(row.texts[self.type.kunci] for row in self.rows)

    @cached_property
    def _at(self) -> Mapping[str, int]:
        """Where the first row of each key stands among the rows."""
        return {key: at for at, key in reversed(list(enumerate(self.keys)))}

    @cached_property
    def summaries(self) -> tuple[str, ...]:
        """The keys of rows that are the total or mean of others, beside the type's own totals."""
        named = {key: self.text(key, self.type.nama_baris) for key in self.keys}
        return tuple(
            key
            for key, name in named.items()
            if SUMMARY.fullmatch(key)
            and key not in self.type.total
            and (is_mean_name(name) or begins_as_total(name))
        )

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of the CSV: those of the sheet, and those that the type cannot lack."""
        there = {self.type.kunci, *self.found.match.columns.values()}
        there |= {name for row in self.rows for name, text in row.texts.items() if text}
        return tuple(
            name
            for name, column in self.type.columns.items()
            if name not in LEFT_OUT and (name in there or not column.boleh_tiada)
        )

    def text(self, key: str, column: str) -> str:
        """What a row prints in a column; nothing where the sheet has no such column."""
        return self.rows[self._at[key]].texts.get(column, "")

    def line(self, key: str) -> int:
        """The line of the CSV on which a row stands."""
        return self._at[key] + FIRST_LINE

    def rounded(self, key: str) -> list[str]:
        """The columns of a row whose numbers the sheet stores with more digits than it shows."""
        sheet, row = self.found.sheet, self.rows[self._at[key]].number
        columns = self.found.match.columns.items()
        return [name for place, name in columns if sheet.is_rounded(row, place)]

    def groups(self, column: str) -> list[list[str]]:
        """The keys of the rows that share a merged or repeated text, total rows left out."""
        groups, before = list[list[str]](), ""
        left = {*self.type.total, *self.summaries}
        for row in self.rows:
            key = row.texts[self.type.kunci]
            if key in left:
                continue
            told = " ".join(row.texts.get(column, "").split())
            if (told and told != before) or not groups:
                groups.append([])
            before = told or before
            groups[-1].append(key)
        return groups

    def as_csv(self) -> str:
        rows = ([row.texts.get(name, "") for name in self.columns] for row in self.rows)
        return write_rows([self.columns, *rows])

    def place(self, line: int | None, column: str | None) -> str:
        """The cell of the sheet for a line and column of the CSV; else the nearest one."""
        places = {name: place for place, name in self.found.match.columns.items()}
        first = min(places.values())
        at = (line or 0) - FIRST_LINE
        row = self.rows[at].number if 0 <= at < len(self.rows) else self.found.bottom
        return self.found.sheet.place(row, places.get(column or "", first))

    def origins(self) -> Iterator[Sequence[str]]:
        """Each cell's address, and the sheet and cell that it was read from."""
        for row in self.rows:
            for place, name in self.found.match.columns.items():
                if name in LEFT_OUT:
                    continue
                address = f"{self.name}[{row.texts[self.type.kunci]}].{name}"
                yield address, self.found.sheet.place(row.number, place)
