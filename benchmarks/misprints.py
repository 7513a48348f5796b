"""Misprints made on purpose: single slips of the fingers, pairs, and slips copied onward."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Unreadable, step
from lkjip_analysis.numbers.written import alike
from lkjip_analysis.report.report import Report, rewrite
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import Linear, Quotient, Rule, Same
from lkjip_analysis.rules.values import Figure, Values, printed_values

POWERS = (("x10", 10), ("x1000", 1000), (":10", Fraction(1, 10)), (":1000", Fraction(1, 1000)))


@dataclass(frozen=True)
class Misprint:
    """Cells with other texts, how that came about, and the cell where it began."""

    kind: str
    roots: tuple[Address, ...]
    texts: Mapping[Address, str]


def misprinted(report: Report, misprint: Misprint) -> Report:
    """The report with the misprint in place."""
    return report.holding(rewrite(report.cell(c), text) for c, text in misprint.texts.items())


def slips_of(cell: Cell) -> Iterator[tuple[str, str]]:
    """Every slip on one figure that changes its value and can be printed: its kind and text."""
    unit = step(cell.decimals)
    digits = str(int(abs(cell.point) / unit))
    seen = {cell.point}
    for kind, value in (*_typed(digits, unit), *_scaled(cell.point, unit)):
        if value in seen or cell.printed is None:
            continue
        seen.add(value)
        text = alike(cell.printed, value)
        try:
            if rewrite(cell, text).point == value:
                yield kind, text
        except Unreadable:
            continue


def _typed(digits: str, unit: Fraction) -> Iterator[tuple[str, Fraction]]:
    for i, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit:
                yield "wrong digit", int(digits[:i] + other + digits[i + 1 :]) * unit
        if len(digits) > 1:
            yield "dropped digit", int(digits[:i] + digits[i + 1 :]) * unit
        yield "doubled digit", int(digits[:i] + digit + digits[i:]) * unit
        if i + 1 < len(digits):
            swapped = digits[:i] + digits[i + 1] + digit + digits[i + 2 :]
            yield "swapped digits", int(swapped) * unit


def _scaled(point: Fraction, unit: Fraction) -> Iterator[tuple[str, Fraction]]:
    for kind, factor in POWERS:
        value = point * factor
        if (value / unit).denominator == 1:
            yield kind, value


def singles(report: Report, cells: list[Cell], seed: int, count: int) -> list[Misprint]:
    """A sample of all single slips on these cells."""
    every = [
        Misprint(kind, (cell.address,), {cell.address: text})
        for cell in cells
        for kind, text in slips_of(cell)
    ]
    return every if len(every) <= count else random.Random(seed).sample(every, count)


def pairs(report: Report, cells: list[Cell], seed: int, count: int) -> list[Misprint]:
    """Two slips on two cells, independent of one another."""
    chance = random.Random(seed)
    slips = {cell.address: list(slips_of(cell)) for cell in cells}
    found = []
    while len(found) < count:
        first, second = chance.sample(cells, 2)
        texts = {}
        for cell in (first, second):
            if slips[cell.address]:
                texts[cell.address] = chance.choice(slips[cell.address])[1]
        if len(texts) == 2:
            found.append(Misprint("pair", (first.address, second.address), texts))
    return found


def copied_onward(
    report: Report, rules: tuple[Rule, ...], cells: list[Cell], seed: int, count: int
) -> list[Misprint]:
    """A slip on a figure from which others are computed, as a spreadsheet carries it on.

    Either totals follow and percentages do not, or both do; copies in prose follow or do not.
    """
    chance = random.Random(seed)
    inputs = [
        cell
        for cell in cells
        if any(
            cell.address in rule.cells and rule.result != cell.address
            for rule in rules
            if isinstance(rule, Linear | Quotient)
        )
    ]
    found: list[Misprint] = []
    while len(found) < count:
        cell = chance.choice(inputs)
        slips = list(slips_of(cell))
        if not slips:
            continue
        _kind, text = chance.choice(slips)
        percentages, copies = chance.random() < 0.5, chance.random() < 0.5
        try:
            texts = _carried(report, rules, cell, text, percentages, copies)
        except Unreadable:
            continue
        if len(texts) > 1:
            told = "totals and percentages follow" if percentages else "totals follow"
            found.append(Misprint(told, (cell.address,), texts))
    return found


def _carried(
    report: Report, rules: tuple[Rule, ...], root: Cell, text: str, percentages: bool, copies: bool
) -> dict[Address, str]:
    """The texts of all figures that follow the root's wrong one."""
    texts = {root.address: text}
    state = printed_values(report.cells())
    _put(state, rewrite(root, text))
    queue = [root.address]
    while queue:
        source = queue.pop(0)
        for rule in rules:
            follower = _follower(rule, source, percentages, copies)
            if follower is None or follower in texts:
                continue
            cell = report.cell(follower)
            implied = rule.implied(follower, Values(state))
            if cell.printed is None or not getattr(implied, "is_bounded", False):
                continue
            middle = (Fraction(implied.low) + Fraction(implied.high)) / 2  # type: ignore[union-attr]
            unit = step(cell.decimals)
            fresh = rewrite(cell, alike(cell.printed, round(middle / unit) * unit))
            if isinstance(rule, Same) and fresh.point != middle:
                continue  # a copy with fewer decimals would be another slip, not a copy
            if fresh.point != cell.point:
                texts[follower] = fresh.text
                _put(state, fresh)
                queue.append(follower)
    return texts


def _put(state: dict[Address, object], cell: Cell) -> None:
    state.update(printed_values([cell]))


def _follower(rule: Rule, source: Address, percentages: bool, copies: bool) -> Address | None:
    if source not in rule.cells:
        return None
    if isinstance(rule, Same):
        other = rule.source if source == rule.result else rule.result
        return other if copies else None
    if rule.result == source:
        return None
    if isinstance(rule, Quotient):
        return rule.result if percentages else None
    return rule.result if isinstance(rule, Linear) else None


__all__ = ["Figure", "Misprint", "copied_onward", "misprinted", "pairs", "singles", "slips_of"]
