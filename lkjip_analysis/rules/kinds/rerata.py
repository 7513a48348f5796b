"""A mean of figures, each of the same weight."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.arithmetic import Linear
from lkjip_analysis.rules.base import Rule
from lkjip_analysis.rules.kind import NUMBERS, RESULT, Kind
from lkjip_analysis.rules.rule_draft import Draft


def _build(draft: Draft) -> Iterable[Rule]:
    result, parts = draft.one("hasil"), draft.parts("bagian")
    fixed = [part for part in parts if isinstance(part, Fraction)]
    cells = draft.counted([part for part in parts if isinstance(part, Address)])
    if cells:
        share = Fraction(1, len(cells) + len(fixed))
        weights = {**dict.fromkeys(cells, share), result: Fraction(-1)}
        constant = sum(fixed, Fraction(0)) * share
        yield Linear(draft.head, weights, result, constant, leaves_rest=False)


KIND = Kind("rerata", {"hasil": RESULT, "bagian": NUMBERS}, _build)
