"""What a spreadsheet, a form on the web and a changed budget do to a report."""

from __future__ import annotations

import random

from human_errors import (
    Family,
    base_of,
    below,
    exchanged,
    is_rate,
    mixed,
    onward,
    single,
    stale,
    table_of,
    typed,
)
from office_errors import brought_up, brought_up_far
from structures import Figures, Made

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address


def _inputs(made: Made, name: str, rows: list[str], columns: list[str]) -> dict[str, list[Address]]:
    """The figures that were put in, column by column."""
    base = set(base_of(made))
    found = {c: [w for r in rows if (w := Address(name, r, c)) in base] for c in columns}
    return {column: cells for column, cells in found.items() if cells}


def sorted_inputs(made: Made, rng: random.Random) -> Figures | None:
    """Names and inputs sorted by one column; what was reckoned, as values, stays in its order."""
    name, rows, columns = table_of(made, rng)
    inputs = _inputs(made, name, rows, columns)
    whole = [c for c, cells in inputs.items() if len(cells) == len(rows)]
    if not whole or len(rows) < 3:
        return None
    by = rng.choice(whole)
    order = sorted(rows, key=lambda row: made.figures[Address(name, row, by)], reverse=True)
    some = whole if rng.random() < 0.5 else [by]
    return {**made.figures, **{
        Address(name, to, c): made.figures[Address(name, source, c)]
        for c in some for to, source in zip(rows, order, strict=True)}}  # fmt: skip


def values_pasted(made: Made, rng: random.Random) -> Figures | None:
    """Formulas of half a column were pasted over by values; then the inputs were brought up."""
    name, rows, columns = table_of(made, rng)
    reckoned = [c for c in columns if Address(name, rows[0], c) in dict(made.steps)]
    inputs = [w for cells in _inputs(made, name, rows, columns).values() for w in cells]
    if not reckoned or not inputs:
        return None
    column, old = rng.choice(reckoned), dict(made.figures)
    for where in inputs:
        if rng.random() < 0.6:
            old[where] = brought_up(made, where, rng)
    old = made.reckoned(old)
    some = rows[: rng.randint(1, len(rows))]
    frozen = [w for row in some if (w := Address(name, row, column)) in old]
    fresh = {**made.figures, **{w: old[w] for w in frozen}}
    follow = frozenset(below(made, set(frozen))) if rng.random() < 0.5 else frozenset()
    return made.reckoned(fresh, follow - set(frozen))


def thousands_before_sums(made: Made, rng: random.Random) -> Figures | None:
    """Nothing is wrong: amounts in thousands, and totals of what is printed or of what was not."""
    amounts = [w for w, v in made.figures.items() if "rupiah" in _unit(made, w)]
    if len(amounts) < 4 or any(made.figures[w] < 10**6 for w in amounts):
        return None
    inputs = set(amounts) & set(base_of(made))
    fresh = {w: Fraction(round(v / 1000) * 1000) if w in inputs else v
             for w, v in made.figures.items()}  # fmt: skip
    return made.reckoned(fresh)


def _unit(made: Made, where: Address) -> str:
    return "" if where.table == "klaim" else str(made.columns[where.table][where.column]["satuan"])


def filtered_fill(made: Made, rng: random.Random) -> Figures | None:
    """A figure was filled down over the rows a filter showed, and over those it hid."""
    name, rows, columns = table_of(made, rng)
    inputs = _inputs(made, name, rows, columns)
    if not inputs or len(rows) < 3:
        return None
    cells = inputs[rng.choice(sorted(inputs))]
    if len(cells) < 3:
        return None
    first = rng.randrange(len(cells) - 2)
    last = rng.randrange(first + 1, len(cells))
    fresh = {**made.figures, **dict.fromkeys(cells[first : last + 1], made.figures[cells[first]])}
    follow = frozenset(w for w in below(made, set(cells)) if w.row in rows)
    return made.reckoned(fresh, follow if rng.random() < 0.5 else frozenset())


def row_emptied(made: Made, rng: random.Random) -> Figures | None:
    """A programme was taken out, its row says nought, and totals or shares still count it."""
    name, rows, columns = table_of(made, rng)
    row = rng.choice(rows)
    cells = {w for c in columns if (w := Address(name, row, c)) in made.figures}
    if len(rows) < 3 or any(w.row == row for w in made.figures if w not in cells):
        return None
    fresh = {w: Fraction(0) if w in cells else v for w, v in made.figures.items()}
    follow = frozenset(w for w in below(made, cells) if rng.random() < 0.3) - cells
    return made.reckoned(fresh, follow)


def budget_change(made: Made, rng: random.Random) -> Figures | None:
    """Amounts were shifted between rows; some rows, some totals and some rates were not changed."""
    name, rows, columns = table_of(made, rng)
    inputs = {c: cells for c, cells in _inputs(made, name, rows, columns).items() if len(cells) > 1}
    if not inputs:
        return None
    cells, old = inputs[rng.choice(sorted(inputs))], dict(made.figures)
    for _ in range(rng.randint(1, 3)):
        source, to = rng.sample(cells, 2)
        amount = old[source] * rng.randint(5, 60) // 100
        old[source], old[to] = old[source] - amount, old[to] + amount
    old = made.reckoned(old)
    part = rng.choice((0.3, 0.6, 1.0))
    left = {w for w in old if old[w] != made.figures[w] and rng.random() < part}
    return {**made.figures, **{w: old[w] for w in left}}


def columns_along(made: Made, rng: random.Random) -> Figures | None:
    """Every column one place to the left, as when a year was added before the first."""
    name, rows, columns = table_of(made, rng)
    alike = [c for c in columns if _unit(made, Address(name, rows[0], c))
             == _unit(made, Address(name, rows[0], columns[0]))]  # fmt: skip
    if len(alike) < 2:
        return None
    by, fresh = rng.choice((1, -1)), dict(made.figures)
    every = made.rows[name] if rng.random() < 0.5 else rows
    for row in every:
        for i, column in enumerate(alike):
            here = Address(name, row, column)
            there = Address(name, row, alike[(i + by) % len(alike)])
            if here in fresh and there in fresh:
                fresh[here] = made.figures[there]
    return fresh


def of_another_total(made: Made, rng: random.Random) -> Figures | None:
    """A column of rates in percent of another total: of a subtotal, of last year, of one row."""
    name, rows, columns = table_of(made, rng)
    rated = [c for c in columns if is_rate(Address(name, rows[0], c))]
    if not rated:
        return None
    column, wrong = rng.choice(rated), Fraction(rng.randint(300, 2500), 1000)
    fresh = dict(made.figures)
    cells = {w for row in rows if (w := Address(name, row, column)) in fresh}
    for where in cells:
        fresh[where] = half_up(fresh[where] / wrong, made.places[where])
    follow = frozenset(below(made, cells)) - cells
    return made.reckoned(fresh, follow if rng.random() < 0.5 else frozenset())


def falls_as_rises(made: Made, rng: random.Random) -> Figures | None:
    """Every fall of the report printed as a rise."""
    fresh = {w: abs(v) if made.places[w] or w.column in ("tambah", "sisa") else v
             for w, v in made.figures.items()}  # fmt: skip
    return fresh


def half_form(made: Made, rng: random.Random) -> Figures | None:
    """A web form kept the last quarter's entry in some rows; its own sums follow, no rate does."""
    name, rows, columns = table_of(made, rng)
    old = dict(made.figures)
    for cells in _inputs(made, name, rows, columns).values():
        for where in cells:
            if rng.random() < 0.4:
                old[where] = brought_up_far(made, where, rng)
    old = made.reckoned(old)
    return {w: v if is_rate(w) or w.table == "klaim" else old[w] for w, v in made.figures.items()}


def double_rounding(made: Made, rng: random.Random) -> Figures | None:
    """Nothing is wrong: rates were rounded to four decimals, and those to what is printed."""
    fresh = dict(made.figures)
    for where, formula in made.steps:
        value = formula(fresh)
        places = made.places[where]
        fresh[where] = half_up(half_up(value, places + 2) if places else value, places)
    return fresh


BY_SHEETS: dict[str, tuple[str, Family]] = {
    "inputs sorted": ("act", sorted_inputs),
    "values pasted over formulas": ("stale", values_pasted),
    "thousands before sums": ("sound", thousands_before_sums),
    "filled down under a filter": ("act", filtered_fill),
    "row emptied, total kept": ("act", row_emptied),
    "budget change half applied": ("stale", budget_change),
    "columns one along": ("act", columns_along),
    "percent of another total": ("act", of_another_total),
    "falls as rises": ("act", falls_as_rises),
    "form of another quarter": ("stale", half_form),
    "rounded twice": ("sound", double_rounding),
    "x10 onward in part": ("onward", onward(typed("x10"), 0.7)),
    "sign onward": ("onward", onward(typed("sign"), 0.6)),
    "x100 on an old base": ("pair", mixed(single(typed("x100")), stale(lambda w, r: is_rate(w)))),
    "digit beside rows exchanged": ("pair", mixed(single(typed("digit")), exchanged("rows"))),
}
