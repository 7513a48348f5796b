"""Verification of a report: run the rules, find what explains the failures, say how sure it is.

`terbukti` is said of one cell only: it is the only smallest repair, two independent rules failed
and are mended by it, and the report itself prints at least one of them. Everything else that is
wrong is `ambigu`, with every smallest repair listed and none preferred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from lkjip_analysis.checking.acts.acts_that_explain import explained
from lkjip_analysis.checking.agreeing_figures import agreeing
from lkjip_analysis.checking.findings.finding import Coverage, Finding, summary
from lkjip_analysis.checking.judging import evidence
from lkjip_analysis.checking.judging.borne_out import as_borne_out
from lkjip_analysis.checking.judging.doubtful_sentences import doubted
from lkjip_analysis.checking.judging.doubts import Doubts
from lkjip_analysis.checking.judging.missing_rows import one_cause
from lkjip_analysis.checking.judging.verdict import Component
from lkjip_analysis.checking.judging.whole_column import columns
from lkjip_analysis.checking.locating.figures_left_out import LeftOut
from lkjip_analysis.checking.locating.groups import solved
from lkjip_analysis.checking.locating.padded_zeros import with_padded
from lkjip_analysis.checking.locating.rounded_up import with_roundings
from lkjip_analysis.checking.locating.rounding import Rounding, tolerable
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.checking.observations import number_style
from lkjip_analysis.checking.observations.all_observations import counted_figures, observe
from lkjip_analysis.checking.observations.rounded_figures import rounding_findings
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import ANYTHING
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import Rule, fits
from lkjip_analysis.rules.binding.derived_figures import derived_cells, filled, signed
from lkjip_analysis.rules.binding.precision import as_meant
from lkjip_analysis.rules.binding.rulebook import bind
from lkjip_analysis.rules.values import Figure, Values, printed_values

ORDER = ("terbukti", "ambigu", "klaim", "kaidah", "pembulatan", "dugaan")


@dataclass(frozen=True)
class Verification:
    """What verifying one report gave: findings by importance, coverage, and the tested rules."""

    report: Report
    findings: tuple[Finding, ...]
    coverage: Coverage
    rules: tuple[Rule, ...]
    failed: tuple[Rule, ...]
    roundings: Mapping[str, Rounding]
    money: frozenset[Address] = frozenset()
    held_otherwise: frozenset[Address] = frozenset()
    """Figures held against what no rule relates: counts of rows, other years' reports."""
    of_a_sheet: frozenset[str] = frozenset()
    """The sums that may miss by one unit of their last digit."""
    rejected: tuple[Finding, ...] = ()
    """The findings that a person rejected."""

    @property
    def is_clean(self) -> bool:
        """No finding makes the report wrong (roundings and rules of form may remain)."""
        return not any(finding.is_wrong for finding in self.findings)

    @property
    def worked_off(self) -> tuple[Finding, ...]:
        """The findings in the order in which they are worked off, the surest first; lists that
        number findings number them so, and each begins with 1."""
        return tuple(sorted(self.findings, key=lambda finding: ORDER.index(finding.standing)))

    def is_accepted(self, finding: Finding) -> bool:
        """Has a person accepted a repair of this finding, and do its relations hold with it?

        Two repairs that undo each other are none.
        """
        sure = finding.verdict in ("terbukti", "ambigu")
        accepted = sure and any(
            all(self.report.is_accepted(part.cell.address) for part in remedy.cells)
            for remedy in finding.remedies
        )
        return accepted and self._hold_as_used(self._failed(finding))

    def is_settled(self, finding: Finding) -> bool:
        """Do the accepted corrections mend every relation that this finding rests on?"""
        rules = self._failed(finding)
        if not self.report.corrections or len(rules) != len(finding.rules):
            return False
        return self._hold_as_used(rules)

    def _failed(self, finding: Finding) -> list[Rule]:
        found = {self._places[name] for name in finding.rules if name in self._places}
        return [self.failed[place] for place in sorted(found)]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Where each failed rule stands among them."""
        return {rule.head.name: place for place, rule in enumerate(self.failed)}

    def _hold_as_used(self, rules: Sequence[Rule]) -> bool:
        return all(tolerable(self._with_put_in.get(r.head.name, r), self._used) for r in rules)

    @cached_property
    def _with_put_in(self) -> Mapping[str, Rule]:
        """The rules that hold what a correction puts where nothing is printed."""
        is_put_in = any(self.report.cell(one.address).is_empty for one in self.report.corrections)
        return {rule.head.name: rule for rule in bind(self.report.used())} if is_put_in else {}

    @cached_property
    def _used(self) -> Values:
        return with_padded(Values(printed_values(self.report.used().cells())), self.rules)

    def watchers(self, address: Address) -> tuple[Rule, ...]:
        return tuple(self._by_cell.get(address, ()))

    @cached_property
    def _by_cell(self) -> Mapping[Address, Sequence[Rule]]:
        """The rules that hold each cell, each once."""
        return grouped((cell, rule) for rule in self.rules for cell in dict.fromkeys(rule.cells))

    @cached_property
    def marks(self) -> Mapping[Address, tuple[Finding, ...]]:
        """The findings that point at each cell."""
        found = grouped(
            (cell.address, finding)
            for finding in self.findings
            for cell in self.pointed_at(finding)
        )
        return {address: tuple(findings) for address, findings in found.items()}

    def pointed_at(self, finding: Finding) -> tuple[Cell, ...]:
        """The cells that a finding suspects, and the one it is about where that may be wrong."""
        about = self._results.get(finding.id)
        only = len(finding.smallest) == 1
        if finding.cell is not None or about is None or only:
            return self.in_doubt(finding, finding.suspected_cells)
        cells = (about, *finding.suspected_cells)
        return self.in_doubt(finding, tuple({cell.address: cell for cell in cells}.values()))

    def in_doubt(self, finding: Finding, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """Those of the cells of a finding that no printed figure beside them bears out."""
        sure = agreeing(finding, self._failed(finding))
        return tuple(cell for cell in cells if cell.address not in sure)

    @cached_property
    def _results(self) -> Mapping[str, Cell]:
        """The printed cell that each rule computes."""
        tables = self.report.tables
        found = ((rule.head.name, rule.result) for rule in self.rules)
        return {
            name: tables[at.table].cells[at]
            for name, at in found
            if at.table in tables and at in tables[at.table].cells
        }

    def as_json(self) -> dict[str, object]:
        return {
            "instansi": self.report.instansi,
            "tahun": self.report.tahun,
            "findings": [finding.as_json() for finding in self.findings],
            "coverage": self.coverage.as_json(),
            "summary": summary(self.findings),
        }


def verify(
    report: Report,
    rules: Sequence[Rule] | None = None,
    beside: Sequence[Finding] = (),
    compared: Iterable[Address] = (),
    later: Mapping[Address, evidence.Documented] = MappingProxyType({}),
) -> Verification:
    """Verify a report by its own rules (bound here if not given).

    `beside` are findings from outside the report: what other years and documents say of it;
    `compared` the figures that those were asked about; `later` what later reports print of some.

    Raises: InputError where a rule names no cell.
    """
    bound = bind(report) if rules is None else rules
    report = as_meant(filled(report, bound), bound)
    values = Values(printed_values(report.cells(), signed(report, bound)))
    said = [(r, told) for r in bound if (told := r.implied(r.result, values)) != ANYTHING]
    tested = tuple(rule for rule, _ in said)
    values = with_padded(values, tested)
    missed = [rule for rule, wanted in said if not fits(values[rule.result], wanted)]
    values, roundings = with_roundings(values, said, missed)
    failed = tuple(rule for rule in missed if rule.head.name not in roundings)
    network = Network(tested, _names(failed), values, derived_cells(report))
    empty = LeftOut(report, bound, tested, values, failed)
    wrong = _misprints(Search(network), report, failed, empty, later)
    found: list[Finding] = [
        *wrong,
        *rounding_findings(report, tested, values, roundings, wrong),
        *number_style.found(report),
        *(doubted(report, told, wrong) for told in observe(report, tested)),
        *evidence.found(report),
        *(as_borne_out(one, network) for one in beside),
    ]
    otherwise = counted_figures(report) | frozenset(compared)
    coverage, money = _coverage(report, tested, otherwise), _money(values)
    shown, rejected = _parted(report, _in_order(found))
    return Verification(report, shown, coverage, tested, failed, roundings, money, otherwise,
                        values.kept.sheet, rejected)  # fmt: skip


def _parted(
    report: Report, findings: Sequence[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that are told, and those of which a person said that they are none."""
    rejected = tuple(finding for finding in findings if _is_rejected(report, finding))
    return tuple(finding for finding in findings if finding not in rejected), rejected


def _is_rejected(report: Report, finding: Finding) -> bool:
    """Did a person say of all that a finding rests on that it shows no mistake?"""
    names = report.rejected.get("temuan", ())
    return bool(names) and set(finding.rules or (finding.id,)) <= set(names)


def _misprints(
    search: Search,
    report: Report,
    failed: tuple[Rule, ...],
    empty: LeftOut,
    later: Mapping[Address, evidence.Documented],
) -> list[Finding]:
    """What the failed rules come to: whole columns that one act spoiled, then what is left."""
    network, values = search.network, search.network.values
    causes = one_cause(report, network.rules, network.failed, values)
    groups = solved(search, failed)
    documents, alike = evidence.documents(report, later), columns(report, search, groups)
    told = {rule.head.name for column in alike for rule in column.rules}
    left = [group for group in groups if not told.issuperset(_names(group[0]))]
    found = []
    for column in alike:
        by_rule = dict.fromkeys((rule.head.name for rule in column.rules), column.cause)
        whole = Component(report, search, values, column.rules, [column.repair], by_rule)
        found.append(whole.finding())
    doubts = Doubts(groups)
    for one in explained(report, search, failed, left):
        rest = Component(
            report,
            search,
            values,
            one.rules,
            one.repairs,
            causes,
            doubts.of_others(one.rules),
            documents,
            one.acts,
            one.loose,
            groups,
            empty.mending,
        )
        found.append(rest.finding())
    return found


def _money(values: Values) -> frozenset[Address]:
    """The amounts that may have been printed without their sen."""
    return frozenset(
        cell for cell, value in values.printed.items() if isinstance(value, Figure) and value.money
    )


def _names(rules: Sequence[Rule]) -> frozenset[str]:
    return frozenset(rule.head.name for rule in rules)


def _coverage(report: Report, rules: Sequence[Rule], held: frozenset[Address]) -> Coverage:
    counted = Counter(cell for rule in rules for cell in rule.cells)
    counted.update(held)
    return Coverage(Counter(counted[cell.address] for cell in report.figures() if not cell.derived))


def _in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """What changes a conclusion first, then by verdict and weight; no two with the same id."""
    ordered = sorted(
        found, key=lambda f: (not f.changes_conclusion, ORDER.index(f.standing), f.weight)
    )
    return tuple(_with_unique_ids(ordered))


def _with_unique_ids(findings: Sequence[Finding]) -> Iterator[Finding]:
    used: Counter[str] = Counter()
    for finding in findings:
        used[finding.id] += 1
        again = f"-{used[finding.id]}" if used[finding.id] > 1 else ""
        yield replace(finding, id=finding.id + again) if again else finding
