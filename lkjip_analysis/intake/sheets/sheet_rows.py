"""A row of a table on its sheet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One row of a table: its row on the sheet and its texts by column of the type."""

    number: int
    texts: dict[str, str]
