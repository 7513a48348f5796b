"""Rows of a column of achievements that are reckoned otherwise: less is better, or cut off.

An achievement above 100 may have been cut off there. That less is better and the achievement was
cut off besides, is no more likely than that a row which fell short prints 100 in error: its name
must say so, or another row be reckoned so or be cut off, and none may print more.
"""

from __future__ import annotations

from lkjip_analysis.intake.document.printed_capaian import CAPS
from lkjip_analysis.intake.relations.basis.figure_grid import Grid, Row, value
from lkjip_analysis.intake.relations.columns.believed_guesses import Trial
from lkjip_analysis.intake.relations.columns.less_is_better import figures, is_less_better, ways
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.report.direction_words import MAY_BE_LESS


def other_achievements(grid: Grid, column: str, trial: Trial) -> frozenset[str]:
    """The failing rows of a trial that another formula of achievements explains."""
    if trial.guess.kind != "rasio" or len(trial.guess.parts) < 2:
        return frozenset()
    rows = {key: grid.rows[key] for key in (*trial.kept, *trial.failing)}
    largest = max(value(row[column]) for row in rows.values())
    telling = any(_reckoned_otherwise(row, column, trial) for row in rows.values())

    def is_explained(key: str) -> bool:
        row, parts = rows[key], trial.guess.parts
        if not all(figures(row, parts)) or is_less_better(row, column, parts):
            return True
        may_be_less = telling or bool(MAY_BE_LESS.search(grid.names.get(key, "")))
        is_cut = may_be_less and _is_cut_if_less_is_better(row, column, trial, largest)
        return is_cut or _is_cut(row, column, trial)

    return frozenset(filter(is_explained, trial.failing))


def _reckoned_otherwise(row: Row, column: str, trial: Trial) -> bool:
    """Is it surely reckoned so that less is better, or cut off though more is better?"""
    parts = trial.guess.parts
    if not all(figures(row, parts)) or trial.guess.holds(row):
        return False
    return is_less_better(row, column, parts) or _is_cut(row, column, trial)


def _is_cut(row: Row, column: str, trial: Trial) -> bool:
    """Does it print less than more would give, at a figure where achievements are cut off?"""
    shown, (part, whole) = value(row[column]), figures(row, trial.guess.parts)
    return shown in CAPS and 100 * part / whole > shown


def _is_cut_if_less_is_better(row: Row, column: str, trial: Trial, largest: Fraction) -> bool:
    shown = value(row[column])
    return shown in CAPS and shown == largest and max(ways(row, trial.guess.parts)) > shown
