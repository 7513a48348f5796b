"""What people do to a right report: slips, copies onward, updates left half done, acts on lines.

Each family takes a right report and gives the figures that were printed instead; None where the
report offers no place for it.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from structures import Figures, Made

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address

Family = Callable[[Made, random.Random], Figures | None]


def base_of(made: Made) -> list[Address]:
    reckoned = {where for where, _ in made.steps}
    return [where for where in made.figures if where not in reckoned]


def below(made: Made, roots: set[Address]) -> list[Address]:
    """What reckoning again would change, were the roots' figures others."""
    pushed = dict(made.figures)
    for root in roots:
        pushed[root] = pushed[root] * 3 + 7
    fresh = made.reckoned(pushed)
    return [where for where, _ in made.steps if fresh[where] != made.figures[where]]


def typed(kind: str) -> Callable[[Made, Address, random.Random], Fraction | None]:
    """One slip of the fingers on one figure."""

    def slip(made: Made, where: Address, rng: random.Random) -> Fraction | None:
        value, unit = made.figures[where], step(made.places[where])
        digits = str(int(abs(value) / unit))
        i, sign = rng.randrange(len(digits)), -1 if value < 0 else 1
        other = rng.choice([d for d in "0123456789" if d != digits[i]])
        texts = {
            "digit": digits[:i] + other + digits[i + 1 :],
            "last digit": digits[:-1] + str((int(digits[-1]) + rng.choice((1, 9))) % 10),
            "dropped": digits[:i] + digits[i + 1 :],
            "doubled": digits[:i] + digits[i] + digits[i:],
            "swapped": digits[:i] + digits[i + 1 : i + 2] + digits[i] + digits[i + 2 :],
        }
        if kind in texts:
            return sign * int(texts[kind] or 0) * unit
        scaled = {"x10": 10, "x100": 100, "x1000": 1000, ":10": Fraction(1, 10),
                  ":1000": Fraction(1, 1000), "sign": -1, "comma": 1 / unit}  # fmt: skip
        fresh = value * scaled[kind]
        return fresh if (fresh / unit).denominator == 1 else None

    return slip


def neighbour(column: bool) -> Callable[[Made, Address, random.Random], Fraction | None]:
    """The figure of the next row, or of the column beside."""

    def slip(made: Made, where: Address, rng: random.Random) -> Fraction | None:
        near = [o for o in made.figures if o.table == where.table and o != where
                and (o.row == where.row if column else o.column == where.column)
                and made.places[o] == made.places[where]]  # fmt: skip
        return made.figures[rng.choice(near)] if near and where.table != "klaim" else None

    return slip


def single(
    slip: Callable[[Made, Address, random.Random], Fraction | None], many: int = 1
) -> Family:
    def act(made: Made, rng: random.Random) -> Figures | None:
        fresh = dict(made.figures)
        for where in rng.sample(sorted(fresh), many):
            value = slip(made, where, rng)
            if value is None:
                return None
            fresh[where] = value
        return fresh

    return act


def onward(slip: Callable[[Made, Address, random.Random], Fraction | None], part: float) -> Family:
    """A slip in what was put in; all, or a part, of what rests on it was reckoned with it."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        where = rng.choice(base_of(made))
        value = slip(made, where, rng)
        if value is None:
            return None
        follow = frozenset(c for c in below(made, {where}) if rng.random() < part)
        return made.reckoned({**made.figures, where: value}, follow)

    return act


def updated(value: Fraction, unit: Fraction, rng: random.Random, round_: bool) -> Fraction:
    if round_:  # a late payment, a shift of budget: a round amount, smaller than the figure
        places = rng.randint(0, max(0, len(str(int(value))) - 2))
        return value + rng.choice((-1, 1)) * rng.randint(1, 9) * Fraction(10) ** places
    return round(value * rng.randint(700, 1400) / 1000 / unit) * unit


def stale(
    which: Callable[[Address, random.Random], bool], many: int = 1, round_: bool = False
) -> Family:
    """Figures were brought up to date: they are right, and some of what rests on them is old."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        roots = rng.sample(base_of(made), min(many, len(base_of(made))))
        old = dict(made.figures)
        for where in roots:
            old[where] = max(
                Fraction(0), updated(old[where], step(made.places[where]), rng, round_)
            )
        old = made.reckoned(old)
        left = {c for c in below(made, set(roots)) if which(c, rng)}
        printed = {**made.figures, **{c: old[c] for c in left}}
        return printed

    return act


def _is_total(where: Address) -> bool:
    return where.row == "jumlah" or where.column in ("jml", "kumulatif")


def is_rate(where: Address) -> bool:
    return where.column in ("serapan", "porsi", "tumbuh", "nisbah", "padat", "kapita", "persen",
                            "capaian", "naik", "rerata", "banding", "indeks")  # fmt: skip


def table_of(made: Made, rng: random.Random) -> tuple[str, list[str], list[str]]:
    name = rng.choice(sorted(made.rows))
    rows = [row for row in made.rows[name] if row != "jumlah"]
    columns = [c for c in made.columns[name] if Address(name, rows[-1], c) in made.figures]
    return name, rows, columns


def exchanged(kind: str, part: float = 0.0) -> Family:
    """Two cells, rows or columns in each other's place; a part of the rest reckoned with them."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        name, rows, columns = table_of(made, rng)
        base = [c for c in columns if Address(name, rows[-1], c) in base_of(made)]
        if len(rows) < 2 or not base or (kind in ("columns", "beside") and len(base) < 2):
            return None
        (r, s), (x, y) = rng.sample(rows, 2), (rng.sample(base, 2) if len(base) > 1 else base * 2)
        some = rng.sample(rows, rng.randint(2, len(rows)))
        whole = [*rows, *(["jumlah"] if "jumlah" in made.rows[name] else [])]
        pairs = {
            "cells": [((r, x), (s, x))],
            "beside": [((r, x), (r, y))],
            "rows": [((r, c), (s, c)) for c in columns],
            "inputs of rows": [((r, c), (s, c)) for c in base],
            "columns": [((row, x), (row, y)) for row in rows],
            "whole columns": [((row, x), (row, y)) for row in whole],
            "part of columns": [((row, x), (row, y)) for row in some],
        }[kind]
        fresh, moved = dict(made.figures), set()
        for one, other in pairs:
            a, b = (Address(name, row, column) for row, column in (one, other))
            if a in fresh and b in fresh:
                fresh[a], fresh[b] = fresh[b], fresh[a]
                moved |= {a, b}
        follow = frozenset(c for c in below(made, moved) if rng.random() < part) - moved
        return made.reckoned(fresh, follow)

    return act


def _unit(made: Made, table: str, column: str) -> object:
    return made.columns[table][column]["satuan"]


def moved(down: bool, part: float = 0.0) -> Family:
    """An amount stands in another row, or in another column of its row."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        name, rows, columns = table_of(made, rng)
        base = [c for c in columns if Address(name, rows[-1], c) in base_of(made)]
        if len(rows) < 2 or not base or (not down and len(base) < 2):
            return None
        (r, s), x = rng.sample(rows, 2), rng.choice(base)
        alike = [c for c in base if c != x and _unit(made, name, c) == _unit(made, name, x)]
        if not down and not alike:
            return None
        y = x if down else rng.choice(alike)
        one, other = Address(name, r, x), Address(name, s if down else r, y)
        if one not in made.figures or other not in made.figures:
            return None
        amount = made.figures[one] * rng.randint(5, 60) // 100
        fresh = {**made.figures, one: made.figures[one] - amount,
                 other: made.figures[other] + amount}  # fmt: skip
        follow = frozenset(c for c in below(made, {one, other}) if rng.random() < part)
        return made.reckoned(fresh, follow)

    return act


def unit(factor: Fraction, total: bool, rest: bool = True) -> Family:
    """A column in another unit, with its total, without it, or the total alone."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        name, rows, columns = table_of(made, rng)
        column, fresh = rng.choice(columns), dict(made.figures)
        for row in (*(rows if rest else ()), *(("jumlah",) if total else ())):
            where = Address(name, row, column)
            if where in fresh:
                fresh[where] = round(fresh[where] * factor / step(made.places[where])) * step(
                    made.places[where]
                )
        return fresh

    return act


def shifted(made: Made, rng: random.Random) -> Figures | None:
    """A block of a column pasted one row off."""
    name, rows, columns = table_of(made, rng)
    column, fresh, by = rng.choice(columns), dict(made.figures), rng.choice((-1, 1))
    first = rng.randrange(len(rows) - 1) if len(rows) > 1 else 0
    for i in range(first, len(rows)):
        here, there = (
            Address(name, rows[i], column),
            Address(name, rows[i - by if 0 <= i - by < len(rows) else i], column),
        )
        if here in fresh and there in fresh:
            fresh[here] = made.figures[there]
    return fresh


def last_year(made: Made, rng: random.Random) -> Figures | None:
    """Last year's column left in place of this year's, rows only or with its total."""
    pair = {
        "sektor": ("nilai", "lalu"),
        "kinerja": ("realisasi", "lalu"),
        "belanja": ("realisasi", "pagu"),
    }
    name = next((n for n in made.rows if n in pair), None)
    if name is None:
        return None
    now, before = pair[name]
    rows = made.rows[name] if rng.random() < 0.5 else made.rows[name][:-1]
    fresh = dict(made.figures)
    for row in rows:
        if Address(name, row, before) in fresh:
            fresh[Address(name, row, now)] = fresh[Address(name, row, before)]
    return fresh


def sums(kind: str) -> Family:
    """Totals over a range one row short, or with a row counted twice; shares may follow."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        name, rows, columns = table_of(made, rng)
        totals = [c for c in columns if Address(name, "jumlah", c) in dict(made.steps)]
        if not totals or len(rows) < 2:
            return None
        chosen = totals if rng.random() < 0.3 else [rng.choice(totals)]
        row, fresh = (rows[-1] if kind == "short" else rng.choice(rows)), dict(made.figures)
        places = {Address(name, "jumlah", c): fresh[Address(name, row, c)] for c in chosen}
        for where, value in places.items():
            fresh[where] += -value if kind == "short" else value
        follow = frozenset(below(made, set(places))) if rng.random() < 0.5 else frozenset()
        return made.reckoned(fresh, follow - set(places))

    return act


def _counts(made: Made, where: Address) -> bool:
    """Is this a whole number of things that have no sen?"""
    if where.table == "klaim" or made.places[where]:
        return False
    return "rupiah" not in str(made.columns[where.table][where.column]["satuan"])


def rounded(kind: str) -> Family:
    """Nothing is wrong: figures are cut off, cut by one decimal with a zero, or lost their sen."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        fresh = dict(made.figures)
        exact = dict(made.figures)
        if kind == "sen":
            for where in base_of(made):
                exact[where] += Fraction(rng.randint(-49, 49), 100)
            for where, formula in made.steps:
                exact[where] = formula(exact)
            if any(_counts(made, where) for where in exact):
                return None
            return {
                w: round(v / step(made.places[w])) * step(made.places[w]) for w, v in exact.items()
            }
        for where, formula in made.steps:
            places = made.places[where]
            if where.table == "klaim":  # copied as it is printed, not reckoned
                fresh[where] = formula(fresh)
            elif places and rng.random() < (1.0 if kind == "cut" else 0.3):
                value = formula(made.figures)
                unit = Fraction(1, 10 ** (places if kind == "cut" else places - 1))
                fresh[where] = (int if kind == "cut" else round)(value / unit) * unit
        return fresh

    return act


def mixed(first: Family, second: Family) -> Family:
    """Two things at once, each on the right report."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        one, other = first(made, rng), second(made, rng)
        if one is None or other is None:
            return None
        return {w: other[w] if other[w] != made.figures[w] else one[w] for w in one}

    return act


def _always(where: Address, rng: random.Random) -> bool:
    return True


TYPED = ("digit", "last digit", "dropped", "doubled", "swapped", "x10", "x100", "x1000", ":10",
         ":1000", "sign", "comma")  # fmt: skip
FAMILIES: dict[str, tuple[str, Family]] = {
    **{f"one {kind}": ("slip", single(typed(kind))) for kind in TYPED},
    "row above": ("slip", single(neighbour(False))),
    "column beside": ("slip", single(neighbour(True))),
    **{f"{kind} {word}": ("onward", onward(typed(kind), part))
       for kind in ("digit", "x10", "swapped")
       for word, part in (("onward", 1.0), ("half onward", 0.5))},
    "neighbour onward": ("onward", onward(neighbour(False), 1.0)),
    "all stale": ("stale", stale(_always)),
    "all stale, round": ("stale", stale(_always, round_=True)),
    "totals stale": ("stale", stale(lambda w, r: _is_total(w))),
    "rates stale": ("stale", stale(lambda w, r: is_rate(w))),
    "half stale": ("stale", stale(lambda w, r: r.random() < 0.5)),
    "half stale, round": ("stale", stale(lambda w, r: r.random() < 0.5, round_=True)),
    "two updates stale": ("stale", stale(_always, 2)),
    "sentence stale": ("stale", stale(lambda w, r: w.table in ("klaim", "ringkas"))),
    "cells exchanged": ("act", exchanged("cells")),
    "cells exchanged, half": ("act", exchanged("cells", 0.5)),
    "beside exchanged": ("act", exchanged("beside")),
    "beside exchanged, half": ("act", exchanged("beside", 0.5)),
    "rows exchanged": ("act", exchanged("rows")),
    "inputs of rows": ("act", exchanged("inputs of rows")),
    "inputs of rows, half": ("act", exchanged("inputs of rows", 0.5)),
    "columns": ("act", exchanged("columns")),
    "columns, half": ("act", exchanged("columns", 0.5)),
    "whole columns": ("act", exchanged("whole columns")),
    "part of columns": ("act", exchanged("part of columns")),
    "moved down": ("act", moved(True)),
    "moved down, half": ("act", moved(True, 0.5)),
    "moved beside": ("act", moved(False)),
    "moved beside, half": ("act", moved(False, 0.5)),
    "rows in tens": ("act", unit(Fraction(1, 10), False)),
    "rows in thousands": ("act", unit(Fraction(1, 1000), False)),
    "column in thousands": ("act", unit(Fraction(1, 1000), True)),
    "rows times 1000": ("act", unit(Fraction(1000), False)),
    "total times 1000": ("act", unit(Fraction(1000), True, False)),
    "one row off": ("act", shifted),
    "last year's column": ("act", last_year),
    "range short": ("act", sums("short")),
    "counted twice": ("act", sums("twice")),
    "cut off": ("sound", rounded("cut")),
    "padded": ("sound", rounded("padded")),
    "sen dropped": ("sound", rounded("sen")),
    "two slips": ("pair", mixed(single(typed("digit")), single(typed("x10")))),
    "two digits": ("pair", single(typed("digit"), 2)),
    "slip beside stale": ("pair", mixed(single(typed("digit")), stale(_always))),
    "three slips": ("pair", single(typed("digit"), 3)),
}  # fmt: skip
