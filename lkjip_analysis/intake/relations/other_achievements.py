"""Rows of a column of achievements that are reckoned otherwise: less is better, or cut off.

An achievement above 100 may have been cut off there. That less is better and the achievement was
cut off besides, is no more likely than that a row which fell short prints 100 in error: its name
must say so, or another row be reckoned so or be cut off, and none may print more.
"""

from __future__ import annotations

import re

from lkjip_analysis.intake.relations.believed_guesses import Trial
from lkjip_analysis.intake.relations.figure_grid import Grid, Row, value
from lkjip_analysis.numbers.exact import Fraction

CAPS = (Fraction(100), Fraction(110), Fraction(120), Fraction(150))
"""Where agencies cut an achievement off."""
THOUSANDS = 3
LESS = re.compile(
    r"menurun|penurun|turunnya|berkurang|pengurangan|kematian|miskin|pengangguran|kasus|pelanggar|"
    r"gangguan|keluhan|aduan|prevalensi|stunting|hilang|rusak|waktu|lama\b|temuan|gini|inflasi|"
    r"kesenjangan|putus|tidak\b|belum\b|kumuh|sengketa|konflik|kebakaran|kecelakaan|absen",
    re.IGNORECASE,
)
"""What a name says of which less is better."""


def other_achievements(grid: Grid, column: str, trial: Trial) -> frozenset[str]:
    """The failing rows of a trial that another formula of achievements explains."""
    if trial.guess.kind != "rasio" or len(trial.guess.parts) < 2:
        return frozenset()
    rows = {key: grid.rows[key] for key in (*trial.kept, *trial.failing)}
    largest = max(value(row[column]) for row in rows.values())
    telling = any(_reckoned_otherwise(row, column, trial) for row in rows.values())
    return frozenset(
        key
        for key in trial.failing
        if _without_parts(rows[key], trial)
        or _is_less_better(rows[key], column, trial)
        or _is_cut(rows[key], column, trial)
        or (
            _is_cut_if_less_is_better(rows[key], column, trial, largest)
            and (telling or bool(LESS.search(grid.names.get(key, ""))))
        )
    )


def _reckoned_otherwise(row: Row, column: str, trial: Trial) -> bool:
    """Is it surely reckoned so that less is better, or cut off though more is better?"""
    if _without_parts(row, trial) or trial.guess.holds(row):
        return False
    return _is_less_better(row, column, trial) or _is_cut(row, column, trial)


def _parts(row: Row, trial: Trial) -> tuple[Fraction, Fraction]:
    part, whole = (value(row[name]) for name in trial.guess.parts)
    return part, whole


def _without_parts(row: Row, trial: Trial) -> bool:
    return not all(_parts(row, trial))


def _ways(row: Row, trial: Trial) -> tuple[Fraction, Fraction]:
    """The achievements by the two formulas of which less is better."""
    part, whole = _parts(row, trial)
    return 100 * whole / part, 100 * (2 * whole - part) / whole


def _is_less_better(row: Row, column: str, trial: Trial) -> bool:
    shown = row[column]
    # Three digits behind the mark may be thousands: 120 times as good is 12.000 or 12,000 percent.
    scales = (1, 1000) if shown.decimals == THOUSANDS else (1,)
    return any(
        abs(value(shown) * scale - way) <= shown.step * scale
        for way in _ways(row, trial)
        for scale in scales
    )


def _is_cut(row: Row, column: str, trial: Trial) -> bool:
    """Does it print less than more would give, at a figure where achievements are cut off?"""
    shown, (part, whole) = value(row[column]), _parts(row, trial)
    return shown in CAPS and 100 * part / whole > shown


def _is_cut_if_less_is_better(row: Row, column: str, trial: Trial, largest: Fraction) -> bool:
    shown = value(row[column])
    return shown in CAPS and shown == largest and max(_ways(row, trial)) > shown
