"""Two columns of two tables side by side: the rows that are called the same, with their prints."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lkjip_analysis.intake.relations.basis.figure_grid import Grid
from lkjip_analysis.intake.relations.basis.measures import Measure
from lkjip_analysis.numbers.printed import Printed


@dataclass(frozen=True)
class Pair:
    """The rows that two columns share: their addresses and prints."""

    one: Grid
    other: Grid
    columns: tuple[str, str]
    rows: tuple[tuple[str, str, Printed, Printed], ...]


@dataclass(frozen=True)
class Compared:
    """Two columns, in each two tables of their forms, and what their headings say they measure."""

    pairs: tuple[Pair, ...]
    measures: tuple[Measure, Measure]
    year: int
    """That of the report."""

    @property
    def columns(self) -> tuple[str, str]:
        return self.pairs[0].columns

    @cached_property
    def prints(self) -> list[tuple[Printed, Printed]]:
        return [(one, other) for pair in self.pairs for _, _, one, other in pair.rows]
