"""Figures and rows of which nothing is printed, and totals of a later state that look misadded."""

from __future__ import annotations

import random

from human_errors import Family, base_of, single, table_of, typed
from structures import Figures, Made

from lkjip_analysis.report.tables import Address


def left_out(many: int) -> Family:
    """Figures that were put in to a table print nothing; what rests on them was reckoned before."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        cells = [w for w in base_of(made) if w.table != "klaim" and made.figures[w]]
        if len(cells) < many:
            return None
        gone = set(rng.sample(cells, many))
        return {where: value for where, value in made.figures.items() if where not in gone}

    return act


def row_left_out(made: Made, rng: random.Random) -> Figures | None:
    """A whole row prints nothing; the totals know it."""
    name, rows, columns = table_of(made, rng)
    row = rng.choice(rows)
    gone = {Address(name, row, column) for column in columns} & made.figures.keys()
    some = any(made.figures[where] for where in gone)
    return {w: v for w, v in made.figures.items() if w not in gone} if some else None


def slip_beside_an_empty_cell(made: Made, rng: random.Random) -> Figures | None:
    """One figure prints nothing, another has a wrong digit."""
    gone, slipped = left_out(1)(made, rng), single(typed("digit"))(made, rng)
    return {where: slipped[where] for where in gone} if gone and slipped else None


def total_of_a_doubled_row(made: Made, rng: random.Random) -> Figures | None:
    """A row came to twice as much; only one total of it is new, all the rest is of before."""
    totals = [where for where, _ in made.steps if where.row == "jumlah" and not made.places[where]]
    if not totals:
        return None
    total = rng.choice(totals)
    near = [w for w in base_of(made) if (w.table, w.column) == (total.table, total.column)]
    near = [where for where in near if made.figures[where] % 2 == 0]
    if not near:
        return None
    where = rng.choice(near)
    old = made.reckoned({**made.figures, where: made.figures[where] / 2})
    return {**old, total: made.figures[total]}


BY_LEAVING_OUT: dict[str, tuple[str, Family]] = {
    "figure left out": ("slip", left_out(1)),
    "two figures left out": ("pair", left_out(2)),
    "row left out": ("act", row_left_out),
    "slip beside an empty cell": ("pair", slip_beside_an_empty_cell),
    "total of a doubled row": ("stale", total_of_a_doubled_row),
}
