"""Figures from a wrong source: another period, row, level or formula; results with a slip."""

from __future__ import annotations

import random
from collections.abc import Callable

from human_errors import Family, base_of, below, is_rate, mixed, onward, single, table_of, typed
from office_errors import brought_up
from structures import Figures, Made

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address

FORMULAS: dict[str, Callable[[Fraction], Fraction]] = {
    "fraction": lambda percent: percent / 100,
    "per thousand": lambda percent: percent * 10,
    "on the later year": lambda growth: growth * 100 / (100 + growth) if growth > -100 else growth,
    "less is better": lambda percent: 200 - percent,
}
"""What another formula gives where the right one gives so many percent."""


def parts_of(made: Made) -> dict[Address, list[Address]]:
    """Every figure that is a sum, with what it adds up."""
    names = {str(where): where for where in made.figures}
    sums = (rule for rule in made.rules if rule["jenis"] == "jumlah" and "bobot" not in rule)
    return {names[str(r["hasil"])]: [names[part] for part in r["bagian"]] for r in sums}  # type: ignore[attr-defined]


def carried(made: Made, changes: Figures, part: float, rng: random.Random) -> Figures:
    """These figures printed instead, with a part of what rests on them reckoned with them."""
    rest = below(made, set(changes))
    follow = frozenset(w for w in rest if w not in changes and rng.random() < part)
    return made.reckoned({**made.figures, **changes}, follow)


def part_for_whole(made: Made, rng: random.Random) -> Figures | None:
    """One quarter, or one row, typed where the year's or the table's sum belongs."""
    sums = parts_of(made)
    if not sums:
        return None
    where = rng.choice(sorted(sums))
    return carried(
        made, {where: made.figures[rng.choice(sums[where])]}, rng.choice((0, 0.5, 1)), rng
    )


def total_of_totals(made: Made, rng: random.Random) -> Figures | None:
    """A sum that takes in the parts of one of its parts beside it."""
    sums = parts_of(made)
    pairs = [(where, part) for where, parts in sums.items() for part in parts if part in sums]
    if not pairs:
        return None
    where, part = rng.choice(sorted(pairs))
    value = made.figures[where] + made.figures[part]
    return carried(made, {where: value}, rng.choice((0, 0.5, 1)), rng)


def middle_left_old(made: Made, rng: random.Random) -> Figures | None:
    """A part of a part was brought up to date and the grand total too; the level between is old."""
    sums = parts_of(made)
    middle = {p for parts in sums.values() for p in parts if p in sums}
    leaves = sorted(p for m in middle for p in sums[m] if p in set(base_of(made)))
    if not leaves:
        return None
    leaf = rng.choice(leaves)
    old = made.reckoned({**made.figures, leaf: brought_up(made, leaf, rng)})
    rows = {m.row for m in middle if leaf in sums[m]}
    both = rng.random() < 0.5
    left = {w for w in below(made, {leaf}) if w in middle or (both and w.row in rows)}
    return {**made.figures, **{w: old[w] for w in left}}


def result_onward(kind: str) -> Family:
    """A slip in a figure that was reckoned; all, or a part, of what rests on it follows."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        results = [w for w, _ in made.steps if below(made, {w})]
        if not results:
            return None
        where = rng.choice(results)
        value = typed(kind)(made, where, rng)
        return None if value is None else carried(made, {where: value}, rng.choice((1, 0.5)), rng)

    return act


def _rates(made: Made, rng: random.Random, many: bool) -> list[Address]:
    """One rate that was reckoned, or all of its column."""
    name, _, _ = table_of(made, rng)
    rates = [w for w, _ in made.steps if w.table == name and is_rate(w) and made.places[w]]
    if not rates:
        return []
    where = rng.choice(rates)
    return [w for w in rates if w.column == where.column] if many else [where]


def by_formula(kind: str, many: bool, only: tuple[str, ...] = ()) -> Family:
    """One rate, or a column of them, by another formula; a part of what rests on it follows."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        rates = _rates(made, rng, many)
        if not rates or (only and rates[0].column not in only):
            return None
        exact = {w: formula(made.figures) for w, formula in made.steps if w in rates}
        changes = {w: half_up(FORMULAS[kind](v), made.places[w]) for w, v in exact.items()}
        return carried(made, changes, 0 if kind == "fraction" else rng.choice((0, 0.5, 1)), rng)

    return act


def rate_of_another_row(made: Made, rng: random.Random) -> Figures | None:
    """A rate pasted over the one of another row; means and sentences follow it."""
    rates = _rates(made, rng, True)
    if len(rates) < 2:
        return None
    to, source = rng.sample(rates, 2)
    return carried(made, {to: made.figures[source]}, rng.choice((0.5, 1)), rng)


def amount_lost_in_merging(made: Made, rng: random.Random) -> Figures | None:
    """A row added to another and emptied, with one of its amounts forgotten."""
    name, rows, columns = table_of(made, rng)
    base = set(base_of(made))
    if len(rows) < 3:
        return None
    one, other = rng.sample(rows, 2)
    both = [(Address(name, one, c), Address(name, other, c)) for c in columns]
    both = [pair for pair in both if base.issuperset(pair)]
    if len(both) < 2:
        return None
    lost, changes = rng.choice(both), {}
    for gone, kept in both:
        changes[gone] = Fraction(0)
        if (gone, kept) != lost:
            changes[kept] = made.figures[kept] + made.figures[gone]
    return carried(made, changes, rng.choice((0.5, 1)), rng)


def other_shares_left(made: Made, rng: random.Random) -> Figures | None:
    """One figure, its total and its own rates are new; the rates of the other rows are old."""
    where = rng.choice(base_of(made))
    old = made.reckoned({**made.figures, where: brought_up(made, where, rng)})
    left = [w for w in below(made, {where}) if w.row not in (where.row, "jumlah")]
    return {**made.figures, **{w: old[w] for w in left}}


def reckoned_the_other_way(made: Made, rng: random.Random) -> Figures | None:
    """One row's results reckoned with two of its inputs exchanged: less pagu, growth from now."""
    name, rows, columns = table_of(made, rng)
    base, row = set(base_of(made)), rng.choice(rows)
    inputs = [w for c in columns if (w := Address(name, row, c)) in base]
    if len(inputs) < 2:
        return None
    one, other = rng.sample(inputs, 2)
    turned = {**made.figures, one: made.figures[other], other: made.figures[one]}
    new = made.reckoned(turned)
    own = {w: new[w] for w in below(made, {one, other}) if (w.table, w.row) == (name, row)}
    return carried(made, own, rng.choice((0, 0, 1)), rng) if own else None


def coarse_column(made: Made, rng: random.Random) -> Figures | None:
    """One column that was put in printed in round tens, or a column of rates without decimals."""
    name, rows, columns = table_of(made, rng)
    column, coarse, fresh = rng.choice(columns), rng.choice((10, 100)), dict(made.figures)
    for where in (Address(name, row, column) for row in rows):
        if where in fresh:
            unit = step(made.places[where]) * coarse
            fresh[where] = half_up(fresh[where] / unit, 0) * unit
    return fresh


def period_twice(made: Made, rng: random.Random) -> Figures | None:
    """A column holds the one before it, in all rows or with its total as well."""
    name, rows, columns = table_of(made, rng)
    base = set(base_of(made))
    inputs = [c for c in columns if Address(name, rows[-1], c) in base]
    if len(inputs) < 2:
        return None
    at = rng.randrange(1, len(inputs))
    every = made.rows[name] if rng.random() < 0.5 else rows
    pairs = [(Address(name, row, inputs[at]), Address(name, row, inputs[at - 1])) for row in every]
    changes = {to: made.figures[s] for to, s in pairs if {to, s} <= made.figures.keys()}
    return carried(made, changes, rng.choice((0, 0, 0.5)), rng)


def rounded_total(made: Made, rng: random.Random) -> Figures | None:
    """A sum typed in round thousands or millions; what rests on it was reckoned with that."""
    sums = [w for w in parts_of(made) if abs(made.figures[w]) > 10**5]
    if not sums:
        return None
    where = rng.choice(sorted(sums))
    coarse = 10 ** rng.randint(2, len(str(int(abs(made.figures[where])))) - 2)
    value = half_up(made.figures[where] / coarse, 0) * coarse
    return carried(made, {where: value}, rng.choice((0, 0.5, 1)), rng)


def only_the_sentence(made: Made, rng: random.Random) -> Figures | None:
    """The sentence, or the second table, is new; everything else is of an earlier state."""
    where = rng.choice(base_of(made))
    old = made.reckoned({**made.figures, where: brought_up(made, where, rng)})
    return {w: v if w.table in ("klaim", "ringkas") else old[w] for w, v in made.figures.items()}


def only_an_index_new(made: Made, rng: random.Random) -> Figures | None:
    """A mean or an index of a later evaluation; what it rests on and the sentence are old."""
    roots = rng.sample(base_of(made), min(rng.randint(1, 3), len(base_of(made))))
    old = made.reckoned({**made.figures, **{w: brought_up(made, w, rng) for w in roots}})
    new = [w for w in below(made, set(roots)) if w.column in ("indeks", "rerata", "naik")
           or w.row == "semua" or (w.row, w.column) == ("jumlah", "tertimbang")]  # fmt: skip
    kept = {w for w in new if rng.random() < 0.8}
    return {w: v if w in kept else old[w] for w, v in made.figures.items()} if kept else None


def not_rounded_between(made: Made, rng: random.Random) -> Figures | None:
    """Nothing is wrong: what rests on a rate was reckoned from it before it was rounded."""
    exact = dict(made.figures)
    for where, formula in made.steps:
        value = formula(exact)
        exact[where] = value if made.places[where] else half_up(value, 0)
    return {w: half_up(v, made.places[w]) for w, v in exact.items()}


def by_orders(made: Made, rng: random.Random) -> Figures | None:
    """What was hardly begun was paid in full, or a budget was cut to little; the rest is old."""
    where, part = rng.choice(base_of(made)), rng.choice((1, 0.6))
    unit, times = step(made.places[where]), Fraction(round(10 ** rng.uniform(4, 6)), 100)
    value = made.figures[where]
    earlier = half_up((value / times if rng.random() < 0.7 else value * times) / unit, 0) * unit
    old = made.reckoned({**made.figures, where: earlier})
    left = {w for w in below(made, {where}) if rng.random() < part}
    return {**made.figures, **{w: old[w] for w in left}}


def cancelled_in_totals(made: Made, rng: random.Random) -> Figures | None:
    """Nothing was spent after all: the row still shows an amount, and so does some of the rest."""
    nothing = [w for w in base_of(made) if made.figures[w] == 0]
    if not nothing:
        return None
    where = rng.choice(nothing)
    like = [made.figures[w] for w in base_of(made)
            if (w.table, w.row) == (where.table, where.row) and made.figures[w]]  # fmt: skip
    if not like:
        return None
    amount = half_up(rng.choice(like) * rng.randint(300, 1000) / 1000, made.places[where])
    old = made.reckoned({**made.figures, where: amount})
    part = rng.choice((0.3, 0.5, 0.8))
    left = {where, *(w for w in below(made, {where}) if rng.random() < part)}
    return {**made.figures, **{w: old[w] for w in left}}


BY_SOURCES: dict[str, tuple[str, Family]] = {
    "part typed for the whole": ("onward", part_for_whole),
    "total takes in a total": ("onward", total_of_totals),
    "middle level left old": ("stale", middle_left_old),
    "digit in a result onward": ("onward", result_onward("digit")),
    "swapped in a result onward": ("onward", result_onward("swapped")),
    "x10 in a result onward": ("onward", result_onward("x10")),
    "percent as a fraction": ("slip", by_formula("fraction", False)),
    "percents as fractions": ("act", by_formula("fraction", True)),
    "per thousand": ("onward", by_formula("per thousand", False)),
    "column per thousand": ("act", by_formula("per thousand", True)),
    "growth on the later year": (
        "onward", by_formula("on the later year", False, ("tumbuh", "naik"))),
    "column on the later year": (
        "act", by_formula("on the later year", True, ("tumbuh", "naik"))),
    "capaian by the other formula": ("onward", by_formula("less is better", False)),
    "rate of another row": ("onward", rate_of_another_row),
    "merged, an amount lost": ("act", amount_lost_in_merging),
    "other shares left old": ("stale", other_shares_left),
    "reckoned the other way": ("act", reckoned_the_other_way),
    "one column coarse": ("act", coarse_column),
    "period pasted twice": ("act", period_twice),
    "total typed rounded": ("onward", rounded_total),
    "only the sentence new": ("stale", only_the_sentence),
    "by orders of size": ("stale", by_orders),
    "cancelled in totals only": ("stale", cancelled_in_totals),
    "only an index new": ("stale", only_an_index_new),
    "not rounded between": ("sound", not_rounded_between),
    "percent as a fraction beside an old root": (
        "pair", mixed(by_formula("fraction", False), onward(typed("digit"), 0.5))),
    "digit beside a period twice": ("pair", mixed(single(typed("digit")), period_twice)),
}  # fmt: skip
