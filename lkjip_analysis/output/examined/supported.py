"""Which relations of an examined report are believed: those that hold in most of their rows.

Nobody confirmed the type of a table that was only proposed. Where a relation fails in many rows of
its column, the guess was wrong, and nothing is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.intake.document.places import Place
from lkjip_analysis.intake.relations import FoundRelation
from lkjip_analysis.output.examined.taken import NOT_READ
from lkjip_analysis.output.examined.where import Places, finding_places
from lkjip_analysis.report.report import Report
from lkjip_analysis.rules import Rule

Family = tuple[str, str, str]
MOST_FAILING = 3
"""Of a relation that holds in its column, at most one row in so many may fail."""


@dataclass(frozen=True)
class Support:
    """In how many rows a relation holds, of how many it was tried in."""

    holding: int
    tried: int

    @property
    def told(self) -> str:
        return f"berlaku pada {self.holding} dari {self.tried} baris"


@dataclass(frozen=True)
class Believed:
    """The verification by the relations that are believed, and how each is supported."""

    verification: Verification
    support: dict[str, Support]
    doubted: tuple[str, ...]
    """Sentences about the relations that were given up."""


def believed(report: Report, found: Iterable[FoundRelation] = ()) -> Believed:
    """Verify by the relations that hold in most rows; the others are given up and named.

    What was counted when a relation was found, over tables of one form or figures of many digits,
    stands.
    """
    known = {relation.name: relation for relation in found}
    counted = {name: Support(r.kept, r.of) for name, r in known.items() if r.kind == "sama"}
    first = verify(report)
    tried = Counter(map(_family, first.rules))
    failing = Counter(map(_family, first.failed))
    given_up = {family for family, count in failing.items()
                if tried[family] > 1 and count * MOST_FAILING > tried[family]}  # fmt: skip
    given_up -= {_family(rule) for rule in first.rules if _found_as(rule) in known}
    kept = tuple(rule for rule in first.rules if _family(rule) not in given_up)
    verification = verify(report, kept) if given_up else first
    support = {
        rule.head.name: counted.get(
            _found_as(rule),
            Support(tried[_family(rule)] - failing[_family(rule)], tried[_family(rule)]),
        )
        for rule in kept
    }
    told = tuple(
        f"{table}, kolom {column}: hubungan {kind} gagal pada {failing[table, column, kind]} dari "
        f"{tried[table, column, kind]} baris, jadi tidak dipakai"
        for table, column, kind in sorted(given_up)
    )
    return Believed(verification, support, told)


def _found_as(rule: Rule) -> str:
    """The name of the relation that a rule was made from."""
    return rule.head.name.removeprefix("laporan.").partition("[")[0]


def _family(rule: Rule) -> Family:
    return rule.result.table, rule.result.column, rule.head.kind


def as_read(verification: Verification, places: Places, scanned: Collection[int]) -> Verification:
    """The verification with nothing proven of figures that were read from pictures of pages."""
    findings = tuple(_unproven(verification, finding, places, scanned)
                     for finding in verification.findings if not _of_unread(finding))  # fmt: skip
    return replace(verification, findings=findings)


def _of_unread(finding: Finding) -> bool:
    """Does it say that a figure lacks its ground, where the ground was only not read?"""
    return finding.verdict is None and f"tertulis {NOT_READ}" in finding.message


def _unproven(
    verification: Verification, finding: Finding, places: Places, scanned: Collection[int]
) -> Finding:
    pages = [place.page for place in _rests_on(verification, finding, places)]
    if not scanned or (pages and not any(page in scanned for page in pages)):
        return finding
    opening = f"{finding.told.opening} Angkanya dibaca dari gambar halaman: cocokkan dulu."
    told = replace(finding.told, opening=opening)
    if finding.verdict != "terbukti":
        return replace(finding, told=told)
    return replace(finding, verdict="ambigu", told=told, implied=None, confirmed=None)


def _rests_on(verification: Verification, finding: Finding, places: Places) -> list[Place]:
    """Where everything is printed that the finding rests on."""
    rules = [rule for rule in verification.rules if rule.head.name in finding.rules]
    rested = [place for rule in rules for cell in rule.cells for place in places.get(cell, ())]
    return [*rested, *(place for _, place in finding_places(verification, finding, places))]
