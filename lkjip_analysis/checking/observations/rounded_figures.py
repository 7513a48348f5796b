"""Figures whose unusual rounding alone explains a relation: named, and no error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, NewPrint, Remedy
from lkjip_analysis.checking.locating.rounding import Mode, Rounding, holds, readings
from lkjip_analysis.checking.observations import style_wording
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import NOTHING, Interval, exactly
from lkjip_analysis.numbers.metrics import kategori
from lkjip_analysis.numbers.written import alike, half_up
from lkjip_analysis.report.report import Report, rewrite
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import InBand, Rule
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Value, Values, printed_values


def rounding_findings(
    report: Report,
    rules: Sequence[Rule],
    values: Values,
    roundings: Mapping[str, Rounding],
    wrong: Sequence[Finding] = (),
) -> Iterator[Finding]:
    """One finding for each figure whose rounding alone explains a rule."""
    by_name = {rule.head.name: rule for rule in rules}
    banded = [rule for rule in rules if isinstance(rule, InBand)]
    for address, names in _told(by_name, values, roundings, wrong).items():
        cell, rounding = report.cell(address), roundings[names[0]]
        implied = _implied_by(by_name[names[0]], rounding, values)
        if not implied.is_bounded or cell.printed is None:
            continue
        exact = reckoned(by_name[names[0]], address, values)
        given = implied if exact is None else exactly(exact)
        part = _usual(cell, given, rounding)
        effect, flips = _effect(cell, given, banded)
        told = style_wording.rounding(report, part, given, rounding.mode, effect)
        yield Finding(
            id=f"{address.anchor}-pembulatan",
            kind="angka",
            verdict="pembulatan",
            source=wording.source(report, address),
            label=wording.label(report, address),
            cell=cell,
            implied=implied,
            rules=tuple(names),
            remedies=(Remedy((part,)),),
            impact=effect,
            told=told,
            changes_conclusion=flips,
        )


def _told(
    rules: Mapping[str, Rule],
    values: Values,
    roundings: Mapping[str, Rounding],
    wrong: Sequence[Finding],
) -> Mapping[Address, Sequence[str]]:
    """The figures whose rounding is told, each with the rules that it explains.

    None where mending one of the `wrong` figures explains it as well: the share of a total that
    is printed wrong was reckoned from the right one. Where its column is rounded so in another row
    too, it is told.
    """
    alone = (remedy for finding in wrong for remedy in finding.remedies if not remedy.act)
    mended = [_as_mended(remedy) for remedy in alone]
    # Amounts without their sen are as they should be.
    told = {name: one for name, one in roundings.items() if one.mode != "sen"}
    doubted = {
        name
        for name, one in told.items()
        if _follows(rules[name], values, [repair for repair in mended if one.cell not in repair])
    }
    habits = {_habit(one) for name, one in told.items() if name not in doubted}
    return grouped(
        (one.cell, name)
        for name, one in told.items()
        if name not in doubted or _habit(one) in habits
    )


def _habit(rounding: Rounding) -> tuple[str, str, Mode]:
    return rounding.cell.table, rounding.cell.column, rounding.mode


def _as_mended(remedy: Remedy) -> Mapping[Address, Value]:
    """What the figures of a repair would be, with what follows them."""
    parts = (*remedy.cells, *remedy.follows)
    return printed_values(rewrite(part.cell, part.text) for part in parts if part.text)


def _follows(rule: Rule, values: Values, mended: Sequence[Mapping[Address, Value]]) -> bool:
    """Does a relation hold without any rounding once one repair is made?"""
    repairs = (repair for repair in mended if not repair.keys().isdisjoint(rule.cells))
    return any(holds(rule, values.changing(repair)) for repair in repairs)


def _usual(cell: Cell, given: Interval, rounding: Rounding) -> NewPrint:
    """What the usual rounding prints: one figure, or the two ends where only bounds are given."""
    assert cell.printed is not None
    low, high = (half_up(Fraction(end), cell.printed.decimals) for end in (given.low, given.high))
    text = alike(cell.printed, low) if low == high else None
    return NewPrint(cell, Interval(low, high), text, rounding.mode)


def _implied_by(rule: Rule, rounding: Rounding, values: Values) -> Interval:
    """Where the rule wants the figure; a count can tell only when the figure is read its way."""
    implied = rule.implied(rounding.cell, values)
    if implied is NOTHING:
        as_read = dict(readings(values[rounding.cell]))
        if rounding.mode in as_read:
            state = values.changing({rounding.cell: as_read[rounding.mode]})
            implied = rule.implied(rounding.cell, state)
    assert isinstance(implied, Interval)
    return implied


def _effect(cell: Cell, given: Interval, banded: Sequence[InBand]) -> tuple[str, bool]:
    """The category that the usual rounding changes for certain, and whether it does."""
    for rule in banded:
        if rule.value == cell.address:
            before = kategori(cell.point, rule.bands)
            after = {kategori(Fraction(end), rule.bands) for end in (given.low, given.high)}
            if before not in after and len(after) == 1:
                return worded(
                    "Kategori berubah dari {before} menjadi {after}.",
                    before=before,
                    after=after.pop(),
                ), True
    return worded("Tidak ada kategori atau simpulan yang berubah."), False
