"""A sentence that one row met its target, or fell short of it, against its printed achievement."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, Told
from lkjip_analysis.checking.observations.observation_findings import (
    PADAHAL,
    noticed,
    reaches,
    short_name,
)
from lkjip_analysis.language import worded
from lkjip_analysis.report.direction_words import FALLS_SHORT
from lkjip_analysis.rules.rule_draft import Draft


def reached(draft: Draft) -> Iterator[Finding]:
    """Nothing where the row's own target and realisasi say otherwise than its achievement, or may
    do so: of what should be few, 80 percent of the target is a target that was met."""
    where, cell, report = draft.one("hasil"), draft.one("bagian"), draft.report
    if not report.is_figure(cell):
        return
    short = bool(FALLS_SHORT.search(report.cell(where).text))
    if reaches(report, cell) != {short}:
        return
    row, printed = short_name(report, cell), wording.quoted(report.cell(cell))
    told = Told(
        worded("{row} mencetak capaian {printed}.", row=row, printed=printed),
        printed=wording.written(report.cell(where)),
        link=worded(PADAHAL),
    )
    if short:
        impact = worded("{row} mencapai targetnya: {printed}.", row=row, printed=printed)
    else:
        impact = worded("{row} belum mencapai targetnya: {printed}.", row=row, printed=printed)
    advice = worded("Sesuaikan kalimatnya dengan capaian itu, atau periksa capaiannya.")
    yield noticed(draft, "klaim", where, told, impact, (where, cell), advice=advice)
