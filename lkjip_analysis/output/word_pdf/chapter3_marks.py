"""What is open in the report is open in its chapter III: a question mark behind the figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.output.word_pdf.document import Block, Grid, Paragraph
from lkjip_analysis.output.word_pdf.sasaran import Sasaran
from lkjip_analysis.pages.parts.caveats import OPEN, RESTS_ON, Beside, beside
from lkjip_analysis.report.tables import Address

MARK = "\u00a0?"
RESTING = {
    "capaian": RESTS_ON,
    "kategori": RESTS_ON,
    "selisih": ("target", "realisasi", "capaian", "capaian_lalu"),
    "capaian_renstra": ("realisasi", "target_renstra", "capaian_renstra"),
}
"""What the figures of a column rest on beside themselves."""


@dataclass(frozen=True)
class Doubts:
    """Which figures of the achievement tables nobody has decided, or rest on such."""

    seen: Beside

    @classmethod
    def of(cls, verification: Verification) -> Doubts:
        return cls(beside(verification))

    def told(self, group: Sasaran, row: str, column: str, text: str) -> str:
        """A cell of a chapter's table with its mark, if any."""
        return marked(text, self.is_open(group, row, RESTING.get(column, (column,))))

    def is_open(self, group: Sasaran, row: str, columns: Iterable[str] = RESTS_ON) -> bool:
        cells = (Address(group.table.name, row, column) for column in columns)
        return self.seen.of(cells) == OPEN

    def mean_is_open(self, groups: Iterable[Sasaran]) -> bool:
        """Does the mean of these indicators rest on such a figure?"""
        return any(self.is_open(group, row) for group in groups for row in group)


def marked(text: str, is_open: bool) -> str:
    return f"{text}{MARK}" if is_open and text else text


def with_note(grid: Grid) -> Iterator[Block]:
    """A table, and what its question marks say."""
    yield grid
    if any(cell.endswith(MARK) for row in grid.rows for cell in row):
        yield Paragraph(
            worded("? belum diputuskan, atau bergantung pada angka yang belum diputuskan"),
            small=True,
        )
