"""What an act is called in a report's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_analysis.language import listed, worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.place_names import label
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
        lines = worded(
            "baris {row} dan {other} tertukar",
            row=self.row(table, one),
            other=self.row(table, other),
        )
        return (
            worded("{lines} pada kolom {name}", lines=lines, name=self.columns(table, some))
            if is_part
            else lines
        )

    def columns_exchanged(
        self, table: str, one: str, other: str, some: Sequence[str], many: int
    ) -> str:
        lines = worded(
            "kolom {column} dan {other} tertukar",
            column=self.column(table, one),
            other=self.column(table, other),
        )
        return (
            worded("{lines} pada baris {name}", lines=lines, name=self.rows(table, some))
            if len(some) < many
            else lines
        )

    def in_unit(self, table: str, column: str, some: Sequence[str], many: int, power: int) -> str:
        size = number(10 ** abs(power))
        how = (
            worded("dibagi {size}", size=size)
            if power > 0
            else worded("dikalikan {size}", size=size)
        )
        where = (
            "" if len(some) == many else worded(" pada baris {name}", name=self.rows(table, some))
        )
        return worded(
            "kolom {name}{where} tercetak dalam satuan lain ({how})",
            name=self.column(table, column),
            where=where,
            how=how,
        )

    def pasted(self, table: str, column: str, some: Sequence[str], by: int) -> str:
        way = worded("ke bawah") if by > 0 else worded("ke atas")
        first, last = self.row(table, some[0]), self.row(table, some[-1])
        return worded(
            "kolom {name} bergeser satu baris {way}, {first} s.d. {last}",
            name=self.column(table, column),
            way=way,
            first=first,
            last=last,
        )

    def left_in(self, table: str, column: str, source: str) -> str:
        return worded(
            "kolom {column} memuat angka kolom {source}",
            column=self.column(table, column),
            source=self.column(table, source),
        )

    def column_spoiled(self, table: str, column: str, cells: Sequence[Address]) -> str:
        return worded(
            "kolom {name} terisi keliru pada baris {rows}",
            name=self.column(table, column),
            rows=self.rows(table, [cell.row for cell in cells]),
        )

    def row_spoiled(self, table: str, row: str, cells: Sequence[Address]) -> str:
        return worded(
            "baris {row} terisi keliru pada kolom {name}",
            row=self.row(table, row),
            name=self.columns(table, [cell.column for cell in cells]),
        )

    def rows_reordered(self, table: str, some: Sequence[str], rows: Sequence[str]) -> str:
        return worded(
            "kolom {name} tersusun dalam urutan lain pada baris {rows}",
            name=self.columns(table, some),
            rows=self.rows(table, rows),
        )

    def filled_down(self, table: str, column: str, first: str, rows: Sequence[str]) -> str:
        return worded(
            "kolom {name}: angka baris {first} tersalin ke baris {rows}, dan angka di sana hilang",
            name=self.column(table, column),
            first=self.row(table, first),
            rows=self.rows(table, rows),
        )

    def row_of_another_state(self, table: str, row: str, is_emptied: bool) -> str:
        if is_emptied:
            told = "baris {row} dikosongkan, sedangkan jumlahnya tidak"
            return worded(told, row=self.row(table, row))
        told = "baris {row} memuat angka lama, sedangkan jumlahnya tidak"
        return worded(told, row=self.row(table, row))

    def cumulated(self, sums: Sequence[Address], of_rows: bool) -> str:
        table = sums[0].table
        lines = (
            worded("baris {name}", name=self.rows(table, [cell.row for cell in sums]))
            if of_rows
            else worded("kolom {name}", name=self.columns(table, [cell.column for cell in sums]))
        )
        return worded(
            "{lines} memuat angka kumulatif: tiap angka sudah mencakup yang sebelumnya", lines=lines
        )

    def part_left_old(self) -> str:
        return worded(
            "satu angka yang ikut dijumlahkan keliru atau usang, "
            "dan yang dihitung darinya tidak seluruhnya mengikuti"
        )

    def newer_result(self, result: Address) -> str:
        return worded(
            "{result} benar karena diperbarui kemudian, "
            "sedangkan angka asalnya dan turunannya belum",
            result=label(self.report, result),
        )

    def moved(self, one: Address, other: Address, amount: str) -> str:
        table = one.table
        if one.column == other.column:
            lines = worded(
                "baris {row} dan {other}",
                row=self.row(table, one.row),
                other=self.row(table, other.row),
            )
            line = worded("kolom {name}", name=self.column(table, one.column))
        else:
            lines = worded(
                "kolom {column} dan {other}",
                column=self.column(table, one.column),
                other=self.column(table, other.column),
            )
            line = worded("baris {name}", name=self.row(table, one.row))
        return worded(
            "satu jumlah ({amount}) berpindah antara {lines} pada {line}",
            amount=amount,
            lines=lines,
            line=line,
        )

    def outdated(self, many: int) -> str:
        return worded(
            "angka dasarnya diperbarui kemudian dan {many} angka turunannya belum dihitung ulang",
            many=many,
        )


def _listed(names: Sequence[str], word: str) -> str:
    if len(names) > NAMED:
        return worded(
            "{names} dan {count} {word} lain",
            names=", ".join(names[:NAMED]),
            count=len(names) - NAMED,
            word=worded(word),
        )
    return listed(names)
