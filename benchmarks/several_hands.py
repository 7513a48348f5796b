"""What several people do to one report, and figures that are typed from beside or from before."""

from __future__ import annotations

import random
from itertools import pairwise

from human_errors import Family, base_of, below, is_rate, single, table_of
from office_errors import as_people_update, brought_up
from structures import Figures, Made

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address

QUARTERS = ("i", "ii", "iii", "iv")


def two_people(made: Made, rng: random.Random) -> Figures | None:
    """Each brought one figure up to date: the one its sums and no rates, the other the reverse."""
    base = base_of(made)
    if len(base) < 2:
        return None
    first, second = rng.sample(base, 2)
    old = made.reckoned({**made.figures, **{w: brought_up(made, w, rng) for w in (first, second)}})
    sums = {where for where in below(made, {first}) if not is_rate(where)}
    rates = {where for where in below(made, {second}) if is_rate(where)}
    new = {where: made.figures[where] for where in (first, second)}
    return made.reckoned({**old, **new}, frozenset(sums | rates))


def one_of_two_raised(made: Made, rng: random.Random) -> Figures | None:
    """Two figures of a row were raised by one amount, as a budget and its spending; one is new."""
    name, rows, columns = table_of(made, rng)
    row = rng.choice(rows)
    base = [w for w in base_of(made) if (w.table, w.row) == (name, row) and w.column in columns]
    if len(base) < 2:
        return None
    new, beside = rng.sample(base, 2)
    if made.places[new] != made.places[beside]:
        return None
    size = len(str(int(made.figures[new] / step(made.places[new]))))
    amount = rng.randint(1, 9) * step(made.places[new]) * 10 ** rng.randint(0, size - 1)
    old = {where: made.figures[where] - amount for where in (new, beside)}
    if min(old.values()) <= 0:
        return None
    return {**made.reckoned({**made.figures, **old}), new: made.figures[new]}


def total_of_last_year(made: Made, rng: random.Random) -> Figures | None:
    """One total was typed from last year's report."""
    totals = [where for where, _ in made.steps if where.row == "jumlah" and not is_rate(where)]
    if not totals:
        return None
    where = rng.choice(totals)
    before = made.reckoned({**made.figures, **{w: brought_up(made, w, rng) for w in base_of(made)}})
    return {**made.figures, where: before[where]}


def rate_of_row_above(made: Made, rng: random.Random) -> Figures | None:
    """One rate repeats that of the row above."""
    name, rows, columns = table_of(made, rng)
    rates = [column for column in columns if is_rate(Address(name, rows[0], column))]
    if len(rows) < 2 or not rates:
        return None
    at, column = rng.randrange(1, len(rows)), rng.choice(rates)
    above, where = (Address(name, rows[i], column) for i in (at - 1, at))
    if not {above, where} <= made.figures.keys():
        return None
    return {**made.figures, where: made.figures[above]}


def all_rounded_but_one(made: Made, rng: random.Random) -> Figures | None:
    """Amounts were rounded before they were put in, and all reckoned from that; one is exact."""
    name, rows, columns = table_of(made, rng)
    unit = 10 ** rng.choice((1, 2, 3))
    column = rng.choice(columns)
    some = [Address(name, row, column) for row in rows]
    some = [where for where in some if where in base_of(made) and not made.places[where]]
    rough = {w: half_up(made.figures[w] / unit, 0) * unit for w in some}
    changed = [where for where in some if rough[where] != made.figures[where]]
    if not changed:
        return None
    exact = rng.choice(changed)
    return {**made.reckoned({**made.figures, **rough}), exact: made.figures[exact]}


def row_of_another_unit(made: Made, rng: random.Random) -> Figures | None:
    """The totals count one row in thousands, or a thousandfold; a part of the rest knows it."""
    name, rows, columns = table_of(made, rng)
    totals = {w for w, _ in made.steps if w.table == name and w.row == "jumlah"}
    sums = {where for where in totals if not is_rate(where)}
    base = {Address(name, rng.choice(rows), c) for c in columns} & set(base_of(made))
    if not sums or not base:
        return None
    factor = rng.choice((Fraction(1, 1000), Fraction(1000)))
    counted = {w: half_up(made.figures[w] * factor, made.places[w]) for w in base}
    rest = {w for w in below(made, sums) if rng.random() < 0.5} if rng.random() < 0.5 else set()
    fresh = made.reckoned({**made.figures, **counted}, frozenset(sums | rest))
    return {**fresh, **{where: made.figures[where] for where in base}}


def quarters_cumulated(made: Made, rng: random.Random) -> Figures | None:
    """One row, or all, tell each quarter with those before it; the sum of the year is right."""
    name, rows, columns = table_of(made, rng)
    if not set(QUARTERS) <= set(columns):
        return None
    fresh = dict(made.figures)
    for row in rows if rng.random() < 0.3 else [rng.choice(rows)]:
        for before, quarter in pairwise(QUARTERS):
            fresh[Address(name, row, quarter)] += fresh[Address(name, row, before)]
    totals = {Address(name, "jumlah", quarter) for quarter in QUARTERS}
    return made.reckoned(fresh, frozenset(totals if rng.random() < 0.5 else ()))


def nothing_for_a_figure(made: Made, where: Address, rng: random.Random) -> Fraction | None:
    """A 0 stands where a dash, and then the figure, should."""
    return Fraction(0) if made.figures[where] else None


def by_percents(value: Fraction, unit: Fraction, rng: random.Random) -> Fraction:
    """By 1 to 30 percent, to a figure as round as this one or rounder."""
    fresh = value * (1 + rng.choice((-1, 1)) * Fraction(rng.randint(10, 300), 1000))
    digits = str(int(abs(value) / unit))
    zeros = len(digits) - len(digits.rstrip("0")) + rng.choice((0, 0, 1, 2))
    coarse = unit * 10 ** min(zeros, max(0, len(digits) - 2))
    return half_up(fresh / coarse, 0) * coarse


def by_last_digits(value: Fraction, unit: Fraction, rng: random.Random) -> Fraction:
    """By one or a few, as where a person or a parcel came later."""
    return value + rng.choice((-1, 1)) * rng.randint(1, 9) * unit * rng.choice((1, 1, 10))


def to_round(value: Fraction, unit: Fraction, rng: random.Random) -> Fraction:
    """The earlier figure was an estimate: this one, rounded."""
    digits = len(str(int(abs(value) / unit)))
    coarse = unit * 10 ** rng.randint(1, max(1, digits - 1))
    return half_up(value / coarse, 0) * coarse


BY_SEVERAL_HANDS: dict[str, tuple[str, Family]] = {
    "two people, two figures": ("stale", two_people),
    "one of two raised": ("pair", one_of_two_raised),
    "total of last year": ("slip", total_of_last_year),
    "rate of the row above": ("slip", rate_of_row_above),
    "all rounded but one": ("stale", all_rounded_but_one),
    "total counts a row in thousands": ("onward", row_of_another_unit),
    "quarters cumulated": ("act", quarters_cumulated),
    "0 for a figure": ("slip", single(nothing_for_a_figure)),
    "updated by percents": ("stale", as_people_update(by_percents)),
    "updated in its last digits": ("stale", as_people_update(by_last_digits)),
    "an estimate updated": ("stale", as_people_update(to_round)),
}
