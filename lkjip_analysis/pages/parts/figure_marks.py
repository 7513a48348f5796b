"""The marks of figures in tables: a letter that leads to what is found of a figure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding
from lkjip_analysis.checking.verify import ORDER
from lkjip_analysis.language import worded
from lkjip_analysis.pages.parts.tracing import Trace
from lkjip_analysis.report.report import Correction, Report
from lkjip_analysis.report.tables import Address

DOUBTED = ("terbukti", "ambigu")
"""The verdicts that throw doubt on whatever is computed from a figure."""

CORRECTED = "dikoreksi"
"""What the mark of a figure looks like that is no longer the wrong one."""


DERIVED = "turunan"
"""What the mark of a figure is besides, that is only computed from a doubted one."""


def link_marks(findings: Sequence[Finding], corrected: bool = False) -> list[tuple[str, str, str]]:
    """Where the mark of a figure leads, its standing and what it says: the gravest finding wins."""
    gravest = sorted(findings, key=lambda finding: ORDER.index(finding.standing))[:1]
    return [
        (finding.anchor, CORRECTED, worded("Dikoreksi"))
        if corrected and finding.verdict == "terbukti"
        else (finding.anchor, finding.standing, worded(SHOWN_AS[finding.standing]))
        for finding in gravest
    ]


def shown_corrected(
    report: Report, traces: Iterable[Trace], is_used: bool
) -> dict[Address, Correction]:
    """The accepted corrections that a table shows beside the print: not where a figure in it was
    reckoned from that print."""
    of_print = {cell for one in traces if one.layer != "dipakai" for cell in one.inputs}
    return {
        one.address: one for one in report.corrections if is_used or one.address not in of_print
    }


def resting_marks(
    trace: Trace,
    marks: Mapping[Address, Sequence[Finding]],
    anchors: Mapping[str, Address],
    corrected: Collection[Address],
) -> list[tuple[str, str, str]]:
    """The mark of a figure that was computed: that of the gravest doubt about what it rests on, in
    words that say so, save what was corrected before. `anchors` are the places of the marked cells,
    by which those of figures over the years are known."""
    own = (anchors[source.anchor] for source in trace.sources if source.anchor in anchors)
    doubts = [
        finding
        for cell in (*trace.inputs, *own)
        if cell not in corrected
        for finding in marks.get(cell, ())
        if finding.verdict in DOUBTED
    ]
    return [
        (
            target,
            f"{standing} {DERIVED}",
            worded("Dihitung dari angka yang {mark}", mark=label.lower()),
        )
        for target, standing, label in link_marks(doubts)
    ]


def marks_shown(rows: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Each mark in these rows with what it says, the gravest first and that of a printed figure
    before that of what is computed from it."""
    seen = {mark[1:] for row in rows for cell in row["cells"] for mark in cell["marks"]}
    order = (*ORDER, CORRECTED)
    return sorted(seen, key=lambda mark: (order.index(mark[0].split()[0]), mark[0]))
