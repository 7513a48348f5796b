"""A percentage that must be a count out of a whole number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor
from typing import ClassVar

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import ANYTHING, NOTHING, Interval
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.place_names import quoted
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.base import Rule, figure_of
from lkjip_analysis.rules.bounds import ANY_SHARE, OfWhole
from lkjip_analysis.rules.kind import NUMBERS, RESULT, Kind
from lkjip_analysis.rules.rule_draft import Draft
from lkjip_analysis.rules.values import Values


@dataclass(frozen=True)
class CountOutOf(OfWhole):
    """A percentage that must be some whole number out of a whole number.

    Source of the idea: the GRIM test (Brown and Heathers, 2017), here with the printed rounding.
    """

    shape: ClassVar[str] = "count_out_of"

    def implied(self, cell: Address, values: Values) -> Interval:
        if cell == self.whole:
            return Interval(1, ANYTHING.high)
        return self.counts(values.interval(self.result), figure_of(self.whole, values).interval)

    def counts(self, percent: Interval, whole: Interval) -> Interval:
        """The percentages between 0 and 100 that a count can give, as near as one is known."""
        if whole.contains(0):
            return ANYTHING
        if whole.low != whole.high or not percent.is_bounded:
            return ANY_SHARE
        size = whole.low
        if percent.low > 100 or percent.high < 0:
            return ANY_SHARE  # no more than all of them, and no fewer than none
        below = max(ceil(percent.low * size / 100), 0)
        above = min(floor(percent.high * size / 100), floor(size))
        if below > above:
            return NOTHING
        return Interval(Fraction(below * 100, 1) / size, Fraction(above * 100, 1) / size)

    def told(self, report: Report, values: Values) -> str:
        whole = Fraction(figure_of(self.whole, values).texts.low)
        told = quoted(report.cell(self.result))
        if not values.interval(self.result).meets(ANY_SHARE):
            return worded(
                "{told} tidak mungkin bagian dari {whole}, yang paling banyak 100%",
                told=told,
                whole=number(whole),
            )
        near = Fraction(values.figure(self.result).texts.low) * whole / 100
        gives = worded(" dan ").join(
            worded("{k} memberi {what}%", k=number(k), what=number(Fraction(k * 100) / whole, 2))
            for k in (floor(near), ceil(near))
        )
        return worded(
            "tidak ada bilangan bulat dari {whole} yang memberi {told} ({gives})",
            whole=number(whole),
            told=told,
            gives=gives,
        )


def _build(draft: Draft) -> Iterable[Rule]:
    yield CountOutOf(draft.head, draft.one("hasil"), draft.part("penyebut"))


KIND = Kind("k_dari_n", {"hasil": RESULT, "penyebut": NUMBERS}, _build)
