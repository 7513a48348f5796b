"""Which cells print a mean of capaian, and of what: by that the mean of the year is reckoned.

Some reports average their indicators, others the means of their sasaran. Where the sasaran have
different numbers of indicators the two differ, and the class of the year may hang on it: the
report's own relation decides, not we.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.row_names import sasaran_of
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules.arithmetic import Linear
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


def printed_means(report: Report, known: Sequence[str]) -> tuple[PrintedMean, ...]:
    """The printed means of one sasaran and of all; those of all as the year is defined only.

    `known` are the indicators that have a capaian.
    """
    found = list(_every_mean(report, {str(kode) for kode in known}))
    of = _defined(found)
    return tuple(mean for mean in found if mean.key != EVERY or mean.of == of)


def definition(means: Sequence[PrintedMean]) -> Of | None:
    """Of what the report's own mean of the year is reckoned; None where it prints none."""
    return next((mean.of for mean in means if mean.key == EVERY), None)


def _defined(found: Sequence[PrintedMean]) -> Of | None:
    """The definition of the mean of all: what the report says itself goes before what a reader
    supposed, and what the print fits before what it does not."""
    of_all = [mean for mean in found if mean.key == EVERY]
    best = min(of_all, key=lambda mean: (not mean.is_declared, not mean.fits), default=None)
    return best.of if best else None


def _every_mean(report: Report, known: set[str]) -> Iterator[PrintedMean]:
    groups = {EVERY: known, **_groups(known)}
    seen: dict[Address, str] = {}
    rules = _mean_rules(report)
    for rule in rules:
        of = {_code(report, cell) for cell in rule.cells if cell != rule.result}
        name = next((name for name, codes in groups.items() if codes and codes == of & known), None)
        if name is not None and None not in of:
            seen.setdefault(rule.result, name)
            yield _mean(report, rule, name, "indikator")
    only = {kode: name for name, codes in groups.items() if len(codes) == 1 for kode in codes}
    for rule in rules:
        parts = (cell for cell in rule.cells if cell != rule.result)
        of_means = Counter(seen.get(cell) or only.get(_code(report, cell) or "") for cell in parts)
        if set(of_means) == set(groups) - {EVERY} and max(of_means.values()) == 1:
            yield _mean(report, rule, EVERY, "sasaran")


def _mean(report: Report, rule: Linear, key: str, of: Of) -> PrintedMean:
    cell = report.cell(rule.result)
    parts = (
        Fraction(weight) * report.cell(address).point
        for address, weight in rule.weights.items()
        if address != rule.result
    )
    fits = abs(sum(parts, Fraction(rule.constant)) - cell.point) <= Fraction(step(cell.decimals))
    return PrintedMean(key, of, cell, rule.head.basis == "tercetak", fits)


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


def _code(report: Report, cell: Address) -> str | None:
    """The indicator whose capaian a cell prints."""
    is_capaian = report.tables[cell.table].type.name in ("capaian", "ringkasan")
    return cell.row if is_capaian and cell.column == "capaian" else None
