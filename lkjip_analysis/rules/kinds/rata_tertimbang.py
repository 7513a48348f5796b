"""A weighted mean: each figure counts as often as its weight says, whatever the weights add up to.

Reports print such a mean beside components of 30, 30, 15 and 25 points; a `jumlah` with weights
would ask the reader to work out the shares first.
"""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.rules.arithmetic import Linear
from lkjip_analysis.rules.base import Rule
from lkjip_analysis.rules.kind import NUMBERS, RESULT, SETTING, Kind
from lkjip_analysis.rules.rule_draft import Draft, Wrong


def _build(draft: Draft) -> Iterable[Rule]:
    told = draft.entries.get("bobot")
    if not told:
        found = 'no "bobot" in a rule of kind rata_tertimbang'
        raise Wrong(found, "one weight a cell", "Add bobot: and the weights, or use rerata.")
    result, (parts, fixed) = draft.one("hasil"), draft.weighted("bagian")
    whole = sum(map(Fraction, told), Fraction(0))
    if whole <= 0:
        found = phrase("bobot: {told}, which add up to {whole}", told=", ".join(told), whole=whole)
        raise Wrong(found, "weights of more than nothing", "Correct the weights.")
    if parts:
        weights = {cell: weight / whole for cell, weight in parts.items()}
        yield Linear(draft.head, {**weights, result: -1}, result, fixed / whole, leaves_rest=False)


KIND = Kind("rata_tertimbang", {"hasil": RESULT, "bagian": NUMBERS, "bobot": SETTING}, _build)
