"""Figures that were misprinted together, with the prints that would make the failed rules hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.values import Figure, Value


@dataclass(frozen=True)
class Repair:
    """New prints for the root cells and for the figures that followed them."""

    roots: tuple[Address, ...]
    changes: Mapping[Address, Value]

    @property
    def follows(self) -> tuple[Address, ...]:
        return tuple(cell for cell in self.changes if cell not in self.roots)

    def leaves_less_than(self, other: Repair) -> bool:
        """Does the other one, by the same roots, hold every print of theirs and more?"""
        spans = [(self.changes[root], other.changes[root]) for root in self.roots]
        figures = [(a.texts, b.texts) for a, b in spans
                   if isinstance(a, Figure) and isinstance(b, Figure)]  # fmt: skip
        holds = len(figures) == len(spans) and all(a & b == a for a, b in figures)
        return holds and any(a != b for a, b in figures)
