"""A target as printed that is no single figure: a bound ("≥ 90") or a range ("80 - 90%")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Dash, Printed, Style, Unreadable, in_multiples, read
from lkjip_analysis.numbers.written import number

_BOUND = re.compile(
    r"(?:[≥≤<>]=?|minimal|maksimal|min\.?|maks\.?|paling (?:sedikit|banyak))\s*", re.I
)
_RANGE = re.compile(r"(?:(?<!\s)\s+)?(?:-|–|—|s\.?\s?/?d\.?|sampai(?: dengan)?)\s*", re.IGNORECASE)

_AROUND = re.compile(r"(?:(?<!\s)\s+)?(?:±|\+\s?/\s?[-–−])\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """A range as printed, such as "80 - 90%": its two figures, the lower one first."""

    low: Fraction
    high: Fraction

    def __str__(self) -> str:
        return f"{number(self.low)} - {number(self.high)}"


def read_target(
    text: str, style: Style = "indonesia", dash: Dash = "kosong", units: tuple[str, ...] = ()
) -> Printed:
    """The figure of a target, which may be printed as a bound: "≥ 90" promises 90.

    Raises: Unreadable as `read` does.

    >>> read_target("≥ 90%").value
    Fraction(90, 1)
    """
    bound = _BOUND.match(text.strip())
    if not bound:
        return read(text, style, dash, units)
    figure = read(text.strip()[bound.end() :], style, dash, units)
    if figure.value is None:
        raise Unreadable(phrase("a bound without its figure"))
    return replace(figure, text=text)


def read_figure(
    text: str, style: Style, dash: Dash, units: tuple[str, ...], is_target: bool, word: str = ""
) -> Printed:
    """The figure of a cell as its column prints them, in so many thousands as `word` says.

    Raises: Unreadable where it is none.
    """
    figure = (read_target if is_target else read)(text, style, dash, units)
    return in_multiples(figure, word) if word else figure


def read_span(text: str, style: Style = "indonesia", units: tuple[str, ...] = ()) -> Span | None:
    """The range that `text` prints; None where it prints none.

    >>> read_span("80 - 90%"), read_span("- 1,41")
    (Span(low=Fraction(80, 1), high=Fraction(90, 1)), None)
    >>> str(read_span("3±1%"))
    '2 - 4'
    """
    around = _AROUND.split(text.strip())
    if len(around) == 2 and all(around):
        return _around(around, style, units)
    ends = _RANGE.split(text.strip())
    if len(ends) != 2 or not all(ends):
        return None
    try:
        low, high = (read(end, style, units=units).value for end in ends)
    except Unreadable:
        return None
    return Span(low, high) if low is not None and high is not None and low < high else None


def _around(told: list[str], style: Style, units: tuple[str, ...]) -> Span | None:
    """A figure and how far from it one may be, as a range."""
    try:
        middle, reach = (read(part, style, units=units).value for part in told)
    except Unreadable:
        return None
    if middle is None or reach is None or reach <= 0:
        return None
    return Span(middle - reach, middle + reach)
