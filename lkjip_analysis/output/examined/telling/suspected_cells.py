"""Which figure a finding is told about: the wrong one, else the one that all of it points at.

A total that fails together with a sum along one of its rows names that row's figure, for it alone
is in both; a total that fails alone names itself.
"""

from __future__ import annotations

from functools import reduce

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.output.examined.telling.outcome import Examined
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule


def suspected(seen: Examined, finding: Finding) -> Address | None:
    """The figure that is wrong, or in all that fails, or that does not follow from the others."""
    if finding.cell:
        return finding.cell.address
    if len(finding.smallest) == 1 and len(finding.suspected_cells) == 1:
        return finding.suspected_cells[0].address
    rules = [r for r in seen.verification.rules if r.head.name in finding.rules]
    if shared := _in_all(rules):
        return shared
    named = [cell.address for cell in finding.named_cells]
    of_label = [
        a
        for a in (*(rule.result for rule in rules), *named)
        if wording.label(seen.verification.report, a) == finding.label
    ]
    return next(iter([*of_label, *(named if len(named) == 1 else [])]), None)


def _in_all(rules: list[Rule]) -> Address | None:
    """The one figure that several failed relations have in common."""
    if len(rules) < 2:
        return None
    shared = reduce(frozenset.intersection, (frozenset(rule.cells) for rule in rules))
    return next(iter(shared)) if len(shared) == 1 else None
