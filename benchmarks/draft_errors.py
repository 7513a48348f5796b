"""What drafts, other sources and other hands do: files saved over, budgets of two dates, audits."""

from __future__ import annotations

import random
from collections.abc import Iterable

from human_errors import Family, base_of, below, is_rate, table_of
from office_errors import brought_up
from source_errors import carried, parts_of
from structures import Figures, Made

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.written import half_up
from lkjip_analysis.report.tables import Address


def _earlier(made: Made, roots: Iterable[Address], rng: random.Random) -> Figures:
    """The whole report as it would be, were these figures of another state."""
    return made.reckoned({**made.figures, **{w: brought_up(made, w, rng) for w in roots}})


def _column_inputs(made: Made, rng: random.Random) -> list[Address]:
    """The figures of one column that were put in."""
    name, _, _ = table_of(made, rng)
    base = [w for w in base_of(made) if w.table == name]
    if not base:
        return []
    column = rng.choice(base).column
    return [w for w in base if w.column == column]


def saved_over(made: Made, rng: random.Random) -> Figures | None:
    """Last year's file was saved over up to some row or column; what follows is still its own."""
    old = _earlier(made, base_of(made), rng)
    name, _, _ = table_of(made, rng)
    rows, columns = made.rows[name], list(made.columns[name])
    by_rows, at = rng.random() < 0.5, rng.random()
    kept = rows[int(at * len(rows)) :] if by_rows else columns[int(at * len(columns)) :]
    return {w: old[w] if w.table == name and (w.row if by_rows else w.column) in kept else v
            for w, v in made.figures.items()}  # fmt: skip


def total_row_of_a_draft(made: Made, rng: random.Random) -> Figures | None:
    """The total row, its rates with it, is of an older draft; some of its figures were renewed."""
    roots = rng.sample(base_of(made), min(rng.randint(1, 3), len(base_of(made))))
    old = _earlier(made, roots, rng)
    last = {made.rows[name][-1] for name in made.rows} | {"jumlah", "semua"}
    left = {w for w in below(made, set(roots)) if w.row in last and rng.random() < 0.8}
    return {**made.figures, **{w: old[w] for w in left}}


def left_out_of_one_table(made: Made, rng: random.Random) -> Figures | None:
    """A district is missing in every sum and rate of one table, its own row or not."""
    name, rows, _ = table_of(made, rng)
    row = rng.choice(rows)
    lost = [w for w in base_of(made) if (w.table, w.row) == (name, row)]
    if len(rows) < 3 or not lost:
        return None
    without = made.reckoned({**made.figures, **dict.fromkeys(lost, Fraction(0))})
    part = rng.choice((0.6, 1))
    return {w: without[w] if w.table == name and w.row != row and rng.random() < part else v
            for w, v in made.figures.items()}  # fmt: skip


def budget_of_two_dates(made: Made, rng: random.Random) -> Figures | None:
    """One column was changed in the year: some columns and tables follow the earlier amounts."""
    inputs = _column_inputs(made, rng)
    if not inputs:
        return None
    old = _earlier(made, (w for w in inputs if rng.random() < 0.7), rng)
    lines = sorted({(w.table, w.column) for w in made.figures if old[w] != made.figures[w]})
    if not lines:
        return None
    left = set(rng.sample(lines, rng.randint(1, len(lines))))
    return {w: old[w] if (w.table, w.column) in left else v for w, v in made.figures.items()}


def rounded_in_stages(made: Made, rng: random.Random) -> Figures | None:
    """Means and rates of one kind reckoned from figures that were rounded to whole ones before."""
    name, _, _ = table_of(made, rng)
    rates = [w for w, _ in made.steps if w.table == name and is_rate(w)]
    if not rates:
        return None
    column = rng.choice(rates).column
    whole = {w: half_up(v, 0) for w, v in made.figures.items()}
    staged = made.reckoned(whole)
    return {w: staged[w] if w in rates and w.column == column else v
            for w, v in made.figures.items()}  # fmt: skip


def of_another_source(made: Made, rng: random.Random) -> Figures | None:
    """Rates on a base that another source tells, one to four percent apart, in some of the rows."""
    rates = [w for w, _ in made.steps if is_rate(w) and w.table in made.rows]
    if not rates:
        return None
    one, by = rng.choice(rates), Fraction(1000 + rng.choice((-1, 1)) * rng.randint(8, 40), 1000)
    part = rng.choice((0.4, 1))
    some = [w for w in rates if (w.table, w.column) == (one.table, one.column)
            and (w == one or rng.random() < part)]  # fmt: skip
    changes = {w: half_up(made.figures[w] * by, made.places[w]) for w in some}
    return carried(made, changes, rng.choice((0, 0.5, 1)), rng)


def indicators_exchanged(made: Made, rng: random.Random) -> Figures | None:
    """Two rows exchanged in some columns beside one another, reckoned ones among them."""
    name, rows, columns = table_of(made, rng)
    if len(rows) < 2 or len(columns) < 2:
        return None
    (one, other), first = rng.sample(rows, 2), rng.randrange(len(columns) - 1)
    some = columns[first : rng.randint(first + 2, len(columns))]
    pairs = [(Address(name, one, c), Address(name, other, c)) for c in some]
    changes = {w: made.figures[v] for a, b in pairs for w, v in ((a, b), (b, a))
               if {a, b} <= made.figures.keys()}  # fmt: skip
    return carried(made, changes, rng.choice((0, 0.3)), rng)


def of_another_agency(made: Made, rng: random.Random) -> Figures | None:
    """A table of another agency, right in itself, or but for its total row or one column."""
    other = _earlier(made, base_of(made), rng)
    name, _, columns = table_of(made, rng)
    kept = rng.choice([None, "jumlah", rng.choice(columns)])
    return {w: other[w] if w.table == name and kept not in (w.row, w.column) else v
            for w, v in made.figures.items()}  # fmt: skip


def comma_as_thousands(made: Made, rng: random.Random) -> Figures | None:
    """Some decimals of a column were read as thousands, and summed so; a part of the rest too."""
    fine = [w for w in base_of(made) if made.places[w]]
    if not fine:
        return None
    column = rng.choice(fine).column
    some = [w for w in fine if w.column == column and rng.random() < 0.5]
    changes = {w: made.figures[w] / step(made.places[w]) for w in some}
    return carried(made, changes, rng.choice((0.3, 0.7, 1)), rng)


def capped_by_hand(made: Made, rng: random.Random) -> Figures | None:
    """Every rate above 100, or some, printed as 100; the mean is of the capped or the others."""
    over = [w for w, _ in made.steps if is_rate(w) and made.figures[w] > 100]
    some = [w for w in over if rng.random() < 0.7]
    if not some:
        return None
    changes = dict.fromkeys(some, Fraction(rng.choice((100, 100, 120))))
    return carried(made, changes, rng.choice((0, 0, 1)), rng)


def mean_without_one(made: Made, rng: random.Random) -> Figures | None:
    """A mean or a rate of the whole leaves a row out, and what rests on it was reckoned with it."""
    whole = [w for w, _ in made.steps if is_rate(w) and w.row in ("jumlah", "semua")]
    whole += [w for w, _ in made.steps if w.column == "nilai" and w.row in ("x", "y", "semua")]
    if not whole:
        return None
    where = rng.choice(whole)
    roots = [w for w in base_of(made) if w.table == where.table and where in below(made, {w})]
    if not roots:
        return None
    row = rng.choice(roots).row
    lost = {w: Fraction(0) for w in roots if w.row == row}
    value = made.reckoned({**made.figures, **lost})[where]
    return carried(made, {where: value}, rng.choice((0, 0.5, 1)), rng)


def eleven_months(made: Made, rng: random.Random) -> Figures | None:
    """One column holds eleven months, with its sums; rates and sentences the whole year, or some"""
    inputs = _column_inputs(made, rng)
    if not inputs:
        return None
    changes = {w: half_up(made.figures[w] * rng.randint(850, 960) / 1000, made.places[w])
               for w in inputs}  # fmt: skip
    fresh, part = made.reckoned({**made.figures, **changes}), rng.choice((0, 0, 0.4))
    own = {(w.table, w.column) for w in inputs}
    return {w: fresh[w] if (w.table, w.column) in own or rng.random() < part else v
            for w, v in made.figures.items()}  # fmt: skip


def audited(rates: bool, follow: float) -> Family:
    """A reckoned figure was corrected after an audit; what it is reckoned from is old."""

    def act(made: Made, rng: random.Random) -> Figures | None:
        roots = rng.sample(base_of(made), min(rng.randint(1, 2), len(base_of(made))))
        old = _earlier(made, roots, rng)
        found = [w for w in below(made, set(roots)) if bool(made.places[w]) == rates]
        if not found:
            return None
        where = rng.choice(found)
        new = {w for w in below(made, {where}) if rng.random() < follow}
        copies = {w for w, source in made.copied if source == where and rng.random() < 0.5}
        return {w: v if w in {where, *new, *copies} else old[w] for w, v in made.figures.items()}

    return act


def two_halves(made: Made, rng: random.Random) -> Figures | None:
    """Two people brought up half of the rows each; the totals are of one state or the other."""
    name, rows, _ = table_of(made, rng)
    roots = [w for w in base_of(made) if w.table == name]
    if not roots or len(rows) < 2:
        return None
    old = _earlier(made, roots, rng)
    half = set(rng.sample(rows, len(rows) // 2))
    states = (made.figures, old)
    return {w: old[w] if w.table == name and w.row in half
            else v if w.table == name and w.row in rows else rng.choice(states)[w]
            for w, v in made.figures.items()}  # fmt: skip


def corrected_cell(made: Made, rng: random.Random) -> Figures | None:
    """A cell was corrected with all but its sentences and one or two figures more."""
    where = rng.choice(base_of(made))
    old = _earlier(made, [where], rng)
    rest = below(made, {where})
    left = {w for w in rest if w.table == "klaim"}
    left |= set(rng.sample(rest, min(rng.randint(1, 2), len(rest))))
    return {**made.figures, **{w: old[w] for w in left}}


def draft_of_a_part(made: Made, rng: random.Random) -> Figures | None:
    """One sum was typed from a draft together with all that is reckoned from it."""
    sums = parts_of(made)
    if not sums:
        return None
    where = rng.choice(sorted(sums))
    return carried(made, {where: brought_up(made, where, rng)}, rng.choice((0.5, 0.8, 1)), rng)


BY_DRAFTS: dict[str, tuple[str, Family]] = {
    "file of last year saved over": ("act", saved_over),
    "total row of a draft": ("stale", total_row_of_a_draft),
    "left out of one table": ("act", left_out_of_one_table),
    "budget of two dates": ("stale", budget_of_two_dates),
    "rounded in stages": ("act", rounded_in_stages),
    "rate of another source": ("act", of_another_source),
    "indicators exchanged": ("act", indicators_exchanged),
    "table of another agency": ("act", of_another_agency),
    "comma as thousands, summed": ("act", comma_as_thousands),
    "capped by hand": ("act", capped_by_hand),
    "mean without one row": ("onward", mean_without_one),
    "eleven months": ("stale", eleven_months),
    "amount audited": ("stale", audited(False, 0.5)),
    "rate audited": ("stale", audited(True, 0.5)),
    "rate alone audited": ("stale", audited(True, 0.0)),
    "two halves": ("stale", two_halves),
    "all but the sentence": ("stale", corrected_cell),
    "sum of a draft onward": ("onward", draft_of_a_part),
}
