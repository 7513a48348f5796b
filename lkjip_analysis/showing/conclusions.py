"""What a head of department must know of the findings: which conclusions do not hold, and what to
correct first, in plain words.
"""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis.judging import sentences
from lkjip_analysis.judging.findings import Finding
from lkjip_analysis.reading.tables import Cell
from lkjip_analysis.report import Report
from lkjip_analysis.showing.present import anchor
from lkjip_analysis.verify import Verification

SHOWN = 8


@dataclass(frozen=True)
class Conclusion:
    """One conclusion: what changes, what the report says, what the figures say, what to do."""

    anchor: str
    headline: str
    where: str
    says: str
    shows: str
    todo: str


@dataclass(frozen=True)
class Misprint:
    """A figure that is proven wrong: where it stands, what it prints, what it must print."""

    anchor: str
    cell: str
    where: str
    printed: str
    should: str
    why: str


def deciding(verification: Verification) -> tuple[Conclusion, ...]:
    """The findings that change a conclusion, in the order of their importance."""
    report = verification.report
    found = [f for f in verification.findings if f.changes_conclusion]
    # A whole conclusion that falls comes before a word or a cause that does not fit.
    found.sort(key=lambda f: not f.impact.startswith("Simpulan"))
    return tuple(_conclusion(report, f) for f in found)


def misprints(verification: Verification) -> tuple[Misprint, ...]:
    """The figures that are proven wrong."""
    found = []
    for finding in verification.findings:
        if finding.verdict == "terbukti" and finding.remedies:
            part = finding.remedies[0].cells[0]
            found.append(
                Misprint(
                    anchor(finding),
                    part.cell.address.anchor,
                    f"{_where(verification.report, finding)}: {finding.label}",
                    sentences.quoted(part.cell),
                    part.text or sentences.wanted(part),
                    part.slip or "",
                )
            )
    return tuple(found)


def unclear(verification: Verification) -> tuple[tuple[str, str], ...]:
    """The anchor and place of each figure that the report alone cannot decide."""
    return tuple(
        (anchor(finding), f"{_where(verification.report, finding)}: {finding.label}")
        for finding in verification.findings
        if finding.verdict == "ambigu"
    )


def _conclusion(report: Report, finding: Finding) -> Conclusion:
    cell = _main_cell(finding)
    return Conclusion(
        anchor=anchor(finding),
        headline=finding.impact,
        where=_where(report, finding),
        says=f"{finding.label}: {sentences.quoted(cell)}" if cell else finding.label,
        shows=_shows(report, finding, cell),
        todo=_todo(finding, cell),
    )


def _main_cell(finding: Finding) -> Cell | None:
    return finding.cell or next(iter(finding.named_cells), None)


def _where(report: Report, finding: Finding) -> str:
    cell = _main_cell(finding)
    page = report.tables[cell.address.table].page if cell else ""
    return f"{finding.source}, halaman {page}" if page else finding.source


def _shows(report: Report, finding: Finding, cell: Cell | None) -> str:
    """The opening of the finding without the place and the print, which stand beside it."""
    told = finding.told.opening
    for start in (
        f"{sentences.place(report, cell.address)}: " if cell else "",
        f"{finding.source}, {finding.label}: ",
        f"tertulis {sentences.quoted(cell)}" if cell else "",
        ", padahal ",
        ". ",
    ):
        told = told.removeprefix(start)
    readings = "; ".join(item for _, items in finding.told.lists[:1] for item in items)
    told = f"{told} {readings}." if finding.verdict != "terbukti" and readings else told
    return told[:1].upper() + told[1:]


def _todo(finding: Finding, cell: Cell | None) -> str:
    """What to do, by how sure the finding is and whether it names a repair."""
    repair = next((p.text for r in finding.remedies for p in r.cells if p.text), None)
    if finding.verdict == "terbukti" or (finding.kind == "kaidah" and repair):
        return f"Ganti {sentences.quoted(cell)} dengan {repair}." if cell else "Perbaiki angkanya."
    if finding.verdict == "ambigu":
        return "Cocokkan dengan dokumen sumbernya, lalu perbaiki yang keliru dan turunannya."
    if finding.verdict == "pembulatan":
        return f"Bulatkan dengan cara biasa: {repair}." if repair else "Seragamkan pembulatannya."
    if finding.kind == "klaim":
        return "Ubah kalimatnya supaya sesuai dengan angkanya, atau sebutkan pengecualiannya."
    return "Tetapkan satu arti, tuliskan dalam laporan, lalu hitung ulang angkanya."
