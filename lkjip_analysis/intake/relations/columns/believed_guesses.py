"""Which guess about a column is believed: kept in most rows, told by a heading, not by accident.

Where a heading tells the relation, most rows suffice; where only trying does, nearly all must keep
it, and accident must be out of the question. A guess that fails in most rows was wrong, and
nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from lkjip_analysis.intake.relations.basis.chance import accidents
from lkjip_analysis.intake.relations.basis.figure_grid import Grid, Row
from lkjip_analysis.intake.relations.basis.found_relation import RARE, SELDOM
from lkjip_analysis.intake.relations.columns.guesses import Guess
from lkjip_analysis.intake.relations.columns.less_is_better import is_less_better
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.units import counted_on

Asked = TypeVar("Asked")

MOST = Fraction(3, 5)
"""A relation that so many rows keep is meant by the table."""
SLIPS, MOST_BY_FAR = 5, Fraction(7, 10)
"""More failing rows are no slips of one table, but rows that were read or meant otherwise, unless
by far the most keep it."""
NEARLY_ALL = Fraction(4, 5)
"""So many must keep one that no heading tells, one row always being allowed to fail."""

LONG = 1_000
"""In a table of more rows a guess is first tried on some of them."""
SOME = 250
"""So many, or a few more."""
HARDLY = Fraction(1, 4)
"""A guess that fewer of those keep is not kept by most rows of the table."""


@dataclass(frozen=True)
class Trial:
    """A guess tried on a table: the rows that keep it, those that fail, the chance of accident."""

    guess: Guess
    kept: tuple[str, ...]
    failing: tuple[str, ...]
    told: int
    chance: float
    totals: int = 0
    """So many rows of totals, which are none of its rows, keep it too."""
    otherwise: int = 0
    """So many of the failing rows print what the formulas give of which less is better: they speak
    for no other columns."""

    @property
    def of(self) -> int:
        return len(self.kept) + len(self.failing)

    @property
    def is_meant(self) -> bool:
        failing = len(self.failing) - self.otherwise
        many = failing > SLIPS
        more = self.totals if self.guess.is_whole else 0
        kept, of = len(self.kept) + more, len(self.kept) + failing + more
        # Rows that say nothing, as a mean of twelve equal figures, speak for no other way of it.
        tells = not failing or self.told + more >= MOST * (self.told + more + failing)
        return bool(self.kept) and kept >= (MOST_BY_FAR if many else MOST) * of and tells

    @property
    def is_one_slip(self) -> bool:
        """Does the sum of all columns to the left, as its heading says, fail in one row only?

        Of small numbers in few rows accident cannot be ruled out by counting: that the heading says
        "Jumlah" and another row, or that of the totals, adds up is the support.
        """
        return self.guess.is_whole and len(self.failing) == 1 and self.told + self.totals > 1

    def is_believed(self, headed: bool) -> bool:
        if not self.is_meant:
            return False
        if headed:
            is_difference = self.guess.kind == "selisih" or "bobot" in self.guess.roles
            told = not self.failing and not is_difference
            return (
                told
                or self.is_one_slip
                or (self.chance <= RARE and (len(self.kept) > 1 or not self.failing))
            )
        few = len(self.failing) <= max(1, int((1 - NEARLY_ALL) * self.of))
        return few and self.told >= 3 and self.chance <= SELDOM


def trials(grid: Grid, result: str, guesses: Iterable[Guess]) -> list[Trial]:
    """Every guess tried on the rows that have all its figures, the likeliest first."""
    tried = [t for guess in guesses if (t := _split(grid, result, guess)).of]
    counted = [_weighed(grid, result, t, len(tried)) for t in tried if t.is_meant]
    return sorted(counted, key=lambda t: (len(t.failing) * 2 - t.of, t.chance, _distance(grid, t)))


def _split(grid: Grid, result: str, guess: Guess) -> Trial:
    held = [grid.filled.get(column, frozenset()) for column in (result, *guess.parts)]
    filled = frozenset.intersection(*held)
    rows_held = [key for key in grid.rows if key in filled]
    asked = [grid.rows[key] for key in some_of(rows_held)]
    if is_hopeless([guess.holds(row) for row in asked if _may_keep(guess, row)]):
        return Trial(guess, (), tuple(rows_held), 0, 1.0)
    full = [key for key in rows_held if _may_keep(guess, grid.rows[key])]
    kept = _kept(grid, guess, full)
    told, whole = sum(guess.informs(grid.rows[key]) for key in kept), set(kept)
    failing = tuple(key for key in full if key not in whole)
    share = guess.kind == "rasio" and len(guess.parts) == 2
    rows = (grid.rows[key] for key in failing) if share and kept else ()
    otherwise = sum(is_less_better(row, result, guess.parts) for row in rows)
    return Trial(guess, kept, failing, told, 1.0, _totals(grid, result, guess), otherwise)


def some_of(every: Sequence[Asked]) -> Sequence[Asked]:
    """A few hundred, from all over a long table; none of a short one."""
    return every[:: len(every) // SOME] if len(every) > LONG else ()


def is_hopeless(answers: Sequence[bool]) -> bool:
    """Did hardly any of those that were asked first keep what most would have to?"""
    return sum(answers) < HARDLY * len(answers)


def _may_keep(guess: Guess, row: Row) -> bool:
    return guess.applies(row) and not has_other_bases(row, guess.parts)


def has_other_bases(row: Row, parts: Iterable[str]) -> bool:
    """Are the rates of a row counted on different numbers: 2,7 per 10.000 beside 28 per 100.000?"""
    return len({counted_on(row[part].unit) for part in parts if part in row}) > 1


def _totals(grid: Grid, result: str, guess: Guess) -> int:
    """How many rows of totals keep a guess."""
    return sum(
        all(column in row for column in (result, *guess.parts))
        and guess.informs(row)
        and guess.holds(row)
        for row in grid.sums.values()
    )


def _kept(grid: Grid, guess: Guess, full: Sequence[str]) -> tuple[str, ...]:
    """The rows that keep a guess; no more are tried once too many fail for it to be meant."""
    kept: list[str] = []
    left = len(full) * (1 - MOST)
    for at, key in enumerate(full):
        if guess.holds(grid.rows[key]):
            kept.append(key)
        elif at - len(kept) > left:
            break
    return tuple(kept)


def _weighed(grid: Grid, result: str, trial: Trial, tried: int) -> Trial:
    """With the chance of accident, counted over the rows that say anything."""
    guess = trial.guess
    saying = [grid.rows[k] for k in (*trial.kept, *trial.failing) if guess.informs(grid.rows[k])]
    chance = accidents(saying, result, guess.holds, trial.told, tried)
    return replace(trial, chance=chance)


def _distance(grid: Grid, trial: Trial) -> int:
    places = [grid.places[c] for c in trial.guess.parts]
    return max(places) - min(places)


def rivals(best: Trial, others: Sequence[Trial]) -> frozenset[str]:
    """Failing rows that another guess about the same column explains, if most rows keep it too."""
    also = {key for other in others if other is not best and other.is_meant for key in other.kept}
    return frozenset(best.failing) & also
