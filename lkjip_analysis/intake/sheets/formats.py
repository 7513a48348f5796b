"""A number and its format to the text that a spreadsheet in Indonesia prints for it.

Only formats that print the number itself are read; any other (thousands left out, a date, a
fraction, an exponent, a condition) could print something else, so it is refused, never guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from lkjip_analysis.intake.sheets.format_sections import (
    Hiding,
    Part,
    Shortened,
    Unprintable,
    bare,
    parts,
    sections,
)
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import DECIMAL_MARK, Style
from lkjip_analysis.numbers.written import number

__all__ = ["ALLOWED", "REMEDY", "Hiding", "Shortened", "Unprintable", "printed_as", "text_as"]

ALLOWED = (
    "General, Text, 0, 00, 0,00, #.##0, #.##0,00, 0,00% and Rp or accounting forms of these "
    "(up to six decimals)"
)
REMEDY = "Give the cell one of these formats, or set it to Text and type it as printed."
GENERAL_DIGITS = 10
"""An unformatted cell shows at most so many digits beside a decimal mark."""
LARGEST_GENERAL = 10**11
"""From twelve digits on an unformatted cell shows 1E+11, which no report prints."""
MARKS = re.compile(r"[\d.,]")
MINUS = Part("text", "-")
PLAIN = frozenset({"", "@", "general"})


def printed_as(value: int | float, form: str, style: Style = "indonesia") -> str:
    """The text that `value` prints under a number format as Excel stores it.

    A percent sign multiplies; one that is literal (quoted, escaped) is only written.

    Raises: Unprintable for a format that prints something else than the number.

    >>> printed_as(1576408211, "#,##0"), printed_as(0.8733, "0.00%")
    ('1.576.408.211', '87,33%')
    >>> printed_as(87.33, '0.00"%"'), printed_as(1, "00")
    ('87,33%', '01')
    """
    if style == "titik":  # what stands there as a number was typed by itself: 950,123 is no 950123
        style = "indonesia"
    return _printed_as(f"{value:.15g}", form, style)


@lru_cache(maxsize=4096)  # a cell is asked what it prints, then whether that is all that it stores
def _printed_as(value: str, form: str, style: Style) -> str:
    exact = Decimal(value)
    if form.casefold() in PLAIN:
        return _general(exact, style)
    told = [parts(section, form) for section in sections(form)]
    chosen, shown = _section(told, exact, form)
    if not any(part.kind in ("digits", "general") for part in chosen):
        return _without_digits(exact, chosen, form)
    texts = [_text(part, shown, style) for part in chosen]
    _apart(chosen, texts, form)
    if chosen[0] is MINUS and not any(re.search("[1-9]", texts[at]) for at in _numbers(chosen)):
        texts = texts[1:]  # nothing is left of the number, so nothing is negative
    return " ".join("".join(texts).split())


def text_as(text: str, form: str) -> str:
    """The text that a cell with text prints under its format.

    Raises: Unprintable where the format hides it.

    >>> text_as("Selesai", '0;-0;0;"("@")"'), text_as("9,7", '@" km"')
    ('(Selesai)', '9,7 km')
    """
    told = sections(form)
    if form.casefold() in PLAIN or (len(told) < 4 and "@" not in bare(told[-1])):
        return text
    chosen = parts(told[-1], form)
    if not any(part.kind == "entry" for part in chosen):
        raise Hiding(phrase('the number format "{form}", which hides the text', form=form))
    texts = [
        text if part.kind == "entry" else _text(part, Decimal(0), "indonesia") for part in chosen
    ]
    return " ".join("".join(texts).split())


def _section(
    told: list[tuple[Part, ...]], exact: Decimal, form: str
) -> tuple[tuple[Part, ...], Decimal]:
    """The section that a spreadsheet uses for this number, and the number as it shows it."""
    numeric = [section for section in told[:3] if not _is_for_text(section)]
    if not numeric:
        raise Unprintable(phrase('the number format "{form}", which is for text', form=form))
    if len(told) > 4 or any(_is_for_text(section) for section in told[: len(numeric)]):
        raise Unprintable(phrase('the number format "{form}"', form=form))
    if exact == 0 and len(numeric) > 2:
        chosen, shown = numeric[2], exact
    elif exact < 0 and len(numeric) > 1:
        chosen, shown = numeric[1], -exact
    else:
        minus = (MINUS,) if exact < 0 else ()
        chosen, shown = (*minus, *numeric[0]), abs(exact)
    percents = sum(part.kind == "percent" for part in chosen)
    if percents > 1:  # Excel multiplies by each, LibreOffice once
        raise Unprintable(phrase('the number format "{form}"', form=form))
    return chosen, shown.scaleb(2 * percents)


def _is_for_text(section: tuple[Part, ...]) -> bool:
    return any(part.kind == "entry" for part in section)


def _numbers(section: tuple[Part, ...]) -> list[int]:
    """Where the number stands among the parts."""
    return [at for at, part in enumerate(section) if part.kind in ("digits", "general")]


def _without_digits(exact: Decimal, chosen: tuple[Part, ...], form: str) -> str:
    """The dash of an accounting zero; what it means is declared by its column."""
    text = "".join(part.text for part in chosen if part.kind == "text").strip()
    if exact == 0 and re.fullmatch(r"(?:Rp\.?)?\s*[-–—]", text, re.IGNORECASE):
        return " ".join(text.split())
    hidden = Unprintable if text or "?" in bare(form) else Hiding
    raise hidden(phrase('the number format "{form}", which hides the number', form=form))


def _text(part: Part, shown: Decimal, style: Style) -> str:
    if part.kind == "digits":
        return _digits(shown, part.text, style)
    if part.kind == "general":
        return _general(shown, style)
    return "%" if part.kind == "percent" else part.text


def _apart(chosen: tuple[Part, ...], texts: list[str], form: str) -> None:
    """A digit or mark that is written right beside the number would become part of it."""
    at = _numbers(chosen)[0]
    before, after = "".join(texts[:at]), "".join(texts[at + 1 :])
    money = re.fullmatch(r"(?:.*\s)?Rp\.", before, re.IGNORECASE)
    tail = re.match(r",?[-–—]", after)
    if (MARKS.match(before[-1:]) and not money) or (MARKS.match(after[:1]) and not tail):
        raise Unprintable(phrase('the number format "{form}"', form=form))


def _digits(exact: Decimal, pattern: str, style: Style) -> str:
    """The number under the digits of a format: `0` always shown, `#` where there is something."""
    whole, _, decimals = pattern.partition(".")
    text = number(Fraction(exact), len(decimals), grouped="," in whole, style=style)
    mark = DECIMAL_MARK[style]
    first, _, last = text.partition(mark)
    optional = len(decimals) - len(decimals.rstrip("#"))
    for _ in range(optional):
        last = last.removesuffix("0")
    least = whole.count("0")
    if least == 0 and first == "0":
        first = ""
    elif "," not in whole:
        first = first.zfill(least)
    if not first and not last:
        raise Unprintable(
            phrase('the number format "{pattern}", which hides a zero', pattern=pattern)
        )
    return f"{first}{mark}{last}" if last or optional < len(decimals) else first


def _general(exact: Decimal, style: Style) -> str:
    """An unformatted number, where a cell shows all of it."""
    digits = len(exact.normalize().as_tuple().digits)
    whole = exact == exact.to_integral_value()
    if abs(exact) >= LARGEST_GENERAL or (not whole and digits > GENERAL_DIGITS):
        raise Shortened(phrase("{exact}, which an unformatted cell shows shortened", exact=exact))
    return format(exact.normalize(), "f").replace(".", DECIMAL_MARK[style])
