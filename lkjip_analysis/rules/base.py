"""What every kind of rule offers, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from lkjip_analysis.binding.values import Labels, Values
from lkjip_analysis.interval import Interval
from lkjip_analysis.reading.tables import Address

Basis = Literal["tercetak", "tafsir"]
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
