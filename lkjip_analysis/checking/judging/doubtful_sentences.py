"""Sentences that are contradicted by figures which are doubtful themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.checking.findings.finding import Finding, NewPrint
from lkjip_analysis.checking.findings.wording import in_place
from lkjip_analysis.checking.observations.all_observations import observe
from lkjip_analysis.language import worded
from lkjip_analysis.report.report import Report, rewrite


def doubted(report: Report, told: Finding, wrong: Sequence[Finding]) -> Finding:
    """A sentence that figures contradict which are doubtful themselves: then it may be right.

    It stays a contradiction unless a repair of its figures would make it true.
    """
    named = {cell.address for cell in told.named_cells}
    for remedy in (r for f in wrong for r in f.remedies) if told.kind == "klaim" else ():
        parts = (*remedy.cells, *remedy.follows)
        if not named & {part.cell.address for part in parts} or not all(p.text for p in parts):
            continue
        if told.id not in {f.id for f in observe(_repaired(report, parts)) if f.kind == "klaim"}:
            changed = next(part for part in parts if part.cell.address in named)
            return _only_if_misprinted(report, told, changed)
    return told


def _repaired(report: Report, parts: Sequence[NewPrint]) -> Report:
    """The report with these figures as a repair prints them."""
    return report.holding(rewrite(part.cell, part.text or "") for part in parts)


def _only_if_misprinted(report: Report, told: Finding, part: NewPrint) -> Finding:
    """A contradicted sentence as a suspicion: with a repaired figure it would be right."""
    return replace(
        told,
        kind="dugaan",
        told=told.told.adding(
            worded("Kalimat itu benar bila {in_place}.", in_place=in_place(part, report))
        ),
        impact=worded("Kalimat ini bergantung pada angka yang diragukan."),
        advice=worded("Putuskan dahulu angkanya; kalimatnya mungkin sudah benar."),
        changes_conclusion=False,
        falls=False,
    )
