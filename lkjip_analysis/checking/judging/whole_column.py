"""One cause for a column whose shares all fail alike: the wrong base, or the wrong formula.

Six percentages reckoned from last year's budget are no six misprints. Where one other base, one
other column or one wrong formula gives every print, the column is told as one finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.shown_figures import between
from lkjip_analysis.checking.locating.exchanges import Group
from lkjip_analysis.checking.locating.repair import Repair
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.checking.locating.wrong_formulas import TELLING, wrong_formula
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.interval import ANYTHING, Interval, exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Quotient, Rule, figure_of
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Figure, Value, Values

DECIMALS = (2, 1, 3)
"""With so many decimals are shares printed, the usual number first."""

ROWS = 3
"""So many figures of one column are not misprinted in one way by chance."""


@dataclass(frozen=True)
class Column:
    """The failed shares of one column, their one cause in words, and their prints mended."""

    rules: tuple[Quotient, ...]
    cause: str
    repair: Repair


def columns(report: Report, search: Search, groups: Sequence[Group]) -> list[Column]:
    """The columns of which every failed share stands alone and all have one cause."""
    held: dict[tuple[str, str, str], list[Quotient]] = {}
    for rules, repairs in groups:
        shares = [rule for rule in rules if isinstance(rule, Quotient)]
        places = {_column(rule) for rule in shares}
        # A group that one figure mends needs no other cause; one that takes several may have one.
        is_open = len(rules) == 1 or all(len(repair.roots) > 1 for repair in repairs)
        if len(shares) == len(rules) and len(places) == 1 and is_open:
            held.setdefault(places.pop(), []).extend(shares)
    values = search.network.values
    found = []
    for failed in held.values():
        cause = next(_causes(report, failed, values), "") if len(failed) >= ROWS else ""
        repair = _mended(search, failed, values) if cause else None
        if repair is not None:
            found.append(Column(tuple(failed), cause, repair))
    return found


def _column(rule: Quotient) -> tuple[str, str, str]:
    """The relation of a table and the column that it reckons."""
    return rule.head.name.partition("[")[0], rule.result.table, rule.result.column


def _causes(report: Report, failed: Sequence[Quotient], values: Values) -> Iterator[str]:
    """What alone gives every print of the column, the plainest first."""
    formulas = [wrong_formula(rule.result, (rule,), values) for rule in failed]
    if formulas[0] and len(set(formulas)) == 1:
        yield worded("seluruh kolom {formulas}", formulas=formulas[0])
    yield from _other_columns(report, failed, values)
    yield from _other_base(report, failed, values)


def _other_columns(report: Report, failed: Sequence[Quotient], values: Values) -> Iterator[str]:
    """Another column of the table in place of the one that is reckoned with."""
    results = {rule.result for rule in failed}
    for side in ("second", "first"):
        parts = [rule.second if side == "second" else rule.first for rule in failed]
        own = parts[0]
        if not isinstance(own, Address) or len(set(parts)) == 1:
            continue
        table = report.tables[own.table]
        for name, column in table.type.columns.items():
            others = [part._replace(column=name) for part in parts if isinstance(part, Address)]
            if name == own.column or not all(
                isinstance(values.printed.get(o), Figure) for o in others
            ):
                continue
            if not results.isdisjoint(others):
                continue
            if all(
                _gives(r, side, values.interval(o), values)
                for r, o in zip(failed, others, strict=True)
            ):
                used = table.type.columns[own.column].judul
                yield worded(
                    'seluruh kolom memakai kolom "{judul}", bukan "{used}"',
                    judul=column.judul,
                    used=used,
                )


def _gives(rule: Quotient, side: str, other: Interval, values: Values) -> bool:
    """Does the share come out with another figure on one side?"""
    first, second = (figure_of(part, values).interval for part in (rule.first, rule.second))
    pair = (first, other) if side == "second" else (other, second)
    result = rule.formula(*pair)
    return result.is_bounded and values.interval(rule.result).meets(result)


def _other_base(report: Report, failed: Sequence[Quotient], values: Values) -> Iterator[str]:
    """One other figure under all the shares, named where it is printed: each row has its own, or
    all should share one.
    """
    base, bases = failed[0].second, {rule.second for rule in failed}
    if not isinstance(base, Address):
        return
    wanted = (
        rule.second_from(values.interval(rule.result), figure_of(rule.first, values).interval)
        for rule in failed
    )
    common = reduce(Interval.__and__, wanted, ANYTHING)
    if not common.is_bounded or any(
        common.contains(values.figure(own).texts.low) for own in bases if isinstance(own, Address)
    ):
        return
    inputs = {cell for rule in failed for cell in rule.cells}
    for cell in report.figures():
        is_long = abs(cell.point) >= TELLING * step(cell.decimals)
        is_input = cell.address in inputs
        if common.contains(cell.point) and is_long and not is_input:
            where, told = wording.place(report, cell.address), wording.quoted(cell)
            yield worded(
                "seluruh kolom dihitung terhadap {used} ({where}), bukan {base}",
                used=told,
                where=where,
                base=_told(report, base, len(bases) > 1),
            )
    if len(bases) == 1 and (common.high - common.low) * 100 <= common.low:
        yield worded(
            "seluruh kolom dihitung terhadap angka {near}, bukan {told}",
            near=between(common, report.cell(base)),
            told=_told(report, base),
        )


def _told(report: Report, base: Address, of_each_row: bool = False) -> str:
    if of_each_row:
        judul = report.tables[base.table].type.columns[base.column].judul
        return worded('"{judul}" barisnya sendiri', judul=judul)
    return wording.quoted(report.cell(base))


def _mended(search: Search, failed: Sequence[Rule], values: Values) -> Repair | None:
    """Every share with its comma put back, else as its own figures give it.

    None where that breaks what held.
    """
    results = dict.fromkeys(rule.result for rule in failed)
    around = [rule for cell in results for rule in search.network.by_cell[cell]]
    names = {rule.head.name for rule in failed}
    near = [r for r in around if r.head.name in names or r.head.name not in search.network.failed]
    for changes in (*_with_commas(results, values), _reckoned_anew(failed, values)):
        if changes and all(tolerable(rule, values.changing(changes)) for rule in near):
            return Repair(tuple(changes), changes)
    return None


def _with_commas(cells: Iterable[Address], values: Values) -> Iterator[dict[Address, Value]]:
    """The figures of a column that all lost their decimal comma: 7.483 for 74,83."""
    figures = {cell: values.figure(cell) for cell in cells}
    if all(figure.decimals == 0 and not figure.is_exact for figure in figures.values()):
        for lost in DECIMALS:
            half = step(lost) / 2
            yield {
                cell: Figure(figure.texts * step(lost), half, lost, figure.signed)
                for cell, figure in figures.items()
            }


def _reckoned_anew(failed: Sequence[Rule], values: Values) -> dict[Address, Value]:
    """Every result as its own figures give it; nothing where one cannot be reckoned."""
    changes: dict[Address, Value] = {}
    for rule in failed:
        exact, figure = reckoned(rule, rule.result, values), values.figure(rule.result)
        if exact is None:
            return {}
        changes[rule.result] = figure.printing(exactly(half_up(exact, figure.decimals)))
    return changes
