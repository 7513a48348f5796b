"""Printed text to number and back.

A printed figure is a text first. `read` turns it into an exact value together with the number of
decimals it was printed with; nothing is rounded, and nothing is guessed: a text that does not
obey the number style declared for its column is read only where exactly one reading exists, and
says so in `off_style`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.absent import absence
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.no_figure import MAX_LENGTH, why_no_figure
from lkjip_analysis.numbers.number_words import spoken
from lkjip_analysis.numbers.units import is_unit

Style = Literal["indonesia", "inggris", "titik"]
"""1.250,50; 1,250.50; and 1.250.50 of a column with points before its thousands and its sen."""
Dash = Literal["kosong", "nihil"]

OF_ONE: tuple[Style, ...] = ("indonesia", "inggris")
"""The styles that a single figure may show; `titik` is what a whole column shows."""
DECIMAL_MARK: dict[Style, str] = {"indonesia": ",", "inggris": ".", "titik": "."}
STYLES = tuple(DECIMAL_MARK)
GROUP_MARK: dict[Style, str] = {"indonesia": ".", "inggris": ",", "titik": "."}
SPACED = "[1-9][0-9]{0,2}(?: [0-9]{3})+"
"""Thousands with a space between them, narrow or not broken too."""
STRICT: dict[Style, re.Pattern[str]] = {
    style: re.compile(
        rf"[1-9][0-9]{{0,2}}(?:\{GROUP_MARK[style]}[0-9]{{3}})+(?:\{mark}[0-9]+)?"
        rf"|{SPACED}(?:\{mark}(?![0-9]{{3}}$)[0-9]+)?"
        rf"|[0-9]+(?:\{mark}[0-9]*)?|\{mark}[0-9]+"
    )
    for style, mark in DECIMAL_MARK.items()
    if style in OF_ONE
} | {"titik": re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:\.[0-9]{2})?|[0-9]+(?:\.[0-9]{2})?")}
"""The figures of a style, thousands grouped in threes or not at all; three digits behind a mark
that follows spaces may be one more group."""
MISSING = frozenset({"", "n/a", "na", "tidak tersedia data", "tidak ada data", "tad", "...", "…"})
DASHES = frozenset("-–—−")
SCALE_WORDS = {"ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12}
COMMAS_ONLY = re.compile("[1-9][0-9]{0,2}(?:,[0-9]{3}){2,},[0-9]{2}")
"""An Indonesian amount with its sen whose thousands have commas too (1,141,250,00). Of one group a
digit may be lost as well, and behind points that is the likelier reading."""
SEN = 2
"""So many decimals has an amount with its sen."""
SEN_BEHIND_POINTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}\.[0-9]{2}")
"""1.141.250.00: alone it lost a digit more likely; many of them are how their column is written."""
SHORT_SCALES = {"rb": 3, "jt": 6, "mlr": 9, "mrd": 9}
"""Behind a figure only. M and T are none: a metre and a ton are written so as well."""
SCALES_BEHIND = SCALE_WORDS | SHORT_SCALES

MAX_DIGITS = 24
"""No report prints a figure of more digits; more are a slip of the paste."""

ONCE_READ = 65_536
"""So many texts are remembered: a report is read twice, in two styles, and a process that reads
thousands of reports must not grow with them. Three columns of 10.000 rows are 30.000 texts, which
fewer places would forget before they are asked for again."""
SHAPE = re.compile(
    r"(?P<before>(?:Rp\.?|IDR|US ?\$|USD|\$|1 ?:)?)\s*+"
    r"(?P<open>\()?\s*+(?P<sign>[-–—−+])?\s*+(?P<before2>(?:Rp\.?|IDR|US ?\$|USD|\$)?)\s*+"
    rf"(?P<core>[0-9][0-9.,]*?|{SPACED}(?:[.,][0-9]+)?|,[0-9]+)"
    r"(?P<nil>[.,],?[-–—−])?\s*+(?P<close>\))?\s*+"
    r"(?P<after>[%‰]|[^\W\d_].*|[(/].*)?",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"(?:Rp\.?|IDR)\s*", re.IGNORECASE)


class Unreadable(ValueError):
    """A text that is no figure under the declared style. The message says why."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as printed: its text, exact value, decimals, and how it departs from its style.

    `value` is None where the text says that there is no data. `decimals` counts the digits after
    the decimal mark and is negative for "65,6 miliar", whose `power` is 9. `core` is the digits
    within the text, `style` the one declared for its column, also where the text departs from it.
    """

    text: str
    value: Fraction | None
    style: Style
    decimals: int = 0
    core: str = ""
    unit: str = ""
    power: int = 0
    off_style: bool = False

    @property
    def step(self) -> Fraction:
        """One unit of the last printed digit."""
        return step(self.decimals)

    @property
    def digits(self) -> int:
        """How many digits it prints: a figure of few stands elsewhere by accident."""
        return sum(map(str.isdigit, self.core))


@cache
def step(decimals: int) -> Fraction:
    """One unit of the last digit of a figure printed with so many decimals.

    >>> step(2)
    Fraction(1, 100)
    """
    return Fraction(10) ** -decimals


@cache
def half_step(decimals: int) -> Fraction:
    """How far a figure rounded to so many decimals may lie from what it was rounded from."""
    return step(decimals) / 2


@lru_cache(maxsize=ONCE_READ)
def read(
    text: str, style: Style = "indonesia", dash: Dash = "kosong", units: tuple[str, ...] = ()
) -> Printed:
    """The figure that `text` prints; of a ratio "1:15", the 15.

    `dash` says what "-" means in this column: no data, or zero. `units` are the words that may
    follow the number; currency signs, "%", "‰" and ribu/juta/miliar/triliun always may.

    Raises: Unreadable, with the reason, where no reading or more than one remains.

    >>> read("Rp. 1.000,-").value, read("13.244 unit", units=("unit",)).value
    (Fraction(1000, 1), Fraction(13244, 1))
    >>> read("556,182,400").off_style
    True
    """
    shown = " ".join(text.split())
    if not shown[:1].isdigit():
        if shown.casefold() in MISSING or absence(shown):
            return Printed(text, None, style)
        if is_dash(_CURRENCY.sub("", shown)):  # an accounting zero prints "Rp -"
            return Printed(text, Fraction(0) if dash == "nihil" else None, style)
    shape = _shape(shown)
    value, decimals, used = _core(shape["core"], style, is_whole=bool(shape["nil"]))
    power, unit = _unit(_after_words(shape["after"] or "", value), units)
    negative = bool(shape["open"]) or (shape["sign"] or "+") != "+"
    return Printed(
        text=text,
        value=(-value if negative else value) * 10**power,
        decimals=decimals - power,
        core=shape["core"],
        unit=unit or shape["before"] or shape["before2"],
        power=power,
        style=style,
        off_style=used != style or COMMAS_ONLY.fullmatch(shape["core"]) is not None,
    )


def is_dash(text: str) -> bool:
    """Is it a dash that stands in place of a figure, however long?

    >>> is_dash("-"), is_dash("---"), is_dash("-5")
    (True, True, False)
    """
    signs = set(text) - {" "}
    return bool(signs) and signs <= DASHES


def is_spaced(text: str) -> bool:
    """Is it a figure whose thousands stand apart, which may be two figures as well?

    >>> is_spaced("Rp 1 250 000"), is_spaced("12 orang"), is_spaced("12 500 orang")
    (True, False, True)
    """
    shape = SHAPE.fullmatch(" ".join(text.split()))
    return shape is not None and " " in shape["core"]


def read_or_none(text: str, style: Style = "indonesia", dash: Dash = "kosong") -> Printed | None:
    """The same; None where `text` prints no figure that can be read."""
    try:
        return read(text, style, dash)
    except Unreadable:
        return None


@lru_cache(maxsize=ONCE_READ)
def readings(text: str) -> Mapping[Style, Fraction]:
    """The value of a printed figure in each style in which it is one; units are not looked at.

    >>> readings("1,250"), readings("98.40")
    ({'indonesia': Fraction(5, 4), 'inggris': Fraction(1250, 1)}, {'inggris': Fraction(492, 5)})
    """
    shape = SHAPE.fullmatch(" ".join(text.split()))
    core = shape["core"] if shape else ""
    if re.match("0[0-9]", core):
        return {}
    found = {style: parts for style in OF_ONE if (parts := _parts(core, style)) is not None}
    if re.match("0[.,]", core):  # no group of thousands begins with a lone zero
        mark = core[1]
        found = {style: parts for style, parts in found.items() if DECIMAL_MARK[style] == mark}
    return {style: _value(parts) for style, parts in found.items()}


def in_multiples(figure: Printed, word: str) -> Printed:
    """A figure of a column headed "ribu rupiah" and the like: as many thousands as it prints.

    A figure that says itself what it counts ("1,2 miliar") is left as it is.

    >>> in_multiples(read("1.250"), "ribu").value
    Fraction(1250000, 1)
    """
    if figure.value is None or figure.power:
        return figure
    power = SCALE_WORDS[word]
    value, decimals = figure.value * 10**power, figure.decimals - power
    return replace(figure, value=value, decimals=decimals, power=power)


def _shape(shown: str) -> re.Match[str]:
    """The parts of a text that has the shape of a figure."""
    shape = SHAPE.fullmatch(shown) if len(shown) <= MAX_LENGTH else None
    if not shape or (shape["before"] and shape["before2"]):
        raise Unreadable(why_no_figure(shown))
    core = shape["core"]
    if len(core) > MAX_DIGITS and sum(sign.isdigit() for sign in core) > MAX_DIGITS:
        raise Unreadable(phrase("more than {max_digits} digits", max_digits=MAX_DIGITS))
    if bool(shape["open"]) != bool(shape["close"]):
        raise Unreadable(why_no_figure(shown, is_paired=False))
    return shape


def _unit(after: str, units: tuple[str, ...]) -> tuple[int, str]:
    """The power of ten and the unit that stand behind the number."""
    word, _, rest = after.strip().partition(" ")
    power = SCALES_BEHIND.get(word.casefold(), 0)
    unit = (rest if power else after).strip()
    if not is_unit(unit, units):
        digits = re.search(r"\d", unit)
        raise Unreadable(
            phrase("not a number")
            if digits
            else phrase('the unit "{unit}" is not declared for this column', unit=unit)
        )
    return power, unit


def _after_words(after: str, value: Fraction) -> str:
    """What stands behind a number without its words: 5 (lima). Raises: Unreadable"""
    words = re.match(r"\(([^)]*)\)\s*", after)
    said = spoken(words[1]) if words else None
    if words is None or said is None:
        return after
    if said != value:
        raise Unreadable(phrase('its words "{words}" say another number', words=words[1]))
    return after[words.end() :]


def _core(core: str, style: Style, is_whole: bool) -> tuple[Fraction, int, Style]:
    """The number in the style of its column, else in another; ",-" behind it says that it is whole
    or has sen, as "907458.180,-", which lost a mark, is and has in none."""
    # 01.001 is a slip, not 1,001; 1,141,250,00 among English figures lost a digit
    own_only = re.match("0[0-9]", core) or COMMAS_ONLY.fullmatch(core)
    others = () if own_only else (other for other in OF_ONE if other != style)
    for used in (style, *others):
        parts = _parts(core, used)
        if parts is not None and not (is_whole and len(parts[1]) not in (0, SEN)):
            return _value(parts), len(parts[1]), used
    raise Unreadable(phrase('"{core}" obeys no grouping of thousands and decimals', core=core))


@lru_cache(maxsize=ONCE_READ)
def _parts(core: str, style: Style) -> tuple[str, str] | None:
    """The digits before and behind the decimal mark; None where this is no figure of the style."""
    mark, group = DECIMAL_MARK[style], GROUP_MARK[style]
    if style == "indonesia" and COMMAS_ONLY.fullmatch(core):
        group = mark
    elif not STRICT[style].fullmatch(core):
        return None
    whole, _, behind = core.rpartition(mark) if mark in core else (core, "", "")
    if style == "titik" and len(behind) != SEN:  # the last of its points is one of thousands
        whole, behind = core, ""
    return whole.replace(" ", "").replace(group, ""), behind


def _value(parts: tuple[str, str]) -> Fraction:
    """The number of the digits before and behind a decimal mark; of ",5" none stand before it."""
    whole, behind = parts
    return Fraction(int((whole + behind) or "0"), 10 ** len(behind))
