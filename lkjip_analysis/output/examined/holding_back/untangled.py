"""A knot of failed relations taken apart: each with those that the same figure would mend.

Where so many relations fail together that no few figures explain them all, their finding names
none, or but an act on many that might. A reader of a document wants to know of each what does not
agree: so they are asked again by parts, beside all relations that hold. What is said of a part is
never proven.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.rules import Rule

MOST = 8
"""In more parts a knot is no few slips, but a table that was read otherwise than it was meant."""


def untangled(verification: Verification) -> Verification:
    """The verification with each finding that names no figure taken apart where it can be."""
    findings = tuple(
        part for finding in verification.findings for part in _parts(verification, finding)
    )
    return replace(verification, findings=findings)


def _parts(verification: Verification, finding: Finding) -> Sequence[Finding]:
    few = any(not remedy.act for remedy in finding.remedies)
    if finding.kind != "angka" or few or len(finding.rules) < 2:
        return (finding,)
    groups = _groups([rule for rule in verification.failed if rule.head.name in finding.rules])
    if not 1 < len(groups) <= MOST:
        return (finding,)
    found = [told for group in groups for told in _asked_again(verification, group)]
    said = {name for told in found for name in told.rules}
    return found if said >= set(finding.rules) else (finding,)


def _groups(failed: Sequence[Rule]) -> list[Sequence[Rule]]:
    """The failed relations by the figure that most of them speak of, then those left, and on."""
    left, groups = list(failed), list[Sequence[Rule]]()
    while left:
        counted = Counter(cell for rule in left for cell in rule.cells)
        most = max(counted, key=lambda cell: (counted[cell], cell == left[0].result))
        groups.append([rule for rule in left if most in rule.cells])
        left = [rule for rule in left if most not in rule.cells]
    return groups


def _asked_again(verification: Verification, group: Sequence[Rule]) -> Iterator[Finding]:
    failed = {rule.head.name for rule in verification.failed}
    held = [rule for rule in verification.rules if rule.head.name not in failed]
    names = {rule.head.name for rule in group}
    for finding in verify(verification.report, [*held, *group]).findings:
        if finding.kind == "angka" and names >= set(finding.rules):
            proven = finding.verdict == "terbukti"
            unproven = replace(finding, verdict="ambigu", implied=None, confirmed=None)
            yield unproven if proven else finding
