"""The units that a report prints behind the figures of a column."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.numbers.printed import SCALES_BEHIND
from lkjip_analysis.report.schema import Column

UNIT = re.compile(
    r"(?:[<>≤≥]=?\s*)?(?:[\d.,]|\d (?=\d{3}))*\d(?![OoIilSBZ]$)(?:\s*\([^\W\d][^()]*\))?\s*"
    r"((?i:[kcd]?m[23])|[^\W\d_][^\d%]{0,25})"
)
"""Behind a figure, which may be a bound or be spelt out too: ≤ 60 menit, 12 (dua belas) dokumen. A
letter that looks like a digit, right behind one, is no unit: 3O may be 30."""
OF_THEIR_OWN = ("rupiah", "persen")
DOUBTFUL = frozenset({"M", "T"})
"""A milliard and a trillion, or a metre and a ton: with a thousand million between them, asked."""


def printed_units(texts: Sequence[str], column: Column) -> tuple[str, ...]:
    """Units behind figures of a column that its type does not know yet; money has but its own."""
    if column.satuan in OF_THEIR_OWN:
        texts = [text for text in texts if column.satuan in text.casefold()]
    known = {unit.casefold() for unit in column.satuan_tercetak} | SCALES_BEHIND.keys()
    found = (UNIT.fullmatch(one_line(text)) for text in texts)
    units = dict.fromkeys(match[1].strip() for match in found if match)
    return tuple(unit for unit in units if _is_new(unit, known))


def _is_new(unit: str, known: Collection[str]) -> bool:
    """Is it a unit that is not known yet, no part of the figure itself (10½), no doubtful one?"""
    return unit.casefold() not in known and unit not in DOUBTFUL and not unit[0].isnumeric()


def with_units(column: Column, units: Sequence[str]) -> Column:
    return replace(column, satuan_tercetak=(*column.satuan_tercetak, *units))
