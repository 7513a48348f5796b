"""Which relations of an examined report are believed: those that hold in most of their rows.

Nobody confirmed the type of a table that was only proposed. Where a relation fails in many rows of
its column, the guess was wrong, and nothing is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.intake.document.printed_places import Place
from lkjip_analysis.intake.proposal.proposal import HIGH, Proposal
from lkjip_analysis.intake.relations import FoundRelation
from lkjip_analysis.intake.relations.rates import make_a_whole
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.slips import is_slip
from lkjip_analysis.output.examined.cell_places import Places, finding_places
from lkjip_analysis.output.examined.decisions import NO, Decisions
from lkjip_analysis.output.examined.relation_words import wordings_of
from lkjip_analysis.output.examined.taken_unasked import NOT_READ, rule_name
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.rules import Rule

Family = tuple[str, str, str]
OF_TYPE, OF_SENTENCE, OF_YEAR = "jenis tabel", "kalimat", "tahun lain"
WORDS = {
    "judul kolom": "judul kolomnya menyebut hubungan itu",
    "baris jumlah": "baris itu sendiri menyebut diri jumlah atau rata-rata",
    "dicoba": "program mencoba hubungan antarkolom",
    OF_TYPE: "hubungan yang lazim dalam tabel jenis ini",
    OF_SENTENCE: "kalimatnya dibandingkan dengan angka lain dalam dokumen",
    OF_YEAR: "judulnya menyebut tahun yang laporannya ada di sini",
}
"""How a relation was found, as a reader is told."""
UNITS = {"baris jumlah": "kolom", OF_SENTENCE: "kalimat", OF_YEAR: "angka"}
"""What a relation was tried in, where those are no rows."""
TWICE = Fraction(3, 2)
"""Programmes added to their activities make twice the total; no slip of one figure is meant."""
TELLING = 6
MOST_FAILING = 3
"""Of a relation that holds in its column, at most one row in so many may fail."""


@dataclass(frozen=True)
class Support:
    """In how many rows a relation holds, of how many it was tried in."""

    holding: int
    tried: int
    how: str = OF_TYPE

    @property
    def words(self) -> str:
        return worded(WORDS[self.how])

    @property
    def told(self) -> str:
        """In words that a reader of the document understands."""
        return ", ".join(filter(None, (self.words, self.kept)))

    @property
    def kept(self) -> str:
        """In how many rows, columns or sentences it holds; nothing where it was tried in one."""
        if self.tried < 2:
            return ""
        unit = worded(UNITS.get(self.how, "baris"))
        said = "cocok pada {holding} dari {tried} {unit}"
        return worded(said, holding=self.holding, tried=self.tried, unit=unit)


@dataclass(frozen=True)
class Believed:
    """The verification by the relations that are believed, and how each is supported."""

    verification: Verification
    support: dict[str, Support]
    doubted: tuple[str, ...]
    """Sentences about the relations that were given up."""
    relations: tuple[Rule, ...] = ()
    """Every relation that was tried, those given up or rejected among them."""
    failed: tuple[Rule, ...] = ()


def believed(
    report: Report,
    rules: Sequence[Rule],
    proposal: Proposal,
    known: Decisions,
    beside: Sequence[Finding] = (),
) -> Believed:
    """Verify by the relations that hold in most rows; the others are given up and named.

    What a person rejected is never used, what a person accepted never given up. Those that were
    found here were counted then, over tables of one form or many digits.
    """
    found = {rule.nama: rule.found for rule in proposal.rules if rule.found}
    words = wordings_of(report, proposal)
    first = verify(report, rules, beside)
    said = {rule.head.name: words.relation(rule) for rule in first.rules}
    stated = {claim.kode for claim in proposal.claims if claim.differs and claim.sureness == HIGH}
    guessed = [rule for rule in first.rules if not _is_of(rule, stated)]
    tried = Counter(map(_family, guessed))
    failing = Counter(_family(rule) for rule in first.failed if not _is_of(rule, stated))
    accepted = {_family(rule) for rule in first.rules
                if known.accepted(said[rule.head.name])
                or rule_name(rule.head.name) in found}  # fmt: skip
    sure = _added_up(report, first)
    nested = {rule.head.name for rule in first.failed
              if not _is_of(rule, stated) and _is_read_otherwise(report, rule, sure)}  # fmt: skip
    given_up = {family for family, count in failing.items() if family not in accepted
                and tried[family] > 1 and count * MOST_FAILING > tried[family]}  # fmt: skip
    kept = tuple(rule for rule in first.rules
                 if (_family(rule) not in given_up or _is_of(rule, stated))
                 and rule.head.name not in nested
                 and not known.rejected(said[rule.head.name]))  # fmt: skip
    verification = first if len(kept) == len(first.rules) else verify(report, kept, beside)
    shown = tuple(finding for finding in verification.findings
                  if known.findings.get(words.finding(finding)) != NO)  # fmt: skip
    support = {rule.head.name: _support(rule, found, tried, failing) for rule in first.rules}
    remarks = [*_given_up(report, given_up, tried, failing),
               *_rejected(len(verification.findings) - len(shown))]  # fmt: skip
    return Believed(replace(verification, findings=shown), support, tuple(remarks), first.rules,
                    first.failed)  # fmt: skip


def _rejected(count: int) -> list[str]:
    return (
        [worded("{count} temuan ditolak orang dan tidak ditampilkan", count=count)] if count else []
    )


def _given_up(
    report: Report, families: Collection[Family], tried: Counter[Family], failing: Counter[Family]
) -> Iterator[str]:
    """Sentences about the relations that fail too often to be believed."""
    for table, column, kind in sorted(families):
        held = report.tables[table]
        told = worded(
            "gagal pada {failing} dari {tried} baris, jadi tidak dipakai",
            failing=failing[table, column, kind],
            tried=tried[table, column, kind],
        )
        yield worded(
            "{label}, kolom “{judul}”: hubungan {kind} {told}",
            label=held.label,
            judul=held.type.columns[column].judul,
            kind=kind,
            told=told,
        )


def _support(
    rule: Rule,
    found: Mapping[str, FoundRelation],
    tried: Counter[Family],
    failing: Counter[Family],
) -> Support:
    """How a rule came about: found in this document, of its table's type, or of a sentence."""
    if relation := found.get(rule_name(rule.head.name)):
        return Support(relation.kept, relation.of, relation.how)
    family = _family(rule)
    how = OF_SENTENCE if rule.result.table == CLAIMS else OF_TYPE
    return Support(tried[family] - failing[family], tried[family], how)


def _added_up(report: Report, verification: Verification) -> frozenset[tuple[str, str]]:
    """The rows and columns of totals in which other sums hold: their parts are the right ones."""
    failed = {rule.head.name for rule in verification.failed}
    held = (
        rule
        for rule in verification.rules
        if rule.head.kind == "jumlah"
        and rule.head.name not in failed
        and report.is_figure(rule.result)
        and report.cell(rule.result).point
    )
    return frozenset(line for rule in held for line in _lines(rule))


def _is_read_otherwise(report: Report, rule: Rule, sure: frozenset[tuple[str, str]]) -> bool:
    """Does a sum that fails count rows that it does not mean, rather than show a slip?"""
    if _counts_repeats(report, rule):
        return True
    parts = [cell.printed for a in rule.cells if a != rule.result
             and (cell := report.cell(a)).is_figure and cell.printed]  # fmt: skip
    if not _sums_others(report, rule) or make_a_whole(parts):
        return False
    told = sure & _lines(rule) or _is_telling(report, rule)
    return not (told and _is_one_slip(report, rule))


def _is_one_slip(report: Report, rule: Rule) -> bool:
    """Would one figure of a sum, printed a slip otherwise, make it hold?"""
    told = {a: report.cell(a) for a in rule.cells if report.cell(a).is_figure}
    shown = told.pop(rule.result, None)
    if shown is None:
        return False
    over = sum((cell.point for cell in told.values()), Fraction(0)) - shown.point
    needed = [(shown, shown.point + over), *((cell, cell.point - over) for cell in told.values())]
    return any(cell.printed and is_slip(cell.printed, right) for cell, right in needed)


def _is_telling(report: Report, rule: Rule) -> bool:
    """Has the sum so many digits that it is no slip away from another by accident?"""
    shown = report.cell(rule.result).printed
    return shown is not None and len(shown.core.replace(".", "").strip("0,")) >= TELLING


def _lines(rule: Rule) -> frozenset[tuple[str, str]]:
    """The row of a sum down a column, or the column of one along a row."""
    result, parts = rule.result, [cell for cell in rule.cells if cell != rule.result]
    down = all((cell.table, cell.column) == (result.table, result.column) for cell in parts)
    return frozenset({(result.table, result.row if down else f".{result.column}")})


def _sums_others(report: Report, rule: Rule) -> bool:
    """Do the parts of a total come to so much more that some are parts of other parts, or to so
    much less that its table begins elsewhere?"""
    if rule.head.kind != "jumlah":
        return False
    told = {a: report.cell(a).point for a in rule.cells if report.cell(a).is_figure}
    shown = told.pop(rule.result, Fraction(0))
    share = sum(told.values(), Fraction(0)) / shown if shown else Fraction(1)
    return share >= TWICE or share * TWICE <= 1


def _counts_repeats(report: Report, rule: Rule) -> bool:
    """Does a total hold without the rows that print the row above again, as its only part?"""
    if rule.head.kind != "jumlah":
        return False
    told = {a: report.cell(a).point for a in rule.cells if report.cell(a).is_figure}
    shown = told.pop(rule.result, None)
    again = sum((below for above, below in pairwise(told.values()) if above == below), Fraction(0))
    return shown is not None and again > 0 and sum(told.values(), Fraction(0)) - again == shown


def _is_of(rule: Rule, claims: Collection[str]) -> bool:
    """Is a rule that of one of the claims of which a sentence states the relation itself?"""
    return rule.result.table == CLAIMS and rule.result.row in claims


def _family(rule: Rule) -> Family:
    return rule.result.table, rule.result.column, rule.head.kind


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
        return any(re.match(rf"{goal[1]}\.[^\W\d]", row) for row in rows)
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
