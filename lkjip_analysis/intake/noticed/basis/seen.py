"""What the checks of a document look at: all that was read of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.noticed.basis.row_fellows import RowLevels
from lkjip_analysis.intake.noticed.basis.row_mentions import NamedRows
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable
from lkjip_analysis.intake.proposal.spots import Cells, Spot, cells_of


@dataclass(frozen=True)
class Seen:
    """What was read of a document: its blocks and tables, their figures, its sentences."""

    blocks: Sequence[Block]
    tables: Sequence[ProposedTable]
    spots: Sequence[Spot]
    claims: Sequence[ProposedClaim]
    """The sentences that were tied to a cell, or to one another."""
    classes: Sequence[str]
    """The names of the classes of its scales."""
    sasaran: Mapping[str, str]
    tahun: int

    @cached_property
    def named(self) -> NamedRows:
        """The rows of its tables, by the words that name them."""
        return NamedRows(self.tables, self.spots)

    @cached_property
    def levels(self) -> RowLevels:
        """The rows of its tables that may be compared with one another."""
        return RowLevels(self.spots)

    @cached_property
    def cells(self) -> Cells:
        """The figures of its tables, by where they stand."""
        return cells_of(self.spots)
