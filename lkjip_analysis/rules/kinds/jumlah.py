"""A sum: a total printed beside its parts, each with the weight that the rule gives it."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.rules.arithmetic import Linear
from lkjip_analysis.rules.base import Rule
from lkjip_analysis.rules.kind import NUMBERS, RESULT, SETTING, Kind
from lkjip_analysis.rules.rule_draft import Draft


def _build(draft: Draft) -> Iterable[Rule]:
    result, (parts, fixed) = draft.one("hasil"), draft.weighted("bagian")
    if parts:
        yield Linear(draft.head, {**parts, result: -1}, result, fixed)


KIND = Kind("jumlah", {"hasil": RESULT, "bagian": NUMBERS, "bobot": SETTING}, _build)
