"""What every section of a notebook shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkjip_analysis.judging.findings import Finding
from lkjip_analysis.reading.tables import Address, Table
from lkjip_analysis.showing import present

Shown = present.Html | present.Picture

Marks = Mapping[Address, Sequence[Finding]]
"""The findings that point at each cell (`Verification.marks`)."""


def labels(tables: list[Table]) -> str:
    """The labels of the tables a section draws from, for its source line."""
    return ", ".join(table.label for table in tables)


def answer(*sentences: str) -> Shown:
    """The paragraph that opens a page."""
    return present.text(" ".join(filter(None, sentences)))
