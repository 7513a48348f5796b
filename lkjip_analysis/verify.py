"""Verification of a report: run the rules, find what explains the failures, say how sure it is.

`terbukti` is said of one cell only: it is the only smallest repair, two independent rules failed
and are mended by it, and the report itself prints at least one of them. Everything else that is
wrong is `ambigu`, with every smallest repair listed and none preferred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from lkjip_analysis import sentences
from lkjip_analysis.findings import Coverage, Finding, NewPrint, Remedy, summary
from lkjip_analysis.interval import Interval
from lkjip_analysis.metrics import kategori
from lkjip_analysis.printed import alike, number
from lkjip_analysis.repairs import Network, Repair, TooEntangled, components, minimal_repairs
from lkjip_analysis.report import Report
from lkjip_analysis.rounding import Rounding, allowed, explain, holds, on_grid, says_something
from lkjip_analysis.rulebook import bind
from lkjip_analysis.rules import InBand, Rule, SharedRate
from lkjip_analysis.slips import find_slip
from lkjip_analysis.tables import Address, Cell
from lkjip_analysis.values import Figure, Value, Values, printed_values

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

    @property
    def is_clean(self) -> bool:
        """No finding makes the report wrong (roundings and rules of form may remain)."""
        return not any(finding.is_wrong for finding in self.findings)

    def watchers(self, address: Address) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if address in rule.cells)

    def findings_at(self, address: Address) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings
                     if any(cell.address == address for cell in finding.named_cells))

    def as_json(self) -> dict[str, object]:
        return {
            "instansi": self.report.instansi,
            "tahun": self.report.tahun,
            "findings": [finding.as_json() for finding in self.findings],
            "coverage": self.coverage.as_json(),
            "summary": summary(self.findings),
        }


def verify(report: Report, rules: Sequence[Rule] | None = None) -> Verification:
    """Verify a report by its own rules (bound here if not given).

    Raises: InputError where a rule names no cell.
    """
    values = Values(printed_values(report.cells()))
    tested = tuple(rule for rule in (bind(report) if rules is None else rules)
                   if says_something(rule, values))
    missed = [rule for rule in tested if not holds(rule, values)]
    roundings = {rule.head.name: found for rule in missed if (found := explain(rule, values))}
    failed = tuple(rule for rule in missed if rule.head.name not in roundings)
    network = Network(tested, frozenset(rule.head.name for rule in failed), values.printed)
    found = [
        *(_Component(report, network, values, part).finding()
          for part in components(network, failed)),
        *_rounding_findings(report, tested, values, roundings),
        *_style_findings(report),
    ]
    found.sort(key=lambda f: (not f.changes_conclusion, ORDER.index(f.standing)))
    return Verification(report, tuple(_with_unique_ids(found)), _coverage(report, tested), tested,
                        failed, roundings)


@dataclass(frozen=True)
class _Component:
    """Failed rules that one misprint may explain, on their way to one finding."""

    report: Report
    network: Network
    values: Values
    failed: tuple[Rule, ...]

    def finding(self) -> Finding:
        try:
            repairs = minimal_repairs(self.network, self.failed)
        except TooEntangled:
            repairs = []
        remedies = tuple(self._remedy(repair) for repair in repairs)
        if all(isinstance(rule, InBand) for rule in self.failed):
            return self._category(remedies)
        if len(repairs) == 1 and self._is_proven(repairs[0]):
            return self._proven(remedies[0])
        return self._unclear(remedies)

    def _proven(self, remedy: Remedy) -> Finding:
        part = remedy.cells[0]
        flip = self._flips(remedy)
        return Finding(
            id=part.cell.address.anchor, kind="angka", verdict="terbukti",
            source=sentences.source(self.report, part.cell.address),
            label=sentences.label(self.report, part.cell.address),
            cell=part.cell, implied=part.prints, rules=self._names, remedies=(remedy,),
            impact=flip or self._difference(part),
            message=sentences.proven_message(self.report, remedy, self._relations, self._warning),
            changes_conclusion=bool(flip),
        )

    def _unclear(self, remedies: tuple[Remedy, ...]) -> Finding:
        where = self.failed[0].result
        flips = list(dict.fromkeys(flip for remedy in remedies if (flip := self._flips(remedy))))
        return Finding(
            id=self.failed[0].head.name, kind="angka", verdict="ambigu",
            source=sentences.source(self.report, where), label=sentences.label(self.report, where),
            cell=None, implied=None, rules=self._names, remedies=remedies,
            impact="; ".join(flips) or "Kategori tidak berubah pada kemungkinan mana pun.",
            message=sentences.unclear_message(self.report, where, remedies, self._relations,
                                              self._warning),
            changes_conclusion=bool(flips),
        )

    def _category(self, remedies: tuple[Remedy, ...]) -> Finding:
        rule = self.failed[0]
        assert isinstance(rule, InBand)
        told = sentences.quoted(self.report.cell(rule.result))
        return Finding(
            id=rule.head.name, kind="kaidah", verdict=None,
            source=sentences.source(self.report, rule.result),
            label=sentences.label(self.report, rule.result), cell=None, implied=None,
            rules=self._names, remedies=remedies,
            impact=f"Kategori {told} tidak sesuai dengan nilainya.",
            message=sentences.label_message(self.report, rule, "; ".join(self._relations),
                                            self._warning),
            changes_conclusion=True,
        )

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(rule.head.name for rule in self.failed)

    @property
    def _relations(self) -> list[str]:
        return [sentences.relation(rule, self.report, self.values) for rule in self.failed]

    @property
    def _warning(self) -> str:
        """A table transcribed once only may itself hold the slip."""
        names = {cell.table for rule in self.failed for cell in rule.cells}
        once = any(self.report.tables[name].transcription == "tunggal" for name in names)
        return "Cocokkan dahulu dengan naskah. " if once else ""

    def _is_proven(self, repair: Repair) -> bool:
        """Two failed rules with nothing in common but the root want the same figure of it."""
        if len(repair.roots) != 1 or not isinstance(self.values[repair.roots[0]], Figure):
            return False
        root = repair.roots[0]
        printed = self.values.figure(root).texts.low
        state = self.values.changing({c: v for c, v in repair.changes.items() if c != root})
        proofs = [(rule, self._witnesses(rule, repair)) for rule in self.failed
                  if root in rule.cells and not isinstance(rule, InBand)]
        for (first, near), (second, far) in combinations(proofs, 2):
            if not near or not far or near & far:
                continue
            if "tercetak" not in (first.head.basis, second.head.basis):
                continue
            wishes = [allowed(rule, root, state) for rule in (first, second)]
            assert all(isinstance(wish, Interval) for wish in wishes)
            hull = wishes[0] | wishes[1]
            if hull.is_bounded and (hull.high - hull.low) * 2 <= abs(
                    (hull.low + hull.high) / 2 - printed):
                return True
        return False

    def _witnesses(self, rule: Rule, repair: Repair) -> set[Address]:
        """The unchanged figures on which a rule rests; equal copies are one witness."""
        root = repair.roots[0]
        cells: Sequence[Address] = rule.cells
        if isinstance(rule, SharedRate) and len(rule.pairs) > 3:
            # The rate is given by each of the other rows alone, so only the partner can mislead.
            cells = rule.followers(root)
        return {self.network.witness[cell] for cell in cells if cell not in repair.changes}

    def _remedy(self, repair: Repair) -> Remedy:
        parts = {cell: self._new_print(cell, value) for cell, value in repair.changes.items()}
        return Remedy(tuple(parts[cell] for cell in repair.roots),
                      tuple(parts[cell] for cell in repair.follows))

    def _new_print(self, address: Address, value: Value) -> NewPrint:
        cell = self.report.cell(address)
        if isinstance(value, frozenset):
            return NewPrint(cell, None, " atau ".join(sorted(value)).upper()
                            if cell.text.isupper() else " atau ".join(sorted(value)).title())
        prints = on_grid(value.texts, value)
        slip = find_slip(cell.point, cell.decimals, prints, self._neighbours(address)) if (
            prints.is_bounded) else None
        text = sentences.new_text(cell, prints, slip.meant if slip else None)
        return NewPrint(cell, prints, text, slip.words if slip else None)

    def _neighbours(self, address: Address) -> Iterator[tuple[str, Fraction]]:
        """Figures of the same row in the same unit, that may have been taken by mistake."""
        table = self.report.tables[address.table]
        unit = table.type.columns[address.column].satuan
        for name, column in table.type.columns.items():
            other = table.cells.get(Address(table.name, address.row, name))
            if name != address.column and column.satuan == unit and other and other.is_figure:
                yield f'kolom "{column.judul}" ({other.text})', other.point

    def _flips(self, remedy: Remedy) -> str:
        """The categories that a repair would change."""
        changed = {part.cell.address: part for part in (*remedy.cells, *remedy.follows)}
        for rule in self.network.rules:
            if not isinstance(rule, InBand) or rule.value not in changed:
                continue
            prints = changed[rule.value].prints
            if prints is None or not prints.is_bounded:
                continue
            before = kategori(self.report.cell(rule.value).point, rule.bands)
            after = {kategori(Fraction(end), rule.bands) for end in (prints.low, prints.high)}
            if after != {before}:
                names = " atau ".join(sorted(name or "tanpa kategori" for name in after))
                where = sentences.label(self.report, rule.value)
                return f"Kategori {where} berubah dari {before or 'tanpa kategori'} menjadi {names}."
        return ""

    def _difference(self, part: NewPrint) -> str:
        if part.prints is None or not part.prints.is_bounded:
            return ""
        middle = (Fraction(part.prints.low) + Fraction(part.prints.high)) / 2
        gap = part.cell.point - middle
        word = "lebih besar" if gap > 0 else "lebih kecil"
        shown = number(abs(gap), max(part.cell.decimals, 0))
        return f"Yang tercetak {shown} {word} daripada seharusnya."


def _rounding_findings(
    report: Report, rules: Sequence[Rule], values: Values, roundings: Mapping[str, Rounding]
) -> Iterator[Finding]:
    """One finding for each figure whose rounding alone explains a rule."""
    seen: dict[Address, list[str]] = {}
    by_name = {rule.head.name: rule for rule in rules}
    for name, rounding in roundings.items():
        seen.setdefault(rounding.cell, []).append(name)
    for address, names in seen.items():
        cell, rule = report.cell(address), by_name[names[0]]
        implied = rule.implied(address, values)
        assert isinstance(implied, Interval)
        if not implied.is_bounded or cell.printed is None:
            continue
        exact = (Fraction(implied.low) + Fraction(implied.high)) / 2
        expected = round(exact / cell.printed.step) * cell.printed.step
        effect, flips = _rounding_effect(address, exact, cell, rules)
        text = alike(cell.printed, expected)
        message = sentences.rounding_message(report, cell, exact, text,
                                             roundings[names[0]].mode, effect)
        prints = Interval(expected, expected)
        yield Finding(
            id=f"{address.anchor}-pembulatan", kind="angka", verdict="pembulatan",
            source=sentences.source(report, address), label=sentences.label(report, address),
            cell=cell, implied=implied, rules=tuple(names),
            remedies=(Remedy((NewPrint(cell, prints, text, roundings[names[0]].mode),)),),
            impact=effect, message=message, changes_conclusion=flips,
        )


def _rounding_effect(
    address: Address, exact: Fraction, cell: Cell, rules: Sequence[Rule]
) -> tuple[str, bool]:
    for rule in rules:
        if isinstance(rule, InBand) and rule.value == address:
            before, after = kategori(cell.point, rule.bands), kategori(exact, rule.bands)
            if before != after:
                return f"Kategori berubah dari {before} menjadi {after}.", True
    return "Tidak ada kategori atau simpulan yang berubah.", False


def _style_findings(report: Report) -> Iterator[Finding]:
    """Figures that break the number style of their column but can be read in one way only."""
    for cell in report.cells():
        if cell.printed is None or not cell.printed.off_style:
            continue
        text = number(cell.point, max(cell.decimals, 0))
        remedy = Remedy((NewPrint(cell, Interval(cell.point, cell.point), text, "gaya angka lain"),))
        yield Finding(
            id=f"{cell.address.anchor}-gaya", kind="kaidah", verdict=None,
            source=sentences.source(report, cell.address),
            label=sentences.label(report, cell.address), cell=None, implied=None, rules=(),
            remedies=(remedy,), impact="Nilainya tidak berubah.",
            message=sentences.style_message(report, cell, text),
        )


def _coverage(report: Report, rules: Sequence[Rule]) -> Coverage:
    counted = Counter(cell for rule in rules for cell in rule.cells)
    return Coverage(Counter(counted[cell.address] for cell in report.figures()))


def _with_unique_ids(findings: Sequence[Finding]) -> Iterator[Finding]:
    used: Counter[str] = Counter()
    for finding in findings:
        used[finding.id] += 1
        again = f"-{used[finding.id]}" if used[finding.id] > 1 else ""
        yield replace(finding, id=finding.id + again) if again else finding
