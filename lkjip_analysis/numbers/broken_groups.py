"""Amounts whose digits stand in no groups of three: "9.871.1466.000", where a digit or a mark is
one too many, too few or in the wrong place. They have no value that anyone could tell."""

from __future__ import annotations

import re
from collections import Counter

from lkjip_analysis.numbers.printed import readings

GROUP = re.compile(r"([.,])([0-9]+)")
AMOUNT = re.compile(r"[0-9]{1,3}(?:[.,][0-9]+){2,}")
SEN = re.compile(r"[.,][0-9]{2}$")
LONGEST_GROUP, MOST_DIGITS = 6, 15
"""What is longer was joined from two figures by whoever read it."""


def has_broken_groups(core: str) -> bool:
    """Is one group of an amount, and one only, of other than three digits?

    The last one may be only half of it, where a line ends, and two digits at the end are sen.

    >>> [has_broken_groups(told) for told in ("9.871.1466.000", "133.825.00,00", "437.00.000")]
    [True, True, True]
    >>> [has_broken_groups(told) for told in ("9.871.146.000,50", "174.494.00", "31.12.2021")]
    [False, False, False]
    """
    if not AMOUNT.fullmatch(core) or readings(core) or sum(map(str.isdigit, core)) > MOST_DIGITS:
        return False
    sen = SEN.search(core)
    groups = GROUP.findall(SEN.sub("", core))
    odd = [place for place, (_, digits) in enumerate(groups) if len(digits) != 3]
    if len(odd) != 1 or len(groups) < 2 or len(groups[odd[0]][1]) > LONGEST_GROUP:
        return False
    marks = Counter(mark for mark, digits in groups if len(digits) == 3)
    return len(marks) == 1 and (bool(sen) or odd[0] < len(groups) - 1)
