"""Which figures are in no doubt, though a repair of a finding begins with them.

A mean that misses could be mended by another target of any of its indicators. But where such a
target gives the capaian that is printed beside it, two figures that agree would both have to be
wrong: nobody has reason to doubt them while the mean alone explains the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule


def agreeing(finding: Finding, failed: Sequence[Rule]) -> frozenset[Address]:
    """The cells whose change would carry a printed figure of the failed relations along, where one
    other print of what those relations give would mend them all.

    `failed` are the failed relations of the finding.
    """
    results = {rule.result for rule in failed}
    roots = [[part.cell.address for part in remedy.cells] for remedy in finding.smallest]
    if len(results) != 1 or [*results] not in roots:
        return frozenset()
    own = {cell for rule in failed for cell in rule.cells}
    found: set[Address] = set()
    for remedy in finding.smallest:
        carried = {part.cell.address for part in remedy.follows if not part.cell.derived}
        if carried & own:
            found.update(part.cell.address for part in remedy.cells)
    return frozenset(found - own)
