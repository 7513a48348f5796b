"""Where else a document prints the figure that a repair proposes, the one it would replace, or
what measures the same by its heading and its row.

Evidence for the reader only: one figure may be copied from the other, so it proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.output.examined.telling.outcome import Examined
from lkjip_analysis.report.report import CLAIMS
from lkjip_analysis.report.tables import Address, Cell

ELSEWHERE = "Tercetak juga di tempat lain (bukan bukti tersendiri)"
DIGITS = 4
"""A figure of fewer digits, zeros at its end apart, stands in two places by accident."""


def printed_elsewhere(seen: Examined, finding: Finding) -> dict[str, Cell]:
    """A line and its cell for each other place of a figure in question, proposed or printed."""
    if finding.standing != "ambigu":
        return {}
    return {
        line: cell
        for remedy in finding.remedies
        if len(remedy.cells) == 1
        for line, cell in _lines(seen, finding, remedy.cells[0].cell, remedy.cells[0].proposed)
    }


def printed_again(finding: Finding, address: Address | None) -> list[Cell]:
    """The cells that repeat a figure in question as it is printed, and change where it does."""
    carried = (
        (remedy.cells[0].cell, part.cell)
        for remedy in finding.smallest
        if [cell.cell.address for cell in remedy.cells] == [address]
        for part in remedy.follows
    )
    return [copy for one, copy in carried if copy.is_figure and copy.point == one.point]


def _lines(
    seen: Examined, finding: Finding, cell: Cell, proposed: Fraction | None
) -> Iterator[tuple[str, Cell]]:
    # A figure that only one act on many cells would change is still printed as it is.
    own = {part.cell.address for remedy in finding.smallest for part in remedy.cells}
    printed = cell.point if cell.is_figure else None
    wanted = [value for value in (proposed, printed) if value is not None and _is_telling(value)]
    same = [other for value in wanted for other in seen.by_value.get(value, ())]
    of_measure = [c for c in seen.measured.like(cell) if c.address.table != cell.address.table]
    for other in {other.address: other for other in (*same, *of_measure)}.values():
        if other.address not in own and _is_alike(cell, other):
            where = _where(seen, other)
            yield worded("{where} mencantumkan {text}", where=where, text=other.text), other


def _is_telling(value: Fraction) -> bool:
    digits = str(abs(value.numerator)).rstrip("0") if value else ""
    return len(digits) >= DIGITS


def _is_alike(one: Cell, other: Cell) -> bool:
    """Amounts are held against amounts and percentages against percentages."""
    return one.column.satuan == other.column.satuan


def _where(seen: Examined, cell: Cell) -> str:
    """The sentence, or the table with its row and column."""
    report, address = seen.verification.report, cell.address
    if address.table == CLAIMS and (sentence := seen.sentences.get(address.row, "")):
        return worded("kalimat “{sentence}”", sentence=sentence)
    return wording.place(report, address)
