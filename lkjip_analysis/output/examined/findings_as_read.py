"""Findings as far as the document was read: nothing is proven of a picture of a page."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.intake.document.printed_places import Place
from lkjip_analysis.language import worded
from lkjip_analysis.output.examined.basis.cell_places import Places, finding_places
from lkjip_analysis.output.examined.basis.taken_unasked import NOT_READ
from lkjip_analysis.report.report import CLAIMS

WISH = re.compile(
    r"\W*(?:\w{2,}nya|me\w{3,}|ter\w{3,}|ber\w{3,}|pe\w{3,}an|ke\w{3,}an|\w{3,}isasi|\w{3,}si|tata)\b",
    re.IGNORECASE,
)
"""How the name of a goal begins; what else was read as one is a piece of a name, or no name."""


def as_read(verification: Verification, places: Places, scanned: Collection[int]) -> Verification:
    """The verification with nothing proven of figures that were read from pictures of pages."""
    findings = tuple(
        _unproven(verification, finding, places, scanned)
        for finding in verification.findings
        if not (_of_unread(finding) or _of_unprinted(verification, finding))
    )
    return replace(verification, findings=findings)


def _of_unread(finding: Finding) -> bool:
    """Does it say that a figure lacks its ground, where the ground was only not read?"""
    return finding.verdict is None and any(c.text == NOT_READ for c in finding.named_cells)


def _of_unprinted(verification: Verification, finding: Finding) -> bool:
    """Does it miss what this document prints in another table, or nowhere in the column?"""
    report = verification.report
    if goal := re.fullmatch(r"sasaran\.(\d+)", finding.id):
        rows = (row for t in report.tables.values() for row in t.keys if t.name != CLAIMS)
        name = str(report.sasaran.get(goal[1], ""))
        return not WISH.match(name) or any(re.match(rf"{goal[1]}\.[^\W\d]", row) for row in rows)
    if finding.verdict is not None or not re.search(r"\]-tanpa-\w+$", finding.id):
        return False
    column = finding.id.rpartition("-tanpa-")[2]
    where = finding.named_cells[0].address
    table = report.tables[where.table]
    if sum(cell.is_figure for cell in table if cell.address.row == where.row) == 1:
        return True  # the mean of a group, printed beside its name
    held = [cell for cell in table if cell.address.column == column]
    return not any(cell.is_figure for cell in held)


def _unproven(
    verification: Verification, finding: Finding, places: Places, scanned: Collection[int]
) -> Finding:
    if not scanned:
        return finding
    pages = [place.page for place in _rests_on(verification, finding, places)]
    if pages and not any(page in scanned for page in pages):
        return finding
    told = finding.told.adding(worded("Angkanya dibaca dari gambar halaman: cocokkan dulu."))
    if finding.verdict != "terbukti":
        return replace(finding, told=told)
    return replace(finding, verdict="ambigu", told=told, implied=None, confirmed=None)


def _rests_on(verification: Verification, finding: Finding, places: Places) -> list[Place]:
    """Where everything is printed that the finding rests on."""
    rules = [rule for rule in verification.rules if rule.head.name in finding.rules]
    rested = [place for rule in rules for cell in rule.cells for place in places.get(cell, ())]
    return [*rested, *(place for _, place in finding_places(verification, finding, places))]
