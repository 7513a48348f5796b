"""From rules that fail together to one finding: proven, undecided, or a category that is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations

from lkjip_analysis.binding.values import Figure, Labels, Value, Values
from lkjip_analysis.interval import Interval, Number, exactly
from lkjip_analysis.judging import sentences, shown
from lkjip_analysis.judging.findings import MAX_REPAIRS, Finding, NewPrint, Remedy
from lkjip_analysis.judging.finer import Finer, finer
from lkjip_analysis.locating.misreckoned import TELLING, wrong_figure, wrong_formula
from lkjip_analysis.locating.repairs import Repair, Search, is_too_large
from lkjip_analysis.locating.rounding import allowed, on_grid
from lkjip_analysis.locating.slips import Slip, find_slip
from lkjip_analysis.metrics import kategori
from lkjip_analysis.printed import step
from lkjip_analysis.reading.tables import Address, Cell
from lkjip_analysis.report import CLAIMS, Report, rewrite
from lkjip_analysis.rules import InBand, Rule, SharedRate

UNTOUCHED = "Kategori tidak berubah pada kemungkinan mana pun."
CAN = " dapat berubah "
SHOWN = 3
"""So many categories that could change are named."""
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

    def finding(self) -> Finding:
        repairs = self.repairs
        remedies = tuple(self._remedy(repair) for repair in repairs[:MAX_REPAIRS])
        if all(isinstance(rule, InBand) for rule in self.failed):
            return self._category(remedies)
        confirmed = self._confirmed(repairs[0]) if len(repairs) == 1 else None
        if confirmed is not None:
            return self._proven(remedies[0], confirmed)
        return self._unclear(remedies)

    def _proven(self, remedy: Remedy, confirmed: Interval) -> Finding:
        part = remedy.cells[0]
        flip = self._flips(remedy)
        return Finding(
            id=part.cell.address.anchor,
            kind="angka",
            verdict="terbukti",
            source=sentences.source(self.report, part.cell.address),
            label=sentences.label(self.report, part.cell.address),
            cell=part.cell,
            implied=part.prints,
            confirmed=confirmed,
            rules=self._names,
            remedies=(remedy,),
            impact=flip or self._difference(part),
            told=sentences.proven(self.report, remedy, self._relations, self._warning, confirmed),
            changes_conclusion=bool(flip),
        )

    def _unclear(self, remedies: tuple[Remedy, ...]) -> Finding:
        where = self.failed[0].result
        flips = list(dict.fromkeys(flip for remedy in remedies if (flip := self._flips(remedy))))
        return Finding(
            id=self.failed[0].head.name,
            kind="angka",
            verdict="ambigu",
            source=sentences.source(self.report, where),
            label=sentences.label(self.report, where),
            cell=None,
            implied=None,
            rules=self._names,
            remedies=remedies,
            impact=" ".join(_possibly(flips)) or UNTOUCHED,
            told=sentences.unclear(
                self.report,
                where,
                remedies,
                self._relations,
                self._warning,
                self._causes,
                is_too_large(self.failed),
            ),
            changes_conclusion=bool(flips),
        )

    def _category(self, remedies: tuple[Remedy, ...]) -> Finding:
        rule = self.failed[0]
        assert isinstance(rule, InBand)
        told, score = (
            sentences.quoted(self.report.cell(cell)) for cell in (rule.result, rule.value)
        )
        # Where another relation confirms the value, the category is what is wrong.
        confirmed = len(self.search.network.by_cell[rule.value]) > 1
        return Finding(
            id=rule.head.name,
            kind="kaidah",
            verdict=None,
            source=sentences.source(self.report, rule.result),
            label=sentences.label(self.report, rule.result),
            cell=None,
            implied=None,
            rules=self._names,
            remedies=remedies,
            impact=f"Nilai {score} termasuk {sentences.classes(rule, self.values)}, bukan {told}.",
            told=sentences.category(
                self.report, rule, "; ".join(self._relations), self._warning, confirmed
            ),
            changes_conclusion=confirmed,
        )

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(rule.head.name for rule in self.failed)

    @property
    def _relations(self) -> list[str]:
        return [sentences.relation(rule, self.report, self.values) for rule in self.failed]

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

    def _confirmed(self, repair: Repair) -> Interval | None:
        """Where two failed rules with nothing in common but the root both want its print.

        None where no two do. The repair may be narrower than this: its last digits then rest on
        one of the two, in which a second, smaller slip could hide.
        """
        if len(repair.roots) != 1 or not isinstance(self.values[repair.roots[0]], Figure):
            return None
        if self._causes:
            return None  # a row that is missing explains more than this one figure does
        root = repair.roots[0]
        printed = self.values.figure(root).texts.low
        state = self.values.changing({c: v for c, v in repair.changes.items() if c != root})
        found: list[Interval] = []
        is_finer = finer(self.report.cell(root), self.failed, self.values) is not None
        proofs = [
            (rule, self._witnesses(rule, repair))
            for rule in self.failed
            if root in rule.cells and not isinstance(rule, InBand)
        ]
        for (first, near), (second, far) in combinations(proofs, 2):
            if not near or not far or near & far:
                continue
            if "tercetak" not in (first.head.basis, second.head.basis):
                continue
            wish, other = allowed(first, root, state), allowed(second, root, state)
            assert isinstance(wish, Interval) and isinstance(other, Interval)
            if _is_surprising(wish | other, printed):
                both = wish | other
                found.append(both if is_finer else on_grid(both, self.values.figure(root)))
        return min(found, key=lambda both: both.high - both.low, default=None)

    def _witnesses(self, rule: Rule, repair: Repair) -> set[Address]:
        """The unchanged figures on which a rule rests; equal copies are one witness."""
        root = repair.roots[0]
        cells: Sequence[Address] = rule.cells
        if isinstance(rule, SharedRate) and len(rule.pairs) > 3:
            # The rate is given by each of the other rows alone, so only the partner can mislead.
            cells = rule.followers(root)
        return {self.search.network.witness[cell] for cell in cells if cell not in repair.changes}

    def _remedy(self, repair: Repair) -> Remedy:
        roots = tuple(self._new_print(cell, repair.changes[cell]) for cell in repair.roots)
        if repair.follows and len(roots) == 1 and roots[0].prints and roots[0].text:
            point = rewrite(roots[0].cell, roots[0].text).point
            repair = self.search.settled(repair, point, self.failed)
        follows = (self._new_print(cell, repair.changes[cell]) for cell in repair.follows)
        return Remedy(roots, tuple(follows))

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
        slip = self._slip(cell, prints)
        text = shown.new_text(cell, prints, slip.meant if slip else None)
        return NewPrint(cell, prints, text, slip.words if slip else None)

    def _slip(self, cell: Cell, prints: Interval) -> Slip | None:
        """The slip that fits; where the print is known to a few digits, only one to its middle."""
        if not prints.is_bounded or not any(sign.isdigit() for sign in cell.text):
            return None  # a dash for zero holds no digit that could be wrong
        if shown.is_vague(cell, prints):
            return None
        unit = step(cell.decimals)
        if prints.high - prints.low <= NARROW * unit:
            middle = round((Fraction(prints.low) + Fraction(prints.high)) / 2 / unit) * unit
            prints = exactly(middle)
        wrong = wrong_formula(cell.address, self.failed, self.values) or wrong_figure(
            cell.address, self.failed, self.values, self.report
        )
        if wrong:
            middle = round((Fraction(prints.low) + Fraction(prints.high)) / 2 / unit) * unit
            return Slip(wrong, middle)
        neighbours = self._neighbours(cell.address)
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

    def _flips(self, remedy: Remedy) -> str:
        """The categories that a repair would change."""
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
                where = sentences.label(self.report, rule.value)
                word = "dapat berubah" if before in after else "berubah"
                return f"Kategori {where} {word} dari {before or 'tanpa kategori'} menjadi {names}."
        return ""

    def _difference(self, part: NewPrint) -> str:
        if part.prints is None or not part.prints.is_bounded:
            return ""
        middle = (Fraction(part.prints.low) + Fraction(part.prints.high)) / 2
        gap = part.cell.point - middle
        word = "lebih besar" if gap > 0 else "lebih kecil"
        missed = shown.in_print(abs(gap), part.cell)
        return f"Yang tercetak {missed} {word} daripada seharusnya."


def _possibly(flips: Sequence[str]) -> list[str]:
    """What would change if one of several repairs were the right one; the first few of many."""
    told = [flip if CAN in flip else flip.replace(" berubah ", CAN, 1) for flip in flips[:SHOWN]]
    more = len(flips) - SHOWN
    return [*told, f"Demikian pula {more} kategori lain."] if more > 0 else told


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
