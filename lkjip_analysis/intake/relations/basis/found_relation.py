"""A relation that was found: a rule as data, how it was found, and how far to believe it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

How = Literal["judul kolom", "baris jumlah", "tanda baris", "dicoba"]
RARE = 0.05
"""A heading's relation that may accuse a row is kept by accident at most so often."""
SELDOM = 0.001
"""So seldom may a relation hold by accident that only trying suggests."""


@dataclass(frozen=True)
class FoundRelation:
    """One relation: `entries` are those of a rule of its kind, `kept` of `of` rows keep it.

    `chance` is how many such relations one would expect to be kept so well by accident, among all
    that were tried for the same figures.
    """

    name: str
    kind: str
    entries: Mapping[str, str]
    how: How
    kept: int
    of: int
    chance: float
    reason: str
    columns: frozenset[str] = field(default_factory=frozenset)
    is_meant: bool = False
    """Do the ways in which a total fails in all its columns tell that it is one?"""

    @property
    def basis(self) -> str:
        """Printed is only what a total row says, or a heading whose columns are beyond doubt."""
        told = self.how == "baris jumlah" or (self.how == "judul kolom" and self.chance <= RARE)
        return "tercetak" if told else "usulan"

    @property
    def is_doubtful(self) -> bool:
        """A row called a total that is none of any column: likely its rows are other ones."""
        fails = self.how == "baris jumlah" and not self.kept and self.of > 1
        return fails and not self.is_meant

    @property
    def is_supported(self) -> bool:
        """Is it kept so often that accident need not be feared?"""
        return self.chance <= SELDOM and self.kept >= 2

    @property
    def selection(self) -> str:
        """The entries as a cell of a workbook or CSV holds them."""
        return "; ".join(f"{role}={cells}" for role, cells in self.entries.items())
