"""What every kind of rule offers, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, exactly
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.values import Figure, Labels, Values

Part = Address | Fraction
"""A figure in a rule: a cell, or a plain number such as a bound of 100 that no cell prints."""

Basis = Literal["tercetak", "tafsir", "usulan"]
"""The report prints the relation; a reader reads it so; it was found and nobody confirmed it."""
Implied = Interval | Labels
ANY_LABEL: Labels = frozenset({"*"})


@dataclass(frozen=True)
class Head:
    """What a rule is called, its kind, whether the report prints the relation, and why it holds."""

    name: str
    kind: str
    basis: Basis
    reason: str


class Rule(Protocol):
    """What every kind offers. `result` is the cell that the others compute."""

    @property
    def head(self) -> Head: ...
    @property
    def cells(self) -> tuple[Address, ...]: ...
    @property
    def result(self) -> Address: ...

    def implied(self, cell: Address, values: Values) -> Implied: ...

    def followers(self, cell: Address) -> tuple[Address, ...]:
        """The cells that may have been computed or copied from `cell` through this rule."""
        ...


def figure_of(part: Part, values: Values) -> Figure:
    """The figure of a cell, or a plain number as an exact one."""
    if isinstance(part, Address):
        return values.figure(part)
    return Figure(exactly(part), Fraction(0), 0)


def cells_of(*parts: Part) -> tuple[Address, ...]:
    """The cells among the parts of a rule: a plain number can be no misprint."""
    return tuple(part for part in parts if isinstance(part, Address))
