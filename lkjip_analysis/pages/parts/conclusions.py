"""What a head of department must know of the findings: which conclusions do not hold, and what to
correct first, in plain words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from operator import attrgetter

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import capital, worded
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Cell

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
    name: str
    where: str
    printed: str
    should: str
    why: str
    effect: str
    accepted: str
    """By whom its correction is accepted; empty where it is not."""


@dataclass(frozen=True)
class Question:
    """What the report alone cannot decide: where it stands, what conflicts, where to look."""

    anchor: str
    where: str
    conflict: str
    look: str
    effect: str = ""
    """Which conclusion may change, depending on what is found."""


def deciding(verification: Verification) -> tuple[Conclusion, ...]:
    """The findings by which a conclusion falls, in the order of their importance."""
    report = verification.report
    found = [f for f in verification.findings if f.overturns]
    # A whole conclusion that falls comes before a word or a cause that does not fit.
    found.sort(key=lambda f: not f.falls)
    return tuple(_conclusion(report, f) for f in found)


def tally(verification: Verification) -> str:
    """How many of the conclusions that fall are sentences, classes or names, figures."""
    kinds = Counter[str](f.kind for f in verification.findings if f.overturns)
    words = {"klaim": "{count} kalimat", "kaidah": "{count} kategori atau arti istilah",
             "angka": "{count} angka"}  # fmt: skip
    return ", ".join(worded(told, count=kinds[kind]) for kind, told in words.items() if kinds[kind])


def misprints(verification: Verification) -> tuple[Misprint, ...]:
    """The figures that are proven wrong, first those on which most depends."""
    found = []
    for finding in sorted(verification.findings, key=attrgetter("weight")):
        if finding.verdict == "terbukti" and finding.remedies:
            part = finding.remedies[0].cells[0]
            found.append(
                Misprint(
                    finding.anchor,
                    part.cell.address.anchor,
                    finding.label,
                    f"{_where(verification.report, finding)}: {finding.label}",
                    wording.quoted(part.cell),
                    wording.replacement(part),
                    part.slip or "",
                    _effect(finding),
                    _accepted(verification.report, finding),
                )
            )
    return tuple(found)


def _effect(finding: Finding) -> str:
    """What is wrong because of a wrong figure."""
    follows = len(finding.remedies[0].follows)
    told = [
        finding.impact.rstrip("."),
        worded("akibatnya {count} pemeriksaan tidak cocok", count=len(finding.rules)),
    ]
    if follows:
        told.append(worded("{count} angka lain ikut salah", count=follows))
    return "; ".join(told)


def _accepted(report: Report, finding: Finding) -> str:
    wrong = finding.remedies[0].cells[0].cell.address
    return "; ".join(
        wording.by_whom(one.accepted) for one in report.corrections if one.address == wrong
    )


def unclear(verification: Verification) -> tuple[Question, ...]:
    """Each figure that the report alone cannot decide, with what conflicts and where to look."""
    return tuple(
        _question(verification.report, finding)
        for finding in verification.findings
        if finding.verdict == "ambigu"
    )


def _question(report: Report, finding: Finding) -> Question:
    # What is said of one print begins with that print; a relation that fails names its own.
    told = finding.told.without_place.removesuffix(".")
    conflict = finding.grounds if finding.grounds and not finding.told.printed else told
    look = "; ".join(wording.documents(report, finding)) or worded(
        "naskah asli {source}", source=finding.source
    )
    where = f"{_where(report, finding)}: {finding.label}"
    return Question(finding.anchor, where, capital(conflict), look, _may_change(finding))


def _may_change(finding: Finding) -> str:
    """Which conclusion an open finding may change, and the repair that would, where only one
    fits."""
    if not finding.changes_conclusion:
        return ""
    parts = [part for remedy in finding.remedies for part in remedy.cells]
    if len(finding.remedies) != 1 or not all(part.text for part in parts):
        return finding.impact
    told = worded(" dan ").join(
        worded("{printed} menjadi {wanted}", printed=wording.quoted(part.cell), wanted=part.text)
        for part in parts
    )
    only = worded("Satu-satunya perbaikan yang cocok: {told}.", told=told)
    return f"{finding.impact} {only}"


def _conclusion(report: Report, finding: Finding) -> Conclusion:
    cell = main_cell(finding)
    return Conclusion(
        anchor=finding.anchor,
        headline=finding.impact,
        where=_where(report, finding),
        says=f"{finding.label}: {wording.in_marks(cell)}" if cell else finding.label,
        shows=_shows(finding),
        todo=todo(finding, cell),
    )


def main_cell(finding: Finding) -> Cell | None:
    return finding.cell or next(iter(finding.named_cells), None)


def _where(report: Report, finding: Finding) -> str:
    cell = main_cell(finding)
    page = report.tables[cell.address.table].page if cell else ""
    return (
        worded("{source}, halaman {page}", source=finding.source, page=page)
        if page
        else finding.source
    )


def _shows(finding: Finding) -> str:
    """The opening of the finding without the place and the print, which stand beside it."""
    told = finding.told.beside_print
    beside = [lists for lists in finding.told.lists[1:] if lists[0] == wording.AS_PRINTED]
    for _, items in (*finding.told.lists[:1], *beside) if finding.verdict != "terbukti" else ():
        told = f"{told} {capital('; '.join(items))}." if items else told
    return capital(told)


def todo(finding: Finding, cell: Cell | None) -> str:
    """What to do, by how sure the finding is and whether it names a repair."""
    if finding.advice:
        settled = "; ".join(finding.documents)
        return finding.advice + (
            worded(" Dokumen yang memutuskannya: {settled}.", settled=settled) if settled else ""
        )
    parts = [p for r in finding.remedies for p in r.cells if p.text]
    repair = wording.replacement(parts[0]) if parts else None
    if finding.verdict == "terbukti" or (finding.kind == "kaidah" and repair):
        return (
            worded("Ganti {quoted} dengan {repair}.", quoted=wording.quoted(cell), repair=repair)
            if cell
            else worded("Perbaiki angkanya.")
        )
    if finding.verdict == "pembulatan":
        return (
            worded("Bulatkan dengan cara biasa: {repair}.", repair=repair)
            if repair
            else worded("Seragamkan pembulatannya.")
        )
    if finding.kind == "klaim":
        return worded(
            "Ubah kalimatnya supaya sesuai dengan angkanya, atau sebutkan pengecualiannya."
        )
    return worded("Tetapkan satu arti, tuliskan dalam laporan, lalu hitung ulang angkanya.")
