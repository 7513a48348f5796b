"""Codes of rows, and what a spreadsheet makes of them: of 1-2 a date, of 1.01 or 1.10 a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lkjip_analysis.numbers.grouping import grouped

_MONTH = "jan|feb|mar|apr|mei|may|jun|jul|agu|agt|aug|sep|okt|oct|nov|des|dec"
_DATE = re.compile(rf"\d{{1,2}}-({_MONTH})|\d{{1,2}}/\d{{1,2}}/\d{{4}}", re.IGNORECASE)
_BROKEN = re.compile(r"\d+,\d+(\.\d+)*")
_AS_TEXT = "Set the column to Text and write the code as the report prints it, such as 1.01."


def wrong_key(key: str) -> tuple[str, str] | None:
    """What is allowed in place of a key that cannot be one, and what to do; else nothing.

    >>> wrong_key("1.01"), bool(wrong_key("01-Jan")), bool(wrong_key("1,01"))
    (None, True, True)
    """
    if re.search(r"[\[\]*?]", key):
        return "keys without [ ] * ?", "Rename the key."
    if _DATE.fullmatch(key):
        return "a code, not the date that a spreadsheet made of it", _AS_TEXT
    if _BROKEN.fullmatch(key):
        return "a code with points, not the number that a spreadsheet made of it", _AS_TEXT
    return None


def lost_zeros(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A code shorter than all beside it, as 1.1 after 1.01, with what it may have been.

    >>> list(lost_zeros(["1", "1.01", "1.02", "1.1"])), list(lost_zeros(["1.1", "1.2", "1.10"]))
    ([('1.1', '1.10')], [])
    """
    numbered = [key for key in keys if re.fullmatch(r"\d+(\.\d+)+", key)]
    for siblings in grouped((key.rpartition(".")[0], key) for key in numbered).values():
        longest = max(map(len, siblings))
        short = [key for key in siblings if len(key) < longest]
        whole = "".join(short).ljust(longest, "0")
        padded = any(key.rpartition(".")[2].startswith("0") for key in siblings)
        if padded and len(short) == 1 and whole not in siblings:
            yield short[0], whole
