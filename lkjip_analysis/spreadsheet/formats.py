"""A number and its format to the text that a spreadsheet in Indonesia prints for it.

Only formats of a short list are read; any other could print something that is not the number
(thousands left out, a date, a fraction), so it is refused rather than guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from lkjip_analysis.printed import number

ALLOWED = (
    "General, Text, 0, 0,00, #.##0, #.##0,00, 0,00% and Rp or accounting forms of these "
    "(up to six decimals)"
)
REMEDY = "Give the cell one of these formats, or set it to Text and type it as printed."
GENERAL_DIGITS = 10
"""An unformatted cell shows at most so many digits beside a decimal mark."""
LARGEST_GENERAL = 10**11

_TOKEN = re.compile(
    r"(?P<skip>_.|\*.|\?+|\[(?:red|black|blue|green|color ?\d+)\])"
    r"|\[\$(?P<money>[^\]-]*)(?:-(?P<locale>[^\]]*))?\]"
    r'|"(?P<quoted>[^"]*)"|\\(?P<escaped>.)'
    r"|(?P<digits>(?:#,##)?0(?:\.0{1,6})?)(?![#0.,])"
    r"|(?P<mark>[-%() ]|Rp\.?|\$)",
    re.IGNORECASE,
)
_INDONESIAN = re.compile(r"(?:0?421|id-id)?", re.IGNORECASE)
_LITERAL = re.compile(r"[-–(),.\s%$\w/²³]*")


class Unprintable(ValueError):
    """A number whose format is not on the list. The message says what was found."""


def printed_as(value: int | float, form: str) -> str:
    """The text that `value` prints under a number format as Excel stores it.

    Raises: Unprintable for a format outside the list.

    >>> printed_as(1576408211, "#,##0"), printed_as(0.8733, "0.00%")
    ('1.576.408.211', '87,33%')
    >>> printed_as(30000, '_-"Rp"* #,##0.00_-;-"Rp"* #,##0.00_-')
    'Rp 30.000,00'
    """
    exact = Decimal(f"{value:.15g}")
    if form in ("General", "@", ""):
        return _general(exact)
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', form)
    section, shown = _section(sections, exact)
    parts = _parts(section, form)
    if exact == 0 and not any(kind == "digits" for kind, _ in parts):
        return "-"  # the dash of an accounting zero; what it means is declared by its column
    percent = any("%" in mark for kind, mark in parts if kind == "text")
    shown = shown * 100 if percent else shown
    texts = [mark if kind == "text" else _digits(shown, mark) for kind, mark in parts]
    return " ".join("".join(texts).split())


def _section(sections: list[str], exact: Decimal) -> tuple[str, Decimal]:
    """The section that Excel uses for this number, and the number as that section shows it."""
    if exact < 0 and len(sections) > 1:
        return sections[1], -exact
    if exact == 0 and len(sections) > 2:
        return sections[2], exact
    if exact < 0:
        return "-" + sections[0], -exact
    return sections[0], exact


def _parts(section: str, form: str) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    at = 0
    while at < len(section):
        token = _TOKEN.match(section, at)
        if token is None:
            raise Unprintable(f'the number format "{form}"')
        at = token.end()
        if token["digits"]:
            parts.append(("digits", token["digits"]))
        elif token["money"] is not None or token["locale"] is not None:
            parts.append(("text", _money(token, form)))
        elif token["skip"]:
            parts.append(("text", " " if token["skip"].startswith("*") else ""))
        else:
            parts.append(("text", _literal(token, form)))
    if [kind for kind, _ in parts].count("digits") > 1:
        raise Unprintable(f'the number format "{form}"')
    if not any(mark.strip() for _, mark in parts):
        raise Unprintable(f'the number format "{form}", which hides the number')
    return parts


def _money(token: re.Match[str], form: str) -> str:
    """The currency of a format; a locale with other decimal marks is not on the list."""
    if not _INDONESIAN.fullmatch(token["locale"] or ""):
        raise Unprintable(f'the number format "{form}" of another country')
    return token["money"] or ""


def _literal(token: re.Match[str], form: str) -> str:
    text = next(t for t in (token["quoted"], token["escaped"], token["mark"]) if t is not None)
    if not _LITERAL.fullmatch(text) or re.search(r"\d", text):
        raise Unprintable(f'the number format "{form}"')
    return text


def _digits(exact: Decimal, pattern: str) -> str:
    decimals = len(pattern.partition(".")[2])
    return number(Fraction(exact), decimals, grouped=pattern.startswith("#"))


def _general(exact: Decimal) -> str:
    """An unformatted number, where a cell shows all of it."""
    digits = len(exact.normalize().as_tuple().digits)
    whole = exact == exact.to_integral_value()
    if abs(exact) >= LARGEST_GENERAL or (not whole and digits > GENERAL_DIGITS):
        raise Unprintable(f"{exact}, which an unformatted cell shows shortened")
    return format(exact.normalize(), "f").replace(".", ",")
