"""Figures of a report held against documents beside it (`bukti`), the strongest document first.

Agreement between tables is not truth; agreement with the ledger comes nearer. A figure that a
document contradicts is a finding that names document and rank; it is never corrected silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, Lists, NewPrint, Remedy, Told
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import alike
from lkjip_analysis.report.report import Evidence, Report, RuleSpec
from lkjip_analysis.report.tables import Address, Cell, Table
from lkjip_analysis.rules import Head
from lkjip_analysis.rules.binding.rulebook import bind
from lkjip_analysis.rules.rule_draft import Draft, Wrong
from lkjip_analysis.rules.values import Values, printed_values

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


def strongest(report: Report) -> dict[Address, Interval]:
    """What the strongest document holds of each figure that it holds too."""
    return {where: ones[0].proof.interval for where, ones in compared(report).items()}


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
