"""A category that must be the class of its value on a scale of the report."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.rules.base import Rule
from lkjip_analysis.rules.bounds import InBand
from lkjip_analysis.rules.kind import FIGURES, SETTING, Kind, Role
from lkjip_analysis.rules.rule_draft import Draft, has_data


def _build(draft: Draft) -> Iterable[Rule]:
    if draft.table and not has_data(draft.report, draft.one("hasil")):
        return  # a table type's rule, but no category printed: no scale is needed either
    scale = draft.report.scales[draft.text("skala", draft.report.scales)]
    yield InBand(draft.head, draft.one("hasil"), draft.one("nilai"), scale.pita)


CATEGORY = Role("kategori", is_one=True, or_plain=True)

KIND = Kind("kategori", {"hasil": CATEGORY, "nilai": FIGURES, "skala": SETTING}, _build)
