"""Figures of a report held against documents beside it (`bukti`), the strongest document first.

Agreement between tables is not truth; agreement with the ledger comes nearer. A figure that a
document contradicts is a finding that names document and rank; it is never corrected silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, Lists, NewPrint, Remedy, Told
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import alike
from lkjip_analysis.report.points import Point
from lkjip_analysis.report.report import Evidence, Report, RuleSpec
from lkjip_analysis.report.tables import Address, Cell, Table
from lkjip_analysis.rules import Head
from lkjip_analysis.rules.binding.rulebook import bind
from lkjip_analysis.rules.rule_draft import Draft, Wrong
from lkjip_analysis.rules.values import Values, printed_values

STRONGEST = 1
"""The rank of a document that no report is later than, as an audited account."""

UNTESTED = "selaras antar-tabel, belum diuji ke bukti"


@dataclass(frozen=True)
class Compared:
    """One figure of the report beside the same figure of a document."""

    cell: Cell
    proof: Cell
    evidence: Evidence

    @property
    def agrees(self) -> bool:
        return self.cell.interval.meets(self.proof.interval)

    @property
    def named(self) -> str:
        return worded(
            "{dokumen} (peringkat {peringkat})",
            dokumen=self.evidence.dokumen,
            peringkat=self.evidence.peringkat,
        )


def compared(report: Report) -> dict[Address, list[Compared]]:
    """Every figure that a document holds too, with the documents in order of rank.

    Raises: InputError where `menguji` names no cell.
    """
    pairs: dict[Address, list[Compared]] = {}
    for evidence in report.evidence:
        for proof, sel in evidence.tests:
            for one in _pairs(report, evidence, proof, sel):
                pairs.setdefault(one.cell.address, []).append(one)
    return pairs


def _pairs(report: Report, evidence: Evidence, proof: str, sel: str) -> Iterator[Compared]:
    """The cells of both sides with the same row; two single cells need not share one."""
    head = Head(evidence.table.name, "bukti", "tercetak", "")
    beside = replace(report, tables={evidence.table.name: evidence.table})
    try:
        cells = Draft(report, head, {"sel": sel}, "").many("sel")
        proofs = Draft(beside, head, {"bukti": proof}, evidence.table.name).many("bukti")
    except Wrong as error:
        found = phrase("bukti {name}: {found}", name=evidence.table.name, found=phrase(error.found))
        problem = Problem("laporan.yaml", found, error.allowed, error.remedy, evidence.line)
        raise InputError([problem]) from error
    by_row = {where.row: where for where in proofs}
    alone = len(cells) == len(proofs) == 1
    for where in cells:
        other = proofs[0] if alone else by_row.get(where.row)
        cell = report.tables[where.table].cells.get(where)
        if other is None or cell is None:
            continue
        held = evidence.table.cells.get(other)
        if held is not None and held.is_figure and cell.is_figure:
            yield Compared(cell, held, evidence)


@dataclass(frozen=True)
class Documented:
    """What a document beside the report prints of one of its figures, and how it is called.

    `is_last`: no update of the report is later than it.
    """

    interval: Interval
    named: str
    is_last: bool


@dataclass(frozen=True)
class Documents:
    """What the strongest document prints of each figure that it holds, and reports of later years
    of those that this one prints otherwise.
    """

    strongest: Mapping[Address, Documented] = field(default_factory=dict)
    later: Mapping[Address, Documented] = field(default_factory=dict)


def documents(report: Report, later: Mapping[Address, Documented]) -> Documents:
    first = {where: ones[0] for where, ones in compared(report).items()}
    told = {
        where: Documented(one.proof.interval, one.named, one.evidence.peringkat == STRONGEST)
        for where, one in first.items()
    }
    return Documents(told, later)


def of_later_reports(
    tahun: int, same: Iterable[tuple[Point, Sequence[Point]]]
) -> dict[Address, Documented]:
    """What reports after this year print of its figures, where no document agrees with this one."""
    found = {}
    for point, others in same:
        after = [o for o in others if o.laporan > tahun and not o.is_statement]
        own = point.tahun == tahun and not point.is_statement
        if own and after and not any(other.agrees(point) for other in others):
            last = max(after, key=lambda other: other.laporan)
            found[point.cell.address] = Documented(last.cell.interval, last.sumber, True)
    return found


def found(report: Report) -> Iterator[Finding]:
    """The figures that a document contradicts, each document examined by itself once."""
    failing: dict[str, dict[Address, list[str]]] = {}
    for ones in compared(report).values():
        against = [one for one in ones if not one.agrees]
        if against:
            table = against[0].evidence.table
            if table.name not in failing:
                failing[table.name] = failing_within(report, table)
            within = failing[table.name].get(against[0].proof.address, ())
            yield _finding(report, ones, against, tuple(within))


def failing_within(report: Report, table: Table) -> dict[Address, list[str]]:
    """The relations of its own table type that figures of a document fail in, in words."""
    specs = [RuleSpec(f"skema/{table.type.name}.yaml", 1, table.name, e) for e in table.type.rules]
    beside = replace(report, tables={table.name: table}, specs=tuple(specs), evidence=())
    try:
        rules = bind(beside)
    except InputError:  # a document need not hold all that the type asks for
        return {}
    values = Values(printed_values(beside.cells()))
    failed = [rule for rule in rules if not tolerable(rule, values)]
    told = {rule.head.name: wording.relation(rule, beside, values) for rule in failed}
    return grouped((cell, told[rule.head.name]) for rule in failed for cell in rule.cells)


def _finding(
    report: Report, ones: Sequence[Compared], against: Sequence[Compared], within: tuple[str, ...]
) -> Finding:
    """Undecided where the strongest document contradicts, a suspicion where only weaker ones do.

    `within`: what fails in the document itself, whose figure may then be the slip.
    """
    strong, cell, where = ones[0], ones[0].cell, ones[0].cell.address
    decides = not strong.agrees
    said = worded(
        "{named} memuat {wording}.",
        named=against[0].named,
        wording=wording.quoted(against[0].proof),
    )
    value = strong.proof.point
    text = alike(cell.printed, value) if decides and cell.printed and not within else None
    part = NewPrint(cell, Interval(value, value) if decides else None, text)
    return Finding(
        id=f"bukti.{where}",
        kind="angka" if decides else "dugaan",
        verdict="ambigu" if decides else None,
        source=wording.source(report, where),
        label=wording.label(report, where),
        rules=("bukti",),
        remedies=(Remedy((part,)),),
        impact=worded(
            "Angka laporan atau buktinya keliru; dokumen yang lebih kuat diperiksa dahulu."
        ),
        told=Told(
            said,
            _documents(ones, within),
            where=wording.place(report, where),
            printed=wording.written(cell),
            link=worded(", sedangkan "),
        ),
    )


def _documents(ones: Sequence[Compared], within: tuple[str, ...]) -> Lists:
    """What each document prints, and what fails in the strongest by itself."""
    held = tuple(
        f"{one.named}: {wording.quoted(one.proof)}" + (worded(", sesuai") if one.agrees else "")
        for one in ones
    )
    lists: Lists = ((worded("Dokumen, yang terkuat dahulu"), held),)
    return lists + (((worded("Di dalam dokumen itu sendiri tidak cocok"), within),) * bool(within))
