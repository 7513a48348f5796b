"""What verification takes for granted: relations that the report does not state itself, and how
much hangs on each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import capital, listed, within, worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.place_names import place, source
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule

ORIGINS = {"tafsir": "", "usulan": "ditemukan program"}
"""Relations that the report does not print: as whoever copied it reads it, or found."""


@dataclass(frozen=True)
class Assumption:
    """One reason why relations should hold, with what rests on it.

    `figures` are tested by them, `alone` by nothing else; `findings` is how many name them, and
    `anchors` what each is about and its anchor on the page of findings.
    """

    reason: str
    origin: str
    relations: int
    figures: int
    alone: int
    findings: int
    anchors: tuple[tuple[str, str], ...] = ()

    @property
    def matters(self) -> bool:
        """Would something change if it were wrong?"""
        return bool(self.findings or self.alone)


def assumptions(verification: Verification) -> tuple[Assumption, ...]:
    """Every assumption, that on which most findings rest first."""
    used = (rule for rule in verification.rules if rule.head.basis in ORIGINS)
    groups = grouped(((rule.head.reason, rule.head.basis), rule) for rule in used)
    tested = _tested(verification)
    found = [
        _assumption(verification, reason, basis, rules, tested)
        for (reason, basis), rules in groups.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.findings, -one.alone, -one.figures)))


def _tested(verification: Verification) -> Mapping[Address, int]:
    """By how many relations each printed figure is tested."""
    counted = {c.address: 0 for c in verification.report.cells() if c.is_figure and not c.derived}
    for rule in verification.rules:
        for address in set(rule.cells) & counted.keys():
            counted[address] += 1
    return counted


def _assumption(
    verification: Verification,
    reason: str,
    basis: str,
    rules: list[Rule],
    tested: Mapping[Address, int],
) -> Assumption:
    names = {rule.head.name for rule in rules}
    own: dict[Address, int] = defaultdict(int)
    for rule in rules:
        for address in set(rule.cells) & tested.keys():
            own[address] += 1
    resting = [one for one in verification.findings if not names.isdisjoint(one.rules)]
    return Assumption(
        capital(_of_claims(verification.report, rules, reason) or worded(reason)),
        worded(ORIGINS[basis]),
        len(rules),
        len(own),
        sum(count == tested[address] for address, count in own.items()),
        len(resting),
        tuple((one.label, one.anchor) for one in resting),
    )


def _of_claims(report: Report, rules: Sequence[Rule], reason: str) -> str:
    """What is assumed where the reason is only the subject of sentences: "Anggaran" says neither
    which figure a sentence is read to be about nor where that stands. Nothing for other reasons."""
    found = [rule for rule in rules if _subject(report, rule).casefold() == reason.casefold()]
    cells = dict.fromkeys(cell for rule in found for cell in rule.cells if cell != rule.result)
    if len(found) != len(rules) or not cells:
        return ""
    about = within(worded(reason))
    if len(cells) == 1:
        where = place(report, *cells)
        return worded("Kalimat tentang {about} mengulang {where}", about=about, where=where)
    where = listed(tuple(dict.fromkeys(source(report, cell) for cell in cells)))
    return worded("Kalimat tentang {about} dihitung dari {where}", about=about, where=where)


def _subject(report: Report, rule: Rule) -> str:
    """What the sentence is about whose figure a relation reckons; nothing of other relations."""
    result = rule.result
    return report.tables[CLAIMS].row_name(result.row) if result.table == CLAIMS else ""
