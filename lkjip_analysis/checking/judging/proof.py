"""Is a figure proven wrong: which relations testify apart, and what else would explain them?"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.judging.doubts import in_another_unit, later_states
from lkjip_analysis.checking.judging.evidence import Documents
from lkjip_analysis.checking.judging.half_exchanged import half_exchanged
from lkjip_analysis.checking.judging.independent_witnesses import (
    conflicting,
    independent,
    is_a_rate,
    joined_by_sums,
    testimony,
)
from lkjip_analysis.checking.judging.lost_decimals import Finer, finer
from lkjip_analysis.checking.judging.possible_updates import (
    fingers_on_a_rate,
    misadded,
    takes_away,
    unlike_an_update,
    unlike_its_other_currency,
)
from lkjip_analysis.checking.judging.strange_rates import may_be_the_usual_one
from lkjip_analysis.checking.locating.allowed_prints import allowed, on_grid
from lkjip_analysis.checking.locating.exchanges import Group
from lkjip_analysis.checking.locating.padded_zeros import with_padded
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, Number, exactly
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import InBand, Rule
from lkjip_analysis.rules.values import Figure, Values, printed_values


@dataclass(frozen=True)
class Proof:
    """What can be said for and against an only repair of some failed rules.

    `doubted` are figures that other findings name as wrong, `groups` all that fails with repairs.
    """

    report: Report
    search: Search
    values: Values
    failed: tuple[Rule, ...]
    doubted: Container[Address]
    documents: Documents
    groups: Sequence[Group] = ()

    def why_not(self, repairs: Sequence[Repair]) -> str:
        """Why an only repair by one figure is not confirmed twice, where more can be said."""
        if len(repairs) != 1 or len(repairs[0].roots) != 1:
            return ""
        root = repairs[0].roots[0]
        speaking = [r for r in self.failed if root in r.cells and not isinstance(r, InBand)]
        if len(speaking) < 2 or all(rule.head.basis != "tercetak" for rule in speaking):
            return ""
        is_doubted = any(self._is_doubted(testimony(rule, repairs[0])) for rule in speaking)
        return wording.DOUBTED if is_doubted else wording.ONE_ACT

    def _is_doubted(self, rests: Iterable[Address]) -> bool:
        return any(cell in self.doubted for cell in rests)

    def doubt(self, repair: Repair, confirmed: Interval) -> str:
        """What explains the failures as well as one misprint would, in words; nothing if nothing.

        A document may confirm what is printed, a person may have corrected the other figures, and
        a figure may be newer than all that was reckoned from it.
        """
        network, root = self.search.network, repair.roots[0]
        figure = self.values.figure(root)
        if self._is_documented(repair, confirmed.widen(figure.half)):
            return wording.DOCUMENTED
        if self._is_settled(root):
            return wording.SETTLED
        if conflicting(network, repair, self.failed, self.doubted):
            return wording.DOUBTED
        if half_exchanged(network, repair, self.failed):
            return wording.HALF_EXCHANGED
        if self.borne_out_by(root, confirmed):
            return ""
        printed = Fraction(figure.texts.low)
        meant = repair.changes[root]
        finer_print = self._finer(root)
        closely = None
        if isinstance(meant, Figure):
            closely = exactly(finer_print.meant) if finer_print else on_grid(meant.texts, figure)
        if (
            self._is_of_the_fingers(root, confirmed, closely)
            and not may_be_the_usual_one(network, repair, self.failed)
            and not in_another_unit(repair, self.failed, self.groups, self.values)
        ):
            return ""
        if is_a_rate(network, root, self.failed) and fingers_on_a_rate(
            printed, figure.decimals, closely or confirmed
        ):
            return wording.NEWER if self._is_of_a_later_state(root) else ""
        if unlike_its_other_currency(root, printed, confirmed, self.failed):
            return ""
        if closely and misadded(network, root, printed, closely, self.failed):
            return ""
        reckoned = any(rule.works_out and network.reckoned(rule) == root for rule in self.failed)
        return wording.NEWER if reckoned else wording.OUTDATED

    def _is_documented(self, repair: Repair, wanted: Interval) -> bool:
        """Does the strongest document print what the report does, or the proven otherwise?"""
        ranked, root = self.documents.strongest, repair.roots[0]
        for cell in repair.changes:
            told, value = ranked.get(cell), self.values[cell]
            if told and isinstance(value, Figure) and value.interval.meets(told.interval):
                return True
        return root in ranked and not wanted.meets(ranked[root].interval)

    def borne_out_by(self, root: Address, confirmed: Interval) -> str:
        """The document that prints what is proven, and that no update of the report is later than.

        With it the figure as printed is no newer one, whatever slip it looks like.
        """
        figure = self.values.figure(root)
        wanted, printed = confirmed.widen(figure.half), figure.texts.low
        told = (self.documents.strongest, self.documents.later)
        for one in (held[root] for held in told if root in held):
            if one.is_last and one.interval.meets(wanted):
                return one.named if _is_surprising(one.interval, printed) else ""
        return ""

    def _is_of_the_fingers(
        self, root: Address, meant: Interval, closely: Interval | None = None
    ) -> bool:
        """Does a slip that no update looks like lead from where relations want a figure to it?"""
        figure = self.values.figure(root)
        printed = Fraction(figure.texts.low)
        differences = (rule for rule in self.failed if rule.result == root and takes_away(rule))
        signed = figure.signed or any(differences)
        return unlike_an_update(printed, figure.decimals, meant, closely, signed)

    def _is_of_a_later_state(self, root: Address) -> bool:
        """Is a rate as printed what comes of the repairs of figures that fail elsewhere?

        A rate of a later state beside figures of an earlier one looks like a slip by chance.
        """
        network = self.search.network
        own = [rule for rule in self.failed if network.reckoned(rule) == root]
        beside = {cell for rule in own for cell in rule.cells} - {root}
        return any(
            all(tolerable(rule, self.values.changing(changes)) for rule in own)
            for changes in later_states(network.origins(beside), self.failed, self.groups)
            if root not in changes
        )

    def _is_settled(self, root: Address) -> bool:
        """Do corrections that a person accepted of other figures mend every one of the rules?"""
        if not self.report.corrections or self.report.is_accepted(root):
            return False
        if self.search.corrected is None:
            used = Values(printed_values(self.report.used().cells()))
            self.search.corrected = with_padded(used, self.search.network.rules)
        return all(tolerable(rule, self.search.corrected) for rule in self.failed)

    def confirmed(self, repair: Repair) -> Interval | None:
        """Where two failed rules with nothing in common but the root both want its print.

        None where no two do. The repair may be narrower than this: its last digits then rest on
        one of the two, in which a second, smaller slip could hide.
        """
        if len(repair.roots) != 1 or not isinstance(self.values[repair.roots[0]], Figure):
            return None
        if self.search.open.intersection(rule.head.name for rule in self.failed):
            return None  # another repair may hold by prints that were not tried
        root = repair.roots[0]
        printed = self.values.figure(root).texts.low
        state = self.values.changing({c: v for c, v in repair.changes.items() if c != root})
        found: list[Interval] = []
        is_finer = self._finer(root) is not None
        for (first, near), (second, far) in combinations(self._proofs(repair), 2):
            wish, other = (allowed(rule, root, state, False) for rule in (first, second))
            assert isinstance(wish, Interval) and isinstance(other, Interval)
            both = wish | other
            if not _is_surprising(both, printed):
                continue
            figure = self.values.figure(root)
            fingers = self._is_of_the_fingers(root, both)
            network = self.search.network
            if joined_by_sums(network, first, second, near, far) and not fingers:
                continue
            if independent(network, root, near, far, closely=not fingers):
                found.append(both if is_finer else on_grid(both, figure))
        return min(found, key=lambda both: both.high - both.low, default=None)

    def _finer(self, root: Address) -> Finer | None:
        """What a figure printed before it lost its comma."""
        return finer(self.report.cell(root), self.failed, self.values)

    def _proofs(self, repair: Repair) -> list[tuple[Rule, frozenset[Address]]]:
        """The failed rules that speak of the root, each with the figures on which it rests.

        A figure that another finding doubts does not testify.
        """
        proofs = [
            (rule, testimony(rule, repair))
            for rule in self.failed
            if repair.roots[0] in rule.cells and not isinstance(rule, InBand)
        ]
        sound = [(rule, rests) for rule, rests in proofs if not self._is_doubted(rests)]
        printed = any(rule.head.basis == "tercetak" for rule, _ in sound)
        return sound if printed else []


def _is_surprising(proven: Interval, printed: Number) -> bool:
    """Do two proofs together pin the figure far more closely than it missed?

    A coarse witness, or two that agree only by chance, prove nothing.
    """
    if not proven.is_bounded:
        return False
    middle = (Fraction(proven.low) + Fraction(proven.high)) / 2
    return (proven.high - proven.low) * 2 <= abs(middle - Fraction(printed))
