"""What a printed capaian tells of its indicator: formula, cap, floor, a rounded target."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import Arah, Rumus, capaian
from lkjip_analysis.numbers.printed import Printed
from lkjip_analysis.numbers.ranges import Span
from lkjip_analysis.numbers.slips import is_slip

FORMULAS: tuple[tuple[Arah, Rumus], ...] = (
    ("naik", "R/T"),
    ("turun", "(2T-R)/T"),
    ("turun", "T/R"),
)
CAPS = (100, 110, 120, 150)
"""Where agencies cut an achievement off: at the target, or at what evaluators let it pass."""


@dataclass(frozen=True)
class Way:
    """How an indicator's capaian was computed, as its print tells."""

    arah: Arah
    rumus: Rumus | Literal[""]
    maksimum: str = ""
    minimum: str = ""
    presisi_target: str = ""

    @property
    def is_plain(self) -> bool:
        """Is it the formula alone, neither cut off nor of a rounded target?"""
        return not (self.maksimum or self.minimum or self.presisi_target)

    def allows(self, way: tuple[Arah, Rumus]) -> bool:
        """Is a formula of this direction, and this one where it is named?"""
        return way[0] == self.arah and self.rumus in ("", way[1])


PLAIN = Way("naik", "")
"""What is told of an indicator whose capaian tells nothing: the plain formula needs no word."""


def way_of_range(
    span: Span, realisasi: Printed, shown: Printed, steps: int, told: Way | None = None
) -> Way | None:
    """The first way that gives the printed capaian of a target from one figure to another.

    Inside of it the capaian is 100 whatever is better; outside it is held against the nearer end.
    """
    got = Fraction(realisasi.value or 0)
    if span.low <= got <= span.high:
        return (told or PLAIN) if shown.value == 100 else None
    nearer = span.high if got > span.high else span.low
    return way_of(replace(realisasi, value=nearer), realisasi, shown, steps, told=told)


def way_of(
    target: Printed,
    realisasi: Printed,
    shown: Printed,
    steps: int,
    plain_caps: bool = False,
    told: Way | None = None,
    stored: Collection[str] = (),
) -> Way | None:
    """The first way that gives the printed capaian, to so many of its last printed digits.

    With `plain_caps` only R/T may be cut off: of "less is better" a 100 says too little, and leaves
    it open. A target that was rounded is only thought of where nothing simpler gives the print.
    `told` is the direction that a person gave; `stored` names the figures of which a workbook
    stores more digits than it shows.
    """
    goal, got = (Fraction(figure.value or 0) for figure in (target, realisasi))
    if not goal:
        return None
    printed = Fraction(shown.value or 0)
    ways = [way for way in _possible(goal, got) if told is None or told.allows(way)]
    given = [(way, Fraction(capaian(got, goal, *way))) for way in ways]
    cut = "bulat" if "target" in stored else ""
    off = {way: abs(value - printed) for way, value in given}
    fits = [way for way in off if off[way] <= steps * shown.step]
    if fits:
        return Way(*_meant(fits, off, shown), presisi_target=cut)
    for way, value in given:
        if printed in CAPS and value > printed:
            is_told = way == FORMULAS[0] or not plain_caps
            return Way(*way, maksimum=str(printed)) if is_told else None
        if printed == 0 and value < 0:
            return Way(*way, minimum="0")
    for way, _ in given:
        low, high = _range(target, realisasi, way, stored)
        is_near = low - shown.step <= printed <= high + shown.step
        if is_near and (target.decimals > 0 or stored):
            is_cut = target.decimals > 0 or cut
            return Way(*way, presisi_target="bulat" if is_cut else "")
    return None


def rounded_way(target: Printed, realisasi: Printed, shown: Printed) -> Way | None:
    """Less is better, where only that gives the capaian of a realisasi rounded to a whole."""
    got, printed = Fraction(realisasi.value or 0), Fraction(shown.value or 0)
    goal = Fraction(target.value or 0)
    if realisasi.decimals or not goal or got < 1:
        return None
    ends = (got - Fraction(1, 2), got + Fraction(1, 2))
    reach = {way: sorted(Fraction(capaian(end, goal, *way)) for end in ends) for way in FORMULAS}
    fits = [way for way, (low, high) in reach.items() if low <= printed <= high]
    return Way(*fits[0]) if fits and fits[0] != FORMULAS[0] else None


def slipped_way(target: Printed, realisasi: Printed, shown: Printed) -> Way | None:
    """Less is better, where only such a formula gives what the print is with one slip in it."""
    goal, got = (Fraction(figure.value or 0) for figure in (target, realisasi))
    near = [
        way for way in _possible(goal, got) if is_slip(shown, Fraction(capaian(got, goal, *way)))
    ]
    return Way(*near[0]) if len(near) == 1 and near[0] != FORMULAS[0] else None


def _meant(
    fits: Sequence[tuple[Arah, Rumus]], off: Mapping[tuple[Arah, Rumus], Fraction], shown: Printed
) -> tuple[Arah, Rumus]:
    """Of two formulas for "less is better" the one that gives the print itself."""
    exact = [way for way in fits if off[way] <= shown.step / 2]
    return fits[0] if fits[0] == FORMULAS[0] else (*exact, *fits)[0]


def _possible(goal: Fraction, got: Fraction) -> Iterator[tuple[Arah, Rumus]]:
    for arah, rumus in FORMULAS:
        if (rumus == "T/R" and not got) or (rumus != "T/R" and not goal):
            continue
        yield arah, rumus


def _range(
    target: Printed, realisasi: Printed, way: tuple[Arah, Rumus], stored: Collection[str]
) -> tuple[Fraction, Fraction]:
    """What the capaian may be where target and realisasi were rounded to their prints."""
    ends = [_ends(target, "target" in stored), _ends(realisasi, "realisasi" in stored)]
    found: Sequence[Fraction] = [
        Fraction(capaian(got, goal, *way)) for goal in ends[0] for got in ends[1] if goal and got
    ]
    return (min(found), max(found)) if found else (Fraction(1), Fraction(0))


def _ends(figure: Printed, rounded: bool) -> tuple[Fraction, Fraction]:
    value = Fraction(figure.value or 0)
    half = figure.step / 2 if figure.decimals > 0 or rounded else 0
    return value - half, value + half
