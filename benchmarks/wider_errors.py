"""More of what people do: rows left old, wrong formulas, blocks beside their place."""

from __future__ import annotations

import random

from human_errors import Family, base_of, below, is_rate, table_of, typed, updated
from structures import Figures, Made

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address


def row_left_old(totals_too: bool) -> Family:
    """A row as it was before its figures were brought up to date; everything else is new."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        name, rows, columns = table_of(made, rng)
        row = rng.choice(rows)
        base = [w for c in columns if (w := Address(name, row, c)) in base_of(made)]
        if not base:
            return None
        old = dict(made.figures)
        for where in base:
            old[where] = max(Fraction(0), updated(old[where], step(made.places[where]), rng, False))
        old = made.reckoned(old)
        left = {w for c in columns if (w := Address(name, row, c)) in old}
        if totals_too:
            left |= {w for w in below(made, set(base)) if w.row == "jumlah" and rng.random() < 0.5}
        return {**made.figures, **{w: old[w] for w in left}}

    return act


def row_copied(made: Made, rng: random.Random) -> Figures | None:
    """A row holds the figures of the row above it, in what was put in or in every column."""
    name, rows, columns = table_of(made, rng)
    if len(rows) < 2:
        return None
    at = rng.randrange(1, len(rows))
    some = columns if rng.random() < 0.5 else [
        c for c in columns if Address(name, rows[at], c) in base_of(made)
    ]  # fmt: skip
    fresh = dict(made.figures)
    for column in some:
        here, above = (Address(name, rows[i], column) for i in (at, at - 1))
        if here in fresh and above in fresh:
            fresh[here] = made.figures[above]
    return fresh


def beside(made: Made, rng: random.Random) -> Figures | None:
    """The figures of a row one column to the right of their place."""
    name, rows, columns = table_of(made, rng)
    row = rng.choice([*rows, *(["jumlah"] if "jumlah" in made.rows[name] else [])])
    cells = [w for c in columns if (w := Address(name, row, c)) in made.figures]
    if len(cells) < 3:
        return None
    first = rng.randrange(len(cells) - 2)
    fresh = dict(made.figures)
    for source, to in zip(cells[first:], cells[first + 1 :], strict=False):
        fresh[to] = half_up(made.figures[source], made.places[to])
    return fresh


def formula(kind: str) -> Family:
    """A whole column reckoned by a wrong formula, with its total row or without."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        name, rows, columns = table_of(made, rng)
        reckoned = [c for c in columns if Address(name, rows[0], c) in dict(made.steps)]
        chosen = [c for c in reckoned if is_rate(Address(name, rows[0], c)) == (kind != "sign")]
        if not chosen:
            return None
        column, fresh = rng.choice(chosen), dict(made.figures)
        every = [*rows, "jumlah"] if rng.random() < 0.7 else rows
        for where in (Address(name, row, column) for row in every):
            if fresh.get(where):
                value = fresh[where]
                told = {"sign": -value, "rest": 100 - value, "inverse": 10_000 / value}[kind]
                fresh[where] = half_up(told, made.places[where])
        return fresh

    return act


def mean_for_ratio(made: Made, rng: random.Random) -> Figures | None:
    """The rate of a total row is the mean of the rates above it, or their sum."""
    name, rows, columns = table_of(made, rng)
    rated = [c for c in columns if is_rate(Address(name, "jumlah", c))
             and Address(name, "jumlah", c) in made.figures]  # fmt: skip
    if not rated:
        return None
    column = rng.choice(rated)
    parts = [made.figures[w] for row in rows if (w := Address(name, row, column)) in made.figures]
    where = Address(name, "jumlah", column)
    value = sum(parts, Fraction(0)) / (len(parts) if rng.random() < 0.7 else 1)
    return {**made.figures, where: half_up(value, made.places[where])}


def twice_typed(kind: str) -> Family:
    """A slip that was copied: the figure and what repeats it, while nothing else follows."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        copies = {where: source for where, source in made.copied if where in made.figures}
        if not copies:
            return None
        where = rng.choice(sorted(copies))
        source = copies[where]
        value = typed(kind)(made, source, rng)
        same = {w for w, s in copies.items() if s == source}
        return value if value is None else {  # type: ignore[return-value]
            **made.figures, source: value, **dict.fromkeys(same, value)}  # fmt: skip

    return act


def in_thousands(made: Made, rng: random.Random) -> Figures | None:
    """A column rounded to thousands and written out in full; its total from the full figures."""
    name, rows, columns = table_of(made, rng)
    long = [c for c in columns if made.figures.get(Address(name, rows[0], c), 0) > 10**6]
    if not long:
        return None
    column, fresh = rng.choice(long), dict(made.figures)
    for where in (Address(name, row, column) for row in made.rows[name]):
        if where in fresh:
            fresh[where] = Fraction(round(fresh[where] / 1000) * 1000)
    return fresh


def column_update(part: float) -> Family:
    """A whole column brought up to date; its own totals follow, of the rest only a part."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        name, rows, columns = table_of(made, rng)
        base = [c for c in columns if Address(name, rows[-1], c) in base_of(made)]
        if not base:
            return None
        column, old = rng.choice(base), dict(made.figures)
        for where in (Address(name, row, column) for row in rows):
            if where in old:
                old[where] = max(
                    Fraction(0), updated(old[where], step(made.places[where]), rng, False)
                )
        roots = {Address(name, row, column) for row in rows} & old.keys()
        old = made.reckoned(old)
        left = {w for w in below(made, roots) if w.column != column and rng.random() >= part}
        return {**made.figures, **{w: old[w] for w in left}}

    return act


def rotated(made: Made, rng: random.Random) -> Figures | None:
    """Three rows of a column, each holding the next one's figure."""
    name, rows, columns = table_of(made, rng)
    base = [c for c in columns if Address(name, rows[-1], c) in base_of(made)]
    if len(rows) < 3 or not base:
        return None
    column, some, fresh = rng.choice(base), rng.sample(rows, 3), dict(made.figures)
    cells = [Address(name, row, column) for row in some]
    if any(cell not in fresh for cell in cells):
        return None
    for here, there in zip(cells, [*cells[1:], cells[0]], strict=True):
        fresh[here] = made.figures[there]
    return fresh


def sums_twice(made: Made, rng: random.Random) -> Figures | None:
    """A sum takes in a total beside its rows: the table's own sum doubled."""
    totals = [w for w, _ in made.steps if w.row == "jumlah" and w.table != "klaim"
              and not is_rate(w)]  # fmt: skip
    if not totals:
        return None
    where = rng.choice(totals)
    return {**made.figures, where: made.figures[where] * 2}


OTHERS: dict[str, tuple[str, Family]] = {
    "row left old": ("act", row_left_old(False)),
    "row left old, half": ("act", row_left_old(True)),
    "row copied": ("act", row_copied),
    "one column beside": ("act", beside),
    "sign of a column": ("act", formula("sign")),
    "rest of a rate": ("act", formula("rest")),
    "rate upside down": ("act", formula("inverse")),
    "mean for ratio": ("slip", mean_for_ratio),
    "digit in all copies": ("onward", twice_typed("digit")),
    "x10 in all copies": ("onward", twice_typed("x10")),
    "column in rounded thousands": ("act", in_thousands),
    "column updated": ("stale", column_update(0.0)),
    "column updated, half": ("stale", column_update(0.5)),
    "three rotated": ("act", rotated),
    "sum doubled": ("slip", sums_twice),
}
