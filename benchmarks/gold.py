"""Precision and recall of the findings against a list that people made from the report itself.

    python benchmarks/gold.py

tests/gold/2021.csv holds every finding of the 2021 report with its proof, 2021_diam.csv figures
that look odd, are right and must stay silent, 2021_di_luar.csv what no figure can decide.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOME), str(HOME / "tests")]

from lkjip_analysis.checking.findings.finding import Finding  # noqa: E402
from lkjip_analysis.checking.verify import Verification, verify  # noqa: E402
from lkjip_analysis.report.loading import load  # noqa: E402
from lkjip_analysis.report.tables import Address  # noqa: E402

GOLD = HOME / "tests" / "gold"


@dataclass(frozen=True)
class Comparison:
    """The findings that are on the list, those that are not, and what the list has besides."""

    right: tuple[Finding, ...]
    unexpected: tuple[Finding, ...]
    missed: tuple[str, ...]
    broken_silence: tuple[str, ...]

    @property
    def precision(self) -> float:
        return len(self.right) / (len(self.right) + len(self.unexpected))

    @property
    def recall(self) -> float:
        return len(self.right) / (len(self.right) + len(self.missed))


def rows(name: str) -> list[dict[str, str]]:
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def compared(found: Verification) -> Comparison:
    """Each finding against one row of the list: the same kind, verdict and cell."""
    left = rows("2021.csv")
    right, unexpected = [], []
    for finding in found.findings:
        row = next((row for row in left if _is(finding, row)), None)
        if row is None:
            unexpected.append(finding)
        else:
            left.remove(row)
            right.append(finding)
    missed = tuple(f"{row['jenis']} {row['sel']}: {row['bukti']}" for row in left)
    return Comparison(tuple(right), tuple(unexpected), missed, _accused(found))


def _is(finding: Finding, row: dict[str, str]) -> bool:
    named = {str(cell.address) for cell in finding.named_cells} | {finding.id}
    same_kind = (finding.kind, finding.verdict or "") == (row["jenis"], row["putusan"])
    return same_kind and row["sel"] in named


def _accused(found: Verification) -> tuple[str, ...]:
    """The silent figures that a finding offers to change."""
    accused = {
        part.cell.address: finding.id
        for finding in found.findings
        for remedy in finding.remedies
        for part in remedy.cells
        if part.prints is not None or part.text is not None
    }
    where = (Address.parse(row["sel"]) for row in rows("2021_diam.csv"))
    for address in where:
        found.report.cell(address)  # a row of the list that names no cell is a mistake in the list
    return tuple(
        f"{row['sel']} in {accused[Address.parse(row['sel'])]}"
        for row in rows("2021_diam.csv")
        if Address.parse(row["sel"]) in accused
    )


def _printed(title: str, lines: Sequence[str]) -> None:
    print(f"{title}: {len(lines)}")
    for line in lines:
        print("  ", line)


def main() -> None:
    result = compared(verify(load("dindagkop-ukm-blora", 2021, HOME / "data")))
    print(f"findings on the list: {len(result.right)} of {len(rows('2021.csv'))}")
    print(f"precision {result.precision:.3f}, recall {result.recall:.3f}")
    _printed("not on the list", [finding.message for finding in result.unexpected])
    _printed("missed", result.missed)
    _printed(f"accused of {len(rows('2021_diam.csv'))} silent figures", result.broken_silence)


if __name__ == "__main__":
    main()
