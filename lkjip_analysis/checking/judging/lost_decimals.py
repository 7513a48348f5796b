"""A figure whose misprint lost its decimals: 8790 for 87,90.

A repair is looked for among the prints with as many decimals as the misprint has. Where these are
fewer than were meant, that would be the figure rounded, which nobody printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import alike
from lkjip_analysis.report.report import CLAIMS
from lkjip_analysis.report.tables import Cell
from lkjip_analysis.rules import Rule, Same
from lkjip_analysis.rules.values import Figure, Values

LOST = "koma desimal hilang"
MOST = 3
"""So many decimals may be lost."""


@dataclass(frozen=True)
class Finer:
    """The figure that was meant, with its decimals, and what happened if that is known."""

    meant: Fraction
    decimals: int
    slip: str | None

    def text(self, cell: Cell) -> str:
        """The figure as the cell would have printed it."""
        assert cell.printed is not None
        return alike(replace(cell.printed, decimals=self.decimals), self.meant)


def finer(cell: Cell, failed: Sequence[Rule], values: Values) -> Finer | None:
    """What `cell` printed before its decimals were lost; None where nothing says so.

    It must mend every failed rule that the cell stands in, read with its own decimals.
    """
    near = [rule for rule in failed if cell.address in rule.cells]
    value = values[cell.address]
    if not near or not isinstance(value, Figure) or value.is_exact:
        return None
    for found in _candidates(cell, value, near, values):
        half = step(found.decimals) / 2
        fresh = replace(value, texts=exactly(found.meant), half=half, decimals=found.decimals)
        state = values.changing({cell.address: fresh})
        if all(tolerable(rule, state) for rule in near):
            return found
    return None


def _candidates(cell: Cell, value: Figure, near: Sequence[Rule], values: Values) -> Iterator[Finer]:
    """The print with its comma put back where its like have one, and the longer copies of it."""
    copies = [
        other
        for rule in near
        if isinstance(rule, Same)
        and isinstance(other := values[({*rule.cells} - {cell.address}).pop()], Figure)
        and other.decimals > value.decimals
        # Beside an amount in full rupiah, one in thousands was rounded and lost no comma.
        and (value.decimals >= 0 or other.decimals < 0)
    ]
    beside = _decimals_beside(cell, values)
    if value.decimals <= 0:  # in a column of millions a whole figure has six fewer than none
        longer = {other.decimals for other in copies} if value.decimals == 0 else set()
        for decimals in sorted(beside | longer):
            lost = decimals - value.decimals
            if 0 < lost <= MOST:
                yield Finer(cell.point / 10**lost, decimals, LOST)
    for other in copies:
        # A column that prints its copies shorter lost nothing: 3,66 for 3,059 was meant as 3,06.
        if value.decimals not in beside or other.decimals in beside:
            yield Finer(Fraction(other.texts.low), other.decimals, None)


def _decimals_beside(cell: Cell, values: Values) -> set[int]:
    """With how many decimals the other figures of a table's column are printed."""
    table, column = cell.address.table, cell.address.column
    return {
        value.decimals
        for where, value in values.printed.items()
        if (where.table, where.column) == (table, column) and where != cell.address
        if isinstance(value, Figure) and table != CLAIMS
    }
