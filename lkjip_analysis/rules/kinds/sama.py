"""One figure or word printed in two places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.rules.arithmetic import Linear, Same
from lkjip_analysis.rules.base import Rule
from lkjip_analysis.rules.kind import Kind, Role
from lkjip_analysis.rules.rule_draft import Draft


def _build(draft: Draft) -> Iterable[Rule]:
    """One rule for each row that both sides name; two single cells need not share a row."""
    told = draft.part("sumber") if len(draft.parts("sumber")) == 1 else None
    if isinstance(told, Fraction):
        result = draft.one("hasil")
        yield Linear(draft.head, {result: -1}, result, told)
        return
    results, sources = draft.many("hasil"), {cell.row: cell for cell in draft.many("sumber")}
    if len(results) == len(sources) == 1:
        yield Same(draft.head, results[0], next(iter(sources.values())))
        return
    for result in results:
        if result.row in sources:
            head = replace(draft.head, name=f"{draft.head.name}[{result.row}]")
            yield Same(head, result, sources[result.row])


KIND = Kind(
    "sama",
    {"hasil": Role(as_declared=True), "sumber": Role(or_number=True, as_declared=True)},
    _build,
)
