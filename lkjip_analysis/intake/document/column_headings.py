"""What every reader asks of the headings of a table: what do their lines say together, do they only
number its columns, and does one stand over two of them?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

COLUMN_NUMBER = re.compile(r"(-|\()?(\d{1,2})(?P<zeros>[.,]00?)?\)?\s*([=(:].*)?")
MINUS = "-"
"""What a spreadsheet makes of the brackets around a number: "(1)" typed in a cell prints -1."""
WITH_WORDS = re.compile(r"\(1\)\s+[^\W\d].*", re.DOTALL)
COLUMN_LETTER = re.compile(r"\s*(\([a-z]{1,2}\)|©|®)\s*", re.IGNORECASE)
"""Word and Excel turn (c) and (r) into signs of their own."""
CURRENCY = re.compile(r"(rp|idr|us ?\$|usd|\$)\.?", re.IGNORECASE)
EXCERPT = 5
"""So many numbers, each more than the one before, are no figures of a row by accident."""
SKIPPING = 4
"""In a line of so many steps one column number may be left out."""
IN_BRACKETS = re.compile(r"\s*(\([^()]*\))\s*$")
"""The unit behind a line of a heading."""


def one_heading(lines: Iterable[str]) -> str:
    """What the lines of a heading say together; a unit behind several of them is said once.

    >>> one_heading(["Anggaran (Rp)", "Murni (Rp)"]), one_heading(["Target", "(%)", "Target"])
    ('Anggaran Murni (Rp)', 'Target (%)')
    >>> one_heading(["Biaya (Rp)", "Porsi (%)"])
    'Biaya (Rp) Porsi (%)'
    """
    told: list[str] = []
    for line in reversed(list(dict.fromkeys(lines))):
        unit = IN_BRACKETS.search(line)
        is_again = unit and any(below.rstrip().endswith(unit[1]) for below in told)
        told.append(line[: unit.start()] if unit and is_again else line)
    return " ".join(filter(None, reversed(told)))


def is_numbering(texts: Iterable[str]) -> bool:
    """A line that only numbers the columns: (1) (2) (3), or 5 (4/3); the words of the next line may
    have come to stand behind the first number."""
    told = [text for text in texts if text]
    if len(told) > SKIPPING and WITH_WORDS.fullmatch(told[0]):
        told[0] = "(1)"
    if len(told) > 2 and all(map(COLUMN_LETTER.fullmatch, told)):
        return len({*told}) == len(told)  # (Rp) (Rp) (Rp) are units
    matches = [COLUMN_NUMBER.fullmatch(text) for text in told]
    if len(matches) < 2 or not all(matches):
        return False
    numbers = [int(match[2]) for match in matches if match]
    steps = [b - a for a, b in pairwise(numbers)]
    if any(match and match[1] == MINUS for match in matches):
        return len(numbers) > 2 and numbers[0] == 1 and set(steps) == {1}
    if any(match and match["zeros"] for match in matches):  # one cell has the form of its figures
        return len(steps) >= SKIPPING and numbers[0] == 1 and set(steps) == {1}
    if numbers[0] == 1 and len(steps) >= SKIPPING and sorted(steps)[-1] == 2:
        return steps.count(1) == len(steps) - 1  # one number of the line left out
    first = 4 if len(numbers) > 3 else 2  # columns before it may share one number, or have none
    return numbers[0] <= first and all(step in (0, 1) for step in steps)


def is_of_currency(texts: Iterable[str]) -> bool:
    """Does a column hold only the sign of a currency, which stands beside its figures?

    >>> is_of_currency(["Rp", "", "Rp."]), is_of_currency(["Rp", "5"]), is_of_currency([""])
    (True, False, False)
    """
    told = [text.strip() for text in texts if text.strip()]
    return bool(told) and all(map(CURRENCY.fullmatch, told))


def numbers_an_excerpt(texts: Iterable[str]) -> bool:
    """Is it the line of column numbers of a longer form of which some columns are printed?

    >>> numbers_an_excerpt(["2", "3", "7", "8", "9", "10", "14"])
    True

    Only to be asked of a line below headings: 2, 3, 7, 8 may be the figures of a row elsewhere.
    """
    told = [text for text in texts if text]
    if len(told) < EXCERPT or not all(re.fullmatch(r"\(?\d{1,2}\)?", text) for text in told):
        return False
    steps = [b - a for a, b in pairwise(int(text.strip("()")) for text in told)]
    return min(steps) >= 1 and 2 * steps.count(1) >= len(steps)


def headings_again(labels: Mapping[int, str]) -> dict[int, tuple[int, ...]]:
    """The places whose heading stood before, each with those where it did.

    >>> headings_again({1: "Target", 2: "Realisasi", 4: "REALISASI ", 5: "Realisasi:"})
    {4: (2,), 5: (2, 4)}
    >>> headings_again({1: "Capaian", 2: "Capaian (%)", 3: "", 4: "", 5: "-", 6: "-"})
    {}
    """
    seen: dict[str, tuple[int, ...]] = {}
    again: dict[int, tuple[int, ...]] = {}
    for place, label in labels.items():
        plain = " ".join(label.casefold().split()).strip(" .:*")
        if not any(sign.isalpha() or sign == "%" for sign in plain):
            continue
        if plain in seen:
            again[place] = seen[plain]
        seen[plain] = (*seen.get(plain, ()), place)
    return again
