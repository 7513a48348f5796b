"""A part that cannot exceed its whole."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.rules.base import Rule
from lkjip_analysis.rules.bounds import NotAbove
from lkjip_analysis.rules.kind import NUMBERS, RESULT, Kind
from lkjip_analysis.rules.rule_draft import Draft


def _build(draft: Draft) -> Iterable[Rule]:
    yield NotAbove(draft.head, draft.one("hasil"), draft.part("penyebut"))


KIND = Kind("tidak_melebihi", {"hasil": RESULT, "penyebut": NUMBERS}, _build)
