"""The same figure in several tables: rows of one name, columns of one measure.

A table prints again what another printed: the target of the agreement, the achievement behind the
efficiency. Whether two columns are the same is told by their headings, or found by trying, and
believed for the rows that agree. Tables of one form (one for each goal) count together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations, islice, product

from lkjip_analysis.intake.document.changed_budgets import BEFORE
from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.relations.basis.chance import by_crossing
from lkjip_analysis.intake.relations.basis.figure_grid import Grid, value
from lkjip_analysis.intake.relations.basis.found_relation import RARE, SELDOM, FoundRelation
from lkjip_analysis.intake.relations.basis.measures import MEASURES, Measure, measure_of
from lkjip_analysis.intake.relations.between_tables.alike_rows import NamesApart, matched
from lkjip_analysis.intake.relations.between_tables.compared_columns import (
    Compared,
    Editions,
    Pair,
    editions,
    of_one_edition,
)
from lkjip_analysis.intake.relations.between_tables.differing_columns import (
    KIND,
    differing_columns,
    is_telling,
)
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed
from lkjip_analysis.numbers.same_figure import same_figure
from lkjip_analysis.numbers.slips import is_slip

LEAST, LEAST_BESIDE = 2, 3
"""Rows that must agree, and where another is accused by them."""
SPELLED = 0.88
"""So alike are the letters of two names of one thing: "obat esensial", "obat essensial"."""
FEW = 6
"""A copy with slips fails in fewer rows than one in so many."""
MOST, NEARLY_ALL = 0.6, 0.8
"""Of so many rows: where the headings say it, and where nothing does."""
PAIRS = 5_000
"""So many pairs of tables of two forms, or of one, are held against each other: the first of them
with all others first, so that of a hundred tables every pair is."""
SAME_UNIT = {"persen": "%", "rp.": "rp", "idr": "rp"}
MOST_PERCENT = 10_000
"""What is more is no percentage."""
PERIOD = re.compile(r"\b(?:19|20)\d\d\b|(?:triwulan|semester|tahap|misi|sasaran)\W+\w+")
"""What tells two tables of one form apart: their year, their quarter, their goal."""
OPPOSED = {Fraction(0), Fraction(100)}
"""No accident, and all without one: "tidak adanya kecelakaan" is 0 in one table, 100 in another."""
Form = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Copy:
    """Two columns of which one prints the other again in most rows."""

    pairs: tuple[Pair, ...]
    said: bool
    kept: int
    of: int
    chance: float

    @property
    def columns(self) -> tuple[str, str]:
        return self.pairs[0].columns

    @property
    def is_as_set_at_first(self) -> bool:
        """Does a heading say that its figures were changed later?"""
        grids = self.pairs[0].one, self.pairs[0].other
        told = zip(grids, self.columns, strict=True)
        return any(BEFORE.search(grid.column(name).head) for grid, name in told)

    def relations(self) -> Iterator[FoundRelation]:
        for pair in map(_called_alike, self.pairs):
            for part in _parts(pair):
                yield _relation(part, self.said, self.kept, self.of, self.chance)


def _is_of_another_column(copy: _Copy, others: Sequence[_Copy]) -> bool:
    """Does it fail in some rows, where another column prints the same one again in all?

    Targets that stayed the same from year to year look like copies of either year, and most that
    were set at first ("Semula") of those that they became.
    """
    fails = copy.of - copy.kept
    least = 1 if copy.is_as_set_at_first else 2
    if fails < least or (least > 1 and fails * FEW < copy.of):
        return False
    return any(
        sum(a == b for a, b in zip(copy.columns, other.columns, strict=True)) == 1
        and other.kept == other.of >= copy.of
        for other in others
    )


def repeated_figures(grids: Sequence[Grid], year: int) -> Iterator[FoundRelation]:
    """Columns that print what one of another table prints; one of another edition is told once."""
    apart: set[str] = set()
    for relation in _repeated(grids, year):
        cells = relation.entries.values() if relation.kind == KIND else ()
        ends = {f"{told.split('[')[0]}.{told.rpartition('.')[2]}" for told in cells}
        if apart.isdisjoint(ends):
            yield relation
        apart |= ends


def _repeated(grids: Sequence[Grid], year: int) -> Iterator[FoundRelation]:
    forms, apart, told = _forms(grids), NamesApart(grids), editions(grids, year)
    for one, other in combinations(forms, 2):
        pairs = islice(product(one, other), PAIRS)
        alike = ((a, b, apart.without(matched(a, b), a, b)) for a, b in pairs)
        shared = [(a, b, rows) for a, b, rows in alike if rows]
        columns = [(a.name, b.name) for a in one[0].columns for b in other[0].columns]
        yield from _copied(shared, columns, year, told)
    for form in forms:
        pairs = islice(combinations(form, 2), PAIRS)
        again = [(a, b, rows) for a, b in pairs if (rows := apart.without(_again(a, b), a, b))]
        yield from _copied(again, [(c.name, c.name) for c in form[0].columns], year, told)


def _again(one: Grid, other: Grid) -> Mapping[str, str]:
    """The rows that two tables of one form share, if they are the same table printed twice."""
    if PERIOD.findall(one.title.casefold()) != PERIOD.findall(other.title.casefold()):
        return {}
    rows = matched(one, other)
    return rows if len(rows) >= NEARLY_ALL * max(len(one.rows), len(other.rows)) else {}


def _copied(
    shared: Sequence[tuple[Grid, Grid, Mapping[str, str]]],
    columns: Sequence[tuple[str, str]],
    year: int,
    told: Editions,
) -> Iterator[FoundRelation]:
    every = (pair for names in columns if shared and (pair := _compared(shared, names, year)))
    compared = [of_one_edition(pair, told, _differ_by_a_slip) for pair in every]
    believed = [copy for one in compared if (copy := _believed(one))]
    for copy in believed:
        if not _is_of_another_column(copy, believed):
            yield from copy.relations()
    held = {copy.columns for copy in believed}
    for one in compared:
        if one.columns not in held:
            yield from differing_columns(one)


def _forms(grids: Iterable[Grid]) -> list[list[Grid]]:
    """The tables by their form: one for each goal, each with the same headings."""
    found: dict[tuple[Form, str], list[Grid]] = {}
    for grid in grids:
        form = tuple((c.name, re.sub(r"\s+", "", c.head).casefold()) for c in grid.columns)
        if form and grid.rows:
            found.setdefault((form, grid.sort), []).append(grid)
    return list(found.values())


def _compared(
    shared: Sequence[tuple[Grid, Grid, Mapping[str, str]]], columns: tuple[str, str], year: int
) -> Compared | None:
    """Two columns side by side; nothing where their headings say that they are not the same."""
    first, second = shared[0][0], shared[0][1]
    measures = _measure(first, columns[0], year), _measure(second, columns[1], year)
    if columns[0] == columns[1]:  # types may know by one name what is headed by two words
        measures = measures[0], replace(measures[1], word=measures[0].word)
    if measures[0].denies(measures[1]):
        return None
    pairs = tuple(Pair(a, b, columns, _prints(a, b, columns, rows)) for a, b, rows in shared)
    return Compared(pairs, measures, year)


def _believed(compared: Compared) -> _Copy | None:
    prints, measures = compared.prints, compared.measures
    kept = sum(same_figure(*pair) for pair in prints)
    said = measures[0].says(measures[1])
    fails = kept < len(prints)
    least = LEAST_BESIDE if fails else LEAST
    # A target may be another in the plan of five years than in the agreement of one.
    once = measures[0].word != "target" or _differ_by_a_slip(prints)
    share = MOST if said and once else NEARLY_ALL
    if kept < max(least, share * len(prints)):
        return None
    chance = by_crossing(prints, same_figure, kept)
    if not said and (chance > SELDOM or measures[0].percent != measures[1].percent):
        return None
    if said and fails and chance > RARE:  # what agrees everywhere accuses nobody
        return None
    return _Copy(compared.pairs, said, kept, len(prints), chance)


def _differ_by_a_slip(prints: Sequence[tuple[Printed, Printed]]) -> bool:
    """Is all that differs one figure of many digits, by one of them: 61,32 and 61,34? Who sets
    another target seldom ends so near the one before, and sets round ones."""
    differing = [pair for pair in prints if not same_figure(*pair)]
    if len(differing) != 1:
        return False
    one, other = differing[0]
    telling = all(is_telling(printed) for printed in (one, other))
    return telling and is_slip(one, value(other))


def _called_alike(pair: Pair) -> Pair:
    """Of two tables of which no row agrees, the rows of which a letter at most is written
    otherwise: they may be two others than those of one form with them that print the same."""
    if any(same_figure(one, other) for _, _, one, other in pair.rows):
        return pair
    rows = (row for row in pair.rows if _is_spelled_alike(pair, row[0], row[1]))
    return replace(pair, rows=tuple(rows))


def _is_spelled_alike(pair: Pair, one: str, other: str) -> bool:
    told = (pair.one.names.get(one, ""), pair.other.names.get(other, ""))
    first, second = (" ".join(sorted(words(name))) for name in told)
    return SequenceMatcher(None, first, second).ratio() >= SPELLED


def _parts(pair: Pair) -> Iterator[Pair]:
    """The rows of one key as one, each row of two keys by itself, as a rule names them."""
    if same := tuple(row for row in pair.rows if row[0] == row[1]):
        yield replace(pair, rows=same)
    for row in pair.rows:
        if row[0] != row[1]:
            yield replace(pair, rows=(row,))


def _measure(grid: Grid, column: str, year: int) -> Measure:
    told = grid.column(column)
    measure = measure_of(told.head, grid.title, told.is_percent, year)
    # A type knows what it calls so, whatever little its heading says: "%" of a table of capaian.
    return replace(measure, word=column) if not measure.word and column in MEASURES else measure


def _prints(
    one: Grid, other: Grid, columns: tuple[str, str], rows: Mapping[str, str]
) -> tuple[tuple[str, str, Printed, Printed], ...]:
    left, right = columns
    shown = (
        (a, b, one.rows[a][left], other.rows[b][right])
        for a, b in rows.items()
        if left in one.rows[a] and right in other.rows[b]
    )
    return tuple(row for row in shown if not _is_told_otherwise(row[2], row[3]))


def _is_told_otherwise(one: Printed, other: Printed) -> bool:
    """Is it the same figure, written or read in another way, or one of another unit: 3,000 of each
    style, 0 of accidents and 100 percent without any, 3,60 percent and 1.768.362 families?"""
    left, right = value(one), value(other)
    units = {_unit(figure.unit) for figure in (one, other) if figure.unit}
    return (
        (not (left and right) and {left, right} == OPPOSED)
        or (one.core == other.core and left != right)
        or len(units) > 1  # 10 kab/kota and 38 desa/kelurahan count two things
        or ("%" in units and max(left, right) > MOST_PERCENT)
    )


@lru_cache(maxsize=1024)  # asked for each two cells of two tables
def _unit(printed: str) -> str:
    told = printed.casefold()
    return SAME_UNIT.get(told, told)


def _relation(pair: Pair, said: bool, kept: int, of: int, chance: float) -> FoundRelation:
    one, other, (left, right) = pair.one, pair.other, pair.columns
    rows = {a: b for a, b, _, _ in pair.rows}
    how = worded("judul kolomnya menyebutnya") if said else worded("ditemukan dengan mencoba")
    entries = {"hasil": one.cells(rows, left), "sumber": other.cells(rows.values(), right)}
    alone = "" if len(rows) > 1 else f"_{next(iter(rows))}"
    name = f"{left}_{one.name}_{other.name}" + ("" if left == right else f"_{right}") + alone
    return FoundRelation(
        name,
        "sama",
        entries,
        "judul kolom" if said else "dicoba",
        kept,
        of,
        chance,
        worded(
            "{label} dan {other} mencetak {left} untuk baris yang sama; cocok di "
            "{kept} dari {of} baris; {how}",
            label=one.label,
            other=other.label,
            left=left,
            kept=kept,
            of=of,
            how=how,
        ),
        frozenset((left, right)),
    )
