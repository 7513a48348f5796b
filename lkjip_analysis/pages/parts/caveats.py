"""What must stand beside a figure of ours: that it rests on something open, and the report's own.

A sentence that gives only our figure would hide both.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.analysis.printed_means import printed_means
from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.once_for_each import once_for_each
from lkjip_analysis.report.tables import Address, Cell

OPEN, PROVEN, ACCEPTED = "belum diputuskan", "terbukti salah cetak", "sudah dikoreksi"
RESTS_ON = ("target", "realisasi", "capaian", "pagu")
"""The columns that what is told of a row rests on, of an indicator or of a programme."""
CHANGE_RESTS_ON = (*RESTS_ON, "capaian_lalu")
"""Those that the change of an indicator since last year rests on."""


@dataclass(frozen=True)
class Beside:
    """`marks` say of cells why nobody can rest on them; `means` which cells print which mean."""

    marks: Mapping[Address, str] = field(default_factory=dict)
    means: Mapping[str, tuple[Cell, ...]] = field(default_factory=dict)

    def on(self, frame: pd.DataFrame, kode: Any, columns: Iterable[str] = RESTS_ON) -> str:
        """Why what is told of a row cannot be rested on; nothing where it can."""
        cells = frame.attrs["sel"]
        return self.of(cells[kode, name] for name in columns if (kode, name) in cells)

    def open_among(self, frame: pd.DataFrame, codes: Iterable[Hashable]) -> list[bool]:
        """Of each of these rows, whether what is told of it rests on what nobody has decided."""
        return [self.on(frame, kode) == OPEN for kode in codes]

    def of(self, cells: Iterable[Address]) -> str:
        """The gravest mark of some cells."""
        found = {self.marks[cell] for cell in cells if cell in self.marks}
        return next((mark for mark in (OPEN, PROVEN, ACCEPTED) if mark in found), "")


NOTHING = Beside()


def resting_on_open(
    verification: Verification, frame: pd.DataFrame, columns: Iterable[str] = RESTS_ON
) -> frozenset[Hashable]:
    """The codes of the rows of which what is told rests on figures that nobody has decided."""
    told = beside(verification)
    return frozenset(kode for kode in frame.index if told.on(frame, kode, columns) == OPEN)


def pointed_at_by_open(
    verification: Verification, frame: pd.DataFrame, columns: Iterable[str]
) -> frozenset[Hashable]:
    """The rows of which a table marks a cell in these columns as one that nobody has decided."""
    among, is_open = set(columns), open_cells(verification)
    cells = frame.attrs.get("sel", {})  # of a table that the report lacks it has none
    return frozenset(row for (row, name), at in cells.items() if name in among and at in is_open)


def open_cells(verification: Verification) -> frozenset[Address]:
    """The cells that are marked as those of which nobody has decided whether they are right."""
    return frozenset(
        cell.address
        for finding in undecided(verification)
        for cell in verification.pointed_at(finding)
    )


@once_for_each
def beside(verification: Verification) -> Beside:
    """What the findings and the report's own means put beside the figures of a report."""
    marks: dict[Address, str] = {}
    for finding in verification.findings:
        mark = ACCEPTED if verification.is_accepted(finding) else MARKS.get(finding.verdict or "")
        for cell in touched(verification, finding) if mark else ():
            if marks.get(cell) != OPEN:
                marks[cell] = mark or ""
    return Beside(marks, _means(verification))


def _means(verification: Verification) -> dict[str, tuple[Cell, ...]]:
    """The cells in which the report prints a mean of capaian: of one sasaran, or of all."""
    report, found = verification.report, dict[str, dict[Address, Cell]]()
    kinerja = frames.kinerja(report)
    known = [] if kinerja.empty else list(kinerja["capaian_dihitung"].dropna().index)
    for mean in printed_means(report, known):
        found.setdefault(mean.key, {})[mean.cell.address] = mean.cell
    return {key: tuple(cells.values()) for key, cells in found.items()}


MARKS = {"ambigu": OPEN, "terbukti": PROVEN}


def undecided(verification: Verification) -> tuple[Finding, ...]:
    """The findings that nobody has decided: no repair of them is accepted."""
    return tuple(
        finding
        for finding in verification.findings
        if finding.verdict == "ambigu" and not verification.is_accepted(finding)
    )


def touched(verification: Verification, finding: Finding) -> tuple[Address, ...]:
    """The cells of which a finding says that one may be wrong; where it is too tangled to say,
    those of its failed rules.
    """
    if finding.named_cells:
        return tuple(c.address for c in verification.in_doubt(finding, finding.named_cells))
    own = set(finding.rules)
    return tuple(c for rule in verification.failed if rule.head.name in own for c in rule.cells)


def as_printed(ours: float, cell: Cell | None) -> str:
    """The print of a cell where it is another figure than ours, with its own decimals."""
    if cell is None or not cell.is_figure:
        return ""
    places = max(cell.decimals, 0)
    same = number(float(ours), places) == number(float(cell.point), places)
    return "" if same else cell.words
