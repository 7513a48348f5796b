"""What must be done about a report: corrections that are proven, and what to look up.

Before publication it is the list of corrections, after it a `ralat`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.checking.findings import repair_lines, wording
from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding
from lkjip_analysis.checking.verify import ORDER, Verification
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.calendar_days import in_words
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts.html_parts import render
from lkjip_analysis.report.place_names import place
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Cell

ACCEPTED = "Sudah diterima, tidak perlu dikerjakan lagi"
IN_RALAT = "Menurut koreksi yang diterima"
GROUPS = {standing: SHOWN_AS[standing] for standing in ORDER}
"""The groups in the order in which they are worked off."""
NUMBERED = "Nomornya sama dalam ekspor (lembar Temuan) dan kertas kerja reviu."
"""What a reader of the list should know of its numbers."""


@dataclass(frozen=True)
class Action:
    """One thing to do: where it is printed, what it should read, why, and where to look it up.

    Its number is that of its finding, the same wherever findings are listed. `accepted`: who
    accepted the correction, nothing where nobody did.
    """

    number: int
    finding: str
    group: str
    where: str
    printed: str
    should: tuple[str, ...]
    proof: tuple[str, ...]
    follows: tuple[str, ...]
    look_up: tuple[str, ...]
    accepted: str = ""
    done: bool = False


def actions(verification: Verification) -> tuple[Action, ...]:
    """Everything to do about a report, proven corrections first.

    What accepted corrections settle is done, unless it is those corrections themselves: they are
    still to be printed.
    """
    return tuple(action for action in every_action(verification) if not action.done)


def every_action(verification: Verification) -> tuple[Action, ...]:
    """The same with what is done already."""
    return tuple(
        replace(_action(verification, finding, place), done=_is_done(verification, finding))
        for place, finding in enumerate(verification.worked_off, 1)
    )


def grouped(
    verification: Verification, ralat: bool = False
) -> list[tuple[str, tuple[Action, ...]]]:
    """Each group that holds anything, with its heading.

    A ralat is published, so it holds what is proven and nothing that is still open, in numbers of
    its own.
    """
    made = actions(verification)
    if ralat:
        proven = [action for action in made if action.group == "terbukti"]
        made = tuple(replace(action, number=place) for place, action in enumerate(proven, 1))
    found = {group: tuple(a for a in made if a.group == group) for group in GROUPS}
    return [(GROUPS[group], part) for group, part in found.items() if part]


def nothing_to_do(verification: Verification, ralat: bool) -> str:
    """What stands in place of an empty list; a ralat says what was left out of it."""
    left = sum(not action.accepted for action in actions(verification)) if ralat else 0
    if not left:
        return worded("Tidak ada yang perlu diperbaiki.")
    return worded(
        "Tidak ada yang terbukti salah; {count} temuan lain perlu dicek dahulu (daftar perbaikan).",
        count=number(left),
    )


def _is_done(verification: Verification, finding: Finding) -> bool:
    """Does the layer in use hold what this finding rests on, by corrections of other figures?"""
    if finding.standing not in ("terbukti", "ambigu", "klaim") or not finding.rules:
        return False
    is_itself = finding.verdict == "terbukti" and verification.is_accepted(finding)
    return not is_itself and verification.is_settled(finding)


def accepted_elsewhere(verification: Verification, ralat: bool = False) -> tuple[str, ...]:
    """The accepted corrections that nothing above tells of, since what they settle is done; of a
    ralat all that no proven finding tells of: to a reader they are what the report should print."""
    told = {
        part.cell.address
        for finding in verification.findings
        if verification.is_accepted(finding) and not _is_done(verification, finding)
        if not ralat or finding.verdict == "terbukti"
        for remedy in finding.remedies
        for part in remedy.cells
    }
    report = verification.report
    return tuple(
        worded(
            "{where}: tertulis {printed}, seharusnya {becomes}",
            where=place(report, one.address),
            printed=f"“{one.printed}”",
            becomes=f"“{one.text}”",
        )
        if ralat
        else worded(
            "{where}: tertulis {printed}, diterima {becomes} ({who}); alasan: {reason}",
            where=place(report, one.address),
            printed=f"“{one.printed}”",
            becomes=f"“{one.text}”",
            who=wording.by_whom(one.accepted),
            reason=one.reason,
        )
        for one in report.corrections
        if one.address not in told
    )


def as_text(verification: Verification, ralat: bool = False) -> str:
    """The list of corrections as text to read, print or paste; a `ralat` names only corrections."""
    return render(
        "perbaikan.md.j2",
        report=verification.report,
        date=in_words(verification.report.tanggal_data),
        ralat=ralat,
        numbered=NUMBERED,
        groups=grouped(verification, ralat),
        nothing=nothing_to_do(verification, ralat),
        accepted=accepted_elsewhere(verification, ralat),
    )


def _action(verification: Verification, finding: Finding, number: int) -> Action:
    report = verification.report
    lists = dict(finding.told.lists)
    proof = tuple(
        item for heading, items in finding.told.lists if _is_proof(heading) for item in items
    ) or (finding.told.without_place,)
    sure = finding.verdict == "terbukti"
    return Action(
        number=number,
        finding=finding.id,
        group=finding.standing,
        where=_where(report, finding),
        printed=_printed(finding),
        should=_should(report, finding),
        proof=proof if lists else (finding.told.without_place,),
        accepted=_accepted_by(verification, finding),
        follows=tuple(
            wording.in_place(part, report)
            for remedy in (finding.remedies if sure else ())
            for part in remedy.follows
        ),
        look_up=() if sure else wording.documents(report, finding),
    )


def _accepted_by(verification: Verification, finding: Finding) -> str:
    if not verification.is_accepted(finding):
        return ""
    mended = {part.cell.address for remedy in finding.remedies for part in remedy.cells}
    told = [
        wording.by_whom(one.accepted)
        for one in verification.report.corrections
        if one.address in mended
    ]
    return "; ".join(dict.fromkeys(told))


def _is_proof(heading: str) -> bool:
    return heading in (wording.MENDED, wording.CONFLICT, wording.READINGS, wording.AS_PRINTED)


def _printed(finding: Finding) -> str:
    """What is printed there; of many cells that may be meant, each repair says it itself."""
    cells = _main_cells(finding)
    many = finding.verdict == "ambigu" and len(cells) > 1
    return "" if many else "; ".join(dict.fromkeys(wording.quoted(cell) for cell in cells))


def _main_cells(finding: Finding) -> Sequence[Cell]:
    """The cell that is meant; of an undecided finding, each that may be."""
    return [finding.cell] if finding.cell else finding.named_cells[:6]


def _where(report: Report, finding: Finding) -> str:
    tables = {cell.address.table for cell in _main_cells(finding)}
    pages = [report.tables[name].page for name in sorted(tables) if report.tables[name].page]
    named = f"{finding.source}: {finding.label}"
    return (
        worded("{place} (halaman {pages})", place=named, pages=", ".join(pages))
        if len(pages) == 1
        else named
    )


def _should(report: Report, finding: Finding) -> tuple[str, ...]:
    """What it should read: the one repair, or each that is possible."""
    if finding.verdict in ("terbukti", "pembulatan"):
        return (wording.wanted(finding.remedies[0].cells[0]),)
    if finding.advice:
        return (finding.advice,)
    known = [
        remedy
        for remedy in finding.remedies
        if all(part.text or part.prints for part in remedy.cells)
    ]
    return tuple(repair_lines.possibilities(report, known, followed=False))
