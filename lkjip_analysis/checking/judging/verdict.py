"""From rules that fail together to one finding: proven, undecided, or a category that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from lkjip_analysis.checking.acts.trial import Act
from lkjip_analysis.checking.findings import shown, wording
from lkjip_analysis.checking.findings.finding import MAX_REPAIRS, Finding, NewPrint, Remedy
from lkjip_analysis.checking.findings.flips import Flip, possibly
from lkjip_analysis.checking.judging.half_exchanged import half_exchanged
from lkjip_analysis.checking.judging.lost_decimals import Finer, finer
from lkjip_analysis.checking.judging.updates import unlike_an_update
from lkjip_analysis.checking.judging.witnesses import (
    conflicting,
    independent,
    is_reckoned,
    joined_by_sums,
    testimony,
)
from lkjip_analysis.checking.locating.forward import print_of
from lkjip_analysis.checking.locating.repairs import Repair, Search, is_too_large
from lkjip_analysis.checking.locating.rounding import allowed, on_grid, tolerable
from lkjip_analysis.checking.locating.slips import Slip, find_slip
from lkjip_analysis.checking.locating.wrong_formulas import TELLING, wrong_figure, wrong_formula
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, Number, exactly
from lkjip_analysis.numbers.metrics import kategori
from lkjip_analysis.numbers.printed import alike, step
from lkjip_analysis.report.report import CLAIMS, Report, rewrite
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import InBand, Rule
from lkjip_analysis.rules.values import Figure, Labels, Value, Values, printed_values

UNTOUCHED = "Kategori tidak berubah pada kemungkinan mana pun."
NARROW = 4
"""A figure known to so many units of its last digit is told by its middle."""


@dataclass(frozen=True)
class Component:
    """Failed rules that one misprint may explain, on their way to one finding."""

    report: Report
    search: Search
    values: Values
    failed: tuple[Rule, ...]
    repairs: Sequence[Repair]
    causes: Mapping[str, str] = field(default_factory=dict)
    doubted: frozenset[Address] = frozenset()
    ranked: Mapping[Address, Interval] = field(default_factory=dict)
    acts: Sequence[Act] = ()
    stale: Act | None = None

    def finding(self) -> Finding:
        repairs = sorted(self.repairs, key=self._plainness)
        remedies = tuple(self._remedy(repair) for repair in repairs[:MAX_REPAIRS])
        remedies = tuple(sorted(remedies, key=self._unnamed))
        if all(isinstance(rule, InBand) for rule in self.failed):
            return self._category(remedies)
        acts = [act for act in self.acts if not self._is_known(act)]
        is_only = len(repairs) == 1 and not acts
        confirmed = self._confirmed(repairs[0]) if is_only else None
        doubt = self._doubt(repairs[0], confirmed) if confirmed else self._why_not(repairs)
        if confirmed and not doubt:
            return self._proven(remedies[0], confirmed)
        acts += self._left_old(remedies)
        return self._unclear((*remedies, *map(self._acted, acts[:MAX_REPAIRS])), doubt)

    def _left_old(self, remedies: Sequence[Remedy]) -> list[Act]:
        """That results were left as they were, where no search was ended and nothing exchanged."""
        is_cut = self.search.cut.issuperset(self._names)
        if self.stale is None or is_cut or self._is_known(self.stale):
            return []
        return [] if any(map(wording.are_exchanged, remedies)) else [self.stale]

    def _is_known(self, act: Act) -> bool:
        """Is the act, or a part of it, among the repairs by the fewest figures?"""
        cells = set(act.repair.roots)
        return act.mends == set(self._names) and any(
            cells.issuperset(repair.roots) for repair in self.repairs
        )

    def _acted(self, act: Act) -> Remedy:
        """One act as a reader sees it: each of its cells, and what would follow them."""
        changes = act.repair.changes
        cells = tuple(self._as_it_was(cell, changes[cell]) for cell in act.repair.roots)
        follows = tuple(self._as_it_was(cell, changes[cell]) for cell in act.repair.follows)
        return Remedy(cells, follows, act.words)

    def _as_it_was(self, address: Address, value: Value) -> NewPrint:
        cell = self.report.cell(address)
        if isinstance(value, frozenset):
            return NewPrint(cell, None, _in_words(value, cell.text))
        prints = on_grid(value.texts, value)
        if prints.low != prints.high or cell.printed is None:
            return NewPrint(cell, prints, None)
        return NewPrint(cell, prints, alike(cell.printed, Fraction(prints.low)))

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

    def _proven(self, remedy: Remedy, confirmed: Interval) -> Finding:
        part = remedy.cells[0]
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
            told=wording.proven(self.report, remedy, self._relations, self._warning, confirmed),
            changes_conclusion=bool(flip),
        )

    def _unclear(self, remedies: tuple[Remedy, ...], doubt: str = "") -> Finding:
        where = self.failed[0].result
        flips = list(dict.fromkeys(flip for remedy in remedies if (flip := self._flips(remedy))))
        return Finding(
            id=self.failed[0].head.name,
            kind="angka",
            verdict="ambigu",
            source=wording.source(self.report, where),
            label=wording.label(self.report, where),
            rules=self._names,
            remedies=remedies,
            impact=possibly(flips) or UNTOUCHED,
            told=wording.unclear(
                self.report,
                where,
                remedies,
                self._relations,
                self._warning,
                self._causes,
                involved=wording.involved(self.report, self.failed) if not remedies else (),
                only=not self.search.open.intersection(self._names),
                doubt=doubt,
                gave_up=self._gave_up,
            ),
            changes_conclusion=bool(flips),
            cause=self._one_act(remedies),
        )

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
        return Finding(
            id=rule.head.name,
            kind="kaidah",
            source=wording.source(self.report, rule.result),
            label=wording.label(self.report, rule.result),
            rules=self._names,
            remedies=remedies,
            impact=f"Nilai {score} termasuk {rule.classes(self.values)}, bukan {told}.",
            told=wording.category(
                self.report, rule, "; ".join(self._relations), self._warning, confirmed
            ),
            changes_conclusion=confirmed,
        )

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(rule.head.name for rule in self.failed)

    @property
    def _gave_up(self) -> str:
        """Why no repair is told, where there is none."""
        if is_too_large(self.failed):
            return wording.TOO_LARGE
        return wording.CUT if self.search.cut.issuperset(self._names) else wording.ENTANGLED

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
        return "Cocokkan dahulu dengan naskah. " if once else ""

    def _why_not(self, repairs: Sequence[Repair]) -> str:
        """Why an only repair by one figure is not confirmed twice, where more can be said."""
        if len(repairs) != 1 or len(repairs[0].roots) != 1:
            return ""
        root = repairs[0].roots[0]
        speaking = [r for r in self.failed if root in r.cells and not isinstance(r, InBand)]
        if len(speaking) < 2 or all(rule.head.basis != "tercetak" for rule in speaking):
            return ""
        is_doubted = any(testimony(rule, repairs[0]) & self.doubted for rule in speaking)
        return wording.DOUBTED if is_doubted else wording.ONE_ACT

    def _doubt(self, repair: Repair, confirmed: Interval) -> str:
        """What explains the failures as well as one misprint would, in words; nothing if nothing.

        A document may confirm what is printed, a person may have corrected the other figures, and
        a figure may be newer than all that was reckoned from it.
        """
        network, root = self.search.network, repair.roots[0]
        figure = self.values.figure(root)
        for cell in repair.changes:
            told, value = self.ranked.get(cell), self.values[cell]
            if told and isinstance(value, Figure) and value.interval.meets(told):
                return wording.DOCUMENTED
        if root in self.ranked and not confirmed.widen(figure.half).meets(self.ranked[root]):
            return wording.DOCUMENTED
        if self._is_settled(root):
            return wording.SETTLED
        if conflicting(network, repair, self.failed, dict.fromkeys(self.doubted)):
            return wording.DOUBTED
        if half_exchanged(network, repair, self.failed):
            return wording.HALF_EXCHANGED
        printed = Fraction(figure.texts.low)
        meant = repair.changes[root]
        closely = on_grid(meant.texts, figure) if isinstance(meant, Figure) else None
        if is_reckoned(network, root, self.failed) or unlike_an_update(
            printed, figure.decimals, confirmed, closely
        ):
            return ""
        return wording.OUTDATED

    def _is_settled(self, root: Address) -> bool:
        """Do corrections that a person accepted of other figures mend every one of the rules?"""
        if not self.report.corrections or self.report.is_accepted(root):
            return False
        used = Values(printed_values(self.report.used().cells()))
        return all(tolerable(rule, used) for rule in self.failed)

    def _confirmed(self, repair: Repair) -> Interval | None:
        """Where two failed rules with nothing in common but the root both want its print.

        None where no two do. The repair may be narrower than this: its last digits then rest on
        one of the two, in which a second, smaller slip could hide.
        """
        if len(repair.roots) != 1 or not isinstance(self.values[repair.roots[0]], Figure):
            return None
        if self.search.open.intersection(self._names):
            return None  # another repair may hold by prints that were not tried
        if self._causes:
            return None  # a row that is missing explains more than this one figure does
        root = repair.roots[0]
        printed = self.values.figure(root).texts.low
        state = self.values.changing({c: v for c, v in repair.changes.items() if c != root})
        found: list[Interval] = []
        is_finer = finer(self.report.cell(root), self.failed, self.values) is not None
        for (first, near), (second, far) in combinations(self._proofs(repair), 2):
            wish, other = (allowed(rule, root, state, False) for rule in (first, second))
            assert isinstance(wish, Interval) and isinstance(other, Interval)
            both = wish | other
            if not _is_surprising(both, printed):
                continue
            figure = self.values.figure(root)
            fingers = unlike_an_update(Fraction(printed), figure.decimals, both)
            network = self.search.network
            if joined_by_sums(network, first, second, near, far) and not fingers:
                continue
            if independent(network, root, near, far, closely=not fingers):
                found.append(both if is_finer else on_grid(both, figure))
        return min(found, key=lambda both: both.high - both.low, default=None)

    def _proofs(self, repair: Repair) -> list[tuple[Rule, frozenset[Address]]]:
        """The failed rules that speak of the root, each with the figures on which it rests.

        A figure that another finding doubts does not testify.
        """
        proofs = [
            (rule, testimony(rule, repair))
            for rule in self.failed
            if repair.roots[0] in rule.cells and not isinstance(rule, InBand)
        ]
        sound = [(rule, rests) for rule, rests in proofs if not rests & self.doubted]
        printed = any(rule.head.basis == "tercetak" for rule, _ in sound)
        return sound if printed else []

    def _remedy(self, repair: Repair) -> Remedy:
        """A repair as a reader sees it, its prints such that all its relations hold together."""
        roots = [self._new_print(cell, repair.changes[cell]) for cell in repair.roots]
        proposed = {part.cell.address: point for part in roots if (point := _proposed(part))}
        held = self.search.witness(repair, self.failed, proposed) or {}
        roots = [_witnessed(part, held) for part in roots]
        if repair.follows and len(roots) == 1 and roots[0].text and roots[0].witness is not None:
            repair = self.search.settled(repair, roots[0].witness, self.failed)
        sure = all(part.text for part in roots)
        follows = (
            self._follower(cell, repair.changes[cell], held, sure) for cell in repair.follows
        )
        return Remedy(tuple(roots), tuple(follows))

    def _follower(
        self, address: Address, value: Value, held: Mapping[Address, Value], sure: bool
    ) -> NewPrint:
        """What follows the roots: the print that their prints give, or how far it may lie."""
        cell, told = self.report.cell(address), held.get(address)
        if isinstance(value, frozenset):
            return NewPrint(cell, None, _in_words(value, cell.text))
        prints = on_grid(value.texts, value)
        if not isinstance(told, Figure):
            return NewPrint(cell, prints, None)
        point = Fraction(told.texts.low)
        prints = prints if prints.contains(point) else prints | exactly(point)
        text = alike(cell.printed, point) if sure and cell.printed else None
        return NewPrint(cell, prints, text, witness=point)

    def _new_print(self, address: Address, value: Value) -> NewPrint:
        cell = self.report.cell(address)
        if isinstance(value, frozenset):
            return NewPrint(cell, None, _in_words(value, cell.text))
        prints = on_grid(value.texts, value)
        meant = finer(cell, self.failed, self.values)
        if value.decimals != cell.decimals:  # an exchanged figure brings its decimals along
            meant = Finer(Fraction(value.texts.low), value.decimals, None)
        if meant is not None:
            return NewPrint(cell, exactly(meant.meant), meant.text(cell), meant.slip)
        point = print_of(address, self.failed, self.values.changing({address: value}))
        slip = self._slip(cell, prints, point)
        text = shown.new_text(cell, prints, point if slip is None or point else slip.meant)
        return NewPrint(cell, prints, text, slip.words if slip else None)

    def _slip(self, cell: Cell, prints: Interval, point: Fraction | None) -> Slip | None:
        """The slip that turned what was meant into the print: `point` where that is reckoned."""
        if not prints.is_bounded or not any(sign.isdigit() for sign in cell.text):
            return None  # a dash for zero holds no digit that could be wrong
        if point is None and shown.is_vague(prints):
            return None
        unit = step(cell.decimals)
        middle = round((Fraction(prints.low) + Fraction(prints.high)) / 2 / unit) * unit
        wrong = wrong_formula(cell.address, self.failed, self.values) or wrong_figure(
            cell.address, self.failed, self.values, self.report
        )
        if wrong:
            return Slip(wrong, middle if point is None else point)
        neighbours = list(self._neighbours(cell.address))
        if point is not None:
            prints = exactly(point)
        elif prints.low != prints.high and prints.high - prints.low <= NARROW * unit:
            near = (Slip(f"sama dengan {n}", v) for n, v in neighbours if prints.contains(v))
            slip = find_slip(cell.point, cell.decimals, exactly(middle), [])
            return next(near, None) or slip
        return find_slip(cell.point, cell.decimals, prints, neighbours)

    def _neighbours(self, address: Address) -> Iterator[tuple[str, Fraction]]:
        """Figures beside, above and below, in the same unit, that may have been taken."""
        table = self.report.tables[address.table]
        unit = table.type.columns[address.column].satuan
        place = table.keys.index(address.row)
        near = [("kolom", column.judul, Address(table.name, address.row, name))
                for name, column in table.type.columns.items()
                if name != address.column and column.satuan == unit]  # fmt: skip
        near += [("baris", table.row_name(row), address._replace(row=row))
                 for row in table.keys[max(0, place - 1) : place + 2]
                 if row != address.row and table.name != CLAIMS]  # fmt: skip
        for kind, name, where in near:
            other = table.cells.get(where)
            # Small counts are equal by chance too often to tell anything.
            if other and other.is_figure and abs(other.point) >= TELLING * step(other.decimals):
                yield f'{kind} "{name}" ({other.text})', other.point

    def _flips(self, remedy: Remedy) -> Flip | None:
        """The first category that a repair would change."""
        changed = {part.cell.address: part for part in (*remedy.cells, *remedy.follows)}
        for rule in self.search.network.rules:
            if not isinstance(rule, InBand) or rule.value not in changed:
                continue
            prints = changed[rule.value].prints
            if prints is None or not prints.is_bounded:
                continue
            before = kategori(self.report.cell(rule.value).point, rule.bands)
            after = {kategori(Fraction(end), rule.bands) for end in (prints.low, prints.high)}
            if after != {before}:
                names = " atau ".join(sorted(name or "tanpa kategori" for name in after - {before}))
                where = wording.label(self.report, rule.value)
                return Flip(where, before or "tanpa kategori", names, before not in after)
        return None

    def _difference(self, part: NewPrint) -> str:
        if part.prints is None or not part.prints.is_bounded:
            return ""
        middle = (Fraction(part.prints.low) + Fraction(part.prints.high)) / 2
        gap = part.cell.point - middle
        word = "Kelebihan" if gap > 0 else "Kekurangan"
        sign = "Rp" if part.cell.column.satuan == "rupiah" else ""
        return f"{word} {sign}{shown.in_print(abs(gap), part.cell)}."


def _proposed(part: NewPrint) -> Fraction | None:
    """The figure that a root's new print stands for."""
    return rewrite(part.cell, part.text).point if part.prints and part.text else None


def _witnessed(part: NewPrint, held: Mapping[Address, Value]) -> NewPrint:
    """A root beside the other cells of its repair: what it would print, if that fits them."""
    value = held.get(part.cell.address)
    if not isinstance(value, Figure):
        return part
    point = Fraction(value.texts.low)
    fits = _proposed(part) in (point, None)
    if not fits and part.prints is not None and not part.prints.contains(point):
        return part  # printed with other decimals than the search reckons with
    return (
        replace(part, witness=point) if fits else replace(part, text=None, slip=None, witness=point)
    )


def _in_words(labels: Labels, printed: str) -> str:
    """Categories as a cell would print them, in the case of what it prints."""
    cased = str.upper if printed.isupper() else str.title if printed.istitle() else str
    return " atau ".join(cased(label) for label in sorted(labels))


def _is_surprising(proven: Interval, printed: Number) -> bool:
    """Do two proofs together pin the figure far more closely than it missed?

    A coarse witness, or two that agree only by chance, prove nothing.
    """
    if not proven.is_bounded:
        return False
    middle = (Fraction(proven.low) + Fraction(proven.high)) / 2
    return (proven.high - proven.low) * 2 <= abs(middle - Fraction(printed))
