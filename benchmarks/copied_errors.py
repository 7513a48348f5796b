"""What copying and retyping do: digits that cross a border, blocks of another year, rows put in."""

from __future__ import annotations

import random
from itertools import pairwise

from human_errors import Family, base_of, below, is_rate, mixed, single, table_of, typed
from office_errors import brought_up
from structures import Figures, Made

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address


def _inputs(made: Made, name: str, rows: list[str], columns: list[str]) -> list[list[Address]]:
    """The columns of figures that were put in, each with its cells in these rows."""
    base = set(base_of(made))
    cells = ([w for r in rows if (w := Address(name, r, c)) in base] for c in columns)
    return [some for some in cells if some]


def across_a_border(made: Made, rng: random.Random) -> Figures | None:
    """The last digit of a figure and the first of the one beside it, each in the other's cell."""
    name, _, columns = table_of(made, rng)
    row = rng.choice(made.rows[name])
    cells = [w for c in columns if (w := Address(name, row, c)) in made.figures]
    if len(cells) < 2:
        return None
    at = rng.randrange(len(cells) - 1)
    left, right = cells[at : at + 2]
    texts = []
    for cell in (left, right):
        texts.append(str(int(abs(made.figures[cell]) / step(made.places[cell]))))
    here, there = texts
    if rng.random() < 0.5:  # one digit moved over, or two exchanged over the border
        here, there = here + there[:1], there[1:] or "0"
    else:
        here, there = here[:-1] + there[:1], here[-1:] + there[1:]
    fresh = dict(made.figures)
    for cell, text in ((left, here), (right, there)):
        sign = -1 if made.figures[cell] < 0 else 1
        fresh[cell] = sign * int(text or 0) * step(made.places[cell])
    return fresh


def total_into_a_part(made: Made, rng: random.Random) -> Figures | None:
    """The total of a column typed into one of its rows, alone or with the whole total row."""
    name, rows, columns = table_of(made, rng)
    pairs = [(Address(name, rng.choice(rows), c), Address(name, "jumlah", c)) for c in columns]
    pairs = [(to, source) for to, source in pairs if {to, source} <= made.figures.keys()]
    if not pairs:
        return None
    row = pairs[0][0].row
    some = [rng.choice(pairs)] if rng.random() < 0.6 else [
        (to._replace(row=row), source) for to, source in pairs
    ]  # fmt: skip
    return {**made.figures, **{to: made.figures[s] for to, s in some if to in made.figures}}


def part_over_total(made: Made, rng: random.Random) -> Figures | None:
    """A row copied over the total row, in one column or in all."""
    name, rows, columns = table_of(made, rng)
    row = rng.choice(rows)
    some = columns if rng.random() < 0.5 else [rng.choice(columns)]
    fresh = dict(made.figures)
    for to, source in ((Address(name, "jumlah", c), Address(name, row, c)) for c in some):
        if {to, source} <= fresh.keys():
            fresh[to] = made.figures[source]
    return fresh


def block_of_before(made: Made, rng: random.Random) -> Figures | None:
    """Some rows of one column that was put in are of another year; what rests on them is not."""
    name, rows, columns = table_of(made, rng)
    inputs = [some for some in _inputs(made, name, rows, columns) if len(some) > 2]
    if not inputs:
        return None
    cells = rng.choice(inputs)
    first = rng.randrange(len(cells) - 1)
    block = cells[first : rng.randrange(first + 2, len(cells) + 1)]
    fresh = {**made.figures, **{w: brought_up(made, w, rng) for w in block}}
    follow = frozenset(w for w in below(made, set(block)) if w.row in rows and is_rate(w))
    return made.reckoned(fresh, follow if rng.random() < 0.3 else frozenset())


def on_a_rounded_base(made: Made, rng: random.Random) -> Figures | None:
    """A column of rates reckoned from figures in rounded thousands."""
    name, rows, columns = table_of(made, rng)
    rated = [c for c in columns if is_rate(Address(name, rows[0], c))]
    if not rated:
        return None
    column, coarse = rng.choice(rated), rng.choice((100, 1000, 10_000))
    base = {w: Fraction(round(v / coarse) * coarse) if w in base_of(made) else v
            for w, v in made.figures.items()}  # fmt: skip
    fresh = made.reckoned(base)
    return {w: fresh[w] if w.column == column else v for w, v in made.figures.items()}


def row_put_in(made: Made, rng: random.Random) -> Figures | None:
    """A row was added, and some totals were not extended by it, or no total was."""
    name, rows, columns = table_of(made, rng)
    steps = dict(made.steps)
    totals = [w for c in columns if (w := Address(name, "jumlah", c)) in steps and not is_rate(w)]
    if not totals or len(rows) < 3:
        return None
    row = rng.choice(rows)
    some = totals if rng.random() < 0.4 else rng.sample(totals, max(1, len(totals) // 2))
    fresh = dict(made.figures)
    for where in some:
        fresh[where] -= fresh.get(where._replace(row=row), Fraction(0))
    follow = frozenset(below(made, set(some))) - set(some)
    return made.reckoned(fresh, follow if rng.random() < 0.5 else frozenset())


def unit_within(made: Made, rng: random.Random) -> Figures | None:
    """Between two rows a column is in another unit, in rounded thousands or in full."""
    name, rows, columns = table_of(made, rng)
    inputs = [some for some in _inputs(made, name, rows, columns) if len(some) > 2]
    if not inputs:
        return None
    cells, by = rng.choice(inputs), rng.choice((Fraction(1, 1000), Fraction(1000)))
    first = rng.randrange(len(cells) - 1)
    fresh = dict(made.figures)
    for cell in cells[first : first + 2]:
        fresh[cell] = half_up(fresh[cell] * by, made.places[cell])
    return fresh


def signs_turned(made: Made, rng: random.Random) -> Figures | None:
    """Every figure of one column that was reckoned with its sign turned, its total apart or not."""
    name, rows, columns = table_of(made, rng)
    reckoned = [c for c in columns if Address(name, rows[0], c) in dict(made.steps)]
    if not reckoned:
        return None
    column = rng.choice(reckoned)
    every = made.rows[name] if rng.random() < 0.5 else rows
    return {w: -v if (w.table, w.column) == (name, column) and w.row in every else v
            for w, v in made.figures.items()}  # fmt: skip


def row_taken_out(made: Made, rng: random.Random) -> Figures | None:
    """One row's figures were put into another, whose own were lost; totals are as they were."""
    name, rows, columns = table_of(made, rng)
    if len(rows) < 3:
        return None
    at = rng.randrange(len(rows) - 1)
    fresh = dict(made.figures)
    for column in columns:
        cells = [Address(name, row, column) for row in rows[at:]]
        if all(cell in fresh for cell in cells):
            for to, source in pairwise(cells):
                fresh[to] = made.figures[source]
            fresh[cells[-1]] = Fraction(0)
    return fresh


def one_table_in_thousands(made: Made, rng: random.Random) -> Figures | None:
    """Nothing is wrong: what was put in to one table is rounded, and all was reckoned with it."""
    name, _, columns = table_of(made, rng)
    cells = [w for some in _inputs(made, name, made.rows[name], columns) for w in some]
    if not cells or any(made.figures[w] < 10**6 or made.places[w] for w in cells):
        return None
    coarse = {w: Fraction(round(made.figures[w] / 1000) * 1000) for w in cells}
    return made.reckoned({**made.figures, **coarse})


def from_another_line(made: Made, rng: random.Random) -> Figures | None:
    """A figure of another row, with one digit of its own: retyped from the wrong line."""
    name, rows, columns = table_of(made, rng)
    inputs = [some for some in _inputs(made, name, rows, columns) if len(some) > 2]
    if not inputs:
        return None
    cells = rng.choice(inputs)
    to, source = rng.sample(cells, 2)
    value = typed("digit")(made, source, rng)
    return None if value is None else {**made.figures, to: value}


BY_COPYING: dict[str, tuple[str, Family]] = {
    "digit over a border": ("act", across_a_border),
    "total typed into a part": ("act", total_into_a_part),
    "row copied over the total": ("act", part_over_total),
    "block of another year": ("act", block_of_before),
    "rates on a rounded base": ("act", on_a_rounded_base),
    "row put in, totals not extended": ("act", row_put_in),
    "another unit between two rows": ("act", unit_within),
    "signs of a column turned": ("act", signs_turned),
    "rows moved up over one": ("act", row_taken_out),
    "one table in thousands": ("sound", one_table_in_thousands),
    "retyped from another line": ("slip", from_another_line),
    "dropped beside a block": ("pair", mixed(single(typed("dropped")), block_of_before)),
}
