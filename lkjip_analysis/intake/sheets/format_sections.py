"""A number format in its sections and parts, as spreadsheets store it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from lkjip_analysis.language import phrase

Kind = Literal["digits", "general", "percent", "entry", "text"]


class Unprintable(ValueError):
    """A number whose format is not on the list. The message says what was found."""


class Shortened(Unprintable):
    """A number that a cell without a format shows as far as it is wide."""


class Hiding(Unprintable):
    """A format under which nothing is seen."""


@dataclass(frozen=True)
class Part:
    """A piece of a section: the number's digits, its percent sign, the cell's text, a literal."""

    kind: Kind
    text: str = ""


_TOKEN = re.compile(
    r"(?P<colour>\[(?:red|black|blue|green|white|cyan|magenta|yellow|color ?\d+)\])"
    r"|(?P<skip>_.|\*.)"
    r"|\[\$(?P<money>[^\]-]*)(?:-(?P<locale>[^\]]*))?\]"
    r'|"(?P<quoted>[^"]*)"|\\(?P<escaped>.)'
    r"|(?P<general>General)"
    r"|(?P<digits>[#0,]*[#0](?:\.[#0]*)?|\.[#0]+)"
    r"|(?P<percent>%)|(?P<entry>@)|(?P<blank>\?+)"
    r"|(?P<mark>[-–—+:() $])",
    re.IGNORECASE,
)
_PIECE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|.', re.DOTALL)
_INDONESIAN = re.compile(r"(?:0*421|id(?:-id)?)?", re.IGNORECASE)
_DIGITS = re.compile(r"(?:#,#(?:##?|#?0)|#*0*)(?:\.(?=[0#])0*#*)?")
"""What is read. Not a point that ends the digits: a `-` behind it stands for decimals, or not."""
MOST_DECIMALS = 6
"""More decimals are shown by mistake: a report prints none of them so."""


@lru_cache(maxsize=4096)
def sections(form: str) -> tuple[str, ...]:
    """The sections of a format; a semicolon in quotes or escaped parts nothing.

    >>> sections('#,##0;"a;b"0;')
    ('#,##0', '"a;b"0', '')
    """
    found, section, at = [], "", 0
    while at < len(form):
        token = _PIECE.match(form, at)
        assert token is not None  # any character is a piece
        at = token.end()
        if token[0] == ";":
            found.append(section)
            section = ""
        else:
            section += token[0]
    return (*found, section)


@lru_cache(maxsize=4096)
def parts(section: str, form: str) -> tuple[Part, ...]:
    """The parts of a section. Raises: Unprintable for what does not print the number itself."""
    found: list[Part] = []
    at = 0
    while at < len(section):
        token = _TOKEN.match(section, at)
        if token is None or token.end() == at:
            raise Unprintable(phrase('the number format "{form}"', form=form))
        if token["colour"] and at:  # behind anything else LibreOffice takes the format for none
            raise Unprintable(phrase('the number format "{form}"', form=form))
        at = token.end()
        found.append(_part(token, form))
    numbers = [part for part in found if part.kind in ("digits", "general", "entry")]
    digits_and_blanks = any(part.kind == "digits" for part in found) and "?" in bare(section)
    if len(numbers) > 1 or digits_and_blanks:
        raise Unprintable(phrase('the number format "{form}"', form=form))
    return tuple(found)


def bare(section: str) -> str:
    """A section without what is literal."""
    return re.sub(r'"[^"]*"|\\.|_.|\*.', "", section)


def _part(token: re.Match[str], form: str) -> Part:
    if digits := token["digits"]:
        if not _DIGITS.fullmatch(digits) or len(digits.partition(".")[2]) > MOST_DECIMALS:
            raise Unprintable(phrase('the number format "{form}"', form=form))
        return Part("digits", digits)
    if token["general"]:
        return Part("general")
    if token["percent"]:
        return Part("percent")
    if token["entry"]:
        return Part("entry")
    if token["money"] is not None or token["locale"] is not None:
        if token[0] == "[$]":  # which LibreOffice takes for no format at all
            raise Unprintable(phrase('the number format "{form}"', form=form))
        return Part("text", _money(token, form))
    if token["colour"] or token["blank"]:
        return Part("text")
    if token["skip"]:
        return Part("text", " ")
    told = (token["quoted"], token["escaped"], token["mark"])
    written = next(text for text in told if text is not None)
    if ";" in written:  # LibreOffice begins another section there
        raise Unprintable(phrase('the number format "{form}"', form=form))
    return Part("text", written)


def _money(token: re.Match[str], form: str) -> str:
    """The currency of a format; a locale with other decimal marks is not on the list."""
    unknown = token["locale"] and not token["money"] and not token["locale"].isalnum()
    if not _INDONESIAN.fullmatch(token["locale"] or "") or unknown:
        raise Unprintable(phrase('the number format "{form}" of another country', form=form))
    return token["money"] or ""
