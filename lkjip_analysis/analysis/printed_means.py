"""Which cells print a mean of capaian, and of what: by that the mean of the year is reckoned.

Some reports average their indicators, others the means of their sasaran. Where the sasaran have
different numbers of indicators the two differ, and the class of the year may hang on it: the
report's own relation decides, not we. Some count each capaian at most as 100 before they average
it, in a table of its own: then the mean of the year is of what is so cut down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.once_for_each import once_for_each
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.row_names import sasaran_of
from lkjip_analysis.report.tables import Address, Cell, same_label
from lkjip_analysis.rules.arithmetic import Linear
from lkjip_analysis.rules.base import Part
from lkjip_analysis.rules.binding.rulebook import RULES, made_of
from lkjip_analysis.rules.kinds import KINDS
from lkjip_analysis.rules.rule_draft import Draft, has_data

Of = Literal["indikator", "sasaran"]
EVERY = ""
"""The key of the mean over all indicators, beside those of the sasaran."""


@dataclass(frozen=True)
class PrintedMean:
    """A cell that prints a mean of capaian: of which sasaran (or `EVERY`), reckoned of what."""

    key: str
    of: Of
    cell: Cell
    is_declared: bool
    """Does the report itself say so?"""
    fits: bool
    cap: Fraction | None = None
    """What each capaian is cut down to before it counts, percent; None where it is not."""


def printed_means(report: Report, known: Sequence[str]) -> tuple[PrintedMean, ...]:
    """The printed means of one sasaran and of all; those of all as the year is defined only.

    `known` are the indicators that have a capaian.
    """
    found = list(_every_mean(report, {str(kode) for kode in known}))
    of, cap = _defined(found)
    return tuple(m for m in found if m.cap == cap and (m.key != EVERY or m.of == of))


def definition(means: Sequence[PrintedMean]) -> tuple[Of | None, Fraction | None]:
    """Of what the report's own mean of the year is reckoned, and what each capaian is cut down to
    for it; None where it prints none."""
    return next(((mean.of, mean.cap) for mean in means if mean.key == EVERY), (None, None))


def _defined(found: Sequence[PrintedMean]) -> tuple[Of | None, Fraction | None]:
    """The definition of the mean of all: what the report says itself goes before what a reader
    supposed, what the print fits before what it does not, and the whole before what is cut."""
    of_all = sorted(found, key=lambda m: (not m.is_declared, not m.fits, m.cap is not None))
    return definition(of_all)


def _every_mean(report: Report, known: set[str]) -> Iterator[PrintedMean]:
    groups = {EVERY: known, **_groups(known)}
    seen: dict[Address, _Counts] = {}
    rules, cells = _mean_rules(report), _Capaian(report)
    for rule in rules:
        parts = [cells.of(cell) for cell in rule.inputs]
        of, caps = {part.key for part in parts}, {part.cap for part in parts}
        name = next((name for name, codes in groups.items() if codes and codes == of & known), None)
        if name is not None and None not in of and len(caps) == 1:
            seen.setdefault(rule.result, _Counts(name, parts[0].cap))
            yield _mean(report, rule, name, "indikator", parts[0].cap)
    only = {kode: name for name, codes in groups.items() if len(codes) == 1 for kode in codes}
    for rule in rules:
        of_means = [
            seen.get(cell) or _Counts(only.get(cells.of(cell).key or ""), cells.of(cell).cap)
            for cell in rule.inputs
        ]
        is_each_once = Counter(one.key for one in of_means) == Counter({*groups} - {EVERY})
        if is_each_once and len({one.cap for one in of_means}) == 1:
            yield _mean(report, rule, EVERY, "sasaran", of_means[0].cap)


@dataclass(frozen=True)
class _Counts:
    """What counts in a mean: an indicator or a sasaran, and what its capaian is cut down to."""

    key: str | None
    cap: Fraction | None = None


class _Capaian:
    """Which indicator's capaian a cell prints, in whatever table."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def of(self, cell: Address) -> _Counts:
        if self.report.tables[cell.table].type.name in ("capaian", "ringkasan"):
            return _Counts(cell.row if cell.column == "capaian" else None)
        return self._cut.get(cell, _Counts(None))

    @cached_property
    def _cut(self) -> dict[Address, _Counts]:
        """The capaian that tables of their own print cut down, of the targets of the year."""

        def build(draft: Draft, named: Counter[Address]) -> Iterator[tuple[Address, _Counts, bool]]:
            result, cap = draft.one("hasil"), draft.cap()
            target = draft.part("penyebut" if draft.head.kind == "rasio" else "target")
            if cap is not None and result.row in self.report.indicators:
                yield result, _Counts(result.row, cap), self._is_of_year(result.row, target)

        kinds = {name: RULES[name] for name in ("capaian", "rasio")}
        made, _ = made_of(self.report, kinds, build)
        of_year = Counter((result.table, result.column) for result, _, is_of in made if is_of)
        every = Counter((result.table, result.column) for result, _, _ in made)
        return {
            result: counts
            for result, counts, _ in made
            if 2 * of_year[result.table, result.column] > every[result.table, result.column]
        }

    def _is_of_year(self, kode: str, target: Part) -> bool:
        """Is a target what the achievement table prints of the indicator, and not a standard?"""
        if not isinstance(target, Address):
            return False
        tables = (table for table in self.report.tables.values() if table.type.name == "capaian")
        own = (table.cells.get(Address(table.name, kode, "target")) for table in tables)
        cell = self.report.cell(target)
        return any(told is not None and _prints_the_same(told, cell) for told in own)


def _prints_the_same(one: Cell, other: Cell) -> bool:
    """Is it one figure; or, where one of them is none, one text?"""
    if one.is_figure and other.is_figure:
        return one.point == other.point
    return same_label(one.text) == same_label(other.text)


def _mean(report: Report, rule: Linear, key: str, of: Of, cap: Fraction | None) -> PrintedMean:
    cell = report.cell(rule.result)
    parts = (
        Fraction(weight) * report.cell(address).point
        for address, weight in rule.weights.items()
        if address != rule.result
    )
    fits = abs(sum(parts, Fraction(rule.constant)) - cell.point) <= Fraction(step(cell.decimals))
    return PrintedMean(key, of, cell, rule.head.basis == "tercetak", fits, cap)


@once_for_each
def _mean_rules(report: Report) -> list[Linear]:
    """The report's relations that reckon a plain mean of printed figures."""

    def build(draft: Draft, named: Counter[Address]) -> Iterator[Linear]:
        for rule in KINDS["rerata"].build(draft):
            if isinstance(rule, Linear) and all(has_data(report, cell) for cell in rule.cells):
                yield rule

    rules, _ = made_of(report, {"rerata": RULES["rerata"]}, build)
    return [rule for rule in rules if all(report.is_figure(cell) for cell in rule.cells)]


def _groups(known: set[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for kode in known:
        found.setdefault(sasaran_of(kode), set()).add(kode)
    return found if len(found) > 1 else {}
