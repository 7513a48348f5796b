"""Growth: by how many percent a figure changed from the year before."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.numbers import metrics
from lkjip_analysis.rules.arithmetic import Quotient
from lkjip_analysis.rules.base import Rule
from lkjip_analysis.rules.kind import NUMBERS, RESULT, Kind
from lkjip_analysis.rules.rule_draft import Draft


def _build(draft: Draft) -> Iterable[Rule]:
    yield Quotient(
        draft.head,
        draft.one("hasil"),
        draft.part("sekarang"),
        draft.part("sebelum"),
        "pertumbuhan",
        metrics.pertumbuhan,
        metrics.sekarang_untuk,
        metrics.sebelum_untuk,
    )


KIND = Kind("pertumbuhan", {"hasil": RESULT, "sekarang": NUMBERS, "sebelum": NUMBERS}, _build)
