"""What every kind of rule offers, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Protocol

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, exactly
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.values import Figure, Labels, Value, Values

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

    shape: ClassVar[str]
    """What a certificate calls a relation of this kind."""
    works_out: ClassVar[bool]
    """Is its result worked out from the others, and not put in, copied or bounded by them?"""
    may_be_rounded: ClassVar[bool]
    """Could an unusual rounding explain that it fails? Not where it compares prints or words."""

    @property
    def head(self) -> Head: ...
    @property
    def cells(self) -> tuple[Address, ...]: ...
    @property
    def result(self) -> Address: ...
    @property
    def inputs(self) -> tuple[Address, ...]:
        """Its cells but the result."""
        ...

    @property
    def parts(self) -> tuple[Part, ...]:
        """What it is about, in the order of its certificate: its cells, and its plain numbers."""
        ...

    @property
    def worded(self) -> tuple[Address, ...]:
        """The cells that may hold a grade, a range or a category instead of a figure."""
        ...

    def implied(self, cell: Address, values: Values) -> Implied: ...

    def followers(self, cell: Address) -> tuple[Address, ...]:
        """The cells that may have been computed or copied from `cell` through this rule."""
        ...

    def reckons(self, cell: Address) -> bool:
        """Does it give one figure for the cell where every other is known exactly?"""
        ...

    def speaking_of(self, cell: Address) -> tuple[Address, ...]:
        """The cells on which it rests when it speaks of one of them."""
        ...

    def certified(self) -> dict[str, Any]:
        """All that is needed to test it, beside its parts."""
        ...

    def told(self, report: Report, values: Values) -> str:
        """How it fails, in words; nothing where it is told as any figure that is worked out."""
        ...


class Relation:
    """What most kinds of rule answer alike."""

    works_out: ClassVar[bool] = False
    may_be_rounded: ClassVar[bool] = True

    @property
    def inputs(self: Rule) -> tuple[Address, ...]:
        return tuple(cell for cell in self.cells if cell != self.result)

    @property
    def parts(self: Rule) -> tuple[Part, ...]:
        return self.cells

    @property
    def worded(self: Rule) -> tuple[Address, ...]:
        return ()

    def followers(self: Rule, cell: Address) -> tuple[Address, ...]:
        return () if cell == self.result else (self.result,)

    def reckons(self: Rule, cell: Address) -> bool:
        return self.works_out and cell == self.result

    def speaking_of(self: Rule, cell: Address) -> tuple[Address, ...]:
        return self.cells

    def certified(self: Rule) -> dict[str, Any]:
        return {}

    def told(self: Rule, report: Report, values: Values) -> str:
        return ""


def figure_of(part: Part, values: Values) -> Figure:
    """The figure of a cell, or a plain number as an exact one."""
    if isinstance(part, Address):
        return values.figure(part)
    return Figure(exactly(part), Fraction(0), 0)


def cells_of(*parts: Part) -> tuple[Address, ...]:
    """The cells among the parts of a rule: a plain number can be no misprint."""
    return tuple(part for part in parts if isinstance(part, Address))


def fits(value: Value, implied: Implied) -> bool:
    """Does a value lie where a rule wants it?"""
    if isinstance(value, Figure):
        assert isinstance(implied, Interval)
        return value.interval.meets(implied)
    assert isinstance(implied, frozenset)
    return bool((value | implied) & ANY_LABEL or value & implied)
