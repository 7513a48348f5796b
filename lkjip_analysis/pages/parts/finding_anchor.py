"""Where a finding stands in the page of findings: one address that stays."""

from __future__ import annotations

from lkjip_analysis.checking.findings.finding import Finding


def anchor(finding: Finding) -> str:
    return "temuan-" + "".join(c if c.isalnum() or c in "._-" else "-" for c in finding.id)
