"""What an act is called in a report's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address

NAMED = 4
"""So many lines are named; more are counted."""


@dataclass(frozen=True)
class Names:
    """The names of rows and columns as the report prints them."""

    report: Report

    def row(self, table: str, row: str) -> str:
        return f'"{self.report.tables[table].row_name(row)}"'

    def column(self, table: str, column: str) -> str:
        return f'"{self.report.tables[table].type.columns[column].judul}"'

    def rows(self, table: str, rows: Sequence[str]) -> str:
        return _listed([self.row(table, row) for row in rows], "baris")

    def columns(self, table: str, columns: Sequence[str]) -> str:
        return _listed([self.column(table, column) for column in columns], "kolom")

    def rows_exchanged(
        self, table: str, one: str, other: str, some: Sequence[str], is_part: bool
    ) -> str:
        lines = f"baris {self.row(table, one)} dan {self.row(table, other)} tertukar"
        return f"{lines} pada kolom {self.columns(table, some)}" if is_part else lines

    def columns_exchanged(
        self, table: str, one: str, other: str, some: Sequence[str], many: int
    ) -> str:
        lines = f"kolom {self.column(table, one)} dan {self.column(table, other)} tertukar"
        return f"{lines} pada baris {self.rows(table, some)}" if len(some) < many else lines

    def in_unit(self, table: str, column: str, some: Sequence[str], many: int, power: int) -> str:
        size = number(10 ** abs(power))
        how = f"dibagi {size}" if power > 0 else f"dikalikan {size}"
        where = "" if len(some) == many else f" pada baris {self.rows(table, some)}"
        return f"kolom {self.column(table, column)}{where} tercetak dalam satuan lain ({how})"

    def pasted(self, table: str, column: str, some: Sequence[str], by: int) -> str:
        way = "ke bawah" if by > 0 else "ke atas"
        first, last = self.row(table, some[0]), self.row(table, some[-1])
        return f"kolom {self.column(table, column)} bergeser satu baris {way}, {first} s.d. {last}"

    def left_in(self, table: str, column: str, source: str) -> str:
        return f"kolom {self.column(table, column)} memuat angka kolom {self.column(table, source)}"

    def moved(self, one: Address, other: Address, amount: str) -> str:
        table = one.table
        if one.column == other.column:
            lines = f"baris {self.row(table, one.row)} dan {self.row(table, other.row)}"
            line = f"kolom {self.column(table, one.column)}"
        else:
            lines = f"kolom {self.column(table, one.column)} dan {self.column(table, other.column)}"
            line = f"baris {self.row(table, one.row)}"
        return f"satu jumlah ({amount}) berpindah antara {lines} pada {line}"

    def outdated(self, many: int) -> str:
        return (
            f"angka dasarnya diperbarui kemudian dan {many} angka turunannya belum dihitung ulang"
        )


def _listed(names: Sequence[str], word: str) -> str:
    if len(names) > NAMED:
        return f"{', '.join(names[:NAMED])} dan {len(names) - NAMED} {word} lain"
    return " dan ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
