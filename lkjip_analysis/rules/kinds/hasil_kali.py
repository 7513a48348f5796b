"""A product: so many of a thing, times what each is, costs or lasts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.interval import ANYTHING, Interval
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.arithmetic import OfTwo
from lkjip_analysis.rules.base import Rule, figure_of
from lkjip_analysis.rules.kind import NUMBERS, RESULT, Kind
from lkjip_analysis.rules.rule_draft import Draft, Wrong
from lkjip_analysis.rules.values import Values


@dataclass(frozen=True)
class Product(OfTwo):
    """result = first x second; either may be a plain number, such as the 365 days of a year."""

    shape: ClassVar[str] = "product"

    def implied(self, cell: Address, values: Values) -> Interval:
        first, second = (figure_of(part, values).interval for part in (self.first, self.second))
        if cell == self.result:
            return first * second
        other = second if cell == self.first else first
        # What is multiplied by nothing may have been anything.
        return ANYTHING if other.low <= 0 <= other.high else values.interval(self.result) / other


def _build(draft: Draft) -> Iterable[Rule]:
    factors = draft.parts("faktor")
    if len(factors) != 2:
        found = phrase("faktor: {count} cells or numbers", count=len(factors))
        raise Wrong(found, phrase("two"), "Name both; a product of three is two rules.")
    yield Product(draft.head, draft.one("hasil"), *factors)


KIND = Kind("hasil_kali", {"hasil": RESULT, "faktor": NUMBERS}, _build)
