"""What stands in a column of a table without rules: pieces of lines, figures, numbers of rows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lkjip_analysis.intake.pdf.lines_of_text.lines import Line

FIGURE = re.compile(
    r"\(?(?:Rp\.?|US\$)?\s*-?\d[\d.,]*(?:,[-–])?\)?[⁰¹²³⁴⁵⁶⁷⁸⁹*⁾]*\s*(?:%|[^\W\d]{1,9})?|[-–]|n/?a",
    re.IGNORECASE,
)
"""A figure, or what stands where there is none."""
NOTHING = re.compile(r"[-–—]+|n/?a|nihil", re.IGNORECASE)
"""What stands where there is no figure."""
AMOUNT = re.compile(r"\d[.,]\d|\d\s?%")
COLUMN = re.compile(r"\(?(\d{1,2})\)?\s*([=(:].*)?")
NUMBER = re.compile(r"\(?(\d{1,3}|[a-z])[.)]{0,2}")
ITEM = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})[.)]{0,2}")
"""What numbers a row, or the part of a table that begins with it."""


@dataclass(frozen=True)
class Piece:
    """A piece of a line, and the columns from `first` to `last` that it stands in."""

    line: Line
    first: int
    last: int


def counts(text: str) -> bool:
    """Is it a figure, or the number of a row?"""
    return bool(FIGURE.fullmatch(text) or NUMBER.fullmatch(text))


def is_amount(text: str) -> bool:
    """Is it a figure with the signs of one: groups of three, decimals, a percent sign?"""
    return bool(AMOUNT.search(text) and FIGURE.fullmatch(text))
