"""From rules that fail together to one finding: proven, undecided, or a category that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field

from lkjip_analysis.checking.acts.act_trial import Act
from lkjip_analysis.checking.findings import repair_lines, shown_figures, undecided_wording, wording
from lkjip_analysis.checking.findings.changed_categories import Flip, possibly
from lkjip_analysis.checking.findings.finding import MAX_REPAIRS, Finding, NewPrint, Remedy
from lkjip_analysis.checking.judging.evidence import Documents
from lkjip_analysis.checking.judging.proof import Proof
from lkjip_analysis.checking.judging.repair_descriptions import ShownRepairs
from lkjip_analysis.checking.judging.shortened_copies import shortened
from lkjip_analysis.checking.locating.exchanges import Group
from lkjip_analysis.checking.locating.figures_left_out import Missing
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.smallest_repairs import Search, is_too_large
from lkjip_analysis.checking.observations.observation_findings import of_open_direction
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, exactly
from lkjip_analysis.numbers.metrics import kategori
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address, same_label
from lkjip_analysis.rules import InBand, Rule
from lkjip_analysis.rules.values import Values

MAX_LOOSE = 4
"""Of acts that change many figures no more than these are told, those in the same words as one."""

UNTOUCHED = "Kategori tidak berubah pada perbaikan mana pun yang disebut di sini."


@dataclass(frozen=True)
class Component:
    """Failed rules that one misprint may explain, on their way to one finding."""

    report: Report
    search: Search
    values: Values
    failed: tuple[Rule, ...]
    repairs: Sequence[Repair]
    causes: Mapping[str, str] = field(default_factory=dict)
    doubted: Container[Address] = frozenset()
    documents: Documents = field(default_factory=Documents)
    acts: Sequence[Act] = ()
    loose: Callable[[], Sequence[Act]] = tuple
    groups: Sequence[Group] = ()
    left_out: Callable[[Sequence[Rule]], Sequence[tuple[Missing, ...]]] = lambda _: ()

    def finding(self) -> Finding:
        repairs = sorted(self.repairs, key=self._plainness)
        parts = self.report, self.search, self.values, self.failed
        proof = Proof(*parts, self.doubted, self.documents, self.groups)
        shown_repairs = ShownRepairs(*parts)
        remedies = tuple(shown_repairs.remedy(repair) for repair in repairs[:MAX_REPAIRS])
        remedies = tuple(sorted(remedies, key=self._unnamed))
        if all(isinstance(rule, InBand) for rule in self.failed):
            return self._category(remedies)
        acts = [act for act in self.acts if not self._is_known(act)]
        empty = [_put_in(one) for one in self.left_out(self.failed)]
        empty += shortened(self.report, self.search, self.failed, self.values)
        is_only = len(repairs) == 1 and not acts and not empty
        # A row that is missing explains more than any one figure does.
        confirmed = proof.confirmed(repairs[0]) if is_only and not self._causes else None
        doubt = proof.doubt(repairs[0], confirmed) if confirmed else proof.why_not(repairs)
        if confirmed and not doubt:
            return self._proven(remedies[0], confirmed, proof)
        acts += self._loose(remedies)
        told = (*remedies, *empty, *map(shown_repairs.act, acts[:MAX_REPAIRS]))
        return self._unclear(told, doubt)

    def _loose(self, remedies: Sequence[Remedy]) -> list[Act]:
        """Acts on many figures, where all single ones were tried and nothing was exchanged.

        Where one figure that it changes mends these relations alone, that repair says as much.
        """
        is_untried = not self.search.untried.isdisjoint(self._names)
        if is_untried or any(map(repair_lines.are_exchanged, remedies)):
            return []
        acts = [act for act in self.loose() if not self._has_part(act)]
        told = list(dict.fromkeys(act.words for act in acts))[:MAX_LOOSE]
        return [act for act in acts if act.words in told]

    def _is_known(self, act: Act) -> bool:
        """Is the act, or a part of it, among the repairs by the fewest figures?"""
        return act.mends == set(self._names) and self._has_part(act)

    def _has_part(self, act: Act) -> bool:
        cells = set(act.repair.roots)
        return any(cells.issuperset(repair.roots) for repair in self.repairs)

    def _plainness(self, repair: Repair) -> tuple[bool, bool, int]:
        """The order in which repairs are told: first the cells that fail, then those beside them.

        It says how near a repair is to what fails, not how likely it is.
        """
        results = {rule.result for rule in self.failed}
        direct = {cell for rule in self.failed for cell in rule.cells}
        roots = set(repair.roots)
        return not roots <= results, not roots <= direct, len(repair.changes)

    def _unnamed(self, remedy: Remedy) -> tuple[bool, bool]:
        """Those of the failing cells first, then those whose slip has a name."""
        results = {rule.result for rule in self.failed}
        own = {part.cell.address for part in remedy.cells} <= results
        return not own, not all(part.slip for part in remedy.cells)

    def _proven(self, remedy: Remedy, confirmed: Interval, proof: Proof) -> Finding:
        part = remedy.cells[0]
        borne = proof.borne_out_by(part.cell.address, confirmed)
        flip = self._flips(remedy)
        return Finding(
            id=part.cell.address.anchor,
            kind="angka",
            verdict="terbukti",
            source=wording.source(self.report, part.cell.address),
            label=wording.label(self.report, part.cell.address),
            cell=part.cell,
            implied=part.prints,
            confirmed=confirmed,
            rules=self._names,
            remedies=(remedy,),
            impact=flip.told() if flip else self._difference(part),
            told=wording.proven(
                self.report, remedy, self._relations, self._warning, confirmed, borne
            ),
            changes_conclusion=bool(flip),
        )

    def _unclear(self, remedies: tuple[Remedy, ...], doubt: str = "") -> Finding:
        only = not self.search.open.intersection(self._names)
        where = self._about(remedies) if only and doubt else self.failed[0].result
        flips = list(dict.fromkeys(flip for remedy in remedies if (flip := self._flips(remedy))))
        return Finding(
            id=self.failed[0].head.name,
            kind="angka",
            verdict="ambigu",
            source=wording.source(self.report, where),
            label=wording.label(self.report, where),
            rules=self._names,
            remedies=remedies,
            impact=possibly(flips) or self._untouched(remedies),
            told=undecided_wording.unclear(
                self.report,
                where,
                remedies,
                self._relations,
                self._warning,
                self._causes,
                involved=() if remedies else undecided_wording.involved(self.report, self.failed),
                only=only,
                doubt=doubt,
                gave_up=self._gave_up,
            ),
            changes_conclusion=bool(flips),
            cause=self._one_act(remedies),
        )

    def _about(self, remedies: Sequence[Remedy]) -> Address:
        """The figure of which a doubt is said: that of the only repair, else what fails first."""
        roots = [r.cells[0].cell.address for r in remedies if not r.act and len(r.cells) == 1]
        return roots[0] if len(roots) == 1 else self.failed[0].result

    def _one_act(self, remedies: Sequence[Remedy]) -> str:
        """The one act that explains every cell, where that alone does."""
        if remedies and all(remedy.act for remedy in remedies):
            return remedies[0].act
        return "; ".join(self._causes) if remedies and len(remedies[0].cells) > 1 else ""

    def _category(self, remedies: tuple[Remedy, ...]) -> Finding:
        rule = self.failed[0]
        assert isinstance(rule, InBand)
        told, score = (wording.quoted(self.report.cell(cell)) for cell in (rule.result, rule.value))
        # Where another relation confirms the value, the category is what is wrong.
        confirmed = len(self.search.network.by_cell[rule.value]) > 1
        other = of_open_direction(self.report, rule.value)
        is_open = other is not None and self._is_class_of(rule, other)
        confirmed = confirmed and not is_open
        return Finding(
            id=rule.head.name,
            kind="dugaan" if is_open else "kaidah",
            source=wording.source(self.report, rule.result),
            label=wording.label(self.report, rule.result),
            rules=self._names,
            remedies=remedies,
            impact=worded(
                "Nilai {score} termasuk {rule}, bukan {told}.",
                score=score,
                rule=rule.classes(self.values),
                told=told,
            ),
            told=wording.category(
                self.report,
                rule,
                "; ".join(rule.told(self.report, self.values) for rule in self.failed),
                self._warning,
                confirmed,
                other if is_open else None,
            ),
            changes_conclusion=confirmed,
        )

    def _is_class_of(self, rule: InBand, figure: Fraction) -> bool:
        """Is the printed category that of a figure?"""
        told = kategori(figure, rule.bands)
        return told is not None and same_label(told) == same_label(self.report.text(rule.result))

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(rule.head.name for rule in self.failed)

    @property
    def _gave_up(self) -> str:
        """Why no repair is told, where there is none."""
        if self.search.is_given_up:
            return undecided_wording.NOT_SEARCHED
        if is_too_large(self.failed):
            return undecided_wording.TOO_LARGE
        if len(self.failed) == 1 and not self._is_told_by(self.failed[0]):
            return undecided_wording.EITHER
        return (
            undecided_wording.CUT
            if self.search.cut.issuperset(self._names)
            else undecided_wording.ENTANGLED
        )

    def _is_told_by(self, rule: Rule) -> bool:
        """Does a relation that fails say of one of its cells where else it must lie?

        That 31 % are no count out of 40 says neither how many were meant nor out of how many.
        """
        wants = ((cell, rule.implied(cell, self.values)) for cell in rule.cells)
        return any(
            not isinstance(want, Interval)
            or not (want.is_empty or self.values.interval(cell).meets(want))
            for cell, want in wants
        )

    @property
    def _relations(self) -> list[str]:
        return [wording.relation(rule, self.report, self.values) for rule in self.failed]

    @property
    def _causes(self) -> list[str]:
        """One cause for several totals of a table, if these rules share it."""
        names = (rule.head.name for rule in self.failed)
        return list(dict.fromkeys(self.causes[name] for name in names if name in self.causes))

    @property
    def _warning(self) -> str:
        """A table transcribed once only may itself hold the slip."""
        names = {cell.table for rule in self.failed for cell in rule.cells}
        once = any(self.report.tables[name].transcription == "tunggal" for name in names)
        return worded("Cocokkan dahulu dengan naskah. ") if once else ""

    def _flips(self, remedy: Remedy) -> Flip | None:
        """The first category that a repair would change."""
        changed = {part.cell.address: part for part in (*remedy.cells, *remedy.follows)}
        for rule in (rule for rule in self.search.network.bands if rule.value in changed):
            prints = changed[rule.value].prints
            if prints is None or not prints.is_bounded:
                continue
            before = kategori(self.report.cell(rule.value).point, rule.bands)
            after = {kategori(Fraction(end), rule.bands) for end in (prints.low, prints.high)}
            if after != {before}:
                told = sorted(name or worded("tanpa kategori") for name in after - {before})
                names = worded(" atau ").join(told)
                where = wording.label(self.report, rule.value)
                return Flip(where, before or worded("tanpa kategori"), names, before not in after)
        return None

    def _untouched(self, remedies: Sequence[Remedy]) -> str:
        """That no category changes, where the repairs reach a figure that has one."""
        ranked = {rule.value for rule in self.search.network.bands}
        parts = (part for remedy in remedies for part in (*remedy.cells, *remedy.follows))
        prints = [part.prints for part in parts if part.cell.address in ranked]
        is_known = all(print_ is not None and print_.is_bounded for print_ in prints)
        return worded(UNTOUCHED) if prints and is_known else ""

    def _difference(self, part: NewPrint) -> str:
        """By how much the print misses: the figure proposed, else all that might be meant."""
        meant = part.prints if part.proposed is None else exactly(part.proposed)
        if meant is None or not meant.is_bounded or meant.contains(part.cell.point):
            return ""
        gap = part.cell.point - meant
        is_more = gap.low > 0
        word = worded("Kelebihan" if is_more else "Kekurangan")
        column = part.cell.column
        is_money = column.satuan == "rupiah"
        sign = "Rp" if is_money and not column.dalam else ""
        told = shown_figures.between(gap if is_more else -gap, part.cell, sign=sign)
        return f"{word} {shown_figures.in_rupiah(told, column) if is_money else told}."


def _put_in(some: Sequence[Missing]) -> Remedy:
    """The repair by figures where nothing is printed."""
    return Remedy(tuple(NewPrint(one.cell, one.prints, one.text) for one in some))
