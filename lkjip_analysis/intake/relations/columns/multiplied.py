"""So many of a thing at so much each: the amounts of a cost plan, of wages, of yields.

A row that has yet another factor, such as so many days, prints a whole multiple of the two that
the others multiply: nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import combinations, islice

from lkjip_analysis.intake.relations.basis.figure_grid import HALF, Grid, Row, value
from lkjip_analysis.intake.relations.columns.guesses import Guess
from lkjip_analysis.intake.tables.quotient_heads import RATED
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed, half_step

KIND = "hasil_kali"
BESIDE = 4
"""The factors stand at most so many columns beside the product."""
TRIED = 6
"""Of so many rows, half must come near, before all are tried exactly."""
NEARLY = Fraction(1, 50)
"""A first look may miss by the rounding of small factors, and lets no unlike columns through."""
EACH = re.compile(
    r"\b(?:harga|tarif|upah|biaya|unit\s*cost|honor\w*|kebutuhan|produktivitas|hasil)\b|"
    r"\bper\b|/|\bsatuan\b|\btiap\b",
    re.IGNORECASE,
)
"""What heads a column of prices: with it, and the whole beside it, the heading tells a product."""
WHOLE = re.compile(
    r"\b(?:jumlah|total|nilai|biaya|harga|produksi|anggaran|kebutuhan|penerimaan|pendapatan|"
    r"pembayaran|dibayar\w*|retribusi|omzet|omset)\b",
    re.IGNORECASE,
)


def products(grid: Grid, result: str, headed: bool) -> Iterator[Guess]:
    """Pairs of columns whose product a column may be; those that headings tell, or the others."""
    if grid.column(result).is_percent:
        return
    for pair in combinations(grid.beside(result, grid.named(percent=False), BESIDE), 2):
        told = bool(WHOLE.search(grid.column(result).head)) and any(
            EACH.search(grid.column(name).head) for name in pair
        )
        if told == headed and _comes_near(grid, result, *pair):
            yield _product(grid, result, *pair)


def _comes_near(grid: Grid, result: str, one: str, other: str) -> bool:
    """Do most of the first rows come near, so that trying all of them is worth it?"""
    filled = (grid.filled.get(name, frozenset()) for name in (result, one, other))
    held = frozenset.intersection(*filled)
    rows = [grid.rows[key] for key in islice((k for k in grid.rows if k in held), TRIED)]
    close = [
        row
        for row in rows
        if abs(value(row[result]) - _told(row, one, other)) <= NEARLY * abs(value(row[result]))
    ]
    return bool(close) and 2 * len(close) >= len(rows)


def _told(row: Row, one: str, other: str) -> Fraction:
    return value(row[one]) * value(row[other])


def _product(grid: Grid, result: str, one: str, other: str) -> Guess:
    rated = [name for name in (one, other) if RATED.search(grid.column(name).head)]

    def holds(row: Row) -> bool:
        missed = abs(value(row[result]) - _told(row, one, other))
        return missed <= _slack(row, result, (one, other), rated)

    def informs(row: Row) -> bool:
        return not any(_is_about_one(row[name]) for name in (one, other))

    roles = {"hasil": f".{result}", "faktor": f".{one} + .{other}"}
    return Guess(
        KIND,
        roles,
        (one, other),
        holds,
        informs,
        lambda named: worded("{one} dikali {other}", one=named(one), other=named(other)),
        lambda row: bool(_told(row, one, other)),
    )


def _is_about_one(printed: Printed) -> bool:
    """Is it 1 as far as its rounding tells, so that any product is about the other factor: an
    index of 1,01 between a budget and what of it was spent?"""
    room = 2 * printed.step if printed.decimals > 0 else Fraction(0)
    return abs(abs(value(printed)) - 1) <= room


def _slack(row: Row, result: str, pair: tuple[str, str], rated: Collection[str]) -> Fraction:
    """How far the product may miss: whole factors count, those with decimals are rounded, and so
    is a rate, a density of 487 to the square kilometre."""
    room = Fraction(0)
    for name, beside in (pair, pair[::-1]):
        if row[name].decimals > 0 or name in rated:
            room += abs(value(row[beside])) * half_step(max(row[name].decimals, 0))
    if room or row[result].decimals > 0:
        room += max(half_step(max(row[result].decimals, 0)), HALF if room else Fraction(0))
    return room


def has_more_factors(row: Row, result: str, one: str, other: str) -> bool:
    """Is the result a whole multiple of the product, or a whole part of it?"""
    told, shown = _told(row, one, other), value(row[result])
    if not told or not shown:
        return True
    times = shown / told
    return times != 1 and 1 in (times.denominator, times.numerator)
