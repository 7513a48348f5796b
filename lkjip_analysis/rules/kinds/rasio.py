"""One figure for each 100 of another, or each of any number: shares, rates, days, times."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.rules.arithmetic import Linear, Quotient
from lkjip_analysis.rules.base import Rule
from lkjip_analysis.rules.kind import NUMBERS, RESULT, SETTING, Kind
from lkjip_analysis.rules.rule_draft import Draft


def _build(draft: Draft) -> Iterable[Rule]:
    """pembilang for each 100 of penyebut, or each `pengali` (1000: per mille; 1: days, times)."""
    result, part, whole = draft.one("hasil"), draft.part("pembilang"), draft.part("penyebut")
    told = "pengali" in draft.entries
    per = draft.whole_numbers("pengali", "[1-9][0-9]{0,11}")[0] if told else 100
    if part == whole:  # the total row of a column of shares
        yield Linear(draft.head, {result: -1}, result, per)
        return

    def forward(first: Interval, second: Interval) -> Interval:
        return metrics.persen(first, second, per)

    def first_from(result: Interval, second: Interval) -> Interval:
        return result / per * second

    def second_from(result: Interval, first: Interval) -> Interval:
        return first / (result / per)

    form, cap = "persen" if per == 100 else f"per {per}", draft.cap()
    yield Quotient(draft.head, result, part, whole, form, forward, first_from, second_from, cap)


KIND = Kind(
    "rasio",
    {"hasil": RESULT, "pembilang": NUMBERS, "penyebut": NUMBERS, "pengali": SETTING,
     "maksimum": SETTING},
    _build,
    may_share=("pembilang", "penyebut"),  # a total may be a share of itself: 100
)  # fmt: skip
