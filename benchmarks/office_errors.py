"""Still more of what people do: formulas that slid, columns sorted alone, two updates in a row."""

from __future__ import annotations

import random
from collections.abc import Callable

from human_errors import (
    Family,
    base_of,
    below,
    is_rate,
    mixed,
    onward,
    rounded,
    single,
    stale,
    table_of,
    typed,
    updated,
)
from structures import Figures, Made

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address


def brought_up(made: Made, where: Address, rng: random.Random) -> Fraction:
    """Another figure of the same size, as an earlier or later state of it."""
    return max(Fraction(0), updated(made.figures[where], step(made.places[where]), rng, False))


def brought_up_far(made: Made, where: Address, rng: random.Random) -> Fraction:
    """A figure of another size, as round as this one: a budget cut to a third, or doubled."""
    unit, value = step(made.places[where]), made.figures[where]
    digits = str(int(abs(value) / unit))
    unit *= 10 ** (len(digits) - max(1, len(digits.rstrip("0"))))
    fresh = round(value * Fraction(round(1000 * 10 ** rng.uniform(-1, 1)), 1000) / unit) * unit
    return max(Fraction(0), fresh)


def only_root(which: str, part: float) -> Family:
    """The figure that was put in is left old; what rests on it is new, or a part of it is old."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        where = rng.choice(base_of(made))
        value = (brought_up if which == "near" else brought_up_far)(made, where, rng)
        follow = frozenset(c for c in below(made, {where}) if rng.random() < part)
        return made.reckoned({**made.figures, where: value}, follow)

    return act


def stale_far(made: Made, rng: random.Random) -> Figures | None:
    """A figure was brought up to date by much; all, or half, of what rests on it is old."""
    where = rng.choice(base_of(made))
    old = made.reckoned({**made.figures, where: brought_up_far(made, where, rng)})
    part = rng.choice((1.0, 0.5))
    left = {c for c in below(made, {where}) if rng.random() < part}
    return {**made.figures, **{c: old[c] for c in left}}


def as_people_update(by: Callable[[Fraction, Fraction, random.Random], Fraction]) -> Family:
    """One figure was brought up to date as people do; all, or most, of what rests on it is old."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        where = rng.choice(base_of(made))
        value, unit = made.figures[where], step(made.places[where])
        earlier = by(value, unit, rng)
        if earlier < 0 or earlier == value:
            return None
        old = made.reckoned({**made.figures, where: earlier})
        part = rng.choice((1.0, 0.7))
        left = {w for w in below(made, {where}) if rng.random() < part}
        return {**made.figures, **{w: old[w] for w in left}}

    return act


def by_round_amount(value: Fraction, unit: Fraction, rng: random.Random) -> Fraction:
    """So many millions came in or were moved, be it more than there was."""
    size = len(str(int(abs(value) / unit)))
    amount = rng.randint(1, 99) * unit * 10 ** rng.randint(max(0, size - 3), size)
    earlier = value + rng.choice((-1, 1)) * amount
    return earlier if earlier <= value * 50 else value  # so much more is no update


def twice_updated(made: Made, rng: random.Random) -> Figures | None:
    """A figure was brought up to date twice: some of the rest is of each of the three states."""
    where = rng.choice(base_of(made))
    states = [made.figures, *(
        made.reckoned({**made.figures, where: brought_up(made, where, rng)}) for _ in range(2)
    )]  # fmt: skip
    return {**made.figures, **{c: rng.choice(states)[c] for c in below(made, {where})}}


def sorted_alone(made: Made, rng: random.Random) -> Figures | None:
    """One column sorted by itself, with the others left in their order."""
    name, rows, columns = table_of(made, rng)
    cells = [[Address(name, row, c) for row in rows] for c in columns]
    cells = [column for column in cells if all(w in made.figures for w in column)]
    if not cells:
        return None
    column = rng.choice(cells)
    ordered = sorted((made.figures[w] for w in column), reverse=rng.random() < 0.7)
    return {**made.figures, **dict(zip(column, ordered, strict=True))}


def slid(made: Made, rng: random.Random) -> Figures | None:
    """A formula copied down with its second figure one row off, or with another column's."""
    name, rows, columns = table_of(made, rng)
    rated = [c for c in columns if is_rate(Address(name, rows[0], c))]
    kept = [c for c in columns if c not in rated]
    if not rated or len(kept) < 2:
        return None
    column, fresh = rng.choice(rated), dict(made.figures)
    above, under = rng.sample(kept, 2)
    by = rng.choice((0, 1, 1))
    first = 0 if rng.random() < 0.5 else rng.randrange(len(rows))
    every = made.rows[name]
    for i in range(first, len(rows)):
        where = Address(name, rows[i], column)
        up, down = Address(name, rows[i], above), Address(name, every[(i + by) % len(every)], under)
        if where in fresh and fresh.get(down) and up in fresh:
            fresh[where] = half_up(fresh[up] * 100 / fresh[down], made.places[where])
    return fresh


def without_signs(made: Made, rng: random.Random) -> Figures | None:
    """A column without the minus of its figures."""
    name, rows, columns = table_of(made, rng)
    lost = [c for c in columns if any(made.figures.get(Address(name, r, c), 0) < 0 for r in rows)]
    if not lost:
        return None
    column = rng.choice(lost)
    return {w: abs(v) if (w.table, w.column) == (name, column) else v
            for w, v in made.figures.items()}  # fmt: skip


def commas_lost(made: Made, rng: random.Random) -> Figures | None:
    """A column of decimals without its commas, in every row or in the first ones."""
    name, rows, columns = table_of(made, rng)
    fine = [c for c in columns if made.places.get(Address(name, rows[0], c))]
    if not fine:
        return None
    column, fresh = rng.choice(fine), dict(made.figures)
    for row in made.rows[name][: rng.randint(1, len(made.rows[name]))]:
        where = Address(name, row, column)
        if where in fresh:
            fresh[where] /= step(made.places[where])
    return fresh


def merged(made: Made, rng: random.Random) -> Figures | None:
    """A row was added to the next one and left empty, or left as it was; totals may follow."""
    name, rows, _ = table_of(made, rng)
    if len(rows) < 2:
        return None
    at, fresh = rng.randrange(len(rows) - 1), dict(made.figures)
    base, stays = set(base_of(made)), rng.random() < 0.5
    touched = set()
    for column in made.columns[name]:
        one, other = Address(name, rows[at], column), Address(name, rows[at + 1], column)
        if one in base and other in base:
            fresh[other] += fresh[one]
            fresh[one] = fresh[one] if stays else Fraction(0)
            touched |= {one, other}
    if not touched:
        return None
    follow = frozenset(w for w in below(made, touched) if w.row in rows[at : at + 2])
    return made.reckoned(fresh, follow if rng.random() < 0.7 else frozenset())


def rows_left_out(made: Made, rng: random.Random) -> Figures | None:
    """Totals over filtered rows only, and the rates of the total row reckoned with them."""
    name, rows, columns = table_of(made, rng)
    totals = [c for c in columns if not is_rate(Address(name, rows[0], c))
              and Address(name, "jumlah", c) in dict(made.steps)]  # fmt: skip
    if not totals or len(rows) < 4:
        return None
    hidden, fresh = rng.sample(rows, 2), dict(made.figures)
    some = totals if rng.random() < 0.5 else rng.sample(totals, 1)
    roots = {Address(name, "jumlah", c) for c in some}
    for where in roots:
        fresh[where] -= sum(fresh.get(where._replace(row=row), Fraction(0)) for row in hidden)
    follow = frozenset(w for w in below(made, roots) if w.row == "jumlah") - roots
    return made.reckoned(fresh, follow if rng.random() < 0.5 else frozenset())


def half_unit(made: Made, rng: random.Random) -> Figures | None:
    """From some row on a column is in thousands."""
    name, rows, columns = table_of(made, rng)
    column, fresh = rng.choice(columns), dict(made.figures)
    for row in made.rows[name][rng.randrange(len(rows)) :]:
        where = Address(name, row, column)
        if where in fresh:
            fresh[where] = half_up(fresh[where] / 1000, made.places[where])
    return fresh


def row_of_another(made: Made, rng: random.Random) -> Figures | None:
    """A whole row of another year, which agrees with itself; totals are this year's."""
    name, rows, columns = table_of(made, rng)
    row, old = rng.choice(rows), dict(made.figures)
    for where in (Address(name, row, c) for c in columns):
        if where in base_of(made):
            old[where] = brought_up(made, where, rng)
    old = made.reckoned(old)
    some = [c for c in columns if rng.random() < 0.8]
    return {**made.figures, **{w: old[w] for c in some if (w := Address(name, row, c)) in old}}


def other_base(made: Made, rng: random.Random) -> Figures | None:
    """One column's rates were reckoned before a column they rest on was brought up to date."""
    name, rows, columns = table_of(made, rng)
    rated = [c for c in columns if is_rate(Address(name, rows[0], c))]
    base = [c for c in columns if Address(name, rows[-1], c) in base_of(made)]
    if not rated or not base:
        return None
    column, rate, old = rng.choice(base), rng.choice(rated), dict(made.figures)
    for row in rows:
        where = Address(name, row, column)
        if where in old and rng.random() < 0.6:
            old[where] = brought_up(made, where, rng)
    old = made.reckoned(old)
    return {w: old[w] if w.column == rate else v for w, v in made.figures.items()}


def rounded_up(made: Made, rng: random.Random) -> Figures | None:
    """Every rate was rounded up, which some of them show."""
    fresh = dict(made.figures)
    for where, formula in made.steps:
        places = made.places[where]
        if where.table == "klaim":
            fresh[where] = formula(fresh)
        elif places and is_rate(where):
            fresh[where] = Fraction(-(-formula(made.figures) * 10**places // 1), 10**places)
    return fresh


def repeated_slip(made: Made, rng: random.Random) -> Figures | None:
    """The same two digits exchanged in a figure and in the total of its column."""
    inputs = [w for w in base_of(made) if w._replace(row="jumlah") in made.figures]
    if not inputs:
        return None
    where = rng.choice(inputs)
    fresh = dict(made.figures)
    for cell in (where, where._replace(row="jumlah")):
        value = typed("swapped")(made, cell, rng)
        fresh[cell] = fresh[cell] if value is None else value
    return fresh


BY_OFFICES: dict[str, tuple[str, Family]] = {
    "root left old": ("slip", only_root("near", 0.0)),
    "root left old, half": ("stale", only_root("near", 0.5)),
    "root left old, far": ("slip", only_root("far", 0.0)),
    "root left old, far, half": ("stale", only_root("far", 0.5)),
    "stale, far": ("stale", stale_far),
    "stale by a round amount": ("stale", as_people_update(by_round_amount)),
    "updated twice": ("stale", twice_updated),
    "sorted alone": ("act", sorted_alone),
    "formula slid": ("act", slid),
    "signs of a column lost": ("act", without_signs),
    "commas of a column lost": ("act", commas_lost),
    "row merged with the next": ("act", merged),
    "rows left out": ("act", rows_left_out),
    "thousands from a row on": ("act", half_unit),
    "row of another year": ("act", row_of_another),
    "rates on an old base": ("stale", other_base),
    "rounded up": ("act", rounded_up),
    "swapped in part and total": ("pair", repeated_slip),
    "doubled onward": ("onward", onward(typed("doubled"), 1.0)),
    "dropped half onward": ("onward", onward(typed("dropped"), 0.5)),
    "x1000 a third onward": ("onward", onward(typed("x1000"), 0.33)),
    "slip in a stale report": ("pair", mixed(single(typed("x10")), stale_far)),
    "slip beside an old root": ("pair", mixed(single(typed("doubled")), only_root("near", 0.0))),
    **{f"{kind} in a {how} report": ("slip", mixed(single(typed(kind)), rounded(way)))
       for kind in ("digit", "dropped", "doubled", "x10")
       for how, way in (("cut", "cut"), ("padded", "padded"))},
    "three old": ("stale", stale(lambda w, r: r.random() < 0.7, 3)),
}  # fmt: skip
