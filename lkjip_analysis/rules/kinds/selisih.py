"""A difference: what is left of a figure when others are taken away from it."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Number
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.arithmetic import Linear
from lkjip_analysis.rules.base import Rule
from lkjip_analysis.rules.kind import NUMBERS, RESULT, SETTING, Kind
from lkjip_analysis.rules.rule_draft import Draft


def _build(draft: Draft) -> Iterable[Rule]:
    result, whole = draft.one("hasil"), draft.part("dari")
    if draft.entries.get("bobot"):
        less, fixed = draft.weighted("kurang")
        if not less:
            return
    else:
        parts = draft.parts("kurang")
        less = {part: Fraction(1) for part in parts if isinstance(part, Address)}
        fixed = sum((part for part in parts if isinstance(part, Fraction)), Fraction(0))
    weights: dict[Address, Number] = {**{cell: -share for cell, share in less.items()}, result: -1}
    if isinstance(whole, Address):
        yield Linear(draft.head, {whole: 1, **weights}, result, -fixed)
    else:
        yield Linear(draft.head, weights, result, whole - fixed)


KIND = Kind(
    "selisih",
    {"hasil": RESULT, "dari": NUMBERS, "kurang": NUMBERS, "bobot": SETTING},
    _build,
    may_be_negative=True,
)
