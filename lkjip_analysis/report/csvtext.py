"""The text of the CSV files we write: no cell of them is taken for a formula by a spreadsheet.

A text that a spreadsheet would work out gets an apostrophe in front, as Excel itself marks text;
whoever reads the file takes it away again, so that what was written is what is read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from lkjip_analysis.errors import shown, wrong_input
from lkjip_analysis.language import phrase

BINARY = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd\ud800-\udfff]")
"""What no text has that was read right: our own reading refuses a file with one of these."""
LONGEST = 131_072
"""Characters of one field: what Python reads unless somebody in the process lets it read more."""
UNKNOWN = "\u25a1"
"""What is written in their place: a box, which is part of no figure and no formula."""
FORMULA = re.compile(r"'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]")
"""How a cell begins that a spreadsheet may work out, apostrophes before it left out."""
SEPARATOR = re.compile(r"(?<=[;\t\r\n])")
"""Where a spreadsheet that separates by these begins a cell within ours, in quotes or not."""
INNER = re.compile(r"'*[\s\"]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,%()/:-]{0,1000}|")
"""Words and figures that neither a spreadsheet nor our own reading takes for anything else."""
NUMBER = re.compile(r"[-+]?[0-9][0-9.,]*%?|[-+]+")
"""A negative figure or a dash is what it is, with or without a spreadsheet."""


def write_rows(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV that a spreadsheet shows and does not work out, and that we can read back.

    Raises: InputError for a text that is too long for that.
    """
    return "".join(_line([_written(text) for text in row]) for row in rows)


def _written(text: str) -> str:
    if PLAIN.fullmatch(text):  # as most are: they are what they are
        return text
    return text_only(_readable(text))


def _readable(text: str) -> str:
    if len(text_only(text)) > LONGEST:
        found = phrase("{count:,} characters", count=len(text))
        raise wrong_input(f'"{shown(text, 40)}"', found, "a text", "Write less.")
    return BINARY.sub(UNKNOWN, text)


def _line(row: Sequence[str]) -> str:
    """One row. A lone carriage return is put between quotes only where lines end with one too."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerow(row)
    return file.getvalue().removesuffix("\r\n") + "\n"


def text_only(text: str) -> str:
    """The text as it is written into a cell.

    >>> text_only("=1+1"), text_only("-5,00"), text_only("'=1"), text_only("a;=1")
    ("'=1+1", '-5,00', "''=1", "a;'=1")
    """
    first, *others = SEPARATOR.split(text)
    whole = first + "".join(_guarded(part) for part in others)
    return f"'{whole}" if FORMULA.match(whole) and not NUMBER.fullmatch(whole) else whole


def _guarded(part: str) -> str:
    return f"'{part}" if INNER.match(part) else part


def as_meant(text: str) -> str:
    """What a cell says, without the apostrophes that marked it as text.

    >>> as_meant("'=1+1"), as_meant("'tis"), as_meant("a;'=1")
    ('=1+1', "'tis", 'a;=1')
    """
    if "'" not in text:
        return text
    whole = text[1:] if text.startswith("'") and FORMULA.match(text) else text
    first, *others = SEPARATOR.split(whole)
    return first + "".join(_unguarded(part) for part in others)


def _unguarded(part: str) -> str:
    return part[1:] if part.startswith("'") and INNER.match(part) else part
