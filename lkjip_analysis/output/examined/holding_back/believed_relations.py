"""Which relations of an examined report are believed: those that hold in most of their rows.

Nobody confirmed the type of a table that was only proposed. Where a relation fails in many rows of
its column, the guess was wrong, and nothing is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.intake.proposal.proposal import HIGH, Proposal
from lkjip_analysis.intake.relations import FoundRelation
from lkjip_analysis.language import worded
from lkjip_analysis.output.examined.basis.decisions import NO, Decisions
from lkjip_analysis.output.examined.basis.relation_words import Wordings, wordings_of
from lkjip_analysis.output.examined.basis.taken_unasked import rule_name
from lkjip_analysis.output.examined.holding_back.excused_failures import (
    Family,
    by_a_slip,
    kept_in_like_tables,
)
from lkjip_analysis.output.examined.holding_back.sums_read_otherwise import (
    added_up,
    is_read_otherwise,
)
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule

OF_TYPE, OF_SENTENCE, OF_YEAR = "jenis tabel", "kalimat", "tahun lain"
WORDS = {
    "judul kolom": "judul kolomnya menyebut hubungan itu",
    "baris jumlah": "baris itu sendiri disebut jumlah atau rata-rata",
    "tanda baris": "baris bertanda a., b., c. di bawahnya dijumlahkan",
    "dicoba": "program mencoba hubungan antarkolom",
    OF_TYPE: "hubungan yang lazim dalam tabel jenis ini",
    OF_SENTENCE: "kalimatnya dibandingkan dengan angka lain dalam dokumen",
    OF_YEAR: "judulnya menyebut tahun yang laporannya ada di sini",
}
"""How a relation was found, as a reader is told."""
UNITS = {"baris jumlah": "kolom", OF_SENTENCE: "kalimat", OF_YEAR: "angka"}
"""What a relation was tried in, where those are no rows."""
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
    rejected: tuple[Finding, ...] = ()
    """The findings that a person rejected: they are told in the working paper only."""


def believed(
    report: Report,
    rules: Sequence[Rule],
    proposal: Proposal,
    known: Decisions,
    beside: Sequence[Finding] = (),
    compared: Collection[Address] = (),
) -> Believed:
    """Verify by the relations that hold in most rows; the others are given up and named.

    What a person rejected is never used, what a person accepted never given up. Those that were
    found here were counted then, over tables of one form or many digits.
    """
    found = {rule.nama: rule.found for rule in proposal.rules if rule.found}
    words = wordings_of(report, proposal)
    first = verify(report, rules, beside, compared)
    said = {rule.head.name: words.relation(rule) for rule in first.rules}
    stated = {claim.kode for claim in proposal.claims if claim.differs and claim.sureness == HIGH}
    tried, failing = (Counter(_family(rule) for rule in told if not _is_of(rule, stated))
                      for told in (first.rules, first.failed))  # fmt: skip
    accepted = {_family(rule) for rule in first.rules
                if known.accepted(said[rule.head.name])
                or rule_name(rule.head.name) in found}  # fmt: skip
    sure = added_up(report, first)
    marked = {name for name, relation in found.items() if relation.how == "tanda baris"}
    nested = {rule.head.name for rule in first.failed if not _is_of(rule, stated)
              and is_read_otherwise(report, rule, sure, marked)}  # fmt: skip
    given_up = _doubted(tried, failing, by_a_slip(report, first.failed)) - accepted
    given_up -= kept_in_like_tables(report, tried, failing)
    unused = {*nested, *(name for name, told in said.items() if known.rejected(told))}
    kept = tuple(rule for rule in first.rules if rule.head.name not in unused
                 and (_family(rule) not in given_up or _is_of(rule, stated)))  # fmt: skip
    is_new = len(kept) < len(first.rules)
    verification = verify(report, kept, beside, compared) if is_new else first
    rejected = tuple(one for one in verification.findings if _is_rejected(one, known, words))
    shown = tuple(finding for finding in verification.findings if finding not in rejected)
    support = {rule.head.name: _support(rule, found, tried, failing) for rule in first.rules}
    remarks = [*_given_up(report, given_up, tried, failing), *_rejected(len(rejected))]
    return Believed(replace(verification, findings=shown), support, tuple(remarks), first.rules,
                    first.failed, rejected)  # fmt: skip


def _is_rejected(finding: Finding, known: Decisions, words: Wordings) -> bool:
    return known.findings.get(words.finding(finding)) == NO


def _doubted(
    tried: Mapping[Family, int], failing: Mapping[Family, int], slipped: Iterable[Rule]
) -> set[Family]:
    """The relations that fail too often to be believed; what a slip explains tells against none."""
    by_slips = Counter(map(_family, slipped))
    return {
        family
        for family, count in failing.items()
        if _is_doubted(family, tried[family], count, by_slips[family])
    }


def _is_doubted(family: Family, tried: int, failing: int, slipped: int) -> bool:
    """Does a relation fail too often to be believed? A slip of the fingers says nothing against it
    while it holds as often as not; of sentences each is tied by its own words, and one alone that
    fails in a short document tells nothing against the others."""
    is_said = family[0] == CLAIMS
    if tried < 2 or failing * MOST_FAILING <= tried or (is_said and failing - slipped == 1):
        return False
    seldom = 2 * failing > tried and not is_said
    return seldom or (failing - slipped) * MOST_FAILING > tried


def _rejected(count: int) -> list[str]:
    if not count:
        return []
    told = (
        "{count} temuan ditolak orang dan tidak ditampilkan; di lembar Temuan kertas kerja "
        "dapat dikembalikan"
    )
    return [worded(told, count=count)]


def _given_up(
    report: Report, families: Collection[Family], tried: Counter[Family], failing: Counter[Family]
) -> Iterator[str]:
    """Sentences about the relations that fail too often to be believed."""
    for family in sorted(families):
        table, column, kind, _ = family
        held = report.tables[table]
        told = worded(
            "gagal pada {failing} dari {tried} baris, jadi tidak dipakai",
            failing=failing[family],
            tried=tried[family],
        )
        yield worded(
            "{label}, kolom “{judul}”: hubungan {kind} {told}",
            label=held.label,
            judul=held.type.columns[column].judul,
            kind=kind,
            told=told,
        )


def _support(
    rule: Rule, found: Mapping[str, FoundRelation], tried: Counter[Family], failing: Counter[Family]
) -> Support:
    """How a rule came about: found in this document, of its table's type, or of a sentence."""
    if relation := found.get(rule_name(rule.head.name)):
        return Support(relation.kept, relation.of, relation.how)
    family = _family(rule)
    how = OF_SENTENCE if rule.result.table == CLAIMS else OF_TYPE
    return Support(tried[family] - failing[family], tried[family], how)


def _is_of(rule: Rule, claims: Collection[str]) -> bool:
    """Is a rule that of one of the claims of which a sentence states the relation itself?"""
    return rule.result.table == CLAIMS and rule.result.row in claims


def _family(rule: Rule) -> Family:
    """Of a table's type each relation is one of its own: a sum of columns, a total of the rows."""
    table, name = rule.result.table, rule.head.name
    is_of_type = table != CLAIMS and name.startswith(f"{table}.")
    relation = rule_name(name.removeprefix(f"{table}.")) if is_of_type else ""
    return table, rule.result.column, rule.head.kind, relation
