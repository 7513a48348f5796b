"""The spots of the tables: every figure, with what it is called and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.proposal.proposal import ProposedTable
from lkjip_analysis.intake.tables.read_figures import figure_of
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed
from lkjip_analysis.report.schema import Column


@dataclass(frozen=True)
class Spot:
    """A figure that a sentence may repeat: a cell of a table, or an earlier claim."""

    address: str
    printed: Printed
    unit: str
    column: Column
    key: str
    called: str
    part: str
    place: int
    label: str
    is_total: bool = False
    is_claim: bool = False

    @property
    def name(self) -> str:
        """What its row is called, on one line."""
        return one_line(self.called)

    @property
    def told(self) -> str:
        """Its table, row and column, as a reader is told which cell is meant."""
        return f"{self.label}: {self.name} - {self.column.judul}"

    @cached_property
    def table(self) -> str:
        """The table in which it stands."""
        return self.address.partition("[")[0]

    @property
    def of_column(self) -> tuple[str, str]:
        """The table and the column in which it stands."""
        return self.table, self.column.name

    @property
    def is_share(self) -> bool:
        """Is it told in percent?"""
        return self.unit.casefold() in ("persen", "%")

    @property
    def value(self) -> Fraction:
        assert self.printed.value is not None
        return self.printed.value


Cells = Mapping[tuple[str, str, str], Spot]
"""Figures by table, key and column."""


def cells_of(spots: Sequence[Spot]) -> Cells:
    """The same figures, to be found by table, key and column."""
    return {(s.table, s.key, s.column.name): s for s in spots}


def spots_of(tables: Iterable[ProposedTable]) -> tuple[Spot, ...]:
    """Every figure of the tables, with what it is called and where it stands."""
    return tuple(spot for table in tables for spot in _spots(table))


def _spots(table: ProposedTable) -> Iterable[Spot]:
    kind, order = table.kind, table.columns
    called_at = order.index(kind.nama_baris) if kind.nama_baris in order else 0
    goal = ""
    for row in table.rows:
        told = dict(zip(order, row, strict=True))
        goal = told.get("sasaran") or goal
        key = told[kind.kunci]
        for name in order:
            column = kind.columns[name]
            printed = _read(told[name], column)
            if printed is None or printed.value is None:
                continue
            called = f"{row[called_at]} {goal if name.startswith('rerata') else ''}"
            unit = _unit(told, column, printed)
            yield Spot(
                f"{table.name}[{key}].{name}",
                printed,
                unit,
                column,
                key,
                called,
                table.part,
                table.place,
                table.label,
                key in kind.total,
            )


def _read(text: str, column: Column) -> Printed | None:
    if not column.is_number or not text.strip() or not any(c.isdigit() for c in text):
        return None
    return figure_of(text, column)


def _unit(told: dict[str, str], column: Column, printed: Printed) -> str:
    if column.satuan != "satuan indikator":
        return column.satuan
    named = f"{told.get('satuan', '')} {told.get('indikator', '')}".casefold()
    if printed.unit or told.get("satuan"):
        unit = printed.unit or told["satuan"]
        return "persen" if unit == "%" else "dolar AS" if "$" in unit else unit
    if "%" in named or "persen" in named or "prosen" in named:
        return "persen"
    return "dolar AS" if "us$" in named or "usd" in named else ""
