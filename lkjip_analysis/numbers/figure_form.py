"""What is wrong with the form in which an amount or a range is printed."""

from __future__ import annotations

import re

from lkjip_analysis.numbers.broken_groups import has_broken_groups
from lkjip_analysis.numbers.printed import read_or_none

FIGURE = r"\d+(?:[.,]\d+)*"
AMOUNT = re.compile(r"\bRp\.?\s?\d(?:[\d.,]*\d)?(?:\s?(?:%|persen\b))?", re.IGNORECASE)
"""An amount as it is printed, with a sign of percent behind it."""
TO = r"(?:sampai(?:\s+dengan)?|s\s?[./]\s?d\.?|hingga|[-–—])"
RANGE = re.compile(
    rf"\W*(?P<low>{FIGURE})\s*(?:%|persen)?\s*{TO}\s*[<≤]?\s*(?P<high>{FIGURE})\s*(?:%|persen)?\W*",
    re.IGNORECASE,
)
GROUPS = re.compile(r"\d{1,3}(?:\.\d+){2,}")
TWO_UNITS, GROUP, SIGNS, TURNED = "dua satuan", "kelompok angka", "tanda ganda", "rentang terbalik"


def fault_of(text: str) -> str:
    """What is wrong with an amount of rupiah or a range; nothing where it may be one.

    A last group of two digits may be sen, or the rest of it stand on the next line.

    >>> [fault_of(text) for text in ("Rp. 95,6 %", "Rp1.350.00.000", "Rp920.942..000", "75 - 60 %")]
    ['dua satuan', 'kelompok angka', 'tanda ganda', 'rentang terbalik']
    >>> [fault_of(text) for text in ("133.825.00,00", "Rp 62.485.430,00.000")]
    ['kelompok angka', 'kelompok angka']
    >>> [fault_of(text) for text in ("Rp1.350.000,00", "Rp1.350.000.00", "Rp 5.5", "60 - 74,99")]
    ['', '', '', '']
    """
    match = RANGE.fullmatch(text)
    if match:
        return TURNED if _is_above(match["low"], match["high"]) else ""
    core, count = re.subn(r"\s?(?:%|persen)$", "", text.strip(), flags=re.IGNORECASE)
    if count:
        return TWO_UNITS
    if re.search(r"\d[.,]{2,}\d", core):
        return SIGNS
    core = re.sub(r"^Rp\.?\s?", "", core, flags=re.IGNORECASE)
    if has_broken_groups(core):
        return GROUP
    whole = core.partition(",")[0]
    if not GROUPS.fullmatch(whole):
        return ""
    _, *groups, last = whole.split(".")
    wrong = any(len(group) != 3 for group in groups) or (len(last) == 4 and last[-1] == "0")
    return GROUP if wrong else ""


def _is_above(low: str, high: str) -> bool:
    first, second = read_or_none(low), read_or_none(high)
    if first is None or second is None or first.value is None or second.value is None:
        return False
    return first.value > second.value
